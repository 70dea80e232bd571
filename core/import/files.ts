/** Several files at once. */
import type { IdSource } from '../document/id.ts';
import { importFile } from './file.ts';
import type { ImportOptions, ImportResult } from './imported.ts';
import type { ImportFile } from './kind.ts';

/** One after the other; progress by their sizes. What is left when it's told to stop is `cancelled`. */
export async function importFiles(
  files: readonly ImportFile[],
  ids: IdSource,
  { onProgress, signal }: ImportOptions = {},
): Promise<readonly ImportResult[]> {
  const whole = files.reduce((sum, { bytes }) => sum + bytes.length, 0) || 1;
  const results: ImportResult[] = [];
  let before = 0;
  for (const file of files) {
    const from = before;
    const own = (done: number) => onProgress?.((from + done * file.bytes.length) / whole);
    results.push(await importFile(file, ids, { onProgress: own, signal }));
    before += file.bytes.length;
  }
  return results;
}
