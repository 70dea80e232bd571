/**
 * Templates and fonts: in a checkout they are read from the source folder and from the packages, in a build from
 * `out/print`, where build/print-resources.ts has put them.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FONTS, fontFileName, type FontFile } from './fonts.ts';

export interface PrintResources {
  /** Template files by name. */
  readonly templates: ReadonlyMap<string, Buffer>;
  readonly fonts: readonly { readonly font: FontFile; readonly data: Buffer }[];
}

const here = dirname(fileURLToPath(import.meta.url));

/**
 * @param folder one that holds `template/` and `fonts/`; when absent, `../print` beside the running bundle, and
 *   failing that the checkout
 * @throws Error where a file is missing: the installation is damaged
 */
export function loadPrintResources(folder?: string): PrintResources {
  const built = folder ?? join(here, '..', 'print');
  if (folder !== undefined || existsSync(join(built, 'template'))) {
    return {
      templates: templatesIn(join(built, 'template')),
      fonts: FONTS.map((font) => ({ font, data: readFileSync(join(built, 'fonts', fontFileName(font))) })),
    };
  }
  return {
    templates: templatesIn(TEMPLATE_FOLDER),
    fonts: FONTS.map((font) => ({ font, data: readFileSync(installedFont(font)) })),
  };
}

/** The templates' folder in a checkout. */
export const TEMPLATE_FOLDER = join(here, 'template');

const require = createRequire(import.meta.url);

/** Path of a font in the package that brings it. */
export function installedFont(font: FontFile): string {
  return join(installedFolder(font.source), font.path);
}

export function installedFolder(source: string): string {
  return dirname(require.resolve(`${source}/package.json`));
}

function templatesIn(folder: string): ReadonlyMap<string, Buffer> {
  const names = readdirSync(folder).filter((name) => name.endsWith('.typ'));
  return new Map(names.map((name) => [name, readFileSync(join(folder, name))]));
}
