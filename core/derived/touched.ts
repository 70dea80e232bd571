/** Which stretches of a letter's blocks are highlighted, and what has become of them. */
import type { Block, BlockId, RichText } from '../text/block.ts';
import { blockLength, rangeByBlock, textIndex } from '../text/canonical.ts';
import type { Highlight } from '../document/letter.ts';
import type { HighlightState } from './usage.ts';

export type CoverageState = HighlightState | 'untouched';

/** By priority: where highlights overlap, answered goes before waived before open. */
export const STATES: readonly CoverageState[] = ['untouched', 'open', 'waived', 'answered'];

/** UTF-16 units of a block's text, half-open. */
export interface CoverageInterval {
  readonly from: number;
  readonly to: number;
  readonly state: CoverageState;
}

/** Of a block that a highlight touches: they tile it without gap or overlap; neighbours differ in state. */
export type BlockIntervals = readonly CoverageInterval[];

/** Three numbers for each highlighted stretch: from, to, index of its state in {@link STATES}. */
type Parts = number[];

function partsByBlock(
  text: RichText,
  highlights: readonly Highlight[],
  states: ReadonlyMap<string, HighlightState>,
): ReadonlyMap<BlockId, Parts> {
  const found = new Map<BlockId, Parts>();
  const add = (block: BlockId, from: number, to: number, state: number) => {
    if (from >= to) return;
    const parts = found.get(block);
    if (parts) parts.push(from, to, state);
    else found.set(block, [from, to, state]);
  };
  for (const { id, ranges } of highlights) {
    const state = STATES.indexOf(states.get(id) ?? 'open');
    for (const range of ranges) {
      const { start, end } = range;
      if (start.block === end.block) add(start.block, start.offset, end.offset, state);
      else for (const { block, from, to } of rangeByBlock(text, range)) add(block.id, from, to, state);
    }
  }
  return found;
}

/** A sweep over the ends of all stretches: n log n in their number, whatever their length. */
function tile(parts: Parts, length: number): BlockIntervals {
  const edges = new Float64Array((parts.length / 3) * 2);
  for (let i = 0, at = 0; i < parts.length; i += 3) {
    const state = parts[i + 2] as number;
    edges[at++] = Math.min(parts[i] as number, length) * 8 + state * 2 + 1;
    edges[at++] = Math.min(parts[i + 1] as number, length) * 8 + state * 2;
  }
  const tiles: CoverageInterval[] = [];
  const put = (from: number, to: number, state: number) => {
    if (from >= to) return;
    const last = tiles.at(-1);
    const named = STATES[state] as CoverageState;
    if (last?.state === named) tiles[tiles.length - 1] = { ...last, to };
    else tiles.push({ from, to, state: named });
  };
  const depth = [0, 0, 0, 0];
  let from = 0;
  let state = 0;
  for (const edge of edges.sort()) {
    const at = Math.floor(edge / 8);
    const of = (edge % 8) >> 1;
    depth[of] = (depth[of] as number) + (edge % 2 === 1 ? 1 : -1);
    const next = depth[3] ? 3 : depth[2] ? 2 : depth[1] ? 1 : 0;
    if (next === state) continue;
    put(from, at, state);
    from = at;
    state = next;
  }
  put(from, length, 0);
  return tiles;
}

const known = new WeakMap<Block, { readonly parts: Parts; readonly value: BlockIntervals }>();

function intervalsOf(block: Block, parts: Parts): BlockIntervals {
  const before = known.get(block);
  if (before?.parts.length === parts.length && before.parts.every((part, i) => part === parts[i]))
    return before.value;
  const value = tile(parts, blockLength(block));
  known.set(block, { parts, value });
  return value;
}

/**
 * The blocks that a highlight touches with their intervals, in no order. A block whose highlights are as they were
 * has the same value (`===`) as before: of an edit only its own blocks are computed again.
 */
export function touchedBlocks(
  text: RichText,
  highlights: readonly Highlight[],
  states: ReadonlyMap<string, HighlightState>,
): ReadonlyMap<BlockId, BlockIntervals> {
  const { order } = textIndex(text);
  const found = new Map<BlockId, BlockIntervals>();
  for (const [id, parts] of partsByBlock(text, highlights, states)) {
    const block = text[order.get(id) ?? -1];
    if (block) found.set(id, intervalsOf(block, parts));
  }
  return found;
}
