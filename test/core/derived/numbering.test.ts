import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Project } from '../../../core/document/project.ts';
import { numbering } from '../../../core/derived/numbering.ts';
import { highlight, letter, paragraphs, point, project, rangeOf, section, written } from './quillhaven.ts';

const numbersOf = (levels: readonly number[]) => [
  ...numbering(
    project({ sections: levels.map((level, i) => section(`s${i}`, [], { level: level as 1 | 2 | 3 })) }),
  ).sectionNumbers.values(),
];

describe('numbers of sections', () => {
  it.each<[string, number[], string[]]>([
    ['count on one level', [1, 1, 1], ['1', '2', '3']],
    ['nest by level', [1, 2, 2, 3, 1, 2], ['1', '1.1', '1.2', '1.2.1', '2', '2.1']],
    ['nest under the nearest smaller level when one is left out', [1, 3, 2, 3], ['1', '1.1', '1.2', '1.2.1']],
    ['begin at 1 whatever the first level', [3, 2, 1], ['1', '2', '3']],
  ])('%s', (_, levels, numbers) => expect(numbersOf(levels)).toEqual(numbers));

  it('are all different, and each parent stands before its children', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 3 }), { maxLength: 30 }), (levels) => {
        const numbers = numbersOf(levels);
        expect(new Set(numbers).size).toBe(levels.length);
        numbers.forEach((number, i) => {
          const parent = number.split('.').slice(0, -1).join('.');
          if (parent) expect(numbers.slice(0, i)).toContain(parent);
        });
      }),
    );
  });
});

const statement = letter(
  'statement',
  'A1',
  paragraphs('b', 'The roof leaks.', 'Visits have halved.', 'Sell it.'),
);
const column = letter('column', 'A2', paragraphs('c', 'Nobody reads.'));

describe('codes of passages', () => {
  it('follow the beginning of the passage in its letter, longer first', () => {
    const codes = numbering(
      project({
        letters: [statement, column],
        highlights: [
          highlight('last', statement, [rangeOf(statement.blocks, 'Sell it.')]),
          highlight('inner', statement, [rangeOf(statement.blocks, 'Visits')]),
          highlight('elsewhere', column, [rangeOf(column.blocks, 'Nobody')]),
          highlight('outer', statement, [rangeOf(statement.blocks, 'Visits have halved.')]),
          highlight('twin-b', statement, [rangeOf(statement.blocks, 'The roof')]),
          highlight('twin-a', statement, [rangeOf(statement.blocks, 'The roof')]),
        ],
      }),
    ).passageCodes;
    expect(Object.fromEntries(codes)).toEqual({
      'twin-a': 'A1-1',
      'twin-b': 'A1-2',
      outer: 'A1-3',
      inner: 'A1-4',
      last: 'A1-5',
      elsewhere: 'A2-1',
    });
  });

  it('put a passage whose block is gone last, and give none to one whose letter is gone', () => {
    const range = rangeOf(statement.blocks, 'Sell');
    const lost = { start: { block: 'gone', offset: 0 }, end: { block: 'gone', offset: 3 } };
    const codes = numbering(
      project({
        letters: [statement],
        highlights: [
          highlight('lost', statement, [lost]),
          highlight('kept', statement, [range]),
          highlight('orphan', column, [range]),
        ],
      }),
    ).passageCodes;
    expect(Object.fromEntries(codes)).toEqual({ kept: 'A1-1', lost: 'A1-2' });
  });
});

describe('numbers in the author’s texts', () => {
  const demand = (id: string, text: string) => ({ ...written(id, { text }), entry: 'demands' });
  const noted = (id: string, note: string) =>
    written(id, { text: 'See' }, { type: 'note', id: note, body: [] });
  const whole = project({
    introduction: [noted('i1', 'n-intro')],
    conclusion: [demand('k1', 'Keep it open.'), noted('k2', 'n-end')],
    sections: [
      section('s1', [point('p1', [], [demand('a1', 'Mend the roof.'), noted('a2', 'n-answer')])], {
        lead: [noted('l1', 'n-lead')],
      }),
      section('s2', [point('p2', [], []), point('p3', [], [])]),
    ],
  });

  it('run through the whole pamphlet', () => {
    const numbers = numbering(whole);
    expect([...numbers.pointCodes]).toEqual([
      ['p1', '1'],
      ['p2', '2'],
      ['p3', '3'],
    ]);
    expect([...numbers.entries]).toEqual([
      ['a1', { list: 'demands', number: '1', code: '1' }],
      ['k1', { list: 'demands', number: '2', code: '2' }],
    ]);
    expect([...numbers.noteNumbers.keys()]).toEqual(['n-intro', 'n-lead', 'n-answer', 'n-end']);
  });

  it('find notes within notes and in cells of tables', () => {
    const inner = { type: 'note' as const, id: 'inner', body: [] };
    const numbers = numbering(
      project({
        introduction: [
          { id: 't', type: 'table', rows: [[{ content: [{ type: 'note', id: 'cell', body: [inner] }] }]] },
        ],
      }),
    ).noteNumbers;
    expect([...numbers]).toEqual([
      ['cell', 1],
      ['inner', 2],
    ]);
  });
});

describe('remembering', () => {
  const before = project({
    letters: [statement],
    highlights: [highlight('h', statement, [rangeOf(statement.blocks, 'roof')])],
    sections: [section('s1', [point('p1', ['h'], paragraphs('a', 'It'))])],
  });
  const typed: Project = {
    ...before,
    sections: [section('s1', [{ ...before.sections[0]!.points[0]!, answer: paragraphs('a', 'It does') }])],
  };
  it.each(['sectionNumbers', 'pointCodes', 'passageCodes', 'entries', 'noteNumbers'] as const)(
    'keeps the very same %s while an answer is typed',
    (piece) => expect(numbering(typed)[piece]).toBe(numbering(before)[piece]),
  );

  it('renumbers points when one is moved', () => {
    const [a, b] = [point('a', [], []), point('b', [], [])];
    const order = (...points: (typeof a)[]) =>
      numbering(project({ sections: [section('s', points)] })).pointCodes;
    expect(order(a, b).get('b')).toBe('2');
    expect(order(b, a).get('b')).toBe('1');
  });
});
