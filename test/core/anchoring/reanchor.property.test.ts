import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quoteOf } from '../../../core/text/quote-of.ts';
import { normalRanges } from '../../../core/anchoring/map-anchors.ts';
import { reanchor } from '../../../core/anchoring/reanchor.ts';
import type { Highlight } from '../../../core/document/letter.ts';
import { areSound } from '../../../core/storage/check-highlights.ts';
import { paragraph, type RichText } from '../../../core/text/block.ts';
import {
  blockText,
  offsetToPosition,
  positionToOffset,
  canonicalText,
} from '../../../core/text/canonical.ts';

const WORDS =
  'the a of library lamp oil keeper Thursday reading room roof leaks board says almanac penny winter closed open'.split(
    ' ',
  );
const sentence = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 12 })
  .map((words) => `${words.join(' ')}.`);
const texts = fc.array(fc.oneof({ weight: 8, arbitrary: sentence }, fc.constant('')), { maxLength: 6 });

interface Change {
  readonly kind: 'words' | 'cut' | 'add' | 'move' | 'split' | 'join' | 'curl';
  readonly a: number;
  readonly b: number;
  readonly words: string;
}
const changes = fc.array(
  fc.record({
    kind: fc.constantFrom<Change['kind']>('words', 'cut', 'add', 'move', 'split', 'join', 'curl'),
    a: fc.nat(50),
    b: fc.nat(50),
    words: sentence,
  }),
  { maxLength: 5 },
);

function changed(list: readonly string[], { kind, a, b, words }: Change): readonly string[] {
  const at = list.length === 0 ? 0 : a % list.length;
  const text = list[at] ?? '';
  const middle = b % (text.length + 1);
  switch (kind) {
    case 'words':
      return list.with(
        at,
        text.slice(0, middle) + words + text.slice(Math.min(text.length, middle + (b % 9))),
      );
    case 'cut':
      return list.toSpliced(at, 1);
    case 'add':
      return list.toSpliced(at, 0, words);
    case 'move':
      return list.toSpliced(at, 1).toSpliced(b % list.length, 0, text);
    case 'split':
      return list.toSpliced(at, 1, text.slice(0, middle), text.slice(middle));
    case 'join':
      return list.toSpliced(at, 2, `${text} ${list[at + 1] ?? ''}`);
    case 'curl':
      return list.with(at, text.replaceAll(' the ', ' “the” '));
  }
}

const blocksOf = (prefix: string, list: readonly string[]): RichText =>
  list.map((text, i) => paragraph(`${prefix}${i}`, text));

const drawn = fc.array(fc.tuple(fc.nat(200), fc.nat(60)), { minLength: 1, maxLength: 3 });

function highlightOf(
  id: string,
  blocks: RichText,
  places: readonly (readonly [number, number])[],
): Highlight | undefined {
  const length = canonicalText(blocks).length;
  const ranges = normalRanges(
    blocks,
    places.flatMap(([from, size]) => {
      const start = offsetToPosition(blocks, from % (length + 1));
      const end = offsetToPosition(blocks, Math.min(length, (from % (length + 1)) + size));
      return start && end ? [{ start, end }] : [];
    }),
  );
  const quote = quoteOf(blocks, ranges);
  return quote === '' ? undefined : { id, letter: 'l', ranges, quote, category: 'c', note: '' };
}

/** Every place at which the words stand. */
function placesOf(text: string, words: string): readonly number[] {
  const places: number[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) places.push(at);
  return places;
}

interface Version {
  readonly before: RichText;
  readonly after: RichText;
  readonly highlights: readonly Highlight[];
}
const versions: fc.Arbitrary<Version> = fc
  .tuple(texts, changes, fc.array(drawn, { maxLength: 4 }))
  .map(([list, steps, places]) => {
    const before = blocksOf('b', list);
    let now: readonly string[] = list;
    for (const step of steps) if (now.length > 0 || step.kind === 'add') now = changed(now, step);
    const highlights = places.flatMap((each, i) => highlightOf(`h${i}`, before, each) ?? []);
    return { before, after: blocksOf('n', now), highlights };
  });

describe('passages found again in a new version', () => {
  it('are all there, within the text, and say what the text says (N1, N5, N6)', () => {
    fc.assert(
      fc.property(versions, ({ before, after, highlights }) => {
        const found = reanchor(before, after, highlights);
        expect(found.map(({ highlight }) => highlight)).toEqual(highlights.map(({ id }) => id));
        found.forEach(({ outcome, ranges, quote, oldQuote, confidence }, i) => {
          expect(oldQuote).toBe(highlights[i]?.quote);
          expect(areSound(after, ranges)).toBe(true);
          expect(normalRanges(after, ranges)).toEqual(ranges);
          const words = quoteOf(after, ranges);
          if (outcome === 'missing') expect([words, quote, confidence]).toEqual(['', oldQuote, 0]);
          else expect(words).toBe(quote);
          if (outcome === 'exact') expect([quote, confidence]).toEqual([oldQuote, 1]);
          expect(confidence).toBeGreaterThanOrEqual(0);
          expect(confidence).toBeLessThanOrEqual(1);
          if (outcome === 'changed') expect(confidence).toBeGreaterThan(0);
        });
      }),
      { numRuns: 600 },
    );
  });

  it('are where a search of every place finds their words, if that is one place before and after (N3, N4)', () => {
    let judged = 0;
    fc.assert(
      fc.property(versions, ({ before, after, highlights }) => {
        const [old, now] = [canonicalText(before), canonicalText(after)];
        reanchor(before, after, highlights).forEach(({ outcome, ranges, quote }, i) => {
          const { ranges: given = [], quote: words = '' } = highlights[i] ?? {};
          const range = given[0];
          // Long enough not to be a phrase that may stand anywhere, and within one paragraph.
          if (!range || given.length > 1 || range.start.block !== range.end.block || words.length < 32)
            return;
          const places = placesOf(now, words);
          if (placesOf(old, words).length !== 1 || places.length !== 1) return;
          judged++;
          expect(['exact', 'moved']).toContain(outcome);
          expect(quote).toBe(words);
          expect(ranges.map(({ start }) => positionToOffset(after, start))).toEqual(places);
        });
      }),
      { numRuns: 1500 },
    );
    expect(judged).toBeGreaterThan(100);
  });

  it('of a text that is the same are where they were (N3)', () => {
    fc.assert(
      fc.property(versions, ({ before, highlights }) => {
        const copy = blocksOf('n', before.map(blockText));
        for (const { outcome, ranges, highlight } of reanchor(before, copy, highlights)) {
          expect(outcome).toBe('exact');
          const given = highlights.find(({ id }) => id === highlight)?.ranges ?? [];
          expect(JSON.stringify(ranges).replaceAll('"n', '"b')).toBe(JSON.stringify(given));
        }
      }),
    );
  });
});
