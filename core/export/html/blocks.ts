/** Blocks as elements: quotations and lists, told by depths in the model, become nested here. */
import type { Element, ElementContent } from 'hast';
import type { ListStyle } from '../../text/block.ts';
import type { PublishedBlock } from '../publication.ts';
import { inlineNodes, listedDemandId, type Setting } from './content.ts';
import { element, type Child } from './element.ts';

type Item = Extract<PublishedBlock, { type: 'item' }>;
type Table = Extract<PublishedBlock, { type: 'table' }>;

/** @param rank the rank of the heading above the text, 1 to 6; headings in it get the next ones without a gap */
export function blockNodes(
  blocks: readonly PublishedBlock[],
  rank: number,
  setting: Setting,
): ElementContent[] {
  return nested(blocks, 0, headingRanks(blocks, rank), setting);
}

type Ranks = ReadonlyMap<PublishedBlock, number>;

function headingRanks(blocks: readonly PublishedBlock[], above: number): Ranks {
  const ranks = new Map<PublishedBlock, number>();
  const open: number[] = [];
  for (const block of blocks) {
    if (block.type !== 'heading') continue;
    while ((open.at(-1) ?? 0) >= block.level) open.pop();
    open.push(block.level);
    ranks.set(block, Math.min(6, above + open.length));
  }
  return ranks;
}

const inList = (block: PublishedBlock): boolean =>
  block.type === 'item' || (block.type === 'paragraph' && (block.indent ?? 0) > 0);

/** The blocks from `from` on for which `belongs` holds without a break. */
function runFrom(
  blocks: readonly PublishedBlock[],
  from: number,
  belongs: (block: PublishedBlock) => boolean,
): readonly PublishedBlock[] {
  const end = blocks.findIndex((block, i) => i > from && !belongs(block));
  return blocks.slice(from, end < 0 ? undefined : end);
}

function nested(
  blocks: readonly PublishedBlock[],
  depth: number,
  ranks: Ranks,
  setting: Setting,
): ElementContent[] {
  const result: ElementContent[] = [];
  for (let i = 0; i < blocks.length;) {
    const block = blocks[i];
    if (!block) break;
    const within = ({ quoted = 0 }: PublishedBlock) => quoted > depth;
    let run: readonly PublishedBlock[] = [block];
    if (within(block)) {
      run = runFrom(blocks, i, within);
      result.push(element('blockquote', {}, nested(run, depth + 1, ranks, setting)));
    } else if (inList(block)) {
      run = runFrom(blocks, i, (other) => inList(other) && !within(other));
      result.push(...lists(run, setting));
    } else {
      result.push(single(block, ranks, setting));
    }
    i += run.length;
  }
  return result;
}

const NUMERALS: Readonly<Record<Exclude<ListStyle, 'bullet'>, string>> = {
  decimal: '1',
  'lower-alpha': 'a',
  'upper-alpha': 'A',
  'lower-roman': 'i',
  'upper-roman': 'I',
};

/** Items of one or more lists at the smallest depth of the run; what lies deeper goes into the item before it. */
function lists(run: readonly PublishedBlock[], setting: Setting): ElementContent[] {
  const depth = Math.min(...run.map((block) => (block.type === 'item' ? block.level : Infinity)));
  const here = (block: PublishedBlock): block is Item => block.type === 'item' && block.level === depth;
  const result: ElementContent[] = [];
  let list: Element | undefined;
  let before: Item | undefined;
  for (let i = 0; i < run.length;) {
    const block = run[i];
    if (!block) break;
    if (!here(block)) {
      const loose = runFrom(run, i, (other) => !here(other));
      result.push(
        ...(loose.some(({ type }) => type === 'item') ? lists(loose, setting) : paragraphs(loose, setting)),
      );
      i += loose.length;
      continue;
    }
    const inner = runFrom(run, i, (other) => !here(other)).slice(1);
    const goesOn =
      before?.list === block.list && (block.list === 'bullet' || block.ordinal === before.ordinal + 1);
    if (!list || !goesOn) {
      list =
        block.list === 'bullet'
          ? element('ul')
          : element('ol', {
              type: NUMERALS[block.list],
              start: block.ordinal === 1 ? undefined : block.ordinal,
            });
      result.push(list);
    }
    list.children.push(
      element(
        'li',
        { dir: block.direction },
        inlineNodes(block.content, setting),
        inner.some(({ type }) => type === 'item') ? lists(inner, setting) : paragraphs(inner, setting),
      ),
    );
    before = block;
    i += 1 + inner.length;
  }
  return result;
}

const paragraphs = (blocks: readonly PublishedBlock[], setting: Setting): ElementContent[] =>
  blocks.map((block) => single(block, new Map(), setting));

function single(block: PublishedBlock, ranks: Ranks, setting: Setting): Element {
  const dir = block.direction;
  if (block.type === 'rule') return element('hr');
  if (block.type === 'table') return table(block, setting);
  const content = inlineNodes(block.content, setting);
  switch (block.type) {
    case 'paragraph': {
      if (!block.demand) return element('p', { dir }, content);
      const { anchor, number } = block.demand;
      const label = setting.words.demand.replace('{number}', String(number));
      return element(
        'p',
        { dir, class: 'demand', id: anchor },
        element('a', { class: 'label', href: `#${listedDemandId(anchor)}` }, label),
        ' ',
        content,
      );
    }
    case 'heading':
      return element(`h${ranks.get(block) ?? 6}`, { dir }, content);
    case 'item':
      return element('p', { dir }, content);
    case 'attribution':
      return element('p', { dir, class: 'attribution' }, content);
    case 'verse':
    case 'preformatted':
      return element('p', { dir, class: block.type }, content);
    case 'note':
      return element('p', { dir, class: 'letter-note' }, element('sup', {}, block.label), ' ', content);
    case 'picture': {
      const source = setting.pictures.get(block.asset);
      const image: Child =
        source === undefined ? block.alternative : element('img', { src: source, alt: block.alternative });
      const picture = element('figure', { dir, class: 'picture' }, image);
      // An empty alternative text says that a picture is mere ornament; the attribute has to be there even so.
      const img = picture.children[0];
      if (img?.type === 'element' && img.tagName === 'img') img.properties.alt = block.alternative;
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
