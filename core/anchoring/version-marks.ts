/** Two versions of a text beside each other: which words differ, block by block, and which place stands beside which. */
import type { BlockId, RichText } from '../text/block.ts';
import { blockLength, offsetToPosition, rangeByBlock } from '../text/canonical.ts';
import { wordHunks, type Hunk } from './hunks.ts';
import { blockStart, gapText, matchBlocks, type BlockMatch } from './match-blocks.ts';

/** Units of a block's text, half-open. */
export interface Extent {
  readonly from: number;
  readonly to: number;
}

/** In order and apart, by block; blocks without any aren't there. */
export type ExtentsByBlock = ReadonlyMap<BlockId, readonly Extent[]>;

/** What of one version isn't in the other. */
export interface SideMarks {
  /** Words that the other version doesn't have there. */
  readonly differing: ExtentsByBlock;
  /** Paragraphs that stand elsewhere in the other version. */
  readonly moved: ExtentsByBlock;
}

export interface VersionMarks {
  readonly before: SideMarks;
  readonly after: SideMarks;
  /** The blocks where each place that differs begins, in order; undefined on a side without blocks. */
  readonly places: readonly { readonly before?: BlockId; readonly after?: BlockId }[];
}

class Side {
  readonly differing = new Map<BlockId, Extent[]>();
  readonly moved = new Map<BlockId, Extent[]>();
  readonly text: RichText;
  /** Indexes of the blocks that were moved. */
  readonly apart: ReadonlySet<number>;

  constructor(text: RichText, apart: ReadonlySet<number>) {
    this.text = text;
    this.apart = apart;
    for (const index of apart) {
      const block = text[index];
      if (block) this.moved.set(block.id, [{ from: 0, to: blockLength(block) }]);
    }
  }

  /** @param from,to Offsets in the canonical text. */
  mark(from: number, to: number): void {
    const start = offsetToPosition(this.text, from);
    const end = offsetToPosition(this.text, to);
    if (!start || !end) return;
    for (const part of rangeByBlock(this.text, { start, end })) {
      if (this.apart.has(part.index)) continue;
      const list = this.differing.get(part.block.id);
      const last = list?.at(-1);
      if (!list) this.differing.set(part.block.id, [{ from: part.from, to: part.to }]);
      else if (last && last.to >= part.from)
        list[list.length - 1] = { from: last.from, to: Math.max(last.to, part.to) };
      else list.push({ from: part.from, to: part.to });
    }
  }

  blockAt(index: number): BlockId | undefined {
    return this.text[Math.min(index, this.text.length - 1)]?.id;
  }
}

/**
 * @param part Whether `after` is a part of `before`, or the other way round: what stands before and after the part is
 *   no difference then.
 */
export function versionMarks(before: RichText, after: RichText, part = false): VersionMarks {
  const match = matchBlocks(before, after);
  const old = new Side(
    before,
    indexes(match, (_, i) => i),
  );
  const now = new Side(
    after,
    indexes(match, (to) => to),
  );
  const places: { readonly before?: BlockId; readonly after?: BlockId }[] = [];
  for (const gap of match.gaps) {
    const words = gapText(before, gap.from, gap.to);
    const newWords = gapText(after, gap.newFrom, gap.newTo);
    if (words.trim() === '' && newWords.trim() === '') continue;
    const first = gap.from === 0 && gap.newFrom === 0;
    const last = gap.to === before.length && gap.newTo === after.length;
    const isOutside = ({ from, to, newFrom, newTo }: Hunk) =>
      (from === to || newFrom === newTo) &&
      ((first && from === 0 && newFrom === 0) || (last && to === words.length && newTo === newWords.length));
    const hunks = wordHunks(words, newWords).filter((hunk) => !part || !isOutside(hunk));
    if (hunks.length === 0) continue;
    const [at, newAt] = [old.blockAt(gap.from), now.blockAt(gap.newFrom)];
    places.push({ ...(at !== undefined && { before: at }), ...(newAt !== undefined && { after: newAt }) });
    const [base, newBase] = [blockStart(before, gap.from), blockStart(after, gap.newFrom)];
    for (const { from, to, newFrom, newTo } of hunks) {
      old.mark(base + from, base + to);
      now.mark(newBase + newFrom, newBase + newTo);
    }
  }
  return { before: old, after: now, places };
}

function indexes({ stays, moved }: BlockMatch, which: (to: number, from: number) => number): Set<number> {
  const found = new Set<number>();
  moved.forEach((is, i) => {
    if (is === 1) found.add(which(stays[i] ?? -1, i));
  });
  return found;
}
