import { describe, expect, it } from 'vitest';
import type { Block, RichText } from '../../../core/text/block.ts';
import type { TextRange } from '../../../core/text/canonical.ts';
import { publish } from '../../../core/export/publish.ts';
import type { PublishedBlock, PublishedContent } from '../../../core/export/publication.ts';
import { publicationWords } from '../../../core/export/words.ts';
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
import { column, pamphlet, statement } from './library.ts';

const textOf = (content: PublishedContent): string =>
  content.map((inline) => ('type' in inline ? ('text' in inline ? inline.text : '^') : inline.text)).join('');
const told = (blocks: readonly PublishedBlock[]) =>
  blocks.map((block) =>
    block.type === 'rule' || block.type === 'table' ? block.type : `${block.type}: ${textOf(block.content)}`,
  );

describe('a publication', () => {
  const publication = publish(pamphlet);

  it('keeps what is private to itself', () => expect(JSON.stringify(publication)).not.toContain('PRIVATE'));

  it('is plain JSON and the same each time', () => {
    expect(JSON.parse(JSON.stringify(publication))).toEqual(publication);
    expect(JSON.stringify(publish(structuredClone(pamphlet)))).toBe(JSON.stringify(publication));
  });

  it('puts the date in words and keeps it for metadata', () => {
    expect(publication.front).toMatchObject({ date: '20 May 2026', isoDate: '2026-05-20' });
    const words = publish({ ...pamphlet, front: { ...pamphlet.front, date: 'Whitsun' } }).front;
    expect(words.date).toBe('Whitsun');
    expect(words).not.toHaveProperty('isoDate');
  });

  it('resolves references, and tells one that leads nowhere', () => {
    expect(publication.conclusion.map((block) => 'content' in block && block.content.at(-1))).toEqual([
      { type: 'reference', text: 'Demand 1', target: 'count' },
      { type: 'reference', text: 'Letter A1', target: 'statement' },
      { type: 'reference', text: 'missing reference' },
    ]);
    const unappended = publish({ ...pamphlet, settings: { ...pamphlet.settings, lettersAppended: false } });
    expect(unappended.letters).toEqual([]);
    expect(unappended.conclusion[1]).toMatchObject({ content: [{ type: 'reference', text: 'Letter A1' }] });
  });

  it('numbers notes through notes within notes', () => {
    const [first] = publication.parts[0]!.points[0]!.answer;
    const note = first?.type === 'paragraph' ? first.content.find((inline) => 'number' in inline) : undefined;
    expect(note).toMatchObject({ number: 1, content: [{ text: 'By the daybook' }, { number: 2 }] });
  });

  it('lists the demands without their notes, and the works that are cited', () => {
    expect(publication.lists).toEqual([
      {
        anchor: 'demands',
        title: 'What I ask',
        gathered: { at: 'end' },
        withdrawn: [],
        items: [
          {
            anchor: 'count',
            number: '1',
            from: { text: 'point 1', target: 'figures' },
            content: [{ text: 'That visits be counted.' }],
          },
        ],
      },
    ]);
    expect(publication.bibliography.map(({ anchor }) => anchor)).toEqual(['ashgrove']);
  });

  it('says what a part responds to', () => {
    expect(publication.parts[0]).toMatchObject({
      number: '1',
      respondsTo: 'A1 · Statement of the Council · Maud Ferris to the residents, 3 May 2026',
      runningHead: 'Statement of the Council',
    });
    expect(publication.parts[1]).toMatchObject({
      number: '1.1',
      title: 'In detail',
      runningHead: 'In detail',
    });
  });
});

describe('what is left out of a publication', () => {
  it('are empty points, sections and paragraphs; the rest is numbered without a gap', () => {
    const publication = publish(
      project({
        letters: [column],
        introduction: paragraphs('i', '', 'Words.', ' '),
        sections: [
          section('blank', [point('b1', [], paragraphs('x', ''))]),
          section('kept', [
            point('b2', ['gone'], []),
            point('b3', [], paragraphs('y', 'Yes.')),
            point('b4', [], [], { title: 'Only a title' }),
          ]),
          section('titled', [], { title: 'To be written' }),
        ],
      }),
    );
    expect(told(publication.introduction)).toEqual(['paragraph: Words.']);
    expect(
      publication.parts.map(({ number, anchor, points }) => [number, anchor, points.map((p) => p.number)]),
    ).toEqual([
      ['1', 'kept', ['1', '2']],
      ['2', 'titled', []],
    ]);
  });

  it('is nothing of an empty project but its frame', () => {
    expect(publish(project())).toMatchObject({ introduction: [], parts: [], letters: [], bibliography: [] });
  });
});

describe('a quotation', () => {
  const blocks: RichText = [
    { id: 'h', type: 'heading', level: 1, content: [{ text: 'On reading' }] },
    ...paragraphs('p', 'The roof leaks, and it rains.', 'The door is shut.'),
    { id: 'q', type: 'paragraph', quoted: 2, content: [{ text: 'Quoted deep.' }] },
    { id: 'l1', type: 'item', list: 'decimal', level: 2, start: 3, content: [{ text: 'to keep it;' }] },
    { id: 'l2', type: 'item', list: 'decimal', level: 2, content: [{ text: 'to sell it;' }] },
    { id: 'v', type: 'verse', content: [{ text: 'By the quay\na light' }] },
    { id: 't', type: 'table', rows: [[{ content: [{ text: '2019' }] }, { content: [{ text: '41,230' }] }]] },
  ];
  const of = letter('l', 'A1', blocks);
  const range = (from: [string, number], to: [string, number]): TextRange => ({
    start: { block: from[0], offset: from[1] },
    end: { block: to[0], offset: to[1] },
  });
  const quoted = (ranges: readonly TextRange[], quote = '') => {
    const whole = project({
      letters: [of],
      highlights: [highlight('h', of, ranges, { quote })],
      sections: [section('s', [point('p', ['h'], [])])],
    });
    return publish(whole).parts[0]!.points[0]!.quotations[0]!.blocks;
  };
  const words = (...all: string[]) => all.map((each) => rangeOf(blocks, each));

  it.each<[string, readonly TextRange[], string[]]>([
    ['of some words is a paragraph', words('roof leaks'), ['paragraph: roof leaks']],
    [
      'joins its parts by an omission',
      words('The roof leaks, ', 'it rains'),
      ['paragraph: The roof leaks, […] it rains'],
    ],
    [
      'joins parts of different paragraphs in the line',
      words('The roof leaks', 'shut'),
      ['paragraph: The roof leaks […] shut'],
    ],
    ['out of a list item is a paragraph', words('keep it'), ['paragraph: keep it']],
    ['of one whole list item is a paragraph', words('to keep it;'), ['paragraph: to keep it;']],
    [
      'of whole list items keeps the list',
      [range(['l1', 0], ['l2', 11])],
      ['item: to keep it;', 'item: to sell it;'],
    ],
    ['out of a heading is a paragraph', words('reading'), ['paragraph: reading']],
    [
      'over a heading makes no heading of it',
      [range(['h', 0], ['p1', 8])],
      ['paragraph: On reading', 'paragraph: The roof'],
    ],
    ['keeps verse', words('By the quay\na light'), ['verse: By the quay\na light']],
    [
      'sets the omission apart beside a table',
      [...words('The roof'), range(['t', 0], ['t', 4])],
      ['paragraph: The roof', 'paragraph: […]', 'table'],
    ],
  ])('%s', (_, ranges, expected) => expect(told(quoted(ranges))).toEqual(expected));

  it('keeps the numbers of items and begins at the first depth', () => {
    expect(quoted([range(['l1', 0], ['l2', 11])])).toMatchObject([
      { ordinal: 3, level: 1 },
      { ordinal: 4, level: 1 },
    ]);
    expect(quoted(words('Quoted deep.'))[0]).not.toHaveProperty('quoted');
    expect(quoted([range(['p2', 0], ['q', 12])])[1]).toHaveProperty('quoted', 2);
  });

  it('says the words that it had when they are gone from the letter', () => {
    const gone = quoted([range(['p1', 3], ['p1', 3])], 'The roof\nand the door');
    expect(told(gone)).toEqual(['paragraph: The roof', 'paragraph: and the door']);
  });

  it('leaves out the marks of the letter’s own notes', () => {
    const first = publish(pamphlet).parts[0]!.points[0]!.quotations[0]!;
    expect(told(first.blocks)).toEqual(['paragraph: The number of visitors has fallen by half since 2019.']);
    expect(first).toMatchObject({ code: 'A1-1', passage: 'half', shortSource: 'A1, ¶\u00a01' });
  });
});

describe('an appended letter', () => {
  const [first] = publish(pamphlet).letters;

  it('is cut wherever a passage begins or ends', () => {
    const block = first!.blocks[1];
    expect(block?.type === 'paragraph' && block.content).toEqual([
      { text: 'The number of visitors has ', passages: ['half'] },
      { text: 'fallen by half', marks: ['strong', 'emphasis'], passages: ['half', 'fallen'] },
      { text: ' since', passages: ['half', 'fallen'] },
      { text: ' 2019.', passages: ['half'] },
      { type: 'note-mark', label: '*' },
      { text: ' The house is costly.' },
    ]);
  });

  it('lists its passages with the points that answer them', () => {
    expect(first!.passages).toEqual([
      {
        id: 'half',
        code: 'A1-1',
        style: 1,
        answeredIn: [
          { anchor: 'figures', number: '1', name: 'point 1' },
          { anchor: 'chairs', number: '2', name: 'point 2' },
        ],
      },
      {
        id: 'fallen',
        code: 'A1-2',
        style: 5,
        answeredIn: [{ anchor: 'more', number: '3', name: 'point 3' }],
      },
      { id: 'waived', code: 'A1-3', style: 1, answeredIn: [] },
    ]);
  });

  it('loses no character of the letter', () => {
    const plain = (block: Block) =>
      'content' in block ? block.content.map((i) => ('text' in i ? i.text : '')).join('') : '';
    const published = first!.blocks.map((block) =>
      'content' in block ? block.content.map((i) => ('type' in i ? '' : i.text)).join('') : '',
    );
    expect(published).toEqual(statement.blocks.map(plain));
  });

  it('cuts within the cells of a table', () => {
    const blocks: RichText = [
      {
        id: 't',
        type: 'table',
        rows: [[{ content: [{ text: '2019' }] }, { content: [{ text: '41,230' }] }]],
      },
    ];
    const of = letter('l', 'A1', blocks);
    const passage = highlight('h', of, [
      { start: { block: 't', offset: 2 }, end: { block: 't', offset: 7 } },
    ]);
    const [published] = publish(project({ letters: [of], highlights: [passage] })).letters;
    expect(published!.blocks[0]).toMatchObject({
      rows: [
        [
          { content: [{ text: '20' }, { text: '19', passages: ['h'] }] },
          { content: [{ text: '41', passages: ['h'] }, { text: ',230' }] },
        ],
      ],
    });
  });
});

describe('words of a language', () => {
  it.each([
    ['de-AT', 'Inhalt'],
    ['HE', 'תוכן העניינים'],
    ['ar', 'المحتويات'],
    ['en-GB', 'Contents'],
    ['xx', 'Contents'],
    ['', 'Contents'],
    ['constructor', 'Contents'],
  ])('%s: %s', (language, contents) => expect(publicationWords(language).contents).toBe(contents));

  it('are all there and keep their places for values', () => {
    const english = publicationWords('en');
    for (const language of ['de', 'fr', 'es', 'it', 'nl', 'he', 'ar']) {
      for (const [name, words] of Object.entries(publicationWords(language))) {
        const places = (text: string) => text.match(/\{\w+\}/g) ?? [];
        expect(words, `${language} ${name}`).not.toBe('');
        expect(places(words), `${language} ${name}`).toEqual(places(english[name as keyof typeof english]));
      }
    }
  });
});

it('publishes a demand in the lead of a section with its number', () => {
  const demand = { ...written('d', { text: 'Count.' }), entry: 'demands' };
  expect(publish(project({ sections: [section('s', [], { lead: [demand] })] })).parts[0]!.lead).toEqual([
    { type: 'paragraph', content: [{ text: 'Count.' }], entry: { anchor: 'd', label: 'Demand 1' } },
  ]);
});
