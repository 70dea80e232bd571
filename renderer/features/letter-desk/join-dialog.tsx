/** Several letters made one, in the order of the list. */
import { useState } from 'react';
import { en } from '../../../core/messages/en.ts';
import { joinInto } from '../../state/letter-desk.ts';
import { useApp } from '../../state/store.ts';
import { Modal, ModalActions } from '../../ui/modal.tsx';

interface Props {
  /** Chosen from the start. */
  readonly letter: string;
  onClose(): void;
}

export function JoinDialog({ letter, onClose }: Props) {
  const letters = useApp((state) => state.project?.letters) ?? [];
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set([letter]));
  const ids = letters.map(({ id }) => id).filter((id) => chosen.has(id));
  const first = ids.length < 2 ? undefined : letters.find(({ id }) => id === ids[0]);
  return (
    <Modal
      ownUndo
      title={en.join.title}
      hint={
        letters.length < 2 ? en.join.alone : first === undefined ? en.join.choose : en.join.into(first.code)
      }
      onClose={onClose}
      footer={
        <ModalActions
          label={en.join.join}
          disabled={ids.length < 2}
          onDo={() => {
            joinInto(ids);
            onClose();
          }}
          onCancel={onClose}
        />
      }
    >
      <ul className="join-list">
        {letters.map(({ id, code, item }) => (
          <li key={id} data-chosen={chosen.has(id) || undefined}>
            <label>
              <input
                type="checkbox"
                checked={chosen.has(id)}
                onChange={() => {
                  const next = new Set(chosen);
                  if (!next.delete(id)) next.add(id);
                  setChosen(next);
                }}
              />
              <span className="code">{code}</span>
              <span dir="auto">{item.title || en.untitledLetter}</span>
            </label>
          </li>
        ))}
      </ul>
    </Modal>
  );
}
