/**
 * The words of a text whose spelling is looked at. Not those of block quotations and code, of links and addresses,
 * with digits, in capitals (they are abbreviations), single letters, and those of another script than the
 * dictionary's.
 */
import type { Block } from '../text/block.ts';
import { partsOf, spansOf, type TextPart } from '../text/parts.ts';
import { lettersOf, type DictionaryId } from './dictionaries.ts';

export interface CheckedWord {
  /** UTF-16 units of the part's text, half-open. */
  readonly from: number;
  readonly to: number;
  /** As a dictionary has it: with straight apostrophes, without what can't be seen. */
  readonly word: string;
  /** The word with those that hyphens join to it, which may be right where the word alone isn't. */
  readonly joined?: string;
}

/** UTF-16 units; what is longer is no word that a dictionary has. */
const LONGEST = 64;
const ADDRESS = /\S*(?:@|:\/\/|\bwww\.)\S*/gu;
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]/gu;
const JOINED = /[\p{L}\p{M}\p{N}'’]+(?:[-‐‑][\p{L}\p{M}\p{N}'’]+)*[-‐‑]?/uy;
const segmenters = new Map<string, Intl.Segmenter>();

function segmenterOf(language: string): Intl.Segmenter {
  let segmenter = segmenters.get(language);
  if (!segmenter)
    segmenters.set(language, (segmenter = new Intl.Segmenter(language, { granularity: 'word' })));
  return segmenter;
}

/** As dictionaries and lists of words have it. */
export function plainWord(word: string): string {
  return word.replace(INVISIBLE, '').replace(/[’ʼ‘]/g, "'").normalize('NFC');
}

function isLooked(word: string, letters: RegExp): boolean {
  if (word.length < 2 || word.length > LONGEST || /[\p{N}_.]/u.test(word) || !/\p{L}/u.test(word))
    return false;
  return letters.test(word) && word !== word.toUpperCase();
}

/** The words of one part of a block. */
function wordsIn(block: Block, part: TextPart, dictionary: DictionaryId): readonly CheckedWord[] {
  const letters = lettersOf(dictionary);
  const passed: { from: number; to: number }[] = spansOf(block, part.note).filter(
    ({ span }) => span.link !== undefined || span.marks?.includes('code'),
  );
  for (const { 0: address, index } of part.text.matchAll(ADDRESS))
    passed.push({ from: index, to: index + address.length });
  const words: CheckedWord[] = [];
  for (const { segment, index, isWordLike } of segmenterOf(dictionary).segment(part.text)) {
    if (!isWordLike) continue;
    const word = plainWord(segment);
    const to = index + segment.length;
    if (!isLooked(word, letters) || passed.some((each) => index < each.to && to > each.from)) continue;
    words.push({ from: index, to, word, ...joinedAt(part.text, index, to) });
  }
  return words;
}

function joinedAt(text: string, from: number, to: number): { readonly joined?: string } {
  if (!isHyphen(text[from - 1]) && !isHyphen(text[to])) return {};
  let start = from;
  while (start > 0 && /[\p{L}\p{M}\p{N}'’‐‑-]/u.test(text[start - 1] ?? '')) start--;
  while (isHyphen(text[start])) start++;
  JOINED.lastIndex = start;
  const joined = JOINED.exec(text)?.[0];
  return joined === undefined ? {} : { joined: plainWord(joined).replace(/[‐‑]/g, '-') };
}

const isHyphen = (character: string | undefined) => character !== undefined && '-‐‑'.includes(character);

export interface CheckedPart extends TextPart {
  readonly words: readonly CheckedWord[];
}

/** The parts of a block with words to be looked at. */
export function wordsToCheck(block: Block, dictionary: DictionaryId): readonly CheckedPart[] {
  const own = block.quoted === undefined && block.type !== 'preformatted';
  return partsOf(block)
    .filter(({ note }) => own || note !== undefined)
    .map((part) => ({ ...part, words: wordsIn(block, part, dictionary) }))
    .filter(({ words }) => words.length > 0);
}
