/**
 * Compares a quotation with the letters. The rules, which the tests cite:
 *
 * V1. `exact`: the words stand in a letter as they are quoted; what is left out is marked […].
 * V2. `typographic`: they do but for what fold.ts folds, the case of a first letter, a stop or comma before the
 *     closing mark, and words in brackets: insertions, [sic], (emphasis added).
 * V3. `differs`: a passage comes near, and the difference tells what each has that the other hasn't. Of a quotation
 *     with omissions each part is judged by itself.
 * V4. `not-found`: nothing in the letters comes near.
 */
import { offsetToPosition, positionToOffset, rangeText, type TextRange } from '../text/canonical.ts';
import { hunksBetween, wordHunks } from './hunks.ts';
import { nearestPassage, type DifferencePart, type NearestPassage } from './nearest.ts';
import { findQuote, haystackOf, type FoundQuote, type SearchHint, type Searched } from './quote-search.ts';

export const VERDICTS = ['exact', 'typographic', 'differs', 'not-found'] as const;
export type Verdict = (typeof VERDICTS)[number];

export interface Comparison {
  readonly verdict: Verdict;
  /** Id of the letter in which the words stand, or the nearest ones. */
  readonly letter?: string;
  readonly ranges: readonly TextRange[];
  /** The letter's wording, to stand in the quotation's place; marks of omission kept. Empty for `not-found`. */
  readonly wording: string;
  /** From 1 down to 0. */
  readonly likeness: number;
  /**
   * From the letter's wording to the quotation, letter by letter. What is `same` and `quotation` makes the
   * quotation, `same` and `letter` the wording. Empty for `exact` and `not-found`.
   */
  readonly difference: readonly DifferencePart[];
}

const OMISSION = /(\s*[[(]\s*(?:…|\.\s?\.\s?\.)\s*[\])]\s*)/;
/** A stop or comma that belongs to the sentence around the quotation. */
const STOP = /[.,;:!?]+$/;
/** Words fewer than {@link FEW_WORDS} have to come nearer to count as misquoted: they could be anything. */
const NEAR = 0.6;
const NEAR_FOR_FEW = 0.75;
const FEW_WORDS = 8;

/** @param quotation Without the marks around it. */
export function checkQuotation(
  letters: readonly Searched[],
  quotation: string,
  hint: SearchHint = {},
): Comparison {
  const whole = found(letters, quotation, hint);
  if (whole) return whole;
  const parts = quotation.split(OMISSION);
  if (parts.length > 1) return checkParts(letters, parts, hint);
  const nearest = nearestPassage(letters, quotation);
  const few = (quotation.match(/[\p{L}\p{N}]+/gu) ?? []).length < FEW_WORDS;
  if (!nearest || nearest.likeness < (few ? NEAR_FOR_FEW : NEAR)) return notFound(nearest?.likeness);
  const { range, text } = widened(letters, nearest, quotation);
  return {
    verdict: 'differs',
    letter: nearest.letter,
    ranges: [range],
    wording: text,
    likeness: nearest.likeness,
    difference: differenceByLetter(text, quotation),
  };
}

/** Units on either side of the nearest passage in which the quotation's first or last word may stand. */
const MARGIN = 24;

/** The passage from the quotation's first word to its last, where these stand close by. */
function widened(
  letters: readonly Searched[],
  { letter, range, text }: NearestPassage,
  quotation: string,
): { readonly range: TextRange; readonly text: string } {
  const blocks = letters.find(({ id }) => id === letter)?.blocks ?? [];
  const whole = haystackOf(blocks).text;
  const from = positionToOffset(blocks, range.start) ?? 0;
  const to = positionToOffset(blocks, range.end) ?? from;
  const [near, far] = [Math.max(0, from - MARGIN), Math.min(whole.length, to + MARGIN)];
  const hunks = wordHunks(whole.slice(near, far), quotation);
  const [first, last] = [hunks[0], hunks.at(-1)];
  const size = far - near;
  // A hunk at an end that takes nothing from the quotation lies outside of it; one that does leaves that end open.
  const newFrom = !first || first.from > 0 ? near : first.newTo === 0 ? near + first.to : from;
  const newTo = !last || last.to < size ? far : last.newFrom === quotation.length ? near + last.from : to;
  const start = offsetToPosition(blocks, Math.min(from, newFrom));
  const end = offsetToPosition(blocks, Math.max(to, newTo));
  if (!start || !end) return { range, text };
  return { range: { start, end }, text: rangeText(blocks, { start, end }) };
}

function found(letters: readonly Searched[], quotation: string, hint: SearchHint): Comparison | undefined {
  const at = findQuote(letters, quotation, hint);
  if (at) return asFound(at, quotation, at.exactness);
  const stopped = quotation.trimEnd();
  const bare = stopped.replace(STOP, '');
  if (bare === stopped || bare === '') return undefined;
  const without = findQuote(letters, bare, hint);
  return without && asFound(without, quotation, 'typographic');
}

function asFound(
  { letter, ranges, text }: FoundQuote,
  quotation: string,
  verdict: FoundQuote['exactness'],
): Comparison {
  const difference = verdict === 'exact' ? [] : differenceByLetter(text, quotation);
  return { verdict, letter, ranges, wording: text, likeness: 1, difference };
}

function notFound(likeness = 0): Comparison {
  return { verdict: 'not-found', ranges: [], wording: '', likeness, difference: [] };
}

/** @param parts The quotation's parts by turns with the marks of omission between them. */
function checkParts(letters: readonly Searched[], parts: readonly string[], hint: SearchHint): Comparison {
  const judged = parts.map((part, i) =>
    i % 2 === 1 || part.trim() === '' ? undefined : checkQuotation(letters, part, hint),
  );
  const known = judged.filter((each) => each !== undefined);
  const letter = known.find((each) => each.letter !== undefined)?.letter;
  // Not one part near, or the parts of different letters: then it is no quotation of this one.
  const strange = known.every(({ verdict }) => verdict === 'not-found');
  if (strange || letter === undefined) return notFound();
  const difference = parts.flatMap((part, i): readonly DifferencePart[] => {
    const one = judged[i];
    if (!one || one.verdict === 'exact') return part === '' ? [] : [{ kind: 'same', text: part }];
    return one.verdict === 'not-found' ? [{ kind: 'quotation', text: part }] : one.difference;
  });
  const likeness = known.reduce((sum, each) => sum + each.likeness, 0) / known.length;
  return {
    // All parts are there, yet not in one letter or not in this order.
    verdict: 'differs',
    letter,
    ranges: known.filter((each) => each.letter === letter).flatMap(({ ranges }) => ranges),
    wording: textOf(difference, 'letter'),
    likeness,
    difference,
  };
}

export function differenceByLetter(letter: string, quotation: string): readonly DifferencePart[] {
  const parts: DifferencePart[] = [];
  const add = (kind: DifferencePart['kind'], text: string) => {
    if (text !== '') parts.push({ kind, text });
  };
  let at = 0;
  for (const { from, to, newFrom, newTo } of hunksBetween(letter, quotation)) {
    add('same', letter.slice(at, from));
    add('letter', letter.slice(from, to));
    add('quotation', quotation.slice(newFrom, newTo));
    at = to;
  }
  add('same', letter.slice(at));
  return parts;
}

function textOf(difference: readonly DifferencePart[], side: 'letter' | 'quotation'): string {
  return difference.map(({ kind, text }) => (kind === 'same' || kind === side ? text : '')).join('');
}
