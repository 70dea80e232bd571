/** How many of each letter's sentences are answered, waived, open or untouched. */
import type { BlockId, RichText } from '../text/block.ts';
import { textIndex } from '../text/canonical.ts';
import type { Highlight, Letter } from '../document/letter.ts';
import type { Project } from '../document/project.ts';
import { highlightsByLetter } from './passages.ts';
import { byIdentity, byParts } from './remember.ts';
import { PARTLY, sentenceStates, type SentenceStates } from './sentence-states.ts';
import { sentences } from './sentences.ts';
import { STATES, touchedBlocks, type BlockIntervals, type CoverageState, type Touched } from './touched.ts';
import { highlightStates, type HighlightState } from './usage.ts';

type States = ReadonlyMap<string, HighlightState>;

export interface TouchedBlock {
  readonly intervals: BlockIntervals;
  /** Of its sentences, in their order. */
  readonly states: SentenceStates;
}

/** How the passages of a letter touch it, without its sentences: computed in no time, however long the letter is. */
export function touchedIn(project: Project, letter: Letter): Touched {
  const highlights = highlightsByLetter(project.highlights).get(letter.id) ?? [];
  return touchedText(letter.blocks)(highlights, highlightStates(project));
}

const touchedText = byIdentity((text: RichText) =>
  byParts((highlights: readonly Highlight[], states: States) => [highlights, states], touchedBlocks(text)),
);

export interface Coverage {
  /** The blocks that a highlight touches. The sentences of others are untouched. */
  readonly touched: ReadonlyMap<BlockId, TouchedBlock>;
  /** Sentences in each state. */
  readonly totals: Readonly<Record<CoverageState, number>>;
  /** Of the untouched ones, those of which a part is highlighted. */
  readonly partly: number;
  /** All sentences. */
  readonly count: number;
  /** Sentences answered or waived in a hundred, whole: 100 only when all are, 0 only when none is. */
  readonly percent: number;
}

const ofText = byIdentity((text: RichText) => {
  let last: Counted | undefined;
  return byParts(
    (touched: Touched, language: string) => [touched, language],
    (touched, language) => {
      last = count(text, touched, language, last?.language === language ? last : undefined);
      return last.coverage;
    },
  );
});

/**
 * The coverage of one of the project's letters. The same value (`===`) as long as it doesn't change. The first time
 * it takes as long as finding the sentences of the whole letter does; see `hasSentences`.
 */
export function coverage(project: Project, letter: Letter): Coverage {
  return ofText(letter.blocks)(touchedIn(project, letter), letter.language);
}

/** How many sentences stand before each block; one more entry holds the number of all. */
export function sentenceStarts(text: RichText, language: string): Uint32Array {
  return startsOf(text)(language);
}

const startsOf = byIdentity((text: RichText) =>
  byParts(
    (language: string) => [language],
    (language) => {
      const starts = new Uint32Array(text.length + 1);
      text.forEach((block, i) => {
        starts[i + 1] = (starts[i] ?? 0) + sentences(block, language).length / 2;
      });
      return starts;
    },
  ),
);

interface Counted {
  readonly language: string;
  readonly coverage: Coverage;
  /** Sentences by their entry of {@link SentenceStates}. */
  readonly found: readonly number[];
}

/** @param before a count of the same text and language: what is as it was then isn't counted again */
function count(text: RichText, intervalsOf: Touched, language: string, before: Counted | undefined): Counted {
  const { order } = textIndex(text);
  const known = before?.coverage.touched;
  const touched = new Map<BlockId, TouchedBlock>();
  const found = before ? [...before.found] : [0, 0, 0, 0, 0];
  const add = (states: SentenceStates, by: 1 | -1) => {
    for (const state of states) found[state] = (found[state] ?? 0) + by;
  };
  let kept = 0;
  for (const [id, intervals] of intervalsOf) {
    const old = known?.get(id);
    if (old) kept++;
    if (old?.intervals === intervals) {
      touched.set(id, old);
      continue;
    }
    if (old) add(old.states, -1);
    const block = text[order.get(id) ?? -1];
    if (!block) continue;
    const states = sentenceStates(block, language, intervals);
    touched.set(id, { intervals, states });
    add(states, 1);
  }
  if (known && kept < known.size) {
    for (const [id, { states }] of known) if (!intervalsOf.has(id)) add(states, -1);
  }
  const [, open = 0, waived = 0, answered = 0, partly = 0] = found;
  const all = sentenceStarts(text, language)[text.length] ?? 0;
  const coverage = {
    touched,
    totals: { answered, waived, open, untouched: all - answered - waived - open },
    partly,
    count: all,
    percent: percentOf(answered + waived, all),
  };
  return { language, coverage, found };
}

/** Whole; 100 only when it's all, 0 only when it's nothing. */
export function percentOf(part: number, whole: number): number {
  return part === 0 ? 0 : Math.max(1, Math.floor((part / whole) * 100));
}

/** @param state an entry of {@link SentenceStates} */
export function stateName(state: number): CoverageState {
  return state === PARTLY ? 'untouched' : (STATES[state] ?? 'untouched');
}
