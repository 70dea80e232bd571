import { createEditor, type Editor } from 'slate';
import { withReact } from 'slate-react';
import type { RichText } from '../../core/text/block.ts';
import { withLetterClipboard, type CleanPaste } from './letter-clipboard.ts';
import { withLetterEdits, type LetterEdits, type LetterSource } from './letter-edits.ts';
import { withLetter, type LetterOptions } from './letter-structure.ts';

/** A Slate editor for a letter's text. Works without a window. */
export function makeLetterEditor(
  letter: RichText,
  options: LetterOptions & { readonly cleanPaste: CleanPaste },
  onEdits: (edits: LetterEdits) => void,
): { readonly editor: Editor; readonly source: LetterSource } {
  const editor = withLetter(withReact(createEditor()), options);
  const source = withLetterEdits(editor, letter, onEdits);
  withLetterClipboard(editor, source, options.cleanPaste);
  return { editor, source };
}
