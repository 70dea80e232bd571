/**
 * Dragging a selection to another place of the same text, into another text, or in from outside. What is moved is
 * one step of the history, whatever texts it leaves and comes to; with Ctrl (Alt on a Mac) it is copied.
 */
import type { DragEvent } from 'react';
import { Editor, Range, Transforms, type RangeRef } from 'slate';
import { ReactEditor } from 'slate-react';
import type { Block } from '../../core/text/block.ts';
import { adoptBlocks } from './adopt-blocks.ts';
import type { AnswerEditorProps } from './editor-props.ts';
import { focusEditable } from './focus-editor.ts';
import { insertBlocks } from './insert-blocks.ts';
import { IS_MAC } from './keys.ts';
import { insertWhenRead } from './picture-edits.ts';
import { syncSelection } from './sync-selection.ts';
import { insertData, selectedFragment } from './with-clipboard.ts';

interface Dragged {
  readonly editor: Editor;
  readonly range: RangeRef;
  readonly blocks: readonly Block[];
}

/** What is being dragged out of one of the writer's texts in this window. */
let dragged: Dragged | null = null;
let moves = 0;

function letGo(): void {
  dragged?.range.unref();
  dragged = null;
}

/** @returns whether there is a selection to be dragged */
export function startDrag(editor: Editor, data: DataTransfer | null): boolean {
  letGo();
  syncSelection(editor);
  const { selection } = editor;
  if (!selection || Range.isCollapsed(selection)) return false;
  if (data) {
    editor.setFragmentData(data);
    data.effectAllowed = 'copyMove';
  }
  dragged = { editor, range: Editor.rangeRef(editor, selection), blocks: selectedFragment(editor) };
  return true;
}

/** Listens for the end of the drag, which may be anywhere. */
export function watchDragEnd(view: Document): void {
  view.addEventListener('dragend', letGo, { once: true, capture: true });
}

const isPicture = ({ type }: File): boolean => type.startsWith('image/');

/**
 * @returns whether the drop is dealt with; files that aren't pictures are the window's
 */
export function drop(editor: Editor, event: DragEvent, props: AnswerEditorProps): boolean {
  const data = event.dataTransfer;
  const files = [...data.files];
  const pictures = files.length > 0 && files.every(isPicture) ? props.pictures : undefined;
  if (files.length > 0 && !pictures) return false;
  event.preventDefault();
  const at = ReactEditor.findEventRange(editor, event, { suppressThrow: true });
  if (!at) return true;
  if (pictures) {
    Transforms.select(editor, at);
    void insertWhenRead(editor, (reader) => reader.take(files), pictures);
  } else if (dragged) {
    const copies = IS_MAC ? event.altKey : event.ctrlKey;
    moveTo(editor, at, dragged, copies);
  } else {
    editor.settle();
    Transforms.select(editor, at);
    insertData(editor, data, props, false);
  }
  focusEditable(editor);
  letGo();
  return true;
}

/** Moves or copies what is dragged to a place of this text or of another one. */
export function moveTo(
  editor: Editor,
  at: Range,
  { editor: from, range, blocks }: Dragged,
  copies: boolean,
): void {
  const source = range.current;
  if (!source) return;
  const within = from === editor && includes(source, at);
  if (within && !copies) return;
  const put = adoptBlocks(blocks, editor.newId, { keepsNotes: !copies });
  if (copies || from === editor) {
    editor.settle();
    const place = Editor.rangeRef(editor, at);
    if (!copies) take(editor, source);
    const target = place.unref();
    if (target) Transforms.select(editor, target);
    insertBlocks(editor, put);
    editor.settle('other');
    return;
  }
  const group = `move:${++moves}`;
  from.settle();
  take(from, source);
  from.settle('other', undefined, { group });
  editor.settle();
  Transforms.select(editor, at);
  insertBlocks(editor, put);
  editor.settle('other', undefined, { group });
}

function take(editor: Editor, range: Range): void {
  Transforms.select(editor, range);
  editor.deleteFragment();
}

function includes(range: Range, { anchor, focus }: Range): boolean {
  return Range.includes(range, anchor) && Range.includes(range, focus);
}

/** What is being dragged, for tests without a window. */
export function draggedNow(): Dragged | null {
  return dragged;
}
