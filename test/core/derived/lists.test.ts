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
