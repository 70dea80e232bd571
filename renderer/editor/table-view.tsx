/** A table in a text that is being written: the cell with the caret is an editor, the others are as they are shown. */
import { useContext, type KeyboardEvent, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import type { Editor } from 'slate';
import type { Table } from '../../core/text/block.ts';
import {
  cellAtGrid,
  cellAtOffset,
  cellPlaces,
  cellStart,
  gridPlace,
  setCell,
  type CellPlace,
} from '../../core/text/table.ts';
import { inlineLength } from '../../core/text/inline.ts';
import { BlockPartsContext } from './block-parts.ts';
import { atCellEdge } from './caret-lines.ts';
import type { EditorCommand } from './editor-command.ts';
import { StaticContent } from './inline-view.tsx';
import { editorMessages } from './messages.ts';
import type { VoidElement } from './nodes.ts';
import { perform } from './perform.ts';
import { changeTable, isTableCommand } from './table-edits.ts';
import { TextContext } from './text-context.ts';
import { useCells } from './use-cells.ts';
import { VoidView } from './void-view.tsx';

const keyOf = ({ row, cell }: CellPlace): string => `${row}-${cell}`;
const placeOf = (key: string): CellPlace => {
  const [row = 0, cell = 0] = key.split('-').map(Number);
  return { row, cell };
};

export function TableView({ element, table }: { element: VoidElement; table: Table }): ReactNode {
  const parts = useContext(BlockPartsContext);
  return parts ? <EditableTable element={element} table={table} /> : <VoidView block={table} />;
}

function EditableTable({ element, table }: { element: VoidElement; table: Table }): ReactNode {
  // What the atoms in a cell say changes with the text's.
  useContext(TextContext);
  const cells = useCells(element, {
    write: (block, key, content) => (block.type === 'table' ? setCell(block, placeOf(key), content) : block),
    startOf: (key) => cellStart(table, placeOf(key)),
    at: (offset) => {
      const found = cellAtOffset(table, offset);
      return { key: keyOf(found), offset: found.offset };
    },
  });
  const { editor, parts, active, pointed, setPointed, place } = cells;
  const words = editorMessages.table;

  const goTo = (to: CellPlace, edge: 'start' | 'end' | 'all'): void => {
    const length = inlineLength(table.rows[to.row]?.[to.cell]?.content ?? []);
    cells.enter(cellStart(table, to) + (edge === 'start' ? 0 : length));
  };
  const step = (from: CellPlace, by: 1 | -1): void => {
    const all = cellPlaces(table);
    const next = all[all.findIndex((each) => keyOf(each) === keyOf(from)) + by];
    if (next) goTo(next, 'end');
    else if (by > 0) onCommand(keyOf(from), 'row-below', true);
  };
  /** The cell above or below; out of the table where there is none. */
  const stepRow = (from: CellPlace, by: 1 | -1): void => {
    const at = gridPlace(table, from);
    const row = at && (by > 0 ? at.row + at.rows : at.row - 1);
    const to = at && row !== undefined ? cellAtGrid(table, row, at.column) : undefined;
    if (to) goTo(to, by > 0 ? 'start' : 'end');
    else cells.leave(by > 0 ? 'down' : 'up');
  };
  const stepAside = (from: CellPlace, by: 1 | -1): void => {
    const all = cellPlaces(table);
    const next = all[all.findIndex((each) => keyOf(each) === keyOf(from)) + by];
    if (next) goTo(next, by > 0 ? 'start' : 'end');
    else cells.leave(by > 0 ? 'down' : 'up');
  };

  const onCommand = (key: string, command: EditorCommand, toRow = false): boolean => {
    if (!isTableCommand(command)) return false;
    editor.settle();
    const from = placeOf(key);
    const index = place();
    const offset = changeTable(editor, index, from, command);
    editor.settle('other');
    if (offset === undefined) cells.leave('block');
    else {
      const now = editor.children[index];
      const made = now && 'block' in now && now.block.type === 'table' ? now.block : table;
      const at = cellAtOffset(made, offset);
      // From the last cell Tab goes on to the beginning of the new row.
      editor.enterBlock(element.id, toRow ? cellStart(made, { row: at.row, cell: 0 }) : offset);
    }
    return true;
  };
  const onKey = (key: string, event: KeyboardEvent, inner: Editor): boolean => {
    const from = placeOf(key);
    const { shiftKey, ctrlKey, metaKey, altKey } = event;
    if (ctrlKey || metaKey || altKey) return false;
    if (event.key === 'Tab') {
      step(from, shiftKey ? -1 : 1);
      return true;
    }
    if (shiftKey) return false;
    if (event.key === 'Escape') {
      cells.leave('block');
      return true;
    }
    const edge = atCellEdge(inner, event.key);
    if (edge === undefined) return false;
    if (event.key === 'ArrowUp' || event.key === 'ArrowDown') stepRow(from, edge);
    else stepAside(from, edge);
    return true;
  };
  const Cell = parts?.CellEditor;
  const answer = parts?.props.current;

  return (
    <table>
      <tbody>
        {table.rows.map((row, r) => (
          <tr key={r}>
            {row.map((cell, c) => {
              const key = `${r}-${c}`;
              const Tag = cell.header ? 'th' : 'td';
              const edited = active?.key === key || pointed === key;
              return (
                <Tag
                  key={c}
                  colSpan={cell.columns}
                  rowSpan={cell.rows}
                  data-cell={key}
                  onPointerEnter={() => flushSync(() => setPointed(key))}
                  onPointerLeave={() => setPointed((before) => (before === key ? null : before))}
                  onMouseDown={(event) => {
                    // Beside the words, the caret goes to their end.
                    if (event.target !== event.currentTarget && edited) return;
                    event.preventDefault();
                    goTo({ row: r, cell: c }, 'end');
                  }}
                >
                  {edited && Cell && answer ? (
                    <Cell
                      id={`${table.id}-${key}`}
                      content={cell.content}
                      label={words.cell(r + 1, c + 1)}
                      placeholder=""
                      answer={answer}
                      caret={active?.key === key ? active.caret : undefined}
                      onChange={(content, edit) => cells.change(key, content, edit)}
                      onFocus={() => cells.focused(key)}
                      onBlur={() => cells.blurred(key)}
                      onSelect={(selection) => answer.onSelect?.(cells.placed(key, selection))}
                      onKey={(event, inner) => onKey(key, event, inner)}
                      onCommand={(command) => onCommand(key, command) || leaveFor(editor, command)}
                    />
                  ) : (
                    <StaticContent content={cell.content} />
                  )}
                </Tag>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What is put between blocks goes behind the table; the direction and the quotation are the table's own. */
const OF_THE_BLOCK = new Set<EditorCommand>([
  'quotation',
  'direction-auto',
  'direction-ltr',
  'direction-rtl',
  'rule',
  'picture',
]);

export function leaveFor(editor: Editor, command: EditorCommand): boolean {
  return OF_THE_BLOCK.has(command) && perform(editor, command);
}
