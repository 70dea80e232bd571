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

/** The nearest folder of this name under one of the folders that this file, or the bundle it is in, lies in. */
function nearest(...path: readonly string[]): string | undefined {
  const above = ['.', '..', '../..', '../../..'].map((up) => join(here, up, ...path));
  return above.find((folder) => existsSync(folder));
}

/** The templates' folder in a checkout; undefined in a package. */
export const TEMPLATE_FOLDER = nearest('electron', 'pdf', 'template');

/**
 * @param folder one that holds `template/` and `fonts/`; when absent, the checkout's, and in a package the nearest
 *   folder `print`
 * @throws Error where a file is missing: the installation is damaged
 */
export function loadPrintResources(folder?: string): PrintResources {
  if (folder === undefined && TEMPLATE_FOLDER !== undefined) {
    return {
      templates: templatesIn(TEMPLATE_FOLDER),
      fonts: FONTS.map((font) => ({ font, data: readFileSync(installedFont(font)) })),
    };
  }
  const built = folder ?? nearest('print') ?? join(here, '..', 'print');
  return {
    templates: templatesIn(join(built, 'template')),
    fonts: FONTS.map((font) => ({ font, data: readFileSync(join(built, 'fonts', fontFileName(font))) })),
  };
}

/** The folder of the fonts in a package; undefined in a checkout, where each lies in the package that brings it. */
export function builtFontFolder(): string | undefined {
  return TEMPLATE_FOLDER === undefined ? nearest('print', 'fonts') : undefined;
}

const requireFrom = createRequire(import.meta.url);

/** Path of a font in the package that brings it. */
export function installedFont(font: FontFile): string {
  return join(installedFolder(font.source), font.path);
}

export function installedFolder(source: string): string {
  return dirname(requireFrom.resolve(`${source}/package.json`));
}

function templatesIn(folder: string): ReadonlyMap<string, Buffer> {
  const names = readdirSync(folder).filter((name) => name.endsWith('.typ'));
  return new Map(names.map((name) => [name, readFileSync(join(folder, name))]));
}
