/** The seam for every kind of file: chooses the importer by name and content. */
import type { IdSource } from '../document/id.ts';
import { decodeText } from './decode.ts';
import { importHtml } from './html.ts';
import { LARGEST_IMPORT, type Imported, type ImportResult } from './imported.ts';
import { importMarkdown } from './markdown.ts';
import { importFailure } from './messages.ts';
import { NoticeCounter } from './notices.ts';
import { foreignFormat, looksBinary } from './signature.ts';
import { importText } from './text.ts';

export interface ImportFile {
  /** With its extension, without its folder. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** As the system or the server told it; the name and the content count for more. */
  readonly mediaType?: string;
}

export const FILE_KINDS = ['html', 'markdown', 'text'] as const;
export type FileKind = (typeof FILE_KINDS)[number];

/** Extensions that the open dialogue offers, without the dot. */
export const IMPORT_EXTENSIONS = [
  'html',
  'htm',
  'xhtml',
  'md',
  'markdown',
  'mdown',
  'mkd',
  'txt',
  'text',
] as const;

export type ReadFile =
  | { readonly ok: true; readonly kind: FileKind; readonly text: string; readonly notices: NoticeCounter }
  | Extract<ImportResult, { ok: false }>;

/** The file's characters and what kind of text they are. */
export function readTextFile({ name, bytes, mediaType }: ImportFile): ReadFile {
  const fail = (...failure: Parameters<typeof importFailure>) =>
    ({ ok: false, failure: importFailure(...failure) }) as const;
  if (bytes.length === 0) return fail('empty', name);
  if (bytes.length > LARGEST_IMPORT) return fail('too-large', name, `${LARGEST_IMPORT / 1024 / 1024} MB`);
  const foreign = foreignFormat(bytes);
  if (foreign) return fail('unsupported', name, foreign);
  const notices = new NoticeCounter();
  const named = kindByName(name) ?? kindByMediaType(mediaType);
  const text = decodeText(bytes, notices, named === 'html');
  if (looksBinary(text)) return fail('binary', name);
  if (text.trim() === '') return fail('empty', name);
  const page = looksLikePage(text);
  if (page && named === 'text') notices.add('decided', 'read-as-html');
  const kind = page && named !== 'markdown' ? 'html' : (named ?? 'text');
  return {
    ok: true,
    kind,
    text: kind === 'html' && named !== 'html' ? decodeText(bytes, new NoticeCounter(), true) : text,
    notices,
  };
}

export function importFile(file: ImportFile, ids: IdSource): ImportResult {
  const read = readTextFile(file);
  if (!read.ok) return read;
  const content = importers[read.kind](read.text, ids);
  if (content.blocks.length === 0) return { ok: false, failure: importFailure('no-text', file.name) };
  const title = nameAsTitle(file.name);
  const metadata = [
    ...content.metadata,
    ...(title ? [{ field: 'title', value: title, foundIn: 'file name' } as const] : []),
  ];
  return {
    ok: true,
    imported: { ...content, metadata, notices: [...read.notices.list(), ...content.notices] },
  };
}

const importers: Record<FileKind, (text: string, ids: IdSource) => Imported> = {
  html: importHtml,
  markdown: importMarkdown,
  text: importText,
};

function kindByName(name: string): FileKind | undefined {
  const extension = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase();
  if (extension === undefined) return undefined;
  if (/^(html?|xhtml|xht|shtml)$/.test(extension)) return 'html';
  if (/^(md|markdown|mdown|mkd|mkdn|mdx|qmd|rmd)$/.test(extension)) return 'markdown';
  return /^(txt|text|asc)$/.test(extension) ? 'text' : undefined;
}

function kindByMediaType(mediaType = ''): FileKind | undefined {
  if (/^(text\/html|application\/xhtml\+xml)\b/i.test(mediaType)) return 'html';
  if (/^text\/(x-)?markdown\b/i.test(mediaType)) return 'markdown';
  return /^text\/plain\b/i.test(mediaType) ? 'text' : undefined;
}

function looksLikePage(text: string): boolean {
  return /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)[\s>]/i.test(
    text,
  );
}

function nameAsTitle(name: string): string {
  return name
    .replace(/\.[a-z0-9]{1,8}$/i, '')
    .replace(/[_-]+/g, ' ')
    .trim();
}
