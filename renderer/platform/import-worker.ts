/** Reads letters in a worker, so that a long one doesn't hold up the window. */
import { randomIds } from '../../core/document/id.ts';
import { importFile, type ImportFile } from '../../core/import/file.ts';

const ids = randomIds((bytes) => crypto.getRandomValues(bytes));

addEventListener('message', ({ data }: MessageEvent<{ id: number; file: ImportFile }>) => {
  postMessage({ id: data.id, result: importFile(data.file, ids) });
});
