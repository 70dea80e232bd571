import { Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { editorMessages } from './messages.ts';

export function NoteForm({ children, remove }: { children: ReactNode; remove(): void }): ReactNode {
  const { note } = editorMessages;
  return (
    <div className="note-form">
      {children}
      <div className="panel-foot">
        <span className="panel-hint">{note.hint}</span>
        <button
          type="button"
          className="panel-icon"
          aria-label={note.remove}
          title={note.remove}
          onClick={remove}
        >
          <Trash2 size={15} aria-hidden />
        </button>
      </div>
    </div>
  );
}
