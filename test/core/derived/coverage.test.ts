import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RichText } from '../../../core/text/block.ts';
import {
  blockText,
  canonicalText,
  offsetToPosition,
  positionToOffset,
} from '../../../core/text/canonical.ts';
import type { Highlight } from '../../../core/document/letter.ts';
import { coverage, stateName } from '../../../core/derived/coverage.ts';
import { leftOver } from '../../../core/derived/sentence-states.ts';
import { sentences } from '../../../core/derived/sentences.ts';
import { STATES, type CoverageState } from '../../../core/derived/touched.ts';
import { highlight, letter, paragraphs, point, project, rangeOf, section } from './quillhaven.ts';

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

/** The state of each sentence of a paragraph of which these words are highlighted; "a:" answered, "w:" waived. */
function statesOf(text: string, ...marked: readonly string[]): readonly string[] {
  const blocks = paragraphs('b', text);
  const of = letter('l', 'A1', blocks);
  const highlights = marked.map((mark, i) => {
    const [kind, words] = mark.includes(':') ? [mark[0], mark.slice(2)] : ['o', mark];
    return highlight(
      `${kind}${i}`,
      of,
      [rangeOf(blocks, words)],
      kind === 'w' ? { waived: { reason: '' } } : {},
    );
  });
  const { whole, of: own } = projectOf(blocks, highlights);
  const states = coverage(whole, own).touched.get('b1')?.states;
  return states ? [...states].map((state) => (state === 4 ? 'partly' : stateName(state))) : [];
}

describe('coverage by sentences (D4)', () => {
  it.each([
    ['a sentence is answered when all of it is', ['a:The roof leaks badly.'], ['answered', 'untouched']],
    ['up to two words beside a passage go with it', ['a:roof leaks'], ['answered', 'untouched']],
    ['three words of the same sentence do not', ['a:We must sell'], ['untouched', 'partly']],
    ['what is waived and answered is answered', ['a:The roof', 'w:leaks badly'], ['answered', 'untouched']],
    ['what is open and answered is open', ['a:The roof', 'leaks badly'], ['open', 'untouched']],
    [
      'where passages overlap, answered counts',
      ['a:The roof leaks badly', 'roof'],
      ['answered', 'untouched'],
    ],
    ['and waived before open', ['w:The roof leaks badly', 'roof'], ['waived', 'untouched']],
    ['a passage over a border counts in both', ['a:badly. We must sell the old'], ['partly', 'answered']],
    ['a full stop alone touches nothing', ['a:.'], ['untouched', 'untouched']],
    ['a part of a word is no word left over', ['a:e roof leaks bad'], ['answered', 'untouched']],
  ])('%s', (_, marked, states) => {
    expect(statesOf('The roof leaks badly. We must sell the old house.', ...marked)).toEqual(states);
  });

  it('sees what is left over in writing without spaces', () => {
    const text = '屋根が漏れるから家を売るべきだ。';
    expect(statesOf(text, 'a:屋根が漏れる')).toEqual(['partly']);
    expect(statesOf(text, 'a:屋根が漏れるから家を売る')).toEqual(['answered']);
  });

  it('tells which words are left over', () => {
    const text = 'The roof leaks and we must, as all know, sell the old house.';
    const intervals = [
      { from: 0, to: 14, state: 'untouched' as const },
      { from: 14, to: 25, state: 'open' as const },
      { from: 25, to: text.length, state: 'untouched' as const },
    ];
    const found = leftOver(text, { from: 0, to: text.length }, intervals);
    expect(found.map(({ from, to }) => text.slice(from, to))).toEqual([
      'The roof leaks',
      'as all know, sell the old house.',
    ]);
  });

  it('counts sentences, says 100 only when all are answered or waived, and 1 when one is', () => {
    const blocks = paragraphs('b', 'The roof leaks. Who pays?', '* * *', '', 'Sell the house.');
    const of = letter('l', 'A1', blocks);
    const at = (id: string, words: string, more = {}) => highlight(id, of, [rangeOf(blocks, words)], more);
    const some = [at('a1', 'The roof leaks'), at('w1', 'Who pays', { waived: { reason: 'No matter' } })];
    const found = coverage(projectOf(blocks, some).whole, of);
    expect(found.totals).toEqual({ answered: 1, waived: 1, open: 0, untouched: 1 });
    expect([found.count, found.percent]).toEqual([3, 66]);
    const all = [...some, at('a2', 'Sell the house')];
    expect(coverage(projectOf(blocks, all).whole, of).percent).toBe(100);
    const long = letter('l', 'A1', paragraphs('b', 'The roof leaks. '.repeat(500)));
    const first = highlight('a1', long, [rangeOf(long.blocks, 'The roof leaks.')]);
    expect(coverage(projectOf(long.blocks, [first]).whole, long).percent).toBe(1);
    expect(coverage(project(), letter('e', 'A1', [])).percent).toBe(0);
  });

  it('stays the same value while something else is edited, and computes touched blocks only', () => {
    const blocks = paragraphs('b', 'The roof leaks.', 'Who pays?');
    const of = letter('l', 'A1', blocks);
    const roof = highlight('a1', of, [rangeOf(blocks, 'roof')]);
    const { whole } = projectOf(blocks, [roof]);
    const noted = { ...whole, highlights: whole.highlights.map((item) => ({ ...item, note: 'ask' })) };
    expect(coverage(noted, of)).toBe(coverage(whole, of));
    const more = {
      ...whole,
      highlights: [...whole.highlights, highlight('o1', of, [rangeOf(blocks, 'Who')])],
    };
    const [before, after] = [coverage(whole, of), coverage(more, of)];
    expect(after).not.toBe(before);
    expect(after.touched.get('b1')?.states).toBe(before.touched.get('b1')?.states);
    expect(after.touched.get('b1')?.intervals).toBe(before.touched.get('b1')?.intervals);
  });

  it('agrees with a count of characters and words, one by one', () => {
    const words = fc.constantFrom(
      'roof',
      'leaks',
      'a',
      'Mr.',
      'the',
      '7',
      '—',
      'pays?',
      'so.',
      'Who',
      ' ',
      '\n',
    );
    const text = fc.array(
      fc.array(words, { maxLength: 14 }).map((list) => list.join(' ')),
      { maxLength: 5 },
    );
    const mark = fc.record({
      kind: fc.constantFrom('a', 'o', 'w'),
      cuts: fc.array(fc.nat(160), { maxLength: 6 }),
    });
    fc.assert(
      fc.property(text, fc.array(mark, { maxLength: 8 }), (texts, marks) => {
        const blocks = paragraphs('b', ...texts);
        const of = letter('l', 'A1', blocks);
        const highlights = marks.map(({ kind, cuts }, i): Highlight => {
          const places = cuts.flatMap((cut) => offsetToPosition(blocks, cut) ?? []);
          places.sort((a, b) => positionToOffset(blocks, a)! - positionToOffset(blocks, b)!);
          const ranges = [];
          for (let j = 0; j + 1 < places.length; j += 2)
            ranges.push({ start: places[j]!, end: places[j + 1]! });
          return highlight(`${kind}${i}`, of, ranges, kind === 'w' ? { waived: { reason: '' } } : {});
        });
        const { whole, of: own } = projectOf(blocks, highlights);
        const found = coverage(whole, own);
        const ranks = bruteRanks(blocks, highlights);

        const totals: Record<CoverageState, number> = { answered: 0, waived: 0, open: 0, untouched: 0 };
        for (const block of blocks) {
          const start = positionToOffset(blocks, { block: block.id, offset: 0 })!;
          const own = ranks.slice(start, start + blockText(block).length);
          const touched = found.touched.get(block.id);
          expect(
            touched?.intervals.flatMap(({ from, to, state }) => Array(to - from).fill(state)) ?? [],
          ).toEqual(own.some((rank) => rank > 0) ? own.map((rank) => STATES[rank]) : []);
          const bounds = sentences(block, own ? 'en' : '');
          for (let i = 0; i < bounds.length; i += 2) {
            const [from, to] = [bounds[i]!, bounds[i + 1]!];
            const state = bruteState(blockText(block).slice(from, to), own.slice(from, to));
            totals[state] += 1;
            expect(touched ? stateName(touched.states[i / 2]!) : 'untouched').toBe(state);
          }
        }
        expect(found.totals).toEqual(totals);
      }),
      { numRuns: 300 },
    );
  });
});

it('counts on from what was counted before as it does anew', () => {
  const words = ['The roof leaks.', 'Who pays? Nobody said so.', 'We must sell the old house on the hill.'];
  const of = letter('l', 'A1', paragraphs('b', ...words));
  const length = canonicalText(of.blocks).length;
  const mark = fc.record({
    id: fc.constantFrom('a1', 'a2', 'o1', 'o2', 'w1', 'w2'),
    from: fc.nat(length),
    length: fc.nat(40),
    waived: fc.boolean(),
  });
  const marks = fc.uniqueArray(mark, { selector: ({ id }) => id, maxLength: 6 });
  fc.assert(
    fc.property(fc.array(marks, { minLength: 2, maxLength: 6 }), (steps) => {
      const asked = new Map<string, Highlight>();
      for (const step of steps) {
        const highlights = step.map(({ id, from, length: by, waived }) => {
          // What stays as it was is the same value, as in a project that is edited.
          const key = JSON.stringify([id, from, by, waived]);
          const start = offsetToPosition(of.blocks, from)!;
          const end = offsetToPosition(of.blocks, Math.min(length, from + by))!;
          const made =
            asked.get(key) ??
            highlight(
              id,
              of,
              [{ start, end }],
              waived && !id.startsWith('a') ? { waived: { reason: '' } } : {},
            );
          asked.set(key, made);
          return made;
        });
        const { whole } = projectOf(of.blocks, highlights);
        const anew = letter('l', 'A1', paragraphs('b', ...words));
        const found = coverage(whole, of);
        const fresh = coverage({ ...whole, letters: [anew] }, anew);
        expect(new Map([...found.touched].sort())).toEqual(new Map([...fresh.touched].sort()));
        expect({ ...found, touched: 0 }).toEqual({ ...fresh, touched: 0 });
      }
    }),
    { numRuns: 300 },
  );
});

/** For each unit of the canonical text the highest state of the highlights over it. */
function bruteRanks(blocks: RichText, highlights: readonly Highlight[]): number[] {
  const ranks = Array<number>(canonicalText(blocks).length).fill(0);
  for (const { id, ranges } of highlights) {
    const rank = id.startsWith('a') ? 3 : id.startsWith('w') ? 2 : 1;
    for (const { start, end } of ranges) {
      const to = positionToOffset(blocks, end)!;
      for (let i = positionToOffset(blocks, start)!; i < to; i++) ranks[i] = Math.max(ranks[i]!, rank);
    }
  }
  return ranks;
}

/** Rule D4, letter by letter. */
function bruteState(text: string, ranks: readonly number[]): CoverageState {
  const isLetter = (i: number) => /[\p{L}\p{N}]/u.test(text[i] ?? '');
  const has = new Set<number>();
  let left = 0;
  let most = 0;
  for (let i = 0; i < text.length; i++) {
    if (ranks[i]! > 0) left = 0;
    if (!isLetter(i)) continue;
    has.add(ranks[i]!);
    // At the end of a word: was all of it untouched?
    if (isLetter(i + 1)) continue;
    let first = i;
    while (isLetter(first - 1)) first--;
    if (ranks.slice(first, i + 1).every((rank) => rank === 0)) most = Math.max(most, ++left);
  }
  if (![1, 2, 3].some((rank) => has.has(rank)) || most >= 3) return 'untouched';
  return has.has(1) ? 'open' : has.has(3) ? 'answered' : 'waived';
}
