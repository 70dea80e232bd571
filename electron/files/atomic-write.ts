/**
 * Replaces a file as a whole: whoever reads it, and whenever the power goes, there's the old file or the new one.
 */
import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { access, open, realpath, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Result } from '../../core/storage/json.ts';
import { diskFailure } from './disk-failure.ts';

/** Name of the file that is written before it takes the place of the old one; in the same folder. */
export const TEMPORARY = /^\.pamphleteer-[0-9a-f]{16}\.tmp$/;

/** A scanner of viruses may hold a file for a moment on Windows. */
const RENAME_TRIES = 8;

async function renameOver(from: string, to: string): Promise<void> {
  for (let n = 1; ; n++) {
    try {
      return await rename(from, to);
    } catch (error) {
      const passing = ['EPERM', 'EACCES', 'EBUSY'].includes((error as NodeJS.ErrnoException).code ?? '');
      if (process.platform !== 'win32' || !passing || n === RENAME_TRIES) throw error;
      await new Promise((resolve) => setTimeout(resolve, 10 * 2 ** n));
    }
  }
}

/** Makes a name in the folder last through a loss of power; where the system can't (Windows), nothing. */
export async function syncFolder(folder: string): Promise<void> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(folder, 'r');
    await handle.sync();
  } catch {
    // The file itself is written; only its name may be lost, and then the old one stands.
  } finally {
    await handle?.close();
  }
}

/** The file that a path leads to, through links, so that the link itself isn't replaced; and its mode. */
async function targetOf(
  path: string,
): Promise<{ readonly target: string; readonly mode: number | undefined }> {
  try {
    const target = await realpath(path);
    const { mode } = await stat(target);
    await access(target, constants.W_OK);
    return { target, mode: mode & 0o777 };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return { target: path, mode: undefined };
  }
}

/**
 * Writes the bytes to a temporary file in the same folder, through to the disk, and renames it to `path`. The
 * mode of a file that was there is kept. On failure the old file stands and the temporary one is removed.
 */
export async function writeAtomically(path: string, bytes: Uint8Array): Promise<Result<undefined>> {
  let temporary: string | undefined;
  try {
    const { target, mode } = await targetOf(path);
    const folder = dirname(target);
    const name = join(folder, `.pamphleteer-${randomBytes(8).toString('hex')}.tmp`);
    const handle = await open(name, 'wx', mode ?? 0o666);
    temporary = name;
    try {
      if (mode !== undefined) await handle.chmod(mode);
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await renameOver(temporary, target);
    temporary = undefined;
    await syncFolder(folder);
    return { ok: true, value: undefined };
  } catch (error) {
    return diskFailure(error, path);
  } finally {
    if (temporary !== undefined) await rm(temporary, { force: true }).catch(() => undefined);
  }
}
