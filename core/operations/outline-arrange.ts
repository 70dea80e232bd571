/** Arranging points: by their place in the letters, and into parts by what they are about. */
import { pointMap, highlightMap } from '../document/find.ts';
import type { IdSource } from '../document/id.ts';
import type { Point, Project, Section } from '../document/project.ts';
import { subtreeEnd } from '../document/section-tree.ts';
import { addSection, movePoint, newSection } from './edits.ts';
import type { Operation } from './operation.ts';
import { selectedPoints } from './outline-select.ts';
import { movePointsTo } from './outline-move.ts';
import { Steps } from './steps.ts';

/** Points with those that share their number, or that quote nothing and follow them. */
function runs(points: readonly Point[]): readonly (readonly Point[])[] {
  const found: Point[][] = [];
  for (const point of points) {
    const last = found.at(-1);
    if (last && (point.sub || point.quotations.length === 0)) last.push(point);
    else found.push([point]);
  }
  return found;
}

/**
 * The points of these sections in the order of their first quotations in the letters. What shares a number with
 * the point before it, or quotes nothing, stays behind that point; a point that quotes nothing and begins its
 * section stays there.
 *
 * @param ranks highlight id → its place among all passages
 */
export function sortPoints(
  project: Project,
  sections: readonly string[],
  ranks: ReadonlyMap<string, number>,
): readonly Operation[] {
  const rank = (run: readonly Point[]) =>
    ranks.get(run[0]?.quotations[0]?.highlight ?? '') ?? (run[0]?.quotations.length === 0 ? -1 : Infinity);
  const steps = new Steps(project);
  for (const { id, points } of project.sections.filter((section) => sections.includes(section.id))) {
    const sorted = runs(points)
      .toSorted((a, b) => rank(a) - rank(b) || 0)
      .flat();
    sorted.forEach((point, index) => steps.add((now) => movePoint(now, point.id, id, index)));
  }
  return steps.operations;
}

export const GROUPINGS = ['category', 'letter', 'topic'] as const;
export type Grouping = (typeof GROUPINGS)[number];

interface Group {
  readonly title: string;
  readonly ties: Pick<Section, 'letter' | 'topic'>;
  readonly points: string[];
}

/** What a point belongs to, told by its first quotation; by topic, by the first of its tags. */
function groupOf(project: Project, point: Point, by: Grouping): Omit<Group, 'points'> | undefined {
  if (by === 'topic') {
    const [tag] = (point as { readonly tags?: readonly string[] }).tags ?? [];
    return tag === undefined ? undefined : { title: tag, ties: { topic: tag } };
  }
  const highlight = highlightMap(project).get(point.quotations[0]?.highlight ?? '');
  if (!highlight) return undefined;
  if (by === 'category') {
    const name = project.categories.find(({ id }) => id === highlight.category)?.name;
    return name ? { title: name, ties: { topic: name } } : undefined;
  }
  const letter = project.letters.find(({ id }) => id === highlight.letter);
  return letter && { title: letter.item.title ?? letter.code, ties: { letter: letter.id } };
}

/**
 * New parts behind the selection's last one, one for each category (letter, topic) among its points, in the order
 * in which these are met. Points of none stay where they are, and so do the parts that the others leave.
 */
export function groupPoints(
  project: Project,
  ids: readonly string[],
  by: Grouping,
  newId: IdSource,
): readonly Operation[] {
  const places = pointMap(project);
  const groups = new Map<string, Group>();
  let last = -1;
  for (const id of selectedPoints(project, ids)) {
    const place = places.get(id);
    const group = place && groupOf(project, place.point, by);
    if (!group) continue;
    last = Math.max(last, place.sectionIndex);
    const key = JSON.stringify(group.ties);
    const known = groups.get(key) ?? { ...group, points: [] };
    known.points.push(id);
    groups.set(key, known);
  }
  const steps = new Steps(project);
  const behind = project.sections[last];
  if (last >= 0) last = subtreeEnd(project.sections, last) - 1;
  const { place, level, round } = behind ?? { level: 1 as const };
  for (const { title, ties, points } of groups.values()) {
    const made: Section = {
      ...newSection(newId(), title),
      ...ties,
      level,
      ...(place ? { place } : {}),
      ...(round ? { round } : {}),
    };
    steps.add((now) => addSection(now, made, ++last));
    steps.add((now) => movePointsTo(now, points, made.id));
  }
  return steps.operations;
}
