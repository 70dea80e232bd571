/**
 * The cache folder: what is expensive to fetch and outlives `node_modules`. Entries appear whole or not at all, so
 * that several runs at once can't see each other's halves.
 */
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';

const day = 24 * 60 * 60 * 1000;
const partial = '.partial-';

export function cacheFolder(): string {
  return join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'pamphleteer');
}

/** The path of the folder `name` in the cache; `make` fills it first, in a temporary place, where it isn't there yet. */
export async function cached(name: string, make: (folder: string) => Promise<void>): Promise<string> {
  const entry = join(cacheFolder(), name);
  if (existsSync(entry)) return entry;
  await mkdir(cacheFolder(), { recursive: true });
  await removeAbandoned();
  const folder = await mkdtemp(join(cacheFolder(), partial));
  try {
    await make(join(folder, name));
    await rename(join(folder, name), entry).catch((error: unknown) => {
      if (!existsSync(entry)) throw error; // Otherwise another run was faster; its entry is as good.
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return entry;
}

/** True where the file `name` in the cache was written less than a day ago. */
export async function isFresh(name: string): Promise<boolean> {
  const file = await stat(join(cacheFolder(), name)).catch(() => undefined);
  return file !== undefined && Date.now() - file.mtimeMs < day;
}

/** Removes what interrupted runs left behind. */
async function removeAbandoned(): Promise<void> {
  for (const name of await readdir(cacheFolder())) {
    if (name.startsWith(partial) && !(await isFresh(name))) {
      await rm(join(cacheFolder(), name), { recursive: true, force: true });
    }
  }
}
