/**
 * `npm run test:e2e [-- PLAYWRIGHT ARGUMENTS]`: the end-to-end tests, with what they need, under a virtual display
 * where there is none. Without a `--project` the app's, not the package's.
 */
import { ensureBundles, root } from '../../build/bundles.ts';
import { packageScript, show } from '../../build/runtime/child.ts';
import { ensureLibraries } from '../../build/runtime/debian.ts';
import { withDisplay } from '../../build/runtime/launch.ts';
import { provisionElectron } from '../../build/runtime/provision.ts';
import { speak } from '../../build/runtime/speak.ts';

/** Runs Playwright and returns its exit status. */
export async function runEndToEnd(options: readonly string[]): Promise<number> {
  await ensureLibraries('test');
  const { executable, version, source } = await provisionElectron();
  await ensureBundles();
  console.log(`End-to-end tests on Electron ${version} (${source}).`);

  const project = options.some((option) => option.startsWith('--project')) ? [] : ['--project=app'];
  const { command, args } = withDisplay(process.execPath, [
    packageScript('@playwright/test/cli.js'),
    'test',
    '-c',
    'test/e2e/playwright.config.ts',
    ...project,
    ...options,
  ]);
  const environment = { ...process.env, PAMPHLETEER_ELECTRON: executable };
  return (await show(command, args, { cwd: root, env: environment })).status;
}

if (process.argv[1] === import.meta.filename) await speak(() => runEndToEnd(process.argv.slice(2)));
