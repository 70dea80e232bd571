/** The names of the parts of a project file. */
import { isId } from '../document/id.ts';

export const MIMETYPE_PATH = 'mimetype';
export const MIMETYPE = 'application/x-pamphlet+zip';
export const PROJECT_PATH = 'project.json';

export function letterPath(id: string): string {
  return `letters/${id}.json`;
}
export function assetPath(id: string): string {
  return `assets/${id}`;
}
export function originalPath(sha256: string): string {
  return `originals/${sha256}`;
}

export function isSha256(value: string): boolean {
  return /^[0-9a-f]{64}$/.test(value);
}

/** The letter whose part this is, or undefined where the name is of another kind. */
export function letterOfPath(path: string): string | undefined {
  const id = /^letters\/([^/]+)\.json$/.exec(path)?.[1];
  return id !== undefined && isId(id) ? id : undefined;
}

/** True for the names that hold bytes of pictures and originals; no other name is read from or written as such. */
export function isBinaryPath(path: string): boolean {
  const [folder, name, ...rest] = path.split('/');
  if (name === undefined || rest.length > 0) return false;
  return folder === 'assets' ? isId(name) : folder === 'originals' && isSha256(name);
}

/** True for the names that a project file may have. All others are refused, whatever they'd do to a path. */
export function isProjectPath(path: string): boolean {
  return (
    path === MIMETYPE_PATH || path === PROJECT_PATH || letterOfPath(path) !== undefined || isBinaryPath(path)
  );
}
