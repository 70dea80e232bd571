/** Where the application keeps its own data, and where its parts lie. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';

export const recoveryFolder = () => join(app.getPath('userData'), 'recovery');
export const recentList = () => join(app.getPath('userData'), 'recent.json');

/** The folder `out/` of the running build. */
export const outFolder = join(import.meta.dirname, '..');

/** The sample project: among the resources of a package, else in the checkout. */
export function sampleFile(): string {
  const packaged = join(process.resourcesPath, 'sample', 'quillhaven.pamphlet');
  return existsSync(packaged) ? packaged : join(outFolder, '..', 'sample', 'quillhaven.pamphlet');
}
