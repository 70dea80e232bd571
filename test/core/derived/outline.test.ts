import fc from 'fast-check';
import { expect, it } from 'vitest';
import { outline, outlineOf } from '../../../core/derived/outline.ts';
import { byParts } from '../../../core/derived/remember.ts';
import { pointMap } from '../../../core/document/find.ts';
import { subtreeEnd } from '../../../core/document/section-tree.ts';
import { projects } from '../../support/arbitraries.ts';
import { point, section, written } from './quillhaven.ts';

it('an outline is the same value while an answer is typed, and another when a title changes', () => {
  const before = [section('s1', [point('p1', [], [], { title: 'The roof' })])];
  const typed = [
    section('s1', [point('p1', [], [written('b1', { text: 'It leaks.' })], { title: 'The roof' })]),
  ];
  const renamed = [section('s1', [point('p1', [], [], { title: 'The lamp' })])];
  expect(outline(typed)).toBe(outline(before));
  expect(outline(renamed)).not.toBe(outline(before));
  expect(outline(renamed)[0]?.points).toEqual([{ id: 'p1', title: 'The lamp', status: 'draft', sub: false }]);
});

it('the parts of what was asked last are not gathered again', () => {
  let gathered = 0;
  const length = byParts(
    (text: { readonly words: string }) => {
      gathered++;
      return [text.words];
    },
    ({ words }) => ({ length: words.length }),
  );
  const text = { words: 'lamp' };
  const first = length(text);
  expect(length(text)).toBe(first);
  expect(gathered).toBe(1);
  expect(length({ words: 'lamp' })).toBe(first);
  expect(gathered).toBe(2);
});

it('an outline of some points has the parts around them and no others, whatever the project', () => {
  fc.assert(
    fc.property(
      projects.chain((project) =>
        fc.record({ project: fc.constant(project), ids: fc.subarray([...pointMap(project).keys()]) }),
      ),
      ({ project: { sections }, ids }) => {
        const shown = new Set(ids);
        const parts = outlineOf(outline(sections), shown);
        const holds = (index: number) =>
          sections
            .slice(index, subtreeEnd(sections, index))
            .some(({ points }) => points.some(({ id }) => shown.has(id)));
        expect(parts.map(({ id }) => id)).toEqual(
          sections.flatMap(({ id }, index) => (holds(index) ? [id] : [])),
        );
        expect(parts.flatMap(({ points }) => points.map(({ id }) => id))).toEqual(
          sections.flatMap(({ points }) => points.flatMap(({ id }) => (shown.has(id) ? [id] : []))),
        );
      },
    ),
  );
});
