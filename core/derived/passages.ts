/** The passages of each letter, in the order in which a reader meets them. */
import type { RichText } from '../text/block.ts';
import { positionToOffset, type TextRange } from '../text/canonical.ts';
import type { Highlight } from '../document/letter.ts';
import type { Project } from '../document/project.ts';
import { byIdentity, byParts } from './remember.ts';

/** Highlights by the id of their letter, in the order of the list. */
export const highlightsByLetter = byIdentity(
  (highlights: readonly Highlight[]): ReadonlyMap<string, readonly Highlight[]> => {
    const groups = new Map<string, Highlight[]>();
    for (const highlight of highlights) {
      const group = groups.get(highlight.letter);
      if (group) group.push(highlight);
      else groups.set(highlight.letter, [highlight]);
    }
    return groups;
  },
);

/**
 * By their beginning in the letter; of those that begin together the one that ends later comes first, then the
 * smaller id. What stands in no block of the text comes last.
 *
 * @param text the blocks of the letter that all `highlights` belong to
 */
export function inReadingOrder(text: RichText, highlights: readonly Highlight[]): readonly Highlight[] {
  const placed = highlights.map((highlight) => {
    const first = highlight.ranges[0];
    const last = highlight.ranges.at(-1);
    return {
      highlight,
      start: (first && positionToOffset(text, first.start)) ?? Number.MAX_SAFE_INTEGER,
      end: (last && positionToOffset(text, last.end)) ?? Number.MAX_SAFE_INTEGER,
    };
  });
  placed.sort((a, b) => a.start - b.start || b.end - a.end || (a.highlight.id < b.highlight.id ? -1 : 1));
  return placed.map(({ highlight }) => highlight);
}

/** Highlight id → its tags, of those that have some. The same value as long as they are. */
export const passageTags = byParts(
  (highlights: readonly Highlight[]) => highlights.flatMap(({ id, tags }) => (tags ? [id, tags] : [])),
  (highlights): ReadonlyMap<string, readonly string[]> =>
    new Map(highlights.flatMap(({ id, tags }) => (tags ? [[id, tags] as const] : []))),
);

/** The tags of passages, each once, in the order of first use. */
export function tagsOfPassages(highlights: readonly Highlight[]): readonly string[] {
  return [...new Set([...passageTags(highlights).values()].flat())];
}

/** Highlight id → its place among all passages, letter by letter, from 0. */
export function passageRanks({ letters, highlights }: Project): ReadonlyMap<string, number> {
  const groups = highlightsByLetter(highlights);
  const ranks = new Map<string, number>();
  for (const { id, blocks } of letters) {
    for (const highlight of inReadingOrder(blocks, groups.get(id) ?? [])) ranks.set(highlight.id, ranks.size);
  }
  return ranks;
}

/** The passages that share a character with a range of their letter, in reading order. @param highlights of that letter */
export function passagesWithin(
  text: RichText,
  highlights: readonly Highlight[],
  { start, end }: TextRange,
): readonly Highlight[] {
  const from = positionToOffset(text, start);
  const to = positionToOffset(text, end);
  if (from === undefined || to === undefined) return [];
  const touches = (range: TextRange): boolean => {
    const begins = positionToOffset(text, range.start);
    const ends = positionToOffset(text, range.end);
    return begins !== undefined && ends !== undefined && Math.max(begins, from) < Math.min(ends, to);
  };
  return inReadingOrder(
    text,
    highlights.filter(({ ranges }) => ranges.some(touches)),
  );
}
