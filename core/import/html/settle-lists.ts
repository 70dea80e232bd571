/** Lists as they are to be shown: no level skipped, numbers told only where counting wouldn't give them. */
import type { Block, BlockId, ListItem, RichText } from '../../text/block.ts';

export interface ListFacts {
  /** Numbers that the page's own markers bear. */
  readonly numbers: ReadonlyMap<BlockId, number>;
  /** Blocks other than items and their paragraphs that stand within a list, so that it goes on after them. */
  readonly within: ReadonlySet<BlockId>;
}

interface Running {
  /** Level in the source. */
  readonly source: number;
}

/**
 * Levels count from 1 within each list, as deep as the items that are there: a selection that begins in the third
 * level of a list loses the two levels of which it holds nothing.
 */
export function settleLists(blocks: RichText, { numbers, within }: ListFacts): RichText {
  if (!blocks.some(({ type }) => type === 'item')) return blocks;
  const open: Running[] = [];
  /** What counting gives, by depth, in the manner of `listOrdinals`. */
  const counts: { style: ListItem['list']; count: number }[] = [];
  let quoted: Block['quoted'];
  return blocks.map((block): Block => {
    if (block.quoted !== quoted) counts.length = 0;
    quoted = block.quoted;
    if (block.type === 'item') {
      while ((open.at(-1)?.source ?? 0) > block.level) open.pop();
      const anew = open.at(-1)?.source !== block.level;
      if (anew) open.push({ source: block.level });
      const level = open.length;
      counts.length = Math.min(counts.length, level);
      const before = counts[level - 1];
      const next = before?.style === block.list ? before.count + 1 : 1;
      const own = numbers.get(block.id);
      const wanted = own ?? block.start ?? (anew ? 1 : next);
      counts[level - 1] = { style: block.list, count: wanted };
      const { start, ...rest } = block;
      // That the first list begins anew is told though counting gives it: what parts it from the list before may go.
      const again = own === undefined && start === 1 && (level === 1 || before !== undefined);
      const told = block.list !== 'bullet' && (wanted !== next || again);
      return { ...rest, level, ...(told ? { start: wanted } : {}) };
    }
    if (block.type === 'paragraph' && block.indent !== undefined) {
      const { indent } = block;
      const depth = open.findLastIndex(({ source }) => source <= indent) + 1;
      counts.length = Math.min(counts.length, depth || indent);
      return depth === 0 || depth === indent ? block : { ...block, indent: depth };
    }
    counts.length = 0;
    if (!within.has(block.id)) open.length = 0;
    return block;
  });
}
