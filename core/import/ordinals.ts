import type { Block, BlockId, ListStyle, RichText } from '../text/block.ts';

/**
 * Items with `start` where, and only where, their number wouldn't come of itself. The count runs as in
 * `listOrdinals`.
 *
 * @param ordinals The number that each numbered item bears; items that it doesn't name are left as they are.
 */
export function withStarts(text: RichText, ordinals: ReadonlyMap<BlockId, number>): RichText {
  let running: { style: ListStyle; count: number }[] = [];
  let quoted: Block['quoted'];
  return text.map((block) => {
    if (block.quoted !== quoted) running = [];
    quoted = block.quoted;
    if (block.type === 'item') {
      running.length = Math.min(running.length, block.level);
      const open = running[block.level - 1];
      const natural = open?.style === block.list ? open.count + 1 : 1;
      const ordinal = block.list === 'bullet' ? undefined : ordinals.get(block.id);
      const count = ordinal ?? block.start ?? natural;
      running[block.level - 1] = { style: block.list, count };
      if (ordinal === undefined) return block;
      const { start: _, ...rest } = block;
      return count === natural ? rest : { ...rest, start: count };
    }
    if (block.type === 'paragraph' && block.indent !== undefined)
      running.length = Math.min(running.length, block.indent);
    else running = [];
    return block;
  });
}
