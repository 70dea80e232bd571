/**
 * How passages follow an edit of their letter's text. The rules, which the tests cite:
 *
 * A1. Every highlight stays, whatever is edited.
 * A2. Words put in at the beginning or the end of a range don't belong to it; words and blocks put in between its
 *     ends do.
 * A3. Words taken out of a range make it shorter; words taken out elsewhere only move it.
 * A4. Words that replace others belong to the range if all the words replaced did, even if they were all of it.
 * A5. A block that is split or joined stays covered as it was.
 * A6. A block that is moved takes its part of a range with it: covered words stay covered and no others become so.
 *     The range is cut where that is needed; parts of it that follow one another again become one.
 * A7. A range that has words begins and ends at words: an end at the edge of a block in which nothing is covered is
 *     drawn in. Ranges of one highlight are in reading order, and those that touch become one.
 * A8. A range that lost all its words stays, empty, where they were. While the highlight covers any words its quote
 *     is what it covers; after that, the quote as it last was. It has no range only while the text has no blocks.
 *
 * What an edit leaves in place with the same words isn't in the answer.
 */
import type { Highlight } from '../document/letter.ts';
import type { BlockId, RichText } from '../text/block.ts';
import {
  blockLength,
  comparePositions,
  rangeByBlock,
  textIndex,
  type Position,
  type TextRange,
} from '../text/canonical.ts';
import { quoteOf } from '../text/quote-of.ts';
import type { Step } from './step.ts';

interface Anchor {
  readonly ranges: readonly TextRange[];
  readonly quote: string;
}
/** As a splice operation holds it. */
export interface MovedAnchor {
  readonly highlight: string;
  readonly before: Anchor;
  readonly after: Anchor;
}

/**
 * @param before The letter's blocks before the step, `after` those after it; both as the step says.
 * @param highlights Those of the letter; ranges in blocks that it doesn't have are left as they are.
 */
export function mapAnchors(
  before: RichText,
  after: RichText,
  step: Step,
  highlights: readonly Highlight[],
): MovedAnchor[] {
  const { order } = textIndex(before);
  const [first, last] = blocksTouched(before, after, step);
  // An edit within one block, as typing is, asks of most highlights only whether they stand in it.
  const only = first === last ? before[first]?.id : undefined;
  const touches = ({ start, end }: TextRange) => {
    if (only !== undefined && start.block === end.block) return start.block === only;
    const from = order.get(start.block);
    const to = order.get(end.block);
    return from !== undefined && to !== undefined && from <= last && to >= first;
  };
  const moved: MovedAnchor[] = [];
  for (const { id, ranges, quote } of highlights) {
    const unplaced = ranges.length === 0 && after[0] !== undefined;
    if (!unplaced && !ranges.some(touches)) continue;
    const mapped = unplaced
      ? startOf(after)
      : ranges.flatMap((range) => (touches(range) ? mapRange(before, after, step, range) : range));
    const tidy = normalRanges(after, mapped);
    const words = quoteOf(after, tidy);
    const anchor = { ranges: tidy, quote: words === '' ? quote : words };
    if (anchor.quote === quote && sameRanges(ranges, tidy)) continue;
    moved.push({ highlight: id, before: { ranges, quote }, after: anchor });
  }
  return moved;
}

function startOf(text: RichText): readonly TextRange[] {
  const start = { block: text[0]?.id ?? '', offset: 0 };
  return [{ start, end: start }];
}

/** Indexes in `before` of the first and the last block whose neighbourhood the step changes. */
function blocksTouched(
  before: RichText,
  after: RichText,
  step: Step,
): readonly [first: number, last: number] {
  const at = (id: BlockId) => textIndex(before).order.get(id) ?? -1;
  switch (step.kind) {
    case 'replace':
    case 'split':
      return [at(step.block), at(step.block)];
    case 'join':
      return [at(step.block), at(step.next)];
    case 'insert-blocks':
      return [step.index - 1, step.index];
    case 'remove-blocks':
      return [step.index, step.index + step.ids.length - 1];
    case 'move-block': {
      const from = at(step.id);
      const to = textIndex(after).order.get(step.id) ?? from;
      return [Math.min(from, to) - 1, Math.max(from, to) + 1];
    }
  }
}

function mapRange(before: RichText, after: RichText, step: Step, range: TextRange): readonly TextRange[] {
  switch (step.kind) {
    case 'replace':
      return [replaceWithin(step, range)];
    case 'split':
      return [splitWithin(step, range)];
    case 'join':
      return [mapEnds(range, (end) => joined(step, end))];
    case 'insert-blocks':
      return [range];
    case 'remove-blocks':
      return removeWithin(before, step, range);
    case 'move-block':
      return moveWithin(before, after, range);
  }
}

function mapEnds({ start, end }: TextRange, map: (position: Position) => Position): TextRange {
  return { start: map(start), end: map(end) };
}

function isEmpty({ start, end }: TextRange): boolean {
  return start.block === end.block && start.offset === end.offset;
}

type StepOf<K extends Step['kind']> = Extract<Step, { kind: K }>;

function replaceWithin(step: StepOf<'replace'>, range: TextRange): TextRange {
  const { block, from, to, insertedLength } = step;
  const growth = insertedLength - (to - from);
  // The range as this block sees it: an end in another block is infinitely far away.
  const edge = (position: Position, far: number) => (position.block === block ? position.offset : far);
  const start = edge(range.start, -Infinity);
  const end = edge(range.end, Infinity);
  const at = (position: Position, offset: number) =>
    position.block === block ? { block, offset } : position;
  const result = (newStart: number, newEnd: number) => ({
    start: at(range.start, newStart),
    end: at(range.end, newEnd),
  });
  if (isEmpty(range)) {
    const offset = start <= from ? start : start >= to ? start + growth : from;
    return result(offset, offset);
  }
  if (from < to && start <= from && to <= end) return result(start, end + growth);
  const newStart = start < from ? start : start >= to ? start + growth : from + insertedLength;
  const newEnd = end <= from ? end : end >= to ? end + growth : from;
  // All its words lay within what was replaced, with others: it is empty where they were.
  return newStart > newEnd ? result(newEnd, newEnd) : result(newStart, newEnd);
}

function splitWithin({ block, offset, newBlock }: StepOf<'split'>, range: TextRange): TextRange {
  const moved = (position: Position) => ({ block: newBlock, offset: position.offset - offset });
  const after = (position: Position, orAt: boolean) =>
    position.block === block && (position.offset > offset || (orAt && position.offset === offset));
  return {
    start: after(range.start, !isEmpty(range)) ? moved(range.start) : range.start,
    end: after(range.end, false) ? moved(range.end) : range.end,
  };
}

function joined({ block, next, at }: StepOf<'join'>, position: Position): Position {
  return position.block === next ? { block, offset: at + position.offset } : position;
}

function removeWithin(
  before: RichText,
  step: StepOf<'remove-blocks'>,
  range: TextRange,
): readonly TextRange[] {
  const gone = new Set(step.ids);
  const startGone = gone.has(range.start.block);
  const endGone = gone.has(range.end.block);
  if (!startGone && !endGone) return [range];
  const previous = before[step.index - 1];
  const next = before[step.index + step.ids.length];
  const endOfPrevious = previous && { block: previous.id, offset: blockLength(previous) };
  const startOfNext = next && { block: next.id, offset: 0 };
  if (startGone && endGone) {
    const place = endOfPrevious ?? startOfNext;
    return place ? [{ start: place, end: place }] : [];
  }
  return [
    {
      start: startGone ? (startOfNext ?? range.end) : range.start,
      end: endGone ? (endOfPrevious ?? range.start) : range.end,
    },
  ];
}

/** The range's parts in each block, in their new order, those that follow one another joined again. */
function moveWithin(before: RichText, after: RichText, range: TextRange): readonly TextRange[] {
  const { order } = textIndex(after);
  const parts = rangeByBlock(before, range)
    .map(({ block, from, to }) => ({ block, from, to, at: order.get(block.id) ?? -1 }))
    .sort((a, b) => a.at - b.at);
  if (parts.length === 0) return [{ start: range.start, end: range.start }];
  const ranges: TextRange[] = [];
  let previous: (typeof parts)[number] | undefined;
  for (const part of parts) {
    const end = { block: part.block.id, offset: part.to };
    const open = ranges.at(-1);
    if (
      open &&
      previous &&
      part.from === 0 &&
      previous.to === blockLength(previous.block) &&
      after.slice(previous.at + 1, part.at).every((block) => blockLength(block) === 0)
    ) {
      ranges[ranges.length - 1] = { start: open.start, end };
    } else {
      ranges.push({ start: { block: part.block.id, offset: part.from }, end });
    }
    previous = part;
  }
  return ranges;
}

/** Rules A7 and A8: ranges in reading order, those that touch joined, each drawn in to its words. */
export function normalRanges(text: RichText, ranges: readonly TextRange[]): readonly TextRange[] {
  const compare = (a: Position, b: Position) => comparePositions(text, a, b);
  const joined: TextRange[] = [];
  for (const range of ranges.toSorted((a, b) => compare(a.start, b.start) || compare(a.end, b.end))) {
    const last = joined.at(-1);
    if (!last || compare(last.end, range.start) < 0) joined.push(range);
    else if (compare(last.end, range.end) < 0)
      joined[joined.length - 1] = { start: last.start, end: range.end };
  }
  return joined.map((range): TextRange => {
    const parts = rangeByBlock(text, range);
    const first = parts[0];
    const last = parts.at(-1);
    if (!first || !last) return { start: range.start, end: range.start };
    return {
      start: { block: first.block.id, offset: first.from },
      end: { block: last.block.id, offset: last.to },
    };
  });
}

function samePosition(a: Position, b: Position | undefined): boolean {
  return a.block === b?.block && a.offset === b.offset;
}

function sameRanges(a: readonly TextRange[], b: readonly TextRange[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ start, end }, i) => samePosition(start, b[i]?.start) && samePosition(end, b[i]?.end))
  );
}
