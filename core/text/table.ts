/**
 * Changing the rows and columns of a table. Cells that span several are kept whole: what is put in among the rows or
 * columns of such a cell makes it larger, what is taken out makes it smaller.
 */
import type { BlockId, Inline, Table, TableCell } from './block.ts';
import { inlineLength } from './inline.ts';

/** A cell by its row and its place among the cells of that row, which isn't its column where cells span several. */
export interface CellPlace {
  readonly row: number;
  readonly cell: number;
}

/** Where a cell stands on the grid. */
interface Placed {
  readonly cell: TableCell;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

interface Grid {
  readonly cells: readonly Placed[];
  readonly height: number;
  readonly width: number;
}

const EMPTY: TableCell = { content: [] };
export const MOST_COLUMNS = 20;
export const MOST_ROWS = 500;

export function newTable(id: BlockId, rows: number, columns: number, header: boolean): Table {
  const row = (first: boolean): TableCell[] =>
    Array.from({ length: columns }, () => (first && header ? { ...EMPTY, header: true } : EMPTY));
  return { id, type: 'table', rows: Array.from({ length: rows }, (_, i) => row(i === 0)) };
}

function gridOf({ rows }: Table): Grid {
  const taken: boolean[][] = rows.map(() => []);
  const cells: Placed[] = [];
  let width = 0;
  rows.forEach((row, at) => {
    let column = 0;
    for (const cell of row) {
      while (taken[at]?.[column]) column++;
      const placed = {
        cell,
        row: at,
        column,
        rows: Math.min(cell.rows ?? 1, rows.length - at),
        columns: cell.columns ?? 1,
      };
      for (let r = 0; r < placed.rows; r++)
        for (let c = 0; c < placed.columns; c++) taken[at + r]![column + c] = true;
      cells.push(placed);
      column += placed.columns;
      width = Math.max(width, column);
    }
  });
  return { cells, height: rows.length, width };
}

function tableOf(table: Table, cells: readonly Placed[], height: number): Table {
  const rows: Placed[][] = Array.from({ length: height }, () => []);
  for (const placed of cells) rows[placed.row]?.push(placed);
  return {
    ...table,
    rows: rows.map((row) =>
      row
        .sort((a, b) => a.column - b.column)
        .map(({ cell, rows: down, columns: across }) => {
          const { rows: _, columns: __, ...rest } = cell;
          return { ...rest, ...(across > 1 ? { columns: across } : {}), ...(down > 1 ? { rows: down } : {}) };
        }),
    ),
  };
}

/** The row and column of the grid that a cell begins in, and how many of them it takes. */
export function gridPlace(table: Table, { row, cell }: CellPlace): Omit<Placed, 'cell'> | undefined {
  return gridOf(table).cells.filter((placed) => placed.row === row)[cell];
}

/** How many rows and columns the table has. */
export function sizeOf(table: Table): { readonly rows: number; readonly columns: number } {
  const { height, width } = gridOf(table);
  return { rows: height, columns: width };
}

/** The cell that covers a place of the grid. */
export function cellAtGrid(table: Table, row: number, column: number): CellPlace | undefined {
  const { cells } = gridOf(table);
  const found = cells.find(
    (placed) =>
      row >= placed.row &&
      row < placed.row + placed.rows &&
      column >= placed.column &&
      column < placed.column + placed.columns,
  );
  return found && { row: found.row, cell: cells.filter(({ row: r }) => r === found.row).indexOf(found) };
}

const isHead = (cells: readonly Placed[]): boolean =>
  cells.length > 0 && cells.every(({ cell }) => cell.header);

export function hasHeaderRow(table: Table): boolean {
  return isHead(gridOf(table).cells.filter(({ row }) => row === 0));
}

export function hasHeaderColumn(table: Table): boolean {
  return isHead(gridOf(table).cells.filter(({ column }) => column === 0));
}

type Axis = 'row' | 'column';
const SPAN = { row: 'rows', column: 'columns' } as const;
const ACROSS = { row: 'column', column: 'row' } as const;

/** @param at the place of the new one, 0 to their number */
function insert(table: Table, axis: Axis, at: number): Table {
  const { cells, height, width } = gridOf(table);
  const span = SPAN[axis];
  const other = ACROSS[axis];
  const covered = new Set<number>();
  const moved = cells.map((placed): Placed => {
    if (placed[axis] >= at) return { ...placed, [axis]: placed[axis] + 1 };
    if (placed[axis] + placed[span] <= at) return placed;
    for (let i = 0; i < placed[SPAN[other]]; i++) covered.add(placed[other] + i);
    return { ...placed, [span]: placed[span] + 1 };
  });
  // A heading's row or column stays one; what is put before the first of them is like it.
  const like = at === 0 && isHead(cells.filter((placed) => placed[axis] === 0));
  const across = axis === 'row' ? width : height;
  for (let i = 0; i < across; i++) {
    if (covered.has(i)) continue;
    const header = like || (i === 0 && isHead(cells.filter((placed) => placed[other] === 0)));
    const place = { [axis]: at, [other]: i } as Record<Axis, number>;
    moved.push({ ...place, cell: header ? { ...EMPTY, header: true } : EMPTY, rows: 1, columns: 1 });
  }
  return tableOf(table, moved, height + (axis === 'row' ? 1 : 0));
}

export const insertRow = (table: Table, at: number): Table => insert(table, 'row', at);
export const insertColumn = (table: Table, at: number): Table => insert(table, 'column', at);

/** Undefined when nothing of the table would be left. */
function remove(table: Table, axis: Axis, at: number): Table | undefined {
  const { cells, height, width } = gridOf(table);
  if ((axis === 'row' ? height : width) <= 1) return undefined;
  const span = SPAN[axis];
  const kept = cells.flatMap((placed): Placed[] => {
    if (placed[axis] > at) return [{ ...placed, [axis]: placed[axis] - 1 }];
    if (placed[axis] + placed[span] <= at) return [placed];
    return placed[span] > 1 ? [{ ...placed, [span]: placed[span] - 1 }] : [];
  });
  return withoutBareRows(tableOf(table, kept, height - (axis === 'row' ? 1 : 0)));
}

export const removeRow = (table: Table, at: number): Table | undefined => remove(table, 'row', at);
export const removeColumn = (table: Table, at: number): Table | undefined => remove(table, 'column', at);

/** A row that only cells of rows above reach into is none. */
function withoutBareRows(table: Table): Table | undefined {
  const bare = table.rows.findIndex((row) => row.length === 0);
  if (bare < 0) return table;
  const shorter = remove({ ...table, rows: table.rows }, 'row', bare);
  return shorter && withoutBareRows(shorter);
}

/** Undefined where a cell reaches over what would be parted, or there is no such place. */
function move(table: Table, axis: Axis, from: number, to: number): Table | undefined {
  const { cells, height, width } = gridOf(table);
  const length = axis === 'row' ? height : width;
  if (from === to || to < 0 || to >= length || from < 0 || from >= length) return undefined;
  if (cells.some((placed) => placed[SPAN[axis]] > 1)) return undefined;
  const order = [...Array(length).keys()];
  order.splice(to, 0, ...order.splice(from, 1));
  const place = new Map(order.map((old, now) => [old, now]));
  const heads = { row: hasHeaderRow(table), column: hasHeaderColumn(table) };
  // The first row or column is the heading, whichever it is.
  const plain = heads[axis]
    ? cells.map((placed) => (placed[axis] === 0 ? marked(placed, false) : placed))
    : cells;
  const moved = plain.map((placed) => ({ ...placed, [axis]: place.get(placed[axis]) ?? 0 }));
  return tableOf(table, heads[axis] ? withHeads(moved, heads) : moved, height);
}

export const moveRow = (table: Table, from: number, to: number) => move(table, 'row', from, to);
export const moveColumn = (table: Table, from: number, to: number) => move(table, 'column', from, to);

function marked(placed: Placed, header: boolean | undefined): Placed {
  const { header: _, ...rest } = placed.cell;
  return { ...placed, cell: header ? { ...rest, header: true } : rest };
}

/** Cells of the first row and column are headings as `heads` says, others as they are. */
function withHeads(cells: readonly Placed[], heads: Readonly<Record<Axis, boolean>>): readonly Placed[] {
  return cells.map((placed) => {
    const first = { row: placed.row === 0, column: placed.column === 0 };
    if (!first.row && !first.column) return placed;
    return marked(placed, (heads.row && first.row) || (heads.column && first.column));
  });
}

function setHeader(table: Table, axis: Axis, on: boolean): Table {
  const { cells, height } = gridOf(table);
  const heads = { row: hasHeaderRow(table), column: hasHeaderColumn(table), [axis]: on };
  return tableOf(table, withHeads(cells, heads), height);
}

export const setHeaderRow = (table: Table, on: boolean): Table => setHeader(table, 'row', on);
export const setHeaderColumn = (table: Table, on: boolean): Table => setHeader(table, 'column', on);

export function setCell(table: Table, { row, cell }: CellPlace, content: readonly Inline[]): Table {
  const cells = table.rows[row];
  const old = cells?.[cell];
  if (!cells || !old) return table;
  return { ...table, rows: table.rows.with(row, cells.with(cell, { ...old, content })) };
}

/** All cells in reading order. */
export function cellPlaces({ rows }: Table): readonly CellPlace[] {
  return rows.flatMap((cells, row) => cells.map((_, cell) => ({ row, cell })));
}

/** Where a cell's text begins in the canonical text of the table, in UTF-16 units. */
export function cellStart({ rows }: Table, place: CellPlace): number {
  let offset = 0;
  for (const [row, cells] of rows.entries()) {
    for (const [cell, { content }] of cells.entries()) {
      if (row === place.row && cell === place.cell) return offset;
      offset += inlineLength(content) + 1;
    }
  }
  return Math.max(0, offset - 1);
}

/** The cell that an offset of the table's text is in, and the offset in it; clamped. */
export function cellAtOffset(table: Table, offset: number): CellPlace & { readonly offset: number } {
  let rest = offset;
  let last = { row: 0, cell: 0, offset: 0 };
  for (const { row, cell } of cellPlaces(table)) {
    const length = inlineLength(table.rows[row]?.[cell]?.content ?? []);
    last = { row, cell, offset: Math.min(rest, length) };
    if (rest <= length) return last;
    rest -= length + 1;
  }
  return last;
}
