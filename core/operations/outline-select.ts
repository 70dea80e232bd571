/** What a selection in the outline means: sections with all in them, and points, in reading order. */
import { pointMap } from '../document/find.ts';
import type { Project } from '../document/project.ts';
import { subtreeEnd } from '../document/section-tree.ts';

/**
 * Ids of the sections and points that a filtered outline shows, with the sections around them; undefined where it
 * shows all. What is shown is arranged as if the rest weren't there, and the rest keeps its order and its numbers
 * together: what isn't shown is neither merged nor removed.
 */
export type Shown = ReadonlySet<string> | undefined;

/** What is named itself is meant, shown or not. */
export function isShownIn(shown: Shown, named: Iterable<string>): (id: string) => boolean {
  if (!shown) return () => true;
  const also = new Set(named);
  return (id) => shown.has(id) || also.has(id);
}

export interface OutlineSelection {
  /** Ids of sections that stand in no other selected one. */
  readonly sections: readonly string[];
  /** Ids of points that stand in no selected section. */
  readonly points: readonly string[];
}

/** @param ids of sections and points, in any order; others are passed over */
export function outlineSelection(project: Project, ids: readonly string[]): OutlineSelection {
  const wanted = new Set(ids);
  const sections: string[] = [];
  const points: string[] = [];
  let within = 0;
  project.sections.forEach((section, index) => {
    if (index >= within && wanted.has(section.id)) {
      sections.push(section.id);
      within = subtreeEnd(project.sections, index);
    }
    if (index >= within) points.push(...section.points.flatMap(({ id }) => (wanted.has(id) ? [id] : [])));
  });
  return { sections, points };
}

/** All points of a selection, those of its sections too as far as they are shown. */
export function selectedPoints(project: Project, ids: readonly string[], shown?: Shown): readonly string[] {
  const { sections, points } = outlineSelection(project, ids);
  const isShown = isShownIn(shown, ids);
  const found = new Set(points);
  for (const id of sections) {
    const index = project.sections.findIndex((section) => section.id === id);
    for (const section of project.sections.slice(index, subtreeEnd(project.sections, index)))
      for (const point of section.points) if (isShown(point.id)) found.add(point.id);
  }
  return [...pointMap(project).keys()].filter((id) => found.has(id));
}
