/** What has become of each sentence of a block, by the highlights that touch it: rule D4 of core/SPEC.md. */
import type { Block } from '../text/block.ts';
import { blockText } from '../text/canonical.ts';
import { sentences } from './sentences.ts';
import { STATES, type BlockIntervals } from './touched.ts';

/** So many words side by side that no highlight touches are left over, in a sentence of which others are highlighted. */
export const LEFT_OVER = 3;

const LETTER = /[\p{L}\p{N}]/u;
/** Writing that doesn't part words by spaces: two letters count as a word. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/gu;
const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}\p{Pc}]*(?:['’.-][\p{L}\p{N}][\p{L}\p{M}\p{N}\p{Pc}]*)*/gu;
const IN_WORD_BEFORE = /[\p{L}\p{M}\p{N}]$/u;
const WORD_AT_START = /^[\p{L}\p{M}\p{N}]+/u;
const WORD_AT_END = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*$/u;

/** How many words stand in a stretch; half of them where letters of unspaced writing are odd. */
export function countWords(words: string): number {
  const unspaced = words.match(UNSPACED)?.length ?? 0;
  if (unspaced === 0) return words.match(WORD)?.length ?? 0;
  return unspaced / 2 + (words.replace(UNSPACED, ' ').match(WORD)?.length ?? 0);
}

const LEADING = /^[^\p{L}\p{N}\p{Ps}\p{Pi}"'¿¡]+/u;

/** A stretch without the parts of words that go on, highlighted, before or after it, and without what leads to words. */
function wholeWords(text: string, from: number, to: number, low: number, high: number): LeftOver {
  let [start, end] = [from, to];
  const isUnspaced = (near: string) => near.search(UNSPACED) >= 0;
  if (from > low && IN_WORD_BEFORE.test(text.slice(Math.max(low, from - 2), from))) {
    const cut = WORD_AT_START.exec(text.slice(from, to))?.[0] ?? '';
    if (!isUnspaced(cut)) start += cut.length;
  }
  if (to < high && WORD_AT_START.test(text.slice(to, Math.min(high, to + 2)))) {
    const cut = WORD_AT_END.exec(text.slice(start, to))?.[0] ?? '';
    if (!isUnspaced(cut)) end -= cut.length;
  }
  start += LEADING.exec(text.slice(start, end))?.[0].length ?? 0;
  return { from: start, to: start + text.slice(start, end).trimEnd().length };
}

export interface LeftOver {
  /** UTF-16 units of the block's text, half-open: whole words, with the marks after them. */
  readonly from: number;
  readonly to: number;
}

/** What of a sentence that highlights touch is left over: stretches of {@link LEFT_OVER} words or more, in order. */
export function leftOver(
  text: string,
  sentence: { readonly from: number; readonly to: number },
  intervals: BlockIntervals,
): readonly LeftOver[] {
  const found: LeftOver[] = [];
  for (const { from, to, state } of intervals) {
    const [low, high] = [Math.max(from, sentence.from), Math.min(to, sentence.to)];
    if (state !== 'untouched' || low >= high) continue;
    const words = wholeWords(text, low, high, sentence.from, sentence.to);
    if (countWords(text.slice(words.from, words.to)) >= LEFT_OVER) found.push(words);
  }
  return found;
}

/** Indexes into {@link STATES} by sentence; {@link PARTLY} is added to "untouched" where others of its words are highlighted. */
export type SentenceStates = Uint8Array;
export const PARTLY = 4;

function compute(block: Block, language: string, intervals: BlockIntervals): SentenceStates {
  const text = blockText(block);
  const bounds = sentences(block, language);
  const states = new Uint8Array(bounds.length / 2);
  let first = 0;
  for (let i = 0; i < states.length; i++) {
    const from = bounds[i * 2] as number;
    const to = bounds[i * 2 + 1] as number;
    while ((intervals[first]?.to ?? Infinity) <= from) first++;
    const touching = [];
    for (let at = first; (intervals[at]?.from ?? Infinity) < to; at++)
      touching.push(intervals[at] as BlockIntervals[number]);
    const has = [false, false, false, false];
    for (const each of touching) {
      if (LETTER.test(text.slice(Math.max(each.from, from), Math.min(each.to, to))))
        has[STATES.indexOf(each.state)] = true;
    }
    const touched = has[1] || has[2] || has[3];
    if (!touched) continue;
    if (has[0] && leftOver(text, { from, to }, touching).length > 0) states[i] = PARTLY;
    else states[i] = has[1] ? 1 : has[3] ? 3 : 2;
  }
  return states;
}

const known = new WeakMap<BlockIntervals, { readonly language: string; readonly value: SentenceStates }>();

/** Of a block that highlights touch; computed once for each value of its intervals. */
export function sentenceStates(block: Block, language: string, intervals: BlockIntervals): SentenceStates {
  const before = known.get(intervals);
  if (before?.language === language) return before.value;
  const value = compute(block, language, intervals);
  known.set(intervals, { language, value });
  return value;
}
