/** How long it takes to find 5,000 passages again in a new version of a letter of a million words. */
import { reanchor, type ReanchorOutcome } from '../../core/anchoring/reanchor.ts';
import type { Highlight } from '../../core/document/letter.ts';
import { paragraph, type Block, type RichText } from '../../core/text/block.ts';
import { blockText } from '../../core/text/canonical.ts';

export interface ReanchorBench {
  readonly words: number;
  readonly highlights: number;
  /** The fastest of five runs, nothing remembered between them. */
  readonly milliseconds: number;
  readonly outcomes: Readonly<Record<ReanchorOutcome, number>>;
}

/** The most that {@link benchReanchor} may take. */
export const REANCHOR_LIMIT = 250;

const STEMS =
  'library reading room Thursday lamp oil keeper almanac shelf reader board treasurer ledger window roof ' +
  'catalogue harbour lighthouse minutes petition candle stair bell winter penny borrow return mend open close';

/** Numbers from 0 to below 1, the same ones each time. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function prose(next: () => number): () => string {
  const stems = STEMS.split(' ');
  const vocabulary = Array.from({ length: 8000 }, (_, i) => `${stems[i % stems.length]}${i.toString(36)}`);
  return () => vocabulary[Math.floor(next() ** 2 * vocabulary.length)] ?? '';
}

function longLetter(paragraphs: number, next: () => number): RichText {
  const word = prose(next);
  return Array.from({ length: paragraphs }, (_, i) =>
    paragraph(`b${i}`, `${Array.from({ length: 50 }, word).join(' ')}.`),
  );
}

/** @param share Of the paragraphs: so many are edited in a word or two, and a tenth of that cut, added and moved. */
function newVersion(before: RichText, share: number, next: () => number): RichText {
  const word = prose(next);
  const after: Block[] = [];
  const moved: Block[] = [];
  before.forEach((block, i) => {
    const text = blockText(block);
    const draw = next();
    if (draw < share) {
      const words = text.split(' ');
      words.splice(Math.floor(next() * words.length), Math.floor(next() * 3), word());
      after.push(paragraph(`n${i}`, words.join(' ')));
    } else if (draw < share * 1.1) {
      after.push(
        paragraph(`n${i}`, text),
        paragraph(`n${i}-new`, Array.from({ length: 50 }, word).join(' ')),
      );
    } else if (draw < share * 1.2) {
      moved.push(paragraph(`n${i}`, text));
    } else if (draw >= share * 1.3) {
      after.push(paragraph(`n${i}`, text));
    }
  });
  for (const block of moved) after.splice(Math.floor(next() * after.length), 0, block);
  return after;
}

function highlightsIn(text: RichText, count: number, next: () => number): readonly Highlight[] {
  return Array.from({ length: count }, (_, i) => {
    const block = text[Math.floor(next() * text.length)] as Block;
    const words = blockText(block);
    const from = words.indexOf(' ', Math.floor((next() * words.length) / 2)) + 1;
    const to = Math.min(words.length, from + 40 + Math.floor(next() * 120));
    const range = { start: { block: block.id, offset: from }, end: { block: block.id, offset: to } };
    const quote = words.slice(from, to);
    return { id: `h${i}`, letter: 'letter', ranges: [range], quote, category: 'category-1', note: '' };
  });
}

/** @param share See {@link newVersion}. */
export function benchReanchor(paragraphs = 20_000, count = 5000, share = 0.05): ReanchorBench {
  const next = numbers(1907);
  const before = longLetter(paragraphs, next);
  const after = newVersion(before, share, next);
  const highlights = highlightsIn(before, count, next);
  const outcomes: Record<ReanchorOutcome, number> = { exact: 0, changed: 0, moved: 0, missing: 0 };
  let milliseconds = Infinity;
  for (let run = 0; run < 5; run++) {
    const [old, now] = [[...before], [...after]];
    const start = performance.now();
    const result = reanchor(old, now, highlights);
    milliseconds = Math.min(milliseconds, performance.now() - start);
    if (run === 0) for (const { outcome } of result) outcomes[outcome]++;
  }
  return { words: paragraphs * 50, highlights: count, milliseconds, outcomes };
}
