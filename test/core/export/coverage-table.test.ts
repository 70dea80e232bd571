import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coverage } from '../../../core/derived/coverage.ts';
import { COLUMNS, coverageTable } from '../../../core/export/coverage-table.ts';
import { csv } from '../../../core/export/csv.ts';
import { projects } from '../../support/arbitraries.ts';
import { highlight, letter, paragraphs, point, project, rangeOf, section } from '../derived/quillhaven.ts';

/** A reader of RFC 4180, unit by unit. */
function read(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const unit = text[i]!;
    if (quoted && unit === '"' && text[i + 1] === '"') cell += text[++i]!;
    else if (unit === '"') quoted = !quoted;
    else if (quoted) cell += unit;
    else if (unit === ',') [row, cell] = [[...row, cell], ''];
    else if (unit === '\r' && text[i + 1] === '\n') {
      rows.push([...row, cell]);
      [row, cell] = [[], ''];
      i++;
    } else throw new Error(`a bare ${JSON.stringify(unit)} at ${i}`);
  }
  expect([quoted, row, cell]).toEqual([false, [], '']);
  return rows;
}
const words = (cell: string) => (/^'+\s*[=+\-@＝＋－＠]/.test(cell) ? cell.slice(1) : cell);

describe('a table as CSV', () => {
  it('can be read back, whatever is in it, and holds no formula', () => {
    const cells = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc
        .array(fc.constantFrom('=', '+', '-', '@', "'", '"', ',', '\r', '\n', '\t', ' ', 'a'))
        .map((all) => all.join('')),
    );
    fc.assert(
      fc.property(fc.array(fc.array(cells, { minLength: 1, maxLength: 4 }), { maxLength: 5 }), (rows) => {
        const back = read(csv(rows));
        expect(back.map((row) => row.map(words))).toEqual(rows);
        for (const cell of back.flat()) expect(cell).not.toMatch(/^\s*[=+\-@]/);
      }),
    );
  });
});

describe('the table of coverage', () => {
  const blocks = paragraphs('b', '=SUM(A1) is no sum. Who pays?', 'The roof leaks and the books are damp.');
  const council = letter('l', 'A1', blocks, {
    item: { type: 'personal_communication', author: [{ literal: 'Town Council' }] },
  });
  const of = project({
    letters: [council],
    highlights: [
      highlight('h1', council, [rangeOf(blocks, 'Who pays?')]),
      highlight('h2', council, [rangeOf(blocks, 'The roof leaks')], { waived: { reason: 'It was mended.' } }),
    ],
    sections: [section('s', [point('p', ['h1'], paragraphs('x', 'We do.'))])],
  });

  it('has a row for each sentence, with its place, state, points, category, reason and words', () => {
    const [head, ...rows] = read(coverageTable(of, { byteOrderMark: false }));
    expect(head).toEqual(COLUMNS);
    const claim = of.categories[0]?.name;
    expect(rows).toEqual([
      ['A1', 'Town Council', '1', '¶ 1', 'untouched', '', '', '', "'=SUM(A1) is no sum."],
      ['A1', 'Town Council', '2', '¶ 1', 'answered', '1', claim, '', 'Who pays?'],
      [
        'A1',
        'Town Council',
        '3',
        '¶ 2',
        'partly untouched',
        '',
        claim,
        'It was mended.',
        blocks[1] && 'The roof leaks and the books are damp.',
      ],
    ]);
  });

  it('begins with a byte order mark only where that is asked for', () => {
    expect(coverageTable(of, { byteOrderMark: true })).toBe(
      `\ufeff${coverageTable(of, { byteOrderMark: false })}`,
    );
  });

  it('has as many rows in each state as the coverage says', () => {
    fc.assert(
      fc.property(projects, (any) => {
        const rows = read(coverageTable(any, { byteOrderMark: false })).slice(1);
        for (const each of any.letters) {
          const own = rows.filter(([code]) => words(code!) === each.code);
          const { totals, partly } = coverage(any, each);
          const count = (state: string) => own.filter((row) => row[4] === state).length;
          expect(count('answered')).toBe(totals.answered);
          expect(count('open')).toBe(totals.open);
          expect(count('waived')).toBe(totals.waived);
          expect(count('untouched') + partly).toBe(totals.untouched);
          expect(own.map((row) => row[2])).toEqual(own.map((_, i) => String(i + 1)));
        }
      }),
      { numRuns: 60 },
    );
  });
});
