/** Choosing the master response (or another point) that answers a passage, a point, or several at once. */
import { useRef } from 'react';
import { en } from '../../../core/messages/en.ts';
import { Picker } from '../../editor/picker.tsx';
import { answerPlacesBy, answersToChoose, beginMaster, type ToAnswer } from '../../state/masters.ts';
import { app } from '../../state/store.ts';
import { Modal } from '../../ui/modal.tsx';

interface Props {
  readonly asked: ToAnswer;
  onClose(): void;
}

interface AnswerChoice {
  readonly label: string;
  readonly detail: string;
  /** Id of the point; none for a new one. */
  readonly point?: string;
}

export function AnswerByDialog({ asked, onClose }: Props) {
  const { places } = asked;
  const choices = (): readonly AnswerChoice[] => {
    const { project } = app.get();
    if (!project) return [];
    const own = new Set(places.flatMap(({ kind, id }) => (kind === 'point' ? [id] : [])));
    const points = answersToChoose(project).filter(({ id }) => !own.has(id));
    const choice = ({ id, master, code, title }: (typeof points)[number]) => ({
      label: master ? en.masters.name(code) : en.answer.point(code),
      detail: title,
      point: id,
    });
    const begin = { label: en.masters.begin, detail: en.masters.beginDetail };
    return [
      ...points.filter(({ master }) => master).map(choice),
      begin,
      ...points.filter(({ master }) => !master).map(choice),
    ];
  };
  const picked = useRef<AnswerChoice | null>(null);
  const pick = (choice: AnswerChoice) => {
    picked.current = choice;
    onClose();
  };
  // Once the dialog has given the focus back: the new answer takes it for good.
  const act = () => {
    if (!picked.current) return;
    const { point } = picked.current;
    if (point === undefined) beginMaster(asked);
    else answerPlacesBy(asked, point);
  };
  return (
    <Modal
      title={en.masters.title}
      {...(places.length > 1 ? { hint: en.masters.several(places.length) } : {})}
      onClose={onClose}
      onClosed={act}
    >
      <div className="answer-by">
        <Picker
          label={en.masters.search}
          none={en.masters.none}
          choices={choices}
          onPick={pick}
          onLeave={onClose}
        />
      </div>
    </Modal>
  );
}
