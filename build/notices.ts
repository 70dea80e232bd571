/**
 * Third-party notices: the licence text of every package that a package of the app contains, in a bundle or beside
 * it, and of the fonts. Electron's and Chromium's own notices lie next to the executable.
 *
 * `npx tsx build/notices.ts` writes `dist/THIRD-PARTY-NOTICES.txt`; packaging does so too.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isNote } from './bundled-packages.ts';
import { ensureBundles, root } from './bundles.ts';

export const noticesPath = join(root, 'dist', 'THIRD-PARTY-NOTICES.txt');

interface LockedPackage {
  readonly dev?: boolean;
  readonly devOptional?: boolean;
}

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
}

/** The folders, relative to the root, of all packages that are delivered on this platform, in order of their names. */
function deliveredPackages(): string[] {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, LockedPackage>;
  };
  const bundled = new Set(['main', 'preload', 'renderer'].flatMap(bundledIn));
  return Object.entries(lock.packages)
    .filter(([path]) => path !== '' && existsSync(join(root, path)))
    .filter(([path, { dev, devOptional }]) => {
      const name = nameOf(path);
      return (!dev && !devOptional) || bundled.has(name) || name.startsWith('@expo-google-fonts/');
    })
    .map(([path]) => path)
    .sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
}

function bundledIn(bundle: string): string[] {
  const folder = join(root, 'out', bundle);
  return readdirSync(folder)
    .filter(isNote)
    .flatMap((note) => JSON.parse(readFileSync(join(folder, note), 'utf8')) as string[]);
}

const nameOf = (path: string) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

/** A package's name and version, then each licence or notice file that it carries, or else what its manifest says. */
function notice(path: string): string {
  const folder = join(root, path);
  const { name, version, license } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  ) as Manifest;
  const texts = readdirSync(folder)
    .filter((file) => /^(licen[cs]e|copying|notice|ofl)/i.test(file) && !/\.(js|ts|json)$/i.test(file))
    .sort()
    .map((file) => readFileSync(join(folder, file), 'utf8').trim());
  const body =
    texts.length > 0 ? texts : [`Licensed under ${license ?? 'terms that the package does not state'}.`];
  return [`${name} ${version}${license ? ` (${license})` : ''}`, ...body].join('\n\n');
}

export async function writeNotices(): Promise<void> {
  const rule = `\n\n${'-'.repeat(80)}\n\n`;
  const heading = 'Pamphleteer contains the following packages and fonts, each under its own licence.';
  await mkdir(dirname(noticesPath), { recursive: true });
  await writeFile(noticesPath, [heading, ...deliveredPackages().map(notice)].join(rule) + '\n');
}

if (process.argv[1] === import.meta.filename) {
  await ensureBundles();
  await writeNotices();
  console.log(noticesPath);
}
