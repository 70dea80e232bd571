/** From the model's flat blocks with depths to nested quotations and lists, for media that nest. */
import type { ListStyle } from '../text/block.ts';
import type { PublishedBlock } from './publication.ts';

export type PublishedItem = Extract<PublishedBlock, { type: 'item' }>;

export type Nested =
  | { readonly type: 'quotation'; readonly inner: readonly Nested[] }
  | {
      readonly type: 'list';
      readonly style: ListStyle;
      /** The number of the first item; 0 for bullets. The others follow it one by one. */
      readonly start: number;
      readonly items: readonly NestedItem[];
    }
  | { readonly type: 'block'; readonly block: PublishedBlock };

export interface NestedItem {
  readonly block: PublishedItem;
  /** Paragraphs that continue the item, and lists within it. */
  readonly inner: readonly Nested[];
}

export function nest(blocks: readonly PublishedBlock[], depth = 0): readonly Nested[] {
  const within = ({ quoted = 0 }: PublishedBlock) => quoted > depth;
  const result: Nested[] = [];
  for (let i = 0; i < blocks.length;) {
    const block = blocks[i];
    if (!block) break;
    let run: readonly PublishedBlock[] = [block];
    if (within(block)) {
      run = runFrom(blocks, i, within);
      result.push({ type: 'quotation', inner: nest(run, depth + 1) });
    } else if (inList(block)) {
      run = runFrom(blocks, i, (other) => inList(other) && !within(other));
      result.push(...lists(run));
    } else {
      result.push({ type: 'block', block });
    }
    i += run.length;
  }
  return result;
}

const inList = (block: PublishedBlock): boolean =>
  block.type === 'item' || (block.type === 'paragraph' && (block.indent ?? 0) > 0);

/** The blocks from `from` on for which `belongs` holds without a break; the one at `from` in any case. */
function runFrom(
  blocks: readonly PublishedBlock[],
  from: number,
  belongs: (block: PublishedBlock) => boolean,
): readonly PublishedBlock[] {
  const end = blocks.findIndex((block, i) => i > from && !belongs(block));
  return blocks.slice(from, end < 0 ? undefined : end);
}

/** Lists of the items at the smallest depth of the run; what lies deeper goes into the item before it. */
function lists(run: readonly PublishedBlock[]): readonly Nested[] {
  const depth = Math.min(...run.map((block) => (block.type === 'item' ? block.level : Infinity)));
  const here = (block: PublishedBlock): block is PublishedItem =>
    block.type === 'item' && block.level === depth;
  const result: Nested[] = [];
  let open: NestedItem[] = [];
  for (let i = 0; i < run.length;) {
    const block = run[i];
    if (!block) break;
    const part = runFrom(run, i, (other) => !here(other));
    i += part.length;
    if (!here(block)) {
      result.push(...loose(part));
      continue;
    }
    const item: NestedItem = { block, inner: loose(part.slice(1)) };
    const before = open.at(-1)?.block;
    const follows =
      before?.list === block.list && (block.list === 'bullet' || block.ordinal === before.ordinal + 1);
    if (follows) open.push(item);
    else {
      open = [item];
      result.push({ type: 'list', style: block.list, start: block.ordinal, items: open });
    }
  }
  return result;
}

/** What has no item of the list's own depth among it: paragraphs, and lists that begin deeper. */
function loose(run: readonly PublishedBlock[]): readonly Nested[] {
  const first = run.findIndex(({ type }) => type === 'item');
  const paragraphs = run.slice(0, first < 0 ? undefined : first);
  const told = paragraphs.map((block): Nested => ({ type: 'block', block }));
  return first < 0 ? told : [...told, ...lists(run.slice(first))];
}

/**
 * A rank for each heading below the one above the text, without a gap between a heading and those under it.
 *
 * @param above rank of the heading above, 1 to 6
 */
export function headingRanks(
  blocks: readonly PublishedBlock[],
  above: number,
): ReadonlyMap<PublishedBlock, number> {
  const ranks = new Map<PublishedBlock, number>();
  const open: number[] = [];
  for (const block of blocks) {
    if (block.type !== 'heading') continue;
    while ((open.at(-1) ?? 0) >= block.level) open.pop();
    open.push(block.level);
    ranks.set(block, Math.min(6, above + open.length));
  }
  return ranks;
}
