/** Tells whether a file is still as Pamphleteer read or wrote it, so that a save never overwrites another's work. */
import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';

export interface FileStamp {
  /** Milliseconds since 1970, with fractions. */
  readonly modified: number;
  /** Bytes. */
  readonly size: number;
  /** Of the content; lower-case hex. */
  readonly sha256: string;
}

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** The stamp of a file whose content is `bytes`. @throws what the file system reports. */
export async function stampOf(path: string, bytes: Uint8Array): Promise<FileStamp> {
  const { mtimeMs } = await stat(path);
  return { modified: mtimeMs, size: bytes.length, sha256: sha256(bytes) };
}

/**
 * `unchanged` also when only the time differs, as after a copy or a synchronisation. A file that can't be read
 * counts as `missing`.
 */
export async function changedOutside(
  path: string,
  stamp: FileStamp,
): Promise<'unchanged' | 'changed' | 'missing'> {
  try {
    const { mtimeMs, size } = await stat(path);
    if (size !== stamp.size) return 'changed';
    if (mtimeMs === stamp.modified) return 'unchanged';
    return sha256(await readFile(path)) === stamp.sha256 ? 'unchanged' : 'changed';
  } catch {
    return 'missing';
  }
}
