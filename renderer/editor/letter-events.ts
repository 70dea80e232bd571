/** Keys, paste and the pointer within a letter that is being corrected. */
import { useMemo, type ClipboardEvent, type KeyboardEvent, type MouseEvent, type RefObject } from 'react';
import type { Editor } from 'slate';
import { commandOfKey, isPlainPaste, isUndoOrRedo } from './keys.ts';
import { pasteInLetter, type CleanPaste } from './letter-clipboard.ts';
import { performInLetter } from './letter-commands.ts';
import type { LetterSource } from './letter-edits.ts';
import { syncSelection } from './sync-selection.ts';

/** Keys that take the selection to parts of the letter that may not be drawn yet. */
function reachesFar({ key, ctrlKey, metaKey }: KeyboardEvent): boolean {
  if (!ctrlKey && !metaKey) return false;
  return (
    key === 'a' || key === 'A' || key === 'Home' || key === 'End' || key === 'ArrowUp' || key === 'ArrowDown'
  );
}

export function useLetterEvents(
  editor: Editor,
  source: LetterSource,
  latest: RefObject<{ readonly cleanPaste: CleanPaste }>,
  drawAll: () => void,
) {
  return useMemo(() => {
    let plain = false;
    return {
      /** A value of true keeps Slate from the key; the browser and the application still get it. */
      onKeyDown(event: KeyboardEvent): boolean | undefined {
        if (event.nativeEvent.isComposing) return undefined;
        if (event.key.length > 1 || event.ctrlKey || event.metaKey) syncSelection(editor);
        plain = isPlainPaste(event);
        // Undo is the application's.
        if (isUndoOrRedo(event)) return true;
        if (reachesFar(event)) drawAll();
        const command = commandOfKey(event.nativeEvent);
        if (!command || !performInLetter(editor, command)) return undefined;
        event.preventDefault();
        return true;
      },
      /** The browser must not undo on its own what it thinks that it did. */
      onDOMBeforeInput(event: InputEvent): boolean | undefined {
        if (event.inputType !== 'historyUndo' && event.inputType !== 'historyRedo') return undefined;
        event.preventDefault();
        return true;
      },
      onPaste(event: ClipboardEvent): boolean {
        event.preventDefault();
        syncSelection(editor);
        pasteInLetter(editor, source, event.clipboardData, latest.current.cleanPaste, plain);
        plain = false;
        return true;
      },
      onCopy(): undefined {
        syncSelection(editor);
      },
      /** What is cut is an edit of its own. */
      onCut(): undefined {
        syncSelection(editor);
        editor.settle();
      },
      /** A link is text here. */
      onClick(event: MouseEvent): void {
        if ((event.target as HTMLElement).closest('a[href]')) event.preventDefault();
      },
      onAuxClick(event: MouseEvent): void {
        if ((event.target as HTMLElement).closest('a[href]')) event.preventDefault();
      },
    };
  }, [editor, source, latest, drawAll]);
}
