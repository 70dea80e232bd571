import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportWorks } from '../../../core/citations/export-works.ts';
import { importWorks } from '../../../core/citations/import-works.ts';
import type { CslItem } from '../../../core/document/letter.ts';
import { emptyProject, type Project } from '../../../core/document/project.ts';

const withWorks = (items: readonly CslItem[]): Project => ({
  ...emptyProject('p', 'en', []),
  references: items.map((item, i) => ({ id: `w${i}`, item })),
});
const room: CslItem = {
  type: 'book',
  title: 'A Room for Łódź & the “Städte”',
  author: [{ family: 'Ashgrove', given: 'Ada' }, { literal: 'Council of Quillhaven' }],
  issued: { 'date-parts': [[2019]] },
  publisher: 'Pen & Sons',
  'publisher-place': 'Quillhaven',
  DOI: '10.1000/x_y',
};
const article: CslItem = {
  type: 'article-journal',
  title: 'הספרייה',
  author: [{ family: 'Ashgrove', given: 'Ben' }],
  issued: { 'date-parts': [[2019]] },
  'container-title': 'The Lamp',
  volume: '3',
  issue: '4',
  page: '11-19',
};

describe('works exported', () => {
  it('have keys that are known again, and are told apart', () => {
    const text = exportWorks(withWorks([room, article, { type: 'book' }]), 'works-bib');
    expect(text).toContain('@book{ashgrove2019,');
    expect(text).toContain('@article{ashgrove2019b,');
    expect(text).toContain('@book{work,');
    expect(text).toContain('הספרייה');
    const items = JSON.parse(exportWorks(withWorks([room, article]), 'works-csl')) as { id: string }[];
    expect(items.map(({ id }) => id)).toEqual(['ashgrove2019', 'ashgrove2019b']);
  });

  it.each(['works-bib', 'works-ris', 'works-csl'] as const)(
    'as %s are the same when taken in again',
    (form) => {
      const taken = importWorks('it', exportWorks(withWorks([room, article]), form));
      // BibTeX has one kind of names.
      const council =
        form === 'works-bib' ? { family: 'Council of Quillhaven' } : { literal: 'Council of Quillhaven' };
      const whole = { ...room, author: [{ family: 'Ashgrove', given: 'Ada' }, council] };
      expect(taken).toMatchObject({ ok: true, notices: [], works: [whole, article] });
    },
  );

  it('are those that are cited, letters too, where that is wanted, in the order of citation', () => {
    const project = withWorks([room, article]);
    const letter = {
      id: 'l',
      code: 'A1',
      kind: 'letter',
      item: { type: 'personal_communication', title: 'Statement' },
      addressee: '',
      language: 'en',
      direction: 'ltr',
      blocks: [],
      notices: [],
      corrected: false,
    } as const;
    const cites = (id: string, reference: string) =>
      ({ type: 'citation', id, items: [{ reference }] }) as const;
    const cited: Project = {
      ...project,
      letters: [letter],
      introduction: [
        { id: 'b', type: 'paragraph', content: [cites('c1', 'l'), cites('c2', 'w1'), cites('c3', 'gone')] },
      ],
    };
    const keysOf = (only: boolean) =>
      (JSON.parse(exportWorks(cited, 'works-csl', only)) as { id: string }[]).map(({ id }) => id);
    expect(keysOf(false)).toEqual(['ashgrove2019', 'ashgrove2019b']);
    expect(keysOf(true)).toEqual(['statement', 'ashgrove2019']);
    expect(exportWorks(project, 'works-bib', true)).toBe('');
  });

  it('come back as they were, whatever their words (CSL-JSON), and none is lost (BibTeX, RIS)', () => {
    const words = fc
      .string({ minLength: 1, maxLength: 12, unit: 'grapheme' })
      .filter((text) => text.trim() === text);
    const item: fc.Arbitrary<CslItem> = fc.record({
      type: fc.constantFrom('book', 'report', 'webpage'),
      title: words,
      author: fc.array(fc.record({ family: words, given: words }), { minLength: 1, maxLength: 2 }),
      issued: fc.integer({ min: 1500, max: 2026 }).map((year) => ({ 'date-parts': [[year]] })),
    });
    fc.assert(
      fc.property(fc.array(item, { minLength: 1, maxLength: 4 }), (items) => {
        const project = withWorks(items);
        expect(importWorks('it', exportWorks(project, 'works-csl'))).toMatchObject({
          ok: true,
          works: items,
        });
        for (const form of ['works-bib', 'works-ris'] as const) {
          const taken = importWorks('it', exportWorks(project, form));
          expect(taken.ok && taken.works.length).toBe(items.length);
        }
      }),
      { numRuns: 60 },
    );
  });
});
