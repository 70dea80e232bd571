/**
 * What lies in the folder of a session, `<recovery>/<session id>/`:
 *
 * - `session.json`: whose it is;
 * - `base-<n>.pamphlet`: the project after the first n batches of operations, 0 as it was opened;
 * - `journal-<n>.jsonl`: the batches after it, one a line, `{"n":…,"operations":[…]}`;
 * - `assets-<n>.json`: the project's list of pictures, where the base has a shorter one: a save leaves out what nothing
 *   shows, and undoing may show it again;
 * - `binaries/<name in the file, in hexadecimal>`: pictures and originals added, or dropped from the file by a save.
 *
 * After a save a new pair of base and journal is laid beside the old one, which is removed only then: whenever the
 * program ends, one pair is whole. The base is written last and makes the pair count.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Asset } from '../../core/document/project.ts';
import { assetSchema } from '../../core/storage/schema.ts';
import { isRecord, parseJson, type Json } from '../../core/storage/json.ts';
import { isBinaryPath } from '../../core/storage/paths.ts';
import type { FileStamp } from './changed-outside.ts';
import type { ProcessIdentity } from './process-identity.ts';

export interface SessionInfo {
  readonly title: string;
  /** Absolute path of the project's file; absent for one that was never saved. */
  readonly path?: string;
  /** Of that file as it was read or written last, to tell whether another program changed it since. */
  readonly stamp?: FileStamp;
  /** True when the base itself holds work that no file has: a project restored after a crash, a sample. */
  readonly unsaved: boolean;
}
export interface SessionRecord extends SessionInfo {
  /** Milliseconds since 1970. */
  readonly started: number;
  readonly holder: ProcessIdentity;
}

export const SESSION_FILE = 'session.json';
export const BINARIES_FOLDER = 'binaries';

export function baseFile(n: number): string {
  return `base-${n}.pamphlet`;
}
export function journalFile(n: number): string {
  return `journal-${n}.jsonl`;
}

export function assetsFile(n: number): string {
  return `assets-${n}.json`;
}

/** The list of pictures that the journal after a base begins with; undefined where it's the base's own. */
export async function readAssets(folder: string, n: number): Promise<readonly Asset[] | undefined> {
  const text = await readFile(join(folder, assetsFile(n)), 'utf8').catch(() => '');
  const read = z.array(assetSchema).safeParse(parseJson(text));
  return read.success ? read.data : undefined;
}

/** True for the name of a session's folder; no other name is joined to a path. */
export function isSessionId(id: string): boolean {
  return /^[0-9a-f]{16}$/.test(id);
}

/** The numbers of the bases, the newest first. */
export async function basesIn(folder: string): Promise<readonly number[]> {
  const names = await readdir(folder).catch(() => []);
  return names
    .flatMap((name) => /^base-(\d{1,15})\.pamphlet$/.exec(name)?.[1] ?? [])
    .map(Number)
    .sort((a, b) => b - a);
}

/** Names of binaries differ by case, which folders may not tell apart; hexadecimal digits they do. */
export function binaryFile(folder: string, path: string): string {
  if (!isBinaryPath(path)) throw new RangeError(`${path} names no binary of a project`);
  return join(folder, BINARIES_FOLDER, Buffer.from(path).toString('hex'));
}

export async function readBinaries(folder: string): Promise<Map<string, Uint8Array>> {
  const binaries = new Map<string, Uint8Array>();
  for (const name of await readdir(join(folder, BINARIES_FOLDER)).catch(() => [])) {
    const path = Buffer.from(name, 'hex').toString();
    if (!isBinaryPath(path)) continue;
    binaries.set(path, new Uint8Array(await readFile(join(folder, BINARIES_FOLDER, name))));
  }
  return binaries;
}

function readStamp({ modified, size, sha256 }: { readonly [key: string]: Json }): { stamp?: FileStamp } {
  if (typeof modified !== 'number' || typeof size !== 'number' || typeof sha256 !== 'string') return {};
  return { stamp: { modified, size, sha256 } };
}

/** Undefined when the session's record is missing or unreadable. */
export async function readSession(folder: string): Promise<SessionRecord | undefined> {
  const value = parseJson(await readFile(join(folder, SESSION_FILE), 'utf8').catch(() => ''));
  if (!isRecord(value) || !isRecord(value['holder'])) return undefined;
  const { title, path, stamp, unsaved, started, holder } = value;
  const { pid, start, noted } = holder;
  if (typeof title !== 'string' || typeof started !== 'number') return undefined;
  if (typeof pid !== 'number' || typeof noted !== 'number') return undefined;
  return {
    title,
    ...(typeof path === 'string' ? { path } : {}),
    ...(isRecord(stamp) ? readStamp(stamp) : {}),
    unsaved: unsaved === true,
    started,
    holder: { pid, noted, ...(typeof start === 'string' ? { start } : {}) },
  };
}
