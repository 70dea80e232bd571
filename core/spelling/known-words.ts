/** Words that are right because the writer says so. */
import type { IgnoredWord } from '../document/project.ts';
import type { BlockId } from '../text/block.ts';
import { plainWord } from './words.ts';

const small = (word: string) => word.toLowerCase();

/**
 * Whether a word is among those that were added: as it was added, with a capital where a sentence begins with it, or
 * in capitals. One that was added with a capital isn't right without.
 */
export function knownWords(...lists: readonly (readonly string[])[]): (word: string) => boolean {
  const words = new Set(lists.flat().map(plainWord));
  return (given) => {
    // The name's own word is right with its case, too.
    const word = plainWord(given).replace(/'s$/, '');
    if (words.has(word) || words.has(plainWord(given))) return true;
    const first = word.slice(0, 1);
    return first !== small(first) && (words.has(small(first) + word.slice(1)) || words.has(small(word)));
  };
}

/** A list with a word more, in the order of the alphabet; the same list if it has it. */
export function withWord(words: readonly string[], word: string): readonly string[] {
  const plain = plainWord(word);
  return words.includes(plain) ? words : [...words, plain].sort((a, b) => a.localeCompare(b, 'en'));
}

/** Whether a word is left alone in a block. */
export function plainIgnored(ignored: readonly IgnoredWord[]): (block: BlockId, word: string) => boolean {
  const words = new Set(ignored.map(({ block, word }) => `${block} ${plainWord(word)}`));
  return (block, word) => words.has(`${block} ${plainWord(word)}`);
}
