/** Which point "quote in the current point" means. */
import { pointMap } from '../../core/document/find.ts';
import type { Point } from '../../core/document/project.ts';
import type { AppState } from './store.ts';

export const quotes = (point: Point, highlight: string): boolean =>
  point.quotations.some((quotation) => quotation.highlight === highlight);

/**
 * The point that the writer is at. Selecting a passage takes her to the point that quotes it already; then the one
 * that she came from is meant, so that a passage can be quoted in several points.
 *
 * @param highlight the passage to quote; null for words that aren't one yet
 */
export function quotingPoint(
  { project, place, turnedFrom }: Pick<AppState, 'project' | 'place' | 'turnedFrom'>,
  highlight: string | null,
): Point | undefined {
  if (!project) return undefined;
  const points = pointMap(project);
  const here = place?.kind === 'point' ? points.get(place.id)?.point : undefined;
  if (highlight === null || (here && !quotes(here, highlight))) return here;
  const before = turnedFrom === null ? undefined : points.get(turnedFrom)?.point;
  return before && !quotes(before, highlight) ? before : here;
}
