/** What a crash left behind, and the way back: the base, and the operations of the journal applied to it again. */
import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Project } from '../../core/document/project.ts';
import { applyOperations } from '../../core/operations/apply.ts';
import type { Operation } from '../../core/operations/operation.ts';
import { isRecord, parseJson, type Json } from '../../core/storage/json.ts';
import { failed, type Failed, type Problem } from '../../core/storage/messages.ts';
import { admitProject } from '../../core/storage/open.ts';
import { joinEntries } from '../../core/storage/serialise.ts';
import type { FileStamp } from './changed-outside.ts';
import { isRunning } from './process-identity.ts';
import {
  basesIn,
  baseFile,
  isSessionId,
  journalFile,
  readAssets,
  readBinaries,
  readSession,
} from './recovery-folder.ts';
import { loadProject } from './storage.ts';

export interface UnfinishedSession {
  readonly id: string;
  readonly title: string;
  readonly path?: string;
  /** Time of the last edit; milliseconds since 1970. */
  readonly time: number;
}

/** Sessions that ended without {@link RecoverySession.end} and hold work that no file has; the newest first. */
export async function unfinishedSessions(recovery: string): Promise<readonly UnfinishedSession[]> {
  const found: UnfinishedSession[] = [];
  for (const id of await readdir(recovery).catch(() => [])) {
    if (!isSessionId(id)) continue;
    const folder = join(recovery, id);
    const session = await readSession(folder);
    if (session && isRunning(session.holder)) continue;
    const [base] = await basesIn(folder);
    // Without a base nothing was begun yet; without a record only the title and the place are unknown.
    if (base === undefined) continue;
    const journal = await stat(join(folder, journalFile(base))).catch(() => undefined);
    if (session && !session.unsaved && (journal?.size ?? 0) === 0) continue;
    const time = journal?.mtimeMs ?? session?.started ?? 0;
    found.push({
      id,
      title: session?.title ?? '',
      ...(session?.path === undefined ? {} : { path: session.path }),
      time,
    });
  }
  return found.sort((a, b) => b.time - a.time);
}

export interface Recovered {
  readonly ok: true;
  readonly project: Project;
  readonly binaries: ReadonlyMap<string, Uint8Array>;
  readonly title: string;
  /** The file that it was opened from or saved to last; it may have been changed since. */
  readonly path?: string;
  /** Of that file as the crashed program knew it: see changed-outside.ts. */
  readonly stamp?: FileStamp;
  /** Batches of operations applied. */
  readonly applied: number;
  /** Batches at the end of the journal that couldn't be: a line torn by the crash counts as one. */
  readonly lostTail: number;
  readonly problems: readonly Problem[];
}

interface Replayed {
  readonly project: Project;
  readonly applied: number;
  readonly lostTail: number;
}

function readLine(line: string, n: number): readonly Operation[] | undefined {
  const value = parseJson(line);
  if (!isRecord(value) || value['n'] !== n || !Array.isArray(value['operations'])) return undefined;
  return value['operations'] as unknown as readonly Operation[];
}

/** Applies the lines of a journal that begins after batch `base`, up to the first that can't be read or doesn't fit. */
export function replay(project: Project, journal: string, base: number): Replayed {
  const lines = journal.split('\n');
  if (lines.at(-1) === '') lines.pop();
  let current = project;
  for (const [index, line] of lines.entries()) {
    const operations = readLine(line, base + index + 1);
    try {
      if (!operations) throw new RangeError('torn');
      const next: Project | undefined = applyOperations(current, operations);
      // An operation of a kind that doesn't exist gives nothing.
      if (!next) throw new RangeError('unknown');
      current = next;
    } catch {
      // What the file holds here isn't what was written; what follows can't be trusted to fit.
      return { project: current, applied: index, lostTail: lines.length - index };
    }
  }
  return { project: current, applied: lines.length, lostTail: 0 };
}

/** What is applied from a file is checked like what's read from one. */
function admit(project: Project) {
  const { letters, ...rest } = project;
  const heads = letters.map(({ blocks: _, ...head }) => head);
  return admitProject({
    project: { ...rest, letters: heads } as unknown as Json,
    letters: new Map(letters.map((letter) => [letter.id, letter as unknown as Json])),
  });
}

function tailProblem(lostTail: number): readonly Problem[] {
  return lostTail === 0 ? [] : [{ kind: 'tail-lost', lost: true, where: '', detail: String(lostTail) }];
}

/** The project as it was at the crash. The session stays until it is discarded. */
export async function recoverSession(recovery: string, id: string): Promise<Recovered | Failed> {
  if (!isSessionId(id)) return failed('not-found', id);
  const folder = join(recovery, id);
  const session = await readSession(folder);
  let failure = failed('not-found', folder);
  for (const base of await basesIn(folder)) {
    const loaded = await loadProject(join(folder, baseFile(base)));
    if (!loaded.ok) {
      failure = loaded;
      continue;
    }
    const journal = await readFile(join(folder, journalFile(base)), 'utf8').catch(() => '');
    const saved = joinEntries(loaded.entries);
    const assets = await readAssets(folder, base);
    const { project, applied, lostTail } = replay(assets ? { ...saved, assets } : saved, journal, base);
    const admitted = applied === 0 ? undefined : admit(project);
    if (admitted && !admitted.ok) return admitted;
    return {
      ok: true,
      project: admitted?.project ?? project,
      binaries: new Map([...loaded.binaries, ...(await readBinaries(folder))]),
      title: session?.title ?? '',
      ...(session?.path === undefined ? {} : { path: session.path }),
      ...(session?.stamp === undefined ? {} : { stamp: session.stamp }),
      applied,
      lostTail,
      problems: [...loaded.problems, ...(admitted?.problems ?? []), ...tailProblem(lostTail)],
    };
  }
  return failure;
}

/** Removes what is kept of a session: the writer doesn't want it, or it's in a new session now. */
export async function discardSession(recovery: string, id: string): Promise<void> {
  if (!isSessionId(id)) return;
  const session = await readSession(join(recovery, id));
  if (session && isRunning(session.holder)) return;
  await rm(join(recovery, id), { recursive: true, force: true, maxRetries: 3 });
}

/** A session without a record may be one that another process is just beginning; milliseconds. */
const BEGINNING = 3_600_000;

/** Removes sessions in which there's nothing to recover, of processes that have ended. */
export async function clearFinishedSessions(recovery: string): Promise<void> {
  const kept = new Set((await unfinishedSessions(recovery)).map(({ id }) => id));
  for (const id of await readdir(recovery).catch(() => [])) {
    if (kept.has(id)) continue;
    const modified = await stat(join(recovery, id)).then(
      ({ mtimeMs }) => mtimeMs,
      () => 0,
    );
    const beginning = Date.now() - modified < BEGINNING;
    if (!beginning || (await readSession(join(recovery, id)))) await discardSession(recovery, id);
  }
}
