import { PDFDocument } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { sourceLine } from '../../../core/derived/source-line.ts';
import { countingIds } from '../../../core/document/id.ts';
import { importFile } from '../../../core/import/file.ts';
import { letterFrom } from '../../../core/import/letter.ts';
import { noticeSentence } from '../../../core/import/messages.ts';
import { blockText } from '../../../core/text/canonical.ts';
import { pdfFile, setLines, type Type } from './pdf-file.ts';
import { sketch } from './sketch.ts';

async function read(pages: readonly (readonly Type[])[]) {
  const result = await importFile({ name: 'letter.pdf', bytes: await pdfFile(pages) }, countingIds('b'));
  if (!result.ok) return { failure: result.failure.code };
  const { imported } = result;
  return { imported, blocks: sketch(imported.blocks), notices: imported.notices.map(noticeSentence) };
}

const LAMP =
  'The lamp over the door of the library has been out since the bank closed, and nobody has lit it, although the committee resolved in spring that it should burn whenever the reading room is open.';
const STOVE =
  'The stove smokes when the wind stands in the harbour, and the children who wait there for the ferry go home with red eyes, of which the report of the council says not a single word.';
const below = (lines: readonly Type[], gap: number) => (lines.at(-1)?.y ?? 0) + gap;

describe('lines of a PDF', () => {
  it('become paragraphs, parted by room between them', async () => {
    const first = await setLines(LAMP, { y: 100 });
    const second = await setLines(STOVE, { y: below(first, 20) });
    expect((await read([[...first, ...second]])).blocks).toEqual([`p: ${LAMP}`, `p: ${STOVE}`]);
  });
  it('become paragraphs, parted by indents', async () => {
    const first = await setLines(LAMP, { y: 100, indent: 15 });
    const second = await setLines(STOVE, { y: below(first, 12), indent: 15 });
    expect((await read([[...first, ...second]])).blocks).toEqual([`p: ${LAMP}`, `p: ${STOVE}`]);
  });
  it('go on over the page', async () => {
    const lines = await setLines(LAMP, { y: 100 });
    const rest = lines.slice(2).map((line, i) => ({ ...line, y: 50 + i * 12 }));
    expect((await read([lines.slice(0, 2), rest])).blocks).toEqual([`p: ${LAMP}`]);
  });
  it('of columns are read one column after the other, below a heading across both', async () => {
    const left = await setLines(LAMP, { y: 100, width: 140 });
    const right = await setLines(STOVE, { y: 100, x: 210, width: 140 });
    const title = { text: 'Report on the library of Quillhaven', y: 70, size: 18 };
    expect((await read([[title, ...left, ...right]])).blocks).toEqual([
      `h1: ${title.text}`,
      `p: ${LAMP}`,
      `p: ${STOVE}`,
    ]);
  });
  it('that are short and meant stay lines', async () => {
    const text = await setLines(LAMP, { y: 100 });
    const at = below(text, 30);
    const signature = ['Yours faithfully', 'Maud Ferris', 'Town Clerk'].map((line, i) => ({
      text: line,
      y: at + i * 12,
    }));
    expect((await read([[...text, ...signature]])).blocks).toEqual([
      `p: ${LAMP}`,
      'p: Yours faithfully⏎Maud Ferris⏎Town Clerk',
    ]);
  });
});

describe('columns of a PDF', () => {
  const HEAD = ['Year', 'Loans', 'Dues'];
  const ROWS = [
    ['1919', '4,102', 'twelve pounds'],
    ['1920', '98', 'nothing'],
    ['1921', '3,870', 'nine pounds'],
  ];
  const grid = (y: number, rows: readonly (readonly string[])[], font?: Type['font']): Type[] =>
    rows.flatMap((cells, row) =>
      cells.map((text, column) => ({
        text,
        x: 50 + column * 90,
        y: y + row * 14,
        ...(font ? { font } : {}),
      })),
    );
  it('become a table where they are one beneath the other, and that is told', async () => {
    const before = await setLines(LAMP, { y: 100 });
    const top = below(before, 30);
    const after = await setLines(STOVE, { y: top + 80 });
    const { blocks, notices } = await read([
      [...before, ...grid(top, [HEAD], 'bold'), ...grid(top + 14, ROWS), ...after],
    ]);
    expect(blocks).toEqual([
      `p: ${LAMP}`,
      'table: #Year | #Loans | #Dues / 1919 | 4,102 | twelve pounds / 1920 | 98 | nothing / 1921 | 3,870 | nine pounds',
      `p: ${STOVE}`,
    ]);
    expect(notices?.join()).toMatch(
      /^Lines whose words stand in columns became a table\. Compare it with the original/,
    );
  });
  it('stay lines where there are only two rows, or where they don’t agree', async () => {
    const before = await setLines(LAMP, { y: 100 });
    const top = below(before, 30);
    const two = await read([[...before, ...grid(top, ROWS.slice(0, 2))]]);
    expect(two.imported?.blocks.some(({ type }) => type === 'table')).toBe(false);
    const askew = ROWS.flatMap((cells, row) =>
      cells.map((text, column) => ({ text, x: 50 + column * 90 + row * column * 17, y: top + row * 14 })),
    );
    const ragged = await read([[...before, ...askew]]);
    expect(ragged.imported?.blocks.some(({ type }) => type === 'table')).toBe(false);
    expect(ragged.blocks?.join(' ')).toContain('4,102');
  });
  it('of texts side by side, and tables of contents, stay lines', async () => {
    const before = await setLines(LAMP, { y: 100 });
    const top = below(before, 30);
    const texts = [
      'The lamp over the door is out',
      'since the bank was closed',
      'in the spring of that year',
    ].flatMap((text, row) => [
      { text, y: top + row * 14 },
      { text: text.toUpperCase(), x: 210, y: top + row * 14 },
    ]);
    const contents = ['The lamp . . . . . . .', 'The stove . . . . . . .', 'The chairs'].flatMap(
      (text, row) => [
        { text, y: top + 80 + row * 14 },
        { text: String(row + 4), x: 330, y: top + 80 + row * 14 },
      ],
    );
    const { imported } = await read([[...before, ...texts, ...contents]]);
    expect(imported?.blocks.some(({ type }) => type === 'table')).toBe(false);
  });
  it('of markers and words stay lists', async () => {
    const before = await setLines(LAMP, { y: 100 });
    const top = below(before, 30);
    const items = ['Light the lamp.', 'Mend the stove.', 'Count the chairs.'].flatMap((text, i) => [
      { text: `${i + 1}.`, y: top + i * 14 },
      { text, x: 80, y: top + i * 14 },
    ]);
    expect((await read([[...before, ...items]])).blocks?.slice(1)).toEqual([
      'decimal 1: Light the lamp.',
      'decimal 1: Mend the stove.',
      'decimal 1: Count the chairs.',
    ]);
  });
});

describe('hyphens at the ends of lines', () => {
  const body = async (first: string, second: string, more: Type[] = []) => {
    const text = await setLines(LAMP, { y: 100 });
    const at = below(text, 30);
    const lines = [
      { text: first, y: at },
      { text: second, y: at + 12 },
    ];
    return (await read([[...text, ...lines, ...more]])).blocks?.[1];
  };
  const FULL = 'The committee resolved in spring that the lamp of the lib-';
  it('go when they only part a word', async () => {
    expect(await body(`${FULL.slice(0, -4)}big li-`, 'brary should burn.')).toContain(
      'big library should burn.',
    );
  });
  it('stay before a capital', async () => {
    expect(await body('The committee resolved in spring with the Stobart-', 'Quill trust.')).toContain(
      'Stobart-Quill trust.',
    );
  });
});

describe('what stands around the text of a PDF', () => {
  it('running heads and folios are dropped, and pages are numbered as printed', async () => {
    const pages = await Promise.all(
      [LAMP, STOVE, 'The harbour has no lamp.'].map(async (words, i) => [
        { text: 'Report on the Library', x: 150, y: 30, size: 8 },
        ...(await setLines(`${i + 1} ${words}`, { y: 100 })),
        { text: String(i + 11), x: 195, y: 580 },
      ]),
    );
    const { imported, notices } = await read(pages);
    expect(imported?.blocks.map(({ page }) => page)).toEqual(['11', '12', '13']);
    expect(notices).toEqual(['6 running heads and feet were left out.']);
  });
  it('footnotes are notes, with their marks in the text', async () => {
    const lines = await setLines(LAMP, { y: 100 });
    const last = lines.at(-1);
    const mark = { text: '1', x: 300, y: (last?.y ?? 0) - 4, size: 6 };
    const cut = { text: 'out.', x: 284, y: last?.y ?? 0 };
    const note = await setLines('1 Minutes of the council, 1921.', { y: 560, size: 8 });
    expect((await read([[...lines, cut, mark, ...note]])).blocks).toEqual([
      `p: ${LAMP} out.{mark b1}`,
      'note b1 1: Minutes of the council, 1921.',
    ]);
  });
  it('a source line names the page', async () => {
    const { imported } = await read([await setLines(LAMP, { y: 100 }), await setLines(STOVE, { y: 100 })]);
    const block = imported?.blocks[1];
    if (!imported || !block) throw new Error('not read');
    const letter = letterFrom(imported, { id: 'l', code: 'A1', name: 'Report', language: 'en' });
    const ranges = [
      { start: { block: block.id, offset: 0 }, end: { block: block.id, offset: blockText(block).length } },
    ];
    const passage = { id: 'h', letter: 'l', ranges, quote: STOVE, category: '', note: '' };
    expect(sourceLine(letter, passage, 'en')).toBe('letter, p.\u00a02');
    expect(sourceLine(letter, passage, 'de')).toBe('letter, S.\u00a02');
  });
});

describe('type of a PDF', () => {
  it('tells headings by its size and weight, and emphasis', async () => {
    const text = await setLines(LAMP, { y: 130 });
    const more = await setLines(STOVE, { y: below(text, 50) });
    const at = below(more, 20);
    const lines: Type[] = [
      { text: 'The Library', y: 60, size: 20 },
      { text: 'The lamp', y: 100, size: 14 },
      ...text,
      { text: 'The stove', y: below(text, 30), font: 'bold' },
      ...more,
      { text: 'It is ', y: at },
      { text: 'not', x: 72, y: at, font: 'italic' },
      { text: 'lit.', x: 90, y: at },
    ];
    expect((await read([lines])).blocks).toEqual([
      'h1: The Library',
      'h2: The lamp',
      `p: ${LAMP}`,
      'h3: The stove',
      `p: ${STOVE}`,
      'p: It is *not* lit.',
    ]);
  });
  it('tells lists by their markers', async () => {
    const text = await setLines(LAMP, { y: 100 });
    const at = below(text, 20);
    const lines = ['3. Light the lamp.', '4. Mend the stove.'].map((line, i) => ({
      text: line,
      y: at + i * 12,
    }));
    expect((await read([[...text, ...lines]])).blocks?.slice(1)).toEqual([
      'decimal 1 =3: Light the lamp.',
      'decimal 1: Mend the stove.',
    ]);
  });
});

describe('a PDF that can’t be read', () => {
  it('without text is told from a broken one', async () => {
    expect(await read([[]])).toEqual({ failure: 'scanned' });
    const bytes = (await pdfFile([await setLines(LAMP, { y: 100 })])).slice(0, 300);
    const result = await importFile({ name: 'a.pdf', bytes }, countingIds('b'));
    expect(result.ok ? '' : result.failure.code).toBe('damaged');
  });
  it('that asks for a password says so', async () => {
    const locked = await PDFDocument.create();
    locked.addPage([200, 200]).drawText('Nobody may read this.');
    locked.encrypt({ userPassword: 'lamp', ownerPassword: 'oil' });
    const result = await importFile(
      { name: 'a.pdf', bytes: new Uint8Array(await locked.save()) },
      countingIds('b'),
    );
    expect(result.ok ? '' : result.failure.code).toBe('encrypted');
    expect(result.ok ? '' : result.failure.message).toMatch(/^“a\.pdf”.*password/);
  });
  it('stops when it’s told to', async () => {
    const bytes = await pdfFile([await setLines(LAMP, { y: 100 })]);
    const result = await importFile({ name: 'a.pdf', bytes }, countingIds('b'), {
      signal: { aborted: true },
    });
    expect(result.ok ? '' : result.failure.code).toBe('cancelled');
  });
});
