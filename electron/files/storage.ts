/** Saves and opens project files without holding up the thread that asks: see storage-worker.ts. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker, type WorkerOptions } from 'node:worker_threads';
import type { Result } from '../../core/storage/json.ts';
import { failed, type Failed } from '../../core/storage/messages.ts';
import type { Job, JobResult, Loaded, LoadResult, Response, Saved, SaveJob } from './storage-jobs.ts';

export type { Loaded, LoadResult, Saved, SaveJob } from './storage-jobs.ts';

/** Beside main.js when bundled, a folder up from a shared chunk; else the source, which Node reads through tsx. */
function startWorker(): Worker {
  const options: WorkerOptions = { name: 'storage' };
  for (const name of ['./storage-worker.js', '../storage-worker.js']) {
    const file = new URL(name, import.meta.url);
    if (existsSync(file)) return new Worker(fileURLToPath(file), options);
  }
  const tsx = import.meta.resolve('tsx/esm/api');
  const source = new URL(['.', 'storage-worker.ts'].join('/'), import.meta.url).href;
  // A worker doesn't inherit the loader of the thread that starts it.
  const code = `import(${JSON.stringify(tsx)}).then((tsx) => {
    tsx.register();
    return import(${JSON.stringify(source)});
  });`;
  return new Worker(code, { ...options, eval: true, execArgv: [] });
}

let worker: Worker | undefined;
let count = 0;
interface Waiting {
  readonly answer: (result: JobResult) => void;
  readonly fail: (error: unknown) => void;
}
const waiting = new Map<number, Waiting>();

/** The worker is gone, and with it every job; the next job starts another. */
function settleAll(dead: Worker, settle: (job: Waiting) => void): void {
  if (worker !== dead) return;
  worker = undefined;
  const jobs = [...waiting.values()];
  waiting.clear();
  jobs.forEach(settle);
}

function ask(job: Job): Promise<JobResult> {
  if (!worker) {
    const started = startWorker();
    worker = started;
    started.on('message', ({ id, result }: Response) => {
      waiting.get(id)?.answer(result);
      waiting.delete(id);
      if (waiting.size === 0) started.unref();
    });
    // What a job throws is a fault of the program, and is thrown here as well.
    started.on('error', (error) => settleAll(started, ({ fail }) => fail(error)));
    started.on('exit', () => settleAll(started, ({ answer }) => answer(failed('stopped'))));
  }
  const id = ++count;
  const running = worker;
  running.ref();
  return new Promise((answer, fail) => {
    waiting.set(id, { answer, fail });
    running.postMessage({ id, job });
  });
}

/** Packs the parts and replaces the file at `path` with them. The bytes of `binaries` are copied, not taken. */
export async function saveProject(job: SaveJob): Promise<Result<Saved>> {
  const { path, entries, binaries } = job;
  return (await ask({ type: 'save', job: { path, entries, binaries } })) as Result<Saved>;
}

/** Reads the file, brings it up to date and checks it; with the stamp by which to tell later changes. */
export async function loadProject(path: string): Promise<LoadResult> {
  return (await ask({ type: 'load', path })) as LoadResult;
}

/** As {@link loadProject}, of bytes that aren't a file: dropped on the window, say. */
export async function loadProjectBytes(bytes: Uint8Array): Promise<Loaded | Failed> {
  return (await ask({ type: 'load-bytes', bytes })) as Loaded | Failed;
}

/** Ends the worker. Jobs that it hasn't finished answer `stopped`; a save among them leaves the old file or the new. */
export async function stopStorage(): Promise<void> {
  await worker?.terminate();
}
