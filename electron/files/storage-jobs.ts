/** What the storage worker does, and the messages between it and the thread that asks. */
import { readFile, stat } from 'node:fs/promises';
import type { Result } from '../../core/storage/json.ts';
import { LIMITS } from '../../core/storage/limits.ts';
import { failed, type Failed } from '../../core/storage/messages.ts';
import { openProject, type Opened, type OpenResult } from '../../core/storage/open.ts';
import { projectEntries, type TextEntry } from '../../core/storage/serialise.ts';
import { packProject, referredBinaries } from '../../core/storage/zip.ts';
import { writeAtomically } from './atomic-write.ts';
import { stampOf, type FileStamp } from './changed-outside.ts';
import { diskFailure } from './disk-failure.ts';

export interface SaveJob {
  readonly path: string;
  readonly entries: readonly TextEntry[];
  /** All that the open project has, by their names in the file; those that it doesn't refer to aren't written. */
  readonly binaries: ReadonlyMap<string, Uint8Array>;
}
export interface Saved {
  readonly stamp: FileStamp;
  /** Names of the binaries that the file holds. */
  readonly written: readonly string[];
}

/** What was opened, its project as texts: text goes from thread to thread and to the window at little cost. */
export type Loaded = Omit<Opened, 'project'> & { readonly entries: readonly TextEntry[] };
export type LoadResult = (Loaded & { readonly stamp: FileStamp }) | Failed;

export type Job =
  | { readonly type: 'save'; readonly job: SaveJob }
  | { readonly type: 'load'; readonly path: string }
  | { readonly type: 'load-bytes'; readonly bytes: Uint8Array };
export type JobResult = Result<Saved> | LoadResult | Loaded;
export interface Request {
  readonly id: number;
  readonly job: Job;
}
export interface Response {
  readonly id: number;
  readonly result: JobResult;
}

async function save({ path, entries, binaries }: SaveJob): Promise<Result<Saved>> {
  const packed = packProject(entries, binaries);
  if (!packed.ok) return packed;
  const done = await writeAtomically(path, packed.value);
  if (!done.ok) return done;
  try {
    const written = referredBinaries(entries).filter((name) => binaries.has(name));
    return { ok: true, value: { stamp: await stampOf(path, packed.value), written } };
  } catch (error) {
    return diskFailure(error, path);
  }
}

/** The binaries' bytes are copies, so that they neither hold the whole file in memory nor share it when sent. */
function apart(opened: OpenResult): Loaded | Failed {
  if (!opened.ok) return opened;
  const { project, ...rest } = opened;
  const binaries = new Map([...opened.binaries].map(([name, bytes]) => [name, new Uint8Array(bytes)]));
  return { ...rest, binaries, entries: projectEntries(project) };
}

async function load(path: string): Promise<LoadResult> {
  try {
    const found = await stat(path);
    if (!found.isFile()) return failed('not-a-file', path);
    if (found.size > LIMITS.totalSize) return failed('too-large', path);
    const bytes = await readFile(path);
    const opened = apart(openProject(bytes));
    if (!opened.ok) return failed(opened.failure.kind, path);
    return { ...opened, stamp: await stampOf(path, bytes) };
  } catch (error) {
    return diskFailure(error, path);
  }
}

export async function perform(job: Job): Promise<JobResult> {
  switch (job.type) {
    case 'save':
      return save(job.job);
    case 'load':
      return load(job.path);
    case 'load-bytes':
      return apart(openProject(job.bytes));
  }
}
