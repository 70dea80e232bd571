/** Where in a work, as people write it ("pp. 12–14", "ch. 3", "§ 4"), parted into what is counted and its number. */
import type { CitationItem, LocatorLabel } from './block.ts';

const WORDS: readonly (readonly [words: string, label: LocatorLabel])[] = [
  ['pages?|pp?|s|S', 'page'],
  ['chapters?|chaps?|ch', 'chapter'],
  ['sections?|secs?|§§?', 'section'],
  ['paragraphs?|paras?|par|¶¶?', 'paragraph'],
  ['parts?|pts?', 'part'],
  ['books?|bks?', 'book'],
  ['volumes?|vols?', 'volume'],
  ['issues?|numbers?|nos?|nr', 'issue'],
  ['lines?|ll?', 'line'],
  ['verses?|vv?', 'verse'],
  ['notes?|nn?', 'note'],
  ['figures?|figs?', 'figure'],
  ['folios?|fols?|ff?', 'folio'],
  ['columns?|cols?', 'column'],
  ['articles?|arts?', 'article'],
  ['appendix|appendices|apps?', 'appendix'],
];
const BEGINNINGS = WORDS.map(
  ([words, label]) => [new RegExp(`^(?:${words})(?:\\.\\s*|\\s+|(?<=[§¶]))(?=\\S)`, 'iu'), label] as const,
);

export interface Locator {
  readonly locator: string;
  /** Absent for pages, and where nothing says what is counted. */
  readonly label?: LocatorLabel;
}

export function parseLocator(written: string): Locator {
  const text = written.trim();
  for (const [beginning, label] of BEGINNINGS) {
    const word = beginning.exec(text)?.[0];
    if (!word) continue;
    const locator = text.slice(word.length).trim();
    return label === 'page' ? { locator } : { locator, label };
  }
  return { locator: text };
}

/** A number, in digits or Roman, with what may follow: "41", "12–14, 20", "iv", "41r", "3.2". */
const COUNTED = /^\p{L}{0,2}\.?(?:\d|[ivxlcdm]+(?![\p{L}]))/iu;

/**
 * A place in a work as it was written, as the fields of a citation. What counts nothing ("the preface") stands after
 * the work as it is: a locator would be printed as "p. the preface".
 */
export function locatorFields(
  written: string | undefined,
): Pick<CitationItem, 'locator' | 'label' | 'suffix'> {
  const text = written?.trim() ?? '';
  if (text === '') return {};
  const found = parseLocator(text);
  return COUNTED.test(found.locator) ? found : { suffix: `, ${text}` };
}
