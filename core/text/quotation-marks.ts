/**
 * The quotation marks of a language, as CLDR's delimiters give them (release 47), but where today's printers of
 * the language do otherwise, theirs: double marks outside in Dutch, no spaces in Swiss French.
 */
export interface QuotationMarks {
  /** Opening and closing. */
  readonly outer: readonly [string, string];
  /** Of a quotation within a quotation. */
  readonly inner: readonly [string, string];
  /** What stands between a mark and the words that it holds: French sets a narrow no-break space. */
  readonly space: '' | '\u202f';
}

const marks = (outer: string, inner: string, space: QuotationMarks['space'] = ''): QuotationMarks => ({
  outer: [outer[0]!, outer[1]!],
  inner: [inner[0]!, inner[1]!],
  space,
});

const ENGLISH = marks('“”', '‘’');
const LOW_HIGH = marks('„“', '‚‘');
const LOW_CLOSING = marks('„”', '‚’');
const ANGLES_LOW = marks('«»', '„“');

/** By primary language, or by language and region or script where these differ. */
const OF: Readonly<Record<string, QuotationMarks>> = {
  en: ENGLISH,
  af: ENGLISH,
  ar: marks('”“', '’‘'),
  az: ENGLISH,
  be: ANGLES_LOW,
  bg: marks('„“', '’‘'),
  ca: marks('«»', '“”'),
  cs: LOW_HIGH,
  cy: marks('‘’', '“”'),
  da: marks('””', '’’'),
  de: LOW_HIGH,
  'de-ch': marks('«»', '‹›'),
  'de-li': marks('«»', '‹›'),
  el: marks('«»', '“”'),
  eo: ENGLISH,
  es: marks('«»', '“”'),
  'es-mx': ENGLISH,
  'es-us': ENGLISH,
  et: marks('„“', '«»'),
  eu: ENGLISH,
  fa: marks('«»', '‹›'),
  fi: marks('””', '’’'),
  fr: marks('«»', '“”', '\u202f'),
  'fr-ch': marks('«»', '‹›'),
  ga: ENGLISH,
  gl: marks('«»', '“”'),
  he: marks('””', '’’'),
  hr: marks('„“', '‚‘'),
  hu: marks('„”', '»«'),
  hy: marks('«»', '«»'),
  is: LOW_HIGH,
  it: marks('«»', '“”'),
  ja: marks('「」', '『』'),
  ka: marks('„“', '‚‘'),
  ko: ENGLISH,
  la: ENGLISH,
  lt: marks('„“', '‚‘'),
  lv: marks('„”', '‚’'),
  mk: marks('„“', '‚‘'),
  nb: marks('«»', '‘’'),
  nl: ENGLISH,
  nn: marks('«»', '‘’'),
  no: marks('«»', '‘’'),
  pl: marks('„”', '«»'),
  pt: ENGLISH,
  'pt-pt': marks('«»', '“”'),
  ro: marks('„”', '«»'),
  ru: ANGLES_LOW,
  sk: LOW_HIGH,
  sl: LOW_HIGH,
  sq: marks('«»', '“”'),
  sr: LOW_CLOSING,
  sv: marks('””', '’’'),
  tr: ENGLISH,
  uk: ANGLES_LOW,
  ur: marks('”“', '’‘'),
  yi: marks('„”', '‚’'),
  zh: ENGLISH,
  'zh-hant': marks('「」', '『』'),
  'zh-hk': marks('「」', '『』'),
  'zh-tw': marks('「」', '『』'),
};

/**
 * @param language BCP 47; what the table doesn't know has English marks
 */
export function quotationMarksOf(language: string): QuotationMarks {
  const [primary = '', ...rest] = language.toLowerCase().split(/[-_]/);
  for (const part of rest) {
    const found = OF[`${primary}-${part}`];
    if (found) return found;
  }
  return OF[primary] ?? ENGLISH;
}
