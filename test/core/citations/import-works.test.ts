import { describe, expect, it } from 'vitest';
import { importWorks } from '../../../core/citations/import-works.ts';

const BIB = `% the library's own
@string{hlp = "Harrow Lane Press"}
@book{ashgrove2019,
  author = {Ashgrove, Miriam and {The Library Board}},
  title = {A {Room} to Read In},
  publisher = hlp,
  address = {Marchester},
  year = 2019,
  shelfmark = {Lighthouse 3},
}
@article{tarn, author="Tarn, Ivo", title="Who reads?", journal="Harbour Gazette", volume=12, pages={41--49}, year={1987}}
`;
const RIS = `TY  - JOUR
AU  - Tarn, Ivo
TI  - Who reads on Thursdays?
JO  - Harbour Gazette
PY  - 1987/05/03
SP  - 41
EP  - 49
CN  - Lighthouse shelf
ER  - 

TY  - BOOK
AU  - Ashgrove, Miriam
TI  - A Room to Read In
PY  - 2019
`;
const read = (text: string) => importWorks('the text', text);
const works = (text: string) => {
  const found = read(text);
  if (!found.ok) throw new Error(found.message);
  return found;
};

describe('works are read', () => {
  it('from BibTeX, with its strings; fields that have no place are told', () => {
    const found = works(BIB);
    expect(found.works).toMatchObject([
      {
        type: 'book',
        title: 'A Room to Read In',
        author: [{ family: 'Ashgrove', given: 'Miriam' }, { family: 'The Library Board' }],
        publisher: 'Harrow Lane Press',
        'publisher-place': 'Marchester',
        issued: { 'date-parts': [[2019]] },
      },
      { type: 'article-journal', 'container-title': 'Harbour Gazette', page: '41-49' },
    ]);
    expect(found.notices).toEqual(['Left out of “A Room to Read In”: shelfmark.']);
  });

  it('from RIS, one record without its end too', () => {
    const found = works(RIS);
    expect(found.works).toMatchObject([
      { type: 'article-journal', title: 'Who reads on Thursdays?', issued: { 'date-parts': [[1987, 5, 3]] } },
      { type: 'book', title: 'A Room to Read In', issued: { 'date-parts': [[2019]] } },
    ]);
  });

  it('from CSL-JSON, without what isn’t CSL', () => {
    const found = works(
      '[{"id":"a","type":"book","title":"Lamps","volume":2,"custom":{"x":1},"author":[{"family":"Ferris"},7]}]',
    );
    expect(found.works).toEqual([
      { type: 'book', title: 'Lamps', volume: '2', author: [{ family: 'Ferris' }] },
    ]);
    expect(found.notices).toEqual(['Left out of “Lamps”: custom.']);
  });

  it.each(['10.5555/quill.12', 'https://doi.org/10.5555/quill.12', 'doi: 10.5555/quill.12'])(
    'from the DOI %s alone, and it is said that nothing more is known',
    (text) => {
      const found = works(text);
      expect(found.works).toEqual([{ type: 'document', DOI: '10.5555/quill.12' }]);
      expect(found.notices[0]).toContain('nothing is looked up');
    },
  );

  it('though one of them is damaged, which is told', () => {
    const found = works(`@book{bad, title={never closed\n\n${BIB}`);
    expect(found.works.map(({ title }) => title)).toEqual(['A Room to Read In', 'Who reads?']);
    expect(found.notices[0]).toMatch(/couldn’t be read and was left out: “@book\{bad/);
  });
});

describe('what isn’t works is refused with a sentence', () => {
  it.each([
    ['', /nothing in the text/],
    ['The roof is leaking.', /holds no works/],
    ['https://quillhaven.example/list.bib', /holds no works/],
    ['{"broken', /isn’t valid JSON/],
    ['[1, 2]', /no list of references/],
    ['[]', /no works/],
    ['@book{never, title={closed', /could be read/],
    [`@book{deep, title=${'{'.repeat(30_000)}`, /could be read/],
    ['x'.repeat(10_000_001), /too much/],
  ])('%#', (text, message) => {
    const found = read(text);
    expect(found.ok ? '' : found.message).toMatch(message);
  });

  it('and names of prototypes and markup are words', () => {
    const found = works(
      '[{"type":"book","title":"<script>alert(1)</script>","__proto__":{"x":"y"},"URL":"javascript:alert(1)"}]',
    );
    expect(found.works[0]).toEqual({
      type: 'book',
      title: '<script>alert(1)</script>',
      URL: 'javascript:alert(1)',
    });
    expect(({} as { x?: string }).x).toBeUndefined();
  });
});
