/** What an element's place in the page tells about what it becomes. */
import type { IdSource } from '../../document/id.ts';
import type { BlockId, Mark } from '../../text/block.ts';
import type { ImportedPicture } from '../imported.ts';
import type { NoticeCounter } from '../notices.ts';
import type { Frame } from './frame.ts';
import type { ListPlace } from './list.ts';
import type { PageNotes } from './notes.ts';
import type { Space, Styles } from './style.ts';

/** What belongs to the whole page rather than to the place in it. */
export interface Page {
  readonly ids: IdSource;
  readonly notices: NoticeCounter;
  readonly notes: PageNotes;
  readonly pictures: ImportedPicture[];
  /** Absolute http(s) address against which relative links are resolved. */
  readonly base?: string;
  /** Keep links within the page as "#id": for drafts, where they are cross references. */
  readonly fragments: boolean;
  /** Comments, each with the number of blocks before it. */
  readonly comments: { readonly text: string; readonly before: number }[];
  /** For each block in a quotation, the ordinal of its outermost `blockquote`. */
  readonly quotations: Map<BlockId, number>;
  /** The first block of each element that has an id. */
  readonly anchors: Map<string, BlockId>;
  quotationCount: number;
  readonly styles: Styles;
  /** Whether Google Docs made the page. */
  readonly docs: boolean;
  /** Numbers that the markers of Word's items bear. */
  readonly numbers: Map<BlockId, number>;
  /** Blocks other than items and their paragraphs that stand within a list. */
  readonly withinLists: Set<BlockId>;
}

/** What holds at a place and is inherited by what is within. */
export interface Place {
  readonly marks: ReadonlySet<Mark>;
  readonly space: Space;
  readonly frame: Frame;
  readonly quoted: number;
  readonly quotation?: number;
  readonly list?: ListPlace;
  readonly link?: string | undefined;
  readonly direction?: 'ltr' | 'rtl' | undefined;
  /** Whether the block is one whose marker is told otherwise than by its text. */
  readonly marked?: true;
}

/** Quotations and lists nested deeper are shown as deep as this. */
export const DEEPEST_SHOWN = 20;

export const OUTERMOST: Place = {
  marks: new Set(),
  space: 'collapse',
  frame: { kind: 'paragraph' },
  quoted: 0,
};

/** Fields that tell how deeply quoted the place is and which way it runs, for a block there. */
export function depth(place: Place): { quoted?: number; direction?: 'ltr' | 'rtl' } {
  return {
    ...(place.quoted > 0 ? { quoted: place.quoted } : {}),
    ...(place.direction ? { direction: place.direction } : {}),
  };
}
