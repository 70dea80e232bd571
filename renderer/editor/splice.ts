import type { Block, RichText } from '../../core/text/block.ts';

function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const left = Object.entries(a).filter(([, value]) => value !== undefined);
  const right = Object.entries(b).filter(([, value]) => value !== undefined);
  return (
    left.length === right.length &&
    left.every(([key, value]) => same(value, (b as Record<string, unknown>)[key]))
  );
}

/** Equal as JSON, whatever the order of the fields. */
export function sameBlock(a: Block, b: Block): boolean {
  return a === b || (a.id === b.id && a.type === b.type && same(a, b));
}

export interface Splice {
  readonly index: number;
  readonly removed: readonly Block[];
  readonly inserted: readonly Block[];
}

/** The one shortest splice that makes `after` of `before`, or undefined when they are equal. */
export function spliceBetween(before: RichText, after: RichText): Splice | undefined {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && sameBlock(before[start]!, after[start]!)) start++;
  let end = 0;
  while (
    end < shorter - start &&
    sameBlock(before[before.length - 1 - end]!, after[after.length - 1 - end]!)
  ) {
    end++;
  }
  const removed = before.slice(start, before.length - end);
  const inserted = after.slice(start, after.length - end);
  return removed.length === 0 && inserted.length === 0 ? undefined : { index: start, removed, inserted };
}
