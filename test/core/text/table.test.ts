import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Table, TableCell } from '../../../core/text/block.ts';
import { blockText } from '../../../core/text/canonical.ts';
import {
  cellAtGrid,
  cellAtOffset,
  cellPlaces,
  cellStart,
  gridPlace,
  hasHeaderColumn,
  hasHeaderRow,
  insertColumn,
  insertRow,
  moveColumn,
  moveRow,
  newTable,
  removeColumn,
  removeRow,
  setCell,
  setHeaderColumn,
  setHeaderRow,
  sizeOf,
} from '../../../core/text/table.ts';

const cell = (text: string, more: Partial<TableCell> = {}): TableCell => ({
  content: text === '' ? [] : [{ text }],
  ...more,
});
/** Rows of words; a * marks a heading. */
const table = (...rows: readonly string[]): Table => ({
  id: 't',
  type: 'table',
  rows: rows.map((row) =>
    row.split('|').map((text) => cell(text.replace('*', ''), text.includes('*') ? { header: true } : {})),
  ),
});
const shown = (made: Table | undefined): string[] | undefined =>
  made?.rows.map((row) =>
    row
      .map(({ content, header, rows, columns }) => {
        const text = content.map((inline) => ('text' in inline ? inline.text : '')).join('');
        return `${header ? '*' : ''}${text}${columns ? `>${columns}` : ''}${rows ? `v${rows}` : ''}`;
      })
      .join('|'),
  );

describe('rows and columns', () => {
  const plain = table('a|b', 'c|d');
  it.each([
    ['a row before all', insertRow(plain, 0), ['|', 'a|b', 'c|d']],
    ['a row after all', insertRow(plain, 2), ['a|b', 'c|d', '|']],
    ['a column between', insertColumn(plain, 1), ['a||b', 'c||d']],
    ['a row taken out', removeRow(plain, 0), ['c|d']],
    ['a column taken out', removeColumn(plain, 1), ['a', 'c']],
    ['a row moved down', moveRow(plain, 0, 1), ['c|d', 'a|b']],
    ['a column moved back', moveColumn(plain, 1, 0), ['b|a', 'd|c']],
    ['a row moved out of the table', moveRow(plain, 1, 2), undefined],
    ['the only row taken out', removeRow(table('a|b'), 0), undefined],
    ['a heading row', setHeaderRow(plain, true), ['*a|*b', 'c|d']],
    ['a heading column', setHeaderColumn(plain, true), ['*a|b', '*c|d']],
    ['both', setHeaderColumn(setHeaderRow(plain, true), true), ['*a|*b', '*c|d']],
    ['one of both again', setHeaderRow(table('*a|*b', '*c|d'), false), ['*a|b', '*c|d']],
    ['a row under a heading row', insertRow(table('*a|*b', 'c|d'), 1), ['*a|*b', '|', 'c|d']],
    ['a row where a column is the heading', insertRow(table('*a|b', '*c|d'), 1), ['*a|b', '*|', '*c|d']],
    ['the heading row moved down', moveRow(table('*a|*b', 'c|d'), 0, 1), ['*c|*d', 'a|b']],
    ['the heading row of two headings moved', moveRow(table('*a|*b', '*c|d'), 0, 1), ['*c|*d', '*a|b']],
  ])('%s', (_, made, gives) => {
    expect(shown(made)).toEqual(gives);
  });

  const spanned: Table = {
    id: 't',
    type: 'table',
    rows: [
      [cell('a', { columns: 2 }), cell('b', { rows: 2 })],
      [cell('c'), cell('d')],
    ],
  };
  it.each([
    ['a column within a wide cell', insertColumn(spanned, 1), ['a>3|bv2', 'c||d']],
    ['a row within a tall cell', insertRow(spanned, 1), ['a>2|bv3', '|', 'c|d']],
    ['a column of a wide cell taken out', removeColumn(spanned, 0), ['a|bv2', 'd']],
    ['a row of a tall cell taken out', removeRow(spanned, 0), ['c|d|b']],
    ['rows that a cell holds together', moveRow(spanned, 0, 1), undefined],
  ])('%s', (_, made, gives) => {
    expect(shown(made)).toEqual(gives);
  });
});

const tables = fc
  .record({
    rows: fc.integer({ min: 1, max: 4 }),
    columns: fc.integer({ min: 1, max: 4 }),
    header: fc.boolean(),
  })
  .map(({ rows, columns, header }) =>
    cellPlaces(newTable('t', rows, columns, header)).reduce(
      (made, place, i) => setCell(made, place, i % 3 === 2 ? [] : [{ text: `w${i}` }]),
      newTable('t', rows, columns, header),
    ),
  );
const changes = fc.array(
  fc.tuple(fc.integer({ min: 0, max: 7 }), fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 4 })),
  { maxLength: 8 },
);

describe('tables after any changes', () => {
  it('have rows of the same width, lose no words but those taken out, and every offset is in a cell', () => {
    fc.assert(
      fc.property(tables, changes, (first, list) => {
        let made = first;
        for (const [what, a, b] of list) {
          const { rows, columns } = sizeOf(made);
          const words = () =>
            blockText(made)
              .split(/[\t\n]/)
              .filter(Boolean)
              .sort();
          const before = words();
          const next = [
            () => insertRow(made, a % (rows + 1)),
            () => insertColumn(made, a % (columns + 1)),
            () => removeRow(made, a % rows),
            () => removeColumn(made, a % columns),
            () => moveRow(made, a % rows, b % rows),
            () => moveColumn(made, a % columns, b % columns),
            () => setHeaderRow(made, !hasHeaderRow(made)),
            () => setHeaderColumn(made, !hasHeaderColumn(made)),
          ][what]!();
          made = next ?? made;
          expect(new Set(made.rows.map((row) => row.length))).toEqual(new Set([sizeOf(made).columns]));
          if (what !== 2 && what !== 3) expect(words()).toEqual(before);
          else expect(before).toEqual(expect.arrayContaining(words()));
        }
        for (const place of cellPlaces(made)) {
          const start = cellStart(made, place);
          expect(cellAtOffset(made, start)).toEqual({ ...place, offset: 0 });
          const at = gridPlace(made, place)!;
          expect(cellAtGrid(made, at.row, at.column)).toEqual(place);
        }
        const text = blockText(made);
        for (let i = 0; i <= text.length; i++) {
          const found = cellAtOffset(made, i);
          expect(cellStart(made, found) + found.offset).toBe(i);
        }
      }),
    );
  });
});
