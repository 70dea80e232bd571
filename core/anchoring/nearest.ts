/** For a quotation that isn't in the letters: the passage that comes nearest to it, and how the two differ. */
import search from 'approx-string-match';
import { offsetToPosition, rangeText, type TextRange } from '../text/canonical.ts';
import { fold } from './fold.ts';
import { wordHunks, type Hunk } from './hunks.ts';
import { lower } from './quotation.ts';
import { haystackOf, type Searched } from './quote-search.ts';

/** A run of words: in both, only in the letter, or only in the quotation. */
export interface DifferencePart {
  readonly kind: 'same' | 'letter' | 'quotation';
  readonly text: string;
}

export interface NearestPassage {
  readonly letter: string;
  readonly range: TextRange;
  /** The letter's words there. */
  readonly text: string;
  /** From 1, the same, down to 0. */
  readonly likeness: number;
  /** From the letter's words to the quotation's, word by word. */
  readonly difference: readonly DifferencePart[];
}

/** Windows looked at closely in each letter. */
const WINDOWS = 3;
/** The rarest words of the quotation are looked up, each at so many places at most: a frequent word tells nothing. */
const MOST_WORDS = 24;
const MOST_PLACES = 3000;
const LEAST_LIKENESS = 0.4;
/** Units of a quotation that are compared; the search takes time with their square. */
const LONGEST_COMPARED = 1200;

/** Undefined when nothing comes near. */
export function nearestPassage(letters: readonly Searched[], quotation: string): NearestPassage | undefined {
  const pattern = lower(fold(quotation.trim()).text).slice(0, LONGEST_COMPARED);
  if (pattern.length < 4) return undefined;
  let best: { letter: Searched; from: number; to: number; errors: number } | undefined;
  for (const letter of letters) {
    const { low } = haystackOf(letter.blocks);
    for (const at of likelyPlaces(low, pattern)) {
      const from = Math.max(0, at - Math.ceil(pattern.length / 2));
      const window = low.slice(from, at + Math.ceil(pattern.length * 1.6));
      const most = Math.floor(pattern.length * (1 - LEAST_LIKENESS));
      const limit = best ? Math.min(best.errors - 1, most) : most;
      if (limit < 0) break;
      for (const match of search(window, pattern, limit)) {
        if (best && match.errors >= best.errors) continue;
        best = { letter, from: from + match.start, to: from + match.end, errors: match.errors };
      }
    }
  }
  if (!best) return undefined;
  const { blocks, id } = best.letter;
  const { folded, text } = haystackOf(blocks);
  const [wholeFrom, lastWord] = wholeWords(text, folded.startOf(best.from), folded.endOf(best.to));
  // The full stop at the end, which a change in the last word would leave outside.
  const stopped = [text[lastWord], quotation.trim().at(-1)].every((sign) =>
    /^[.,;:!?…”’)]$/.test(sign ?? ''),
  );
  const wholeTo = stopped ? lastWord + 1 : lastWord;
  const start = offsetToPosition(blocks, wholeFrom);
  const end = offsetToPosition(blocks, wholeTo);
  if (!start || !end) return undefined;
  const range = { start, end };
  const words = rangeText(blocks, range);
  return {
    letter: id,
    range,
    text: words,
    likeness: 1 - best.errors / pattern.length,
    difference: differenceOf(words, quotation.trim()),
  };
}

function placesOf(text: string, word: string): readonly number[] {
  const places: number[] = [];
  for (let at = text.indexOf(word); at >= 0 && places.length < MOST_PLACES; at = text.indexOf(word, at + 1)) {
    places.push(at);
  }
  return places;
}

/** Offsets in `text` at which the pattern may begin, the likeliest first: where most of its rarer words agree. */
function likelyPlaces(text: string, pattern: string): readonly number[] {
  const bucket = Math.max(32, pattern.length >> 1);
  const votes = new Map<number, number>();
  const words = new Map<string, number>();
  for (const match of pattern.matchAll(/[\p{L}\p{N}]{4,}/gu)) {
    if (!words.has(match[0])) words.set(match[0], match.index);
  }
  const found = [...words].map(([word, offset]) => ({ word, offset, places: placesOf(text, word) }));
  found.sort((a, b) => a.places.length - b.places.length);
  for (const { word, offset, places } of found
    .filter((each) => each.places.length > 0)
    .slice(0, MOST_WORDS)) {
    for (const at of places) {
      const place = Math.max(0, Math.round((at - offset) / bucket));
      votes.set(place, (votes.get(place) ?? 0) + word.length / Math.sqrt(places.length));
    }
  }
  const score = (place: number) =>
    (votes.get(place) ?? 0) + (votes.get(place - 1) ?? 0) / 2 + (votes.get(place + 1) ?? 0) / 2;
  return [...votes.keys()]
    .sort((a, b) => score(b) - score(a) || a - b)
    .slice(0, WINDOWS)
    .map((place) => place * bucket);
}

function wholeWords(text: string, from: number, to: number): [from: number, to: number] {
  const isWord = (unit: string | undefined) => unit !== undefined && /[\p{L}\p{N}\ud800-\udfff]/u.test(unit);
  let start = from;
  let end = to;
  while (start > 0 && isWord(text[start]) && isWord(text[start - 1])) start--;
  while (end < text.length && isWord(text[end]) && isWord(text[end - 1])) end++;
  while (start < end && /\s/.test(text[start] ?? '')) start++;
  while (end > start && /\s/.test(text[end - 1] ?? '')) end--;
  return [start, end];
}

/** The words of both, in order; differences are of whole words unless `hunksOf` finds others. */
export function differenceOf(
  letter: string,
  quotation: string,
  hunksOf: (letter: string, quotation: string) => readonly Hunk[] = wordHunks,
): readonly DifferencePart[] {
  const parts: DifferencePart[] = [];
  const put = (kind: DifferencePart['kind'], text: string) => {
    if (text !== '') parts.push({ kind, text });
  };
  let at = 0;
  for (const { from, to, newFrom, newTo } of hunksOf(letter, quotation)) {
    put('same', letter.slice(at, from));
    put('letter', letter.slice(from, to));
    put('quotation', quotation.slice(newFrom, newTo));
    at = to;
  }
  put('same', letter.slice(at));
  return parts;
}

/** "the same [-letter's-] {+quotation's+} words". */
export function differenceText(difference: readonly DifferencePart[]): string {
  return difference
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'letter' ? `[-${text}-]` : `{+${text}+}`))
    .join('');
}
