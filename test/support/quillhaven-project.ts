/**
 * A small finished answer about the town library of Quillhaven, in which everything that a project file can hold
 * comes up once. The fixture of the format's first version was made of it.
 */
import { rangeText, type TextRange } from '../../core/text/canonical.ts';
import type { RichText } from '../../core/text/block.ts';
import { emptyProject, type Project } from '../../core/document/project.ts';

const HASH = 'b1946ac92492d2347c6235b4d2611184b1946ac92492d2347c6235b4d2611184';

const letter: RichText = [
  { id: 'l1', type: 'heading', level: 2, content: [{ text: 'To the readers of Quillhaven' }] },
  {
    id: 'l2',
    type: 'paragraph',
    content: [
      { text: 'The library will close on Thursdays, ' },
      { text: 'for want of lamp oil', marks: ['strong', 'emphasis'] },
      { type: 'note-mark', note: 'l9' },
      { text: ', as the board has ' },
      { text: 'announced', link: 'https://quillhaven.example/board' },
      { text: '.' },
    ],
  },
  { id: 'l3', type: 'paragraph', quoted: 1, content: [{ text: 'A lamp unlit is a penny saved.' }] },
  { id: 'l4', type: 'attribution', quoted: 1, content: [{ text: 'The board’s minutes' }] },
  {
    id: 'l5',
    type: 'item',
    list: 'lower-roman',
    level: 1,
    start: 3,
    content: [{ text: 'Almanacs may not be lent.' }],
  },
  {
    id: 'l6',
    type: 'table',
    rows: [
      [
        { content: [{ text: 'Day' }], header: true },
        { content: [{ text: 'Readers' }], header: true },
      ],
      [{ content: [{ text: 'Thursday' }] }, { content: [{ text: '41' }] }],
    ],
  },
  { id: 'l7', type: 'verse', content: [{ text: 'Turn down the wick,\nturn out the light.' }] },
  { id: 'l8', type: 'paragraph', direction: 'rtl', content: [{ text: 'הספרייה שייכת לכולנו 📚' }] },
  {
    id: 'l10',
    type: 'picture',
    asset: 'lamp',
    alternative: 'A lamp',
    content: [{ text: 'The lamp in question' }],
  },
  { id: 'l11', type: 'rule' },
  { id: 'l9', type: 'note', label: '*', content: [{ text: 'Nine pints a week.' }] },
];

const closing: readonly TextRange[] = [
  { start: { block: 'l2', offset: 4 }, end: { block: 'l2', offset: 57 } },
  { start: { block: 'l5', offset: 0 }, end: { block: 'l6', offset: 11 } },
];

export const quillhaven: Project = {
  ...emptyProject('quillhaven', 'en', ['Claim', 'Question', 'Error']),
  front: {
    title: 'An Answer to the Library Board',
    subtitle: 'concerning Thursdays',
    byline: 'A Reader',
    date: '2026-03-07',
    series: 'Quillhaven Papers',
    number: '1',
    motto: 'Lux in litteris.',
    mottoSource: 'over the door',
    colophon: 'Set in Quillhaven.',
  },
  introduction: [
    { id: 'i1', type: 'paragraph', content: [{ text: 'The board has written, and we answer.' }] },
  ],
  conclusion: [{ id: 'c1', type: 'paragraph', content: [{ text: 'We remain your readers.' }] }],
  letters: [
    {
      id: 'board',
      code: 'A1',
      kind: 'letter',
      item: {
        type: 'personal_communication',
        title: 'To the readers of Quillhaven',
        author: [{ literal: 'The Library Board' }],
        issued: { 'date-parts': [[2026, 2, 14]] },
        archive: 'Town chest, 3',
      } as Project['letters'][number]['item'],
      addressee: 'The readers',
      language: 'en',
      direction: 'ltr',
      blocks: letter,
      original: { name: 'board.html', mediaType: 'text/html', sha256: HASH, size: 11 },
      notices: [{ kind: 'left-out', what: 'script', count: 1, detail: 'counter.js' }],
      corrected: true,
    },
    {
      id: 'keeper',
      code: 'B1',
      kind: 'comment',
      item: { type: 'personal_communication', title: 'From the lighthouse' },
      addressee: '',
      language: 'en',
      direction: 'ltr',
      blocks: [
        { id: 'k1', type: 'paragraph', content: [{ text: 'I have oil to spare, if it is only oil.' }] },
      ],
      notices: [],
      corrected: false,
    },
  ],
  highlights: [
    {
      id: 'closing',
      letter: 'board',
      ranges: closing,
      quote: closing.map((range) => rangeText(letter, range)).join(' […] '),
      category: 'category-1',
      note: 'Ask the treasurer.',
    },
    {
      id: 'oil',
      letter: 'keeper',
      ranges: [{ start: { block: 'k1', offset: 0 }, end: { block: 'k1', offset: 20 } }],
      quote: 'I have oil to spare,',
      category: 'category-2',
      note: '',
      waived: { reason: 'Answered in person.' },
    },
    {
      id: 'gone',
      letter: 'keeper',
      ranges: [{ start: { block: 'k1', offset: 39 }, end: { block: 'k1', offset: 39 } }],
      quote: 'and a wick besides',
      category: 'category-3',
      note: '',
    },
  ],
  sections: [
    {
      id: 'thursdays',
      level: 1,
      title: 'On Thursdays',
      letter: 'board',
      lead: [{ id: 's1', type: 'paragraph', content: [{ text: 'First, the lamp.' }] }],
      points: [
        {
          id: 'lamp-oil',
          title: 'The oil',
          quotations: [
            { id: 'q1', highlight: 'closing' },
            { id: 'q2', highlight: 'oil' },
          ],
          arrangement: 'contrast',
          answer: [
            {
              id: 'a1',
              type: 'paragraph',
              content: [
                { text: 'There is oil enough' },
                { type: 'note', id: 'n1', body: [{ text: 'The keeper says so himself.' }] },
                { text: ', see ' },
                {
                  type: 'citation',
                  id: 'citation-1',
                  items: [{ reference: 'almanac', locator: '41', prefix: 'cf. ' }],
                },
                { text: ' and ' },
                { type: 'cross-reference', target: { kind: 'letter', id: 'keeper' }, form: 'number' },
                { text: '.' },
              ],
            },
            {
              id: 'a2',
              type: 'paragraph',
              entry: 'demands',
              content: [{ text: 'Open the library on Thursdays.' }],
            },
          ],
          status: 'final',
          note: 'Check the figure.',
        },
      ],
    },
  ],
  references: [{ id: 'almanac', item: { type: 'book', title: 'The Quillhaven Almanac', edition: '7' } }],
  assets: [{ id: 'lamp', mediaType: 'image/png', name: 'lamp.png' }],
  lists: [{ id: 'demands', name: 'What we ask', label: '' }],
};

/** A picture of one pixel, and the original of the first letter. */
export const quillhavenBinaries: ReadonlyMap<string, Uint8Array> = new Map([
  [
    'assets/lamp',
    new Uint8Array(
      Buffer.from(
        'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
        'base64',
      ),
    ),
  ],
  [`originals/${HASH}`, new TextEncoder().encode('<p>Oil.</p>')],
]);
