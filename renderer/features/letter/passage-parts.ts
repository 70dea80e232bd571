/** A letter's passages as the reading pane needs them: parts by block, and lanes of the brackets. */
import type { Highlight } from '../../../core/document/letter.ts';
import { inReadingOrder } from '../../../core/derived/passages.ts';
import type { HighlightState } from '../../../core/derived/usage.ts';
import type { BlockId, RichText } from '../../../core/text/block.ts';
import { positionToOffset, rangeByBlock } from '../../../core/text/canonical.ts';

/** A passage's stretch of one block, UTF-16 units of its text, half-open. */
export interface PassagePart {
  readonly id: string;
  readonly from: number;
  readonly to: number;
  readonly style: number;
  readonly state: HighlightState;
  /** The passage begins, ends here. */
  readonly first: boolean;
  readonly last: boolean;
}

export type PartsByBlock = ReadonlyMap<BlockId, readonly PassagePart[]>;

function sameParts(a: readonly PassagePart[], b: readonly PassagePart[]): boolean {
  return (
    a.length === b.length &&
    a.every((part, i) => {
      const other = b[i];
      return (
        other !== undefined &&
        part.id === other.id &&
        part.from === other.from &&
        part.to === other.to &&
        part.style === other.style &&
        part.state === other.state &&
        part.first === other.first &&
        part.last === other.last
      );
    })
  );
}

/**
 * Parts by block, in order of their beginning. Lists that are as in `previous` stay the same value (`===`), so
 * that only the blocks that an edit touches are drawn again.
 */
export function partsByBlock(
  text: RichText,
  highlights: readonly Highlight[],
  styles: ReadonlyMap<string, number>,
  states: ReadonlyMap<string, HighlightState>,
  previous?: PartsByBlock,
): PartsByBlock {
  const parts = new Map<BlockId, PassagePart[]>();
  for (const highlight of inReadingOrder(text, highlights)) {
    highlight.ranges.forEach((range, r) => {
      const pieces = rangeByBlock(text, range);
      pieces.forEach(({ block, from, to }, p) => {
        const part = {
          id: highlight.id,
          from,
          to,
          style: styles.get(highlight.category) ?? 1,
          state: states.get(highlight.id) ?? 'open',
          first: r === 0 && p === 0,
          last: r === highlight.ranges.length - 1 && p === pieces.length - 1,
        };
        const list = parts.get(block.id);
        if (list) list.push(part);
        else parts.set(block.id, [part]);
      });
    });
  }
  if (previous) {
    for (const [block, list] of parts) {
      const old = previous.get(block);
      if (old && sameParts(list, old)) parts.set(block, old as PassagePart[]);
    }
  }
  return parts;
}

/** Lane of each passage's bracket, from 0: those that overlap, or whose brackets would touch, get different ones. */
export function lanes(text: RichText, highlights: readonly Highlight[]): ReadonlyMap<string, number> {
  const result = new Map<string, number>();
  const ends: number[] = [];
  for (const highlight of inReadingOrder(text, highlights)) {
    const first = highlight.ranges[0];
    const last = highlight.ranges.at(-1);
    const start = first && positionToOffset(text, first.start);
    const end = last && positionToOffset(text, last.end);
    if (start === undefined || end === undefined) continue;
    let lane = ends.findIndex((other) => other + LINE <= start);
    if (lane < 0) lane = ends.length;
    ends[lane] = end;
    result.set(highlight.id, lane);
  }
  return result;
}

/** About a line of text, in UTF-16 units: brackets of passages nearer than this may stand on the same line. */
const LINE = 80;

/** A block's text cut where parts begin and end, with the parts that cover each piece. */
export function runsOf(
  length: number,
  parts: readonly PassagePart[],
): readonly { readonly from: number; readonly to: number; readonly parts: readonly PassagePart[] }[] {
  if (parts.length === 0) return length > 0 ? [{ from: 0, to: length, parts }] : [];
  const borders = [...new Set([0, length, ...parts.flatMap(({ from, to }) => [from, to])])].sort(
    (a, b) => a - b,
  );
  const runs = [];
  for (let i = 0; i + 1 < borders.length; i++) {
    const from = borders[i] ?? 0;
    const to = borders[i + 1] ?? 0;
    runs.push({ from, to, parts: parts.filter((part) => part.from <= from && part.to >= to) });
  }
  return runs;
}
