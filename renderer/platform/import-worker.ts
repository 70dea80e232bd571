/** Reads letters and drafts in a worker, so that a long one doesn't hold up the window. */
import { randomIds } from '../../core/document/id.ts';
import { readDraft } from '../../core/import/draft/read-draft.ts';
import { importFile, type ImportFile } from '../../core/import/file.ts';

const ids = randomIds((bytes) => crypto.getRandomValues(bytes));

addEventListener('message', ({ data }: MessageEvent<{ kind: 'letter' | 'draft'; file: ImportFile }>) => {
  postMessage(data.kind === 'draft' ? readDraft(data.file, ids) : importFile(data.file, ids));
});
