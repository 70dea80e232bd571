import type { Editor } from 'slate';
import { IS_FOCUSED } from 'slate-dom';
import { ReactEditor } from 'slate-react';

/**
 * Slate takes no notice of losing the focus while it is moving the browser's selection, which is just when a
 * popover opens. It has to be told, or it pulls the selection back at its next drawing.
 */
export function forgetFocus(editor: Editor): void {
  IS_FOCUSED.delete(editor);
}

export function focusEditable(editor: Editor): void {
  if (!ReactEditor.isMounted(editor)) return;
  const element = ReactEditor.toDOMNode(editor, editor);
  if (element.ownerDocument.activeElement !== element) forgetFocus(editor);
  ReactEditor.focus(editor);
}
