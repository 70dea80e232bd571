import type { Letter } from '../../../core/document/letter.ts';
import { en } from '../../../core/messages/en.ts';
import { takeMoreFrom } from '../../state/originals.ts';
import { Modal } from '../../ui/modal.tsx';
import { ImportReport } from './import-report.tsx';

/** The report of a letter's import, to be read again. */
export function NoticesDialog({ letter, onClose }: { letter: Letter; onClose(): void }) {
  return (
    <Modal title={en.letter.reportTitle(letter.code)} onClose={onClose}>
      {letter.notices.length === 0 && <p>{en.letter.noNotices}</p>}
      <ImportReport letter={letter} />
      {letter.notices.some(({ what }) => what === 'mail-folded') && (
        <button
          type="button"
          className="outlined"
          onClick={() => {
            onClose();
            void takeMoreFrom(letter.id);
          }}
        >
          {en.commands['letter-parts']}
        </button>
      )}
    </Modal>
  );
}
