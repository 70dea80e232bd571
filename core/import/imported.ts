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
  /** Read between the lines (a salutation, a signature, a program's settings), so only the writer may take it. */
  readonly guessed?: true;
}

/** A picture that the blocks refer to by its id; the bytes were checked to be of the media type. */
export interface ImportedPicture {
  readonly id: string;
  readonly mediaType: Asset['mediaType'];
  readonly bytes: Uint8Array;
  readonly name: string;
}

/** The pictures as the project lists them. */
export function assetsOf(pictures: readonly ImportedPicture[]): readonly Asset[] {
  return pictures.map(({ id, mediaType, name }) => ({ id, mediaType, name }));
}

export interface Imported {
  readonly blocks: RichText;
  readonly metadata: readonly Proposed[];
  readonly notices: readonly ImportNotice[];
  readonly pictures: readonly ImportedPicture[];
}

export const IMPORT_FAILURES = [
  'empty',
  'no-text',
  'binary',
  'unsupported',
  'too-large',
  'damaged',
  'encrypted',
  'overpacked',
  'scanned',
  'unreadable',
  'cancelled',
] as const;
export type ImportFailureCode = (typeof IMPORT_FAILURES)[number];

export interface ImportFailure {
  readonly code: ImportFailureCode;
  /** Name of the file. */
  readonly name: string;
  /** An English sentence or two for the writer: what is wrong and what to do. */
  readonly message: string;
}

/** One letter of a file. A mail also offers what it quotes and what stands under its name, as letters apart. */
export interface ImportedLetter {
  readonly imported: Imported;
  /** `main`: to be taken; `history`: an earlier message that is quoted; `signature`: lines under the name. */
  readonly suggested: 'main' | 'history' | 'signature';
  /** For a list to choose from; never empty. */
  readonly title: string;
}

/** Another reading of the first letter: the page with all that stands around its main text. */
export interface ImportedAlternative {
  readonly label: 'whole-page';
  readonly imported: Imported;
}

/** What is in a file: at least one `main` letter, first. */
export interface ImportedFile {
  readonly letters: readonly [ImportedLetter, ...ImportedLetter[]];
  readonly alternatives: readonly ImportedAlternative[];
  /** What the file really is. */
  readonly mediaType: string;
}

export type ImportResult =
  | {
      readonly ok: true;
      /** The first letter's, for callers that take one letter a file. */
      readonly imported: Imported;
      readonly file: ImportedFile;
    }
  | { readonly ok: false; readonly failure: ImportFailure };

export interface ImportOptions {
  /** Told the share that is done, 0 to 1, now and then. */
  readonly onProgress?: (done: number) => void;
  /** An `AbortSignal`; looked at between steps. */
  readonly signal?: { readonly aborted: boolean };
}

/** Bytes; a letter's text above this is taken for a mistake. */
export const LARGEST_IMPORT = 100 * 1024 * 1024;
