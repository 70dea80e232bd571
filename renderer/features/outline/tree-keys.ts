/** The keys of the outline's tree, as in the ARIA pattern for trees; with Alt they move what is selected. */
import type { KeyboardEvent } from 'react';
import type { OutlineRow } from '../../../core/derived/outline.ts';
import { isEmptyFilter } from '../../../core/derived/point-filter.ts';
import { numbering } from '../../../core/derived/numbering.ts';
import { showPlace } from '../../state/navigation.ts';
import { duplicateSelected, nestSelected, removeSelected, shiftSelected } from '../../state/outline.ts';
import {
  clearSelected,
  fold,
  selectAll,
  selectAlso,
  selectTo,
  useOutlineView,
} from '../../state/outline-view.ts';
import { leaveOutlineFilter, useOutlineFilter } from '../../state/point-filters.ts';
import { app } from '../../state/store.ts';

/** Letters typed within this many milliseconds are one beginning of a title. */
const TYPED_TOGETHER = 700;
let typed = { text: '', at: 0 };

/**
 * @param id the row that has the focus
 * @returns the row that takes the focus; null when the key was used and it stays; undefined when it's no key of the tree
 */
export function treeKey(
  event: KeyboardEvent,
  rows: readonly OutlineRow[],
  id: string,
): string | null | undefined {
  const at = rows.findIndex((row) => row.id === id);
  const row = rows[at];
  if (!row || event.nativeEvent.isComposing) return undefined;
  const rtl = getComputedStyle(event.currentTarget).direction === 'rtl';
  const key = rtl ? (MIRRORED[event.key] ?? event.key) : event.key;
  const mod = event.ctrlKey || event.metaKey;
  if (event.altKey) return mod ? undefined : withAlt(key, row);
  if (mod) return withMod(key, row, rows, at);
  const ids = rows.map((each) => each.id);
  const go = (to: number): string | null => {
    const next = ids[Math.max(0, Math.min(to, ids.length - 1))] ?? null;
    if (next !== null && event.shiftKey) selectTo(next, ids, id);
    return next;
  };
  switch (key) {
    case 'ArrowDown':
      return go(at + 1);
    case 'ArrowUp':
      return go(at - 1);
    case 'Home':
      return go(0);
    case 'End':
      return go(rows.length - 1);
    case 'ArrowRight':
      if (row.expanded === false) fold(id, false);
      else if (row.expanded) return ids[at + 1] ?? null;
      return null;
    case 'ArrowLeft':
      if (row.expanded) fold(id, true);
      else return rows.slice(0, at).findLast((each) => each.level < row.level)?.id ?? null;
      return null;
    case ' ':
      selectAlso(id);
      return null;
    case 'Enter':
      clearSelected();
      showPlace({ kind: row.kind, id });
      return null;
    case 'Escape':
      if (useOutlineView.getState().selected.size > 1) clearSelected();
      else if (!isEmptyFilter(useOutlineFilter.getState())) leaveOutlineFilter();
      else return undefined;
      return null;
    case 'Delete':
    case 'Backspace':
      removeSelected(meant(row));
      return rows[at + 1]?.id ?? rows[at - 1]?.id ?? null;
    default:
      return event.key.length === 1 && event.key !== '?' ? typeAhead(event.key, rows, at) : undefined;
  }
}

const MIRRORED: Readonly<Record<string, string>> = { ArrowLeft: 'ArrowRight', ArrowRight: 'ArrowLeft' };

/** The selection when it holds the row, else the row alone. */
function meant(row: OutlineRow): readonly string[] {
  const { selected } = useOutlineView.getState();
  return selected.size > 1 && selected.has(row.id) ? [...selected] : [row.id];
}

function withAlt(key: string, row: OutlineRow): null | undefined {
  switch (key) {
    case 'ArrowUp':
      shiftSelected(-1, meant(row));
      return null;
    case 'ArrowDown':
      shiftSelected(1, meant(row));
      return null;
    case 'ArrowRight':
      nestSelected(1, meant(row));
      return null;
    case 'ArrowLeft':
      nestSelected(-1, meant(row));
      return null;
    default:
      return undefined;
  }
}

function withMod(
  key: string,
  row: OutlineRow,
  rows: readonly OutlineRow[],
  at: number,
): string | null | undefined {
  switch (key) {
    case 'a':
      selectAll(rows.map(({ id }) => id));
      return null;
    case 'd':
      duplicateSelected(meant(row));
      return null;
    case ' ':
      selectAlso(row.id);
      return null;
    case 'ArrowDown':
      return rows[at + 1]?.id ?? null;
    case 'ArrowUp':
      return rows[at - 1]?.id ?? null;
    default:
      return undefined;
  }
}

/** The next row whose title or code begins with what was typed. */
function typeAhead(letter: string, rows: readonly OutlineRow[], at: number): string | null {
  const now = Date.now();
  const going = now - typed.at < TYPED_TOGETHER;
  typed = { text: (going ? typed.text : '') + letter.toLocaleLowerCase(), at: now };
  const { project } = app.get();
  const numbers = project && numbering(project);
  const from = going && typed.text.length > 1 ? at : at + 1;
  const ordered = [...rows.slice(from), ...rows.slice(0, from)];
  const found = ordered.find(({ id, kind, title }) => {
    const code = (kind === 'point' ? numbers?.pointCodes : numbers?.sectionNumbers)?.get(id) ?? '';
    return [title, code].some((text) => text.toLocaleLowerCase().startsWith(typed.text));
  });
  return found?.id ?? null;
}
