/** What stays together on a page: everything is tried at many heights of it. */
import { afterAll, describe, expect, it, vi } from 'vitest';
import { printData } from '../../../core/export/print-data.ts';
import type { PublishedBlock, PublishedPoint } from '../../../core/export/publication.ts';
import { NativeTypesetter } from '../../../electron/pdf/native.ts';
import { pageTexts } from './poppler.ts';
import { paragraph, point, prose, quillhaven, quotation } from './quillhaven.ts';

// A busy machine may take its time.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const typesetter = new NativeTypesetter();
afterAll(() => typesetter.dispose());

/** @param first of the words after the contents */
async function pagesOf(points: readonly PublishedPoint[], first: string): Promise<readonly string[]> {
  const base = quillhaven();
  const publication = {
    ...base,
    introduction: [],
    conclusion: [],
    lists: [],
    letters: [],
    parts: [{ ...base.parts[0]!, lead: [], points }],
  };
  const set = await typesetter.compile({ data: printData(publication), assets: new Map() });
  if (!set.ok) throw new Error(set.problems.map(({ raw }) => raw).join('\n'));
  expect(set.warnings).toEqual([]);
  const pages = pageTexts(set.pdf);
  // Not the contents.
  return pages.slice(pages.findIndex((page) => page.includes(first)));
}

const MANY = 40;
/** Of other lengths, so that what follows stands at other heights. */
const filling = (i: number): PublishedBlock[] => [
  paragraph(prose(i, 1 + (i % 4))),
  ...Array.from({ length: i % 3 }, (_, k) => paragraph(`Line ${k} to move what follows.`)),
];
const table = (i: number): PublishedBlock => ({
  type: 'table',
  rows: [
    [
      { content: [{ text: 'Year' }], header: true },
      { content: [{ text: 'Visits' }], header: true },
    ],
    [{ content: [{ text: `row-${i}` }] }, { content: [{ text: '41' }] }],
    [{ content: [{ text: '2025' }] }, { content: [{ text: '20' }] }],
  ],
});
const pageWith = (pages: readonly string[], words: string) => pages.findIndex((page) => page.includes(words));

const numbers = Array.from({ length: MANY }, (_, i) => i);

describe('what belongs together', () => {
  it('a short paragraph before a table or a list stands on the page where that begins', async () => {
    const course = (i: number): PublishedBlock => ({
      type: 'item',
      list: 'bullet',
      level: 0,
      ordinal: 0,
      content: [{ text: `first-${i} course` }],
    });
    const answer = numbers.flatMap((i) => [
      ...filling(i),
      paragraph(`Caption-${i} of the table`),
      table(i),
      ...filling(i + 1),
      paragraph(`Courses-${i} are these:`),
      course(i),
    ]);
    const pages = await pagesOf([point(1, 'Tables', { answer })], 'Caption-0 ');
    const parted = numbers.filter(
      (i) =>
        pageWith(pages, `Caption-${i} `) !== pageWith(pages, `row-${i}\n`) ||
        pageWith(pages, `Courses-${i} `) !== pageWith(pages, `first-${i} `),
    );
    expect(parted).toEqual([]);
    expect(pages.length).toBeGreaterThan(10);
  });

  it('the heading of a point, and the places that it answers, stand on the page of what follows', async () => {
    const places = [{ text: 'A1-3', target: 'nowhere' }];
    const follows = (i: number) => `${i % 2 === 0 ? 'quoted' : 'answer'}-${i} `;
    const points = numbers.map((i) =>
      point(i + 1, `Heading-${i} stands here`, {
        quotations: i % 2 === 0 ? [quotation('p', 'A1-1', follows(i) + prose(i, 2))] : [],
        ...(i % 3 === 0 ? { master: places } : {}),
        answer: [...(i % 2 === 0 ? [] : [paragraph(follows(i) + prose(i, 1))]), ...filling(i)],
      }),
    );
    const pages = await pagesOf(points, follows(0));
    const parted = numbers.filter((i) => pageWith(pages, `Heading-${i} `) !== pageWith(pages, follows(i)));
    expect(parted).toEqual([]);
    expect(pages.length).toBeGreaterThan(8);
  });
});
