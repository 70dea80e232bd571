/** `npm run dev`: runs the app from the sources; the window follows each change. */
import { root } from './bundles.ts';
import { packageScript, show } from './runtime/child.ts';
import { ensureLibraries } from './runtime/debian.ts';
import { electronArguments, withDisplay } from './runtime/launch.ts';
import { provisionElectron } from './runtime/provision.ts';
import { speak } from './runtime/speak.ts';

await speak(async () => {
  await ensureLibraries('run');
  const { executable } = await provisionElectron();
  const script = packageScript('electron-vite/bin/electron-vite.js');
  const { command, args } = withDisplay(process.execPath, [script, 'dev', '--watch']);
  const environment = {
    ...process.env,
    ELECTRON_EXEC_PATH: executable,
    NO_SANDBOX: electronArguments().includes('--no-sandbox') ? '1' : undefined,
  };
  return (await show(command, args, { cwd: root, env: environment })).status;
});
