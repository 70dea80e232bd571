/**
 * What passes between the window and the worker that reads letters. Blocks cross as pieces of JSON text: a piece is
 * parsed at once, so that a very long letter doesn't hold up the window as it arrives; and the
 * text is what the journal and the project file want anyway.
 */
import type { DraftResult } from '../../core/import/draft/read-draft.ts';
import type { ImportFile } from '../../core/import/file.ts';
import type { ImportedFile, ImportFailure } from '../../core/import/imported.ts';

/** Characters as a file to be read: those of the clipboard. */
export interface ImportText {
  readonly name: string;
  readonly text: string;
  readonly mediaType: string;
}

export interface ReadOrder {
  /** `whole-page`: all of a saved page instead of its main text. */
  readonly kind: 'letter' | 'whole-page' | 'draft';
  /** Its bytes are handed over, and given back with the result. */
  readonly file: ImportFile | ImportText;
}

/** Without blocks, which went before, and without other readings. */
export interface ReadOutcome {
  readonly file: ImportedFile;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Lower-case hex. */
  readonly sha256: string;
}

export type ReaderAnswer =
  | { readonly type: 'progress'; readonly share: number }
  /** Blocks of the file's letter with this index, joined by commas; in order. */
  | { readonly type: 'blocks'; readonly letter: number; readonly json: string }
  | { readonly type: 'read'; readonly outcome: ReadOutcome }
  | { readonly type: 'draft'; readonly result: DraftResult }
  | { readonly type: 'failed'; readonly failure: ImportFailure };
