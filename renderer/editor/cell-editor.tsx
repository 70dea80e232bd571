/** The text of a table's cell or of a picture's caption being edited: one paragraph with all that a line may hold. */
import { useCallback, useMemo, type KeyboardEvent, type ReactNode } from 'react';
import type { Editor } from 'slate';
import type { BlockId, Inline, RichText } from '../../core/text/block.ts';
import type { BlockEdit, TextSelection } from './block-edit.ts';
import type { EditorCommand } from './editor-command.ts';
import type { AnswerEditorProps } from './editor-props.ts';
import { NoteEditor } from './note-editor.tsx';
import { TextEditor } from './text-editor.tsx';

export interface CellEditorProps {
  /** Names the paragraph within the editor. */
  readonly id: BlockId;
  readonly content: readonly Inline[];
  readonly label: string;
  readonly placeholder: string;
  /** The props of the editor whose text it is in. */
  readonly answer: AnswerEditorProps;
  /** Asks for the caret, at an offset of UTF-16 units, each time that the nonce is another one. */
  readonly caret: { readonly offset: number; readonly nonce: number } | undefined;
  onChange(content: readonly Inline[], edit: BlockEdit): void;
  onFocus(): void;
  onBlur(): void;
  onSelect(selection: TextSelection | null): void;
  /** True when the key is dealt with. */
  onKey(event: KeyboardEvent, editor: Editor): boolean;
  onCommand(command: EditorCommand): boolean;
}

export function CellEditor(props: CellEditorProps): ReactNode {
  const { id, content, label, placeholder, answer, caret, onChange } = props;
  const text = useMemo<RichText>(() => [{ id, type: 'paragraph', content }], [id, content]);
  const restore = useMemo(() => {
    if (!caret) return undefined;
    const at = { block: id, offset: caret.offset };
    return { selection: { anchor: at, focus: at }, nonce: caret.nonce };
  }, [caret, id]);
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
      scope="cell"
      NoteEditor={NoteEditor}
      text={text}
      label={label}
      placeholder={placeholder}
      onEdit={onEdit}
      onFocus={props.onFocus}
      onBlur={props.onBlur}
      onSelect={props.onSelect}
      onKey={props.onKey}
      onCommand={props.onCommand}
      onLeave={undefined}
      restore={restore}
      quotationMarks={undefined}
      onQuotation={undefined}
    />
  );
}
