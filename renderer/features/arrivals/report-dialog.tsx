/** What came of an import of several letters: each with what was left out or changed. */
import { noticeSentence } from '../../../core/import/messages.ts';
import { en } from '../../../core/messages/en.ts';
import { isMainTextOnly, takeWholePage } from '../../state/originals.ts';
import { app, useApp } from '../../state/store.ts';
import { Modal } from '../../ui/modal.tsx';

interface Props {
  /** Ids; those that were removed meanwhile aren't shown. */
  readonly letters: readonly string[];
  onClose(): void;
}

export function ReportDialog({ letters, onClose }: Props) {
  const all = useApp((state) => state.project?.letters) ?? [];
  return (
    <Modal
      title={en.arrivals.reportTitle}
      hint={en.arrivals.reportHint}
      onClose={onClose}
      footer={
        <button type="button" className="primary" onClick={onClose}>
          {en.done}
        </button>
      }
    >
      <ul className="report-list">
        {all
          .filter(({ id }) => letters.includes(id))
          .map((letter) => (
            <li key={letter.id}>
              <div className="report-head">
                <span className="code">{letter.code}</span>
                <strong dir="auto">{letter.item.title || en.untitledLetter}</strong>
                <button
                  type="button"
                  className="outlined"
                  aria-label={`${en.letter.details} ${letter.code}`}
                  onClick={() => app.set({ dialog: { kind: 'letter-details', letter: letter.id } })}
                >
                  {en.letter.details}
                </button>
              </div>
              {letter.notices.length === 0 ? (
                <p className="hint">{en.arrivals.nothingChanged}</p>
              ) : (
                <ul className="notices">
                  {letter.notices.map((notice, i) => (
                    <li key={i}>{noticeSentence(notice)}</li>
                  ))}
                </ul>
              )}
              {isMainTextOnly(letter) && (
                <button type="button" className="outlined" onClick={() => void takeWholePage(letter.id)}>
                  {en.arrivals.wholePage}
                </button>
              )}
            </li>
          ))}
      </ul>
    </Modal>
  );
}
