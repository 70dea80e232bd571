/**
 * Finds many passages at once in parts of a text, by seeds: a few short stretches of each are looked up in one scan
 * with a rolling hash (after Rabin and Karp), and where seeds agree the passage is verified, or compared with its
 * errors counted (approx-string-match) in a window around the place.
 */
import search from 'approx-string-match';

export interface Sought {
  readonly text: string;
  /** Offset that the passage is expected near to; of several places the nearest is taken. */
  readonly near: number;
  /** Whether words that are only like it will do. */
  readonly fuzzy: boolean;
}
export interface Place {
  readonly from: number;
  readonly to: number;
  /** 1 for the very words, down to {@link LEAST_LIKENESS}. */
  readonly likeness: number;
  /** Whether the very words stand in one place only. */
  readonly only: boolean;
}

/** Units of a seed. Shorter passages are searched as they are, and found only where they are unmistakable. */
const SEED = 16;
const SEEDS = 8;
const SHORTEST = 4;
/** Places remembered for each seed; one that comes oftener is a phrase, and other seeds have to tell. */
const MOST_PLACES = 64;
/** Units looked through for short passages, all in all. */
const MOST_READ = 500_000_000;
/** Longer passages aren't compared with errors. */
const LONGEST_FUZZY = 12_000;
export const LEAST_LIKENESS = 0.6;

/** @param extents Parts of the text to look in: half-open, in order, apart from each other. */
export function seekQuotes(
  text: string,
  extents: readonly (readonly [from: number, to: number])[],
  quotes: readonly Sought[],
): readonly (Place | undefined)[] {
  const places = seedPlaces(text, extents, quotes);
  const readable = extents.reduce((sum, [from, to]) => sum + to - from, 0);
  const short = quotes.filter(({ text: { length } }) => length >= SHORTEST && length < SEED).length;
  return quotes.map((quote, i) => {
    const { length } = quote.text;
    if (length < SHORTEST) return undefined;
    if (length < SEED) return readable * short > MOST_READ ? undefined : shortPlace(text, extents, quote);
    const found = places[i] ?? [];
    return exactPlace(text, found, quote) ?? (quote.fuzzy ? fuzzyPlace(text, found, quote) : undefined);
  });
}

/** For each quotation, where it would begin by each of its seeds found. */
function seedPlaces(
  text: string,
  extents: readonly (readonly [number, number])[],
  quotes: readonly Sought[],
): readonly (readonly number[])[] {
  const places: number[][] = quotes.map(() => []);
  const seeds = new Map<number, { quote: number; offset: number; count: number }[]>();
  // Nearly every place of the text has no seed: a small table tells most of them quickly.
  const sieve = new Uint8Array(1 << 20);
  quotes.forEach(({ text: words }, quote) => {
    if (words.length < SEED) return;
    for (const offset of seedOffsets(words.length)) {
      const hash = hashOf(words, offset);
      const list = seeds.get(hash);
      const seed = { quote, offset, count: 0 };
      if (list) list.push(seed);
      else seeds.set(hash, [seed]);
      sieve[hash & 0xfffff] = 1;
    }
  });
  if (seeds.size === 0) return places;
  let top = 1;
  for (let i = 1; i < SEED; i++) top = Math.imul(top, BASE);
  for (const [from, to] of extents) {
    if (to - from < SEED) continue;
    let hash = hashOf(text, from);
    for (let at = from; ; at++) {
      if (sieve[hash & 0xfffff] === 1) {
        for (const seed of seeds.get(hash) ?? []) {
          const { quote, offset } = seed;
          if (seed.count >= MOST_PLACES || !sameSeed(text, at, quotes[quote]?.text ?? '', offset)) continue;
          seed.count++;
          places[quote]?.push(at - offset);
        }
      }
      if (at + SEED >= to) break;
      hash = Math.imul(hash - Math.imul(text.charCodeAt(at), top), BASE) + text.charCodeAt(at + SEED);
      hash |= 0;
    }
  }
  return places;
}

const BASE = 0x01000193;

function hashOf(text: string, at: number): number {
  let hash = 0;
  for (let i = at; i < at + SEED; i++) hash = (Math.imul(hash, BASE) + text.charCodeAt(i)) | 0;
  return hash;
}

function sameSeed(text: string, at: number, words: string, offset: number): boolean {
  for (let i = 0; i < SEED; i++) if (text.charCodeAt(at + i) !== words.charCodeAt(offset + i)) return false;
  return true;
}

function seedOffsets(length: number): ReadonlySet<number> {
  const last = length - SEED;
  const count = Math.min(SEEDS, Math.ceil(length / SEED));
  return new Set(
    Array.from({ length: count }, (_, i) => (count === 1 ? 0 : Math.round((last * i) / (count - 1)))),
  );
}

function nearest(places: Iterable<number>, near: number): number | undefined {
  let best: number | undefined;
  for (const place of places)
    if (best === undefined || Math.abs(place - near) < Math.abs(best - near)) best = place;
  return best;
}

function exactPlace(
  text: string,
  found: readonly number[],
  { text: words, near }: Sought,
): Place | undefined {
  const exact = new Set(found.filter((at) => at >= 0 && text.startsWith(words, at)));
  const at = nearest(exact, near);
  return at === undefined
    ? undefined
    : { from: at, to: at + words.length, likeness: 1, only: exact.size === 1 };
}

/** Where most seeds agree, as far as the words there are like enough. */
function fuzzyPlace(
  text: string,
  found: readonly number[],
  { text: words, near }: Sought,
): Place | undefined {
  if (found.length === 0 || words.length > LONGEST_FUZZY) return undefined;
  const slack = Math.max(SEED, Math.ceil(words.length * 0.3));
  const votes = (place: number) => found.filter((other) => Math.abs(other - place) <= slack).length;
  const most = Math.max(...found.map(votes));
  const place =
    nearest(
      found.filter((each) => votes(each) === most),
      near,
    ) ?? 0;
  const from = Math.max(0, place - slack);
  const window = text.slice(from, place + words.length + slack);
  // Of matches with the fewest errors the one whose length is likest: it has the full stop, if there is one.
  const [best] = search(window, words, Math.floor(words.length * (1 - LEAST_LIKENESS))).sort(
    (a, b) => a.errors - b.errors || lengthOff(a, words) - lengthOff(b, words),
  );
  if (!best) return undefined;
  const [start, end] = wholeWords(text, from + best.start, from + best.end);
  return { from: start, to: end, likeness: 1 - best.errors / words.length, only: false };
}

function lengthOff({ start, end }: { start: number; end: number }, words: string): number {
  return Math.abs(end - start - words.length);
}

/** The only place of a few characters, as words of their own. */
function shortPlace(
  text: string,
  extents: readonly (readonly [number, number])[],
  { text: words }: Sought,
): Place | undefined {
  const found: number[] = [];
  for (const [from, to] of extents) {
    const part = text.slice(from, to);
    for (let at = part.indexOf(words); at >= 0; at = part.indexOf(words, at + 1)) {
      const [start, end] = wholeWords(text, from + at, from + at + words.length);
      if (start === from + at && end === start + words.length) found.push(start);
      if (found.length > 1) return undefined;
    }
  }
  const [at] = found;
  return at === undefined ? undefined : { from: at, to: at + words.length, likeness: 1, only: true };
}

/** The extent without spaces at its ends, and with the words whole that it cut. */
function wholeWords(text: string, from: number, to: number): readonly [from: number, to: number] {
  const isWord = (at: number) => /[\p{L}\p{M}\p{N}\ud800-\udfff]/u.test(text[at] ?? '');
  let start = from;
  let end = to;
  while (start < end && /\s/.test(text[start] ?? '')) start++;
  while (end > start && /\s/.test(text[end - 1] ?? '')) end--;
  while (start > 0 && isWord(start) && isWord(start - 1)) start--;
  while (end < text.length && isWord(end - 1) && isWord(end)) end++;
  return [start, end];
}
