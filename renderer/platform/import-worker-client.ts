import type { Letter } from '../../core/document/letter.ts';
import type { DraftResult } from '../../core/import/draft/read-draft.ts';
import type { ImportFile } from '../../core/import/file.ts';
import type { ImportFailure, Imported, ImportResult } from '../../core/import/imported.ts';
import { letterFrom, type LetterChoices } from '../../core/import/letter.ts';
import { en } from '../../core/messages/en.ts';

export type ReadLetter =
  | {
      readonly ok: true;
      readonly imported: Imported;
      readonly mediaType: string;
      /** Lower-case hex of the file's bytes. */
      readonly sha256: string;
      makeLetter(choices: LetterChoices): Letter;
    }
  | { readonly ok: false; readonly failure: ImportFailure };

const MEDIA_TYPES: Record<string, string> = {
  html: 'text/html',
  htm: 'text/html',
  xhtml: 'application/xhtml+xml',
  md: 'text/markdown',
  markdown: 'text/markdown',
  txt: 'text/plain',
};

/** Has a worker of its own do it, which ends with it; undefined when the worker broke. */
async function askWorker<R>(kind: 'letter' | 'draft', file: ImportFile): Promise<R | undefined> {
  const worker = new Worker(new URL('./import-worker.ts', import.meta.url), { type: 'module' });
  try {
    return await new Promise<R | undefined>((resolve) => {
      worker.addEventListener('message', ({ data }: MessageEvent<R>) => resolve(data));
      worker.addEventListener('error', () => resolve(undefined));
      worker.postMessage({ kind, file });
    });
  } finally {
    worker.terminate();
  }
}

const stopped = (file: ImportFile) => ({
  ok: false as const,
  failure: { code: 'unsupported' as const, name: file.name, message: en.files.readerStopped },
});

export async function readInWorker(file: ImportFile): Promise<ReadLetter> {
  const result = await askWorker<ImportResult>('letter', file);
  if (!result) return stopped(file);
  if (!result.ok) return result;
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(file.bytes)));
  const { imported } = result;
  return {
    ok: true,
    imported,
    mediaType: file.mediaType ?? MEDIA_TYPES[file.name.split('.').pop()?.toLowerCase() ?? ''] ?? 'text/plain',
    sha256: [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join(''),
    makeLetter: (choices) => letterFrom(imported, choices),
  };
}

export async function readDraftInWorker(file: ImportFile): Promise<DraftResult> {
  return (await askWorker<DraftResult>('draft', file)) ?? stopped(file);
}
