/**
 * Compares a quotation with the letters. The rules, which the tests cite:
 *
 * V1. `exact`: the words stand in a letter as they are quoted; what is left out is marked […].
 * V2. `typographic`: they do but for what fold.ts folds, the case of a first letter, a stop or comma before the
 *     closing mark, and words in brackets: insertions, [sic], (emphasis added).
 * V3. `differs`: a passage comes near, and the difference tells what each has that the other hasn't, but for the case
 *     of the first letter, in which the wording follows the quotation. Of a quotation
 *     with omissions each part is judged by itself. Bracketed insertions, with what they replace, are no difference.
 * V4. `not-found`: nothing in the letters comes near.
 */
import { offsetToPosition, positionToOffset, rangeText, type TextRange } from '../text/canonical.ts';
import { hunksBetween, wordHunks } from './hunks.ts';
import { differenceOf, nearestPassage, type DifferencePart, type NearestPassage } from './nearest.ts';
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

const OMISSION = /(\s*[[(<⟨〔]\s*(?:…|\.\s?\.\s?\.)\s*[\])>⟩〕]\s*)/;
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
  const insertions = insertionsIn(quotation);
  if (insertions.length > 0) return checkWithout(letters, quotation, insertions, hint);
  const nearest = nearestPassage(letters, quotation);
  const few = (quotation.match(/[\p{L}\p{N}]+/gu) ?? []).length < FEW_WORDS;
  if (!nearest || nearest.likeness < (few ? NEAR_FOR_FEW : NEAR)) return notFound(nearest?.likeness);
  const { range, text } = widened(letters, nearest, quotation);
  const wording = withFirstLetterOf(quotation, text);
  return {
    verdict: 'differs',
    letter: nearest.letter,
    ranges: [range],
    wording,
    likeness: nearest.likeness,
    difference: differenceByLetter(wording, quotation),
  };
}

/** A letter at the very beginning takes the case that the quotation gave it. */
function withFirstLetterOf(quotation: string, wording: string): string {
  const [first = '', written = ''] = [wording.slice(0, 1), quotation.slice(0, 1)];
  return first !== written && first.toLowerCase() === written.toLowerCase()
    ? written + wording.slice(1)
    : wording;
}

interface Insertion {
  /** UTF-16 units of the quotation; a space that goes with it included. */
  readonly from: number;
  readonly to: number;
}

const INSERTED =
  /^\[[^[\]\n]{2,120}\]\s*|\s*(?:\[[^[\]\n]{1,120}\](?!\p{L})|〔[^〔〕\n]{1,120}〕|\((?:my |our )?(?:emphasis|italics)\b[^()\n]{0,40}\))/giu;

function insertionsIn(quotation: string): readonly Insertion[] {
  return Array.from(quotation.matchAll(INSERTED), ({ 0: words, index }) => ({
    from: index,
    to: index + words.length,
  }));
}

/** Judges the quotation without its insertions, and puts them back as what is the same on both sides. */
function checkWithout(
  letters: readonly Searched[],
  quotation: string,
  insertions: readonly Insertion[],
  hint: SearchHint,
): Comparison {
  let at = 0;
  let bare = '';
  /** Units of the bare quotation after which each is put back. */
  const places: { readonly at: number; readonly text: string }[] = [];
  for (const { from, to } of insertions) {
    bare += quotation.slice(at, from);
    places.push({ at: bare.length, text: quotation.slice(from, to) });
    at = to;
  }
  bare += quotation.slice(at);
  const compared = checkQuotation(letters, bare, hint);
  if (compared.verdict === 'not-found') return compared;
  const bareDifference: readonly DifferencePart[] =
    compared.verdict === 'exact' ? [{ kind: 'same', text: bare }] : compared.difference;
  const difference = withInsertions(bareDifference, places);
  const differs = compared.verdict === 'differs' && difference.some(({ kind }) => kind !== 'same');
  return {
    ...compared,
    verdict: differs ? 'differs' : 'typographic',
    wording: textOf(difference, 'letter'),
    difference,
  };
}

/** A difference with insertions put in; words of the letter that they stand for are no part of it. */
function withInsertions(
  difference: readonly DifferencePart[],
  places: readonly { readonly at: number; readonly text: string }[],
): readonly DifferencePart[] {
  const parts: DifferencePart[] = [];
  const left = [...places];
  let at = 0;
  difference.forEach((part, i) => {
    if (part.kind === 'letter') {
      const besides = [difference[i - 1], difference[i + 1]].some((each) => each?.kind === 'quotation');
      // Letter by letter, what is left out may be told a space sooner or later.
      const replaced = places.some((place) => Math.abs(place.at - at) <= 1);
      if (!replaced || besides) parts.push(part);
      return;
    }
    let rest = part.text;
    while (left[0] && left[0].at <= at + rest.length) {
      const { at: place, text } = left.shift() ?? { at, text: '' };
      const head = rest.slice(0, place - at);
      if (head !== '') parts.push({ ...part, text: head });
      parts.push({ kind: 'same', text });
      rest = rest.slice(head.length);
      at = place;
    }
    if (rest !== '') parts.push({ ...part, text: rest });
    at += rest.length;
  });
  parts.push(...left.map(({ text }): DifferencePart => ({ kind: 'same', text })));
  return parts;
}

/** Units beyond the nearest passage in which the quotation's first or last word is looked for. */
const MARGIN = 24;

/**
 * The passage with what the quotation's first and last words stand for: these words themselves where they are close
 * by in the same paragraph, or as many words more as the quotation has there.
 */
function widened(
  letters: readonly Searched[],
  { letter, range, text }: NearestPassage,
  quotation: string,
): { readonly range: TextRange; readonly text: string } {
  const hunks = wordHunks(text, quotation);
  const [first, last] = [hunks[0], hunks.at(-1)];
  const blocks = letters.find(({ id }) => id === letter)?.blocks ?? [];
  const whole = haystackOf(blocks).text;
  let from = positionToOffset(blocks, range.start) ?? 0;
  let to = positionToOffset(blocks, range.end) ?? from;
  if (last && last.newTo === quotation.length && last.to === text.length) {
    const words = wordsIn(quotation.slice(last.newFrom));
    const beyond = whole.slice(to, to + MARGIN * 4).split('\n')[0] ?? '';
    to += reach(beyond, words.at(-1), words.length - wordsIn(text.slice(last.from)).length);
  }
  if (first?.from === 0 && first.newFrom === 0) {
    const words = wordsIn(quotation.slice(0, first.newTo)).toReversed();
    const before =
      whole
        .slice(Math.max(0, from - MARGIN * 4), from)
        .split('\n')
        .at(-1) ?? '';
    const backwards = [...before].reverse().join('');
    const word = [...(words.at(-1) ?? '')].reverse().join('');
    from -= reach(backwards, word, words.length - wordsIn(text.slice(0, first.to)).length);
  }
  const start = offsetToPosition(blocks, from);
  const end = offsetToPosition(blocks, to);
  if (!start || !end) return { range, text };
  return { range: { start, end }, text: rangeText(blocks, { start, end }) };
}

const WORDS = /[\p{L}\p{M}\p{N}]+/gu;

function wordsIn(text: string): readonly string[] {
  return text.match(WORDS) ?? [];
}

/** Units of `beyond` up to the end of `word`, if it's near; else of so many words more. */
function reach(beyond: string, word: string | undefined, more: number): number {
  let count = 0;
  let counted = 0;
  for (const { 0: each, index } of beyond.matchAll(WORDS)) {
    const end = index + each.length;
    if (index <= MARGIN && each.toLowerCase() === word?.toLowerCase()) return end;
    if (++count === more) counted = end;
  }
  return counted;
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

export const differenceByLetter = (letter: string, quotation: string): readonly DifferencePart[] =>
  differenceOf(letter, quotation, hunksBetween);

function textOf(difference: readonly DifferencePart[], side: 'letter' | 'quotation'): string {
  return difference.map(({ kind, text }) => (kind === 'same' || kind === side ? text : '')).join('');
}
