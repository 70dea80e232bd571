import { create } from 'zustand';
import type { PointFilter } from '../../../core/derived/point-filter.ts';
import { useApp } from '../../state/store.ts';

/** What the board shows; it stays while the project is open. */
export const useBoardFilter = create<PointFilter>()(() => ({}));

export function setBoardFilter(field: keyof PointFilter, value: string | undefined): void {
  const { [field]: _, ...rest } = useBoardFilter.getState();
  useBoardFilter.setState(value === undefined ? rest : { ...rest, [field]: value }, true);
}

export function clearBoardFilter(): void {
  useBoardFilter.setState({}, true);
}

useApp.subscribe(({ project }, before) => {
  if (project?.id !== before.project?.id) clearBoardFilter();
});
