/** What of the outline is selected and folded up. No part of the project, nor of its history. */
import { create } from 'zustand';
import { isEmptyFilter } from '../../core/derived/point-filter.ts';
import type { Project } from '../../core/document/project.ts';
import { pointMap } from '../../core/document/find.ts';
import { subtreeEnd } from '../../core/document/section-tree.ts';
import { readFolded, rememberFolded } from '../platform/folded.ts';
import { shownInOutline, useOutlineFilter } from './point-filters.ts';
import { app, useApp } from './store.ts';

interface OutlineView {
  /** Sections and points; one alone isn't more than the place that the writer is at. */
  readonly selected: ReadonlySet<string>;
  /** Where a selection of several began. */
  readonly anchor: string | null;
  readonly folded: ReadonlySet<string>;
  /** What is folded up while the outline is filtered, in which all that is found unfolds at first; else null. */
  readonly foldedAmong: ReadonlySet<string> | null;
}

const NONE: ReadonlySet<string> = new Set();

export const useOutlineView = create<OutlineView>(() => ({
  selected: NONE,
  anchor: null,
  folded: NONE,
  foldedAmong: null,
}));
const { getState: get, setState: put } = useOutlineView;

useApp.subscribe(({ project, place }, before) => {
  if (project?.id !== before.project?.id)
    put({ selected: NONE, anchor: null, folded: project ? readFolded(project.id) : NONE });
  else if (place !== before.place && place && 'id' in place && !get().selected.has(place.id)) clearSelected();
});

useOutlineFilter.subscribe((filter) => {
  put({ foldedAmong: isEmptyFilter(filter) ? null : NONE });
  clearSelected();
});

/** The sections that are folded up as the outline is shown now. */
export const foldedNow = ({ folded, foldedAmong }: OutlineView): ReadonlySet<string> => foldedAmong ?? folded;

export function clearSelected(): void {
  if (get().selected.size > 0) put({ selected: NONE, anchor: null });
}

export function selectOnly(id: string): void {
  put({ selected: new Set([id]), anchor: id });
}

export function selectAlso(id: string): void {
  const { selected } = get();
  const next = new Set(selected.size > 0 ? selected : placeOnly());
  if (!next.delete(id)) next.add(id);
  put({ selected: next, anchor: id });
}

/**
 * From where the selection of several began to here, of the rows that are seen.
 *
 * @param from where it begins when there's none yet: the row with the focus; else where the writer is
 */
export function selectTo(id: string, rows: readonly string[], from?: string): void {
  const begun = get().selected.size > 1 ? get().anchor : null;
  const anchor = begun ?? from ?? get().anchor ?? placeOnly()[0] ?? id;
  const [a, b] = [rows.indexOf(anchor), rows.indexOf(id)];
  if (b < 0) return;
  const [first, last] = a < 0 ? [b, b] : [Math.min(a, b), Math.max(a, b)];
  put({ selected: new Set(rows.slice(first, last + 1)), anchor: a < 0 ? id : anchor });
}

export function selectAll(rows: readonly string[]): void {
  put({ selected: new Set(rows), anchor: rows[0] ?? null });
}

const placeOnly = (): readonly string[] => {
  const { place } = app.get();
  return place && 'id' in place ? [place.id] : [];
};

/** What an act on the outline is meant for: the rows selected that are still there and shown, else the place of the writer. */
export function outlineIds(project: Project): readonly string[] {
  const { selected } = get();
  const sections = new Set(project.sections.map(({ id }) => id));
  const shown = shownInOutline(project);
  const there = [...selected].filter(
    (id) => (sections.has(id) || pointMap(project).has(id)) && (shown?.has(id) ?? true),
  );
  return there.length > 0 ? there : placeOnly();
}

export function fold(id: string, folded: boolean): void {
  foldAll([id], folded);
}

export function foldAll(ids: readonly string[], folded: boolean): void {
  const { project } = app.get();
  const among = get().foldedAmong;
  const next = new Set(among ?? get().folded);
  for (const id of ids)
    if (folded) next.add(id);
    else next.delete(id);
  put(among ? { foldedAmong: next } : { folded: next });
  if (project && !among) rememberFolded(project.id, next);
}

/** Unfolds what hides this section or point. */
export function unfoldTo(project: Project, id: string): void {
  const folded = foldedNow(get());
  if (folded.size === 0) return;
  const at = pointMap(project).get(id);
  const index = at ? at.sectionIndex : project.sections.findIndex((section) => section.id === id);
  const around = project.sections
    .slice(0, index + 1)
    .filter((section, i) => folded.has(section.id) && subtreeEnd(project.sections, i) > index)
    .map((section) => section.id)
    .filter((section) => section !== id);
  if (around.length > 0) foldAll(around, false);
}
