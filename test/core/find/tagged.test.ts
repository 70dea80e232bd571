import { describe, expect, it } from 'vitest';
import { placeKey, searchables } from '../../../core/find/places.ts';
import { replaceFound } from '../../../core/find/replace.ts';
import { searchTags } from '../../../core/find/tagged.ts';
import { highlightMap, pointMap } from '../../../core/document/find.ts';
import type { Project } from '../../../core/document/project.ts';
import { tagLine, tidyTags } from '../../../core/document/tags.ts';
import { applyOperations } from '../../../core/operations/apply.ts';
import { invertOperations } from '../../../core/operations/operation.ts';
import { quillhaven } from '../../support/quillhaven-project.ts';

const [point] = [...pointMap(quillhaven).keys()];
const tagged: Project = {
  ...quillhaven,
  highlights: quillhaven.highlights.map((one) =>
    one.id === 'oil' ? { ...one, tags: ['Élan', 'roof tiles'] } : one,
  ),
  sections: quillhaven.sections.map((section) => ({
    ...section,
    points: section.points.map((one) => (one.id === point ? { ...one, tags: ['roof'] } : one)),
  })),
};
const found = (query: string, limit = 9) => searchTags(tagged, query, limit).hits.map(({ id }) => id);

describe('tags', () => {
  it('are found by a part of them, by their beginning after "#", and all by "#"', () => {
    expect(found('roof')).toEqual([point, 'oil']);
    expect(found('tiles')).toEqual(['oil']);
    expect(found('#tiles')).toEqual([]);
    expect(found('#elan')).toEqual(['oil']);
    expect(found('#')).toEqual([point, 'oil']);
    expect(found('')).toEqual([]);
    expect(searchTags(tagged, '#', 1)).toMatchObject({ hits: [{ id: point }], more: 1 });
  });

  it('are found with the notes, and replaced in one step that is undone exactly', () => {
    const places = searchables(tagged).filter(({ key }) => /^(point|passage)-tags/.test(key));
    expect(places.map(({ kind, source }) => [kind, source])).toEqual([
      ['notes', 'roof'],
      ['notes', 'Élan\nroof tiles'],
    ]);
    const { operations, count } = replaceFound(
      tagged,
      places.map(({ place, source }) => {
        const from = source.indexOf('roof' as never);
        return { place, part: '', from, to: from + 4, words: 'slate, Élan' };
      }),
    );
    expect(count).toBe(2);
    const after = applyOperations(tagged, operations);
    expect(pointMap(after).get(point ?? '')?.point.tags).toEqual(['slate', 'Élan']);
    expect(highlightMap(after).get('oil')?.tags).toEqual(['Élan', 'slate', 'Élan tiles']);
    expect(applyOperations(after, invertOperations(operations))).toEqual(tagged);
    expect(placeKey(places[0]!.place)).toBe(`point-tags:${point}`);
  });

  it('that are all taken away are absent', () => {
    const [, place] = searchables(tagged).filter(({ key }) => /-tags/.test(key));
    const whole = { place: place!.place, part: '', from: 0, to: place!.source.length, words: ' , \n' };
    const after = applyOperations(tagged, replaceFound(tagged, [whole]).operations);
    expect(highlightMap(after).get('oil')).not.toHaveProperty('tags');
  });

  it('are tidied: each once, parted at commas, and the same again from their line', () => {
    expect(tidyTags(['  the  roof ', 'slates,the roof', ' ', ','])).toEqual(['the roof', 'slates']);
    expect(tidyTags([tagLine(['a b', 'c'])])).toEqual(['a b', 'c']);
    expect(tidyTags([])).toBeUndefined();
  });
});
