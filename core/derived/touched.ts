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

/** A stretch of a block that a highlight covers: UTF-16 units, half-open, never empty. */
interface Piece {
  readonly block: BlockId;
  readonly from: number;
  readonly to: number;
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

/** What changed from one list to another: all between what they have in common at either end. */
function changedBetween<T>(before: readonly T[], after: readonly T[]) {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start++;
  let [endBefore, endAfter] = [before.length, after.length];
  while (endBefore > start && endAfter > start && before[endBefore - 1] === after[endAfter - 1]) {
    endBefore--;
    endAfter--;
  }
  return { gone: before.slice(start, endBefore), come: after.slice(start, endAfter) };
}

export type Touched = ReadonlyMap<BlockId, BlockIntervals>;

/**
 * The blocks of a text that a highlight touches, with their intervals, in no order. Each call begins from the one
 * before: it takes as long as the list of highlights is compared, and computes only the blocks of which a highlight
 * or its state is another. The same value (`===`) when nothing changed of it; else that of the blocks of which nothing did.
 */
export function touchedBlocks(
  text: RichText,
): (highlights: readonly Highlight[], states: ReadonlyMap<string, HighlightState>) => Touched {
  const { order } = textIndex(text);
  const pieces = new WeakMap<Highlight, readonly Piece[]>();
  const standing = new Map<BlockId, Set<Highlight>>();
  let known: readonly Highlight[] = [];
  let knownStates: ReadonlyMap<string, HighlightState> = new Map();
  let touched: Touched = new Map();

  const piecesOf = (highlight: Highlight): readonly Piece[] => {
    const before = pieces.get(highlight);
    if (before) return before;
    const found: Piece[] = [];
    const add = (block: BlockId, from: number, to: number) => {
      if (from < to && order.has(block)) found.push({ block, from, to });
    };
    for (const range of highlight.ranges) {
      const { start, end } = range;
      if (start.block === end.block) add(start.block, start.offset, end.offset);
      else for (const { block, from, to } of rangeByBlock(text, range)) add(block.id, from, to);
    }
    pieces.set(highlight, found);
    return found;
  };

  const partsOf = (block: BlockId, states: ReadonlyMap<string, HighlightState>): Parts => {
    const parts: Parts = [];
    for (const highlight of standing.get(block) ?? []) {
      const state = STATES.indexOf(states.get(highlight.id) ?? 'open');
      for (const piece of piecesOf(highlight))
        if (piece.block === block) parts.push(piece.from, piece.to, state);
    }
    return parts;
  };

  return (highlights, states) => {
    const changed = new Set<BlockId>();
    const { gone, come } = changedBetween(known, highlights);
    for (const highlight of gone) {
      for (const { block } of piecesOf(highlight)) {
        standing.get(block)?.delete(highlight);
        changed.add(block);
      }
    }
    for (const highlight of come) {
      for (const { block } of piecesOf(highlight)) {
        const there = standing.get(block);
        if (there) there.add(highlight);
        else standing.set(block, new Set([highlight]));
        changed.add(block);
      }
    }
    if (states !== knownStates) {
      for (const highlight of highlights) {
        if (states.get(highlight.id) === knownStates.get(highlight.id)) continue;
        for (const { block } of piecesOf(highlight)) changed.add(block);
      }
    }
    known = highlights;
    knownStates = states;
    let next: Map<BlockId, BlockIntervals> | undefined;
    for (const id of changed) {
      const block = text[order.get(id) ?? -1];
      const parts = partsOf(id, states);
      const intervals = block && parts.length > 0 ? intervalsOf(block, parts) : undefined;
      if (intervals === touched.get(id)) continue;
      next ??= new Map(touched);
      if (intervals) next.set(id, intervals);
      else next.delete(id);
    }
    if (next) touched = next;
    return touched;
  };
}
