import type { TextFragment } from './annotation-selectors.ts';
import { fold } from './fold.ts';
import { lower } from './quotation.ts';

/**
 * The first place in the text that a text directive leads to: regardless of case, at borders of words, the context
 * right before and after, as the draft "URL Fragment Text Directives" has it; here regardless of typographic
 * differences too. UTF-16 units, half-open.
 */
export function findFragment(
  text: string,
  { prefix, start, end, suffix }: TextFragment,
): { readonly start: number; readonly end: number } | undefined {
  const folded = fold(text);
  const low = lower(folded.text);
  const plain = (words: string) => lower(fold(words.trim()).text);
  const before = prefix === undefined ? undefined : plain(prefix);
  const after = suffix === undefined ? undefined : plain(suffix);
  const first = plain(start);
  if (first === '') return undefined;
  for (let at = next(low, first, 0); at >= 0; at = next(low, first, at + 1)) {
    if (before !== undefined && !low.slice(0, at).trimEnd().endsWith(before)) continue;
    const begin = at + first.length;
    const found = end === undefined ? endsHere(low, begin, after) : endOf(low, plain(end), begin, after);
    if (found !== undefined) return { start: folded.startOf(at), end: folded.endOf(found) };
  }
  return undefined;
}

function endsHere(low: string, at: number, suffix: string | undefined): number | undefined {
  return suffix === undefined ||
    low
      .slice(at, at + suffix.length + 2)
      .trimStart()
      .startsWith(suffix)
    ? at
    : undefined;
}

function endOf(low: string, words: string, from: number, suffix: string | undefined): number | undefined {
  for (let at = next(low, words, from); at >= 0; at = next(low, words, at + 1)) {
    const end = endsHere(low, at + words.length, suffix);
    if (end !== undefined) return end;
  }
  return undefined;
}

const WORD = /[\p{L}\p{M}\p{N}]/u;

/** The next place of the words at which neither end cuts a word; -1 for none. */
function next(low: string, words: string, from: number): number {
  if (words === '') return -1;
  const cut = (at: number) => WORD.test(low[at - 1] ?? '') && WORD.test(low[at] ?? '');
  let at = low.indexOf(words, from);
  while (at >= 0 && (cut(at) || cut(at + words.length))) at = low.indexOf(words, at + 1);
  return at;
}
