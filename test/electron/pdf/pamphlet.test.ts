import { PDFDocument, PDFDict, PDFName } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { printData } from '../../../core/export/print-data.ts';
import type { Publication } from '../../../core/export/publication.ts';
import type { TypesetInput, TypesetResult } from '../../../electron/pdf/engine.ts';
import { NativeTypesetter } from '../../../electron/pdf/native.ts';
import { fonts, info, pageLines, pageTexts, structure, wordsOffThePage } from './poppler.ts';
import { DOT, HOSTILE, paragraph, point, prose, quillhaven, quotation, SCRIPTS } from './quillhaven.ts';

// A busy machine may take its time.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

type Done = Extract<TypesetResult, { ok: true }>;
const typesetter = new NativeTypesetter();
const assets = new Map([['dot', DOT]]);

async function set(publication: Publication, more: Partial<TypesetInput> = {}): Promise<Done> {
  const result = await typesetter.compile({ data: printData(publication), assets, ...more });
  if (!result.ok) throw new Error(result.problems.map(({ raw }) => raw).join('\n'));
  return result;
}
const together = (texts: readonly string[]) => texts.join(' ').replace(/\s+/g, ' ');

let done: Done;
let pages: readonly string[];
beforeAll(async () => {
  done = await set(quillhaven());
  pages = pageTexts(done.pdf);
});
afterAll(() => typesetter.dispose());

describe('a pamphlet with everything in it', () => {
  it('is set without a word of complaint, to the accessibility standard', () => {
    expect(done.warnings).toEqual([]);
    expect(Buffer.from(done.pdf).includes('pdfuaid')).toBe(true);
    expect(info(done.pdf).get('Tagged')).toBe('yes');
  });
  it('says in its metadata what it is', () => {
    expect(info(done.pdf).get('Title')).toBe('A Library Is Not a Ledger');
    expect(info(done.pdf).get('Author')).toBe('A Reader');
    expect(info(done.pdf).get('Pages')).toBe(String(done.pages));
  });
  it('has all of its fonts inside, with their characters', () => {
    for (const font of fonts(done.pdf)) expect(font).toMatchObject({ embedded: true, hasText: true });
  });
  it.each(HOSTILE)('prints %s as it stands', (line) => {
    const plain = (value: string) => value.replace(/\s+/g, '');
    expect(plain(pages.join(''))).toContain(plain(line));
  });
  it.each(Object.entries(SCRIPTS))('prints %s so that its text can be copied', (_, words) => {
    expect(
      together(pages)
        .normalize('NFC')
        .replace(/[\u200e\u200f\u202a-\u202e]/g, ''),
    ).toContain(words);
  });
  it('prints no control characters', () => {
    expect(together(pages)).toContain('NUL here, turned round, and a lone surrogate.');
  });
  it('begins with a title page and ends with the colophon', () => {
    expect(together([pages[0] ?? ''])).toMatch(
      /^Quillhaven Tracts · No. 3 A Library Is Not a Ledger .*20 May 2026 ?$/i,
    );
    expect(together([pages.at(-1) ?? ''])).toMatch(/^ ?Set in Source Serif/);
  });
  it('prints a note at the foot of the page that it belongs to', () => {
    const page = pages.find((words) => words.includes('and a link'));
    expect(page).toContain('Its pages are numbered by hand.');
  });
  it('keeps every word on its page, and every code of a bracket', () => {
    expect(wordsOffThePage(done.pdf)).toEqual([]);
  });
  it('prints a description in place of a lost picture', () => {
    expect(together(pages)).toContain('A picture that was lost');
  });
});

describe('page numbers', () => {
  const page = (id: string) => done.places.find((place) => place.id === id)?.page;
  it.each([
    ['Visitors', 'point-1'],
    ['Two dates', 'point-2'],
    ['Heading of point 8', 'point-8'],
    ['The council’s figures', 'part-1'],
    ['A columnist', 'part-3'],
    ['Introduction', 'introduction'],
    ['Conclusion', 'conclusion'],
    ['What we ask', 'list-demands'],
    ['The letters', 'letters'],
    ['Statement of the council', 'letter-1'],
    ['A town that reads too much', 'letter-2'],
  ])('are right in the contents for %s', (title, id) => {
    const wanted = page(id);
    expect(wanted).toBeGreaterThan(2);
    const line = pageLines(done.pdf)[1]
      ?.split('\n')
      .find((one) => one.includes(title));
    expect(/(\d+)\s*$/.exec(line ?? '')?.[1]).toBe(String(wanted));
    expect(together([pages[(wanted ?? 0) - 1] ?? '']).toLowerCase()).toContain(title.toLowerCase());
  });
  it('are right beside the demands', () => {
    const list = together([pages[(page('list-demands') ?? 0) - 1] ?? '']);
    expect(list).toContain(`That the doors be opened on Saturdays. ${page('demand-1')}`);
    expect(list).toContain(`That the ledger be printed. ${page('demand-2')}`);
  });
  it('are those printed on the pages, and none stands on the title page', () => {
    pages
      .slice(1, -1)
      .forEach((words, i) =>
        expect(words.replace(/[\u202a-\u202e]/g, '').split(/\s+/)).toContain(String(i + 2)),
      );
    expect(pages[0]).not.toMatch(/^1$/m);
  });
});

describe('places', () => {
  it('lie within their pages, in reading order', () => {
    expect(done.places.map(({ id }) => id)).toContain('letter-1-nested-2');
    for (const { page, x, y } of done.places) {
      expect(page).toBeGreaterThanOrEqual(1);
      expect(page).toBeLessThanOrEqual(done.pages);
      expect(x).toBeGreaterThan(0);
      expect(y).toBeLessThan(596);
    }
    const numbers = done.places.map(({ page }) => page);
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
  });
});

describe('structure', () => {
  it('has an outline of parts, points and letters', async () => {
    const document = await PDFDocument.load(done.pdf);
    const outlines = document.catalog.lookup(PDFName.of('Outlines'), PDFDict);
    const titles: string[] = [];
    const walk = (node: PDFDict | undefined): void => {
      for (let item = node?.lookupMaybe(PDFName.of('First'), PDFDict); item;) {
        const title = item.lookup(PDFName.of('Title')) as unknown as { decodeText(): string };
        titles.push(title.decodeText());
        walk(item);
        item = item.lookupMaybe(PDFName.of('Next'), PDFDict);
      }
    };
    walk(outlines);
    expect(titles.slice(0, 4)).toEqual([
      'Introduction',
      '1 The council’s figures',
      '1 Visitors',
      '2 Two dates',
    ]);
    expect(titles).toContain('A1 Statement of the council');
  });
  it('is told in tags', () => {
    const tags = structure(done.pdf);
    for (const tag of ['TOC', 'H1', 'H2', 'BlockQuote', 'Table', 'TH', 'L', 'Link', 'Note', 'Figure']) {
      expect(tags).toMatch(new RegExp(`^\\s*${tag}\\b`, 'm'));
    }
  });
  it('leads to nothing that is not there', async () => {
    const base = quillhaven();
    const links: Publication['introduction'] = [
      { type: 'paragraph', content: [{ type: 'reference', text: 'point 99', target: 'point-99' }] },
    ];
    const result = await set({ ...base, introduction: links, letters: [] });
    expect(together(pageTexts(result.pdf))).toContain('point 99');
  });
});

describe('brackets', () => {
  it('name each passage once where it begins, and again on each further page', () => {
    const letters = done.places.find(({ id }) => id === 'letters')?.page ?? 0;
    const words = pages.slice(letters - 1);
    const count = (pattern: RegExp) => words.join('\n').match(pattern)?.length ?? 0;
    expect(count(/\bA1-1\b/g)).toBeGreaterThanOrEqual(1);
    expect(count(/\(cont\.\)/g)).toBeGreaterThanOrEqual(2);
    for (const code of ['A1-5', 'A1-10', 'A2-2', 'A3-1']) expect(words.join('\n')).toContain(code);
  });
  it('do not change where lines break', async () => {
    const base = quillhaven();
    const bare = base.letters.map((letter) => ({ ...letter, passages: [] }));
    const result = await set({ ...base, letters: bare });
    const lines = (texts: readonly string[]) =>
      texts
        .join('\n')
        .split('\n')
        .filter((line) => /^(The|Mrs|It|What) .{30}/.test(line));
    const from = result.pages - 8;
    expect(lines(pageTexts(result.pdf).slice(from))).toEqual(lines(pages.slice(from)));
  });
});

describe('paper', () => {
  it.each([
    ['a5', '419.528 x 595.276 pts'],
    ['half-letter', '396 x 612 pts'],
  ] as const)('is %s', async (paper, size) => {
    const { pdf } = await set(quillhaven({ paper }));
    expect(info(pdf).get('Page size')).toBe(size);
  });
});

describe('the same publication', () => {
  it('gives the same bytes, from this compiler and from a new one', async () => {
    const again = await set(quillhaven());
    expect(Buffer.from(again.pdf).equals(done.pdf)).toBe(true);
    const other = new NativeTypesetter();
    const fresh = await other.compile({ data: printData(quillhaven()), assets });
    expect(fresh.ok && Buffer.from(fresh.pdf).equals(done.pdf)).toBe(true);
    other.dispose();
  });
  it('is set again after an edit as if from nothing', async () => {
    const edited = quillhaven({ conclusion: [paragraph('One word more.')] });
    const after = await set(edited);
    const other = new NativeTypesetter();
    const fresh = await other.compile({ data: printData(edited), assets });
    expect(fresh.ok && Buffer.from(fresh.pdf).equals(after.pdf)).toBe(true);
    other.dispose();
  });
});

describe('what a pamphlet may lack', () => {
  const base = quillhaven();
  const blank = {
    title: '',
    subtitle: '',
    byline: '',
    date: '',
    series: '',
    number: '',
    motto: '',
    mottoSource: '',
  };
  it.each<[string, Partial<Publication>]>([
    [
      'everything',
      {
        front: blank,
        introduction: [],
        parts: [],
        conclusion: [],
        bibliography: [],
        letters: [],
        colophon: '',
        lists: [],
      },
    ],
    ['letters', { letters: [] }],
    ['a front', { front: blank }],
    ['parts', { parts: [] }],
    [
      'titles',
      {
        parts: [
          {
            ...base.parts[0]!,
            title: '',
            runningHead: '',
            points: [point(1, ''), point(2, '', { answer: [] })],
          },
        ],
      },
    ],
  ])('is %s', async (_, change) => {
    const result = await set({ ...base, ...change });
    expect(result.warnings).toEqual([]);
  });
  it('is short titles', async () => {
    const title =
      'On the Closing of the Library at Quillhaven, and on Some of the Things That Were Said in Its Favour, '.repeat(
        3,
      );
    expect(
      (await set({ ...base, front: { ...base.front, title, subtitle: title, motto: title } })).pages,
    ).toBe(done.pages);
  });
});

describe('long things', () => {
  it('go over pages: a quotation, a contrast, a note, a table, a demand', async () => {
    const long = prose(3, 40);
    const rows = Array.from({ length: 90 }, (_, i) => [
      { content: [{ text: `Year ${1930 + i}` }] },
      { content: [{ text: String(i) }] },
    ]);
    const points = [
      point(1, 'A quotation', { quotations: [quotation('p', 'A1-1', long)] }),
      point(2, 'A contrast', {
        arrangement: 'contrast',
        quotations: ['A1-1', 'A1-2', 'A2-1'].map((code) => quotation('p', code, long)),
      }),
      point(3, 'A note', {
        answer: [
          {
            type: 'paragraph',
            content: [{ text: 'x' }, { type: 'note', number: 7, content: [{ text: long }] }],
          },
        ],
      }),
      point(4, 'A table', { answer: [{ type: 'table', rows }] }),
      point(5, 'A demand', {
        answer: [paragraph(long, { entry: { anchor: 'demand-9', label: 'Demand 9' } })],
      }),
    ];
    const result = await set(quillhaven({ parts: [{ ...quillhaven().parts[0]!, points }], letters: [] }));
    expect(result.warnings).toEqual([]);
    const words = together(pageTexts(result.pdf));
    for (const part of ['Year 2019', '7', 'against', 'Demand 9'])
      expect(words.toLowerCase()).toContain(part.toLowerCase());
  });
});
