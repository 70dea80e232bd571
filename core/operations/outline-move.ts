/** Moving sections and points about the outline: up and down, in and out, to another place. */
import { pointMap } from '../document/find.ts';
import type { Project, Section, SectionPlace } from '../document/project.ts';
import { matterRank, sectionDepths, subtreeEnd } from '../document/section-tree.ts';
import { set } from './edits.ts';
import type { Operation } from './operation.ts';
import { isShownIn, outlineSelection, type Shown } from './outline-select.ts';
import { PointMoves, type Among } from './point-moves.ts';
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

type IsShown = (id: string) => boolean;

/**
 * Where a section goes when it's moved one place up or down, and which shown one it passes; undefined at the border of
 * its kind of matter. Hidden ones are passed with it.
 */
function shiftedTo(
  { sections }: Project,
  from: number,
  by: -1 | 1,
  isShown: IsShown,
): { readonly to: number; readonly past: string } | undefined {
  const own = sections[from];
  if (!own) return undefined;
  let to = by < 0 ? from : subtreeEnd(sections, from);
  for (;;) {
    if (by < 0)
      do to--;
      while (to >= 0 && (sections[to]?.level ?? 0) > own.level);
    const neighbour = sections[to];
    if (!neighbour || neighbour.place !== own.place) return undefined;
    const end = subtreeEnd(sections, to);
    if (isShown(neighbour.id)) {
      // Past all of a neighbour, but only past the head of a part that it comes into.
      const below = neighbour.level < own.level ? to + 1 : end;
      return { to: by < 0 ? to : below, past: neighbour.id };
    }
    if (by > 0) to = end;
  }
}

/**
 * The selection one place up (-1) or down (1). Sections go with all in them past the neighbouring one; points past
 * the next one, or into the next section. What is at the end stays, and so does what comes up to it.
 */
export function shiftInOutline(
  project: Project,
  ids: readonly string[],
  by: -1 | 1,
  shown?: Shown,
): readonly Operation[] {
  const { sections, points } = outlineSelection(project, ids);
  if (sections.length === 0) return shiftPoints(project, points, by, shown);
  const isShown = isShownIn(shown, ids);
  const steps = new Steps(project);
  const stuck = new Set<string>();
  for (const id of by < 0 ? sections : sections.toReversed()) {
    const shifted = shiftedTo(steps.project, indexOf(steps.project, id), by, isShown);
    if (!shifted || stuck.has(shifted.past)) stuck.add(id);
    else steps.add((now) => moveSubtree(now, id, shifted.to));
  }
  return steps.operations;
}

function shiftPoints(
  project: Project,
  points: readonly string[],
  by: -1 | 1,
  shown: Shown,
): readonly Operation[] {
  const moves = new PointMoves(project, shown, points);
  const parts = project.sections.map(({ id }) => id);
  const isShown = isShownIn(shown, points.map(moves.sectionOf, moves));
  const stuck = new Set<string>();
  // Those that follow each other go together.
  const blocks: string[][] = [];
  for (const id of points) {
    const block = blocks.at(-1);
    if (block && block.at(-1) === moves.neighbour(id, -1)) block.push(id);
    else blocks.push([id]);
  }
  for (const block of by < 0 ? blocks : blocks.toReversed()) {
    const id = (by < 0 ? block[0] : block.at(-1)) ?? '';
    const own = moves.sectionOf(id);
    const past = moves.neighbour(id, by);
    const at = parts.indexOf(own);
    const part = by < 0 ? parts.slice(0, at).findLast(isShown) : parts.slice(at + 1).find(isShown);
    if (past !== undefined && !stuck.has(past))
      moves.place(block, own, by < 0 ? { before: past } : { after: past });
    else if (past === undefined && part !== undefined) moves.place(block, part, by < 0 ? 'last' : 'first');
    else for (const each of block) stuck.add(each);
  }
  return moves.operations;
}

const DEEPEST = 3;

/** One level in (1) or out (-1), with all in it. In: into the section before it that is as deep. */
function nestSection(project: Project, id: string, by: -1 | 1, isShown: IsShown): readonly Operation[] {
  const { sections } = project;
  const index = indexOf(project, id);
  const own = sections[index];
  if (!own) return [];
  const depths = sectionDepths(sections);
  const depth = depths.get(id) ?? 1;
  const depthAt = (at: number) => depths.get(sections[at]?.id ?? '') ?? 1;
  const end = subtreeEnd(sections, index);
  const deepest = Math.max(...sections.slice(index, end).map((section) => depths.get(section.id) ?? 1));
  let to: number;
  if (by > 0) {
    // The shown one before it, and of those that this stands in the one that is as deep.
    let outer = sections.slice(0, index).findLastIndex((section) => isShown(section.id));
    if (outer < 0 || sections[outer]?.place !== own.place) return [];
    if (depthAt(outer) < depth || deepest + 1 > DEEPEST) return [];
    while (depthAt(outer) > depth) outer--;
    to = subtreeEnd(sections, outer);
  } else {
    if (depth === 1) return [];
    // What is hidden behind it stays in the part that it leaves.
    to = end;
    for (let next = sections[to]; next && isBeside(next); next = sections[to]) to = subtreeEnd(sections, to);
  }
  const steps = new Steps(project);
  if (to !== index && to !== end) steps.add((now) => moveSubtree(now, id, to));
  return steps.add((now) => {
    const at = indexOf(now, id);
    const inside = now.sections.slice(at, at + end - index);
    return [
      ...levelsAsDepths(now.sections.slice(0, at), depths),
      ...inside.flatMap((section) => setLevel(section, (depths.get(section.id) ?? 1) + by)),
    ];
  }).operations;

  function isBeside(next: Section): boolean {
    return !isShown(next.id) && next.place === own?.place && (depths.get(next.id) ?? 1) >= depth;
  }
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
export function nestInOutline(
  project: Project,
  ids: readonly string[],
  by: -1 | 1,
  shown?: Shown,
): readonly Operation[] {
  const { sections, points } = outlineSelection(project, ids);
  const isShown = isShownIn(shown, ids);
  const steps = new Steps(project);
  for (const id of sections) steps.add((now) => nestSection(now, id, by, isShown));
  for (const id of points) {
    // Behind the shown one that it comes under; out, behind the hidden ones that keep the number.
    steps.add((now) => {
      const moves = new PointMoves(now, shown, ids);
      const before = moves.neighbour(id, -1);
      const isSub = pointMap(now).get(id)?.point.sub;
      if (by < 0) moves.leaveNumber(id);
      else if (!isSub && before !== undefined) moves.place([id], moves.sectionOf(id), { after: before });
      return moves.operations;
    });
    steps.add((now) => {
      const place = pointMap(now).get(id);
      const isFirst = !place?.section.points.slice(0, place.index).some((point) => isShown(point.id));
      if (!place || (by > 0 && isFirst)) return [];
      return set({ of: 'point', id }, 'sub', place.point.sub, by > 0 ? true : undefined);
    });
  }
  return steps.operations;
}

/** Into this section, behind its points or where `where` says. The moved ones keep their order. */
export function movePointsTo(
  project: Project,
  ids: readonly string[],
  section: string,
  where: Among = 'last',
  shown?: Shown,
): readonly Operation[] {
  const { points } = outlineSelection(project, ids);
  const moves = new PointMoves(project, shown, points);
  const named = typeof where === 'object' ? ('before' in where ? where.before : where.after) : undefined;
  const isThere = named !== undefined && moves.in(section).includes(named) && !points.includes(named);
  moves.place(points, section, named === undefined || isThere ? where : 'last');
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
