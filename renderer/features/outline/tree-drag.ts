/** Dragging rows of the outline: the one under the pointer, or all that are selected with it. */
import { useRef, useState, type DragEvent } from 'react';
import type { OutlineRow } from '../../../core/derived/outline.ts';
import { en } from '../../../core/messages/en.ts';
import { dropOn, type DropPlace } from '../../state/outline.ts';
import { useOutlineView } from '../../state/outline-view.ts';

const TYPE = 'application/x-pamphleteer-outline';

interface Mark {
  readonly row: string;
  readonly where: 'before' | 'after' | 'into';
  readonly to: DropPlace;
}

export function useTreeDrag(rows: readonly OutlineRow[]) {
  const dragged = useRef<readonly string[]>([]);
  const [mark, setMark] = useState<Mark | null>(null);
  const [lifted, setLifted] = useState<readonly string[]>([]);
  const end = () => {
    dragged.current = [];
    setMark(null);
    setLifted([]);
  };
  return {
    isLifted: (row: string) => lifted.includes(row),
    mark: (row: string) => (mark?.row === row ? mark.where : undefined),
    handlers: {
      onDragStart: (event: DragEvent) => {
        const row = (event.target as HTMLElement).closest<HTMLElement>('[data-row]');
        const id = row?.dataset['row'];
        if (id === undefined) return;
        const { selected } = useOutlineView.getState();
        const ids = selected.size > 1 && selected.has(id) ? [...selected] : [id];
        dragged.current = ids;
        // The picture that is dragged is taken of the row as it is before.
        setTimeout(() => setLifted(dragged.current));
        event.dataTransfer.setData(TYPE, '');
        event.dataTransfer.effectAllowed = 'move';
        if (ids.length > 1) event.dataTransfer.setDragImage(countImage(ids.length), -8, 12);
      },
      onDragOver: (event: DragEvent) => {
        if (dragged.current.length === 0) return;
        const found = markAt(event, rows, dragged.current);
        if (found) event.preventDefault();
        if (found?.row !== mark?.row || found?.where !== mark?.where) setMark(found);
      },
      onDragLeave: (event: DragEvent) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setMark(null);
      },
      onDrop: (event: DragEvent) => {
        const found = markAt(event, rows, dragged.current);
        if (found) {
          event.preventDefault();
          event.stopPropagation();
          dropOn(dragged.current, found.to);
        }
        end();
      },
      onDragEnd: end,
    },
  };
}

function markAt(event: DragEvent, rows: readonly OutlineRow[], ids: readonly string[]): Mark | null {
  const element = (event.target as HTMLElement).closest?.<HTMLElement>('[data-row]');
  const at = rows.findIndex(({ id }) => id === element?.dataset['row']);
  const row = rows[at];
  if (!element || !row || ids.includes(row.id)) return null;
  const box = element.getBoundingClientRect();
  const low = event.clientY > (box.top + box.bottom) / 2;
  const parts = rows.some(({ id, kind }) => kind === 'section' && ids.includes(id));
  if (parts) {
    if (row.kind === 'section' && !low)
      return { row: row.id, where: 'before', to: { kind: 'before-section', section: row.id } };
    const next = rows.slice(at + 1).find(({ kind }) => kind === 'section');
    const last = next ? rows[rows.indexOf(next) - 1] : rows.at(-1);
    return { row: last?.id ?? row.id, where: 'after', to: { kind: 'before-section', section: next?.id } };
  }
  if (row.kind === 'section') {
    return row.expanded === false
      ? { row: row.id, where: 'into', to: { kind: 'into', section: row.id } }
      : { row: row.id, where: 'after', to: { kind: 'head', section: row.id } };
  }
  const section = rows.slice(0, at).findLast(({ kind }) => kind === 'section')?.id ?? '';
  if (!low) return { row: row.id, where: 'before', to: { kind: 'before-point', section, point: row.id } };
  return { row: row.id, where: 'after', to: { kind: 'after-point', section, point: row.id } };
}

/** A small card that tells how many are dragged. */
function countImage(count: number): HTMLElement {
  const card = document.createElement('div');
  card.className = 'drag-count';
  card.textContent = en.outline.dragged(count);
  document.body.append(card);
  setTimeout(() => card.remove());
  return card;
}
