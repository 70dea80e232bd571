/**
 * The structure that a Word document's own XML tells plainly, beside what our reading made of it: headings by the
 * names of styles, items by numbering on the paragraph itself, rows and cells of tables. A document that holds none
 * of these isn't counted.
 */
import { childAt, eachXml, elementsOf, readXml, type XmlElement } from '../../core/import/xml.ts';
import type { Block, RichText } from '../../core/text/block.ts';

interface Structure {
  readonly headings: readonly string[];
  readonly items: readonly string[];
  /** Of each outermost table with words: rows, and cells of the first row. */
  readonly tables: readonly string[];
}

const squeezed = (text: string) => text.normalize('NFC').replace(/[\s\u00ad]+/g, '');

/** @param part A part of the package as text; '' for one that there isn't. */
export function toldStructure(part: (path: string) => string): Structure {
  const headings: string[] = [];
  const items: string[] = [];
  const tables: string[] = [];
  const document = readXml(part('word/document.xml'));
  const names = new Map<string, string>();
  for (const style of elementsOf(readXml(part('word/styles.xml')), 'w:style'))
    names.set(style.attributes['w:styleId'] ?? '', (value(style, 'w:name') ?? '').toLowerCase());
  if (!document) return { headings, items, tables };
  eachXml(document, (element) => {
    if (element.name === 'w:tbl') {
      const rows = elementsOf(element, 'w:tr');
      const cells = elementsOf(rows[0], 'w:tc').length;
      if (squeezed(wordsOf(element)) !== '' && rows.length * cells > 1)
        tables.push(`${rows.length} × ${cells}`);
      return false;
    }
    if (element.name !== 'w:p') return undefined;
    const words = squeezed(wordsOf(element));
    const properties = childAt(element, 'w:pPr');
    const style = names.get(value(properties, 'w:pStyle') ?? '') ?? '';
    const list = value(childAt(properties, 'w:numPr'), 'w:numId');
    if (words === '') return false;
    if (/^heading [1-9]$/.test(style)) headings.push(`${Math.min(Number(style.at(-1)), 6)} ${words}`);
    else if (list !== undefined && list !== '0') items.push(words);
    return false;
  });
  return { headings, items, tables };
}

function value(parent: XmlElement | undefined, name: string): string | undefined {
  return childAt(parent, name)?.attributes['w:val'];
}

function wordsOf(element: XmlElement): string {
  let words = '';
  eachXml(element, (each) => {
    if (each.name === 'w:del' || each.name === 'w:moveFrom' || each.name === 'mc:Choice') return false;
    if (each.name === 'w:t') words += each.text;
    return undefined;
  });
  return words;
}

/** What of it our blocks lack, a sentence each; undefined where there is nothing to compare. */
export function lackingStructure(told: Structure, blocks: RichText): string[] | undefined {
  if (told.headings.length + told.items.length + told.tables.length === 0) return undefined;
  const wordsIn = (block: Block) =>
    'content' in block
      ? squeezed(block.content.map((inline) => ('text' in inline ? inline.text : '')).join(''))
      : '';
  const headings = blocks.flatMap((block) =>
    block.type === 'heading' ? [`${block.level} ${wordsIn(block)}`] : [],
  );
  const items = blocks.flatMap((block) => (block.type === 'item' ? [wordsIn(block)] : []));
  const tables = blocks.flatMap((block) =>
    block.type === 'table' ? [`${block.rows.length} × ${block.rows[0]?.length ?? 0}`] : [],
  );
  const lacking = (what: string, wanted: readonly string[], own: readonly string[]) => {
    const left = [...own];
    return wanted.flatMap((each) => {
      const at = left.indexOf(each);
      if (at < 0) return [`${what} ${each.slice(0, 40)}`];
      left.splice(at, 1);
      return [];
    });
  };
  return [
    ...lacking('heading', told.headings, headings),
    ...lacking('item', told.items, items),
    ...lacking('table', told.tables, tables),
  ];
}
