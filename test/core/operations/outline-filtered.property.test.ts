/** The outline arranged while a filter hides part of it: as if the rest weren't there, and the rest stays in order. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outline, outlineOf } from '../../../core/derived/outline.ts';
import { countingIds } from '../../../core/document/id.ts';
import { emptyProject, type Point, type Project, type Section } from '../../../core/document/project.ts';
import { matterRank, sectionDepths, sectionsWithin } from '../../../core/document/section-tree.ts';
import { applyOperations } from '../../../core/operations/apply.ts';
import { newPoint, newSection } from '../../../core/operations/edits.ts';
import { invertOperations, type Operation } from '../../../core/operations/operation.ts';
import { groupPoints, sortPoints } from '../../../core/operations/outline-arrange.ts';
import { duplicateInOutline, mergePoints, removeFromOutline } from '../../../core/operations/outline-edit.ts';
import {
  moveSectionsBefore,
  movePointsTo,
  nestInOutline,
  shiftInOutline,
} from '../../../core/operations/outline-move.ts';
import { selectedPoints, type Shown } from '../../../core/operations/outline-select.ts';
import { checkProject } from '../../../core/storage/invariants.ts';

interface Case {
  readonly project: Project;
  /** What the filter shows. */
  readonly shown: ReadonlySet<string>;
  /** The selection, of what is shown. */
  readonly ids: readonly string[];
  readonly a: number;
  readonly b: number;
}

/** Levels that skip none, in the order of matter. */
function tidied(sections: readonly Section[]): readonly Section[] {
  const ordered = sections.toSorted((a, b) => matterRank(a) - matterRank(b));
  const depths = sectionDepths(ordered);
  return ordered.map((section) => ({ ...section, level: depths.get(section.id) ?? 1 }));
}

const cases: fc.Arbitrary<Case> = fc
  .array(
    fc.record({
      level: fc.constantFrom(1 as const, 2 as const, 3 as const),
      place: fc.option(fc.constantFrom('front' as const, 'back' as const), { nil: undefined, freq: 6 }),
      points: fc.array(
        fc.record({
          sub: fc.boolean(),
          isShown: fc.boolean(),
          tag: fc.constantFrom(undefined, 'roof', 'door'),
        }),
        { maxLength: 6 },
      ),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .chain((made) => {
    const nextId = countingIds('x');
    const visible = new Set<string>();
    const sections = made.map(({ level, place, points }): Section => {
      const own = points.map(({ sub, isShown, tag }): Point => {
        const id = nextId();
        if (isShown) visible.add(id);
        return { ...newPoint(id), ...(sub && { sub }), ...(tag && { tags: [tag] }) };
      });
      const id = nextId();
      return { ...newSection(id, id), level, ...(place && { place }), points: own };
    });
    const project = { ...emptyProject('p', 'en', []), sections: tidied(sections) };
    const parts = outlineOf(outline(project.sections), visible);
    const shown = parts.flatMap(({ id, points }) => [id, ...points.map((point) => point.id)]);
    return fc.record({
      project: fc.constant(project),
      shown: fc.constant(new Set(shown)),
      ids: fc.shuffledSubarray(shown),
      a: fc.nat(1000),
      b: fc.nat(1000),
    });
  });

/** The project without what the filter hides. */
const visiblePart = (project: Project, isShown: (id: string) => boolean): Project => ({
  ...project,
  sections: project.sections
    .filter(({ id }) => isShown(id))
    .map((section) => ({ ...section, points: section.points.filter(({ id }) => isShown(id)) })),
});

const pick = <T>(list: readonly T[], at: number): T | undefined => list[at % Math.max(1, list.length)];

type Act = (project: Project, given: Case, shown: Shown) => readonly Operation[];

const MOVES: Readonly<Record<string, Act>> = {
  up: (project, { ids }, shown) => shiftInOutline(project, ids, -1, shown),
  down: (project, { ids }, shown) => shiftInOutline(project, ids, 1, shown),
  in: (project, { ids }, shown) => nestInOutline(project, ids, 1, shown),
  out: (project, { ids }, shown) => nestInOutline(project, ids, -1, shown),
  'move points': (project, { shown: all, ids, a, b }, shown) => {
    const section = pick(
      project.sections.filter(({ id }) => all.has(id)),
      a,
    );
    const others = section?.points.filter(({ id }) => all.has(id) && !ids.includes(id)) ?? [];
    const other = pick(others, b)?.id;
    const places = ['first', 'last', ...(other ? [{ before: other }, { after: other }] : [])] as const;
    const where = pick(places, b) ?? 'last';
    return movePointsTo(project, selectedPoints(project, ids, shown), section?.id ?? '', where, shown);
  },
};
const OTHERS: Readonly<Record<string, Act>> = {
  'move parts': (project, { shown: all, ids, a }) => {
    const parts = project.sections.filter(({ id }) => all.has(id));
    return moveSectionsBefore(project, ids, pick(parts, a)?.id);
  },
  sort: (project, { a }, shown) => {
    const all = project.sections.map(({ id }) => id);
    const ids = project.sections.flatMap(({ points }) => points.map(({ id }) => id));
    return sortPoints(project, all, new Map(ids.map((id, i) => [id, (i * (a + 1)) % 17])), shown);
  },
  group: (project, { ids }, shown) => groupPoints(project, ids, 'tag', countingIds('made'), shown),
  merge: (project, { ids }, shown) => mergePoints(project, ids, countingIds('made'), shown),
  duplicate: (project, { ids }, shown) =>
    duplicateInOutline(project, selectedPoints(project, ids, shown), countingIds('made'), shown).operations,
};

/** What the writer sees of an outline. */
function seen(project: Project): unknown {
  const depths = sectionDepths(project.sections);
  return project.sections.map(({ id, place, points }) => [
    depths.get(id),
    id,
    place,
    ...points.map((point) => `${point.id}${point.sub ? ' sub' : ''}`),
  ]);
}

/** Each point with the one whose number it has, and those before it that have that too. */
function numbersOf(project: Project) {
  const heads = new Map<string, string>();
  const sharing = new Map<string, readonly string[]>();
  for (const { points } of project.sections) {
    let run: string[] = [];
    for (const { id, sub } of points) {
      if (!sub) run = [];
      sharing.set(id, [...run]);
      run.push(id);
      heads.set(id, run[0] ?? '');
    }
  }
  return { heads, sharing };
}

/** Hidden points that have a number of their own, in their order; hidden parts with what they stand in. */
function hiddenOf(project: Project, shown: ReadonlySet<string>) {
  const { heads } = numbersOf(project);
  const order = project.sections.flatMap((section) =>
    section.points.flatMap(({ id }) =>
      shown.has(id) || heads.get(id) !== id ? [] : [`${section.id} ${id}`],
    ),
  );
  const parents: [string, string | undefined][] = [];
  for (const { section, around } of sectionsWithin(project.sections))
    if (!shown.has(section.id)) parents.push([section.id, around.at(-1)?.id]);
  return { order, parents };
}

/** Each hidden point still shares its number with one of those it shared it with, or has one of its own. */
function expectNumbersKept(before: Project, after: Project, shown: ReadonlySet<string>): void {
  const [then, now] = [numbersOf(before), numbersOf(after)];
  for (const [id, sharing] of then.sharing) {
    if (shown.has(id)) continue;
    const still = sharing.filter((each) => now.heads.has(each));
    if (still.length === 0) expect(now.heads.get(id)).toBe(id);
    else expect(still.map((each) => now.heads.get(each))).toContain(now.heads.get(id));
  }
}

describe.each(Object.entries({ ...MOVES, ...OTHERS }))('%s (O10)', (name, act) => {
  it('does to what is shown what it would do without the rest, and is undone exactly', () => {
    fc.assert(
      fc.property(cases, (given) => {
        const { project, shown } = given;
        const depths = sectionDepths(project.sections);
        // A part with hidden ones at the lowest level in it can't go deeper, though nobody sees them.
        const isDeep = (id: string) => !shown.has(id) && depths.get(id) === 3;
        fc.pre(name !== 'in' || !project.sections.some(({ id }) => isDeep(id)));
        const operations = act(project, given, shown);
        const after = applyOperations(project, operations);
        expect(checkProject(after).problems).toEqual([]);
        expect(applyOperations(after, invertOperations(operations))).toEqual(project);
        const alone = visiblePart(project, (id) => shown.has(id));
        const isSeen = (id: string) => shown.has(id) || id.startsWith('made');
        expect(seen(visiblePart(after, isSeen))).toEqual(
          seen(applyOperations(alone, act(alone, given, undefined))),
        );
      }),
      { numRuns: 200 },
    );
  });
});

describe.each(Object.entries(MOVES))('%s (O10)', (_, act) => {
  it('leaves what is hidden in its order, under its numbers and in its parts', () => {
    fc.assert(
      fc.property(cases, (given) => {
        const { project, shown, ids } = given;
        const done = applyOperations(project, act(project, given, shown));
        const [before, after] = [hiddenOf(project, shown), hiddenOf(done, shown)];
        expect(new Map(after.parents)).toEqual(new Map(before.parents));
        expectNumbersKept(project, done, shown);
        const isMoved = project.sections.some(({ id }) => ids.includes(id));
        if (!isMoved) expect(after.order).toEqual(before.order);
        else expect([...after.order].sort()).toEqual([...before.order].sort());
      }),
      { numRuns: 200 },
    );
  });
});

describe('removing (O10)', () => {
  it('keeps every hidden point in its part, under its own number or that of one that stays', () => {
    fc.assert(
      fc.property(cases, ({ project, shown, ids }) => {
        const operations = removeFromOutline(project, ids, shown);
        const after = applyOperations(project, operations);
        expect(applyOperations(after, invertOperations(operations))).toEqual(project);
        const pointsOf = ({ sections }: Project) =>
          sections.flatMap((section) => section.points.map(({ id }) => `${section.id} ${id}`));
        const gone = new Set(selectedPoints(project, ids, shown));
        expect(pointsOf(after)).toEqual(
          pointsOf(project).filter((each) => !gone.has(each.split(' ')[1] ?? '')),
        );
        expect(hiddenOf(after, shown).parents).toEqual(hiddenOf(project, shown).parents);
        expectNumbersKept(project, after, shown);
      }),
      { numRuns: 200 },
    );
  });
});
