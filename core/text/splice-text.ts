import type { Block, RichText } from './block.ts';
import { carryIndex } from './canonical.ts';

/**
 * The text with `removed` blocks from `index` on replaced by `inserted`. Where each block stands is taken over from
 * `text` as far as it was known, so that a key in a very long text counts nothing anew.
 */
export function spliceText(
  text: RichText,
  index: number,
  removed: number,
  inserted: readonly Block[],
): RichText {
  const after = text.toSpliced(index, removed, ...inserted);
  carryIndex(text, after, index, removed);
  return after;
}
