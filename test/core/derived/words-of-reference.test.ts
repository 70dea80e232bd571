import { describe, expect, it } from 'vitest';
import type { CrossReferenceTarget } from '../../../core/text/block.ts';
import { crossReferenceText } from '../../../core/derived/cross-reference.ts';
import { formatCslDate, formatDate, isoDateParts, nameList } from '../../../core/derived/locale.ts';
import { letterAbout, shortSourceLine, sourceLine } from '../../../core/derived/source-line.ts';
import { highlight, letter, paragraphs, point, project, rangeOf, section, written } from './quillhaven.ts';

describe('dates', () => {
  it.each([
    [[2026, 5, 3], 'en', '3 May 2026'],
    [[2026, 5, 3], 'en-US', 'May 3, 2026'],
    [[2026, 5, 3], 'de', '3. Mai 2026'],
    [[2026, 5, 3], 'fr-FR', '3 mai 2026'],
    [[2026, 5], 'nl', 'mei 2026'],
    [[1565], 'en', '1565'],
    [[2026, 2, 30], 'en', ''],
    [[2026, 13], 'en', ''],
    [[], 'en', ''],
    [[2026, 5, 3], 'not a language', '3 May 2026'],
  ])('%j in %s is "%s"', (parts, language, words) => expect(formatDate(parts, language)).toBe(words));

  it('keep words that are no date, and tell both ends of a span', () => {
    expect(formatCslDate({ literal: 'Whitsun' }, 'en')).toBe('Whitsun');
    expect(
      formatCslDate(
        {
          'date-parts': [
            [2025, 3],
            [2025, 12],
          ],
        },
        'en',
      ),
    ).toBe('March 2025 – December 2025');
  });

  it.each([
    ['2026-05-03', [2026, 5, 3]],
    ['2026-05', [2026, 5]],
    ['2026', [2026]],
    ['2026-02-30', undefined],
    ['3 May', undefined],
    ['', undefined],
  ])('"%s" as ISO 8601 is %j', (date, parts) => expect(isoDateParts(date)).toEqual(parts));
});

describe('names', () => {
  it.each([
    [['Ferris'], 'en', 'Ferris'],
    [['Ferris', 'Cottle'], 'en', 'Ferris and Cottle'],
    [['Ferris', 'Cottle', 'Pike'], 'de', 'Ferris, Cottle und Pike'],
    [['Ferris', 'Cottle', 'Pike', 'Wren'], 'en', 'Ferris et al.'],
    [['', 'Cottle'], 'en', 'Cottle'],
    [[], 'en', ''],
  ])('%j in %s are "%s"', (names, language, words) => expect(nameList(names, language)).toBe(words));
});

describe('the source of a passage', () => {
  const statement = letter(
    'statement',
    'A1',
    [
      { id: 'h', type: 'heading', level: 1, content: [{ text: 'Statement' }] },
      ...paragraphs('b', 'Residents of Quillhaven,', '', 'The roof leaks.', 'Visits have halved.'),
      { id: 'i', type: 'item', list: 'decimal', level: 1, content: [{ text: 'sell the house;' }] },
      { id: 'n', type: 'note', label: '*', content: [{ text: 'Counted at the door.' }] },
    ],
    {
      item: {
        type: 'document',
        author: [{ given: 'Maud', family: 'Ferris' }],
        title: 'Statement of the Council',
        issued: { 'date-parts': [[2026, 5, 3]] },
      },
      addressee: 'the residents',
    },
  );
  const at = (...words: string[]) =>
    highlight(
      'x',
      statement,
      words.map((word) => rangeOf(statement.blocks, word)),
    );
  const across = highlight('x', statement, [
    { start: { block: 'b3', offset: 4 }, end: { block: 'i', offset: 4 } },
  ]);

  it.each([
    ['counts paragraphs from the start, without headings and empty ones', at('roof'), '¶\u00a02'],
    ['counts list items', at('sell'), '¶\u00a04'],
    ['names the first and last of several', across, '¶¶\u00a02–4'],
    ['names paragraphs that are apart', at('Residents', 'halved'), '¶¶\u00a01, 3'],
  ])('%s', (_, passage, place) => {
    expect(sourceLine(statement, passage, 'en')).toBe(
      `Maud Ferris, Statement of the Council, 3 May 2026, ${place}`,
    );
    expect(shortSourceLine(statement, passage, 'en')).toBe(`A1, ${place}`);
  });

  it('names no paragraph for a heading or a note', () => {
    expect(shortSourceLine(statement, at('Statement'), 'en')).toBe('A1');
    expect(shortSourceLine(statement, at('Counted'), 'en')).toBe('A1');
  });

  it('goes by the code where nothing is known of the letter', () => {
    const bare = letter('bare', 'A7', paragraphs('b', 'The roof leaks.'));
    expect(sourceLine(bare, highlight('x', bare, [rangeOf(bare.blocks, 'roof')]), 'ar')).toBe(
      '\u2068A7\u2069، \u2068¶\u00a01\u2069',
    );
  });

  it('says to whom the letter was written, in the language of the pamphlet', () => {
    expect(letterAbout(statement, 'de', { addressedTo: 'an {name}' })).toBe(
      'Maud Ferris an the residents, 3. Mai 2026',
    );
  });
});

describe('a cross reference', () => {
  const words = {
    point: 'point {number}',
    part: 'Part {number}',
    demands: 'Demands',
    demand: 'Demand {number}',
    letter: 'Letter {code}',
    note: 'note {number}',
    masterResponse: 'Master Response {number}',
    missing: 'missing',
  };
  const whole = project({
    letters: [letter('statement', 'A1', [])],
    sections: [
      section('s1', []),
      section('s2', [point('p1', [], [{ ...written('d1', { text: 'Count.' }), entry: 'demands' }])]),
    ],
  });
  it.each<[CrossReferenceTarget, string, boolean]>([
    [{ kind: 'point', id: 'p1' }, 'point 1', true],
    [{ kind: 'section', id: 's2' }, 'Part 2', true],
    [{ kind: 'demand', id: 'd1' }, 'Demand 1', true],
    [{ kind: 'letter', id: 'statement' }, 'Letter A1', true],
    [{ kind: 'point', id: 'gone' }, 'missing', false],
    [{ kind: 'letter', id: 'gone' }, 'missing', false],
  ])('to %j says "%s"', (target, text, found) =>
    expect(crossReferenceText(whole, target, words)).toEqual({ text, found }),
  );
});
