import type { BlockId } from '../text/block.ts';
import type { TextRef } from './find.ts';

/** Where a quotation stands in one of the author's texts: within one block, or within a note in it. */
export interface QuotationPlace {
  readonly text: TextRef;
  readonly block: BlockId;
  /** The note whose body it stands in; absent for the block's own text. */
  readonly note?: string;
  /** UTF-16 units of the block's or the note's text, half-open; marks around the quotation left out. */
  readonly from: number;
  readonly to: number;
}
