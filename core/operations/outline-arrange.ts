/** Arranging points: by their place in the letters, and into parts by what they are about. */
import { pointMap, highlightMap, type PointPlace } from '../document/find.ts';
import type { IdSource } from '../document/id.ts';
import type { Point, Project, Section } from '../document/project.ts';
import { inherited, subtreeEnd } from '../document/section-tree.ts';
import { addSection, newSection } from './edits.ts';
import type { Operation } from './operation.ts';
import { isShownIn, selectedPoints, type Shown } from './outline-select.ts';
import { movePointsTo } from './outline-move.ts';
import { PointMoves } from './point-moves.ts';
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
 * section stays there. What isn't shown stays in its place, with what shares its number.
 *
 * @param ranks highlight id → its place among all passages
 */
export function sortPoints(
  project: Project,
  sections: readonly string[],
  ranks: ReadonlyMap<string, number>,
  shown?: Shown,
): readonly Operation[] {
  const isShown = isShownIn(shown, []);
  const rank = (run: readonly Point[]) =>
    ranks.get(run[0]?.quotations[0]?.highlight ?? '') ?? (run[0]?.quotations.length === 0 ? -1 : Infinity);
  const moves = new PointMoves(project);
  for (const { id, points } of project.sections.filter((section) => sections.includes(section.id))) {
    const all = runs(points);
    const moving = (run: readonly Point[] = []) => isShown(run[0]?.id ?? '');
    const sorted = all.filter(moving).toSorted((a, b) => rank(a) - rank(b) || 0);
    let next = 0;
    const arranged = all.flatMap((run) => (moving(run) ? (sorted[next++] ?? []) : run));
    arranged.forEach((point, index) => moves.move(point.id, id, index));
  }
  return moves.operations;
}

export const GROUPINGS = ['category', 'letter', 'topic', 'tag'] as const;
export type Grouping = (typeof GROUPINGS)[number];

interface Group {
  readonly title: string;
  readonly ties: Pick<Section, 'letter' | 'topic'>;
  readonly points: string[];
}

/**
 * What a point belongs to: by category and letter that of its first quotation; by tag the first of its own, else of its
 * passages; by topic that of the part it stands in, else its own first tag.
 *
 * @param topics section id → its topic, or that of the nearest part around it
 */
function groupOf(
  project: Project,
  { point, section }: PointPlace,
  by: Grouping,
  topics: ReadonlyMap<string, string>,
): Omit<Group, 'points'> | undefined {
  const highlights = highlightMap(project);
  if (by === 'topic' || by === 'tag') {
    const passages = () =>
      point.quotations.map((quotation) => highlights.get(quotation.highlight)?.tags?.[0]);
    const topic =
      by === 'topic'
        ? (topics.get(section.id) ?? point.tags?.[0])
        : (point.tags?.[0] ?? passages().find((tag) => tag !== undefined));
    return topic === undefined ? undefined : { title: topic, ties: { topic } };
  }
  const highlight = highlights.get(point.quotations[0]?.highlight ?? '');
  if (!highlight) return undefined;
  if (by === 'category') {
    const name = project.categories.find(({ id }) => id === highlight.category)?.name;
    return name ? { title: name, ties: { topic: name } } : undefined;
  }
  const letter = project.letters.find(({ id }) => id === highlight.letter);
  return letter && { title: letter.item.title ?? letter.code, ties: { letter: letter.id } };
}

/**
 * New parts behind the selection's last one, one for each category (letter, topic, tag) among its points, in the order
 * in which these are met. Points of none stay where they are, and so do the parts that the others leave.
 */
export function groupPoints(
  project: Project,
  ids: readonly string[],
  by: Grouping,
  newId: IdSource,
  shown?: Shown,
): readonly Operation[] {
  const places = pointMap(project);
  const topics = inherited(project.sections, ({ topic }) => topic?.trim() || undefined);
  const groups = new Map<string, Group>();
  let last = -1;
  for (const id of selectedPoints(project, ids, shown)) {
    const place = places.get(id);
    const group = place && groupOf(project, place, by, topics);
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
    steps.add((now) => movePointsTo(now, points, made.id, 'last', shown));
  }
  return steps.operations;
}
