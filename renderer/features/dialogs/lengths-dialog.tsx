/** How long the pamphlet and each of its parts are to be. A point's length is among its details. */
import { numbering } from '../../../core/derived/numbering.ts';
import { wordCounts } from '../../../core/derived/word-count.ts';
import { en } from '../../../core/messages/en.ts';
import { setSectionTarget, setWholeTarget, targetOf } from '../../state/point-details.ts';
import { useApp } from '../../state/store.ts';
import { Modal } from '../../ui/modal.tsx';

export function LengthsDialog({ onClose }: { onClose(): void }) {
  const project = useApp((state) => state.project);
  if (!project) return null;
  const counts = wordCounts(project);
  const { sectionNumbers } = numbering(project);
  const field = (
    key: string,
    name: string,
    words: number,
    target: number | undefined,
    set: (target: number | undefined) => void,
  ) => (
    <label key={key} className="length-row">
      <span className="cut" dir="auto">
        {name}
      </span>
      <span className="hint">{en.review.details.targetHint(words)}</span>
      <input
        type="text"
        inputMode="numeric"
        value={target ?? ''}
        onChange={(event) => set(targetOf(event.target.value))}
      />
    </label>
  );
  return (
    <Modal
      title={en.review.lengths.title}
      hint={en.review.lengths.hint}
      onClose={onClose}
      footer={
        <button type="button" className="primary" onClick={onClose}>
          {en.done}
        </button>
      }
    >
      {field('', en.review.remaining.whole, counts.whole, project.settings.target, setWholeTarget)}
      {project.sections.map(({ id, title, target }) => {
        const number = sectionNumbers.get(id);
        const name = [number, title || en.outline.untitledPart].filter(Boolean).join('  ');
        return field(id, name, counts.sections.get(id) ?? 0, target, (value) => setSectionTarget(id, value));
      })}
    </Modal>
  );
}
