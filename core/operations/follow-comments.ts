/**
 * How comments follow an edit of the words that they are about. As passages do (rules A2 to A4 of
 * core/anchoring/map-anchors.ts): words put in at an edge don't belong to them, words put in between or instead do;
 * a block that is split or joined stays covered. What lost all its words keeps its place and its quote.
 */
import type { Comment, TextSpot } from '../document/comment.ts';
import type { Project } from '../document/project.ts';
import { ownTexts } from '../document/find.ts';
import type { Block } from '../text/block.ts';
import { blockText } from '../text/canonical.ts';
import { set } from './edits.ts';
import type { Operation, SpliceOperation } from './operation.ts';

/**
 * The operations that move the comments along, to be applied behind those given.
 *
 * @param after The project with `operations` applied.
 */
export function followComments(
  before: Project,
  after: Project,
  operations: readonly Operation[],
): readonly Operation[] {
  const { comments } = before;
  if (!comments || comments !== after.comments) return [];
  const splices = operations.filter(isOwnSplice);
  if (splices.length === 0) return [];
  const touched = new Set(splices.flatMap(({ removed }) => removed.map(({ id }) => id)));
  return comments.flatMap((comment) => {
    const { about } = comment;
    if (about.kind !== 'text' || !about.spots.some(({ block }) => touched.has(block))) return [];
    const spots = about.spots.flatMap((spot) =>
      !touched.has(spot.block) || wentElsewhere(spot, splices, after)
        ? spot
        : splices.reduce<readonly TextSpot[]>((moved, splice) => throughSplice(moved, splice), [spot]),
    );
    const joined = joinTouching(spots, splices);
    return sameSpots(about.spots, joined) ? [] : setAbout(comment, { kind: 'text', spots: joined });
  });
}

function setAbout({ id, about }: Comment, moved: Comment['about']): readonly Operation[] {
  return set({ of: 'comment', id }, 'about', about, moved);
}

function isOwnSplice(operation: Operation): operation is SpliceOperation {
  return operation.type === 'splice' && operation.text.of !== 'letter';
}

/** Whether its block was taken out of one text and put, as it was, into another. */
function wentElsewhere({ block }: TextSpot, splices: readonly SpliceOperation[], after: Project): boolean {
  const has = (blocks: readonly Block[]) => blocks.some(({ id }) => id === block);
  if (splices.some(({ removed, inserted }) => has(removed) && has(inserted))) return false;
  return ownTexts(after).some(({ text }) => has(text));
}

function throughSplice(
  spots: readonly TextSpot[],
  { removed, inserted }: SpliceOperation,
): readonly TextSpot[] {
  const alike =
    removed.length === inserted.length && removed.every((block, i) => block.id === inserted[i]?.id);
  return spots.flatMap((spot) => {
    const index = removed.findIndex(({ id }) => id === spot.block);
    const block = removed[index];
    if (!block || inserted.length === 0) return spot;
    if (!alike) return spread(spot, index, removed, inserted);
    const [old, now] = [blockText(block), blockText(inserted[index] ?? block)];
    const [from, to] = mapped(old, now, spot.from, spot.to);
    return at(spot, spot.block, from, to, now);
  });
}

const at = (spot: TextSpot, block: string, from: number, to: number, words: string): TextSpot => ({
  block,
  from,
  to,
  quote: from < to ? words.slice(from, to) : spot.quote,
});

/** Through an edit of several blocks at once: what is the same at their beginning and at their end stays. */
function spread(
  spot: TextSpot,
  index: number,
  removed: readonly Block[],
  inserted: readonly Block[],
): readonly TextSpot[] {
  const [old, now] = [removed.map(blockText), inserted.map(blockText)];
  const start = old.slice(0, index).reduce((sum, text) => sum + text.length + 1, 0);
  const [from, to] = mapped(old.join('\n'), now.join('\n'), start + spot.from, start + spot.to);
  const parts: TextSpot[] = [];
  let place: TextSpot | undefined;
  let offset = 0;
  for (const [i, text] of now.entries()) {
    const id = inserted[i]?.id ?? spot.block;
    const [first, last] = [Math.max(from - offset, 0), Math.min(to - offset, text.length)];
    if (first < last) parts.push(at(spot, id, first, last, text));
    if (from >= offset && from <= offset + text.length)
      place ??= at(spot, id, from - offset, from - offset, text);
    offset += text.length + 1;
  }
  return parts.length > 0 ? parts : place ? [place] : [spot];
}

/** A range of `old` in `now`, which differs from it in one place. */
function mapped(old: string, now: string, from: number, to: number): readonly [number, number] {
  const shorter = Math.min(old.length, now.length);
  let head = 0;
  while (head < shorter && old[head] === now[head]) head++;
  let tail = 0;
  while (tail < shorter - head && old[old.length - 1 - tail] === now[now.length - 1 - tail]) tail++;
  const [cut, put] = [old.length - tail, now.length - tail];
  const growth = put - cut;
  if (from === to) {
    const place = from <= head ? from : from >= cut ? from + growth : head;
    return [place, place];
  }
  if (head < cut && from <= head && cut <= to) return [from, to + growth];
  const start = from < head ? from : from >= cut ? from + growth : put;
  const end = to <= head ? to : to >= cut ? to + growth : head;
  return start < end ? [start, end] : [Math.min(start, end), Math.min(start, end)];
}

/** Spots that come to touch in one block are one again. */
function joinTouching(spots: readonly TextSpot[], splices: readonly SpliceOperation[]): readonly TextSpot[] {
  const joined: TextSpot[] = [];
  for (const spot of spots) {
    const last = joined.at(-1);
    const empty = spot.from === spot.to;
    if (last && last.block === spot.block && spot.from <= last.to && !empty && last.from < last.to) {
      const to = Math.max(last.to, spot.to);
      const block = splices.flatMap(({ inserted }) => inserted).findLast(({ id }) => id === spot.block);
      const quote = block ? blockText(block).slice(last.from, to) : last.quote + spot.quote;
      joined[joined.length - 1] = { ...last, to, quote };
    } else joined.push(spot);
  }
  // Where words are left, places that lost theirs tell nothing more.
  const worded = joined.filter(({ from, to }) => from < to);
  return worded.length > 0 ? worded : joined;
}

function sameSpots(a: readonly TextSpot[], b: readonly TextSpot[]): boolean {
  return (
    a.length === b.length &&
    a.every((spot, i) => {
      const other = b[i];
      return (
        spot.block === other?.block &&
        spot.from === other.from &&
        spot.to === other.to &&
        spot.quote === other.quote
      );
    })
  );
}
