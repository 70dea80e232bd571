/**
 * `npm run package [-- --dir | --all]`: makes packages for this system in `dist/`. Without an option an unpacked folder
 * and a tar.gz, which need no further tools; `--dir` the folder alone; `--all` what a release offers, whose tools
 * electron-builder downloads.
 */
import { build, Platform } from 'electron-builder';
import { makeBundles, root } from './bundles.ts';
import { builderConfiguration } from './electron-builder.config.ts';
import { writeNotices } from './notices.ts';
import { ensureLibraries } from './runtime/debian.ts';
import { provisionElectron } from './runtime/provision.ts';
import { speak } from './runtime/speak.ts';

/** Targets by option; an empty list stands for the configuration's own. */
const targets = { '--dir': ['dir'], '--all': [], default: ['dir', 'tar.gz'] };

await speak(async () => {
  const option = process.argv[2] ?? 'default';
  if (!(option in targets)) throw new Error(`Unknown option ${option}; there are --dir and --all.`);

  const runtime = await provisionElectron();
  if (option === '--all' && runtime.source !== 'official') {
    throw new Error(
      `A release is made with the official Electron; here there is ${runtime.version} (${runtime.source}).`,
    );
  }
  if (runtime.source === 'fallback' && option !== '--dir') {
    await ensureLibraries('package');
    process.env['ELECTRON_BUILDER_7ZIP_PATH'] ??= '/usr/bin/7za';
  }
  await makeBundles();
  await writeNotices();
  const files = await build({
    projectDir: root,
    targets: Platform.current().createTarget(targets[option as keyof typeof targets]),
    config: builderConfiguration(runtime),
    publish: 'never',
  });
  for (const file of files) console.log(file);
  console.log(`Packaged with Electron ${runtime.version} (${runtime.source}).`);
  return 0;
});
