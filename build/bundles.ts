/** The bundles in `out/`: whether they are current, and making them. */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { copyPrintResources } from './print-resources.ts';
import { packageScript, show } from './runtime/child.ts';

export const root = join(import.meta.dirname, '..');

const sources = ['core', 'electron', 'renderer', 'electron.vite.config.ts', 'package-lock.json'];
const bundles = ['out/main/main.js', 'out/preload/preload.cjs', 'out/renderer/index.html'];

export async function makeBundles(): Promise<void> {
  const script = packageScript('electron-vite/bin/electron-vite.js');
  const { status } = await show(process.execPath, [script, 'build', '--logLevel', 'warn'], { cwd: root });
  if (status !== 0) throw new Error('The bundles could not be built; see above.');
  copyPrintResources(join(root, 'out/print'));
}

/** Makes them where one is missing or older than a source. */
export async function ensureBundles(): Promise<void> {
  const made = Math.min(...bundles.map((path) => changed(join(root, path)) ?? 0));
  const written = Math.max(...sources.flatMap((path) => changes(join(root, path))));
  if (written > made) await makeBundles();
}

/** When the file or anything in the folder changed, in milliseconds. Folders count too: they tell of removed files. */
function changes(path: string): number[] {
  const own = changed(path) ?? 0;
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return [own];
  const inside = readdirSync(path, { recursive: true }).map((name) => changed(join(path, String(name))) ?? 0);
  return [own, ...inside];
}

function changed(path: string): number | undefined {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs;
}
