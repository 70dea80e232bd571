/**
 * Copies what pages are set with to out/print: `template/`, `fonts/` and, beside each family's fonts, its licence.
 * Run after the bundles are made: `tsx build/print-resources.ts`.
 */
import { copyFileSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FONT_PACKAGES, FONTS, fontFileName } from '../electron/pdf/fonts.ts';
import { installedFolder, installedFont, TEMPLATE_FOLDER } from '../electron/pdf/resources.ts';

export function copyPrintResources(target: string): void {
  const fonts = join(target, 'fonts');
  const template = join(target, 'template');
  rmSync(target, { recursive: true, force: true });
  mkdirSync(fonts, { recursive: true });
  mkdirSync(template);
  for (const font of FONTS) copyFileSync(installedFont(font), join(fonts, fontFileName(font)));
  for (const source of FONT_PACKAGES) {
    const name = source.replace(/^.*\//, '');
    copyFileSync(join(installedFolder(source), 'LICENSE_FONT'), join(fonts, `OFL-${name}.txt`));
  }
  if (TEMPLATE_FOLDER === undefined) throw new Error('The templates are missing from the checkout.');
  for (const name of readdirSync(TEMPLATE_FOLDER)) {
    if (name.endsWith('.typ')) copyFileSync(join(TEMPLATE_FOLDER, name), join(template, name));
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  copyPrintResources(fileURLToPath(new URL('../out/print', import.meta.url)));
}
