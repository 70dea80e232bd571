/** What the blocks of a letter take from the blocks around them: markers of list items, and labels of note marks. */
import type { Block, BlockId, RichText } from '../../core/text/block.ts';
import { listMarkers } from '../../core/text/list-markers.ts';
import type { LetterEdit } from './letter-steps.ts';

export interface LetterLists {
  /** "3." of an item. */
  marker(item: BlockId): string | undefined;
  /** The printed mark of the letter's note. */
  label(note: BlockId): string | undefined;
  update(blocks: RichText): void;
  subscribe(listener: () => void): () => void;
}

export function letterLists(blocks: RichText): LetterLists {
  let markers: ReadonlyMap<BlockId, string> = new Map();
  const labels = new Map<BlockId, string>();
  const listeners = new Set<() => void>();
  const count = (text: RichText): void => {
    labels.clear();
    markers = listMarkers(text);
    for (const block of text) if (block.type === 'note') labels.set(block.id, block.label);
  };
  count(blocks);
  return {
    marker: (item) => markers.get(item),
    label: (note) => labels.get(note),
    update(text) {
      count(text);
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

const counted = (block: Block | undefined): string => {
  if (!block) return '';
  const { type, quoted } = block;
  const rest =
    type === 'item'
      ? [block.list, block.level, block.start]
      : type === 'note'
        ? [block.label]
        : type === 'paragraph'
          ? [block.indent]
          : [];
  return [block.id, type, quoted, ...rest].join();
};

/** Whether edits may change a marker or a label: those within a block's text don't. */
export function changesLists(edits: readonly LetterEdit[]): boolean {
  return edits.some(
    ({ removed, inserted }) =>
      removed.length !== inserted.length ||
      removed.some((block, i) => counted(block) !== counted(inserted[i])),
  );
}
