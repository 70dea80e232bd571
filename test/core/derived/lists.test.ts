import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gatheredLists, listEntries, entryName } from '../../../core/derived/lists.ts';
import { numbering } from '../../../core/derived/numbering.ts';
import { publishedCodes } from '../../../core/derived/frozen.ts';
import { ownTexts } from '../../../core/document/find.ts';
import { FIRST_LIST, listsOf } from '../../../core/document/lists.ts';
import type { Project } from '../../../core/document/project.ts';
import { addList, moveList, removeList, setList } from '../../../core/operations/lists.ts';
import { applyOperations } from '../../../core/operations/apply.ts';
import { invertOperations, type Operation } from '../../../core/operations/operation.ts';
import { canonicalText } from '../../../core/text/canonical.ts';
import { projects } from '../../support/arbitraries.ts';
import { point, project, section, written } from './quillhaven.ts';

const entry = (id: string, list = 'demands') => ({
  ...written(id, { text: `Words of ${id}.` }),
  entry: list,
});
const CHANGES = { id: 'changes', name: 'Changes made', label: 'Change' };
const whole: Project = project({
  lists: [FIRST_LIST, CHANGES],
  introduction: [entry('a')],
  sections: [
    section('s1', [point('p1', [], [entry('b', 'changes'), entry('c')])]),
    section('s2', [point('p2', [], [entry('d', 'changes')])], { level: 2 }),
  ],
});
const codes = (of: Project) => Object.fromEntries([...listEntries(of)].map(([id, { code }]) => [id, code]));

describe('entries of lists', () => {
  it('are counted list by list, in reading order', () =>
    expect(codes(whole)).toEqual({ a: '1', b: '1', c: '2', d: '2' }));

  it('are numbered as their list wants it', () => {
    const lists = [{ ...FIRST_LIST, numbering: 'lower-roman' as const }, CHANGES];
    expect(codes({ ...whole, lists })).toEqual({ a: 'i', b: '1', c: 'ii', d: '2' });
  });

  it('keep their published numbers, and the lists do so apart', () => {
    const frozen = { ...whole, frozen: publishedCodes(whole, '2026-05-01') };
    const later = { ...frozen, introduction: [entry('new'), ...frozen.introduction] };
    expect(codes(later)).toEqual({ new: '0a', a: '1', b: '1', c: '2', d: '2' });
  });

  it('take a letter between published ones, and the numbers of those that went are told', () => {
    const frozen = { ...whole, frozen: publishedCodes(whole, '2026-05-01') };
    const later = {
      ...frozen,
      introduction: [entry('a'), entry('x')],
      sections: [section('s1', [point('p1', [], [entry('y'), entry('c'), entry('z', 'changes')])])],
    };
    expect(codes(later)).toEqual({ a: '1', x: '1a', y: '1b', c: '2', z: '3' });
    expect(gatheredLists(later).map(({ withdrawn }) => withdrawn)).toEqual([[], ['1', '2']]);
    const roman = { ...later, lists: [FIRST_LIST, { ...CHANGES, numbering: 'lower-roman' as const }] };
    expect(gatheredLists(roman)[1]?.withdrawn).toEqual(['i', 'ii']);
  });

  it('that go into another list are new in it, and their numbers stay withdrawn in the one before', () => {
    const frozen = { ...whole, frozen: publishedCodes(whole, '2026-05-01') };
    const moved = { ...frozen, introduction: [entry('a', 'changes')] };
    // Before "1" of the changes stands what came there.
    expect(codes(moved)).toEqual({ a: '0a', b: '1', c: '2', d: '2' });
    expect(gatheredLists(moved).map(({ withdrawn }) => withdrawn)).toEqual([['1'], []]);
    const again = { ...moved, frozen: publishedCodes(moved, '2026-06-01') };
    const more = { ...again, introduction: [entry('a', 'changes'), entry('n')] };
    expect(codes(more)).toEqual({ a: '0a', b: '1', c: '2', d: '2', n: '0a' });
    const back = { ...again, introduction: [entry('a')] };
    expect(codes(back)).toEqual({ a: '1', b: '1', c: '2', d: '2' });
    expect(gatheredLists(back).map(({ withdrawn }) => withdrawn)).toEqual([[], ['0a']]);
  });

  it('of files that don’t say in which list they were published keep their numbers in the list that they are in', () => {
    const { entries: _, ...old } = publishedCodes(whole, '2026-05-01');
    const frozen = { ...whole, frozen: { ...old, demands: { a: '1', b: '1', c: '2', d: '2', gone: '3' } } };
    expect(codes(frozen)).toEqual(codes(whole));
    const later = { ...frozen, conclusion: [entry('e'), entry('f', 'changes')] };
    // Of which list the third one was isn't known.
    expect(codes(later)).toMatchObject({ e: '4', f: '4' });
    expect(gatheredLists({ ...later, lists: [FIRST_LIST] })[0]?.withdrawn).toEqual(['3']);
  });

  it('K2 to K5: whatever comes, goes, moves or changes its list, published numbers stay and are given once', () => {
    const step = fc.record({
      kind: fc.constantFrom('add', 'remove', 'move', 'relist', 'publish'),
      at: fc.nat(30),
      to: fc.nat(30),
    });
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 40 }), (steps) => {
        let now: Project = whole;
        /** List → block → the number that was printed. */
        const printed: Record<string, Record<string, string>> = {};
        steps.forEach(({ kind, at, to }, i) => {
          const all = [...now.introduction];
          const index = at % (all.length + 1);
          const list = to % 2 ? 'demands' : 'changes';
          const [one] = all.slice(index, index + 1);
          if (kind === 'publish') now = { ...now, frozen: publishedCodes(now, '2026-05-01') };
          else if (kind === 'add') all.splice(index, 0, entry(`n${i}`, list));
          else if (one) {
            all.splice(index, 1);
            if (kind === 'move') all.splice(to % (all.length + 1), 0, one);
            if (kind === 'relist') all.splice(index, 0, entry(one.id, list));
          }
          now = { ...now, introduction: all };
          const entries = listEntries(now);
          for (const name of ['demands', 'changes']) {
            const numbers = [...entries].filter(([, each]) => each.list === name);
            const given = numbers.map(([, { number }]) => number);
            expect(new Set(given).size).toBe(given.length);
            const before = printed[name] ?? {};
            const owners = new Map(Object.entries(before).map(([id, number]) => [number, id]));
            for (const [id, { number }] of numbers) {
              if (before[id] !== undefined) expect(number).toBe(before[id]);
              else expect(owners.has(number)).toBe(false);
            }
            const gone = Object.keys(before).filter((id) => entries.get(id)?.list !== name);
            const told = gatheredLists(now).find((each) => each.list.id === name)?.withdrawn;
            expect([...(told ?? [])].sort()).toEqual(gone.map((id) => before[id]).sort());
            if (kind === 'publish')
              printed[name] = {
                ...before,
                ...Object.fromEntries(numbers.map(([id, each]) => [id, each.number])),
              };
          }
        });
      }),
      { numRuns: 150 },
    );
  });

  it('are called by the words of their list, or of the language', () => {
    const words = { demands: 'Forderungen', demand: 'Forderung {number}' };
    expect(entryName(FIRST_LIST, '3', words)).toBe('Forderung 3');
    expect(entryName(CHANGES, '3', words)).toBe('Change 3');
  });
});

describe('a gathered list', () => {
  const placed = (gathered: NonNullable<Project['lists']>[number]['gathered']) =>
    gatheredLists({ ...whole, lists: [FIRST_LIST, { ...CHANGES, ...(gathered ? { gathered } : {}) }] })[1];

  it('holds its entries and where they stand', () =>
    expect(placed(undefined)?.items.map(({ ref, block }) => [ref, block.id])).toEqual([
      [{ of: 'answer', id: 'p1' }, 'b'],
      [{ of: 'answer', id: 'p2' }, 'd'],
    ]));

  it.each([
    ['at the end', undefined, { at: 'end' }],
    ['at the front', { at: 'front' } as const, { at: 'front' }],
    [
      'after a part and what is nested in it',
      { at: 'section', id: 's1' } as const,
      { at: 'section', section: 's1', last: 's2' },
    ],
    ['at the end when its part is gone', { at: 'section', id: 'gone' } as const, { at: 'end' }],
  ])('stands %s', (_, gathered, place) => expect(placed(gathered)?.gathered).toEqual(place));
});

/** What a writer does with lists, by the place of the list among them. */
const acts: fc.Arbitrary<(project: Project) => readonly Operation[]> = fc
  .record({
    kind: fc.constantFrom('add', 'name', 'gathered', 'move', 'keep', 'drop'),
    at: fc.nat(3),
    to: fc.nat(3),
  })
  .map(({ kind, at, to }) => (project) => {
    const lists = listsOf(project);
    const id = lists[at % lists.length]?.id ?? '';
    const other = lists.filter((list) => list.id !== id)[to % Math.max(1, lists.length - 1)]?.id;
    switch (kind) {
      case 'add':
        return addList(project, { id: `list${lists.length}${to}`, name: 'Requests', label: 'Request' });
      case 'name':
        return setList(project, id, 'name', `Name ${to}`);
      case 'gathered':
        return setList(project, id, 'gathered', to > 1 ? { at: 'front' } : undefined);
      case 'move':
        return moveList(project, id, to > 1 ? 1 : -1);
      default:
        return lists.length > 1 ? removeList(project, id, kind === 'keep' ? other : undefined) : [];
    }
  });

it('whatever is done with lists is undone exactly and loses no word and no entry of a list that stays', () => {
  const words = (of: Project) => ownTexts(of).map(({ text }) => canonicalText(text));
  fc.assert(
    fc.property(projects, fc.array(acts, { maxLength: 6 }), (before, all) => {
      let now = before;
      for (const act of all) {
        const operations = act(now);
        const after = applyOperations(now, operations);
        expect(applyOperations(after, invertOperations(operations))).toEqual(now);
        now = after;
      }
      expect(words(now)).toEqual(words(before));
      const known = new Set(listsOf(now).map(({ id }) => id));
      for (const { list } of numbering(now).entries.values()) expect(known).toContain(list);
    }),
    { numRuns: 60 },
  );
});
