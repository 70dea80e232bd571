/**
 * The paragraphs of a letter, found by their number or by words that they hold: "A1 12", "letter a1, ¶ 12",
 * "A1 roof leak". Only one letter is looked through, and only once its code has been typed.
 */
import { byIdentity } from '../derived/remember.ts';
import { paragraphNumbers } from '../derived/source-line.ts';
import type { Letter } from '../document/letter.ts';
import type { Block } from '../text/block.ts';
import { blockText } from '../text/canonical.ts';
import { bareLetters } from '../text/fold-letters.ts';

/** What was typed: a letter, and what is wanted of it. */
export interface ParagraphQuery {
  readonly letter: Letter;
  /** The number of a paragraph, as typed; else words, folded, at least one. */
  readonly wanted: { readonly number: string } | { readonly words: readonly string[] };
}

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
const WORDS = /[\p{L}\p{N}]+/gu;
/** After a code: what parts it from the rest, with the sign of a paragraph. */
const PARTED = /^(?:[\s,.:;]*[¶§][\s.]*|[\s,.:;]+)(.+)$/su;

/**
 * @param named how letters are called, with `{code}`: "Letter {code}"
 * @returns undefined when no code of a letter begins it, or nothing follows that
 */
export function paragraphQuery(
  letters: readonly Letter[],
  typed: string,
  named: string,
): ParagraphQuery | undefined {
  const text = bareLetters(typed.trim());
  const before = bareLetters(named.slice(0, named.indexOf('{code}')));
  const bare = before !== '' && text.startsWith(before) ? text.slice(before.length) : text;
  let found: ParagraphQuery | undefined;
  let longest = 0;
  for (const letter of letters) {
    const code = bareLetters(letter.code);
    if (code.length <= longest || !bare.startsWith(code)) continue;
    const rest = PARTED.exec(bare.slice(code.length))?.[1] ?? '';
    const words = rest.match(WORDS);
    if (!words) continue;
    longest = code.length;
    const [only = '', ...others] = words;
    const isNumber = others.length === 0 && /^\d{1,9}$/.test(only);
    found = { letter, wanted: isNumber ? { number: only } : { words } };
  }
  return found;
}

const folded = byIdentity((block: Block): string => bareLetters(blockText(block)));

/** Whether a word of the text begins with `word`; both folded. */
function hasWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
    if (at === 0 || !LETTER_OR_DIGIT.test(text.charAt(at - 1))) return true;
  return false;
}

/** Blocks that are looked at between two breaths. */
const SLICE = 400;

/**
 * The paragraphs asked for, in the order of the letter: of a number the one that has it, then those whose numbers
 * begin so. `undefined` now and then, so that whoever asks may put off the rest of a long letter.
 */
export function* paragraphsFound({
  letter: { blocks },
  wanted,
}: ParagraphQuery): Iterable<Block | undefined> {
  const numbers = paragraphNumbers(blocks);
  const is = (block: Block, fits: (number: string) => boolean): boolean => {
    const number = numbers.get(block.id);
    return number !== undefined && fits(String(number));
  };
  if ('number' in wanted) {
    const { number } = wanted;
    const exact = blocks.find((block) => is(block, (other) => other === number));
    if (exact) yield exact;
    for (const block of blocks)
      if (is(block, (other) => other !== number && other.startsWith(number))) yield block;
    return;
  }
  for (const [i, block] of blocks.entries()) {
    if (i > 0 && i % SLICE === 0) yield undefined;
    if (numbers.has(block.id) && wanted.words.every((word) => hasWord(folded(block), word))) yield block;
  }
}
