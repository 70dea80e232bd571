/** The list of projects opened lately, kept as JSON in the folder of the application's data. */
import { createHash } from 'node:crypto';
import { access, readFile } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { isRecord, parseJson, type Result } from '../../core/storage/json.ts';
import { writeAtomically } from './atomic-write.ts';

export interface RecentFile {
  /** Names it to the window, which isn't told of paths. */
  readonly id: string;
  /** Absolute. */
  readonly path: string;
  readonly name: string;
  readonly folder: string;
  /** Milliseconds since 1970. */
  readonly opened: number;
}

export const RECENT_MAX = 12;

function recentFile(path: string, opened: number): RecentFile {
  const id = createHash('sha256').update(path).digest('hex').slice(0, 16);
  return { id, path, name: basename(path), folder: dirname(path), opened };
}

/** The list as it is kept, newest first; empty when there's none or it can't be read. */
async function readList(list: string): Promise<readonly RecentFile[]> {
  const value = parseJson(await readFile(list, 'utf8').catch(() => '[]'));
  if (!Array.isArray(value)) return [];
  return value
    .flatMap((item) => {
      if (!isRecord(item) || typeof item['path'] !== 'string' || typeof item['opened'] !== 'number')
        return [];
      return [recentFile(item['path'], item['opened'])];
    })
    .slice(0, RECENT_MAX);
}

function writeList(list: string, files: readonly RecentFile[]): Promise<Result<undefined>> {
  const kept = files.map(({ path, opened }) => ({ path, opened }));
  return writeAtomically(list, new TextEncoder().encode(`${JSON.stringify(kept, null, 2)}\n`));
}

/** Puts the file at the head. `list` is the path of the JSON file, `opened` the time in milliseconds since 1970. */
export async function addRecent(list: string, path: string, opened: number): Promise<Result<undefined>> {
  const file = recentFile(resolve(path), opened);
  const others = (await readList(list)).filter(({ id }) => id !== file.id);
  return writeList(list, [file, ...others].slice(0, RECENT_MAX));
}

/** Files to show: those that are there now. One on a disk that isn't plugged in stays in the list, unshown. */
export async function listRecent(list: string): Promise<readonly RecentFile[]> {
  const files = await readList(list);
  const there = await Promise.all(
    files.map(({ path }) =>
      access(path).then(
        () => true,
        () => false,
      ),
    ),
  );
  return files.filter((_, index) => there[index]);
}

export async function forgetRecent(list: string, id: string): Promise<Result<undefined>> {
  return writeList(
    list,
    (await readList(list)).filter((file) => file.id !== id),
  );
}
