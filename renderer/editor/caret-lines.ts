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
  if (selection.focus.path[0] !== block) return false;
  const limit = edge === 'first' ? Editor.start(editor, []) : Editor.end(editor, []);
  const caret = rectAt(editor, selection.focus);
  const line = rectAt(editor, limit);
  if (!caret || !line) return true;
  const near = Math.min(caret.height, line.height) / 2;
  return Math.abs(caret.bottom - line.bottom) < near || Math.abs(caret.top - line.top) < near;
}

/** The box of a point or range, for what floats beside it. */
export function boxOf(editor: Editor, range: Range): DOMRect | undefined {
  const found = ReactEditor.resolveDOMRange(editor, range);
  if (!found) return undefined;
  const box = found.getBoundingClientRect();
  return box.height > 0 ? box : rectAt(editor, Range.end(range));
}
