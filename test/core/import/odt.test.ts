import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { countingIds } from '../../../core/document/id.ts';
import { importFile } from '../../../core/import/file.ts';
import { noticeSentence } from '../../../core/import/messages.ts';
import { sketch } from './sketch.ts';

const STYLES = `
<style:style style:name="Quotations" style:family="paragraph"/>
<style:style style:name="Mine" style:family="paragraph" style:parent-style-name="Quotations"/>
<style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="N" style:family="text"><style:text-properties fo:font-weight="normal"/></style:style>
<style:style style:name="S" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style>
<style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style>
<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1" text:start-value="4"/><text:list-level-style-number text:level="2" style:num-format="a"/></text:list-style>
<text:list-style style:name="D"><text:list-level-style-bullet text:level="1" text:bullet-char="•"/></text:list-style>
<text:outline-style style:name="Outline"><text:outline-level-style text:level="1" style:num-format="I" style:num-suffix="."/><text:outline-level-style text:level="2" style:num-format=""/></text:outline-style>`;

const flat = (body: string, meta = '') =>
  `<?xml version="1.0" encoding="UTF-8"?><office:document xmlns:office="o"><office:meta>${meta}</office:meta><office:styles>${STYLES}</office:styles><office:body><office:text>${body}</office:text></office:body></office:document>`;

async function read(bytes: Uint8Array, name = 'letter.odt') {
  const result = await importFile({ name, bytes }, countingIds('b'));
  if (!result.ok) return { failure: result.failure.code };
  const { imported } = result;
  return {
    blocks: sketch(imported.blocks),
    notices: imported.notices.map(noticeSentence),
    metadata: imported.metadata,
  };
}
const p = (text: string, style = '') => `<text:p${style && ` text:style-name="${style}"`}>${text}</text:p>`;
const item = (...content: string[]) => `<text:list-item>${content.join('')}</text:list-item>`;
const list = (style: string, ...items: string[]) =>
  `<text:list text:style-name="${style}">${items.join('')}</text:list>`;

describe('an OpenDocument text', () => {
  it.each<[string, string, string[]]>([
    [
      'keeps emphasis told by style',
      p(
        'a <text:span text:style-name="B">b <text:span text:style-name="N">c</text:span></text:span><text:span text:style-name="S">2</text:span>',
      ),
      ['p: a **b **c^2^'],
    ],
    [
      'keeps spaces and breaks that are meant, and no others',
      p('  a \n b<text:s text:c="2"/>c<text:line-break/>d '),
      ['p: a b  c⏎d'],
    ],
    [
      'keeps numbered headings',
      '<text:h text:outline-level="1">Lamp</text:h><text:h text:outline-level="2">Wick</text:h><text:h text:outline-level="1">Stove</text:h>',
      ['h1: I. Lamp', 'h2: Wick', 'h1: II. Stove'],
    ],
    ['knows quotations by their style', p('Lit.', 'Mine'), ['>p: Lit.']],
    [
      'keeps lists with kind, depth and number',
      list('L', item(p('Four'), list('L', item(p('within')))), item(p('Five'), p('more'))),
      ['decimal 1 =4: Four', 'lower-alpha 2: within', 'decimal 1: Five', 'p+1: more'],
    ],
    [
      'lets a list go on',
      `${list('L', item(p('Four')))}${p('Between.')}<text:list text:style-name="L" text:continue-numbering="true">${item(p('Five'))}</text:list>${list('D', item(p('dot')))}`,
      ['decimal 1 =4: Four', 'p: Between.', 'decimal 1 =5: Five', 'bullet 1: dot'],
    ],
    [
      'keeps tables',
      '<table:table><table:table-header-rows><table:table-row><table:table-cell table:number-columns-spanned="2"><text:p>Head</text:p></table:table-cell><table:covered-table-cell/></table:table-row></table:table-header-rows><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell><table:table-cell><text:p>b</text:p></table:table-cell></table:table-row></table:table>',
      ['table: #(c2)Head / a | b'],
    ],
    [
      'keeps links that are safe',
      p('<text:a xlink:href="https://x.example/">a</text:a> <text:a xlink:href="javascript:x()">b</text:a>'),
      ['p: [a](https://x.example/) b'],
    ],
    [
      'keeps notes and comments apart',
      p(
        'a<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Note.</text:p></text:note-body></text:note><office:annotation><dc:creator>Len</dc:creator><text:p>Comment.</text:p></office:annotation>',
      ),
      ['p: a{mark b1}{mark b3}', 'note b1 1: Note.', 'note b3 C1: Len:⏎Comment.'],
    ],
    ['leaves out what is hidden', p('a<text:span text:style-name="H">b</text:span>'), ['p: a']],
    [
      'puts boxes of text after their paragraph',
      p('a<draw:frame><draw:text-box><text:p>box</text:p></draw:text-box></draw:frame>b'),
      ['p: ab', 'p: box'],
    ],
  ])('%s', async (_, body, blocks) => {
    expect(await read(strToU8(flat(body)), 'letter.fodt')).toMatchObject({ blocks });
  });
  it('takes tracked changes as accepted', async () => {
    const change = (kind: string, text: string) =>
      `<text:changed-region><text:${kind}><office:change-info/>${text}</text:${kind}></text:changed-region>`;
    const body = `<text:tracked-changes>${change('deletion', p('out'))}${change('insertion', '')}</text:tracked-changes>${p('The lamp is <text:change-start/>lit<text:change-end/>')}`;
    expect(await read(strToU8(flat(body)), 'letter.fodt')).toMatchObject({
      blocks: ['p: The lamp is lit'],
      notices: [
        'A tracked deletion was taken as accepted, so its words were left out (out).',
        'A tracked insertion was taken as accepted.',
      ],
    });
  });
});

describe('a packed OpenDocument text', () => {
  const content = `<office:document-content>${flat(
    p(
      'The lamp<draw:frame><draw:image xlink:href="Pictures/a.gif"/><svg:title>Lamp</svg:title></draw:frame>',
    ),
  )
    .replace(/^.*?<office:body>/s, '<office:body>')
    .replace('</office:document>', '')}</office:document-content>`;
  const files = {
    mimetype: strToU8('application/vnd.oasis.opendocument.text'),
    'content.xml': strToU8(content),
    'meta.xml': strToU8(
      '<office:document-meta><office:meta><dc:title>Old</dc:title><meta:initial-creator>Ada Quill</meta:initial-creator></office:meta></office:document-meta>',
    ),
    'Pictures/a.gif': strToU8('GIF89a'),
  };
  it('brings its pictures and what it says of itself', async () => {
    const { blocks, metadata } = await read(zipSync(files));
    expect(blocks).toEqual(['p: The lamp', 'picture Lamp: ']);
    expect(metadata).toContainEqual({
      field: 'author',
      value: 'Ada Quill',
      foundIn: 'document properties',
      guessed: true,
    });
  });
  it.each<[string, Uint8Array, string]>([
    ['half of it', zipSync(files).slice(0, 400), 'damaged'],
    ['XML cut off', zipSync({ ...files, 'content.xml': strToU8(content.slice(0, 60)) }), 'damaged'],
    [
      'under lock',
      zipSync({
        ...files,
        'META-INF/manifest.xml': strToU8(
          '<manifest:manifest><manifest:encryption-data/></manifest:manifest>',
        ),
      }),
      'encrypted',
    ],
    [
      'a spreadsheet',
      zipSync({ ...files, mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet') }),
      'unsupported',
    ],
  ])('%s is refused', async (_, bytes, failure) => {
    expect(await read(bytes)).toEqual({ failure });
  });
});
