/**
 * Resolves selectors in a text. The rules, which the tests cite:
 *
 * W1. Of several selectors for one passage the cheapest is tried first: a position whose quote stands there, the quote
 *     as it is, the quote with typographic differences folded, a text fragment, a range in a page, the nearest words.
 * W2. A quote is always verified. Where it stands in several places its context decides, then the position told.
 * W3. Confidence is 1 for a quote that stands where it's told, or in one place only and with its context; less where
 *     places had to be chosen among or the context is another, for folded and for merely similar words; a position without a quote has 0.5, for nothing bears it out.
 * W4. Offsets in the answer are UTF-16 units, half-open.
 */
import search from 'approx-string-match';
import type { Selector, TextFragment } from './annotation-selectors.ts';
import { fold, type Folded } from './fold.ts';
import { findFragment } from './find-fragment.ts';
import { rangeQuote, type PageNode } from './range-selector.ts';
import { seekQuotes } from './seek-quotes.ts';

export const LOCATE_METHODS = ['position', 'quote', 'folded', 'fragment', 'range', 'similar'] as const;
export type LocateMethod = (typeof LOCATE_METHODS)[number];

export interface Located {
  readonly start: number;
  readonly end: number;
  /** 0 to 1, by rule W3. */
  readonly confidence: number;
  readonly method: LocateMethod;
}

interface Quote {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** Places of a quote that are weighed; more of them make a choice by context hopeless anyway. */
const MOST_PLACES = 2000;
/** Share of a quote that may differ in similar words. */
const MOST_ERRORS = 0.3;
/** Longer texts are searched for similar words by seeds. */
const LONGEST_SCANNED = 60_000;
const LONGEST_COMPARED = 1200;

/**
 * @param text Canonical text of a letter, or any other.
 * @param selectors Alternatives for one passage.
 * @param page The page that a RangeSelector leads into: the letter as exported, or as it was imported from.
 * @returns undefined where none of them leads anywhere.
 */
export function locate(text: string, selectors: readonly Selector[], page?: PageNode): Located | undefined {
  const quotes = selectors.filter((each) => each.type === 'TextQuoteSelector').map(withContext);
  const position = selectors.map((each) => extentOf(text, each)).find((extent) => extent !== undefined);
  for (const { exact } of quotes)
    if (exact !== '' && position && text.slice(...position) === exact)
      return { start: position[0], end: position[1], confidence: 1, method: 'position' };
  const near = position?.[0];
  for (const quote of quotes) {
    const found = exactly(text, quote, near) ?? folded(text, quote, near);
    if (found) return found;
  }
  for (const selector of selectors) {
    const found = selector.type === 'TextFragment' ? inFragment(text, selector) : undefined;
    if (found) return found;
  }
  for (const selector of selectors) {
    const quote = selector.type === 'RangeSelector' && page ? rangeQuote(page, selector) : undefined;
    const found = quote && (exactly(text, quote, near) ?? folded(text, quote, near));
    if (found) return { ...found, method: 'range' };
  }
  for (const quote of quotes) {
    const found = similar(text, quote, near);
    if (found) return found;
  }
  if (quotes.length > 0 || !position) return undefined;
  return { start: position[0], end: position[1], confidence: 0.5, method: 'position' };
}

function withContext({
  exact,
  prefix = '',
  suffix = '',
}: Extract<Selector, { type: 'TextQuoteSelector' }>): Quote {
  return { exact, prefix, suffix };
}

/** In UTF-16 units; undefined for other selectors, and for positions outside the text. */
function extentOf(text: string, selector: Selector): readonly [start: number, end: number] | undefined {
  if (selector.type === 'UnitPosition')
    return selector.end <= text.length ? [selector.start, selector.end] : undefined;
  if (selector.type !== 'TextPositionSelector') return undefined;
  const start = unitsOf(text, selector.start, 0, 0);
  const end = start === undefined ? undefined : unitsOf(text, selector.end, start, selector.start);
  return start === undefined || end === undefined ? undefined : [start, end];
}

interface Prepared {
  readonly text: string;
  /** Without characters of two units: then code points and units are the same. */
  readonly plain: boolean;
  readonly folded: () => Folded;
}
let lastPrepared: Prepared | undefined;

/** What takes longer than the search in a long text; that of the last text is kept. */
function preparedText(text: string): Prepared {
  if (lastPrepared?.text !== text) {
    let whole: Folded | undefined;
    const plain = !/[\ud800-\udbff]/.test(text);
    lastPrepared = { text, plain, folded: () => (whole ??= fold(text)) };
  }
  return lastPrepared;
}

/** The UTF-16 offset of the code point `points`, counted from one known pair on; undefined past the end. */
function unitsOf(text: string, points: number, unit: number, point: number): number | undefined {
  if (preparedText(text).plain) return points <= text.length ? points : undefined;
  let at = unit;
  for (let count = point; count < points; count++) {
    if (at >= text.length) return undefined;
    at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
  }
  return at;
}

function placesOf(text: string, words: string): readonly number[] {
  const places: number[] = [];
  for (let at = text.indexOf(words); at >= 0 && places.length < MOST_PLACES; at = text.indexOf(words, at + 1))
    places.push(at);
  return places;
}

function exactly(text: string, quote: Quote, near: number | undefined): Located | undefined {
  const { exact, prefix, suffix } = quote;
  // Nothing but a place between two contexts.
  if (exact === '') {
    if (prefix + suffix === '') return undefined;
    const [at, ...others] = placesOf(text, prefix + suffix);
    if (at === undefined) return undefined;
    const start = at + prefix.length;
    return { start, end: start, confidence: others.length === 0 ? 1 : 0.5, method: 'quote' };
  }
  const chosen = choose(text, placesOf(text, exact), quote, near);
  return (
    chosen && {
      start: chosen.at,
      end: chosen.at + exact.length,
      confidence: chosen.confidence,
      method: 'quote',
    }
  );
}

function folded(text: string, quote: Quote, near: number | undefined): Located | undefined {
  const whole = preparedText(text).folded();
  const plain = {
    exact: fold(quote.exact.trim()).text,
    prefix: fold(quote.prefix).text,
    suffix: fold(quote.suffix).text,
  };
  if (plain.exact === '') return undefined;
  const chosen = choose(whole.text, placesOf(whole.text, plain.exact), plain, near);
  if (!chosen) return undefined;
  const [start, end] = [whole.startOf(chosen.at), whole.endOf(chosen.at + plain.exact.length)];
  return { start, end, confidence: chosen.confidence * 0.95, method: 'folded' };
}

/** Rule W2: the place with the likest context, of those equal the nearest to the position, else the first. */
function choose(
  text: string,
  places: readonly number[],
  { exact, prefix, suffix }: Quote,
  near: number | undefined,
): { readonly at: number; readonly confidence: number } | undefined {
  const told = (prefix === '' ? 0 : 1) + (suffix === '' ? 0 : 1);
  const scored = places.map((at) => ({
    at,
    context: told === 0 ? 0 : (before(text, at, prefix) + after(text, at + exact.length, suffix)) / told,
    off: near === undefined ? 0 : Math.abs(at - near),
  }));
  scored.sort((a, b) => b.context - a.context || a.off - b.off || a.at - b.at);
  const [best, next] = scored;
  if (!best) return undefined;
  if (!next) return { at: best.at, confidence: told === 0 ? 1 : 0.7 + 0.3 * best.context };
  const decided = best.context > next.context || (near !== undefined && best.off < next.off);
  return { at: best.at, confidence: decided ? 0.6 + 0.4 * best.context : 0.5 };
}

/** The share of the prefix that stands before the place, from its end on; 0 for no prefix. */
function before(text: string, at: number, prefix: string): number {
  let same = 0;
  while (same < prefix.length && text[at - 1 - same] === prefix[prefix.length - 1 - same]) same++;
  return prefix === '' ? 0 : same / prefix.length;
}

function after(text: string, at: number, suffix: string): number {
  let same = 0;
  while (same < suffix.length && text[at + same] === suffix[same]) same++;
  return suffix === '' ? 0 : same / suffix.length;
}

function inFragment(text: string, fragment: TextFragment): Located | undefined {
  const found = findFragment(text, fragment);
  if (!found) return undefined;
  const told = fragment.prefix !== undefined || fragment.suffix !== undefined;
  return { ...found, confidence: told ? 1 : 0.9, method: 'fragment' };
}

/** The words likest to the quote, by the number of characters to be changed; of those equal, by their context. */
function similar(text: string, quote: Quote, near: number | undefined): Located | undefined {
  const { exact } = quote;
  if (exact.length < 4) return undefined;
  const most = Math.floor(exact.length * MOST_ERRORS);
  if (text.length > LONGEST_SCANNED || exact.length > LONGEST_COMPARED) {
    const [place] = seekQuotes(text, [[0, text.length]], [{ text: exact, near: near ?? 0, fuzzy: true }]);
    if (!place || place.likeness < 1 - MOST_ERRORS) return undefined;
    return { start: place.from, end: place.to, confidence: place.likeness * 0.9, method: 'similar' };
  }
  const matches = search(text, exact, most).map(({ start, end, errors }) => ({
    start,
    end,
    errors,
    context: before(text, start, quote.prefix) + after(text, end, quote.suffix),
    off: near === undefined ? 0 : Math.abs(start - near),
    cuts: cut(text, start) + cut(text, end),
  }));
  matches.sort(
    (a, b) =>
      a.errors - b.errors ||
      b.context - a.context ||
      a.cuts - b.cuts ||
      a.off - b.off ||
      Math.abs(a.end - a.start - exact.length) - Math.abs(b.end - b.start - exact.length),
  );
  const [best] = matches;
  if (!best) return undefined;
  return {
    start: best.start,
    end: best.end,
    confidence: (1 - best.errors / exact.length) * 0.9,
    method: 'similar',
  };
}

/** 1 where the offset cuts a word in two. */
function cut(text: string, at: number): 0 | 1 {
  const isWord = (unit: string | undefined) => unit !== undefined && /[\p{L}\p{M}\p{N}]/u.test(unit);
  return isWord(text[at - 1]) && isWord(text[at]) ? 1 : 0;
}
