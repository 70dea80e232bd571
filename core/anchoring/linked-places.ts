/**
 * Which place of one text stands beside which of another, for reading both together. A place is a number: the index
 * of a block and how far in it, from 0 to 1; that of the end is the number of blocks.
 */
import { firstIndex } from '../text/first-index.ts';
import type { RichText } from '../text/block.ts';
import { matchBlocks } from './match-blocks.ts';

export interface LinkedPlaces {
  /** From the one text to the other. Never goes back where its argument goes on. */
  there(place: number): number;
  back(place: number): number;
}

/** Where a stretch of both texts begins; up to the next one its places go evenly. */
interface Knot {
  readonly one: number;
  readonly other: number;
}

/**
 * A paragraph that both have stands beside itself. What lies between two such is shared out evenly, so that texts
 * without a paragraph in common go from end to end together.
 */
export function linkedPlaces(one: RichText, other: RichText): LinkedPlaces {
  const { stays, moved } = matchBlocks(one, other);
  const knots: Knot[] = [{ one: 0, other: 0 }];
  const put = (knot: Knot) => {
    const last = knots.at(-1);
    if (last && (last.one !== knot.one || last.other !== knot.other)) knots.push(knot);
  };
  stays.forEach((to, from) => {
    if (to < 0 || moved[from] === 1) return;
    put({ one: from, other: to });
    put({ one: from + 1, other: to + 1 });
  });
  put({ one: one.length, other: other.length });
  return {
    there: (place) => follow(knots, 'one', 'other', place),
    back: (place) => follow(knots, 'other', 'one', place),
  };
}

function follow(knots: readonly Knot[], from: keyof Knot, to: keyof Knot, place: number): number {
  // The last knot at or before the place: of several at one place, what follows the last of them.
  const after = Math.max(
    1,
    firstIndex(knots.length, (index) => (knots[index]?.[from] ?? 0) > place),
  );
  const [knot, next] = [knots[after - 1], knots[after]];
  if (!knot) return 0;
  if (!next) return knot[to];
  const share = Math.max(0, place - knot[from]) / (next[from] - knot[from]);
  return knot[to] + share * (next[to] - knot[to]);
}
