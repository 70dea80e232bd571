/**
 * Tables with every cell's place worked out as HTML does it (HTML standard, "forming a table"), so that the
 * typesetter never meets cells that overlap or stick out.
 */
import type { PublishedBlock, PublishedContent } from '../publication.ts';
import { contentText, type PrintContent } from './content.ts';

export interface PrintCell {
  readonly x: number;
  readonly y: number;
  readonly columns: number;
  readonly rows: number;
  readonly header: boolean;
  readonly content: PrintContent;
}
export interface PrintTable {
  readonly type: 'table';
  readonly columns: number;
  /** How many rows at the top are its head: those all of whose cells are headers. */
  readonly headerRows: number;
  /** Whether the head comes again on each page: it must be short, and hold neither notes nor links. */
  readonly repeated: boolean;
  /** Whether some cell is so long that rows must be allowed to go over pages. */
  readonly long: boolean;
  /** Indices of columns of figures, which are set flush at their ends. */
  readonly figures: readonly number[];
  /** Row by row, from the start of the line. */
  readonly cells: readonly PrintCell[];
}

/** More columns than this can't be read on a page of this size, and hostile spans stop here. */
const MOST_COLUMNS = 40;

export function printTable(
  rows: (PublishedBlock & { type: 'table' })['rows'],
  content: (content: PublishedContent) => PrintContent,
): PrintTable {
  const taken = rows.map(() => new Set<number>());
  const cells: PrintCell[] = [];
  rows.forEach((row, y) => {
    let x = 0;
    for (const cell of row) {
      while (taken[y]?.has(x)) x++;
      if (x >= MOST_COLUMNS) break;
      const wanted = Math.max(1, Math.trunc(cell.columns ?? 1) || 1);
      let columns = 1;
      while (columns < wanted && x + columns < MOST_COLUMNS && !taken[y]?.has(x + columns)) columns++;
      const spanned = Math.min(Math.max(1, Math.trunc(cell.rows ?? 1) || 1), rows.length - y);
      for (let dy = 0; dy < spanned; dy++) for (let dx = 0; dx < columns; dx++) taken[y + dy]?.add(x + dx);
      cells.push({
        x,
        y,
        columns,
        rows: spanned,
        header: cell.header === true,
        content: content(cell.content),
      });
      x += columns;
    }
  });
  const columns = Math.max(1, ...cells.map((cell) => cell.x + cell.columns));
  const rowsOfHead = headerRows(cells, rows.length);
  // A head is kept whole, so one that might not fit on a page is set like any other row.
  const tall = cells.some(
    (cell) => cell.y < rowsOfHead && contentText(cell.content).length > LONGEST_WHOLE / columns,
  );
  const headers = tall ? 0 : rowsOfHead;
  const figures = Array.from({ length: columns }, (_, x) => x).filter((x) => {
    const data = cells.filter((cell) => cell.y >= headers && cell.x === x && cell.columns === 1);
    return data.length > 0 && data.every((cell) => FIGURE.test(contentText(cell.content)));
  });
  const repeated = cells.every(
    (cell) =>
      cell.y >= headers ||
      (contentText(cell.content).length <= LONGEST_HEAD &&
        cell.content.every((inline) => 'text' in inline && !('link' in inline))),
  );
  const long = cells.some(
    (cell) => contentText(cell.content).length > LONGEST_WHOLE / columns || cell.rows > 3,
  );
  return { type: 'table', columns, headerRows: headers, repeated, long, figures, cells };
}

/** Characters that fill half of a page, were they in one column. */
const LONGEST_WHOLE = 1500;

/** A head that fills half of a page, or that brings its notes again, leaves the table no room to go on. */
const LONGEST_HEAD = 90;

/** Nothing but a number, with a sign, a unit of money or a percent sign. */
const FIGURE = /^\s*[-–−+±(]?\s*[£$€¥]?\s*\d[\d\s.,:]*\)?\s*%?\s*$/;

function headerRows(cells: readonly PrintCell[], rows: number): number {
  let count = 0;
  while (count < rows - 1) {
    const row = cells.filter((cell) => cell.y === count);
    if (row.length === 0 || !row.every((cell) => cell.header)) break;
    count++;
  }
  // A header that reaches down among the data can't be repeated.
  return cells.some((cell) => cell.y < count && cell.y + cell.rows > count) ? 0 : count;
}
