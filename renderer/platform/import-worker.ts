/** Reads letters and drafts in a worker, so that a long one doesn't hold up the window. */
import { randomIds } from '../../core/document/id.ts';
import { readDraft } from '../../core/import/draft/read-draft.ts';
import { importFile, type ImportFile } from '../../core/import/file.ts';

const ids = randomIds((bytes) => crypto.getRandomValues(bytes));

addEventListener('message', ({ data }: MessageEvent<{ kind: 'letter' | 'draft'; file: ImportFile }>) => {
  const onProgress = (progress: number) => postMessage({ progress });
  const read = data.kind === 'draft' ? readDraft : importFile;
  void read(data.file, ids, { onProgress }).then(
    (result) => postMessage({ result }),
    // A broken invariant: told as an error of the worker, which its client waits for.
    (error: unknown) => setTimeout(() => reportError(error)),
  );
});
