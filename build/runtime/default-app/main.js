/**
 * Runs the application folder that the command line names, as an official runtime's own default app does.
 * It goes into the fallback runtime's `resources/app` and never into a package.
 *
 * The top-level awaits matter: Electron holds back its `ready` event until this module has been evaluated.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const argument = process.argv.slice(1).find((value) => !value.startsWith('-'));

if (argument === undefined) {
  console.error('Name the folder of the application to run.');
  app.exit(2);
} else {
  const folder = resolve(argument);
  const {
    name,
    productName,
    version,
    main = 'index.js',
  } = JSON.parse(readFileSync(resolve(folder, 'package.json'), 'utf8'));
  Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true });
  app.setName(productName ?? name);
  app.setVersion(version);
  app.setAppPath(folder);
  await import(pathToFileURL(resolve(folder, main)).href);
}
