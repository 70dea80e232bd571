/** Languages and scripts as the typesetter names them. */
export interface PrintLanguage {
  /** ISO 639 code of two or three letters; "und" when unknown. */
  readonly lang: string;
  /** ISO 3166 code of two letters, or null. */
  readonly region: string | null;
}

/** From a BCP 47 tag: "en-GB", "sr-Cyrl-RS". */
export function printLanguage(tag: string): PrintLanguage {
  const [first = '', ...rest] = tag.split(/[-_]/);
  const region = rest.find((part) => /^[a-z]{2}$/i.test(part));
  return {
    lang: /^[a-z]{2,3}$/i.test(first) ? first.toLowerCase() : 'und',
    region: region ? region.toUpperCase() : null,
  };
}

const SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [/\p{Script=Hebrew}/u, 'he'],
  [/\p{Script=Arabic}/u, 'ar'],
];

/**
 * The language to set a block in whose direction differs from its text's: told by its first right-to-left
 * letter, since the model knows only the direction. Undefined for left-to-right blocks.
 */
export function languageOfDirection(text: string, direction: 'ltr' | 'rtl'): string | undefined {
  if (direction === 'ltr') return undefined;
  for (const character of text) {
    for (const [script, lang] of SCRIPTS) if (script.test(character)) return lang;
  }
  return 'ar';
}

/** Whether the text needs a face with accented ancient Greek, which not every text face has. */
export function hasPolytonicGreek(text: string): boolean {
  return /[\u1f00-\u1fff]/.test(text);
}
