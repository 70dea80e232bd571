/**
 * `npm run bench`: what things cost in the built app with a very long letter, beside other editors in the same
 * runtime. It judges nothing: it prints numbers. `npm run bench -- coverage` measures only that.
 */
import { ensureBundles, root } from '../../build/bundles.ts';
import { show } from '../../build/runtime/child.ts';
import { ensureLibraries } from '../../build/runtime/debian.ts';
import { withDisplay } from '../../build/runtime/launch.ts';
import { provisionElectron } from '../../build/runtime/provision.ts';
import { speak } from '../../build/runtime/speak.ts';

await speak(async () => {
  await ensureLibraries('test');
  const { executable, version, source } = await provisionElectron();
  await ensureBundles();
  console.log(`Measuring on Electron ${version} (${source}).`);
  const { command, args } = withDisplay(process.execPath, [
    '--import',
    'tsx',
    'test/bench/bench.ts',
    ...process.argv.slice(2),
  ]);
  const env = { ...process.env, PAMPHLETEER_ELECTRON: executable };
  await show(command, args, { cwd: root, env });
  return 0;
});
