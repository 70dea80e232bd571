/** Packs, writes, reads and validates project files on a thread of its own, one job after another. */
import { parentPort } from 'node:worker_threads';
import { perform, type Request, type Response } from './storage-jobs.ts';

const port = parentPort;
if (!port) throw new Error('the storage worker is started by storage.ts');

let queue: Promise<void> = Promise.resolve();

port.on('message', ({ id, job }: Request) => {
  queue = queue.then(async () => {
    const result = await perform(job);
    const response: Response = { id, result };
    const bytes = result.ok && 'binaries' in result ? [...result.binaries.values()] : [];
    port.postMessage(
      response,
      bytes.map(({ buffer }) => buffer as ArrayBuffer),
    );
  });
});
