/** The parts of passages while a letter is corrected: at each edit only those of the passages that it moves. */
import { inReadingOrder } from '../../../core/derived/passages.ts';
import type { HighlightState } from '../../../core/derived/usage.ts';
import type { Highlight } from '../../../core/document/letter.ts';
import type { BlockId, RichText } from '../../../core/text/block.ts';
import { rangeByBlock } from '../../../core/text/canonical.ts';
import { partsByBlock, type PartsByBlock } from './passage-parts.ts';

interface Known {
  readonly highlight: Highlight;
  readonly style: number;
  readonly state: HighlightState;
  readonly blocks: readonly BlockId[];
}

export type PartsSource = (
  text: RichText,
  highlights: readonly Highlight[],
  styles: ReadonlyMap<string, number>,
  states: ReadonlyMap<string, HighlightState>,
) => PartsByBlock;

/**
 * Gives what {@link partsByBlock} gives. An edit of a letter makes a new highlight of every one whose words or
 * place it touches, so a highlight that is the same value has the same parts.
 */
export function correctionParts(): PartsSource {
  let known = new Map<string, Known>();
  let parts: PartsByBlock = new Map();
  return (text, highlights, styles, states) => {
    const now = new Map<string, Known>();
    const touched = new Set<BlockId>();
    const touch = (blocks: readonly BlockId[]) => blocks.forEach((block) => touched.add(block));
    for (const highlight of highlights) {
      const style = styles.get(highlight.category) ?? 1;
      const state = states.get(highlight.id) ?? 'open';
      const last = known.get(highlight.id);
      if (last && last.highlight === highlight && last.style === style && last.state === state) {
        now.set(highlight.id, last);
        continue;
      }
      const blocks = highlight.ranges.flatMap((range) =>
        rangeByBlock(text, range).map(({ block }) => block.id),
      );
      touch(blocks);
      if (last) touch(last.blocks);
      now.set(highlight.id, { highlight, style, state, blocks });
    }
    for (const [id, { blocks }] of known) if (!now.has(id)) touch(blocks);
    known = now;
    if (touched.size > 0) parts = redone(text, highlights, styles, states, parts, touched, now);
    return parts;
  };
}

function redone(
  text: RichText,
  highlights: readonly Highlight[],
  styles: ReadonlyMap<string, number>,
  states: ReadonlyMap<string, HighlightState>,
  before: PartsByBlock,
  touched: ReadonlySet<BlockId>,
  known: ReadonlyMap<string, Known>,
): PartsByBlock {
  const concerned = highlights.filter(({ id }) => known.get(id)?.blocks.some((block) => touched.has(block)));
  const fresh = partsByBlock(text, inReadingOrder(text, concerned), styles, states, before);
  const parts = new Map(before);
  for (const block of touched) {
    const list = fresh.get(block);
    if (list) parts.set(block, list);
    else parts.delete(block);
  }
  return parts;
}
