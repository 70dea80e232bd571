/** Which of the processor's locales a document's language takes. */
import type { CslNode } from 'citeproc';
import { cslNode } from './csl-node.ts';
import { LOCALES } from './csl/locales.js';

/** For languages that are told without a country. Plain English is British here, as in core/derived/locale.ts. */
const DIALECTS: Readonly<Record<string, string>> = {
  en: 'en-GB',
  de: 'de-DE',
  es: 'es-ES',
  fr: 'fr-FR',
  pt: 'pt-PT',
  zh: 'zh-CN',
  no: 'nb-NO',
  iw: 'he-IL',
};
const NONE = 'en-US';

export function localeOf(language: string): string {
  const [primary = '', ...rest] = language.toLowerCase().split('-');
  const tags = Object.keys(LOCALES);
  const exact = tags.find((tag) => tag.toLowerCase() === language.toLowerCase());
  if (exact) return exact;
  if (primary === 'zh' && (rest.includes('hant') || rest.includes('hk'))) return 'zh-TW';
  return DIALECTS[primary] ?? tags.find((tag) => tag.split('-')[0] === primary) ?? NONE;
}

export function localeNode(tag: string): CslNode | false {
  const json = LOCALES[tag];
  return json === undefined ? false : cslNode(json);
}
