/** What is put in the place of what was found. */
import type { Match } from './query.ts';

export interface Replacement {
  readonly text: string;
  /** Of a pattern, `$1` is what its first group matched, `$<name>` a named one, `$&` all, `$$` a dollar sign. */
  readonly pattern: boolean;
  /** Capitals are put where what was found has them. */
  readonly keepCase: boolean;
}

/** @param found the words of the match */
export function replacementFor(
  match: Match,
  found: string,
  { text, pattern, keepCase }: Replacement,
): string {
  const words = pattern ? expand(text, match, found) : text;
  return keepCase ? inCaseOf(found, words) : words;
}

function expand(text: string, { groups = [], named }: Match, found: string): string {
  return text.replace(
    /\$(?:(\$)|(&)|<([^>]*)>|(\d{1,2}))/g,
    (
      all,
      dollar: string | undefined,
      whole: string | undefined,
      name: string | undefined,
      digits: string,
    ) => {
      if (dollar !== undefined) return '$';
      if (whole !== undefined) return found;
      if (name !== undefined) return named && name in named ? (named[name] ?? '') : all;
      const two = Number(digits);
      if (two >= 1 && two <= groups.length) return groups[two - 1] ?? '';
      // "$12" where there is no twelfth group: the first one, and a 2.
      const one = Number(digits[0]);
      return digits.length === 2 && one >= 1 && one <= groups.length
        ? (groups[one - 1] ?? '') + digits[1]
        : all;
    },
  );
}

/** The words in capitals, or with a capital first, where those found are. */
function inCaseOf(found: string, words: string): string {
  const letters = found.match(/\p{L}/gu) ?? [];
  const [first, ...rest] = letters;
  if (first === undefined) return words;
  const isCapital = (letter: string) => letter !== letter.toLowerCase();
  const isSmall = (letter: string) => letter !== letter.toUpperCase();
  if (letters.length > 1 && letters.every(isCapital)) return words.toUpperCase();
  if (!isCapital(first) || !rest.every(isSmall)) return words;
  return words.replace(/\p{L}/u, (letter) => letter.toUpperCase());
}
