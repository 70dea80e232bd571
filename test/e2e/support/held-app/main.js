/**
 * The built app, held until Playwright has connected: a window that opens while its driver connects sometimes leaves
 * the driver waiting for ever. Playwright brings the code for that, but only loads it into executables of its own
 * finding.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { app } from 'electron';

const root = join(import.meta.dirname, '../../../..');
const require = createRequire(import.meta.url);
const { productName, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
// What the application says of itself comes from the checkout, not from this folder.
app.setName(productName);
app.setVersion(version);
app.setAppPath(root);
const playwright = dirname(require.resolve('playwright-core/package.json'));
require(join(playwright, 'lib/server/electron/loader.js'));
await import(join(root, 'out/main/main.js'));
