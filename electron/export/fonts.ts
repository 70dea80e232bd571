/** The bundled fonts cut down to the characters of a publication, to be carried in its page. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import subsetFont from 'subset-font';
import { localeOf } from '../../core/derived/locale.ts';
import type { HtmlFont } from '../../core/export/html/page.ts';
import type { Publication } from '../../core/export/publication.ts';

interface Face {
  readonly family: string;
  readonly weight: number;
  readonly style: 'normal' | 'italic';
  /** The package under @expo-google-fonts, its folder for the face, and the file. */
  readonly package: string;
  readonly variant: string;
  readonly file: string;
}

const face = (family: string, name: string, variant: string, file: string): Face => ({
  family,
  weight: Number.parseInt(variant, 10),
  style: variant.endsWith('_Italic') ? 'italic' : 'normal',
  package: `@expo-google-fonts/${name}`,
  variant,
  file: `${file}_${variant}.ttf`,
});

const serif = (variant: string) => face('Source Serif 4', 'source-serif-4', variant, 'SourceSerif4');
const sans = (variant: string) => face('Inter', 'inter', variant, 'Inter');

const LATIN = ['400Regular', '600SemiBold'];
const HEBREW = /[\u0590-\u05ff\ufb1d-\ufb4f]/u;
const ARABIC = /[\u0600-\u06ff\u0750-\u077f\u0870-\u08ff\ufb50-\ufdff\ufe70-\ufefc]/u;

/** The fonts that a text needs. `json` is the publication's, in which marks stand in the order of the model. */
function facesFor(text: string, json: string): readonly Face[] {
  return [
    ...['400Regular', '400Regular_Italic', '600SemiBold'].map(serif),
    ...(json.includes('"strong","emphasis"') ? [serif('600SemiBold_Italic')] : []),
    ...['400Regular', '500Medium', '600SemiBold'].map(sans),
    ...(HEBREW.test(text)
      ? LATIN.map((variant) => face('Noto Serif Hebrew', 'noto-serif-hebrew', variant, 'NotoSerifHebrew'))
      : []),
    ...(ARABIC.test(text)
      ? ['400Regular', '700Bold'].map((variant) => face('Amiri', 'amiri', variant, 'Amiri'))
      : []),
  ];
}

const FEATURES = [
  ...['kern', 'liga', 'clig', 'calt', 'ccmp', 'locl', 'mark', 'mkmk', 'rlig', 'rclt', 'curs'],
  ...['init', 'medi', 'med2', 'fina', 'fin2', 'isol', 'onum', 'lnum', 'tnum', 'pnum'],
];

/** What the page's own elements and style sheet say beside the publication's words. */
const OWN = '#→←↩•0123456789.–— \u00a0';

/** @param folder holds the font files side by side; without it they are looked for among the installed packages */
function fontFile({ package: name, variant, file }: Face, folder: string | undefined): string {
  if (folder !== undefined) return join(folder, file);
  const manifest = createRequire(import.meta.url).resolve(`${name}/package.json`);
  return join(dirname(manifest), variant, file);
}

/** The names of all font files that {@link fontsFor} may ask a folder for, and where each is installed. */
export function fontFiles(): readonly { readonly name: string; readonly path: string }[] {
  return facesFor('א ا', '"strong","emphasis"').map((each) => ({
    name: each.file,
    path: fontFile(each, undefined),
  }));
}

/**
 * WOFF2 fonts with the characters of the publication; those of other scripts only where it has such characters.
 * The same publication gives the same bytes.
 *
 * @throws when a font file can't be read
 */
export async function fontsFor(publication: Publication, folder?: string): Promise<readonly HtmlFont[]> {
  const json = JSON.stringify(publication);
  const text = [...new Set(`${OWN}${json}${json.toLocaleUpperCase(localeOf(publication.language))}`)]
    .sort()
    .join('');
  const keepFeatures = json.includes('"smallcaps"') ? [...FEATURES, 'smcp'] : FEATURES;
  return Promise.all(
    facesFor(text, json).map(async (each) => {
      const font = await readFile(fontFile(each, folder));
      const subset = await subsetFont(font, text, { targetFormat: 'woff2', keepFeatures });
      const { family, weight, style } = each;
      return { family, weight, style, mediaType: 'font/woff2', base64: subset.toString('base64') };
    }),
  );
}
