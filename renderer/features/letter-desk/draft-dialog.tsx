/** What was found of a finished draft, and what wasn't, before it is put into the project. */
import { letterById } from '../../../core/document/find.ts';
import type { Reply } from '../../../core/import/draft/reply.ts';
import { en } from '../../../core/messages/en.ts';
import { putReply } from '../../state/draft.ts';
import { useApp } from '../../state/store.ts';
import { Difference } from '../../ui/difference.tsx';
import { Modal } from '../../ui/modal.tsx';

export function DraftDialog({ reply, onClose }: { reply: Reply; onClose(): void }) {
  const project = useApp((state) => state.project);
  if (!project) return null;
  const points = reply.project.sections.reduce((sum, section) => sum + section.points.length, 0);
  return (
    <Modal
      title={en.draft.title}
      hint={en.draft.counts(points, reply.found.length, reply.missing.length)}
      onClose={onClose}
      footer={
        <>
          <button type="button" className="outlined" onClick={onClose}>
            {en.cancel}
          </button>
          <button
            type="button"
            className="primary"
            onClick={() => {
              putReply(reply);
              onClose();
            }}
          >
            {en.draft.put}
          </button>
        </>
      }
    >
      {reply.problems.length > 0 && (
        <ul className="notices">
          {reply.problems.map((problem, i) => (
            <li key={i}>{en.draft.problems[problem.kind](problem.detail)}</li>
          ))}
        </ul>
      )}
      {reply.missing.length > 0 && <h3>{en.draft.missing}</h3>}
      <ul className="version-list">
        {reply.missing.map((missing, i) => (
          <li key={i}>
            <div className="version-head">
              <span className="badge">{[missing.part, missing.point].filter(Boolean).join(' · ')}</span>
            </div>
            <p className="version-words" dir="auto">
              {missing.nearest ? <Difference parts={missing.nearest.difference} /> : missing.quotation}
            </p>
            <p className="hint">
              {missing.nearest
                ? en.draft.nearest(letterById(project, missing.nearest.letter)?.code ?? '')
                : en.draft.nothingNear}
            </p>
          </li>
        ))}
      </ul>
    </Modal>
  );
}
