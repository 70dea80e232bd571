/**
 * Coverage as the window shows it. The sentences of a very long letter take a second or more to find: that is done
 * in moments of rest, and until then its coverage isn't known. After an edit only the blocks that it touched are
 * looked at again.
 */
import { create } from 'zustand';
import { coverage, type Coverage } from '../../core/derived/coverage.ts';
import { hasSentences, sentences, sentencesInSteps } from '../../core/derived/sentences.ts';
import type { Letter } from '../../core/document/letter.ts';
import type { RichText } from '../../core/text/block.ts';
import { blockLength } from '../../core/text/canonical.ts';
import { useSettled } from './settled.ts';
import { app } from './store.ts';

/** UTF-16 units of new text that are looked at without waiting for rest: a few milliseconds. */
const AT_ONCE = 30_000;
/** Milliseconds of a moment of rest that are left to others. */
const MARGIN = 3;

/** Texts whose sentences are all known, with the language that they were found in. */
const known = new WeakMap<RichText, string>();

const useKnown = create<{ readonly round: number }>(() => ({ round: 0 }));

function isKnown({ blocks, language }: Letter): boolean {
  return known.get(blocks) === language;
}

interface Task {
  readonly letter: Letter;
  /** Of the block that is looked at, or is next. */
  at: number;
  /** What is left to do of it: a block may be as long as a book. */
  steps?: Generator<undefined, unknown> | undefined;
}

let waiting: Task[] = [];
let working = false;

/** Looks at a letter at once if little of it is new, else puts it aside for moments of rest. */
function take(letter: Letter): void {
  let units = 0;
  for (const block of letter.blocks) {
    if (hasSentences(block, letter.language)) continue;
    units += blockLength(block);
    if (units > AT_ONCE) {
      waiting.push({ letter, at: 0 });
      return;
    }
  }
  for (const block of letter.blocks) sentences(block, letter.language);
  known.set(letter.blocks, letter.language);
}

function work(deadline: IdleDeadline): void {
  for (let task = waiting[0]; task; task = waiting[0]) {
    const { blocks, language } = task.letter;
    for (let block = blocks[task.at]; block; block = blocks[++task.at]) {
      if (hasSentences(block, language)) continue;
      task.steps ??= sentencesInSteps(block, language);
      do {
        if (deadline.timeRemaining() < MARGIN) {
          requestIdleCallback(work);
          return;
        }
      } while (!task.steps.next().done);
      task.steps = undefined;
    }
    waiting.shift();
    known.set(blocks, language);
    useKnown.setState(({ round }) => ({ round: round + 1 }));
  }
  working = false;
}

/** Keeps the sentences of the project's letters known, those of the letter that is shown first. */
export function keepSentencesKnown(): void {
  useSettled.subscribe(({ project }, { project: before }) => {
    const letters = project?.letters ?? [];
    if (letters === before?.letters) return;
    waiting = [];
    const shown = app.get().letter;
    for (const letter of [...letters].sort((a, b) => Number(b.id === shown) - Number(a.id === shown)))
      if (!isKnown(letter)) take(letter);
    useKnown.setState(({ round }) => ({ round: round + 1 }));
    if (waiting.length === 0 || working) return;
    working = true;
    requestIdleCallback(work);
  });
}

/** Undefined until the letter's sentences are known. */
export function useCoverage(letter: Letter): Coverage | undefined {
  const ready = useKnown(() => isKnown(letter));
  return useSettled(({ project }) =>
    ready && project && isKnown(letter) ? coverage(project, letter) : undefined,
  );
}

/** Those letters of the project whose coverage is known. */
export function useKnownLetters(): readonly Letter[] {
  const letters = useSettled(({ project }) => project?.letters);
  useKnown(({ round }) => round);
  return letters?.filter(isKnown) ?? [];
}
