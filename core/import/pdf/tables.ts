/**
 * Tables of a PDF, which has none: lines that follow each other, each of as many cells far apart, the cells of each
 * column one beneath the other. What is less clear stays lines.
 */
import type { Cell, Line } from './lines.ts';

const FEWEST_ROWS = 3;
/** Points by which cells of a column may stand apart. */
const SAME_EDGE = 3;
/** Characters of most cells in a column of running text, of which a table has one at most. */
const RUNNING_TEXT = 18;
/** What leads the eye to a page number in a table of contents. */
const LEADERS = /(?:\.\s?){4,}/;
/** Items of a list, whose markers stand far from their words. */
const MARKER = /^(?:[•◦▪‣·●○■–—*-]|\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)])$/iu;

export interface PdfTable {
  readonly rows: readonly (readonly Cell[])[];
  /** Its first line. */
  readonly line: Line;
}

/** The lines in their order, those of a table together. */
export function withTables(lines: readonly Line[]): (readonly Line[] | PdfTable)[] {
  const parts: (Line[] | PdfTable)[] = [];
  for (let at = 0; at < lines.length;) {
    const first = lines[at] as Line;
    let end = at + 1;
    if (first.cells) {
      while (end < lines.length && isTable(lines.slice(at, end + 1))) end++;
    }
    const found = lines.slice(at, end);
    const near = lines.slice(Math.max(0, at - 1), end + 1);
    at = end;
    if (found.length >= FEWEST_ROWS && !isText(found, near)) {
      parts.push({ rows: found.map(({ cells = [] }) => cells), line: first });
      continue;
    }
    const open = parts.at(-1);
    if (open && !('rows' in open)) open.push(...found);
    else parts.push([...found]);
  }
  return parts;
}

/** Whether the columns are texts side by side, or a table of contents. */
function isText(lines: readonly Line[], near: readonly Line[]): boolean {
  if (near.some(({ text }) => LEADERS.test(text))) return true;
  const running = (lines[0]?.cells ?? []).filter((_, column) => {
    const long = lines.filter(({ cells }) => (cells?.[column]?.text.length ?? 0) >= RUNNING_TEXT);
    return long.length * 2 >= lines.length;
  });
  return running.length > 1;
}

function isTable(lines: readonly Line[]): boolean {
  const [first, last] = [lines[0], lines.at(-1)];
  const columns = first?.cells?.length ?? 0;
  if (!last?.cells || last.cells.length !== columns || last.page !== first?.page) return false;
  if (lines.every(({ cells = [] }) => MARKER.test(cells[0]?.text ?? ''))) return false;
  return Array.from({ length: columns }, (_, column) => {
    const cells = lines.flatMap((line) => line.cells?.[column] ?? []);
    const together = (of: (cell: Cell) => number) => {
      const places = cells.map(of);
      return Math.max(...places) - Math.min(...places) <= SAME_EDGE;
    };
    return (
      together(({ left }) => left) ||
      together(({ right }) => right) ||
      together(({ left, right }) => (left + right) / 2)
    );
  }).every(Boolean);
}
