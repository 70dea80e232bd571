/** The difference of two texts as the stretches that were replaced, and how offsets follow it. */
import { firstIndex } from '../text/first-index.ts';
import { UNSPACED_SCRIPTS } from '../text/words.ts';
import { align } from './align.ts';

/** The units from `from` up to `to` of the old text became those from `newFrom` up to `newTo` of the new one. */
export interface Hunk {
  readonly from: number;
  readonly to: number;
  readonly newFrom: number;
  readonly newTo: number;
}

// Scripts without spaces between words are taken character by character.
const TOKEN = new RegExp(
  `[${UNSPACED_SCRIPTS}]|(?:(?![${UNSPACED_SCRIPTS}])[\\p{L}\\p{M}\\p{N}])+|\\s+|[^]`,
  'gu',
);

/**
 * Hunks in order, with something that stayed between any two. Words are compared, and within a word that became
 * another what is the same at its beginning and end.
 */
export function hunksBetween(before: string, after: string): readonly Hunk[] {
  return wordHunks(before, after).map((hunk) => narrowed(before, after, hunk));
}

/** As {@link hunksBetween}, but whole words. */
export function wordHunks(before: string, after: string): readonly Hunk[] {
  const old: readonly string[] = before.match(TOKEN) ?? [];
  const now: readonly string[] = after.match(TOKEN) ?? [];
  const starts = startsOf(old);
  const newStarts = startsOf(now);
  const hunks: Hunk[] = [];
  let token = 0;
  let newToken = 0;
  const replaced = (upTo: number, newUpTo: number) => {
    if (token === upTo && newToken === newUpTo) return;
    hunks.push({
      from: starts[token] ?? 0,
      to: starts[upTo] ?? 0,
      newFrom: newStarts[newToken] ?? 0,
      newTo: newStarts[newUpTo] ?? 0,
    });
  };
  for (const run of align(old, now)) {
    replaced(run.before, run.after);
    token = run.before + run.length;
    newToken = run.after + run.length;
  }
  replaced(old.length, now.length);
  return hunks;
}

/** The offset of each token, and of the end. */
function startsOf(tokens: readonly string[]): Int32Array {
  const starts = new Int32Array(tokens.length + 1);
  tokens.forEach((token, i) => (starts[i + 1] = (starts[i] ?? 0) + token.length));
  return starts;
}

/** Without the characters that are the same at its beginning and end. */
function narrowed(before: string, after: string, hunk: Hunk): Hunk {
  let { from, to, newFrom, newTo } = hunk;
  while (from < to && newFrom < newTo && before[from] === after[newFrom]) {
    from++;
    newFrom++;
  }
  if (from > hunk.from && isHighSurrogate(before, from - 1)) {
    from--;
    newFrom--;
  }
  const [least, newLeast] = [from, newFrom];
  while (to > least && newTo > newLeast && before[to - 1] === after[newTo - 1]) {
    to--;
    newTo--;
  }
  if (to < hunk.to && isLowSurrogate(before, to)) {
    to++;
    newTo++;
  }
  return { from, to, newFrom, newTo };
}

function isHighSurrogate(text: string, at: number): boolean {
  return (text.charCodeAt(at) & 0xfc00) === 0xd800;
}

function isLowSurrogate(text: string, at: number): boolean {
  return (text.charCodeAt(at) & 0xfc00) === 0xdc00;
}

export interface MappedExtent {
  readonly from: number;
  readonly to: number;
  /** Units of the old extent that stayed. */
  readonly kept: number;
}

/**
 * Where the units from `from` up to `to` went, by the rules A2 to A4 and A8 of map-anchors.ts: what was put in at an
 * end stays outside, what replaced covered words is covered, and an extent without words left is empty where they
 * were. `from` before 0 or `to` after the end of the text stand for an end outside of it, and stay that.
 */
export function mapExtent(hunks: readonly Hunk[], from: number, to: number): MappedExtent {
  const first = firstReaching(hunks, from);
  if (from >= to) {
    const at = mapPlace(hunks[first], hunks[first - 1], from);
    return { from: at, to: at, kept: 0 };
  }
  let kept = to - from;
  let start = from + shiftAfter(hunks[first - 1]);
  let end = to + shiftAfter(hunks[first - 1]);
  for (let i = first; i < hunks.length; i++) {
    const hunk = hunks[i] as Hunk;
    if (hunk.from > to) break;
    kept -= Math.max(0, Math.min(hunk.to, to) - Math.max(hunk.from, from));
    const inserted = hunk.from === hunk.to;
    if (from >= hunk.to) start = from + shiftAfter(hunk);
    else if (from > hunk.from) start = hunk.newTo;
    else if (from === hunk.from) start = inserted || hunk.to > to ? hunk.newTo : hunk.newFrom;
    if (to <= hunk.from) end = hunk.newFrom;
    else if (to < hunk.to) end = hunk.newFrom;
    else end = to + shiftAfter(hunk);
  }
  return start > end ? { from: end, to: end, kept } : { from: start, to: end, kept };
}

function mapPlace(hunk: Hunk | undefined, previous: Hunk | undefined, at: number): number {
  if (!hunk || at <= hunk.from) return at + shiftAfter(previous);
  return at >= hunk.to ? at + shiftAfter(hunk) : hunk.newFrom;
}

function shiftAfter(hunk: Hunk | undefined): number {
  return hunk ? hunk.newTo - hunk.to : 0;
}

/** Index of the first hunk that ends at or after the offset. */
function firstReaching(hunks: readonly Hunk[], offset: number): number {
  return firstIndex(hunks.length, (index) => (hunks[index]?.to ?? 0) >= offset);
}
