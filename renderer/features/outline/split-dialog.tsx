/** Which quotations go along when a point is split. */
import { useRef, useState } from 'react';
import { numbering } from '../../../core/derived/numbering.ts';
import { highlightMap } from '../../../core/document/find.ts';
import { en } from '../../../core/messages/en.ts';
import { splitAtCaret, splitPlace } from '../../state/outline.ts';
import { app } from '../../state/store.ts';
import { Modal, ModalActions } from '../../ui/modal.tsx';

export function SplitPointDialog({ onClose }: { onClose(): void }) {
  const [going, setGoing] = useState<ReadonlySet<string>>(new Set());
  const chosen = useRef<readonly string[] | undefined>(undefined);
  const [quotations] = useState(() => splitPlace()?.quotations ?? []);
  const { project } = app.get();
  if (!project) return null;
  const codes = numbering(project).passageCodes;
  const highlights = highlightMap(project);
  const toggle = (id: string) => {
    const next = new Set(going);
    if (!next.delete(id)) next.add(id);
    setGoing(next);
  };
  return (
    <Modal
      title={en.outline.splitTitle}
      hint={en.outline.splitHint}
      onClose={onClose}
      onClosed={() => chosen.current && splitAtCaret(chosen.current)}
      footer={<ModalActions label={en.outline.split} form="split-point" onCancel={onClose} />}
    >
      <form
        id="split-point"
        className="split-choices"
        onSubmit={(event) => {
          event.preventDefault();
          // The caret goes to the new point when the dialog has given the focus back.
          chosen.current = [...going];
          onClose();
        }}
      >
        {quotations.map(({ id, highlight }) => (
          <label key={id} className="check">
            <input type="checkbox" checked={going.has(id)} onChange={() => toggle(id)} />
            <span>
              <span className="number">{codes.get(highlight)}</span>{' '}
              <span dir="auto">{highlights.get(highlight)?.quote}</span>
            </span>
          </label>
        ))}
      </form>
    </Modal>
  );
}
