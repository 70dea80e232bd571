/** Word documents: mammoth makes HTML of them, which goes the way of all HTML. */
import { zipSync, type Zippable } from 'fflate';
import mammoth from 'mammoth';
import type { IdSource } from '../../document/id.ts';
import type { Block, BlockId, RichText } from '../../text/block.ts';
import { openArchive, type Archive } from '../archive.ts';
import { withTitle, importPage, type ImportedPage } from '../html.ts';
import type { ImportFailureCode } from '../imported.ts';
import { NoticeCounter } from '../notices.ts';
import { withStarts } from '../ordinals.ts';
import { documentProperties } from '../properties.ts';
import { childAt, readXml } from '../xml.ts';
import { ID_PREFIX, isCommentLabel, tellNotes } from './notes.ts';
import { Numbering } from './numbering.ts';
import { BOOKMARK, tellChanges, tellParagraphs, type ParagraphTold } from './paragraphs.ts';
import { docxParts, type DocxParts } from './parts.ts';
import { paragraphStyles } from './styles.ts';

export type ReadDocx =
  | { readonly ok: true; readonly page: ImportedPage }
  | { readonly ok: false; readonly code: ImportFailureCode };

const STYLE_MAP = [
  'u => u',
  'comment-reference => sup',
  "small-caps => span[style='font-variant:small-caps']",
  "p[style-name='Title'] => h1:fresh",
];

/** @param options.fragments Keep links within the document: only for drafts. */
export async function readDocx(
  bytes: Uint8Array,
  ids: IdSource,
  options: { readonly fragments: boolean },
): Promise<ReadDocx> {
  const opened = openArchive(bytes);
  if (!opened.ok) return opened;
  const parts = docxParts(opened.archive);
  const root = parts && readXml(parts.document);
  if (!parts || !root) return { ok: false, code: 'damaged' };
  const notices = new NoticeCounter();
  tellChanges(root, parts.runningHeads, notices);
  const styles = parts.part('styles');
  const told = tellParagraphs(
    parts.document,
    root,
    paragraphStyles(styles),
    new Numbering(parts.part('numbering')),
    notices,
  );
  const html = await toHtml(opened.archive, parts, told.xml);
  if (html === undefined) return { ok: false, code: 'damaged' };
  const { html: withNotes, comments } = tellNotes(html, parts.part('comments'));
  notices.add('changed', 'comments', comments);
  const named = new RegExp(`<(p|h[1-6])><a id="${ID_PREFIX}(${BOOKMARK}\\d+)"></a>`, 'g');
  const page = importPage(withNotes.replace(named, '<$1 id="$2">'), ids, options);
  const blocks = retold(page, told.paragraphs);
  const language = childAt(styles, 'w:docDefaults', 'w:rPrDefault', 'w:rPr', 'w:lang')?.attributes['w:val'];
  const own = page.metadata.filter(({ foundIn }) => foundIn !== 'first heading' && foundIn !== 'text');
  const direction = page.metadata.find(({ field }) => field === 'direction')?.value === 'rtl' ? 'rtl' : 'ltr';
  return {
    ok: true,
    page: {
      ...page,
      blocks,
      quotations: quotationsIn(blocks, page.quotations),
      metadata: [
        ...withTitle(own, blocks, direction),
        ...documentProperties(parts.properties),
        ...(language
          ? [{ field: 'language', value: language, foundIn: 'document properties', guessed: true } as const]
          : []),
      ],
      notices: [...notices.list(), ...page.notices],
      anchors: new Map([...page.anchors].filter(([id]) => !id.startsWith(BOOKMARK))),
    },
  };
}

/** Undefined where mammoth can't read the document. */
async function toHtml(archive: Archive, parts: DocxParts, document: string): Promise<string | undefined> {
  const files: Zippable = {};
  for (const path of archive.paths) {
    if (path.endsWith('/') || /(^|\/)numbering\.xml$/.test(path)) continue;
    const content = path === parts.documentPath ? new TextEncoder().encode(document) : archive.read(path);
    if (content) files[path] = content;
  }
  const { buffer } = zipSync(files, { level: 0 });
  try {
    // Node's build takes `buffer`, the browsers' takes `arrayBuffer`.
    const input = { arrayBuffer: buffer as ArrayBuffer, buffer } as unknown as { arrayBuffer: ArrayBuffer };
    const { value } = await mammoth.convertToHtml(input, {
      styleMap: STYLE_MAP,
      includeEmbeddedStyleMap: false,
      idPrefix: ID_PREFIX,
    });
    return value;
  } catch {
    return undefined;
  }
}

/** Blocks as what their paragraphs' XML says they are; notes that are comments after all others. */
function retold({ blocks, anchors }: ImportedPage, paragraphs: readonly ParagraphTold[]): RichText {
  const told = new Map<BlockId, ParagraphTold>();
  for (const [anchor, block] of anchors) {
    const paragraph = anchor.startsWith(BOOKMARK)
      ? paragraphs[Number(anchor.slice(BOOKMARK.length))]
      : undefined;
    if (paragraph) told.set(block, paragraph);
  }
  const ordinals = new Map<BlockId, number>();
  const body: Block[] = [];
  const comments: Block[] = [];
  for (const block of blocks) {
    const paragraph = told.get(block.id);
    if (paragraph?.item && !paragraph.heading) ordinals.set(block.id, paragraph.item.ordinal);
    const made =
      paragraph && (block.type === 'paragraph' || block.type === 'heading')
        ? retoldBlock(block, paragraph)
        : block;
    (made.type === 'note' && isCommentLabel(made.label) ? comments : body).push(made);
  }
  return [...withStarts(body, ordinals), ...comments];
}

function retoldBlock(block: Extract<Block, { type: 'paragraph' | 'heading' }>, told: ParagraphTold): Block {
  const { id, content } = block;
  const own = {
    id,
    content,
    ...(told.quoted ? { quoted: (block.quoted ?? 0) + 1 } : block.quoted ? { quoted: block.quoted } : {}),
    ...(block.direction ? { direction: block.direction } : {}),
  };
  if (told.heading !== undefined) return { ...own, type: 'heading', level: told.heading };
  if (told.item) return { ...own, type: 'item', list: told.item.style, level: told.item.level };
  if (told.lines) return { ...own, type: told.lines };
  if (told.quoted) return { ...own, type: 'paragraph' };
  if (told.indent !== undefined && block.type === 'paragraph') return { ...block, indent: told.indent };
  return block;
}

/** Paragraphs in a style of quotations that follow one another are one quotation. */
function quotationsIn(blocks: RichText, known: ImportedPage['quotations']): ImportedPage['quotations'] {
  const quotations = new Map(known);
  let next = known.size;
  blocks.forEach(({ id, quoted }, i) => {
    if (quoted === undefined || known.has(id)) return;
    const before = blocks[i - 1];
    const running =
      before?.quoted === undefined || known.has(before.id) ? undefined : quotations.get(before.id);
    quotations.set(id, running ?? next++);
  });
  return quotations;
}
