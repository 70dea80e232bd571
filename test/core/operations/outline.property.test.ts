import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countingIds } from '../../../core/document/id.ts';
import { ownTexts, pointMap } from '../../../core/document/find.ts';
import { emptyProject, type Project } from '../../../core/document/project.ts';
import { passageRanks } from '../../../core/derived/passages.ts';
import { numbering } from '../../../core/derived/numbering.ts';
import { applyOperations } from '../../../core/operations/apply.ts';
import { newPoint, newSection } from '../../../core/operations/edits.ts';
import { invertOperations, type Operation } from '../../../core/operations/operation.ts';
import { groupPoints, GROUPINGS, sortPoints } from '../../../core/operations/outline-arrange.ts';
import {
  duplicateInOutline,
  mergePoints,
  removeFromOutline,
  splitPoint,
} from '../../../core/operations/outline-edit.ts';
import {
  moveSectionsBefore,
  movePointsTo,
  nestInOutline,
  placeSections,
  shiftInOutline,
} from '../../../core/operations/outline-move.ts';
import { selectedPoints } from '../../../core/operations/outline-select.ts';
import { checkProject } from '../../../core/storage/invariants.ts';
import { projects } from '../../support/arbitraries.ts';

interface Case {
  readonly project: Project;
  readonly ids: readonly string[];
  readonly a: number;
  readonly b: number;
}

const cases: fc.Arbitrary<Case> = projects.chain((project) => {
  const all = project.sections.flatMap(({ id, points }) => [id, ...points.map((point) => point.id)]);
  return fc.record({
    project: fc.constant(project),
    ids: fc.shuffledSubarray(all),
    a: fc.nat(1000),
    b: fc.nat(1000),
  });
});

const pick = <T>(list: readonly T[], at: number): T | undefined => list[at % Math.max(1, list.length)];

/** What each operation is, and what it may lose. */
const OPERATIONS: Readonly<Record<string, (given: Case) => readonly Operation[]>> = {
  up: ({ project, ids }) => shiftInOutline(project, ids, -1),
  down: ({ project, ids }) => shiftInOutline(project, ids, 1),
  in: ({ project, ids }) => nestInOutline(project, ids, 1),
  out: ({ project, ids }) => nestInOutline(project, ids, -1),
  'move points': ({ project, ids, a, b }) => {
    const section = pick(project.sections, a);
    const before = pick(section?.points ?? [], b)?.id;
    const where = before === undefined || b % 2 === 0 ? 'last' : { before };
    return movePointsTo(project, selectedPoints(project, ids), section?.id ?? 'none', where);
  },
  'move parts': ({ project, ids, a }) => moveSectionsBefore(project, ids, pick(project.sections, a)?.id),
  'front matter': ({ project, ids }) => placeSections(project, ids, 'front'),
  'back matter': ({ project, ids }) => placeSections(project, ids, 'back'),
  sort: ({ project }) =>
    sortPoints(
      project,
      project.sections.map(({ id }) => id),
      passageRanks(project),
    ),
  group: ({ project, ids, a }) => groupPoints(project, ids, pick(GROUPINGS, a)!, countingIds('made')),
  merge: ({ project, ids }) => mergePoints(project, ids, countingIds('made')),
  duplicate: ({ project, ids }) => duplicateInOutline(project, ids, countingIds('made')).operations,
  split: ({ project, a, b }) => {
    const point = pick([...pointMap(project).values()], a)?.point;
    const block = pick(point?.answer ?? [], b);
    const going = point?.quotations.filter((_, i) => (a >> i) % 2 === 1).map(({ id }) => id) ?? [];
    const at = { block: block?.id ?? '', offset: b % 7 };
    return point ? (splitPoint(project, point.id, at, going, countingIds('made'))?.operations ?? []) : [];
  },
  remove: ({ project, ids }) => removeFromOutline(project, ids),
};

const pointIds = (project: Project) => [...pointMap(project).keys()];
const sorted = (values: Iterable<string>) => [...values].sort();
const references = (project: Project) =>
  JSON.stringify(ownTexts(project)).match(/"type":"cross-reference","target":\{[^}]*\}/g) ?? [];
const words = (project: Project) =>
  sorted(
    ownTexts(project).flatMap(({ text }) =>
      (JSON.stringify(text).match(/"text":"(?:[^"\\]|\\.)*"/g) ?? []).map((each) => each.slice(8, -1)),
    ),
  ).join('');

describe.each(Object.keys(OPERATIONS))('%s', (name) => {
  const make = OPERATIONS[name]!;

  it('is undone exactly, keeps every rule of a project, and is the same after a way through JSON', () => {
    fc.assert(
      fc.property(cases, (given) => {
        const operations = make(given);
        const after = applyOperations(given.project, operations);
        expect(checkProject(after).problems).toEqual([]);
        expect(applyOperations(after, invertOperations(operations))).toEqual(given.project);
        const told = JSON.parse(JSON.stringify(operations)) as readonly Operation[];
        expect(applyOperations(given.project, told)).toEqual(after);
        expect(numbering(after).pointCodes.size).toBe(pointIds(after).length);
      }),
      { numRuns: 60 },
    );
  });
});

describe('nothing is lost', () => {
  const MOVING = [
    'up',
    'down',
    'in',
    'out',
    'move points',
    'move parts',
    'front matter',
    'back matter',
    'sort',
    'group',
  ];
  it.each(MOVING)('%s keeps every point, every reference and every word', (name) => {
    fc.assert(
      fc.property(cases, (given) => {
        const after = applyOperations(given.project, OPERATIONS[name]!(given));
        expect(sorted(pointIds(after))).toEqual(sorted(pointIds(given.project)));
        expect(sorted(references(after))).toEqual(sorted(references(given.project)));
        expect(words(after)).toBe(words(given.project));
      }),
      { numRuns: 40 },
    );
  });

  it('front matter comes before the parts and back matter after them', () => {
    fc.assert(
      fc.property(cases, (given) => {
        const front = applyOperations(given.project, placeSections(given.project, given.ids, 'front'));
        const after = applyOperations(front, placeSections(front, given.ids.slice(1), 'back'));
        const ranks = after.sections.map(({ place }) => ['front', undefined, 'back'].indexOf(place));
        expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
      }),
    );
  });

  it('a merged point has all quotations and words of the others, and references to them lead to it', () => {
    fc.assert(
      fc.property(cases, (given) => {
        const merged = selectedPoints(given.project, given.ids);
        fc.pre(merged.length > 1);
        const after = applyOperations(given.project, OPERATIONS['merge']!(given));
        const [first] = merged;
        const places = pointMap(given.project);
        const quoted = new Set(
          merged.flatMap((id) => places.get(id)!.point.quotations.map((one) => one.highlight)),
        );
        const now = pointMap(after).get(first!)!.point;
        expect(new Set(now.quotations.map(({ highlight }) => highlight))).toEqual(quoted);
        const expected = references(given.project).map((each) =>
          merged
            .slice(1)
            .reduce(
              (told, id) => told.replace(`"kind":"point","id":"${id}"`, `"kind":"point","id":"${first}"`),
              each,
            ),
        );
        expect(sorted(references(after))).toEqual(sorted(expected));
      }),
      { numRuns: 60 },
    );
  });

  it('a copy refers to the copies of what was copied with it', () => {
    fc.assert(
      fc.property(projects, (project) => {
        fc.pre(project.sections.length > 0);
        const all = project.sections.map(({ id }) => id);
        const made = duplicateInOutline(project, all, countingIds('made'));
        const after = applyOperations(project, made.operations);
        const copies = { ...after, sections: after.sections.filter(({ id }) => !all.includes(id)) };
        const originals = new Set([...all, ...pointIds(project)]);
        const led = JSON.stringify(copies.sections).matchAll(
          /"target":\{"kind":"(?:point|section)","id":"([^"]*)"/g,
        );
        for (const [, id] of led) expect(originals).not.toContain(id);
      }),
      { numRuns: 60 },
    );
  });
});

describe('grouping', () => {
  const grouped = (by: 'topic' | 'tag') => {
    const project: Project = {
      ...emptyProject('p', 'en', ['Claim']),
      highlights: [
        { id: 'h', letter: 'l', ranges: [], quote: '', category: 'category-1', note: '', tags: ['slates'] },
      ],
      sections: [
        {
          ...newSection('s1', ''),
          points: [
            { ...newPoint('p1'), tags: ['roof', 'door'] },
            newPoint('p2', [{ id: 'q', highlight: 'h' }]),
            newPoint('p3'),
          ],
        },
        { ...newSection('s2', ''), topic: 'Money', points: [{ ...newPoint('p4'), tags: ['roof'] }] },
        { ...newSection('s3', ''), level: 2, points: [newPoint('p5')] },
      ],
    };
    const all = project.sections.map(({ id }) => id);
    const after = applyOperations(project, groupPoints(project, all, by, countingIds('made')));
    return after.sections.map(({ topic, points }) => [topic, ...points.map(({ id }) => id)]);
  };

  it('by tag takes the first of a point, else of its passages', () => {
    expect(grouped('tag')).toEqual([
      [undefined, 'p3'],
      ['Money'],
      [undefined, 'p5'],
      ['roof', 'p1', 'p4'],
      ['slates', 'p2'],
    ]);
  });

  it('by topic takes that of the part around a point, else its first tag', () => {
    expect(grouped('topic')).toEqual([
      [undefined, 'p2', 'p3'],
      ['Money'],
      [undefined],
      ['roof', 'p1'],
      ['Money', 'p4', 'p5'],
    ]);
  });
});
