import { describe, expect, it } from 'vitest';
import { printData } from '../../../core/export/print-data.ts';
import type { PrintInline } from '../../../core/export/print/content.ts';
import type { Publication, PublishedBlock, PublishedLetter } from '../../../core/export/publication.ts';
import { longLetter, paragraph, point, quillhaven, quotation, text } from '../../electron/pdf/quillhaven.ts';

/** The introduction's blocks as they come out. */
function printed(...introduction: PublishedBlock[]) {
  return printData(quillhaven({ introduction })).introduction;
}
function firstContent(block: PublishedBlock): readonly PrintInline[] {
  const [first] = printed(block);
  return first && 'content' in first ? first.content : [];
}
function letter(blocks: readonly PublishedBlock[], ids: readonly string[], language = 'en'): PublishedLetter {
  return {
    ...longLetter('letter-1', 'A1', 0),
    language,
    blocks,
    passages: ids.map((id, i) => ({ id, code: `A1-${i + 1}`, answeredIn: [], style: 1 })),
  };
}
const set = (one: PublishedLetter, change: Partial<Publication> = {}) => {
  const [result] = printData(quillhaven({ parts: [], letters: [one], ...change })).letters;
  if (!result) throw new Error('no letter');
  return result;
};
const runs = (block: unknown) =>
  (block as { content: readonly PrintInline[] }).content.flatMap((inline) =>
    'text' in inline ? [[inline.text, inline.word ?? null] as const] : [],
  );

describe('text', () => {
  it.each([
    ['NUL and other controls', 'a\u0000b\u0007c\u007f', 'abc'],
    ['an override that turns the line round', 'a\u202eb\u202c', 'ab'],
    ['isolates and embeddings', '\u2066a\u2069\u202ab', 'ab'],
    ['lone surrogates', 'a\ud800b', 'ab'],
    ['a byte order mark', '\ufeffa', 'a'],
  ])('drops %s', (_, from, to) => {
    expect(firstContent(paragraph(from))).toEqual([{ text: to }]);
  });
  it.each([
    ['directional marks', 'א\u200f (a)\u200e'],
    ['pairs of surrogates', '📚'],
    ['joiners', 'می\u200cخواهم'],
    ['what would be markup', '#panic("x") $x$ @ref <label>'],
  ])('keeps %s', (_, value) => {
    expect(firstContent(paragraph(value))).toEqual([{ text: value }]);
  });
  it('makes one line of a title for the metadata, and keeps its lines on the title page', () => {
    const base = quillhaven();
    const data = printData({ ...base, front: { ...base.front, title: ' A Library\nIs Not\ta Ledger ' } });
    expect(data.document.title).toBe('A Library Is Not a Ledger');
    expect(data.front.title).toBe('A Library\nIs Not    a Ledger');
  });
  it('keeps only links that lead somewhere safe', () => {
    const urls = [
      'https://quillhaven.example/',
      'mailto:a@b.example',
      'javascript:alert(1)',
      'file:///etc/passwd',
    ];
    const content = firstContent({ type: 'paragraph', content: urls.map((link) => text('x', { link })) });
    expect(content.map((inline) => ('link' in inline ? inline.link : null))).toEqual([
      urls[0],
      urls[1],
      null,
      null,
    ]);
  });
});

describe('labels', () => {
  const reference = (target: string): PublishedBlock => ({
    type: 'paragraph',
    content: [{ type: 'reference', text: 'point 1', target }],
  });
  it.each([
    ['point-1', 'point-1'],
    ['letter-1', 'letter-1'],
    ['demand-1', 'demand-1'],
    ['nowhere', null],
    ['not an id <x>', null],
  ])('leads to %s only if it is there', (target, to) => {
    expect(firstContent(reference(target))).toEqual([{ reference: 'point 1', to }]);
  });
  it('labels the first of two things with one anchor', () => {
    const base = quillhaven();
    const part = { ...base.parts[0]!, points: [point(1, 'One'), point(1, 'Again')] };
    const labels = printData({ ...base, parts: [part] }).parts[0]?.points.map(({ label }) => label);
    expect(labels).toEqual(['point-1', null]);
  });
  it('gives no label to an anchor that is no id', () => {
    const base = quillhaven();
    const part = { ...base.parts[0]!, anchor: '<x>', points: [] };
    expect(printData({ ...base, parts: [part] }).parts[0]?.label).toBeNull();
  });
  it('leads from a quotation to its passage only where the letter is printed', () => {
    const to = (change: Partial<Publication>) =>
      printData(quillhaven(change)).parts[0]?.points[0]?.quotations[0]?.to;
    expect(to({})).toBe('letter-1-long-0');
    expect(to({ letters: [] })).toBeNull();
  });
});

describe('blocks', () => {
  const item = (
    list: 'bullet' | 'decimal',
    level: number,
    ordinal: number,
    value: string,
  ): PublishedBlock => ({
    type: 'item',
    list,
    level,
    ordinal,
    content: [text(value)],
  });
  const p = (value: string) => ({ type: 'paragraph', content: [{ text: value }] });
  it('nests lists, with the paragraphs that belong to an item', () => {
    expect(
      printed(
        item('bullet', 1, 0, 'a'),
        item('decimal', 2, 1, 'b'),
        paragraph('c', { indent: 1 }),
        item('bullet', 1, 0, 'd'),
      ),
    ).toEqual([
      {
        type: 'list',
        list: 'bullet',
        items: [
          {
            ordinal: 0,
            blocks: [
              p('a'),
              { type: 'list', list: 'decimal', items: [{ ordinal: 1, blocks: [p('b')] }] },
              p('c'),
            ],
          },
          { ordinal: 0, blocks: [p('d')] },
        ],
      },
    ]);
  });
  it('begins another list where numbers begin anew', () => {
    const lists = printed(item('decimal', 1, 1, 'a'), item('decimal', 1, 2, 'b'), item('decimal', 1, 1, 'c'));
    expect(lists.map((list) => (list.type === 'list' ? list.items.length : 0))).toEqual([2, 1]);
  });
  it('survives a list that begins at the second level', () => {
    expect(JSON.stringify(printed(item('decimal', 2, 1, 'deep')))).toContain('deep');
  });
  it('nests quotations and takes the attribution in', () => {
    expect(
      printed(
        paragraph('a', { quoted: 1 }),
        paragraph('b', { quoted: 2 }),
        { type: 'attribution', quoted: 1, content: [text('Corrow')] },
        paragraph('c'),
      ),
    ).toEqual([
      {
        type: 'quote',
        blocks: [p('a'), { type: 'quote', blocks: [p('b')], attribution: null }],
        attribution: [{ text: 'Corrow' }],
      },
      p('c'),
    ]);
  });
  it('closes gaps between levels of headings', () => {
    const levels = [3, 5, 3, 1, 6].map((level) => ({
      type: 'heading' as const,
      level,
      content: [text('x')],
    }));
    expect(printed(...levels).map((one) => (one.type === 'heading' ? one.level : 0))).toEqual([
      1, 2, 1, 1, 2,
    ]);
  });
  it('parts verse into lines', () => {
    const [verse] = printed({ type: 'verse', content: [text('a\n\n  b', { marks: ['emphasis'] })] });
    expect(verse).toMatchObject({
      lines: [[{ text: 'a' }], [], [{ text: '  b', marks: ['emphasis'] }]],
    });
  });
  it('leaves footnotes out of the list of demands', () => {
    const note = { type: 'note', number: 1, content: [text('aside')] } as const;
    const base = quillhaven();
    const from = { text: 'point 1' };
    const items = [{ anchor: 'demand-1', number: '1', from, content: [text('Open.'), note] }];
    const [list] = base.lists;
    expect(printData({ ...base, lists: [{ ...list!, items }] }).endLists[0]?.items[0]?.content).toEqual([
      { text: 'Open.' },
    ]);
  });
  it('tells the language of a block that runs the other way', () => {
    expect(
      printed(paragraph('שלום', { direction: 'rtl' }), paragraph('سلام', { direction: 'rtl' })),
    ).toMatchObject([
      { direction: 'rtl', lang: 'he' },
      { direction: 'rtl', lang: 'ar' },
    ]);
  });
  it.each([
    [
      'spans that stick out',
      [[{ columns: 3 }, {}], [{}]],
      [
        [0, 0, 3, 1],
        [3, 0, 1, 1],
        [0, 1, 1, 1],
      ],
    ],
    [
      'spans over rows',
      [
        [{ rows: 9 }, {}],
        [{}, {}],
      ],
      [
        [0, 0, 1, 2],
        [1, 0, 1, 1],
        [1, 1, 1, 1],
        [2, 1, 1, 1],
      ],
    ],
    ['absurd spans', [[{ columns: 1e9, rows: -4 }]], [[0, 0, 40, 1]]],
  ])('finds places in a table for %s', (_, rows, places) => {
    const [table] = printed({
      type: 'table',
      rows: rows.map((row) => row.map((cell) => ({ content: [text('x')], ...cell }))),
    });
    if (table?.type !== 'table') throw new Error('no table');
    expect(table.cells.map(({ x, y, columns, rows: down }) => [x, y, columns, down])).toEqual(places);
  });
});

describe('brackets', () => {
  it('marks each word of a passage and its end', () => {
    const result = set(
      letter(
        [
          {
            type: 'paragraph',
            content: [text('We '), text('propose a sale', { passages: ['p1'] }), text(' now.')],
          },
        ],
        ['p1'],
      ),
    );
    expect(runs(result.blocks[0])).toEqual([
      ['We ', null],
      ['propose ', [0]],
      ['a ', [0]],
      ['sale', [0]],
      ['', [0]],
      [' now.', null],
    ]);
    expect(result.blocks[0]).toMatchObject({
      content: [{ begins: [0] }, {}, { labels: ['p1'] }, {}, {}, {}, {}],
    });
  });
  it('sets no mark before white space, which may hang at the end of the line above', () => {
    const result = set(
      letter([{ type: 'paragraph', content: [text('a'), text(' b ', { passages: ['p1'] })] }], ['p1']),
    );
    expect(runs(result.blocks[0])).toEqual([
      ['a', null],
      [' ', null],
      ['b', [0]],
      ['', [0]],
      [' ', null],
    ]);
  });
  it('keeps the words of overlapping passages apart and together', () => {
    const content = [
      text('a ', { passages: ['p1'] }),
      text('b ', { passages: ['p1', 'p2'] }),
      text('c', { passages: ['p2'] }),
    ];
    const result = set(letter([{ type: 'paragraph', content }], ['p1', 'p2']));
    expect(runs(result.blocks[0]).filter(([words]) => words.trim() !== '')).toEqual([
      ['a', [0]],
      ['b', [0, 1]],
      ['c', [1]],
    ]);
  });
  it('goes on over blocks, and begins anew after a gap', () => {
    const covered = { passages: ['p1'] };
    const result = set(
      letter(
        [
          { type: 'paragraph', content: [text('one', covered)] },
          { type: 'rule' },
          { type: 'paragraph', content: [text('two', covered), text(' gap '), text('three', covered)] },
        ],
        ['p1'],
      ),
    );
    expect(result.brackets.map(({ code }) => code)).toEqual(['A1-1', 'A1-1']);
    expect(runs(result.blocks[2]).filter(([words]) => words.trim() !== '')).toEqual([
      ['two', [0]],
      ['gap', null].map((part, i) => (i === 0 ? ' gap ' : part)),
      ['three', [1]],
    ]);
  });
  it('cuts text without spaces into words', () => {
    const result = set(
      letter(
        [{ type: 'paragraph', content: [text('図書館を閉じてはならない', { passages: ['p1'] })] }],
        ['p1'],
        'ja',
      ),
    );
    expect(runs(result.blocks[0]).filter(([words]) => words !== '').length).toBeGreaterThan(3);
    expect(
      runs(result.blocks[0])
        .map(([words]) => words)
        .join(''),
    ).toBe('図書館を閉じてはならない');
  });
  it('loses no character of a letter', () => {
    const source = longLetter('letter-1', 'A1', 20);
    const before = source.blocks.map((block) => ('content' in block ? block.content : []));
    const said = before.map((content) =>
      content.map((inline) => ('text' in inline ? inline.text : '')).join(''),
    );
    expect(
      set(source).blocks.map((block) =>
        runs(block)
          .map(([words]) => words)
          .join(''),
      ),
    ).toEqual(said);
  });
});

describe('points', () => {
  it('takes the first words of an untitled point for the contents', () => {
    const base = quillhaven();
    const untitled = point(1, '', {
      quotations: [quotation('x', 'A1-1', 'The number of visitors has fallen, by half.')],
    });
    const data = printData({ ...base, parts: [{ ...base.parts[0]!, points: [untitled] }] });
    expect(data.parts[0]?.points[0]?.opening).toBe('The number of visitors has fallen…');
  });
  it('names the source in full once for each letter in a part', () => {
    const base = quillhaven();
    const points = [
      point(1, '', { quotations: [quotation('x', 'A1-1', 'a'), quotation('y', 'A2-1', 'b')] }),
      point(2, '', { quotations: [quotation('z', 'A1-2', 'c')] }),
    ];
    const data = printData({ ...base, parts: [{ ...base.parts[0]!, points }] });
    const sources = data.parts[0]?.points.flatMap(({ quotations }) =>
      quotations.map(({ source }) => source.slice(0, 4)),
    );
    expect(sources).toEqual(['Town', 'Town', 'A1, ']);
  });
  it.each([
    ['2026-05-20', { year: 2026, month: 5, day: 20 }],
    ['2026-02-30', null],
    ['in spring', null],
    [undefined, null],
  ])('reads the date %s', (isoDate, date) => {
    const base = quillhaven();
    expect(printData({ ...base, front: { ...base.front, isoDate } }).document.date).toEqual(date);
  });
});

it('gives the same data for the same publication', () => {
  expect(JSON.stringify(printData(quillhaven()))).toBe(JSON.stringify(printData(quillhaven())));
});
