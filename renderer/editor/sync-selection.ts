import { Range, Transforms, type Editor } from 'slate';
import { IS_NODE_MAP_DIRTY } from 'slate-dom';
import { ReactEditor } from 'slate-react';

/**
 * Slate hears of the browser's selection only up to 100 ms late. What acts on the selection at once (a command's
 * key right after an arrow key, copying) asks for it here first.
 */
export function syncSelection(editor: Editor): void {
  if (!ReactEditor.isFocused(editor) || ReactEditor.isComposing(editor) || IS_NODE_MAP_DIRTY.get(editor))
    return;
  const selection = document.getSelection();
  if (!selection?.anchorNode || !selection.focusNode) return;
  if (!ReactEditor.hasDOMNode(editor, selection.anchorNode)) return;
  if (!ReactEditor.hasDOMNode(editor, selection.focusNode)) return;
  const range = ReactEditor.toSlateRange(editor, selection, { exactMatch: false, suppressThrow: true });
  if (!range || (editor.selection && Range.equals(range, editor.selection))) return;
  Transforms.select(editor, range);
}
