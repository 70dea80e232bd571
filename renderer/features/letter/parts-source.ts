/** The parts of a letter's passages from edit to edit: at each only those of the passages that it makes or moves. */
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
export function partsSource(): PartsSource {
  const known = new Map<string, Known>();
  let parts: PartsByBlock = new Map();
  let last: Parameters<PartsSource> | undefined;
  return (text, highlights, styles, states) => {
    const touched = new Set<BlockId>();
    const touch = (id: string) => known.get(id)?.blocks.forEach((block) => touched.add(block));
    const [, before, sameStyles, sameStates] = last ?? [];
    const looksSame = sameStyles === styles && sameStates === states;
    highlights.forEach((highlight, i) => {
      const { id } = highlight;
      if (looksSame && before?.[i] === highlight) return;
      const style = styles.get(highlight.category) ?? 1;
      const state = states.get(id) ?? 'open';
      const old = known.get(id);
      if (old?.highlight === highlight && old.style === style && old.state === state) return;
      touch(id);
      const blocks = highlight.ranges.flatMap((range) =>
        rangeByBlock(text, range).map(({ block }) => block.id),
      );
      known.set(id, { highlight, style, state, blocks });
      touch(id);
    });
    if (known.size > highlights.length) {
      const ids = new Set(highlights.map(({ id }) => id));
      for (const id of [...known.keys()].filter((other) => !ids.has(other))) {
        touch(id);
        known.delete(id);
      }
    }
    last = [text, highlights, styles, states];
    if (touched.size > 0) parts = redone(last, parts, touched, known);
    return parts;
  };
}

function redone(
  [text, highlights, styles, states]: Parameters<PartsSource>,
  before: PartsByBlock,
  touched: ReadonlySet<BlockId>,
  known: ReadonlyMap<string, Known>,
): PartsByBlock {
  const concerned = highlights.filter(({ id }) => known.get(id)?.blocks.some((block) => touched.has(block)));
  const fresh = partsByBlock(text, concerned, styles, states, before);
  const parts = new Map(before);
  for (const block of touched) {
    const list = fresh.get(block);
    if (list) parts.set(block, list);
    else parts.delete(block);
  }
  return parts;
}
