/** Which highlights go into a file of annotations, and whether with the private notes. */
import { useState } from 'react';
import { letterById } from '../../../core/document/find.ts';
import { highlightsByLetter } from '../../../core/derived/passages.ts';
import { en } from '../../../core/messages/en.ts';
import { exportProject } from '../../state/files.ts';
import { useApp } from '../../state/store.ts';
import { Modal, ModalActions } from '../../ui/modal.tsx';

export function ExportDialog({ onClose }: { onClose(): void }) {
  const project = useApp((state) => state.project);
  const letterId = useApp((state) => state.letter);
  const letter = (project && letterId && letterById(project, letterId)) || undefined;
  const [all, setAll] = useState(!letter);
  const [withNotes, setWithNotes] = useState(false);
  if (!project) return null;
  const count = (id: string) => highlightsByLetter(project.highlights).get(id)?.length ?? 0;
  const choice = (value: boolean, label: string) => (
    <label className="choice">
      <input type="radio" name="which" checked={all === value} onChange={() => setAll(value)} />
      <span>{label}</span>
    </label>
  );
  return (
    <Modal
      title={en.annotations.exportTitle}
      hint={en.annotations.exportHint}
      onClose={onClose}
      footer={
        <ModalActions
          label={en.annotations.export}
          disabled={(all ? project.highlights.length : count(letter?.id ?? '')) === 0}
          onDo={() => {
            onClose();
            void exportProject('annotations', { withNotes, ...(all ? {} : { letter: letter?.id }) });
          }}
          onCancel={onClose}
        />
      }
    >
      <fieldset className="choices">
        <legend>{en.annotations.which}</legend>
        {letter && choice(false, en.annotations.ofLetter(letter.code, count(letter.id)))}
        {choice(true, en.annotations.ofAll(project.highlights.length))}
      </fieldset>
      <label className="choice">
        <input type="checkbox" checked={withNotes} onChange={(event) => setWithNotes(event.target.checked)} />
        <span>{en.annotations.withNotes}</span>
      </label>
    </Modal>
  );
}
