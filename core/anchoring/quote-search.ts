/**
 * Finds quotations in letters. The cheapest way first: the words as they are, then folded (see fold.ts), then with
 * omissions and bracketed changes. What is found is verified character by character; there is no guessing here.
 * For what isn't found, nearest.ts tells the passage that comes nearest.
 */
import { firstIndex } from '../text/first-index.ts';
import type { RichText } from '../text/block.ts';
import { canonicalText, offsetToPosition, type TextRange } from '../text/canonical.ts';
import { cutsWord } from '../text/words.ts';
import { fold, type Folded } from './fold.ts';
import { lower, readings, type Segment } from './quotation.ts';
import { quoteOf } from '../text/quote-of.ts';

/** A letter or anything else that quotations are searched in. */
export interface Searched {
  readonly id: string;
  readonly blocks: RichText;
}

export interface FoundQuote {
  /** Id of the letter. */
  readonly letter: string;
  /** In reading order, not touching: one, or one for each part between omissions. */
  readonly ranges: readonly TextRange[];
  /** `typographic`: but for quotation marks, dashes, spaces, the case of a first letter, or bracketed words. */
  readonly exactness: 'exact' | 'typographic';
  /** The letter's own words there, as a highlight's quote has them. */
  readonly text: string;
  /** The runs of words that the quotation has, in order. */
  readonly parts: readonly FoundPart[];
}

/** A run of quoted words: units of the letter's canonical text, half-open, and how the quotation has it. */
export interface FoundPart {
  readonly from: number;
  readonly to: number;
  readonly written: string;
}

export interface SearchHint {
  /** Where among several places the quotation is to be looked for first: the letter, ... */
  readonly letter?: string;
  /** ... and the offset in its canonical text from which on. */
  readonly from?: number;
}

interface Haystack {
  readonly text: string;
  readonly folded: Folded;
  /** The folded text in lower case. */
  readonly low: string;
}

const haystacks = new WeakMap<RichText, Haystack>();

/** The text made ready for searching; remembered for as long as the text is. */
export function haystackOf(blocks: RichText): Haystack {
  let haystack = haystacks.get(blocks);
  if (!haystack) {
    const text = canonicalText(blocks);
    const folded = fold(text);
    haystack = { text, folded, low: lower(folded.text) };
    haystacks.set(blocks, haystack);
  }
  return haystack;
}

/** Half-open, in units of the letter's canonical text or of its folded text. */
interface Extent {
  readonly from: number;
  readonly to: number;
}

const WORD = /[\p{L}\p{N}]/u;

/** Units of the letter's text between two segments that only bracketed words part in the quotation. */
const LONGEST_REPLACED = 120;

/** Undefined where the words don't stand in any of the letters. */
export function findQuote(
  letters: readonly Searched[],
  quotation: string,
  hint: SearchHint = {},
): FoundQuote | undefined {
  const words = quotation.trim();
  if (!WORD.test(words)) return undefined;
  const ordered = [
    ...letters.filter(({ id }) => id === hint.letter),
    ...letters.filter(({ id }) => id !== hint.letter),
  ];
  const ways = readings(words);
  for (const letter of ordered) {
    const from = letter.id === hint.letter ? (hint.from ?? 0) : 0;
    const exact = findExactly(haystackOf(letter.blocks), words, from);
    if (exact) return found(letter, [{ ...exact, written: words }], true);
  }
  // A place with the same case is better than one where only a first letter differs.
  for (const segments of ways.flatMap((way) => [way.map(withItsCase), way])) {
    for (const letter of ordered) {
      const from = letter.id === hint.letter ? (hint.from ?? 0) : 0;
      const haystack = haystackOf(letter.blocks);
      const extents = findSegments(haystack, segments, from);
      if (!extents) continue;
      const same = extents.every(
        ({ from: at, to }, i) => haystack.text.slice(at, to) === segments[i]?.written,
      );
      const parts = extents.map((extent, i) => ({ ...extent, written: segments[i]?.written ?? '' }));
      return found(letter, parts, same && segments.every(({ after }) => after === 'omission'));
    }
  }
  return undefined;
}

function withItsCase(segment: Segment): Segment {
  return { ...segment, free: segment.bracketed };
}

function found({ id, blocks }: Searched, parts: readonly FoundPart[], exact: boolean): FoundQuote {
  const { text } = haystackOf(blocks);
  const joined: Extent[] = [];
  for (const { from, to } of parts) {
    const last = joined.at(-1);
    if (last && text.slice(last.to, from).trim() === '') joined[joined.length - 1] = { from: last.from, to };
    else joined.push({ from, to });
  }
  const ranges = joined.flatMap(({ from, to }): TextRange[] => {
    const start = offsetToPosition(blocks, from);
    const end = offsetToPosition(blocks, to);
    return start && end ? [{ start, end }] : [];
  });
  return {
    letter: id,
    ranges,
    exactness: exact ? 'exact' : 'typographic',
    text: quoteOf(blocks, ranges),
    parts,
  };
}

/** Whether neither end cuts a word in two. */
function wholeWords(text: string, from: number, to: number): boolean {
  return !cutsWord(text, from) && !cutsWord(text, to);
}

/** The first place from `from` on, else the first of all. */
function findExactly({ text }: Haystack, words: string, from: number): Extent | undefined {
  for (const start of from > 0 ? [from, 0] : [0]) {
    for (let at = text.indexOf(words, start); at >= 0; at = text.indexOf(words, at + 1)) {
      if (wholeWords(text, at, at + words.length)) return { from: at, to: at + words.length };
    }
  }
  return undefined;
}

/** The next place at which the folded segment stands, in folded units. */
function next({ folded, low }: Haystack, segment: Segment, from: number): Extent | undefined {
  const { length } = segment.text;
  for (let at = low.indexOf(segment.text, from); at >= 0; at = low.indexOf(segment.text, at + 1)) {
    if (wholeWords(low, at, at + length) && sameCase(folded.text, at, segment))
      return { from: at, to: at + length };
  }
  return undefined;
}

/** The last place that ends at or before `to`. */
function last({ folded, low }: Haystack, segment: Segment, to: number): Extent | undefined {
  const { length } = segment.text;
  if (to < length) return undefined;
  for (
    let at = low.lastIndexOf(segment.text, to - length);
    at >= 0;
    at = at === 0 ? -1 : low.lastIndexOf(segment.text, at - 1)
  ) {
    if (wholeWords(low, at, at + length) && sameCase(folded.text, at, segment))
      return { from: at, to: at + length };
  }
  return undefined;
}

function sameCase(text: string, at: number, { cased, free }: Segment): boolean {
  if (text.startsWith(cased, at)) return true;
  for (let i = 0; i < cased.length; i++) {
    if (text[at + i] !== cased[i] && !free.has(i)) return false;
  }
  return true;
}

/**
 * All segments in order, as near to each other as can be: the first place of each after the one before, then from
 * the end backwards the last place before the one after.
 */
function findSegments(
  haystack: Haystack,
  segments: readonly Segment[],
  from: number,
): readonly Extent[] | undefined {
  const { folded } = haystack;
  let start = from > 0 ? foldedOffset(folded, from) : 0;
  for (;;) {
    const places = placesFrom(haystack, segments, start);
    if (places) {
      return places.map((place) => ({ from: folded.startOf(place.from), to: folded.endOf(place.to) }));
    }
    if (start === 0) return undefined;
    start = 0;
  }
}

function placesFrom(
  haystack: Haystack,
  segments: readonly Segment[],
  start: number,
): readonly Extent[] | undefined {
  // Where bracketed words must be right between two segments, the first place of the one before may be the wrong one.
  for (let from = start, tries = 0; tries < 50; tries++) {
    const places: Extent[] = [];
    let at = from;
    for (const segment of segments) {
      const place = next(haystack, segment, at);
      if (!place) return undefined;
      places.push(place);
      at = place.to;
    }
    for (let i = places.length - 2; i >= 0; i--) {
      const before = last(haystack, segments[i] as Segment, places[i + 1]?.from ?? 0);
      if (before && before.from >= from) places[i] = before;
    }
    const fits = places.every((place, i) => {
      const gap = i === 0 ? 0 : place.from - (places[i - 1]?.to ?? 0);
      return segments[i]?.after === 'omission' || gap <= LONGEST_REPLACED;
    });
    if (fits) return places;
    from = (places[0]?.from ?? 0) + 1;
  }
  return undefined;
}

/** The first folded unit that begins at or after an offset of the original. */
function foldedOffset({ text, startOf }: Folded, offset: number): number {
  return firstIndex(text.length, (index) => startOf(index) >= offset);
}
