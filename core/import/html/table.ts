/** Tables, and telling those that only serve a page's layout. */
import type { Picture, TableCell } from '../../text/block.ts';
import { attribute, childElements, isElement } from './element.ts';
import { depth, type Place } from './place.ts';
import type { HtmlReader } from './reader.ts';
import type { Element } from './tree.ts';

const LARGEST_SPAN = 1000;

function rowsOf(table: Element): Element[] {
  return table.children.flatMap((child) => {
    if (isElement(child, 'tr')) return [child];
    return isElement(child, 'thead', 'tbody', 'tfoot') ? childElements(child, 'tr') : [];
  });
}

function holds(element: Element, tag: string): boolean {
  return element.children.some((child) => isElement(child) && (child.tagName === tag || holds(child, tag)));
}

/** One cell, or declared to be layout, or holding further tables and no header cell. */
function isLayout(table: Element, cells: readonly Element[]): boolean {
  if (cells.length <= 1) return true;
  if (/^(presentation|none)$/.test(attribute(table, 'role') ?? '')) return true;
  return !cells.some((cell) => cell.tagName === 'th') && cells.some((cell) => holds(cell, 'table'));
}

function spanOf(cell: Element, name: 'colspan' | 'rowspan'): number {
  const value = Number.parseInt(attribute(cell, name) ?? '1', 10);
  return Number.isFinite(value) ? Math.min(Math.max(value, 1), LARGEST_SPAN) : 1;
}

export function readTable(reader: HtmlReader, table: Element, outer: Place): void {
  const shown = (element: Element) => !reader.hides(element);
  const rows = rowsOf(table)
    .filter(shown)
    .map((row) => ({ row, cells: childElements(row, 'td', 'th').filter(shown) }));
  const all = rows.flatMap(({ cells }) => cells);
  const place: Place = { ...outer, frame: { kind: 'paragraph' } };
  for (const caption of childElements(table, 'caption')) reader.framed(caption, place);
  if (isLayout(table, all)) {
    if (all.length > 1) reader.page.notices.add('changed', 'layout-table');
    for (const cell of all) reader.framed(cell, reader.within(cell, place));
    return;
  }
  const pictures: Picture[] = [];
  const made = rows
    .filter(({ cells }) => cells.length > 0)
    .map(({ row, cells }) =>
      cells.map((cell): TableCell => {
        const read = reader.inlineOf(
          cell,
          reader.within(cell, reader.within(row, { ...place, list: undefined })),
        );
        if (read.blocks > 1) reader.page.notices.add('changed', 'table-blocks');
        pictures.push(...read.pictures);
        const columns = spanOf(cell, 'colspan');
        const height = spanOf(cell, 'rowspan');
        return {
          content: read.content,
          ...(cell.tagName === 'th' ? { header: true } : {}),
          ...(columns > 1 ? { columns } : {}),
          ...(height > 1 ? { rows: height } : {}),
        };
      }),
    );
  if (made.some((row) => row.some((cell) => cell.content.length > 0))) {
    reader.emit({ id: reader.page.ids(), type: 'table', rows: made, ...depth(outer) }, outer);
  }
  for (const picture of pictures) reader.emit(picture, outer);
}
