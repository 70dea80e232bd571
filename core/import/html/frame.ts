import type { IdSource } from '../../document/id.ts';
import type { Block, Inline, ListStyle } from '../../text/block.ts';
import { depth, type Place } from './place.ts';

/** What a run of inline content becomes when it ends. */
export type Frame =
  | { readonly kind: 'paragraph' | 'verse' | 'preformatted' | 'attribution' }
  | { readonly kind: 'heading'; readonly level: number };

/** The first run within a list item is the item; the runs after it are paragraphs that continue it. */
export interface OpenItem {
  readonly list: ListStyle;
  readonly level: number;
  readonly start?: number;
  taken: boolean;
}

export function finish(frame: Frame, content: readonly Inline[], ids: IdSource, place: Place): Block {
  const own = { id: ids(), ...depth(place) };
  const item = place.list?.item;
  if (item && !item.taken && frame.kind !== 'verse' && frame.kind !== 'preformatted')
    return asItem(item, content, own);
  switch (frame.kind) {
    case 'heading':
      return { ...own, type: 'heading', level: frame.level, content };
    case 'paragraph':
      return { ...own, type: 'paragraph', content, ...(place.list ? { indent: place.list.level } : {}) };
    default:
      return { ...own, type: frame.kind, content };
  }
}

function asItem(item: OpenItem, content: readonly Inline[], own: { id: string }): Block {
  item.taken = true;
  const start = item.start === undefined ? {} : { start: item.start };
  return { ...own, type: 'item', list: item.list, level: item.level, ...start, content };
}
