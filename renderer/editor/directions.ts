/** The direction of a block: by its first letter, or as a command sets it. */
import { Node, type Editor } from 'slate';
import type { Block } from '../../core/text/block.ts';
import { blockText } from '../../core/text/canonical.ts';
import { blockEntry, isTextElement, selectedBlocks } from './blocks.ts';
import { toBlock } from './convert.ts';
import { setFields } from './set-fields.ts';

/** Characters that set the direction of a text, by script: the Hebrew and Arabic blocks, and all other letters. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
const LETTER = /\p{L}/u;

/** By the first letter (Unicode rule P2, without its isolates); undefined without letters. */
export function directionOf(text: string): 'ltr' | 'rtl' | undefined {
  const letter = LETTER.exec(text)?.[0];
  if (letter === undefined) return undefined;
  return RIGHT_TO_LEFT.test(letter) ? 'rtl' : 'ltr';
}

/** The first letter typed into a block sets its direction. */
export function followDirection(editor: Editor, before: string | undefined): void {
  if (before === undefined || directionOf(before) !== undefined) return;
  const entry = editor.selection && blockEntry(editor, editor.selection.anchor);
  if (!entry || !isTextElement(entry[0])) return;
  if (editor.directed?.has(entry[0].id)) return;
  const direction = directionOf(Node.string(entry[0]));
  if (direction === undefined) return;
  const own = direction === editor.textDirection ? undefined : direction;
  if (own === entry[0].direction) return;
  setFields(editor, entry[1], { direction: own ?? null });
}

/** Sets the direction of the selected blocks; undefined for that of their first letters. */
export function setDirection(editor: Editor, wanted: 'ltr' | 'rtl' | undefined): void {
  for (const [block, path] of selectedBlocks(editor)) {
    const direction = wanted ?? directionOf(blockText(toBlock(block)));
    const own = direction === editor.textDirection ? undefined : direction;
    if (wanted) editor.directed?.add(block.id);
    else editor.directed?.delete(block.id);
    if (isTextElement(block)) setFields(editor, path, { direction: own ?? null });
    else {
      const { direction: _, ...rest } = block.block;
      setFields(editor, path, { block: (own ? { ...rest, direction: own } : rest) as Block });
    }
  }
}
