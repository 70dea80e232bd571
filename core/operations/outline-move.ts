/** Moving sections and points about the outline: up and down, in and out, to another place. */
import { pointMap } from '../document/find.ts';
import type { Project, Section, SectionPlace } from '../document/project.ts';
import { matterRank, sectionDepths, subtreeEnd } from '../document/section-tree.ts';
import { set, shiftPoint } from './edits.ts';
import type { Operation } from './operation.ts';
import { outlineSelection } from './outline-select.ts';
import { PointMoves } from './point-moves.ts';
import { Steps } from './steps.ts';

const indexOf = ({ sections }: Project, id: string) => sections.findIndex((section) => section.id === id);

/** The section with all in it, to before the section now at `to`; that isn't one of them. */
function moveSubtree(project: Project, id: string, to: number): readonly Operation[] {
  const from = indexOf(project, id);
  if (from < 0) return [];
  const count = subtreeEnd(project.sections, from) - from;
  if (to >= from && to <= from + count) return [];
  const list = { of: 'sections' } as const;
  return Array.from({ length: count }, (_, i): Operation =>
    to < from
      ? { type: 'move', from: list, fromIndex: from + i, to: list, toIndex: to + i }
      : { type: 'move', from: list, fromIndex: from, to: list, toIndex: to - 1 },
  );
}

/** Where a section goes when it's moved one place up or down; undefined at the border of its kind of matter. */
function shiftedTo({ sections }: Project, from: number, by: -1 | 1): number | undefined {
  const own = sections[from];
  if (!own) return undefined;
  if (by < 0) {
    let to = from - 1;
    while (to >= 0 && (sections[to]?.level ?? 0) > own.level) to--;
    const neighbour = sections[to];
    return neighbour && neighbour.place === own.place ? to : undefined;
  }
  const end = subtreeEnd(sections, from);
  const next = sections[end];
  if (next?.place !== own.place || !next) return undefined;
  // Past all of a neighbour, but only past the head of a part that it comes into.
  return next.level < own.level ? end + 1 : subtreeEnd(sections, end);
}

/**
 * The selection one place up (-1) or down (1). Sections go with all in them past the neighbouring one; points past
 * the next one, or into the next section. What is at the end stays, and so does what comes up to it.
 */
export function shiftInOutline(project: Project, ids: readonly string[], by: -1 | 1): readonly Operation[] {
  const { sections, points } = outlineSelection(project, ids);
  const steps = new Steps(project);
  const moving = sections.length > 0 ? sections : points;
  const ordered = by < 0 ? moving : moving.toReversed();
  const stuck = new Set<string>();
  for (const id of ordered) {
    const before = steps.operations.length;
    if (sections.length > 0) {
      const from = indexOf(steps.project, id);
      const to = shiftedTo(steps.project, from, by);
      const passed = to === undefined ? undefined : steps.project.sections[by < 0 ? to : to - 1]?.id;
      if (to !== undefined && !stuck.has(passed ?? '')) steps.add((now) => moveSubtree(now, id, to));
    } else {
      const place = pointMap(steps.project).get(id);
      const neighbour = place?.section.points[place.index + by]?.id;
      if (neighbour === undefined || !stuck.has(neighbour)) steps.add((now) => shiftPoint(now, id, by));
    }
    if (steps.operations.length === before) stuck.add(id);
  }
  return steps.operations;
}

const DEEPEST = 3;

/** One level in (1) or out (-1), with all in it. In: into the section before it that is as deep. */
function nestSection(project: Project, id: string, by: -1 | 1): readonly Operation[] {
  const { sections } = project;
  const index = indexOf(project, id);
  const depths = sectionDepths(sections);
  const depth = depths.get(id) ?? 1;
  const inside = sections.slice(index, subtreeEnd(sections, index));
  const deepest = Math.max(...inside.map((section) => depths.get(section.id) ?? 1));
  if (by < 0 && depth === 1) return [];
  if (by > 0) {
    const before = sections[index - 1];
    if (!before || before.place !== sections[index]?.place) return [];
    if ((depths.get(before.id) ?? 1) < depth || deepest + 1 > DEEPEST) return [];
  }
  return [
    ...levelsAsDepths(sections.slice(0, index), depths),
    ...inside.flatMap((section) => setLevel(section, (depths.get(section.id) ?? 1) + by)),
  ];
}

const setLevel = ({ id, level }: Section, to: number): Operation[] =>
  set({ of: 'section', id }, 'level', level, to);

/** Levels that skip one don't; the tree stays as it is. */
const levelsAsDepths = (sections: readonly Section[], depths: ReadonlyMap<string, number>): Operation[] =>
  sections.flatMap((section) => setLevel(section, depths.get(section.id) ?? 1));

/**
 * The selection in (1) or out (-1). A section goes a level deeper or less deep; a point comes under the number of
 * the one before it in its section (3a, 3b), or gets a number of its own again.
 */
export function nestInOutline(project: Project, ids: readonly string[], by: -1 | 1): readonly Operation[] {
  const { sections, points } = outlineSelection(project, ids);
  const steps = new Steps(project);
  for (const id of sections) steps.add((now) => nestSection(now, id, by));
  for (const id of points) {
    steps.add((now) => {
      const place = pointMap(now).get(id);
      if (!place || (by > 0 && place.index === 0)) return [];
      return set({ of: 'point', id }, 'sub', place.point.sub, by > 0 ? true : undefined);
    });
  }
  return steps.operations;
}

/** Into this section, behind its points or before the one that stands there. The moved ones keep their order. */
export function movePointsTo(
  project: Project,
  ids: readonly string[],
  section: string,
  before?: string,
): readonly Operation[] {
  const { points } = outlineSelection(project, ids);
  const moves = new PointMoves(project);
  const moving = new Set(points);
  const rest = moves.in(section).filter((id) => !moving.has(id));
  // One by one behind the last that was moved, the first behind what stands before the place.
  let anchor = rest[(before !== undefined && rest.includes(before) ? rest.indexOf(before) : rest.length) - 1];
  for (const id of points) {
    const others = moves.in(section).filter((each) => each !== id);
    moves.move(id, section, anchor === undefined ? 0 : others.indexOf(anchor) + 1);
    anchor = id;
  }
  return moves.operations;
}

/** Sections with all in them to before another one, or behind all (of their kind of matter) when it's undefined. */
export function moveSectionsBefore(
  project: Project,
  ids: readonly string[],
  before: string | undefined,
): readonly Operation[] {
  const steps = new Steps(project);
  for (const id of outlineSelection(project, ids).sections) {
    steps.add((now) => {
      const from = indexOf(now, id);
      const own = now.sections[from];
      if (!own) return [];
      const named = before === undefined ? -1 : indexOf(now, before);
      const inside = named >= from && named < subtreeEnd(now.sections, from);
      if (inside || (named >= 0 && now.sections[named]?.place !== own.place)) return [];
      const end = now.sections.findLastIndex(({ place }) => place === own.place) + 1;
      return moveSubtree(now, id, named < 0 ? end : named);
    });
  }
  return steps.operations;
}

/** Makes sections, with all in them, front or back matter, or numbered parts (undefined): they go to its end. */
export function placeSections(
  project: Project,
  ids: readonly string[],
  place: SectionPlace | undefined,
): readonly Operation[] {
  const steps = new Steps(project);
  for (const id of outlineSelection(project, ids).sections) {
    const from = indexOf(steps.project, id);
    const own = steps.project.sections[from];
    if (!own || own.place === place) continue;
    steps.add(({ sections }) => {
      const depths = sectionDepths(sections);
      const inside = sections.slice(from, subtreeEnd(sections, from));
      const out = (depths.get(id) ?? 1) - 1;
      return inside.flatMap((section) => [
        ...set({ of: 'section', id: section.id }, 'place', section.place, place),
        ...setLevel(section, (depths.get(section.id) ?? 1) - out),
      ]);
    });
    // Where its new kind of matter ends, itself not counted.
    const moved = steps.project.sections.slice(from, subtreeEnd(steps.project.sections, from));
    const gone = new Set(moved.map((section) => section.id));
    const last = steps.project.sections.findLastIndex(
      (section) => !gone.has(section.id) && matterRank(section) <= matterRank({ place }),
    );
    steps.add((now) => moveSubtree(now, id, last + 1));
  }
  return steps.operations;
}
