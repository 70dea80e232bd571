/** Which of many things a few typed letters mean. Case and diacritics don't count. */
import { bareLetters } from '../../core/text/fold-letters.ts';

export interface Choice {
  readonly label: string;
  readonly detail: string;
  /** Other words by which it is found: "A1", "Ashgrove 2019". */
  readonly words?: string;
}

/** @param text folded */
const wordsOf = (text: string): readonly string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];

interface Folded {
  readonly label: string;
  readonly labelWords: readonly string[];
  readonly otherWords: readonly string[];
  readonly all: string;
}
const folded = new WeakMap<Choice, Folded>();

function foldedOf(choice: Choice): Folded {
  let found = folded.get(choice);
  if (!found) {
    const label = bareLetters(choice.label);
    const other = bareLetters(`${choice.detail} ${choice.words ?? ''}`);
    found = {
      label,
      labelWords: wordsOf(label),
      otherWords: wordsOf(other),
      all: `${label} ${other}`,
    };
    folded.set(choice, found);
  }
  return found;
}

/** 0 best; undefined where a word of the query is nowhere. */
function rankOf(choice: Choice, query: string, words: readonly string[]): number | undefined {
  const { label, labelWords, otherWords, all } = foldedOf(choice);
  if (label === query) return 0;
  if (label.startsWith(query)) return 1;
  let rank = 2;
  for (const word of words) {
    const begins = (other: string): boolean => other.startsWith(word);
    if (labelWords.some(begins)) continue;
    if (otherWords.some(begins)) rank = Math.max(rank, 3);
    else if (all.includes(word)) rank = 4;
    else return undefined;
  }
  return rank;
}

/** The choices that hold each word of the query, those before others that begin with it; else in their own order. */
export function rankChoices<C extends Choice>(choices: readonly C[], query: string): readonly C[] {
  const asked = bareLetters(query.trim());
  if (asked === '') return choices;
  const words = wordsOf(asked);
  if (words.length === 0) return [];
  return choices
    .map((choice, at) => ({ choice, at, rank: rankOf(choice, asked, words) }))
    .filter((ranked): ranked is typeof ranked & { rank: number } => ranked.rank !== undefined)
    .sort((a, b) => a.rank - b.rank || a.at - b.at)
    .map(({ choice }) => choice);
}
