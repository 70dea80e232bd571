/** The dictionaries that come with the application, and which of them a language takes. */

/** As the packages that they come from name them. */
export const DICTIONARIES = [
  'en',
  'en-gb',
  'de',
  'fr',
  'es',
  'it',
  'nl',
  'pt',
  'sv',
  'da',
  'pl',
  'cs',
  'hu',
  'ru',
] as const;
export type DictionaryId = (typeof DICTIONARIES)[number];

/** English as it is written there follows the American spelling. */
const AMERICAN = new Set([undefined, 'US', 'PH', 'LR']);
/** Spelling that differs from the dictionary's: better none than a wrong one. */
const OTHERS = new Set(['pt-PT', 'pt-AO', 'pt-MZ', 'de-CH', 'de-LI']);

/** @param language BCP 47. @returns undefined where there is none */
export function dictionaryOf(language: string): DictionaryId | undefined {
  let locale: Intl.Locale;
  try {
    locale = new Intl.Locale(language);
  } catch {
    return undefined;
  }
  const { language: base, region } = locale;
  if (base === 'en') return AMERICAN.has(region) ? 'en' : 'en-gb';
  if (OTHERS.has(`${base}-${region}`)) return undefined;
  return DICTIONARIES.find((id) => id === base);
}

/** Letters of the script that the dictionary is in. */
export function lettersOf(dictionary: DictionaryId): RegExp {
  return dictionary === 'ru' ? /^[\p{Script=Cyrillic}\p{M}\p{P}]+$/u : /^[\p{Script=Latin}\p{M}\p{P}]+$/u;
}
