/**
 * The faces that pages are set in. All are under the SIL Open Font License; their licences go where they go.
 *
 * `family` is the name inside the file. The template takes the families it is given in its own order
 * (template/measures.typ); one that isn't there is passed over.
 */
export interface FontFile {
  readonly family: string;
  /** The package that brings the file, and the file's path in it. */
  readonly source: string;
  readonly path: string;
}

const faces = (
  family: string,
  source: string,
  prefix: string,
  styles: readonly string[],
): readonly FontFile[] =>
  styles.map((style) => ({
    family,
    source: `@expo-google-fonts/${source}`,
    path: `${style}/${prefix}_${style}.ttf`,
  }));

const TEXT = [
  '400Regular',
  '400Regular_Italic',
  '600SemiBold',
  '600SemiBold_Italic',
  '700Bold',
  '700Bold_Italic',
];

export const FONTS: readonly FontFile[] = [
  ...faces('Source Serif 4', 'source-serif-4', 'SourceSerif4', TEXT),
  ...faces('EB Garamond', 'eb-garamond', 'EBGaramond', [
    '400Regular',
    '400Regular_Italic',
    '700Bold',
    '700Bold_Italic',
  ]),
  ...faces('Noto Serif Hebrew', 'noto-serif-hebrew', 'NotoSerifHebrew', ['400Regular', '700Bold']),
  ...faces('Amiri', 'amiri', 'Amiri', ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic']),
  ...faces('Inter', 'inter', 'Inter', ['400Regular', '500Medium', '600SemiBold', '700Bold']),
  ...faces('Source Code Pro', 'source-code-pro', 'SourceCodePro', ['400Regular', '700Bold']),
  ...faces('Noto Emoji', 'noto-emoji', 'NotoEmoji', ['400Regular']),
];

/** The name under which the build puts a font file into its folder. */
export function fontFileName(font: FontFile): string {
  return font.path.replace(/^.*\//, '');
}

/** The packages whose licence texts belong to the fonts. */
export const FONT_PACKAGES: readonly string[] = [...new Set(FONTS.map((font) => font.source))];
