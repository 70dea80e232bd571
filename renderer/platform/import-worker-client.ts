import type { Letter } from '../../core/document/letter.ts';
import type { DraftResult } from '../../core/import/draft/read-draft.ts';
import type { ImportFile } from '../../core/import/file.ts';
import type {
  ImportFailure,
  Imported,
  ImportedFile,
  ImportResult,
  Proposed,
} from '../../core/import/imported.ts';
import { letterFrom, openProposals, type LetterChoices } from '../../core/import/letter.ts';
import { importFailure } from '../../core/import/messages.ts';
import { en } from '../../core/messages/en.ts';

export type ReadLetter =
  | {
      readonly ok: true;
      /** The first letter of the file. */
      readonly imported: Imported;
      /** All letters of the file, and the first one's other readings. */
      readonly file: ImportedFile;
      /** What `makeLetter` doesn't set and the form may offer. */
      readonly proposals: readonly Proposed[];
      readonly mediaType: string;
      /** Lower-case hex of the file's bytes. */
      readonly sha256: string;
      makeLetter(choices: LetterChoices): Letter;
    }
  | { readonly ok: false; readonly failure: ImportFailure };

export interface ReadOptions {
  /** Told the share that is done, 0 to 1. */
  readonly onProgress?: (done: number) => void;
  /** Ends the worker at once; the failure is then `cancelled`. */
  readonly signal?: AbortSignal;
}

type Answer<R> = { readonly progress: number } | { readonly result: R };
type Failed = { readonly ok: false; readonly failure: ImportFailure };

/** Has a worker of its own do it, which ends with it. */
async function askWorker<R>(
  kind: 'letter' | 'draft',
  file: ImportFile,
  { onProgress, signal }: ReadOptions,
): Promise<R | Failed> {
  const stopped = (): Failed => ({ ok: false, failure: importFailure('cancelled', file.name) });
  if (signal?.aborted) return stopped();
  const worker = new Worker(new URL('./import-worker.ts', import.meta.url), { type: 'module' });
  try {
    return await new Promise<R | Failed>((resolve) => {
      signal?.addEventListener('abort', () => resolve(stopped()));
      worker.addEventListener('message', ({ data }: MessageEvent<Answer<R>>) => {
        if ('result' in data) resolve(data.result);
        else onProgress?.(data.progress);
      });
      worker.addEventListener('error', () => resolve(broken(file)));
      worker.postMessage({ kind, file });
    });
  } finally {
    worker.terminate();
  }
}

const broken = (file: ImportFile): Failed => ({
  ok: false,
  failure: { code: 'unsupported', name: file.name, message: en.files.readerStopped },
});

export async function readInWorker(file: ImportFile, options: ReadOptions = {}): Promise<ReadLetter> {
  const result = await askWorker<ImportResult>('letter', file, options);
  if (!result.ok) return result;
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(file.bytes)));
  const { imported } = result;
  return {
    ok: true,
    imported,
    file: result.file,
    proposals: openProposals(imported),
    mediaType: result.file.mediaType,
    sha256: [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join(''),
    makeLetter: (choices) => letterFrom(imported, choices),
  };
}

export async function readDraftInWorker(file: ImportFile, options: ReadOptions = {}): Promise<DraftResult> {
  return askWorker<DraftResult>('draft', file, options);
}
