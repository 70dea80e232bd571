/** Whether the caret stands in the first or the last line on the screen. Pixels of the viewport. */
import { Editor, Range, type Point } from 'slate';
import { ReactEditor } from 'slate-react';

function rectAt(editor: Editor, point: Point): DOMRect | undefined {
  const range = ReactEditor.resolveDOMRange(editor, { anchor: point, focus: point });
  if (!range) return undefined;
  const rects = range.getClientRects();
  const rect = rects[0] ?? range.getBoundingClientRect();
  // A caret without a box of its own, in an empty block.
  if (rect.height > 0) return rect;
  const element = range.startContainer.parentElement?.closest('.block');
  return element?.getBoundingClientRect();
}

export function isOnEdgeLine(editor: Editor, edge: 'first' | 'last'): boolean {
  const { selection } = editor;
  if (!selection || Range.isExpanded(selection)) return false;
  const block = edge === 'first' ? 0 : editor.children.length - 1;
  return selection.focus.path[0] === block && isOnBlockEdgeLine(editor, edge);
}

/** As {@link isOnEdgeLine}, of the block that the caret is in. */
export function isOnBlockEdgeLine(editor: Editor, edge: 'first' | 'last'): boolean {
  const { selection } = editor;
  if (!selection || Range.isExpanded(selection)) return false;
  const block = selection.focus.path.slice(0, 1);
  const limit = edge === 'first' ? Editor.start(editor, block) : Editor.end(editor, block);
  const caret = rectAt(editor, selection.focus);
  const line = rectAt(editor, limit);
  if (!caret || !line) return true;
  const near = Math.min(caret.height, line.height) / 2;
  return Math.abs(caret.bottom - line.bottom) < near || Math.abs(caret.top - line.top) < near;
}

/**
 * Whether an arrow key would go out of a text of one paragraph: 1 for behind its end, -1 for before its beginning,
 * undefined where it stays within.
 */
export function atCellEdge(editor: Editor, key: string): 1 | -1 | undefined {
  const { selection } = editor;
  if (!selection || Range.isExpanded(selection)) return undefined;
  if (key === 'ArrowUp') return isOnEdgeLine(editor, 'first') ? -1 : undefined;
  if (key === 'ArrowDown') return isOnEdgeLine(editor, 'last') ? 1 : undefined;
  if (key !== 'ArrowLeft' && key !== 'ArrowRight') return undefined;
  const forth = (key === 'ArrowRight') === isLeftToRight(editor, selection.focus);
  if (forth) return Editor.isEnd(editor, selection.focus, []) ? 1 : undefined;
  return Editor.isStart(editor, selection.focus, []) ? -1 : undefined;
}

/** Of the block that the point is in. */
export function isLeftToRight(editor: Editor, { path }: Point): boolean {
  const [block] = Editor.node(editor, path.slice(0, 1));
  return getComputedStyle(ReactEditor.toDOMNode(editor, block)).direction === 'ltr';
}

/** The box of a point or range, for what floats beside it. */
export function boxOf(editor: Editor, range: Range): DOMRect | undefined {
  const found = ReactEditor.resolveDOMRange(editor, range);
  if (!found) return undefined;
  const box = found.getBoundingClientRect();
  return box.height > 0 ? box : rectAt(editor, Range.end(range));
}
