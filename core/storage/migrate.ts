/**
 * Brings what an older version wrote up to the present one, a version at a time. To change the format: raise
 * FORMAT_VERSION by one, append the step from the version before, and add a fixture of the version that it leaves
 * behind to test/fixtures/format.
 */
import { fromVersion1 } from './from-version-1.ts';
import type { Json } from './json.ts';
import { FORMAT_VERSION } from './serialise.ts';

/** The parts of a file as JSON, before any validation. */
export interface RawProject {
  /** What `project.json` holds under `project`. */
  readonly project: Json;
  /** Letters by id, each as in its own part. */
  readonly letters: ReadonlyMap<string, Json>;
}

/** Takes the project from one version to the next. May throw on what it doesn't understand. */
export type Migration = (raw: RawProject) => RawProject;

/** The step at index n leads from version n + 1 to version n + 2. */
export const MIGRATIONS: readonly Migration[] = [fromVersion1];

/** @throws whatever a step throws; and RangeError for a version that there is no step from. */
export function migrate(
  raw: RawProject,
  version: number,
  steps: readonly Migration[] = MIGRATIONS,
  target: number = FORMAT_VERSION,
): RawProject {
  let current = raw;
  for (let at = version; at < target; at++) {
    const step = steps[at - 1];
    if (!step) throw new RangeError(`no migration from version ${at}`);
    current = step(current);
  }
  return current;
}
