/** Languages of the answer that are offered: those of the dictionaries, and two more with words of their own. BCP 47. */
export const LANGUAGES: readonly string[] = [
  'en',
  'en-GB',
  'en-US',
  'ar',
  'cs',
  'da',
  'de',
  'es',
  'fr',
  'he',
  'hu',
  'it',
  'nl',
  'pl',
  'pt-BR',
  'ru',
  'sv',
];

export function directionOf(language: string): 'ltr' | 'rtl' {
  return /^(he|ar|fa|ur|yi)\b/.test(language) ? 'rtl' : 'ltr';
}
