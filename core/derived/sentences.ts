/**
 * The sentences of a letter: what coverage counts. Borders are Unicode's (Intl.Segmenter, in the letter's language),
 * mended by the rules of sentence-rules.ts. No sentence crosses a block or a cell of a table; lines of an address end
 * one, lines of verse don't. What has no letter and no digit in it (spaces, ornaments) is no sentence.
 */
import type { Block } from '../text/block.ts';
import { blockText } from '../text/canonical.ts';
import { inlineLength } from '../text/inline.ts';
import { localeOf } from './locale.ts';
import { isNoBorder, sentenceRules, SIGHT } from './sentence-rules.ts';

/** Sentences in order, two entries each: first unit and the one after the last, UTF-16, without space around them. */
export type Sentences = Uint32Array;

const WORDS = /[\p{L}\p{N}]/u;
/** Where nothing of these stands within, there is one sentence at most, and no need to segment. */
const MAY_END = /[\p{Sentence_Terminal}…\n\r\u2028\u2029\u0085]/u;
/** Opening brackets and quotation marks, where no space parts them from the sentence before. */
const OPENING = /[\p{Ps}\p{Pi}]+$/u;

/**
 * V8 takes time in proportion to the whole text for each segment, so that a long block is segmented in pieces of
 * about this many units; the last sentence of a piece begins the next one.
 */
const PIECE = 2000;

const segmenters = new Map<string, Intl.Segmenter>();

function segmenterOf(language: string): Intl.Segmenter {
  let segmenter = segmenters.get(language);
  if (!segmenter) {
    segmenter = new Intl.Segmenter(localeOf(language), { granularity: 'sentence' });
    segmenters.set(language, segmenter);
  }
  return segmenter;
}

/** Where segments begin, but for the first; ascending, some at a time. */
function* borders(text: string, language: string): Generator<readonly number[]> {
  const segmenter = segmenterOf(language);
  let at = 0;
  let size = PIECE;
  while (at < text.length) {
    const piece = text.slice(at, at + size);
    const isLast = at + size >= text.length;
    const starts: number[] = [];
    for (const { index } of segmenter.segment(piece)) if (index > 0) starts.push(at + index);
    yield starts;
    if (isLast) return;
    const last = starts.at(-1);
    if (last === undefined) {
      size *= 2;
      continue;
    }
    at = last;
    size = PIECE;
  }
}

/** Adds the sentences of a stretch of a block's text, from the unit `from` on; pauses after each piece of it. */
function* addSentences(
  text: string,
  from: number,
  language: string,
  add: (from: number, to: number) => void,
): Generator<undefined, void> {
  const inner = text.trimEnd();
  if (!MAY_END.test(inner.slice(0, -1))) {
    if (WORDS.test(inner)) add(from + inner.length - inner.trimStart().length, from + inner.length);
    return;
  }
  const rules = sentenceRules(language);
  let start = 0;
  let first = true;
  const put = (end: number) => {
    const words = text.slice(start, end);
    // An ornament or a number by itself goes with what follows, unless a line ends there.
    if (!WORDS.test(words)) {
      if (/[\n\r]\s*$/.test(words)) start = end;
      return;
    }
    const trimmed = words.trimEnd();
    add(from + start + trimmed.length - trimmed.trimStart().length, from + start + trimmed.length);
    start = end;
    first = false;
  };
  for (const some of borders(inner, language)) {
    for (const border of some) {
      const before = inner.slice(Math.max(start, border - SIGHT), border);
      const at = border - (OPENING.exec(before)?.[0].length ?? 0);
      if (at <= start) continue;
      const seen = inner.slice(Math.max(start, at - SIGHT), at);
      const whole = at - SIGHT <= start;
      if (isNoBorder(rules, { first, before: seen, whole, after: inner.slice(at, at + SIGHT) })) continue;
      put(at);
    }
    yield;
  }
  put(inner.length);
}

function* compute(block: Block, language: string): Generator<undefined, Sentences> {
  const found: number[] = [];
  const add = (from: number, to: number) => void found.push(from, to);
  if (block.type === 'table') {
    let at = 0;
    for (const { content } of block.rows.flat()) {
      const length = inlineLength(content);
      yield* addSentences(blockText(block).slice(at, at + length), at, language, add);
      at += length + 1;
    }
  } else {
    const text = blockText(block);
    yield* addSentences(block.type === 'verse' ? text.replaceAll('\n', ' ') : text, 0, language, add);
  }
  return Uint32Array.from(found);
}

const known = new WeakMap<Block, { readonly language: string; readonly value: Sentences }>();

/** @param language BCP 47, of the letter. Computed once for each value of the block. */
export function sentences(block: Block, language: string): Sentences {
  const before = known.get(block);
  if (before?.language === language) return before.value;
  const steps = sentencesInSteps(block, language);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/** As `sentences`, which knows them at the end; pauses after each few thousand units of the block. */
export function* sentencesInSteps(block: Block, language: string): Generator<undefined, Sentences> {
  const value = yield* compute(block, language);
  known.set(block, { language, value });
  return value;
}

/** Whether `sentences` would answer from memory. */
export function hasSentences(block: Block, language: string): boolean {
  return known.get(block)?.language === language;
}
