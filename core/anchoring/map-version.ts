/** Carries ranges of one version of a letter over to the next, without looking for their words elsewhere. */
import type { RichText } from '../text/block.ts';
import {
  blockLength,
  offsetToPosition,
  positionToOffset,
  rangeByBlock,
  textIndex,
  type Position,
  type TextRange,
} from '../text/canonical.ts';
import { mapExtent, type Hunk } from './hunks.ts';
import { blockStart, gapHunks, matchBlocks, type BlockMatch } from './match-blocks.ts';
import { normalRanges } from './map-anchors.ts';

export interface MappedRange {
  /** Several where its blocks were moved apart; one, empty, where no words are left; none only in an empty text. */
  readonly ranges: readonly TextRange[];
  /** Whether blocks of it stand in another order than before. */
  readonly moved: boolean;
  /** Whether its words can't have changed: they lie in one block that stayed as it was. */
  readonly untouched: boolean;
  /** From 1 for words that all stayed with no others among them, down to 0 (Dice's coefficient, in units). */
  readonly likeness: number;
  /** The share of the new words that are old ones, 0 to 1. */
  readonly purity: number;
}

export class VersionMap {
  readonly match: BlockMatch;
  private readonly before: RichText;
  private readonly after: RichText;
  private readonly hunks = new Map<number, readonly Hunk[]>();

  constructor(before: RichText, after: RichText) {
    this.before = before;
    this.after = after;
    this.match = matchBlocks(before, after);
  }

  /** @param range In the old version; its blocks have to be there. */
  map(range: TextRange): MappedRange {
    const { order } = textIndex(this.before);
    const first = order.get(range.start.block) ?? 0;
    const last = order.get(range.end.block) ?? first;
    const { stays, moved } = this.match;
    const target = first === last ? this.after[stays[first] ?? -1] : undefined;
    if (target) {
      const at = ({ offset }: Position) => ({ block: target.id, offset });
      return {
        ranges: [{ start: at(range.start), end: at(range.end) }],
        moved: moved[first] === 1,
        untouched: true,
        likeness: 1,
        purity: 1,
      };
    }
    const pieces = this.pieces(range, first, last);
    let kept = 0;
    const ranges = pieces.flatMap((piece) => {
      const mapped = this.mapPiece(piece);
      kept += mapped.kept;
      return mapped.range ?? [];
    });
    const tidy = normalRanges(this.after, ranges);
    const old = pieces.reduce((sum, piece) => sum + lengthOf(this.before, piece), 0);
    const now = tidy.reduce((sum, each) => sum + lengthOf(this.after, each), 0);
    return {
      ranges: tidy,
      moved: pieces.some(({ start }) => moved[order.get(start.block) ?? 0] === 1),
      untouched: false,
      likeness: old + now === 0 ? 0 : Math.min(1, (2 * kept) / (old + now)),
      purity: now === 0 ? 0 : Math.min(1, kept / now),
    };
  }

  /** The range cut where blocks of it were moved away from each other. */
  private pieces(range: TextRange, first: number, last: number): readonly TextRange[] {
    const { stays, moved } = this.match;
    const among = moved.subarray(first, last + 1);
    if (!among.includes(1)) return [range];
    const pieces: TextRange[] = [];
    let previous = -1;
    for (const { block, index, from, to } of rangeByBlock(this.before, range)) {
      const end = { block: block.id, offset: to };
      const open = pieces.at(-1);
      const together =
        moved[index] === 1
          ? moved[previous] === 1 && stays[index] === (stays[previous] ?? -2) + index - previous
          : moved[previous] === 0;
      if (open && together) pieces[pieces.length - 1] = { start: open.start, end };
      else pieces.push({ start: { block: block.id, offset: from }, end });
      previous = index;
    }
    return pieces.length > 0 ? pieces : [range];
  }

  private mapPiece({ start, end }: TextRange): { readonly range?: TextRange; readonly kept: number } {
    const { before, after } = this;
    const { order } = textIndex(before);
    const [first, last] = [order.get(start.block) ?? 0, order.get(end.block) ?? 0];
    const { stays, gapOf, moved } = this.match;
    const whole = (positionToOffset(before, end) ?? 0) - (positionToOffset(before, start) ?? 0);
    let kept = whole;
    const within = (index: number, { offset }: Position): Position | undefined => {
      const block = after[stays[index] ?? -1];
      return block && { block: block.id, offset };
    };
    let newStart = within(first, start);
    let newEnd = within(last, end);
    // A moved piece lies in blocks that stay; the gaps that they left aren't its affair.
    if (moved[first] !== 1) {
      for (let index = first, done = -1; index <= last; index++) {
        const gap = gapOf[index] ?? -1;
        if (gap < 0 || gap === done) continue;
        done = gap;
        const mapped = this.throughGap(gap, index === first ? start : undefined, last, end);
        if (index === first) newStart ??= mapped.start;
        newEnd ??= mapped.end;
        kept -= mapped.lost;
      }
    }
    if (!newStart || !newEnd) return { kept: 0 };
    return { range: { start: newStart, end: newEnd }, kept: Math.max(0, kept) };
  }

  /**
   * @param start Undefined where the piece begins before the gap; `end` counts if it lies in the gap's blocks.
   * @returns positions for the ends that lie in the gap, and the units of the piece that the gap lost.
   */
  private throughGap(gapIndex: number, start: Position | undefined, last: number, end: Position) {
    const { before, after } = this;
    const gap = this.match.gaps[gapIndex];
    if (!gap) return { lost: 0 };
    const base = blockStart(before, gap.from);
    const length = blockStart(before, gap.to) - 1 - base;
    const inGap = last < gap.to;
    const from = start ? (positionToOffset(before, start) ?? 0) - base : -1;
    const to = inGap ? (positionToOffset(before, end) ?? 0) - base : length + 1;
    let hunks = this.hunks.get(gapIndex);
    if (!hunks) this.hunks.set(gapIndex, (hunks = gapHunks(before, after, gap)));
    const mapped = mapExtent(hunks, from, to);
    const lost = to - from - mapped.kept;
    if (gap.newFrom === gap.newTo) {
      const endBefore = endOf(after, gap.newFrom - 1);
      const startAfter = startOf(after, gap.newFrom);
      // Nothing of the gap is left: what goes on after it begins there, what began before it ends there.
      const place = start && inGap ? (endBefore ?? startAfter) : undefined;
      return { start: place ?? startAfter, end: inGap ? (place ?? endBefore) : undefined, lost };
    }
    const newBase = blockStart(after, gap.newFrom);
    return {
      start: offsetToPosition(after, newBase + Math.max(0, mapped.from)),
      end: inGap ? offsetToPosition(after, newBase + mapped.to) : undefined,
      lost,
    };
  }
}

function endOf(text: RichText, index: number): Position | undefined {
  const block = text[index];
  return block && { block: block.id, offset: blockLength(block) };
}

function startOf(text: RichText, index: number): Position | undefined {
  const block = text[index];
  return block && { block: block.id, offset: 0 };
}

/** Units of the canonical text. */
export function lengthOf(text: RichText, { start, end }: TextRange): number {
  return (positionToOffset(text, end) ?? 0) - (positionToOffset(text, start) ?? 0);
}
