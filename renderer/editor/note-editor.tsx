/** The text of a footnote being edited: one paragraph, with marks, links, citations and cross references. */
import { useCallback, useMemo, type ReactNode } from 'react';
import type { Inline, NoteAtom, RichText } from '../../core/text/block.ts';
import type { BlockEdit } from './block-edit.ts';
import type { AnswerEditorProps } from './editor-props.ts';
import { editorMessages } from './messages.ts';
import { TextEditor } from './text-editor.tsx';

export interface NoteEditorProps {
  readonly note: NoteAtom;
  /** The props of the editor whose text the note is in. */
  readonly answer: AnswerEditorProps;
  onChange(body: readonly Inline[], edit: BlockEdit): void;
}

export function NoteEditor({ note, answer, onChange }: NoteEditorProps): ReactNode {
  const text = useMemo<RichText>(
    () => [{ id: note.id, type: 'paragraph', content: note.body }],
    [note.id, note.body],
  );
  const onEdit = useCallback(
    (edit: BlockEdit) => {
      const block = edit.inserted[0];
      onChange(block && 'content' in block ? block.content : [], edit);
    },
    [onChange],
  );
  return (
    <TextEditor
      {...answer}
      scope="note"
      takesFocus
      text={text}
      label={editorMessages.note.mark(answer.noteNumber?.(note.id))}
      placeholder={editorMessages.note.placeholder}
      onEdit={onEdit}
      onFocus={undefined}
      onBlur={undefined}
      onSelect={undefined}
      onLeave={undefined}
      restore={undefined}
      onQuotation={undefined}
    />
  );
}
