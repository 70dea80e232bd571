import type { IdSource } from '../document/id.ts';
import type { Block, BlockId, RichText } from '../text/block.ts';
import { blockText } from '../text/canonical.ts';
import { normalInline } from '../text/inline.ts';
import { directionOf, withDirections, type Direction } from './direction.ts';
import { readMetadata } from './html/metadata.ts';
import { findNotes } from './html/notes.ts';
import { parseHtml } from './html/parse.ts';
import { OUTERMOST, type Page } from './html/place.ts';
import { HtmlReader } from './html/reader.ts';
import { settleLists } from './html/settle-lists.ts';
import { readSheet } from './html/sheet.ts';
import { Styles } from './html/style.ts';
import type { Imported, Proposed } from './imported.ts';
import { NoticeCounter } from './notices.ts';

/** An import with what only the reader of a draft needs besides. */
export interface ImportedPage extends Imported {
  /** Comments in the source, each with the number of blocks before it. */
  readonly comments: readonly { readonly text: string; readonly before: number }[];
  /** For each block in a quotation, the ordinal of its outermost quotation: adjacent ones are told apart by it. */
  readonly quotations: ReadonlyMap<BlockId, number>;
  /** The first block of each element that has an id. */
  readonly anchors: ReadonlyMap<string, BlockId>;
}

/**
 * The content of a web page or of HTML from the clipboard. Never fails: from anything at all it makes blocks of
 * the closed model, none perhaps.
 *
 * @param ids Ids of the blocks and pictures.
 */
export function importHtml(html: string, ids: IdSource): Imported {
  const { blocks, metadata, notices, pictures } = importPage(html, ids, { fragments: false });
  return { blocks, metadata, notices, pictures };
}

/** @param options.fragments Keep links within the page as "#id" in spans: only drafts may hold such. */
export function importPage(
  html: string,
  ids: IdSource,
  options: { readonly fragments: boolean },
): ImportedPage {
  const notices = new NoticeCounter();
  const root = parseHtml(html, notices);
  const data = readMetadata(root);
  const page: Page = {
    ids,
    notices,
    notes: findNotes(root, ids),
    pictures: [],
    ...(data.base ? { base: data.base } : {}),
    fragments: options.fragments,
    comments: [],
    quotations: new Map(),
    anchors: new Map(),
    quotationCount: 0,
    styles: new Styles(readSheet(root)),
    docs: html.includes('docs-internal-guid'),
    numbers: new Map(),
    withinLists: new Set(),
  };
  const read = new HtmlReader(page).readAll(root, OUTERMOST);
  const body = settleLists(read, { numbers: page.numbers, within: page.withinLists });
  const noteBlocks = page.notes.notes.map(({ id, label, body: element }): Block => {
    const { content } = new HtmlReader(page).inlineOf(element, OUTERMOST);
    return { id, type: 'note', label, content: normalInline(content) };
  });
  const all = [...body, ...noteBlocks];
  const base: Direction = data.direction ?? directionOf(all);
  const blocks = withDirections(all, base);
  return {
    blocks,
    metadata: withTitle(data.metadata, blocks, base),
    notices: notices.list(),
    pictures: page.pictures,
    comments: page.comments,
    quotations: page.quotations,
    anchors: page.anchors,
  };
}

/** Adds the direction, and the first heading of the highest level as title, best guess first. */
export function withTitle(metadata: readonly Proposed[], blocks: RichText, direction: Direction): Proposed[] {
  const headings = blocks.slice(0, 50).filter((block) => block.type === 'heading');
  const level = Math.min(...headings.map((heading) => heading.level));
  const top = headings.find((heading) => heading.level === level);
  const value = top ? blockText(top).replace(/\s+/g, ' ').trim() : '';
  return [
    ...metadata,
    ...(value ? [{ field: 'title', value, foundIn: 'first heading' } as const] : []),
    { field: 'direction', value: direction, foundIn: 'text' } as const,
  ];
}
