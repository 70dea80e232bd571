/** The answer types of the project: their names, their order, and which of them ask for what was changed. */
import { ArrowUp, Plus, X } from 'lucide-react';
import { pointMap } from '../../../core/document/find.ts';
import type { AnswerType, Project } from '../../../core/document/project.ts';
import { ANSWER_TYPE_SETS, answerTypesOf } from '../../../core/export/answer-type-sets.ts';
import { en } from '../../../core/messages/en.ts';
import { newId } from '../../platform/ids.ts';
import { setAnswerTypes } from '../../state/point-details.ts';
import { useApp } from '../../state/store.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Modal } from '../../ui/modal.tsx';

const words = en.review.answerTypes;

function uses(project: Project, type: string): number {
  return [...pointMap(project).values()].filter(({ point }) => point.answerType === type).length;
}

export function AnswerTypesDialog({ onClose }: { onClose(): void }) {
  const project = useApp((state) => state.project);
  if (!project) return null;
  const types = project.settings.answerTypes ?? [];
  const change = (index: number, fields: Partial<AnswerType>) => {
    const { asks, ...type } = { ...types[index]!, ...fields };
    setAnswerTypes(types.with(index, asks ? { ...type, asks } : type), `answer-type:${type.id}`);
  };
  return (
    <Modal
      title={words.title}
      hint={words.hint}
      onClose={onClose}
      footer={
        <button type="button" className="primary" onClick={onClose}>
          {words.done}
        </button>
      }
    >
      {types.length === 0 && <p className="hint">{words.none}</p>}
      <div className="type-sets" role="group" aria-label={words.sets}>
        <span className="hint">{words.sets}</span>
        {ANSWER_TYPE_SETS.map((set) => (
          <button
            key={set}
            type="button"
            className="outlined"
            onClick={() =>
              setAnswerTypes([...types, ...answerTypesOf(set, project.settings.language, newId)])
            }
          >
            {words.setNames[set]}
          </button>
        ))}
      </div>
      <ul className="answer-types">
        {types.map((type, i) => (
          <li key={type.id}>
            <input
              type="text"
              dir="auto"
              value={type.name}
              aria-label={words.name(i + 1)}
              onChange={(event) => change(i, { name: event.target.value })}
            />
            <label>
              <input
                type="checkbox"
                checked={type.asks === 'changes'}
                onChange={(event) => change(i, { asks: event.target.checked ? 'changes' : undefined })}
              />
              {words.asks}
            </label>
            <span className="hint">{words.used(uses(project, type.id))}</span>
            <IconButton
              name={words.up(type.name)}
              disabled={i === 0}
              onClick={() => setAnswerTypes(types.toSpliced(i, 1).toSpliced(i - 1, 0, type))}
            >
              <ArrowUp aria-hidden />
            </IconButton>
            <IconButton name={words.remove(type.name)} onClick={() => setAnswerTypes(types.toSpliced(i, 1))}>
              <X aria-hidden />
            </IconButton>
          </li>
        ))}
      </ul>
      <button
        type="button"
        className="add-type"
        onClick={() => setAnswerTypes([...types, { id: newId(), name: '' }])}
      >
        <Plus aria-hidden /> {words.add}
      </button>
    </Modal>
  );
}
