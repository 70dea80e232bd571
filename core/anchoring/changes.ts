/** What differs in words between two versions of a text, place by place. */
import type { RichText } from '../text/block.ts';
import { blockText } from '../text/canonical.ts';
import { matchBlocks } from './match-blocks.ts';
import { differenceOf, type DifferencePart } from './nearest.ts';

/** Blocks between two that stayed: their words before (`letter`), after (`quotation`), and in both. */
export type Change = readonly DifferencePart[];

export interface Changes {
  /** In reading order; none where not a word differs. */
  readonly changes: readonly Change[];
  /** Whether the first change stands at the very beginning, and the last at the very end. */
  readonly atStart: boolean;
  readonly atEnd: boolean;
}

/** Kinds of blocks and marks don't count. */
export function changesBetween(before: RichText, after: RichText): Changes {
  const textOf = (text: RichText, from: number, to: number) => text.slice(from, to).map(blockText).join('\n');
  const differing = matchBlocks(before, after)
    .gaps.map((gap) => ({
      gap,
      old: textOf(before, gap.from, gap.to),
      now: textOf(after, gap.newFrom, gap.newTo),
    }))
    .filter(({ old, now }) => old.trim() !== '' || now.trim() !== '');
  const [first, last] = [differing[0]?.gap, differing.at(-1)?.gap];
  return {
    changes: differing.map(({ old, now }) => differenceOf(old, now)),
    atStart: first?.from === 0 && first.newFrom === 0,
    atEnd: last?.to === before.length && last.newTo === after.length,
  };
}

/** The changes of a part that was taken out of the whole: what stands before and after it is no change. */
export function changesOfPart({ changes, atStart, atEnd }: Changes): readonly Change[] {
  return changes
    .map((parts, i) => {
      const from = atStart && i === 0 && parts[0]?.kind === 'letter' ? 1 : 0;
      const cut = parts.slice(from);
      return atEnd && i === changes.length - 1 && cut.at(-1)?.kind === 'letter' ? cut.slice(0, -1) : cut;
    })
    .filter((parts) => parts.some(({ kind }) => kind !== 'same'));
}
