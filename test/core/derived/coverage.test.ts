import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RichText } from '../../../core/text/block.ts';
import {
  blockText,
  offsetToPosition,
  positionToOffset,
  canonicalText,
} from '../../../core/text/canonical.ts';
import type { Highlight } from '../../../core/document/letter.ts';
import { coverage, type CoverageState } from '../../../core/derived/coverage.ts';
import { highlight, letter, paragraphs, point, project, rangeOf, section } from './quillhaven.ts';

const RANK: readonly CoverageState[] = ['untouched', 'open', 'waived', 'answered'];
const answer = paragraphs('answer', 'Not so.');

/** `answered` is told by the id's first letter, so that a case can be written as a list of ranges. */
const projectOf = (blocks: RichText, highlights: readonly Highlight[]) => {
  const answered = highlights.filter(({ id }) => id.startsWith('a')).map(({ id }) => id);
  const of = letter('l', 'A1', blocks);
  return {
    whole: project({ letters: [of], highlights, sections: [section('s', [point('p', answered, answer)])] }),
    of,
  };
};

describe('coverage', () => {
  const blocks = paragraphs('b', 'The roof leaks', '', 'Sell the house');
  const of = letter('l', 'A1', blocks);
  const at = (id: string, words: string, more = {}) => highlight(id, of, [rangeOf(blocks, words)], more);

  it('tiles the touched blocks and tells the rest as untouched', () => {
    const { whole } = projectOf(blocks, [
      at('o1', 'leaks'),
      at('w1', 'roof leaks', { waived: { reason: '' } }),
    ]);
    const { blocks: covered, totals, answeredPercent } = coverage(whole, of);
    expect([...covered]).toEqual([
      [
        'b1',
        [
          { from: 0, to: 4, state: 'untouched' },
          { from: 4, to: 14, state: 'waived' },
        ],
      ],
    ]);
    expect(totals).toEqual({ answered: 0, waived: 10, open: 0, untouched: 18 });
    expect(answeredPercent).toBe(0);
  });

  it('says 100 only when all is answered, and 1 when a word is', () => {
    const all = highlight('a1', of, [
      { start: { block: 'b1', offset: 0 }, end: { block: 'b3', offset: 14 } },
    ]);
    expect(coverage(projectOf(blocks, [all]).whole, of).answeredPercent).toBe(100);
    const long = letter('l', 'A1', paragraphs('b', 'The '.repeat(500)));
    const word = highlight('a1', long, [
      { start: { block: 'b1', offset: 0 }, end: { block: 'b1', offset: 3 } },
    ]);
    expect(coverage(projectOf(long.blocks, [word]).whole, long).answeredPercent).toBe(1);
    expect(coverage(project(), letter('e', 'A1', [])).answeredPercent).toBe(0);
  });

  it('stays the same value while something else is edited', () => {
    const { whole } = projectOf(blocks, [at('a1', 'roof')]);
    const noted = {
      ...whole,
      highlights: whole.highlights.map((item) => ({ ...item, note: 'ask the builder' })),
    };
    expect(coverage(noted, of)).toBe(coverage(whole, of));
  });

  it('agrees with a count of characters, one by one', () => {
    const text = fc.array(fc.constantFrom('', ' ', 'a', 'roof', 'the old house', '---'), { maxLength: 6 });
    const mark = fc.record({
      kind: fc.constantFrom('a', 'o', 'w'),
      cuts: fc.array(fc.nat(40), { maxLength: 6 }),
    });
    fc.assert(
      fc.property(text, fc.array(mark, { maxLength: 8 }), (texts, marks) => {
        const blocks: RichText = texts.map((text, i) =>
          text === '---'
            ? { id: `b${i}`, type: 'rule' }
            : { id: `b${i}`, type: 'paragraph', content: [{ text }] },
        );
        const highlights = marks.map(({ kind, cuts }, i): Highlight => {
          const places = cuts
            .map((cut) => offsetToPosition(blocks, cut))
            .filter((place) => place !== undefined);
          places.sort((a, b) => positionToOffset(blocks, a)! - positionToOffset(blocks, b)!);
          const ranges = [];
          for (let j = 0; j + 1 < places.length; j += 2)
            ranges.push({ start: places[j]!, end: places[j + 1]! });
          return highlight(`${kind}${i}`, of, ranges, kind === 'w' ? { waived: { reason: '' } } : {});
        });
        const { whole, of: own } = projectOf(blocks, highlights);
        const found = coverage(whole, own);

        const ranks = [...canonicalText(blocks)].map(() => 0);
        for (const { id, ranges } of highlights) {
          const rank = id.startsWith('a') ? 3 : id.startsWith('w') ? 2 : 1;
          for (const { start, end } of ranges) {
            for (let i = positionToOffset(blocks, start)!; i < positionToOffset(blocks, end)!; i++) {
              ranks[i] = Math.max(ranks[i]!, rank);
            }
          }
        }
        const totals: Record<string, number> = { answered: 0, waived: 0, open: 0, untouched: 0 };
        for (const block of blocks) {
          const start = positionToOffset(blocks, { block: block.id, offset: 0 })!;
          const expected = [...blockText(block)].map((_, i) => RANK[ranks[start + i]!]!);
          if (blockText(block).trim() !== '') for (const state of expected) totals[state]! += 1;
          const tiles = found.blocks.get(block.id);
          if (!tiles) {
            expect(expected.every((state) => state === 'untouched')).toBe(true);
            continue;
          }
          expect(tiles.flatMap(({ from, to, state }) => Array<string>(to - from).fill(state))).toEqual(
            expected,
          );
          tiles.forEach((tile, i) => {
            expect(tile.from).toBe(tiles[i - 1]?.to ?? 0);
            expect(tile.state).not.toBe(tiles[i - 1]?.state);
          });
        }
        expect(found.totals).toEqual(totals);
      }),
      { numRuns: 500 },
    );
  });

  it('grows with the highlights and blocks, not with their product', () => {
    const blocks = paragraphs(
      'b',
      ...Array<string>(20_000).fill('The library of Quillhaven stands by the harbour wall.'),
    );
    const big = letter('l', 'A1', blocks);
    const highlights = Array.from({ length: 5000 }, (_, i) =>
      highlight(`${'aow'[i % 3]}${i}`, big, [
        {
          start: { block: `b${i * 4 + 1}`, offset: 4 },
          end: { block: `b${i * 4 + 1 + (i % 3)}`, offset: 30 },
        },
      ]),
    );
    const { whole } = projectOf(blocks, highlights);
    coverage(whole, big);
    const times = Array.from({ length: 7 }, (_, i) => {
      const moved = { ...whole, highlights: whole.highlights.slice(i + 1) };
      const began = performance.now();
      coverage(moved, big);
      return performance.now() - began;
    });
    // About 5 ms on an idle machine; the product, 10^8 steps, would take many times this bound.
    expect(Math.min(...times)).toBeLessThan(150);
  });
});
