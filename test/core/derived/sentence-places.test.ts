import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blockText } from '../../../core/text/canonical.ts';
import type { Highlight } from '../../../core/document/letter.ts';
import type { Project } from '../../../core/document/project.ts';
import { quoteOf } from '../../../core/text/quote-of.ts';
import { coverage } from '../../../core/derived/coverage.ts';
import { coverageRows, type CoverageFilter } from '../../../core/derived/coverage-rows.ts';
import { isAnswered, sentencesAt, stepLeft, type Standing } from '../../../core/derived/sentence-places.ts';
import { projects } from '../../support/arbitraries.ts';
import { highlight, letter, paragraphs, point, project, rangeOf, section } from './quillhaven.ts';

const roof = letter('r', 'A1', paragraphs('r', 'Dear Sir,', 'The roof leaks. Who pays for it?'));
const house = letter('h', 'A2', paragraphs('h', 'Sell the old house. The sooner the better, says Mr. Lund.'));
const mine = letter('o', 'A3', paragraphs('o', 'My own letter of last year.'), { kind: 'own' });
const whole = (...highlights: readonly Highlight[]) =>
  project({
    letters: [roof, house, mine],
    highlights,
    sections: [section('s', [point('p', ['a1'], paragraphs('x', 'Not so.'), { status: 'final' })])],
  });
const marked = whole(
  highlight('a1', roof, [rangeOf(roof.blocks, 'The roof leaks.')]),
  highlight('o1', roof, [rangeOf(roof.blocks, 'Who pays')], { category: 'category-2', tags: ['money'] }),
  highlight('o2', house, [rangeOf(house.blocks, 'The sooner the better')], { category: 'category-2' }),
);

function textsOf(of: Project, filter: CoverageFilter): readonly string[] {
  const rows = coverageRows(of, of.letters, filter);
  return Array.from({ length: rows.count }, (_, i) => {
    const row = rows.at(i);
    return row ? `${row.letter.code} ${blockText(row.block).slice(row.from, row.to)}` : 'none';
  });
}

describe('the list of sentences', () => {
  const left = ['untouched', 'open'] as const;
  it.each<readonly [string, CoverageFilter, readonly string[]]>([
    [
      'what is untouched or open, but in own letters',
      { states: left },
      [
        'A1 Dear Sir,',
        'A1 Who pays for it?',
        'A2 Sell the old house.',
        'A2 The sooner the better, says Mr. Lund.',
      ],
    ],
    ['one state', { states: ['answered'] }, ['A1 The roof leaks.']],
    [
      'one letter',
      { states: left, letter: 'h' },
      ['A2 Sell the old house.', 'A2 The sooner the better, says Mr. Lund.'],
    ],
    ['an own letter that is named', { states: left, letter: 'o' }, ['A3 My own letter of last year.']],
    ['a kind', { states: left, kind: 'own' }, ['A3 My own letter of last year.']],
    ['an author that is unknown', { states: left, author: 'Maud Ferris' }, []],
    [
      'a category',
      { states: left, category: 'category-2' },
      ['A1 Who pays for it?', 'A2 The sooner the better, says Mr. Lund.'],
    ],
    ['a tag', { states: left, tag: 'money' }, ['A1 Who pays for it?']],
    ['a tag and another category', { states: left, tag: 'money', category: 'category-1' }, []],
    ['a status', { states: ['answered', ...left], status: 'final' }, ['A1 The roof leaks.']],
    ['another status', { states: ['answered', ...left], status: 'draft' }, []],
  ])('shows %s', (_, filter, texts) => {
    expect(textsOf(marked, filter)).toEqual(texts);
  });

  it('is as long as the coverage says, for any project', () => {
    fc.assert(
      fc.property(projects, (any) => {
        for (const state of ['answered', 'waived', 'open', 'untouched'] as const) {
          for (const of of any.letters) {
            const rows = coverageRows(any, any.letters, { states: [state], letter: of.id });
            expect(rows.count).toBe(coverage(any, of).totals[state]);
            expect(rows.at(rows.count)).toBeUndefined();
            if (rows.count > 0) expect(rows.at(rows.count - 1)?.state).toBe(state);
          }
        }
      }),
      { numRuns: 50 },
    );
  });
});

describe('going to what is left', () => {
  const named = (from: Standing | undefined, by: 1 | -1) => {
    const stop = stepLeft(marked, from, by);
    if (stop?.kind !== 'words') return stop?.id;
    const of = marked.letters.find(({ id }) => id === stop.letter);
    return of && quoteOf(of.blocks, [stop.range]);
  };
  it('goes through words and passages of all letters that are answered, and round again', () => {
    expect(named(undefined, 1)).toBe('Dear Sir,');
    expect(named({ letter: 'r', block: 'r1', offset: 0 }, 1)).toBe('o1');
    expect(named({ letter: 'r', block: 'r2', offset: 16, passage: 'o1' }, 1)).toBe('Sell the old house.');
    expect(named({ letter: 'h', block: 'h1', offset: 0 }, 1)).toBe('o2');
    expect(named({ letter: 'h', block: 'h1', offset: 20, passage: 'o2' }, 1)).toBe('says Mr. Lund.');
    expect(named({ letter: 'h', block: 'h1', offset: 43 }, 1)).toBe('Dear Sir,');
    expect(named({ letter: 'r', block: 'r1', offset: 0 }, -1)).toBe('says Mr. Lund.');
    expect(named({ letter: 'h', block: 'h1', offset: 0 }, -1)).toBe('o1');
    expect(named({ letter: 'o', block: 'o1', offset: 0 }, 1)).toBe('Dear Sir,');
  });

  it('is done, whatever the project, when each stop has been dealt with', () => {
    fc.assert(
      fc.property(projects, fc.constantFrom<1 | -1>(1, -1), (any, by) => {
        let now = any;
        let from: Standing | undefined;
        for (let step = 0; ; step++) {
          const stop = stepLeft(now, from, by);
          if (!stop) break;
          expect(step).toBeLessThan(500);
          const waived = { reason: 'No matter' };
          if (stop.kind === 'passage') {
            const highlights = now.highlights.map((each) =>
              each.id === stop.id ? { ...each, waived } : each,
            );
            now = { ...now, highlights };
            continue;
          }
          const of = now.letters.find(({ id }) => id === stop.letter)!;
          const made = highlight(`new${step}`, of, [stop.range], { waived });
          now = { ...now, highlights: [...now.highlights, made] };
          from = {
            letter: stop.letter,
            ...{ block: stop.range.start.block, offset: stop.range.start.offset },
          };
        }
        for (const of of now.letters.filter(isAnswered)) {
          const { totals } = coverage(now, of);
          expect(totals.open + totals.untouched).toBe(0);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('passes a passage of several blocks once', () => {
    const long = letter('l', 'A1', paragraphs('l', 'The roof leaks.', 'Who pays for it?', 'Not we.'));
    const over = highlight('o1', long, [
      { start: { block: 'l1', offset: 0 }, end: { block: 'l2', offset: 16 } },
    ]);
    const of = project({ letters: [long], highlights: [over] });
    const at = { letter: 'l', block: 'l1', offset: 0, passage: 'o1' };
    expect(stepLeft(of, at, 1)).toMatchObject({ kind: 'words', range: { start: { block: 'l3' } } });
    const done = project({
      letters: [long],
      highlights: [over, highlight('w1', long, [rangeOf(long.blocks, 'Not we')], { waived: { reason: '' } })],
    });
    expect(stepLeft(done, at, 1)).toEqual({ kind: 'passage', letter: 'l', id: 'o1' });
  });

  it('tells sentences where they stand', () => {
    const [first, second] = sentencesAt(roof, 1, undefined);
    expect([first?.from, first?.to, second?.from, second?.to]).toEqual([0, 15, 16, 32]);
  });
});
