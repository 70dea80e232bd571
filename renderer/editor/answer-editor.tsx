/** The editor of an answer (or any other text of the author's). */
import type { ReactNode } from 'react';
import { CellEditor } from './cell-editor.tsx';
import type { AnswerEditorProps } from './editor-props.ts';
import { NoteEditor } from './note-editor.tsx';
import { TextEditor } from './text-editor.tsx';

export type { BlockEdit, CaretPosition, EditKind, TextSelection } from './block-edit.ts';
export type { AnswerEditorProps, CitationChoice, ReferenceChoice } from './editor-props.ts';
export type { TextDescriptions } from './text-context.ts';

export function AnswerEditor(props: AnswerEditorProps): ReactNode {
  return <TextEditor {...props} scope="answer" NoteEditor={NoteEditor} CellEditor={CellEditor} />;
}
