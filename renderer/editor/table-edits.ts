/** The commands for rows and columns, on the table of a selection. */
import { Editor, Transforms } from 'slate';
import { paragraph, type Table } from '../../core/text/block.ts';
import {
  cellAtGrid,
  cellStart,
  gridPlace,
  hasHeaderColumn,
  hasHeaderRow,
  insertColumn,
  insertRow,
  MOST_COLUMNS,
  MOST_ROWS,
  moveColumn,
  moveRow,
  newTable,
  removeColumn,
  removeRow,
  setHeaderColumn,
  setHeaderRow,
  sizeOf,
  type CellPlace,
} from '../../core/text/table.ts';
import { caretVoid } from './blocks.ts';
import { toElement } from './convert.ts';
import { TABLE_COMMANDS, type EditorCommand } from './editor-command.ts';
import { insertBlocks } from './insert-blocks.ts';
import { setFields } from './set-fields.ts';

export type TableCommand = (typeof TABLE_COMMANDS)[number];

export function isTableCommand(command: EditorCommand): command is TableCommand {
  return (TABLE_COMMANDS as readonly EditorCommand[]).includes(command);
}

interface Change {
  /** Undefined when the last row or column went, and the table with it. */
  readonly table: Table | undefined;
  /** The row and column of the grid where the caret is then. */
  readonly row: number;
  readonly column: number;
}

/** What the command makes of the table; undefined where it can't be carried out. */
function change(table: Table, place: CellPlace, command: TableCommand): Change | undefined {
  const at = gridPlace(table, place);
  if (!at) return undefined;
  const { row, column, rows, columns } = at;
  const size = sizeOf(table);
  const done = (made: Table | undefined, toRow = row, toColumn = column): Change | undefined =>
    made && { table: made, row: toRow, column: toColumn };
  const taken = (made: Table | undefined): Change => ({
    table: made,
    row: Math.min(row, sizeOf(made ?? table).rows - 1),
    column: Math.min(column, sizeOf(made ?? table).columns - 1),
  });
  const roomForRow = size.rows < MOST_ROWS;
  const roomForColumn = size.columns < MOST_COLUMNS;
  switch (command) {
    case 'row-above':
      return roomForRow ? done(insertRow(table, row)) : undefined;
    case 'row-below':
      return roomForRow ? done(insertRow(table, row + rows), row + rows) : undefined;
    case 'row-up':
      return done(moveRow(table, row, row - 1), row - 1);
    case 'row-down':
      return done(moveRow(table, row, row + 1), row + 1);
    case 'row-remove':
      return taken(removeRow(table, row));
    case 'column-before':
      return roomForColumn ? done(insertColumn(table, column)) : undefined;
    case 'column-after':
      return roomForColumn ? done(insertColumn(table, column + columns), row, column + columns) : undefined;
    case 'column-back':
      return done(moveColumn(table, column, column - 1), row, column - 1);
    case 'column-forth':
      return done(moveColumn(table, column, column + 1), row, column + 1);
    case 'column-remove':
      return taken(removeColumn(table, column));
    case 'header-row':
      return done(setHeaderRow(table, !hasHeaderRow(table)));
    case 'header-column':
      return done(setHeaderColumn(table, !hasHeaderColumn(table)));
  }
}

/**
 * Carries out a command on the table at `index`, as seen from one of its cells.
 *
 * @returns the cell that the caret goes to, as an offset of the table's text; undefined for none
 */
export function changeTable(
  editor: Editor,
  index: number,
  place: CellPlace,
  command: TableCommand,
): number | undefined {
  const element = editor.children[index];
  if (!element || !('block' in element) || element.block.type !== 'table') return undefined;
  const { block } = element;
  const made = change(block, place, command);
  if (!made) return cellStart(block, place);
  if (!made.table) {
    removeTable(editor, index);
    return undefined;
  }
  setFields(editor, [index], { block: made.table });
  const cell = cellAtGrid(made.table, made.row, made.column);
  return cell && cellStart(made.table, cell);
}

/** A paragraph takes its place. */
function removeTable(editor: Editor, index: number): void {
  Transforms.removeNodes(editor, { at: [index] });
  Transforms.insertNodes(editor, toElement(paragraph(editor.newId())), { at: [index] });
  Transforms.select(editor, Editor.start(editor, [index]));
}

/** As {@link changeTable}, where a whole table is selected: from its last cell, its first for what goes before. */
export function changeSelectedTable(editor: Editor, command: TableCommand): void {
  const entry = caretVoid(editor);
  const table = entry?.[0].block;
  if (table?.type !== 'table') return;
  const before = command === 'row-above' || command === 'column-before';
  const row = before ? 0 : table.rows.length - 1;
  const cell = before ? 0 : (table.rows[row]?.length ?? 1) - 1;
  changeTable(editor, entry![1][0]!, { row, cell }, command);
}

/** A new table at the selection, with the caret in its first cell. */
export function insertTable(editor: Editor, rows: number, columns: number, header: boolean): void {
  const id = editor.newId();
  insertBlocks(editor, [newTable(id, rows, columns, header)]);
  editor.enterBlock(id, 0);
}
