import type { RichText } from './block.ts';
import { rangeText, type TextRange } from './canonical.ts';

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
