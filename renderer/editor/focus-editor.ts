import { Editor } from 'slate';
import { ELEMENT_TO_NODE, IS_FOCUSED, IS_NODE_MAP_DIRTY } from 'slate-dom';
import { ReactEditor } from 'slate-react';

/**
 * Slate takes no notice of losing the focus while it is moving the browser's selection, which is just when a
 * popover opens. It has to be told, or it pulls the selection back at its next drawing.
 */
export function forgetFocus(editor: Editor): void {
  IS_FOCUSED.delete(editor);
}

/** What opens over a text and takes the focus. */
const OPENED = '[role="dialog"], [role="menu"], [data-editor-panel]';

/** Microtasks until what Slate has just changed is drawn: its own, React's, and what these ask for. */
const DRAWN_WITHIN = 8;

/**
 * Gives the editor the focus. Slate itself puts that off by 10 ms while a change is on its way; keys pressed
 * meanwhile would be lost. Here it is put off only until the change is drawn, before the next key can come.
 */
export function focusEditable(editor: Editor): void {
  if (isAtRest(editor) || hasFocus(editor)) focusNow(editor);
  else void focusWhenDrawn(editor);
}

function isAtRest(editor: Editor): boolean {
  return editor.operations.length === 0 && !IS_NODE_MAP_DIRTY.get(editor);
}

function hasFocus(editor: Editor): boolean {
  return ReactEditor.isMounted(editor) && ReactEditor.toDOMNode(editor, editor) === document.activeElement;
}

async function focusWhenDrawn(editor: Editor): Promise<void> {
  const before = document.activeElement;
  for (let i = 0; i < DRAWN_WITHIN && !isAtRest(editor); i++) await Promise.resolve();
  // What opened meanwhile keeps the focus that it took.
  const now = document.activeElement;
  if (now !== before && now?.closest(OPENED)) return;
  focusNow(editor);
}

function focusNow(editor: Editor): void {
  if (!ReactEditor.isMounted(editor)) return;
  if (hasFocus(editor)) {
    // Slate may not know, and would take the focus 10 ms later, from whatever has opened until then.
    IS_FOCUSED.set(editor, true);
    return;
  }
  forgetFocus(editor);
  // A text that is being drawn, as when it was split, would take the focus back.
  const { activeElement } = document;
  const before = activeElement && ELEMENT_TO_NODE.get(activeElement as HTMLElement);
  if (before && Editor.isEditor(before)) forgetFocus(before);
  ReactEditor.focus(editor);
}
