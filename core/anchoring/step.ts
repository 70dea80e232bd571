import type { BlockId } from '../text/block.ts';

/**
 * What one edit did to the blocks of a text, as far as positions are concerned. Offsets are UTF-16 units of a
 * block's text; indexes count blocks.
 */
export type Step =
  /** The units from `from` up to `to` of one block were replaced by `insertedLength` others. */
  | {
      readonly kind: 'replace';
      readonly block: BlockId;
      readonly from: number;
      readonly to: number;
      readonly insertedLength: number;
    }
  /** What stood from `offset` on became the block `newBlock` after it. */
  | { readonly kind: 'split'; readonly block: BlockId; readonly offset: number; readonly newBlock: BlockId }
  /** `next` was joined to the end of `block`, whose length was `at`. */
  | { readonly kind: 'join'; readonly block: BlockId; readonly next: BlockId; readonly at: number }
  /** `count` new blocks stand from `index` on. */
  | { readonly kind: 'insert-blocks'; readonly index: number; readonly count: number }
  /** The blocks, which stood in a row from `index` on, are gone. */
  | { readonly kind: 'remove-blocks'; readonly ids: readonly BlockId[]; readonly index: number }
  /** The block, with its id and text, stands elsewhere. */
  | { readonly kind: 'move-block'; readonly id: BlockId };
