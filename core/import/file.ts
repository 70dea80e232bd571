/** The seam for every kind of file: chooses the importer by name and content. */
import type { IdSource } from '../document/id.ts';
import { decodeText } from './decode.ts';
import { letterheadProposals } from './found/letterhead.ts';
import { importHtml } from './html.ts';
import {
  LARGEST_IMPORT,
  type Imported,
  type ImportedAlternative,
  type ImportedLetter,
  type ImportFailureCode,
  type ImportOptions,
  type ImportResult,
  type Proposed,
} from './imported.ts';
import { kindOf, MEDIA_TYPES, type FileKind, type ImportFile, type TextKind } from './kind.ts';
import { importMarkdown } from './markdown.ts';
import { importFailure } from './messages.ts';
import { NoticeCounter } from './notices.ts';
import { looksBinary } from './signature.ts';
import { importText } from './text.ts';

export { IMPORT_EXTENSIONS, type ImportFile } from './kind.ts';

/** What the reader of one kind of file gives; `letters` begin with the main one, whose title may be empty. */
export type Reading =
  | {
      readonly ok: true;
      readonly letters: readonly ImportedLetter[];
      readonly alternatives?: readonly ImportedAlternative[];
    }
  | { readonly ok: false; readonly code: ImportFailureCode; readonly detail?: string };

export type ReadFile =
  | { readonly ok: true; readonly kind: TextKind; readonly text: string; readonly notices: NoticeCounter }
  | Extract<ImportResult, { ok: false }>;

function failed(code: ImportFailureCode, name: string, detail?: string) {
  return { ok: false, failure: importFailure(code, name, detail) } as const;
}

export interface SoundFile {
  readonly ok: true;
  readonly kind: FileKind | undefined;
}

/** The kind of a file that is neither empty, nor too large, nor of a format that can't be read. */
export function checkFile(file: ImportFile): SoundFile | Extract<ImportResult, { ok: false }> {
  const { name, bytes } = file;
  if (bytes.length === 0) return failed('empty', name);
  if (bytes.length > LARGEST_IMPORT) return failed('too-large', name, `${LARGEST_IMPORT / 1024 / 1024} MB`);
  const kind = kindOf(file);
  return kind.ok ? kind : failed(kind.code, name, kind.detail);
}

/** The file's characters and what kind of text they are. */
export function readTextFile({ name, bytes }: ImportFile, named: TextKind | undefined): ReadFile {
  const notices = new NoticeCounter();
  const text = decodeText(bytes, notices, named === 'html');
  if (looksBinary(text)) return failed('binary', name);
  if (text.trim() === '') return failed('empty', name);
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

/**
 * The letters in a file. What can be read is read; a failure is worded for the writer, and then nothing is
 * imported. Runs long for long files: call it in a worker.
 *
 * @param file `mediaType` is given for what comes from the clipboard, which is taken as it is: no search for a main
 * text.
 */
export async function importFile(
  file: ImportFile,
  ids: IdSource,
  options: ImportOptions = {},
): Promise<ImportResult> {
  const checked = checkFile(file);
  if (!checked.ok) return checked;
  if (options.signal?.aborted) return failed('cancelled', file.name);
  const { kind = 'text' } = checked;
  options.onProgress?.(0);
  const reading = await read(file, checked.kind, ids, options);
  if (options.signal?.aborted) return failed('cancelled', file.name);
  if ('failure' in reading) return reading;
  if (!reading.ok) return failed(reading.code, file.name, reading.detail);
  // What comes from the clipboard was named by us.
  const name = file.mediaType === undefined ? file.name : '';
  const letters = reading.letters
    .filter(({ imported }) => imported.blocks.length > 0)
    .map((letter) => titled(letter, name));
  const [first, ...others] = letters;
  if (!first || first.suggested !== 'main') return failed('no-text', file.name, kind);
  options.onProgress?.(1);
  return {
    ok: true,
    imported: first.imported,
    file: {
      letters: [first, ...others],
      alternatives: (reading.alternatives ?? []).map((each) => ({
        ...each,
        imported: titled({ ...each, suggested: 'main', title: '' }, name).imported,
      })),
      mediaType: file.mediaType ?? MEDIA_TYPES[kind],
    },
  };
}

async function read(
  file: ImportFile,
  kind: FileKind | undefined,
  ids: IdSource,
  options: ImportOptions,
): Promise<Reading | Extract<ImportResult, { ok: false }>> {
  switch (kind) {
    case 'docx': {
      const { readDocx } = await import('./docx/read-docx.ts');
      const docx = await readDocx(file.bytes, ids, { fragments: false });
      return docx.ok ? { ok: true, letters: [main(docx.page)] } : docx;
    }
    case 'mail': {
      const { readMail } = await import('./mail/read-mail.ts');
      return readMail(file.bytes, ids);
    }
    case 'mbox': {
      const { readMailbox } = await import('./mail/read-mail.ts');
      return readMailbox(file.bytes, ids, options);
    }
    case 'pdf': {
      const { readPdf } = await import('./pdf/read-pdf.ts');
      return readPdf(file.bytes, ids, options);
    }
    case 'odt': {
      const { readOdt } = await import('./odt/read-odt.ts');
      return readOdt(file.bytes, ids);
    }
    case 'mhtml': {
      const { readSavedPage } = await import('./page/read-page.ts');
      return readSavedPage(file.bytes, ids);
    }
    case 'html':
    case 'markdown':
    case 'text':
    case undefined:
      return readText(file, kind, ids);
  }
}

async function readText(
  file: ImportFile,
  kind: TextKind | undefined,
  ids: IdSource,
): Promise<Reading | Extract<ImportResult, { ok: false }>> {
  const read = readTextFile(file, kind);
  if (!read.ok) return read;
  const reading = await readCharacters(read, ids, file.mediaType !== undefined);
  const told = read.notices.list();
  const withTold = (imported: Imported) => ({ ...imported, notices: [...told, ...imported.notices] });
  if (!reading.ok || told.length === 0) return reading;
  return {
    ...reading,
    letters: reading.letters.map((letter) => ({ ...letter, imported: withTold(letter.imported) })),
    alternatives: reading.alternatives?.map((each) => ({ ...each, imported: withTold(each.imported) })),
  };
}

/** @param asItIs Whether a page is to be taken whole: what was copied was chosen already. */
async function readCharacters(
  { kind, text }: Extract<ReadFile, { ok: true }>,
  ids: IdSource,
  asItIs: boolean,
): Promise<Reading> {
  if (kind !== 'html' || asItIs) return { ok: true, letters: [main(importers[kind](text, ids))] };
  const { readPage } = await import('./page/read-page.ts');
  return readPage(text, ids);
}

function main({ blocks, metadata, notices, pictures }: Imported): ImportedLetter {
  return { imported: { blocks, metadata, notices, pictures }, suggested: 'main', title: '' };
}

const importers: Record<TextKind, (text: string, ids: IdSource) => Imported> = {
  html: importHtml,
  markdown: importMarkdown,
  text: importText,
};

/** With what the letter's form tells, and the file's name as title of last resort. */
function titled(letter: ImportedLetter, name: string): ImportedLetter {
  const { imported } = letter;
  const title = nameAsTitle(name);
  // What a letter says of itself is likelier than what a program noted about the file.
  const isNoted = ({ foundIn }: Proposed) => foundIn === 'document properties';
  const found = [
    ...imported.metadata.filter((each) => !isNoted(each)),
    ...letterheadProposals(imported.blocks),
    ...imported.metadata.filter(isNoted),
  ];
  const metadata =
    title && letter.suggested === 'main'
      ? [...found, { field: 'title', value: title, foundIn: 'file name' } as const]
      : found;
  const best = metadata.find(({ field, guessed }) => field === 'title' && !guessed)?.value;
  return { ...letter, imported: { ...imported, metadata }, title: letter.title || best || title || name };
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
