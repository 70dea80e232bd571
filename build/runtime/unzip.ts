/** Unpacks a zip file entry by entry, keeping permission bits and symbolic links; only entries that `place` wants. */
import { createWriteStream } from 'node:fs';
import { mkdir, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { text } from 'node:stream/consumers';
import { openPromise } from 'yauzl';

const typeMask = 0o170000;
const symbolicLink = 0o120000;

/**
 * @param place the path under `folder` for an entry's name, or undefined to leave it out. The library has refused
 *   absolute names and names with `..` before this is asked.
 */
export async function unzip(
  archive: string,
  folder: string,
  place: (name: string) => string | undefined,
): Promise<void> {
  const zip = await openPromise(archive);
  try {
    for await (const entry of zip.eachEntry()) {
      const path = entry.fileName.endsWith('/') ? undefined : place(entry.fileName);
      if (path === undefined) continue;
      const target = join(folder, path);
      const mode = entry.externalFileAttributes >>> 16;
      await mkdir(dirname(target), { recursive: true });
      const content = await zip.openReadStreamPromise(entry);
      if ((mode & typeMask) === symbolicLink) await symlink(await text(content), target);
      else await pipeline(content, createWriteStream(target, { mode: mode & 0o777 || 0o644 }));
    }
  } finally {
    zip.close();
  }
}
