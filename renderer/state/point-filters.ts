/** Which points the board and the outline show. No part of the project; it stays while the project is open. */
import { create } from 'zustand';
import { outline, outlineOf } from '../../core/derived/outline.ts';
import { filteredPoints, isEmptyFilter, type PointFilter } from '../../core/derived/point-filter.ts';
import type { Project } from '../../core/document/project.ts';
import type { Shown } from '../../core/operations/outline-select.ts';
import { showSide } from './navigation.ts';
import { useApp } from './store.ts';

const pointFilter = () => create<PointFilter>()(() => ({}));
export const useBoardFilter = pointFilter();
export const useOutlineFilter = pointFilter();

/** @param value undefined for all */
export function setPointFilter<F extends keyof PointFilter>(
  use: typeof useBoardFilter,
  field: F,
  value: PointFilter[F] | undefined,
): void {
  const { [field]: _, ...rest } = use.getState();
  use.setState(value === undefined ? rest : { ...rest, [field]: value }, true);
}

export function clearPointFilter(use: typeof useBoardFilter): void {
  if (!isEmptyFilter(use.getState())) use.setState({}, true);
}

interface FilterBar {
  /** Shown although nothing is filtered. */
  readonly open: boolean;
  /** Asks its field to take the focus; another number asks anew. */
  readonly asked: number;
}

/** The line above the outline in which it is filtered. */
export const useOutlineFilterBar = create<FilterBar>()(() => ({ open: false, asked: 0 }));

export function openOutlineFilter(): void {
  showSide('outline');
  useOutlineFilterBar.setState(({ asked }) => ({ open: true, asked: asked + 1 }));
}

export function useFilterIsOpen(): boolean {
  const isOpen = useOutlineFilterBar(({ open }) => open);
  const isFiltered = useOutlineFilter((filter) => !isEmptyFilter(filter));
  return isOpen || isFiltered;
}

/** Shows all of the outline again. */
export function leaveOutlineFilter(): void {
  clearPointFilter(useOutlineFilter);
  useOutlineFilterBar.setState({ open: false });
}

/** What the outline shows of the project, for acts on it. */
export function shownInOutline(project: Project): Shown {
  const filter = useOutlineFilter.getState();
  if (isEmptyFilter(filter)) return undefined;
  const points = new Set(filteredPoints(project, filter).map(({ point }) => point.id));
  const parts = outlineOf(outline(project.sections), points);
  return new Set([...points, ...parts.map(({ id }) => id)]);
}

useApp.subscribe(({ project }, before) => {
  if (project?.id === before.project?.id) return;
  clearPointFilter(useBoardFilter);
  leaveOutlineFilter();
});
