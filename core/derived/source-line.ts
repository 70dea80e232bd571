/** Whose a passage is and where it stands, in words. */
import type { Block, BlockId, RichText } from '../text/block.ts';
import { blockText, rangeByBlock } from '../text/canonical.ts';
import type { Highlight, Letter } from '../document/letter.ts';
import { formatCslDate, isolated, lineOf, nameList, personName } from './locale.ts';
import { byIdentity } from './remember.ts';
import { sourceByPattern, sourcePattern, type SourceField } from './source-pattern.ts';

type Passage = Pick<Highlight, 'ranges'>;

/** What a reader counts as a paragraph: blocks of running text. */
const counts = (block: Block): boolean =>
  /\S/.test(blockText(block)) && !['heading', 'note', 'table', 'picture', 'rule'].includes(block.type);

/** Block id → its number among the letter's paragraphs, from 1. Headings, notes, tables and captions have none. */
export const paragraphNumbers = byIdentity((text: RichText): ReadonlyMap<BlockId, number> => {
  const numbers = new Map<BlockId, number>();
  for (const block of text) if (counts(block)) numbers.set(block.id, numbers.size + 1);
  return numbers;
});

const NO_BREAK = '\u00a0';

/** "¶ 6"; "¶¶ 6–8, 11" for a passage in several; '' when it stands in none. */
function paragraphsOf(text: RichText, { ranges }: Passage): string {
  const numbers = paragraphNumbers(text);
  const runs: { first: number; last: number }[] = [];
  for (const range of ranges) {
    for (const { block } of rangeByBlock(text, range)) {
      const number = numbers.get(block.id);
      const run = runs.at(-1);
      if (number === undefined || (run && number <= run.last)) continue;
      if (run && number === run.last + 1) run.last = number;
      else runs.push({ first: number, last: number });
    }
  }
  if (runs.length === 0) return '';
  const told = runs.map(({ first, last }) => (first === last ? `${first}` : `${first}–${last}`)).join(', ');
  return `${runs.length > 1 || runs[0]?.first !== runs[0]?.last ? '¶¶' : '¶'}${NO_BREAK}${told}`;
}

/** "p. 4", "pp. 4–6": the pages that a passage's blocks begin on, as printed; '' where the letter has none. */
function pagesOf(text: RichText, { ranges }: Passage, language: string): string {
  const blocks = ranges.flatMap((range) => rangeByBlock(text, range).map(({ block }) => block));
  const first = blocks[0]?.page;
  const last = blocks.at(-1)?.page;
  if (first === undefined || last === undefined) return '';
  if (first === last) return pageWord(first, language);
  return `${/^de\b/i.test(language) ? 'S.' : 'pp.'}${NO_BREAK}${first}–${last}`;
}

/** "p. 4" */
export const pageWord = (page: string, language: string): string =>
  `${/^de\b/i.test(language) ? 'S.' : 'p.'}${NO_BREAK}${page}`;

/** Where a passage stands: by its pages where the letter was read from pages, else by its paragraphs. */
export function placeOf(text: RichText, passage: Passage, language: string): string {
  return pagesOf(text, passage, language) || paragraphsOf(text, passage);
}

/** The authors of a letter: "Maud Ferris and Len Cottle". '' when unknown. */
export function letterAuthors({ item }: Letter, language: string): string {
  return nameList((item.author ?? []).map(personName), language);
}

/**
 * "Maud Ferris, Statement of the Council, 3 May 2026, ¶ 6": author, title, where it was published, date, place.
 * A letter of which nothing is known goes by its code.
 *
 * @param language BCP 47, of the words around the line: the publication's, not the letter's
 * @param pattern the writer's own, if there is one; what can't be read or says nothing gives the line above
 */
export function sourceLine(letter: Letter, passage: Passage, language: string, pattern?: string): string {
  const line = byPattern(letter, passage, language, pattern);
  if (line !== '') return line;
  const { item, blocks } = letter;
  const known = [
    letterAuthors(letter, language),
    item.title,
    item['container-title'],
    formatCslDate(item.issued, language),
  ].filter((part) => part?.trim());
  return lineOf(
    [...(known.length > 0 ? known : [letter.code]), placeOf(blocks, passage, language)],
    language,
  );
}

/** "A1, ¶ 9": for a further passage of the same letter. */
export function shortSourceLine(
  letter: Letter,
  passage: Passage,
  language: string,
  pattern?: string,
): string {
  const line = byPattern(letter, passage, language, pattern);
  if (line !== '') return line;
  return lineOf([letter.code, placeOf(letter.blocks, passage, language)], language);
}

function byPattern(letter: Letter, passage: Passage, language: string, pattern: string | undefined): string {
  const parsed = sourcePattern(pattern);
  if (!parsed) return '';
  return sourceByPattern(parsed, (field) => {
    const value = fieldValue(field, letter, passage, language).trim();
    return value === '' ? '' : isolated(value, language);
  });
}

function fieldValue(field: SourceField, letter: Letter, passage: Passage, language: string): string {
  const { item, blocks, code, addressee } = letter;
  switch (field) {
    case 'code':
      return code;
    case 'author':
      return letterAuthors(letter, language);
    case 'addressee':
      return addressee;
    case 'title':
      return item.title ?? '';
    case 'container':
      return item['container-title'] ?? '';
    case 'date':
      return formatCslDate(item.issued, language);
    case 'page':
      return pagesOf(blocks, passage, language);
    case 'paragraph':
      return paragraphsOf(blocks, passage);
    case 'place':
      return placeOf(blocks, passage, language);
  }
}

/** Words of a language that a letter's line needs. */
export interface LetterWords {
  /** "to {name}" */
  readonly addressedTo: string;
}

/** "Maud Ferris to the residents of Quillhaven, Harbour Gazette, 3 May 2026": all that is known but the title. */
export function letterAbout(letter: Letter, language: string, words: LetterWords): string {
  const { item } = letter;
  const addressee = letter.addressee.trim();
  const people = [
    letterAuthors(letter, language),
    addressee && words.addressedTo.replace('{name}', () => addressee),
  ];
  return lineOf(
    [
      people.filter(Boolean).join(' '),
      item['container-title'],
      item.publisher,
      formatCslDate(item.issued, language),
    ],
    language,
  );
}
