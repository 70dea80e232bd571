/** A pamphlet about the library of Quillhaven in which every kind of block, mark and reference comes up. */
import type { Block } from '../../../core/text/block.ts';
import type { Letter } from '../../../core/document/letter.ts';
import type { Project } from '../../../core/document/project.ts';
import {
  highlight,
  letter,
  paragraphs,
  point,
  project,
  rangeOf,
  section,
  written,
} from '../derived/quillhaven.ts';

export const statement: Letter = letter(
  'statement',
  'A1',
  [
    { id: 's0', type: 'heading', level: 2, content: [{ text: 'Statement of the Council' }] },
    {
      id: 's1',
      type: 'paragraph',
      content: [
        { text: 'The number of visitors has ' },
        { text: 'fallen by half', marks: ['strong', 'emphasis'] },
        { text: ' since 2019.' },
        { type: 'note-mark', note: 's9' },
        { text: ' The house is costly.' },
      ],
    },
    { id: 's2', type: 'heading', level: 4, content: [{ text: 'What is proposed' }] },
    { id: 's3', type: 'item', list: 'decimal', level: 1, content: [{ text: 'to keep the house;' }] },
    { id: 's4', type: 'item', list: 'decimal', level: 1, content: [{ text: 'to sell the house;' }] },
    { id: 's5', type: 'item', list: 'bullet', level: 2, content: [{ text: 'with the clock' }] },
    { id: 's6', type: 'paragraph', quoted: 1, content: [{ text: 'A library unread is a penny spent.' }] },
    { id: 's7', type: 'attribution', quoted: 1, content: [{ text: 'The minutes' }] },
    {
      id: 's8',
      type: 'table',
      rows: [
        [
          { header: true, content: [{ text: 'Year' }] },
          { header: true, content: [{ text: 'Visits' }] },
        ],
        [{ content: [{ text: '2019' }] }, { content: [{ text: '41,230' }] }],
      ],
    },
    { id: 's9', type: 'note', label: '*', content: [{ text: 'Counted at the door.' }] },
    { id: 's10', type: 'rule' },
    { id: 's11', type: 'verse', content: [{ text: 'Turn down the wick,\nturn out the light.' }] },
    { id: 's12', type: 'paragraph', direction: 'rtl', content: [{ text: 'הספרייה של כולנו' }] },
    {
      id: 's13',
      type: 'picture',
      asset: 'door',
      alternative: 'The door',
      content: [{ text: 'Seven steps' }],
    },
  ],
  {
    item: {
      type: 'document',
      title: 'Statement of the Council',
      author: [{ given: 'Maud', family: 'Ferris' }],
      issued: { 'date-parts': [[2026, 5, 3]] },
      URL: 'https://quillhaven.example/statement',
    },
    addressee: 'the residents',
    corrected: true,
  },
);

export const column: Letter = letter('column', 'A2', paragraphs('c', 'Nobody reads.', 'I found no chair.'), {
  item: { type: 'article', title: 'Leave the Library' },
});

const at = (of: Letter, ...words: string[]) => words.map((word) => rangeOf(of.blocks, word));

const answer: readonly Block[] = [
  written(
    'a1',
    { text: 'It was shut; see ' },
    { type: 'cross-reference', target: { kind: 'point', id: 'chairs' } },
    { text: ' and ' },
    { type: 'citation', id: 'c1', items: [{ reference: 'ashgrove', locator: '41' }] },
    {
      type: 'note',
      id: 'n1',
      body: [{ text: 'By the daybook' }, { type: 'note', id: 'n2', body: [{ text: 'kept since 1891' }] }],
    },
    { text: '.' },
  ),
  { id: 'a2', type: 'heading', level: 3, content: [{ text: 'A closer look' }] },
  { ...written('count', { text: 'That visits be counted.' }), entry: 'demands' },
  written(
    'a3',
    { text: 'a page', link: 'https://quillhaven.example/' },
    { text: 'small', marks: ['smallcaps'] },
  ),
];

export const pamphlet: Project = project({
  front: {
    title: 'Seven Steps',
    subtitle: 'A Reply',
    byline: 'Ruth Aldous',
    date: '2026-05-20',
    series: 'Tracts',
    number: '3',
    motto: 'For all persons.',
    mottoSource: 'A deed',
    colophon: 'Printed at home.',
  },
  lists: [{ id: 'demands', name: 'What I ask', label: '' }],
  introduction: paragraphs('i', 'The library stands on the quay.'),
  conclusion: [
    written('k1', { text: 'Lastly ' }, { type: 'cross-reference', target: { kind: 'demand', id: 'count' } }),
    written('k2', { type: 'cross-reference', target: { kind: 'letter', id: 'statement' } }),
    written('k3', { type: 'cross-reference', target: { kind: 'section', id: 'gone' } }),
  ],
  letters: [statement, column],
  highlights: [
    highlight('half', statement, at(statement, 'The number of visitors has fallen by half since 2019.'), {
      note: 'PRIVATE of the passage',
    }),
    highlight('fallen', statement, at(statement, 'fallen by half since'), { category: 'category-5' }),
    highlight('waived', statement, at(statement, 'sell'), { waived: { reason: 'PRIVATE reason' } }),
    highlight('nobody', column, at(column, 'Nobody reads', 'no chair'), { category: 'category-2' }),
  ],
  sections: [
    section(
      'council',
      [
        point('figures', ['half'], answer, { title: 'The figures', note: 'PRIVATE of the point' }),
        point('chairs', ['half', 'nobody'], paragraphs('b', 'Which?'), { arrangement: 'contrast' }),
      ],
      { title: 'To the Council', letter: 'statement', lead: paragraphs('l', 'First of all.') },
    ),
    section('detail', [point('more', ['fallen'], paragraphs('m', 'Hardly.'), { title: 'More' })], {
      title: 'In detail',
      level: 3,
    }),
  ],
  references: [
    {
      id: 'ashgrove',
      item: {
        type: 'book',
        author: [{ family: 'Ashgrove' }],
        title: 'A Room',
        issued: { 'date-parts': [[2019]] },
      },
    },
    { id: 'unread', item: { type: 'book', title: 'Not cited' } },
  ],
  assets: [{ id: 'door', mediaType: 'image/png', name: 'door.png' }],
});
