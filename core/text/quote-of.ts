import type { RichText } from './block.ts';
import { rangeByBlock, rangeText, type TextRange } from './canonical.ts';

/** What stands between the parts of a quotation with gaps. */
export const OMISSION = ' […] ';

/**
 * The words of a passage: its ranges in order, joined by " […] "; blocks within a range are parted by a line feed.
 * Ranges without words (cut away) are passed over; the empty string when none has any.
 */
export function quoteOf(text: RichText, ranges: readonly TextRange[]): string {
  return ranges
    .map((range) => rangeText(text, range))
    .filter((words) => words !== '')
    .join(OMISSION);
}

/** Of the ranges that a quote is of, those of its units from `from` up to `to`. */
export function rangesWithin(
  text: RichText,
  ranges: readonly TextRange[],
  { from, to }: { readonly from: number; readonly to: number },
): readonly TextRange[] {
  const within: TextRange[] = [];
  let at = 0;
  for (const range of ranges) {
    const parts = rangeByBlock(text, range);
    if (parts.length === 0) continue;
    if (at > 0) at += OMISSION.length;
    let inside: TextRange | undefined;
    parts.forEach((part, i) => {
      if (i > 0) at++;
      const [start, end] = [Math.max(from, at), Math.min(to, at + part.to - part.from)];
      if (start < end) {
        const position = (unit: number) => ({ block: part.block.id, offset: part.from + unit - at });
        inside = { start: inside?.start ?? position(start), end: position(end) };
      }
      at += part.to - part.from;
    });
    if (inside) within.push(inside);
  }
  return within;
}
