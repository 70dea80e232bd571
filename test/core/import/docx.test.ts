import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { countingIds } from '../../../core/document/id.ts';
import { importFile } from '../../../core/import/file.ts';
import { noticeSentence } from '../../../core/import/messages.ts';
import { docxFile, inList, p, type DocxContent } from './docx-file.ts';
import { sketch } from './sketch.ts';

async function read(content: DocxContent | Uint8Array) {
  const bytes = content instanceof Uint8Array ? content : docxFile(content);
  const result = await importFile({ name: 'letter.docx', bytes }, countingIds('b'));
  if (!result.ok) return { failure: result.failure.code };
  const { blocks, notices, metadata } = result.imported;
  return { blocks: sketch(blocks), notices: notices.map(noticeSentence), metadata };
}

const level = (at: number, format: string, text: string, start = 1) =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
const numbering =
  `<w:abstractNum w:abstractNumId="0">${level(0, 'decimal', '%1.')}${level(1, 'lowerLetter', '(%2)')}</w:abstractNum>` +
  `<w:abstractNum w:abstractNumId="1">${level(0, 'bullet', '•')}</w:abstractNum>` +
  `<w:abstractNum w:abstractNumId="2">${level(0, 'upperRoman', '%1.', 4)}${level(1, 'decimal', '%1.%2')}</w:abstractNum>` +
  '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>' +
  '<w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num>' +
  '<w:num w:numId="4"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>';
const style = (id: string, name: string, rest = '') =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${rest}</w:style>`;
const styles =
  style('Heading1', 'heading 1') +
  style('berschrift2', 'heading 2') +
  style('Mine', 'House heading', '<w:basedOn w:val="berschrift2"/>') +
  style('Quote', 'Quote') +
  style('Numbered', 'My numbers', `<w:pPr>${inList(1)}</w:pPr>`);
const styled = (id: string) => `<w:pStyle w:val="${id}"/>`;

describe('a list in a Word document', () => {
  it.each<[string, string[], string[]]>([
    [
      'keeps its kind and its depth',
      [p('One', inList(1)), p('within', inList(1, 1)), p('Two', inList(1)), p('dot', inList(2))],
      ['decimal 1: One', 'lower-alpha 2: within', 'decimal 1: Two', 'bullet 1: dot'],
    ],
    [
      'begins with its own number',
      [p('Four', inList(3)), p('Five', inList(3))],
      ['upper-roman 1 =4: Four', 'upper-roman 1: Five'],
    ],
    [
      'goes on after a paragraph',
      [p('One', inList(1)), p('Between.'), p('Two', inList(1))],
      ['decimal 1: One', 'p: Between.', 'decimal 1 =2: Two'],
    ],
    [
      'begins anew where it is told to',
      [p('One', inList(1)), p('Seven', inList(4))],
      ['decimal 1: One', 'decimal 1 =7: Seven'],
    ],
    [
      'comes from a style',
      [p('One', styled('Numbered')), p('Two', styled('Numbered'))],
      ['decimal 1: One', 'decimal 1: Two'],
    ],
    [
      'counts items without words',
      [p('One', inList(1)), p('', inList(1)), p('Three', inList(1))],
      ['decimal 1: One', 'decimal 1 =3: Three'],
    ],
    [
      'in a table becomes words',
      [
        `<w:tbl><w:tr><w:tc>${p('One', inList(1))}${p('Two', inList(1))}</w:tc><w:tc>${p('x')}</w:tc></w:tr></w:tbl>`,
      ],
      ['table: 1. One⏎2. Two | x'],
    ],
  ])('%s', async (_, body, blocks) => {
    expect(await read({ body: body.join(''), numbering, styles })).toMatchObject({ blocks });
  });
});

describe('a paragraph of a Word document', () => {
  it.each<[string, string, string[]]>([
    ['is a heading by its style', p('Lamp', styled('Heading1')), ['h1: Lamp']],
    ['is a heading by what its style is based on', p('Lamp', styled('Mine')), ['h2: Lamp']],
    ['is a heading by its outline level', p('Lamp', '<w:outlineLvl w:val="2"/>'), ['h3: Lamp']],
    ['keeps the number of a heading', p('Lamp', styled('Heading1') + inList(3)), ['h1: IV. Lamp']],
    ['is quoted by its style', p('Lamp', styled('Quote')), ['>p: Lamp']],
    ['may run from right to left', p('abc', '<w:bidi/>'), ['p: abc']],
    [
      'keeps emphasis, small capitals and a line break',
      '<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>a</w:t></w:r><w:r><w:br/></w:r><w:r><w:rPr><w:smallCaps/></w:rPr><w:t>b</w:t></w:r></w:p>',
      ['p: **a**⏎§b§'],
    ],
    [
      'keeps a formula as characters',
      '<w:p><w:r><w:t xml:space="preserve">Say </w:t></w:r><m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath></w:p>',
      ['p: Say a+b'],
    ],
  ])('%s', async (_, body, blocks) => {
    expect(await read({ body, numbering, styles })).toMatchObject({ blocks });
  });
});

const inserted = (text: string) =>
  `<w:ins w:id="1" w:author="A"><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:ins>`;
const deleted = (text: string) =>
  `<w:del w:id="2" w:author="A"><w:r><w:delText>${text}</w:delText></w:r></w:del>`;

describe('what people did to a Word document', () => {
  it('tracked changes count as accepted, and are told', async () => {
    const body = `<w:p><w:r><w:t xml:space="preserve">The lamp is </w:t></w:r>${deleted('out')}${inserted('lit')}</w:p>`;
    expect(await read({ body })).toMatchObject({
      blocks: ['p: The lamp is lit'],
      notices: [
        'A tracked insertion was taken as accepted.',
        'A tracked deletion was taken as accepted, so its words were left out (out).',
      ],
    });
  });
  it('footnotes, endnotes and comments are notes with marks of their own', async () => {
    const reference = (kind: string) => `<w:r><w:${kind}Reference w:id="5"/></w:r>`;
    const body = `<w:p><w:r><w:t>a</w:t></w:r>${reference('comment')}${reference('endnote')}${reference('footnote')}</w:p>`;
    const note = (kind: string) => `<w:${kind} w:id="5" w:author="Len Cottle">${p(`A ${kind}.`)}</w:${kind}>`;
    expect(
      await read({ body, footnotes: note('footnote'), endnotes: note('endnote'), comments: note('comment') }),
    ).toMatchObject({
      blocks: [
        'p: a{mark b1}{mark b2}{mark b3}',
        'note b2 i: A endnote.',
        'note b3 1: A footnote.',
        'note b1 C1: Len Cottle:⏎A comment.',
      ],
      notices: ['A comment on the document stands as a note (C1) at the end.'],
    });
  });
  it('its properties are only proposed, and its header is told', async () => {
    const properties =
      '<dc:title>Old title</dc:title><dc:creator>Ada Quill</dc:creator><dcterms:created>2026-05-03T10:00:00Z</dcterms:created>';
    const found = { foundIn: 'document properties', guessed: true };
    expect(await read({ body: p('a'), properties, header: p('Quillhaven Library') })).toMatchObject({
      metadata: [
        { field: 'direction' },
        { field: 'title', value: 'Old title', ...found },
        { field: 'author', value: 'Ada Quill', ...found },
        { field: 'date', value: '2026-05-03', ...found },
        { field: 'title', value: 'letter', foundIn: 'file name' },
      ],
      notices: ['A running head or foot was left out (Quillhaven Library).'],
    });
  });
});

describe('a Word document that can’t be read', () => {
  const whole = docxFile({ body: p('The lamp is out. '.repeat(500)) });
  const bomb = zipSync({
    '[Content_Types].xml': strToU8('<a/>'),
    'word/document.xml': new Uint8Array(1 << 26),
  });
  it.each<[string, Uint8Array, string]>([
    ['half of it', whole.slice(0, whole.length >> 1), 'damaged'],
    ['a zip bomb', bomb, 'overpacked'],
    ['a package without a document', zipSync({ '[Content_Types].xml': strToU8('<a/>') }), 'damaged'],
    [
      'XML cut off',
      zipSync({ '[Content_Types].xml': strToU8('<a/>'), 'word/document.xml': strToU8('<w:document><w:p>') }),
      'damaged',
    ],
    ['text under its name', strToU8('The lamp is out.'), 'damaged'],
    ['no words', docxFile({ body: '<w:p/>' }), 'no-text'],
  ])('%s', async (_, bytes, failure) => {
    expect(await read(bytes)).toEqual({ failure });
  });
});
