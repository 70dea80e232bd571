/** A publication with everything in it that a pamphlet can have. All of it is invented. */
import type {
  Publication,
  PublishedBlock,
  PublishedContent,
  PublishedLetter,
  PublishedPoint,
  PublishedQuotation,
} from '../../../core/export/publication.ts';
import { publicationWords } from '../../../core/export/words.ts';

export const text = (value: string, more: object = {}) => ({ text: value, ...more });
export const paragraph = (value: string, more: object = {}): PublishedBlock => ({
  type: 'paragraph',
  content: [{ text: value }],
  ...more,
});
const content = (...parts: PublishedContent): PublishedBlock => ({ type: 'paragraph', content: parts });

/** Strings that a careless typesetter would run, swallow or turn around; each must print as it stands. */
export const HOSTILE = [
  '#panic("x")',
  '$x$ and $ x_1 $',
  '@ref and <label>',
  '#import "/etc/passwd"',
  '= no heading',
  '*no bold* _no italics_ `no code`',
  '// no comment /* none */',
  '\\u{41} \\',
  '[brackets] {braces} ~ --- ...',
  '#{ while true {} }',
];

export const SCRIPTS = {
  hebrew: 'ספרייה עירונית',
  arabic: 'مكتبة المدينة',
  greek: 'ἐν ἀρχῇ ἦν ὁ λόγος',
  cyrillic: 'городская библиотека',
};

/** A red dot: the smallest picture that a PNG can be, 1 by 1 pixel. */
export const DOT = Uint8Array.from(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg==',
    'base64',
  ),
);

const SENTENCES = [
  'The reading room faces the harbour, and on a wet afternoon every chair in it is taken by four.',
  'Nobody on the committee seems to have counted the children who come in from the ferry to wait for the bus.',
  'The clock over the door has been slow since the gale, and the town has learned to subtract.',
  'Mrs Tarrant kept the accounts for nineteen years and was never once out by more than a shilling.',
  'It is true that the roof leaks; it is also true that the slates were bought and are lying in the yard.',
  'A building is not idle because the people in it are quiet.',
  'The gift was made to the inhabitants, and the inhabitants have not been asked.',
  'What is called a saving here is a bill sent on to somebody else, with the postage added.',
];

/** Running prose of a number of sentences, different for each seed. */
export function prose(seed: number, sentences: number): string {
  return Array.from({ length: sentences }, (_, i) => SENTENCES[(seed * 3 + i * (1 + (seed % 3))) % 8]).join(
    ' ',
  );
}

export function quotation(
  passage: string,
  code: string,
  words: string,
  more: Partial<PublishedQuotation> = {},
): PublishedQuotation {
  return {
    passage,
    code,
    letter: code.slice(0, 2),
    blocks: [paragraph(words)],
    language: 'en-GB',
    direction: 'ltr',
    source: `Town clerk, Statement of the council, 3 May 2026, ¶ ${code.slice(-1)}`,
    shortSource: `${code.slice(0, 2)}, ¶ ${code.slice(-1)}`,
    ...more,
  };
}

export function point(number: number, title: string, more: Partial<PublishedPoint> = {}): PublishedPoint {
  return {
    anchor: `point-${number}`,
    number: String(number),
    name: `point ${number}`,
    see: [],
    title,
    arrangement: 'sequence',
    quotations: [],
    answer: [paragraph(prose(number, 4)), paragraph(prose(number + 1, 5))],
    ...more,
  };
}

/** A letter of many paragraphs, two thirds of it under brackets that overlap, nest and run over pages. */
export function longLetter(anchor: string, code: string, paragraphs: number): PublishedLetter {
  const blocks: PublishedBlock[] = Array.from({ length: paragraphs }, (_, i) => {
    const group = Math.floor(i / 6);
    const long = `${anchor}-long-${group}`;
    const nested = `${anchor}-nested-${group}`;
    const body = prose(i, 5);
    const middle = Math.floor(body.length / 2);
    if (i % 6 === 1) {
      return content(
        text(body.slice(0, middle)),
        text(body.slice(middle), { passages: [long] }),
        text(' And so on.', { passages: [long, nested] }),
      );
    }
    if (i % 6 === 2) return content(text(body, { passages: [long, nested] }));
    if (i % 6 === 3) {
      return content(text(body.slice(0, middle), { passages: [long] }), text(body.slice(middle)));
    }
    return paragraph(body);
  });
  const passages = Array.from({ length: Math.ceil(paragraphs / 6) }, (_, group) => [
    {
      id: `${anchor}-long-${group}`,
      code: `${code}-${group * 2 + 1}`,
      answeredIn: [{ anchor: `point-${group + 1}`, number: String(group + 1), name: `point ${group + 1}` }],
      style: 1 + (group % 6),
    },
    { id: `${anchor}-nested-${group}`, code: `${code}-${group * 2 + 2}`, answeredIn: [], style: 1 },
  ]).flat();
  return {
    anchor,
    code,
    title: 'Statement of the council',
    about: 'Town clerk to the residents, 3 May 2026',
    language: 'en-GB',
    direction: 'ltr',
    blocks,
    passages,
    corrected: false,
  };
}

const everyBlock: readonly PublishedBlock[] = [
  paragraph(prose(2, 3)),
  { type: 'heading', level: 2, content: [text('What the ledger shows')] },
  content(
    text('Read '),
    text('strongly', { marks: ['strong'] }),
    text(', '),
    text('with stress', { marks: ['emphasis'] }),
    text(', '),
    text('underlined', { marks: ['underline'] }),
    text(', '),
    text('struck out', { marks: ['strike'] }),
    text(', H'),
    text('2', { marks: ['subscript'] }),
    text('O, 1'),
    text('st', { marks: ['superscript'] }),
    text(', '),
    text('In Capitals', { marks: ['smallcaps'] }),
    text(', '),
    text('code()', { marks: ['code'] }),
    text(' and '),
    text('a link', { link: 'https://quillhaven.example/library' }),
    text('; not '),
    text('a bad one', { link: 'javascript:alert(1)' }),
    text('. See '),
    { type: 'reference', text: 'point 2', target: 'point-2' },
    text(', '),
    { type: 'reference', text: 'demand 1', target: 'demand-1' },
    text(', '),
    { type: 'reference', text: 'missing reference', target: 'nowhere-at-all' },
    text(' and ('),
    { type: 'reference', text: 'Corrow 1921', target: 'ref-1' },
    text(').'),
    { type: 'note', number: 1, content: [text('The daybook, 3 May. Its pages are numbered by hand.')] },
  ),
  { type: 'item', list: 'bullet', level: 1, ordinal: 0, content: [text('The roof was mended in December.')] },
  { type: 'item', list: 'bullet', level: 1, ordinal: 0, content: [text(prose(5, 2))] },
  { type: 'item', list: 'decimal', level: 2, ordinal: 1, content: [text('slates;')] },
  { type: 'item', list: 'decimal', level: 2, ordinal: 2, content: [text('rafters.')] },
  { type: 'paragraph', indent: 1, content: [text('And this still belongs to the second item.')] },
  {
    type: 'item',
    list: 'lower-roman',
    level: 1,
    ordinal: 4,
    content: [text('a list that begins with four')],
  },
  { type: 'paragraph', quoted: 1, content: [text(prose(6, 3))] },
  { type: 'paragraph', quoted: 1, content: [text('A library is a promise made to strangers.')] },
  { type: 'attribution', quoted: 1, content: [text('Corrow, Deed of Gift, p. 4')] },
  {
    type: 'verse',
    content: [
      text('The tide comes up to Tolbooth Quay,\n  it reads the steps, and goes;\n\nthe door is shut'),
    ],
  },
  { type: 'preformatted', content: [text('Mon   10  17\nTue   10  13')] },
  {
    type: 'table',
    rows: [
      [
        { content: [text('Year')], header: true },
        { content: [text('Hours a week')], header: true },
        { content: [text('Visits')], header: true },
      ],
      [{ content: [text('2019')] }, { content: [text('38')] }, { content: [text('41,204')] }],
      [{ content: [text('2023')] }, { content: [text('17, and the roof off')], columns: 2 }],
    ],
  },
  { type: 'rule' },
  {
    type: 'picture',
    asset: 'dot',
    mediaType: 'image/png',
    alternative: 'A red dot that stands for the library on the map',
    content: [text('The library, from the ferry.')],
  },
  {
    type: 'picture',
    asset: 'lost',
    mediaType: 'image/png',
    alternative: 'A picture that was lost',
    content: [],
  },
  {
    type: 'paragraph',
    content: [text('That the doors be opened on Saturdays.')],
    entry: { anchor: 'demand-1', label: 'Demand 1' },
  },
];

const demands = ['That the doors be opened on Saturdays.', 'That the ledger be printed.'];

export function quillhaven(change: Partial<Publication> = {}): Publication {
  return {
    language: 'en-GB',
    direction: 'ltr',
    paper: 'a5',
    words: publicationWords('en-GB'),
    front: {
      title: 'A Library Is Not a Ledger',
      subtitle: 'A reply to the council of Quillhaven, and to two who wrote in its support',
      byline: 'A Reader',
      date: '20 May 2026',
      isoDate: '2026-05-20',
      series: 'Quillhaven Tracts',
      number: 'No. 3',
      motto: 'Count the chairs by all means; but count them when it rains.',
      mottoSource: 'Saying of the harbour',
    },
    frontMatter: [],
    backMatter: [],
    withdrawn: [],
    introduction: [paragraph(prose(0, 5)), paragraph(prose(1, 6)), paragraph(prose(4, 5))],
    parts: [
      {
        anchor: 'part-1',
        number: '1',
        depth: 1,
        title: 'The council’s figures',
        respondsTo: 'A1 · Statement of the council · Town clerk, 3 May 2026',
        runningHead: 'Statement of the council',
        lead: [paragraph(prose(3, 3))],
        points: [
          point(1, 'Visitors', {
            quotations: [quotation('letter-1-long-0', 'A1-1', prose(1, 2))],
            answer: everyBlock,
          }),
          point(2, 'Two dates', {
            arrangement: 'contrast',
            quotations: [
              quotation('letter-1-nested-0', 'A1-2', 'No decision has been taken, and none will be in May.'),
              quotation(
                'letter-2-long-0',
                'A2-1',
                'The sale was decided upon in February, as all who attended know.',
              ),
            ],
          }),
          point(3, ''),
        ],
      },
      {
        anchor: 'part-2',
        number: '1.1',
        depth: 2,
        title: 'On what was left out',
        runningHead: 'Statement of the council',
        lead: [],
        points: [
          point(4, `Hostile ${HOSTILE[0]}`, {
            answer: [
              ...HOSTILE.map((line) => paragraph(line)),
              ...Object.values(SCRIPTS).map((line) => paragraph(`Say: ${line}.`)),
              paragraph('NUL\u0000 here, turned\u202e round, and a lone \ud800 surrogate.'),
              {
                type: 'paragraph',
                content: [text('That the ledger be printed.')],
                entry: { anchor: 'demand-2', label: 'Demand 2' },
              },
            ],
          }),
        ],
      },
      {
        anchor: 'part-3',
        number: '2',
        depth: 1,
        title: 'A columnist',
        runningHead: 'A town that reads too much',
        lead: [],
        points: Array.from({ length: 8 }, (_, i) =>
          point(5 + i, i % 3 === 2 ? '' : `Heading of point ${5 + i}`, {
            quotations: [quotation(`letter-2-long-${i % 2}`, `A2-${1 + 2 * (i % 2)}`, prose(i, 1 + (i % 3)))],
          }),
        ),
      },
    ],
    conclusion: [paragraph(prose(7, 5))],
    lists: [
      {
        anchor: 'demands',
        title: 'What we ask',
        gathered: { at: 'end' },
        withdrawn: ['2'],
        items: demands.map((words, i) => ({
          anchor: `demand-${i + 1}`,
          number: String(i + 1),
          from: { text: `point ${i + 1}`, target: `point-${i + 1}` },
          content: [text(words)],
        })),
      },
    ],
    bibliography: [
      {
        anchor: 'ref-1',
        content: [
          text('Corrow, A. (1921). '),
          text('Deed of Gift', { marks: ['emphasis'] }),
          text('. Quillhaven.'),
        ],
      },
    ],
    letters: [
      longLetter('letter-1', 'A1', 30),
      { ...longLetter('letter-2', 'A2', 14), title: 'A town that reads too much', corrected: true },
      {
        ...longLetter('letter-3', 'A3', 0),
        title: 'מכתב מקורא',
        about: 'A reader, 11 May 2026',
        language: 'he',
        direction: 'rtl',
        link: 'https://quillhaven.example/letters/3',
        blocks: [
          content(text('הספרייה היא לב העיר. '), text('אין לסגור אותה.', { passages: ['letter-3-p'] }), {
            type: 'note-mark',
            label: '1',
          }),
          { type: 'note', label: '1', content: [text('כך כתבו כולם.')] },
        ],
        passages: [{ id: 'letter-3-p', code: 'A3-1', answeredIn: [], style: 2 }],
      },
    ],
    colophon: 'Set in Source Serif and printed at Quillhaven in two hundred copies.',
    ...change,
  };
}
