/** Marks on the quotations of a text that aren't as their letters have them. */
import type { DecoratedRange, Path, Point } from 'slate';
import type { CheckedTyped } from '../../core/derived/verbatim.ts';
import { changesIn } from '../../core/operations/mend-quotation.ts';
import {
  hasContent,
  isSpan,
  type Block,
  type BlockId,
  type Inline,
  type RichText,
} from '../../core/text/block.ts';
import { blockText } from '../../core/text/canonical.ts';
import { inlineText } from '../../core/text/inline.ts';
import { carriedExtent } from '../ui/carried-extent.ts';
import { toBlock } from './convert.ts';
import type { BlockElement, Decoration, TextElement } from './nodes.ts';

/** The verdicts that the text tells of. */
export type MarkedVerdict = 'differs' | 'not-found';

/** UTF-16 units of a block's text, half-open. */
interface Extent {
  readonly from: number;
  readonly to: number;
}

interface QuotationMark extends Extent {
  readonly id: string;
  readonly verdict: MarkedVerdict | undefined;
  /** The words that differ. */
  readonly changed: readonly Extent[];
}

interface BlockMarks {
  /** The block's text that the marks are of. */
  readonly text: string;
  readonly marks: readonly QuotationMark[];
}

export interface QuotationMarks {
  /** Those of a note under its id, which its editor gives the one block that it has. */
  readonly blocks: ReadonlyMap<BlockId, BlockMarks>;
  /** The author's notes in which a quotation stands that isn't as its letter has it. */
  readonly notes: ReadonlyMap<string, MarkedVerdict>;
}

/** The same value each time, so that nothing is drawn again for it. */
const NO_NOTES: QuotationMarks['notes'] = new Map();

/**
 * @param text What was compared.
 * @param idOf Names a quotation in the DOM.
 */
export function marksOf(
  text: RichText,
  quotations: readonly CheckedTyped[],
  idOf: (quotation: CheckedTyped) => string,
): QuotationMarks {
  const texts = new Map(text.map((block) => [block.id, block]));
  const blocks = new Map<BlockId, { text: string; marks: QuotationMark[] }>();
  const notes = new Map<string, MarkedVerdict>();
  for (const quotation of quotations) {
    const { verdict: found, accepted, places } = quotation;
    const verdict = !accepted && (found === 'differs' || found === 'not-found') ? found : undefined;
    for (const { block: id, note, from, to } of places) {
      if (note !== undefined && verdict) notes.set(note, verdict);
      const block = texts.get(id);
      if (!block) continue;
      const words = note === undefined ? blockText(block) : noteText(block, note);
      const known = blocks.get(note ?? id) ?? { text: words, marks: [] };
      const changed = verdict === 'differs' && places.length === 1 ? changedIn(quotation, from) : [];
      known.marks.push({ id: idOf(quotation), verdict, from, to, changed });
      blocks.set(note ?? id, known);
    }
  }
  return { blocks, notes: notes.size > 0 ? notes : NO_NOTES };
}

function noteText(block: Block, note: string): string {
  const within = (content: readonly Inline[]): string | undefined => {
    for (const inline of content) {
      if (isSpan(inline) || inline.type !== 'note') continue;
      const found = inline.id === note ? inlineText(inline.body) : within(inline.body);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return (hasContent(block) ? within(block.content) : undefined) ?? '';
}

/** Where the letter has words that the quotation hasn't, the word before (or after) them stands for the place. */
function changedIn({ wording, quotation }: CheckedTyped, start: number): readonly Extent[] {
  return changesIn(wording, quotation).map(({ from, to }) => {
    let [first, last] = [from, to];
    if (quotation.slice(from, to).trim() === '') {
      const before = /\S+\s*$/.exec(quotation.slice(0, from));
      const after = /^\s*\S+/.exec(quotation.slice(to));
      if (before) first = before.index;
      else last = to + (after?.[0].length ?? 0);
    }
    return { from: start + first, to: start + last };
  });
}

/** The marks of a block that has been edited since: moved with its text, stretched where that was edited in them. */
function carried(mark: QuotationMark, before: string, after: string): QuotationMark | undefined {
  if (before === after) return mark;
  const moved = carriedExtent(mark, before, after);
  return (
    moved && { ...moved, changed: mark.changed.flatMap((each) => carriedExtent(each, before, after) ?? []) }
  );
}

/** The marks as Slate draws them on a block. */
export function quotationRanges(
  element: BlockElement,
  path: Path,
  { blocks }: QuotationMarks,
): (DecoratedRange & Decoration)[] {
  const known = blocks.get(element.id);
  if (!known || element.type === 'void') return [];
  const text = blockText(toBlock(element));
  const range = ({ from, to }: Extent, decoration: Decoration): DecoratedRange & Decoration => ({
    anchor: pointAt(element, path, from, 'start'),
    focus: pointAt(element, path, to, 'end'),
    ...decoration,
  });
  return known.marks.flatMap((mark) => {
    const now = carried(mark, known.text, text);
    if (!now) return [];
    const { id, verdict, changed } = now;
    return [
      range(now, { quotation: id, ...(verdict ? { verdict } : {}) }),
      ...changed.map((extent) => range(extent, { changed: true })),
    ];
  });
}

/** At a border of two runs a range starts in the later and ends in the earlier one. */
export function pointAt({ children }: TextElement, path: Path, offset: number, side: 'start' | 'end'): Point {
  let rest = offset;
  let last: Point = { path: [...path, 0], offset: 0 };
  for (const [i, child] of children.entries()) {
    if (!('text' in child)) continue;
    const { length } = child.text;
    last = { path: [...path, i], offset: Math.min(rest, length) };
    if (side === 'start' ? rest < length : rest <= length) return last;
    rest -= length;
  }
  return last;
}
