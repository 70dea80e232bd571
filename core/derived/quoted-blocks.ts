/**
 * A passage as it is quoted: its blocks cut to it, its parts joined by a sign of omission, the quotation's edits made.
 * Only what is shown is changed by them, never a word of the letter.
 */
import { carriedView } from '../anchoring/carry-view.ts';
import type { Highlight } from '../document/letter.ts';
import type { Extent } from '../document/quotation-edits.ts';
import type { LostEdit, QuotationEdit, QuotationView } from '../document/quotation.ts';
import {
  hasContent,
  isSpan,
  type Block,
  type Inline,
  type Mark,
  type RichText,
  type Span,
} from '../text/block.ts';
import { blockLength, blockText, rangeByBlock } from '../text/canonical.ts';
import { inlineLength, orderedMarks, sliceInline } from '../text/inline.ts';
import { OMISSION } from '../text/quote-of.ts';
import { fitting, flows } from './quoted-form.ts';
import { quotedPieces, type QuotedPiece } from './quoted-pieces.ts';
import { quotationSigns } from './quotation-signs.ts';

/** A run of a quotation: words of the letter, or a sign. Offsets are units of the highlight's quote. */
export interface QuotedSpan extends Span {
  /** Of words: that of the first unit. */
  readonly at?: number;
  /** Of a sign: what it stands for, and the edit that it shows; none for a gap of the passage. */
  readonly sign?: Extent & { readonly kind: QuotedPiece['kind']; readonly edit?: QuotationEdit };
  /** Emphasis was added; `marks` has it already. */
  readonly emphasised?: true;
}

export interface QuotedPassage {
  /** The words of the passage as they are now, or as they last were. */
  readonly quote: string;
  /** Whose content is of {@link QuotedSpan}. */
  readonly blocks: RichText;
  readonly pieces: readonly QuotedPiece[];
  /** As it applies to the words now. */
  readonly view?: QuotationView;
  /** Edits that have no place in the words now. */
  readonly lost: readonly LostEdit[];
  /** The mark in which added emphasis is set, and whether the words have emphasis of their own. */
  readonly emphasis?: { readonly mark: Mark; readonly original: boolean };
}

/** A block of the passage, or what it has of one. */
interface Slice extends Extent {
  readonly block: Block;
  /** Unit of the quote at which the block's text would begin. */
  readonly base: number;
  readonly whole: boolean;
}

interface Shown {
  slice: Slice;
  readonly block: Block;
  readonly content: QuotedSpan[];
}

/**
 * @param text the letter's blocks
 * @param language BCP 47, of the words around the quotation
 */
export function quotedPassage(
  highlight: Highlight,
  text: RichText,
  language: string,
  view?: QuotationView,
): QuotedPassage {
  const { slices, gaps, quote } = slicesOf(highlight, text);
  const carried = view && carriedView(view, quote);
  const now = carried?.view;
  const pieces = quotedPieces(quote, now, gaps, quotationSigns(language));
  const shown = new Assembly(slices, gaps, pieces).shown();
  const emphasis = emphasisOf(shown, pieces);
  return {
    quote,
    blocks: inForm(emphasis ? shown.map((each) => emphasised(each, emphasis.mark)) : shown),
    pieces,
    ...(now ? { view: now } : {}),
    lost: [...(view?.lost ?? []), ...(carried?.lost ?? [])],
    ...(emphasis ? { emphasis } : {}),
  };
}

function slicesOf({ id, ranges, quote }: Highlight, text: RichText) {
  const slices: Slice[] = [];
  const gaps: Extent[] = [];
  let at = 0;
  for (const range of ranges) {
    const parts = rangeByBlock(text, range);
    if (parts.length > 0 && slices.length > 0) {
      gaps.push({ from: at, to: at + OMISSION.length });
      at += OMISSION.length;
    }
    parts.forEach(({ block, from, to }, i) => {
      if (i > 0) at++;
      const whole = from === 0 && to === blockLength(block);
      slices.push({ block, base: at - from, from: at, to: at + to - from, whole });
      at += to - from;
    });
  }
  if (slices.length > 0) {
    const words = ranges.map((range) => rangeByBlock(text, range)).filter((parts) => parts.length > 0);
    const now = words.map((parts) => parts.map(({ block, from, to }) => textIn(block, from, to)).join('\n'));
    return { slices, gaps, quote: now.join(OMISSION) };
  }
  quote.split('\n').forEach((line, i) => {
    const block: Block = { id: `${id}-${i}`, type: 'paragraph', content: [{ text: line }] };
    slices.push({ block, base: at, from: at, to: at + line.length, whole: false });
    at += line.length + 1;
  });
  return { slices, gaps, quote };
}

/** Puts pieces into blocks. */
class Assembly {
  readonly #slices: readonly Slice[];
  readonly #gaps: readonly Extent[];
  readonly #pieces: readonly QuotedPiece[];
  readonly #shown: Shown[] = [];
  /** The words that come next go on in the last block, whichever block they are of. */
  #joins = false;

  constructor(slices: readonly Slice[], gaps: readonly Extent[], pieces: readonly QuotedPiece[]) {
    this.#slices = slices;
    this.#gaps = gaps;
    this.#pieces = pieces;
  }

  shown(): readonly Shown[] {
    for (const piece of this.#pieces) {
      if (piece.kind !== 'words') this.#sign(piece);
      else {
        for (const slice of this.#slices) {
          if (slice.from >= piece.to) break;
          if (slice.to <= piece.from) continue;
          if (slice.block.type === 'table') this.#table(slice);
          else this.#put(slice, this.#words(slice, piece));
        }
      }
    }
    return this.#shown;
  }

  #words({ block, base, from, to }: Slice, piece: QuotedPiece): readonly QuotedSpan[] {
    if (!hasContent(block)) return [];
    return wordsOf(block.content, base, Math.max(from, piece.from), Math.min(to, piece.to), piece);
  }

  #put(slice: Slice, spans: readonly QuotedSpan[]): void {
    const last = this.#shown.at(-1);
    if (last && (last.slice === slice || (this.#joins && flows(last.block) && flows(slice.block)))) {
      last.content.push(...spans);
      last.slice = slice;
    } else {
      this.#shown.push({ slice, block: slice.block, content: [...spans] });
    }
    this.#joins = false;
  }

  #sign(piece: Exclude<QuotedPiece, { kind: 'words' }>): void {
    const begins = this.#slices.find(({ from, to }) => from <= piece.from && piece.from <= to);
    if (!begins) return;
    const { kind, from, to, text, edit } = piece;
    const span: QuotedSpan = { text, sign: { kind, from, to, ...(edit ? { edit } : {}) } };
    const last = this.#shown.at(-1);
    if (begins.block.type === 'table' && !(from <= begins.from && to >= begins.to))
      return this.#table(begins);
    const ends = this.#slices.find((slice) => to < slice.to && slice.to > from);
    const partly = ends !== undefined && ends !== begins && ends.from < to;
    const overGap = this.#gaps.some((gap) => gap.from < to && gap.to > from);
    const bridges = ends !== undefined && ends !== begins && (partly || overGap);
    if (this.#joins && last) {
      last.content.push(span);
    } else if (last?.slice === begins) {
      if (bridges && !(flows(last.block) && flows(ends.block))) this.#alone(span, begins);
      else {
        last.content.push(span);
        this.#joins = bridges;
      }
    } else if (kind !== 'omission' || ends === begins) {
      this.#put(begins, [span]);
      this.#joins = bridges;
    } else if (partly && ends.block.type !== 'table') {
      this.#put(ends, [span]);
    } else this.#alone(span, begins);
  }

  /** A sign that stands for whole blocks. */
  #alone(span: QuotedSpan, slice: Slice): void {
    const id = `${slice.block.id}-omission`;
    const block: Block = { id, type: 'paragraph', content: [] };
    this.#shown.push({ slice: { ...slice, block }, block, content: [{ ...span, text: span.text.trim() }] });
  }

  /** A table is shown whole, with what is left of its cells. */
  #table(slice: Slice): void {
    const { block, base, from, to } = slice;
    if (block.type !== 'table' || this.#shown.some((each) => each.slice === slice)) return;
    const told = new Set<QuotedPiece>();
    let at = base;
    const rows = block.rows.map((row) =>
      row.map((cell) => {
        const [start, end] = [at, at + inlineLength(cell.content)];
        at = end + 1;
        const content = this.#pieces.flatMap((piece): readonly QuotedSpan[] => {
          if (piece.kind === 'words') {
            const [first, last] = [Math.max(start, from, piece.from), Math.min(end, to, piece.to)];
            return wordsOf(cell.content, start, first, last, piece);
          }
          if (told.has(piece) || piece.from < Math.max(start, from) || piece.from > Math.min(end, to))
            return [];
          told.add(piece);
          const { kind, edit } = piece;
          return [
            { text: piece.text, sign: { kind, from: piece.from, to: piece.to, ...(edit ? { edit } : {}) } },
          ];
        });
        return { ...cell, content };
      }),
    );
    const kept = rows.filter((row) => row.some(({ content }) => inlineLength(content) > 0));
    this.#shown.push({ slice, block: { ...block, rows: kept }, content: [] });
  }
}

/** Spans of the letter's words between two units of the quote. @param base the unit at which the content begins */
function wordsOf(
  content: readonly Inline[],
  base: number,
  from: number,
  to: number,
  piece: QuotedPiece,
): readonly QuotedSpan[] {
  if (from >= to) return [];
  const spans =
    from === base && to === base + inlineLength(content)
      ? content
      : sliceInline(content, from - base, to - base);
  let at = from;
  return spans.filter(isSpan).map((span) => {
    const quoted: QuotedSpan = {
      ...span,
      at,
      ...(piece.kind === 'words' && piece.emphasised ? { emphasised: true as const } : {}),
    };
    at += span.text.length;
    return quoted;
  });
}

const EMPHASIS: readonly Mark[] = ['emphasis', 'strong', 'underline'];

/** Added emphasis is set in the first way in which the words quoted have none of their own. */
function emphasisOf(shown: readonly Shown[], pieces: readonly QuotedPiece[]): QuotedPassage['emphasis'] {
  if (!pieces.some((piece) => piece.kind === 'words' && piece.emphasised)) return undefined;
  const own = new Set<Mark>();
  const look = (spans: readonly Inline[]) =>
    spans.filter(isSpan).forEach((span) => span.marks?.forEach((mark) => own.add(mark)));
  for (const { block, content } of shown) {
    look(content);
    if (block.type === 'table') block.rows.flat().forEach((cell) => look(cell.content));
  }
  const mark = EMPHASIS.find((each) => !own.has(each)) ?? 'underline';
  return { mark, original: EMPHASIS.some((each) => own.has(each)) };
}

function emphasised(shown: Shown, mark: Mark): Shown {
  const marked = (spans: readonly QuotedSpan[]): QuotedSpan[] =>
    spans.map((span) =>
      span.emphasised ? { ...span, marks: orderedMarks([...(span.marks ?? []), mark]) ?? [] } : span,
    );
  const { block } = shown;
  if (block.type !== 'table') return { ...shown, content: marked(shown.content) };
  const rows = block.rows.map((row) =>
    row.map((cell) => ({ ...cell, content: marked(cell.content.filter(isSpan)) })),
  );
  return { ...shown, block: { ...block, rows } };
}

function inForm(shown: readonly Shown[]): RichText {
  const blocks = shown.map(({ block, content }): Block =>
    hasContent(block) ? { ...block, content } : block,
  );
  return fitting(
    blocks,
    shown.map(({ slice }) => slice.whole),
  );
}

function textIn(block: Block, from: number, to: number): string {
  return blockText(block).slice(from, to);
}
