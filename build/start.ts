/** `npm start [-- FILE …]`: runs the app from this checkout, built where that is needed. */
import { ensureBundles, root } from './bundles.ts';
import { show } from './runtime/child.ts';
import { ensureLibraries } from './runtime/debian.ts';
import { electronArguments, withDisplay } from './runtime/launch.ts';
import { provisionElectron } from './runtime/provision.ts';
import { speak } from './runtime/speak.ts';

await speak(async () => {
  await ensureLibraries('run');
  const { executable } = await provisionElectron();
  await ensureBundles();
  const { command, args } = withDisplay(executable, [...electronArguments(), root, ...process.argv.slice(2)]);
  return (await show(command, args)).status;
});
