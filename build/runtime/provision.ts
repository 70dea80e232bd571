/**
 * Gets an Electron to run: the one named by PAMPHLETEER_ELECTRON, else the official one, else the fallback.
 *
 * `npx tsx build/runtime/provision.ts` prints it, and so warms the cache.
 */
import { existsSync } from 'node:fs';
import { collect } from './child.ts';
import { fallbackExecutable, fallbackRuns, fallbackVersion } from './fallback.ts';
import { downloadOfficial, installedOfficial, officialVersion, recentFailure } from './official.ts';
import { speak } from './speak.ts';

export interface ElectronRuntime {
  /** Absolute path. */
  readonly executable: string;
  /** The version that runs, such as `33.2.1`. */
  readonly version: string;
  readonly source: 'official' | 'fallback' | 'env';
}

export async function provisionElectron(): Promise<ElectronRuntime> {
  const named = process.env['PAMPHLETEER_ELECTRON'];
  if (named) return { executable: named, version: await versionOf(named), source: 'env' };

  let reason = fallbackRuns && !installedOfficial() ? await recentFailure() : undefined;
  if (!reason && !installedOfficial()) reason = await downloadOfficial();
  const executable = installedOfficial();
  if (executable) return { executable, version: officialVersion, source: 'official' };

  if (!fallbackRuns) {
    throw new Error(
      `Electron ${officialVersion} could not be downloaded (${reason}). ` +
        'Run "npx install-electron" where its release host can be reached, or through a mirror ' +
        '(ELECTRON_MIRROR), or set PAMPHLETEER_ELECTRON to an Electron executable.',
    );
  }
  console.error(
    `Electron ${officialVersion} can't be downloaded here (${reason}); using ${fallbackVersion}.`,
  );
  return { executable: await fallbackExecutable(), version: fallbackVersion, source: 'fallback' };
}

/** Asks an executable for its version, without a display. */
async function versionOf(executable: string): Promise<string> {
  if (!existsSync(executable))
    throw new Error(`PAMPHLETEER_ELECTRON names ${executable}, which isn't there.`);
  const { status, output } = await collect(executable, ['-p', 'process.versions.electron'], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
  });
  const version = /^\d+\.\d+\.\d+\S*/m.exec(output)?.[0];
  if (status !== 0 || !version) throw new Error(`${executable} doesn't run as Electron: ${output.trim()}`);
  return version;
}

if (process.argv[1] === import.meta.filename) {
  await speak(async () => {
    const { executable, version, source } = await provisionElectron();
    console.log(`Electron ${version} (${source}): ${executable}`);
    return 0;
  });
}
