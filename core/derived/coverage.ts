/** How much of each letter is answered, waived, open or untouched. */
import type { BlockId, RichText } from '../text/block.ts';
import { blockText, positionToOffset, textIndex, type TextIndex } from '../text/canonical.ts';
import type { Highlight, Letter } from '../document/letter.ts';
import type { Project } from '../document/project.ts';
import { highlightsByLetter } from './passages.ts';
import { byIdentity, byParts } from './remember.ts';
import { highlightStates, type HighlightState } from './usage.ts';

export type CoverageState = HighlightState | 'untouched';

/** UTF-16 units of a block's text, half-open. */
export interface CoverageInterval {
  readonly from: number;
  readonly to: number;
  readonly state: CoverageState;
}

export interface Coverage {
  /**
   * The blocks that a highlight touches, each with intervals that tile it from 0 to its length without gap or
   * overlap; neighbours differ in state. Where highlights overlap, answered goes before waived before open. A
   * block that isn't here is untouched.
   */
  readonly blocks: ReadonlyMap<BlockId, readonly CoverageInterval[]>;
  /** UTF-16 units in each state; blocks of nothing but space count nothing. */
  readonly totals: Readonly<Record<CoverageState, number>>;
  /** Answered units in a hundred, whole: 100 only when all is answered, 0 only when nothing is. */
  readonly answeredPercent: number;
}

/** By priority: the number of each is its place here, from 1; 0 is untouched. */
const STATES: readonly CoverageState[] = ['untouched', 'open', 'waived', 'answered'];

type States = ReadonlyMap<string, HighlightState>;

const ofText = byIdentity((text: RichText) =>
  byParts(
    (highlights: readonly Highlight[], states: States) => {
      const parts: unknown[] = [];
      for (const { id, ranges } of highlights) parts.push(ranges, states.get(id));
      return parts;
    },
    (highlights, states) => compute(text, highlights, states),
  ),
);

/** The coverage of one of the project's letters. The same value (`===`) as long as it doesn't change. */
export function coverage(project: Project, letter: Letter): Coverage {
  const highlights = highlightsByLetter(project.highlights).get(letter.id) ?? [];
  return ofText(letter.blocks)(highlights, highlightStates(project));
}

/** Stretches of the canonical text in one state, never untouched, in order and apart from each other. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly state: number;
}

function compute(text: RichText, highlights: readonly Highlight[], states: States): Coverage {
  const totals = { answered: 0, waived: 0, open: 0, untouched: countedUnits(text) };
  const blocks = new Map<BlockId, readonly CoverageInterval[]>();
  const tile = tiler(text, textIndex(text), (block, intervals) => {
    blocks.set(block, intervals);
    if (!counts(text, block)) return;
    for (const { from, to, state } of intervals) {
      if (state === 'untouched') continue;
      totals[state] += to - from;
      totals.untouched -= to - from;
    }
  });
  for (const stretch of stretches(text, highlights, states)) tile.add(stretch);
  tile.end();
  const all = totals.answered + totals.waived + totals.open + totals.untouched;
  return { blocks, totals, answeredPercent: percent(totals.answered, all) };
}

function percent(part: number, whole: number): number {
  if (part === 0) return 0;
  return Math.max(1, Math.floor((part / whole) * 100));
}

const countedUnits = byIdentity((text: RichText) =>
  text.reduce((units, block) => units + (/\S/.test(blockText(block)) ? blockText(block).length : 0), 0),
);

function counts(text: RichText, id: BlockId): boolean {
  const block = text[textIndex(text).order.get(id) ?? -1];
  return block !== undefined && /\S/.test(blockText(block));
}

/** A sweep over the ends of all ranges: n log n in their number, whatever their length. */
function stretches(text: RichText, highlights: readonly Highlight[], states: States): readonly Stretch[] {
  const edges: number[] = [];
  for (const { id, ranges } of highlights) {
    const state = STATES.indexOf(states.get(id) ?? 'open');
    for (const { start, end } of ranges) {
      const from = positionToOffset(text, start);
      const to = positionToOffset(text, end);
      if (from === undefined || to === undefined || from >= to) continue;
      edges.push(from * 8 + state * 2 + 1, to * 8 + state * 2);
    }
  }
  const found: Stretch[] = [];
  const depth = [0, 0, 0, 0];
  let from = 0;
  let state = 0;
  for (const edge of Float64Array.from(edges).sort()) {
    const at = Math.floor(edge / 8);
    const of = (edge % 8) >> 1;
    depth[of] = (depth[of] ?? 0) + (edge % 2 === 1 ? 1 : -1);
    const next = depth[3] ? 3 : depth[2] ? 2 : depth[1] ? 1 : 0;
    if (next === state) continue;
    if (state > 0 && at > from) found.push({ from, to: at, state });
    from = at;
    state = next;
  }
  return found;
}

/** Cuts stretches at block borders and fills what lies between them. */
function tiler(
  text: RichText,
  { starts }: TextIndex,
  done: (block: BlockId, intervals: readonly CoverageInterval[]) => void,
) {
  let block = 0;
  let intervals: CoverageInterval[] = [];
  const startOf = (i: number) => starts[i] ?? 0;
  /** Where the block's text ends; one line feed stands between it and the next block. */
  const endOf = (i: number) => startOf(i + 1) - 1;
  const put = (from: number, to: number, state: number) => {
    if (from >= to) return;
    const last = intervals.at(-1);
    const named = STATES[state] ?? 'untouched';
    if (last?.state === named) intervals[intervals.length - 1] = { ...last, to };
    else intervals.push({ from, to, state: named });
  };
  const end = () => {
    const open = text[block];
    if (!open || intervals.length === 0) return;
    put(intervals.at(-1)?.to ?? 0, endOf(block) - startOf(block), 0);
    done(open.id, intervals);
    intervals = [];
  };
  const add = ({ from, to, state }: Stretch) => {
    while (block < text.length && startOf(block) < to) {
      const start = startOf(block);
      const [cutFrom, cutTo] = [Math.max(from, start) - start, Math.min(to, endOf(block)) - start];
      if (cutFrom < cutTo) {
        put(intervals.at(-1)?.to ?? 0, cutFrom, 0);
        put(cutFrom, cutTo, state);
      }
      if (to <= endOf(block)) return;
      end();
      block++;
    }
  };
  return { add, end };
}
