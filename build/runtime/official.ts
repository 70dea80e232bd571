/**
 * The official Electron: the one that the installed `electron` package names, already unpacked in it or downloaded by
 * its own install script. A failed download is remembered for a day, so that not every run waits for it.
 */
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cacheFolder, isFresh } from './cache.ts';
import { packageScript } from './child.ts';

/** Milliseconds that a download may stand still. */
const patience = 20_000;

const folder = dirname(packageScript('electron/package.json'));

export const officialVersion = (
  createRequire(import.meta.url)('electron/package.json') as { version: string }
).version;

const failureNote = `no-download-${officialVersion}-${process.platform}-${process.arch}`;

/** The executable of the unpacked official Electron; undefined where it isn't there or is of another version. */
export function installedOfficial(): string | undefined {
  try {
    const version = readFileSync(join(folder, 'dist', 'version'), 'utf8')
      .trim()
      .replace(/^v/, '');
    const executable = join(folder, 'dist', readFileSync(join(folder, 'path.txt'), 'utf8'));
    return version === officialVersion && existsSync(executable) ? executable : undefined;
  } catch {
    return undefined;
  }
}

/** Why the download failed less than a day ago; undefined where it didn't. */
export async function recentFailure(): Promise<string | undefined> {
  if (!(await isFresh(failureNote))) return undefined;
  return readFileSync(join(cacheFolder(), failureNote), 'utf8');
}

/** Downloads and unpacks. Returns undefined when done, else why not, in a few words. */
export async function downloadOfficial(): Promise<string | undefined> {
  const place = await mkdtemp(join(tmpdir(), 'electron-download-'));
  try {
    const failure = await runInstaller(place);
    const reason = installedOfficial() ? undefined : (failure ?? 'the install script brought nothing');
    await mkdir(cacheFolder(), { recursive: true });
    if (reason) await writeFile(join(cacheFolder(), failureNote), reason);
    else await rm(join(cacheFolder(), failureNote), { force: true });
    return reason;
  } finally {
    await rm(place, { recursive: true, force: true });
  }
}

/** Runs the install script with `place` as its temporary folder, where the growing file shows that it gets on. */
function runInstaller(place: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [packageScript('electron/install.js')], {
      env: { ...process.env, TMPDIR: place, TMP: place, TEMP: place },
      stdio: ['ignore', 'inherit', 'pipe'],
    });
    let errors = '';
    child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));

    let size = -1;
    let lastProgress = Date.now();
    const watch = setInterval(() => {
      void bytesIn([place, join(folder, 'dist')]).then((now) => {
        if (now !== size) lastProgress = Date.now();
        size = now;
        if (Date.now() - lastProgress > patience) child.kill('SIGKILL');
      });
    }, 1000);

    const end = (reason: string | undefined) => {
      clearInterval(watch);
      resolve(reason);
    };
    child.on('error', (error) => end(error.message));
    child.on('close', (status, signal) => {
      if (status === 0) end(undefined);
      else if (signal) end(`no progress for ${patience / 1000} seconds`);
      else
        end(
          /getaddrinfo \w+|connect \w+|Response code \d+|fetch failed/.exec(errors)?.[0] ?? firstLine(errors),
        );
    });
  });
}

const firstLine = (message: string) => message.trim().split('\n')[0] || 'the install script failed';

/** The size of all files in the folders, at any depth; what vanishes meanwhile counts nothing. */
async function bytesIn(folders: string[]): Promise<number> {
  let sum = 0;
  for (const each of folders) {
    for (const name of await readdir(each, { recursive: true }).catch(() => [])) {
      sum += await stat(join(each, name)).then(
        (file) => file.size,
        () => 0,
      );
    }
  }
  return sum;
}
