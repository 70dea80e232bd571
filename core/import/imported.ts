/** What an importer gives: the content of a letter, what it found out about it, and what it couldn't keep. */
import type { ImportNotice } from '../document/letter.ts';
import type { Asset } from '../document/project.ts';
import type { RichText } from '../text/block.ts';

export const PROPOSED_FIELDS = [
  'title',
  'author',
  'date',
  'language',
  'direction',
  'container-title',
  'publisher',
  'URL',
  'addressee',
  'code',
  'kind',
] as const;
export type ProposedField = (typeof PROPOSED_FIELDS)[number];

/** A value for a field of the letter that the writer may take or change. A field may have several, best first. */
export interface Proposed {
  readonly field: ProposedField;
  readonly value: string;
  /** Where it was read: "title element", "front matter", "first heading", "file name" … */
  readonly foundIn: string;
}

/** A picture that the blocks refer to by its id; the bytes were checked to be of the media type. */
export interface ImportedPicture {
  readonly id: string;
  readonly mediaType: Asset['mediaType'];
  readonly bytes: Uint8Array;
  readonly name: string;
}

export interface Imported {
  readonly blocks: RichText;
  readonly metadata: readonly Proposed[];
  readonly notices: readonly ImportNotice[];
  readonly pictures: readonly ImportedPicture[];
}

export const IMPORT_FAILURES = ['empty', 'no-text', 'binary', 'unsupported', 'too-large'] as const;
export type ImportFailureCode = (typeof IMPORT_FAILURES)[number];

export interface ImportFailure {
  readonly code: ImportFailureCode;
  /** Name of the file. */
  readonly name: string;
  /** An English sentence or two for the writer: what is wrong and what to do. */
  readonly message: string;
}

export type ImportResult =
  | { readonly ok: true; readonly imported: Imported }
  | { readonly ok: false; readonly failure: ImportFailure };

/** Bytes; a letter's text above this is taken for a mistake. */
export const LARGEST_IMPORT = 100 * 1024 * 1024;
