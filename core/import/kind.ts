/** What kind of file it is: by its first bytes where these tell, else by its name, else by its media type. */
import { openArchive } from './archive.ts';
import type { ImportFailureCode } from './imported.ts';
import { foreignFormat } from './signature.ts';

export const FILE_KINDS = [
  'html',
  'markdown',
  'text',
  'docx',
  'odt',
  'pdf',
  'mail',
  'mbox',
  'mhtml',
] as const;
export type FileKind = (typeof FILE_KINDS)[number];
/** Kinds whose bytes are simply the characters of the letter. */
export type TextKind = Extract<FileKind, 'html' | 'markdown' | 'text'>;

export interface ImportFile {
  /** With its extension, without its folder. */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly mediaType?: string;
}

export const MEDIA_TYPES: Readonly<Record<FileKind, string>> = {
  html: 'text/html',
  markdown: 'text/markdown',
  text: 'text/plain',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  odt: 'application/vnd.oasis.opendocument.text',
  pdf: 'application/pdf',
  mail: 'message/rfc822',
  mbox: 'application/mbox',
  mhtml: 'multipart/related',
};

/** Extensions that the open dialogue offers, without the dot. */
export const IMPORT_EXTENSIONS = [
  'docx',
  'docm',
  'odt',
  'fodt',
  'pdf',
  'eml',
  'mbox',
  'html',
  'htm',
  'xhtml',
  'mhtml',
  'mht',
  'md',
  'markdown',
  'mdown',
  'mkd',
  'txt',
  'text',
] as const;

export type KindOfFile =
  | { readonly ok: true; readonly kind: FileKind | undefined }
  | { readonly ok: false; readonly code: ImportFailureCode; readonly detail?: string };

/** `kind` is undefined where neither the bytes nor the name tell: then it is text of some kind. */
export function kindOf({ name, bytes, mediaType }: ImportFile): KindOfFile {
  const head = latin(bytes.subarray(0, 2048));
  if (head.startsWith('PK\x03\x04')) return packedKind(bytes);
  if (head.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1') && holdsEncryptedPackage(bytes))
    return { ok: false, code: 'encrypted' };
  const pdf = head.indexOf('%PDF-');
  if (pdf === 0 || (pdf > 0 && pdf < 1024 && /\.pdf$/i.test(name))) return { ok: true, kind: 'pdf' };
  const foreign = foreignFormat(bytes);
  if (foreign) return { ok: false, code: 'unsupported', detail: foreign };
  const kind = kindByName(name) ?? kindByMediaType(mediaType);
  if (kind === 'docx' || kind === 'odt' || kind === 'pdf') {
    if (/^\s*(<\?xml[^>]*>\s*)?<office:document[\s>]/.test(head)) return { ok: true, kind: 'odt' };
    return { ok: false, code: 'damaged' };
  }
  if (kind === undefined && looksLikeMail(head)) return { ok: true, kind: 'mail' };
  return { ok: true, kind };
}

function packedKind(bytes: Uint8Array): KindOfFile {
  const opened = openArchive(bytes);
  const head = latin(bytes.subarray(0, 200));
  if (!opened.ok) return opened;
  const { paths, text } = opened.archive;
  const mimetype = text('mimetype')?.trim();
  if (mimetype?.startsWith('application/vnd.oasis.opendocument.text')) return { ok: true, kind: 'odt' };
  if (mimetype?.startsWith('application/vnd.oasis.opendocument'))
    return { ok: false, code: 'unsupported', detail: 'a spreadsheet, drawing or presentation' };
  if (mimetype === 'application/epub+zip')
    return { ok: false, code: 'unsupported', detail: 'an electronic book' };
  if (/^(xl|ppt|visio)\//m.test(paths.join('\n')))
    return { ok: false, code: 'unsupported', detail: 'a spreadsheet or presentation' };
  if (
    paths.some((path) => /^word\/|^\/word\/|wordprocessing/i.test(path)) ||
    paths.includes('[Content_Types].xml')
  )
    return { ok: true, kind: 'docx' };
  return {
    ok: false,
    code: 'unsupported',
    detail: head.includes('META-INF') ? 'a program' : 'a packed file',
  };
}

/** Word keeps a document with a password in an OLE file, in a stream of this name (MS-OFFCRYPTO 2.3.4). */
function holdsEncryptedPackage(bytes: Uint8Array): boolean {
  const name = 'EncryptedPackage';
  let at = bytes.indexOf(0x45);
  while (at >= 0) {
    let i = 0;
    while (i < name.length && bytes[at + 2 * i] === name.charCodeAt(i) && bytes[at + 2 * i + 1] === 0) i++;
    if (i === name.length) return true;
    at = bytes.indexOf(0x45, at + 1);
  }
  return false;
}

function kindByName(name: string): FileKind | undefined {
  const extension = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  if (/^(html?|xhtml|xht|shtml)$/.test(extension)) return 'html';
  if (/^(md|markdown|mdown|mkd|mkdn|mdx|qmd|rmd)$/.test(extension)) return 'markdown';
  if (/^(txt|text|asc)$/.test(extension)) return 'text';
  if (/^(docx|docm|dotx)$/.test(extension)) return 'docx';
  if (/^(f?odt|ott)$/.test(extension)) return 'odt';
  if (extension === 'pdf') return 'pdf';
  if (/^(eml|emlx)$/.test(extension)) return 'mail';
  if (/^(mbox|mbx)$/.test(extension)) return 'mbox';
  return /^mht(ml)?$/.test(extension) ? 'mhtml' : undefined;
}

function kindByMediaType(mediaType = ''): FileKind | undefined {
  const type = mediaType.toLowerCase().split(';')[0]?.trim();
  if (type === 'application/xhtml+xml') return 'html';
  if (type === 'text/x-markdown') return 'markdown';
  return FILE_KINDS.find((kind) => MEDIA_TYPES[kind] === type);
}

/** Three header fields at the very beginning, one of which only mails have. */
function looksLikeMail(head: string): boolean {
  const fields = /^(?:[A-Z][A-Za-z-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){3,}/.exec(head.replace(/\r/g, ''))?.[0];
  return (
    fields !== undefined && /^(received|message-id|mime-version|return-path|delivered-to):/im.test(fields)
  );
}

function latin(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}
