import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Project } from '../../core/document/project.ts';
import { LARGEST_IMPORT } from '../../core/import/imported.ts';
import { openProject, type Opened } from '../../core/storage/open.ts';
import { assetPath } from '../../core/storage/paths.ts';
import { withoutUnshownAssets } from '../../core/storage/shown-assets.ts';
import { projectEntries } from '../../core/storage/serialise.ts';
import { packProject } from '../../core/storage/zip.ts';
import { writeAtomically } from '../files/atomic-write.ts';
import { diskFailure } from '../files/disk-failure.ts';
import { UsageError, type Terminal } from './terminal.ts';

export interface NamedBytes {
  /** Without its folder. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

function objection({ what, advice }: { what: string; advice: string }, path: string): UsageError {
  return new UsageError(`${path}: ${what} ${advice}`);
}

/** @throws {UsageError} where it can't be read. */
export async function readBytes(path: string): Promise<NamedBytes> {
  try {
    const found = await stat(path);
    if (!found.isFile()) throw new UsageError(`${path}: This isn’t a file.`);
    if (found.size > LARGEST_IMPORT * 4) throw new UsageError(`${path}: This file is too large.`);
    return { name: basename(path), bytes: await readFile(path) };
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw objection(diskFailure(error, path).failure, path);
  }
}

/** @throws {UsageError} where it can't be read as a project. */
export async function readProject(path: string): Promise<Opened> {
  const { bytes } = await readBytes(path);
  const opened = openProject(bytes);
  if (!opened.ok) throw objection(opened.failure, path);
  return opened;
}

/** Bytes of the project's pictures by asset id. */
export function picturesOf({ project, binaries }: Opened): ReadonlyMap<string, Uint8Array> {
  return new Map(
    project.assets.flatMap(({ id }) => {
      const bytes = binaries.get(assetPath(id));
      return bytes ? [[id, bytes]] : [];
    }),
  );
}

/** The bytes of a project file. @throws {UsageError} where it would be too large to open. */
export function projectBytes(project: Project, binaries: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const packed = packProject(projectEntries(withoutUnshownAssets(project)), binaries);
  if (!packed.ok) throw objection(packed.failure, 'The project');
  return packed.value;
}

/** To the file, or to the standard output where none is named. @throws {UsageError} where it can't be written. */
export async function put(
  path: string | undefined,
  result: string | Uint8Array,
  terminal: Terminal,
): Promise<void> {
  if (path === undefined || path === '-') {
    terminal.write(result);
    return;
  }
  const bytes = typeof result === 'string' ? new TextEncoder().encode(result) : result;
  const written = await writeAtomically(path, bytes);
  if (!written.ok) throw objection(written.failure, path);
}
