import { afterAll, describe, expect, it, vi } from 'vitest';
import { printData } from '../../../core/export/print-data.ts';
import type { Publication, PublishedBlock, PublishedContent } from '../../../core/export/publication.ts';
import { NativeTypesetter } from '../../../electron/pdf/native.ts';
import { wordsOffThePage } from './poppler.ts';
import { DOT, longLetter, paragraph, point, prose, quillhaven, quotation } from './quillhaven.ts';

// A busy machine may take its time.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const typesetter = new NativeTypesetter();
afterAll(() => typesetter.dispose());

const base = quillhaven();
const long = prose(1, 70);
const lines = Array.from({ length: 150 }, (_, i) => `line ${i}`).join('\n');
const note = (number: number, words: string): PublishedContent[number] => ({
  type: 'note',
  number,
  content: [{ text: words }],
});
const inPart = (change: object): Partial<Publication> => ({
  parts: [{ ...base.parts[0]!, lead: [], points: [], ...change }],
});
const inText = (...introduction: PublishedBlock[]): Partial<Publication> => ({ introduction });
const table = (...rows: (PublishedContent | string)[][]): PublishedBlock => ({
  type: 'table',
  rows: rows.map((row, y) =>
    row.map((cell) => ({
      content: typeof cell === 'string' ? [{ text: cell }] : cell,
      ...(y === 0 ? { header: true as const } : {}),
    })),
  ),
});
const deep = (i: number): PublishedBlock => ({
  type: 'item',
  list: 'bullet',
  quoted: 1 + Math.floor(i / 9),
  level: 1 + (i % 9),
  ordinal: 0,
  content: [{ text: `item ${i}`, passages: ['letter-1-long-0'] }],
});

describe('what is set whole but may be taller than a page', () => {
  it.each<[string, Partial<Publication>]>([
    [
      'a quotation of many lines',
      inPart({ points: [point(1, 'T', { quotations: [quotation('p', 'A1-1', lines)] })] }),
    ],
    [
      'a long source line',
      inPart({ points: [point(1, 'T', { quotations: [quotation('p', 'A1-1', 'a', { source: long })] })] }),
    ],
    ['the title of a point', inPart({ points: [point(1, long)] })],
    ['a title of many lines', inPart({ points: [point(1, lines)] })],
    ['the title of a part', inPart({ title: long })],
    ['the title of a nested part', inPart({ depth: 2, title: long })],
    [
      'an entry of a list',
      {
        lists: [
          {
            anchor: 'd',
            title: 'D',
            gathered: { at: 'end' },
            withdrawn: [],
            items: [{ anchor: 'x', number: '1', from: { text: 'point 1' }, content: [{ text: long }] }],
          },
        ],
      },
    ],
    [
      'a caption',
      inText({
        type: 'picture',
        asset: 'dot',
        mediaType: 'image/png',
        alternative: 'a',
        content: [{ text: long }],
      }),
    ],
    ['a heading', inText({ type: 'heading', level: 1, content: [{ text: long }] })],
    ['the title', { front: { ...base.front, title: long } }],
    ['the motto', { front: { ...base.front, motto: long } }],
    ['the colophon', { colophon: long }],
    ['a word', inText(paragraph('x'.repeat(4000)))],
    [
      'what is known of a letter',
      { letters: [{ ...longLetter('letter-1', 'A1', 4), about: long, title: long }] },
    ],
    ['a cell', inText(table(['a', 'b'], [long + long, 'c']))],
    ['the head of a table', inText(table([long, 'b'], ['c', 'd']))],
    [
      'a head with a note',
      inText(
        table([[{ text: prose(1, 12) }, note(1, prose(2, 9))], 'b'], ['c', [note(2, long)]], ['d', 'e']),
      ),
    ],
    [
      'a row of forty cells',
      inText(table(...Array.from({ length: 30 }, () => Array.from({ length: 40 }, () => 'abcdefgh')))),
    ],
    ['a note', inText({ type: 'paragraph', content: [{ text: 'x' }, note(1, prose(1, 300))] })],
    ['lists in quotations', inText(...Array.from({ length: 60 }, (_, i) => deep(i)))],
    [
      'lists in a letter',
      {
        letters: [
          { ...longLetter('letter-1', 'A1', 6), blocks: Array.from({ length: 60 }, (_, i) => deep(i)) },
        ],
      },
    ],
  ])('%s stays on its pages', async (_, change) => {
    const bare = { introduction: [], parts: [], conclusion: [], bibliography: [], letters: [] };
    const result = await typesetter.compile({
      data: printData(quillhaven({ ...bare, ...change })),
      assets: new Map([['dot', DOT]]),
    });
    if (!result.ok) throw new Error(result.problems.map(({ raw }) => raw).join('\n'));
    expect(result.warnings).toEqual([]);
    expect(wordsOffThePage(result.pdf)).toEqual([]);
  });
});

describe('notes after a long quotation', () => {
  // A paragraph that both stuck to its source line and broke over pages once left the tags of notes unclosed.
  it.each([20, 30, 35, 38, 42, 60])('of %i sentences keep the PDF tagged', async (sentences) => {
    const points = [
      point(1, 'Q', { quotations: [quotation('p', 'A1-1', prose(3, sentences))] }),
      point(2, 'N', { answer: [{ type: 'paragraph', content: [{ text: 'x' }, note(1, prose(2, 40))] }] }),
    ];
    const data = printData(quillhaven({ ...inPart({ points }), letters: [] }));
    const result = await typesetter.compile({ data, assets: new Map() });
    expect(result.ok && result.warnings).toEqual([]);
  });
});
