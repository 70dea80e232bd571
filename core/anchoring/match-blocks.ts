/** Which blocks of one version of a letter are blocks of the next. */
import type { RichText } from '../text/block.ts';
import { blockText, textIndex } from '../text/canonical.ts';
import { align } from './align.ts';
import { hunksBetween, type Hunk } from './hunks.ts';

/** Blocks between two that stayed, in both versions. Indexes, half-open; either side may be empty. */
export interface Gap {
  readonly from: number;
  readonly to: number;
  readonly newFrom: number;
  readonly newTo: number;
}

export interface BlockMatch {
  /** For each block of the old version the index of the block with the same text in the new one, or -1. */
  readonly stays: Int32Array;
  /** 1 for blocks that stay, but out of order: they were moved. */
  readonly moved: Uint8Array;
  /** For each block of the old version that doesn't stay in order, the index of its gap; else -1. */
  readonly gapOf: Int32Array;
  readonly gaps: readonly Gap[];
}

/** Blocks are told by their text alone. Of equal ones that can't be told apart by order, none counts as moved. */
export function matchBlocks(before: RichText, after: RichText): BlockMatch {
  const old = before.map(blockText);
  const now = after.map(blockText);
  const stays = new Int32Array(old.length).fill(-1);
  const gapOf = new Int32Array(old.length).fill(-1);
  const moved = new Uint8Array(old.length);
  const gaps: Gap[] = [];
  let at = 0;
  let newAt = 0;
  const close = (to: number, newTo: number) => {
    if (at === to && newAt === newTo) return;
    gapOf.fill(gaps.length, at, to);
    gaps.push({ from: at, to, newFrom: newAt, newTo });
  };
  for (const run of align(old, now)) {
    close(run.before, run.after);
    for (let i = 0; i < run.length; i++) stays[run.before + i] = run.after + i;
    at = run.before + run.length;
    newAt = run.after + run.length;
  }
  close(old.length, now.length);

  const places = onlyPlaces(
    old,
    gaps.map(({ from, to }) => [from, to] as const),
  );
  const newPlaces = onlyPlaces(
    now,
    gaps.map(({ newFrom, newTo }) => [newFrom, newTo] as const),
  );
  for (const [text, place] of places) {
    const newPlace = newPlaces.get(text);
    if (place < 0 || newPlace === undefined || newPlace < 0) continue;
    stays[place] = newPlace;
    moved[place] = 1;
  }
  return { stays, moved, gapOf, gaps };
}

/** Text → its index within the extents, or -1 where it comes several times. Blank texts are left out. */
function onlyPlaces(
  texts: readonly string[],
  extents: readonly (readonly [from: number, to: number])[],
): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  for (const [from, to] of extents) {
    for (let i = from; i < to; i++) {
      const text = texts[i] ?? '';
      if (text.trim() !== '') places.set(text, places.has(text) ? -1 : i);
    }
  }
  return places;
}

/** The difference of the two sides of a gap, in units of their canonical texts. */
export function gapHunks(before: RichText, after: RichText, gap: Gap): readonly Hunk[] {
  const old = gapText(before, gap.from, gap.to);
  const now = gapText(after, gap.newFrom, gap.newTo);
  if (old === '' && now === '') return [];
  if (old === '' || now === '') return [{ from: 0, to: old.length, newFrom: 0, newTo: now.length }];
  return hunksBetween(old, now);
}

/** The canonical text of the blocks from `from` up to `to`. */
export function gapText(text: RichText, from: number, to: number): string {
  return text.slice(from, to).map(blockText).join('\n');
}

/** Offset in the canonical text at which a block begins; for the index after the last, one past the whole length. */
export function blockStart(text: RichText, index: number): number {
  return textIndex(text).starts[index] ?? 0;
}
