/** Blocks as elements. */
import type { Element, ElementContent } from 'hast';
import type { ListStyle } from '../../text/block.ts';
import { headingRanks, nest, type Nested } from '../nesting.ts';
import type { PublishedBlock } from '../publication.ts';
import { inlineNodes, listedEntryId, type Setting } from './content.ts';
import { element } from './element.ts';

type Table = Extract<PublishedBlock, { type: 'table' }>;
type Ranks = ReadonlyMap<PublishedBlock, number>;

/** @param rank the rank of the heading above the text, 1 to 6; headings in it get the next ones without a gap */
export function blockNodes(
  blocks: readonly PublishedBlock[],
  rank: number,
  setting: Setting,
): ElementContent[] {
  return nestedNodes(nest(blocks), headingRanks(blocks, rank), setting);
}

const NUMERALS: Readonly<Record<Exclude<ListStyle, 'bullet'>, string>> = {
  decimal: '1',
  'lower-alpha': 'a',
  'upper-alpha': 'A',
  'lower-roman': 'i',
  'upper-roman': 'I',
};

function nestedNodes(all: readonly Nested[], ranks: Ranks, setting: Setting): ElementContent[] {
  return all.map((nested) => {
    switch (nested.type) {
      case 'quotation':
        return element('blockquote', {}, nestedNodes(nested.inner, ranks, setting));
      case 'list': {
        const { style, start } = nested;
        const items = nested.items.map(({ block, inner }) =>
          element(
            'li',
            { dir: block.direction, id: block.anchor },
            inlineNodes(block.content, setting),
            nestedNodes(inner, ranks, setting),
          ),
        );
        if (style === 'bullet') return element('ul', {}, items);
        return element('ol', { type: NUMERALS[style], start: start === 1 ? undefined : start }, items);
      }
      case 'block':
        return single(nested.block, ranks, setting);
    }
  });
}

function single(block: PublishedBlock, ranks: Ranks, setting: Setting): Element {
  const dir = block.direction;
  const id = block.anchor;
  if (block.type === 'rule') return element('hr');
  if (block.type === 'table') return table(block, setting);
  const content = inlineNodes(block.content, setting);
  switch (block.type) {
    case 'paragraph': {
      if (!block.entry) return element('p', { dir, id }, content);
      const { anchor, label } = block.entry;
      return element(
        'p',
        { dir, class: 'entry', id: anchor },
        element('a', { class: 'label', href: `#${listedEntryId(anchor)}` }, label),
        ' ',
        content,
      );
    }
    case 'heading':
      return element(`h${ranks.get(block) ?? 6}`, { dir, id }, content);
    case 'item':
      return element('p', { dir, id }, content);
    case 'attribution':
      return element('p', { dir, id, class: 'attribution' }, content);
    case 'verse':
    case 'preformatted':
      return element('p', { dir, id, class: block.type }, content);
    case 'note':
      return element('p', { dir, id, class: 'letter-note' }, element('sup', {}, block.label), ' ', content);
    case 'picture': {
      const source = setting.pictures.get(block.asset);
      const picture = element(
        'figure',
        { dir, id, class: 'picture' },
        source === undefined && block.alternative,
      );
      if (source !== undefined) {
        const image = element('img', { src: source });
        // Empty, it says that the picture is mere ornament; the attribute has to be there even so.
        image.properties.alt = block.alternative;
        picture.children.push(image);
      }
      if (content.length > 0) picture.children.push(element('figcaption', {}, content));
      return picture;
    }
  }
}

function table({ rows, direction }: Table, setting: Setting): Element {
  const cells = rows.map((row) =>
    element(
      'tr',
      {},
      row.map(({ content, header, columns, rows: span }) =>
        element(
          header ? 'th' : 'td',
          {
            colSpan: columns,
            rowSpan: span,
            scope: header && (row.every((cell) => cell.header) ? 'col' : 'row'),
          },
          inlineNodes(content, setting),
        ),
      ),
    ),
  );
  const heads = rows.findIndex((row) => !row.every(({ header }) => header));
  const head = heads < 0 ? 0 : heads;
  return element(
    'div',
    { class: 'table', dir: direction, tabIndex: 0, role: 'group' },
    element(
      'table',
      {},
      head > 0 && element('thead', {}, cells.slice(0, head)),
      element('tbody', {}, cells.slice(head)),
    ),
  );
}
