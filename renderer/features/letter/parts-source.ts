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
  /** Passages that have words in each block. */
  const users = new Map<BlockId, Set<string>>();
  let parts: PartsByBlock = new Map();
  let last: Parameters<PartsSource> | undefined;
  return (text, highlights, styles, states) => {
    const touched = new Set<BlockId>();
    const take = (id: string) => {
      for (const block of known.get(id)?.blocks ?? []) {
        touched.add(block);
        users.get(block)?.delete(id);
      }
      known.delete(id);
    };
    const [, before, sameStyles, sameStates] = last ?? [];
    const looksSame = sameStyles === styles && sameStates === states;
    highlights.forEach((highlight, i) => {
      const { id } = highlight;
      if (looksSame && before?.[i] === highlight) return;
      const style = styles.get(highlight.category) ?? 1;
      const state = states.get(id) ?? 'open';
      const old = known.get(id);
      if (old?.highlight === highlight && old.style === style && old.state === state) return;
      take(id);
      const blocks = highlight.ranges.flatMap((range) =>
        rangeByBlock(text, range).map(({ block }) => block.id),
      );
      known.set(id, { highlight, style, state, blocks });
      for (const block of blocks) {
        touched.add(block);
        const list = users.get(block);
        if (list) list.add(id);
        else users.set(block, new Set([id]));
      }
    });
    if (known.size > highlights.length) {
      const ids = new Set(highlights.map(({ id }) => id));
      for (const id of [...known.keys()].filter((other) => !ids.has(other))) take(id);
    }
    last = [text, highlights, styles, states];
    if (touched.size === 0) return parts;
    const ids = new Set([...touched].flatMap((block) => [...(users.get(block) ?? [])]));
    const concerned = [...ids].flatMap((id) => known.get(id)?.highlight ?? []);
    const fresh = partsByBlock(text, concerned, styles, states, parts);
    const next = new Map(parts);
    for (const block of touched) {
      const list = fresh.get(block);
      if (list) next.set(block, list);
      else next.delete(block);
    }
    parts = next;
    return parts;
  };
}
