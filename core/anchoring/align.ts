/**
 * What two sequences have in common, in order. Items that occur once on each side are taken for landmarks and
 * everything else is settled between them (patience diff, after Bram Cohen; the landmarks in order by the longest
 * increasing subsequence), so that time grows with the length and not with its square, however much was changed.
 * Small stretches without landmarks go to Myers' algorithm.
 */
import { firstIndex } from '../text/first-index.ts';
import { diffArrays } from 'diff';

/** `length` items from `before` on in the one are those from `after` on in the other. */
export interface Run {
  readonly before: number;
  readonly after: number;
  readonly length: number;
}

/** Half-open on both sides. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly newFrom: number;
  readonly newTo: number;
}

/** Stretches up to this many items on both sides together are compared exhaustively at once. */
const SMALL = 64;
/** Beyond this many insertions and deletions a stretch without landmarks is taken as replaced altogether. */
const MOST_EDITS = 200;

/** Runs in the order of both sequences, apart from each other. Items are compared with `===`. */
export function align<T>(before: readonly T[], after: readonly T[]): readonly Run[] {
  const runs: Run[] = [];
  const open: Stretch[] = [{ from: 0, to: before.length, newFrom: 0, newTo: after.length }];
  for (let stretch = open.pop(); stretch; stretch = open.pop()) {
    const inner = trimmed(before, after, stretch, runs);
    const { from, to, newFrom, newTo } = inner;
    if (from === to || newFrom === newTo) continue;
    if (to - from + newTo - newFrom <= SMALL) {
      compare(before, after, inner, runs);
      continue;
    }
    const landmarks = landmarksOf(before, after, inner);
    if (landmarks.length === 0) {
      compare(before, after, inner, runs);
      continue;
    }
    let at = from;
    let newAt = newFrom;
    for (const [landmark, newLandmark] of landmarks) {
      open.push({ from: at, to: landmark, newFrom: newAt, newTo: newLandmark });
      runs.push({ before: landmark, after: newLandmark, length: 1 });
      at = landmark + 1;
      newAt = newLandmark + 1;
    }
    open.push({ from: at, to, newFrom: newAt, newTo });
  }
  return joined(runs);
}

/** The stretch without what is the same at its beginning and end, which goes to `runs`. */
function trimmed<T>(before: readonly T[], after: readonly T[], stretch: Stretch, runs: Run[]): Stretch {
  let { from, to, newFrom, newTo } = stretch;
  while (from < to && newFrom < newTo && before[from] === after[newFrom]) {
    from++;
    newFrom++;
  }
  while (from < to && newFrom < newTo && before[to - 1] === after[newTo - 1]) {
    to--;
    newTo--;
  }
  const head = from - stretch.from;
  const tail = stretch.to - to;
  if (head > 0) runs.push({ before: stretch.from, after: stretch.newFrom, length: head });
  if (tail > 0) runs.push({ before: to, after: newTo, length: tail });
  return { from, to, newFrom, newTo };
}

function compare<T>(before: readonly T[], after: readonly T[], stretch: Stretch, runs: Run[]): void {
  const changes = diffArrays(
    before.slice(stretch.from, stretch.to),
    after.slice(stretch.newFrom, stretch.newTo),
    { maxEditLength: MOST_EDITS },
  );
  let at = stretch.from;
  let newAt = stretch.newFrom;
  // Given up: nothing of the stretch is the same.
  for (const { count, added, removed } of changes ?? []) {
    if (!added && !removed) runs.push({ before: at, after: newAt, length: count });
    if (!added) at += count;
    if (!removed) newAt += count;
  }
}

/** Places of the items that occur once on each side of the stretch; as many as are in the same order. */
function landmarksOf<T>(
  before: readonly T[],
  after: readonly T[],
  { from, to, newFrom, newTo }: Stretch,
): readonly (readonly [at: number, newAt: number])[] {
  const places = onlyPlaces(before, from, to);
  const newPlaces = onlyPlaces(after, newFrom, newTo);
  const pairs: (readonly [number, number])[] = [];
  for (const [item, at] of places) {
    const newAt = newPlaces.get(item);
    if (at >= 0 && newAt !== undefined && newAt >= 0) pairs.push([at, newAt]);
  }
  pairs.sort((a, b) => a[0] - b[0]);
  return increasing(pairs);
}

/** Item → its index, or -1 for an item that comes several times. */
function onlyPlaces<T>(items: readonly T[], from: number, to: number): Map<T, number> {
  const places = new Map<T, number>();
  for (let at = from; at < to; at++) {
    const item = items[at] as T;
    places.set(item, places.has(item) ? -1 : at);
  }
  return places;
}

/** The longest choice of pairs in which the second members rise. */
function increasing(pairs: readonly (readonly [number, number])[]): readonly (readonly [number, number])[] {
  /** Index of the pair that ends the best choice of each length, and of the one before each pair. */
  const ends: number[] = [];
  const previous = new Int32Array(pairs.length).fill(-1);
  pairs.forEach(([, value], i) => {
    const length = firstIndex(ends.length, (at) => (pairs[ends[at] ?? 0]?.[1] ?? 0) >= value);
    previous[i] = ends[length - 1] ?? -1;
    ends[length] = i;
  });
  const chosen: (readonly [number, number])[] = [];
  for (let at = ends.at(-1) ?? -1; at >= 0; at = previous[at] ?? -1) {
    const pair = pairs[at];
    if (pair) chosen.push(pair);
  }
  return chosen.reverse();
}

function joined(runs: Run[]): readonly Run[] {
  runs.sort((a, b) => a.before - b.before);
  const result: Run[] = [];
  for (const run of runs) {
    const last = result.at(-1);
    if (last && last.before + last.length === run.before && last.after + last.length === run.after) {
      result[result.length - 1] = { ...last, length: last.length + run.length };
    } else {
      result.push(run);
    }
  }
  return result;
}
