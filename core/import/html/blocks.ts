/** What each kind of block element becomes. */
import type { Mark } from '../../text/block.ts';
import { classes, isElement } from './element.ts';
import { readList } from './list.ts';
import { DEEPEST_SHOWN, depth, type Place } from './place.ts';
import type { HtmlReader } from './reader.ts';
import { headingLevel, isCode, isListed, isWordQuotation } from './role.ts';
import type { Style } from './style.ts';
import { readTable } from './table.ts';
import { VERSE_CLASSES } from './tags.ts';
import type { Element } from './tree.ts';

/** @param place What holds within the element. */
export function readBlock(reader: HtmlReader, element: Element, style: Style, place: Place): void {
  switch (element.tagName) {
    case 'dt':
    case 'dd':
    case 'summary':
    case 'legend':
      reader.framed(element, place);
      return;
    case 'xmp':
    case 'listing':
    case 'plaintext':
    case 'pre': {
      const marks: ReadonlySet<Mark> = new Set([...place.marks].filter((mark) => mark !== 'code'));
      const kind = isVerse(element) ? 'verse' : 'preformatted';
      reader.framed(element, { ...place, marks, space: 'exact', frame: { kind } });
      return;
    }
    case 'blockquote':
      readQuotation(reader, element, place);
      return;
    case 'ul':
    case 'ol':
    case 'menu':
    case 'dir':
    case 'li':
      readList(reader, element, place);
      return;
    case 'hr':
      reader.emit({ id: reader.page.ids(), type: 'rule', ...depth(place) }, place);
      return;
    case 'table':
      readTable(reader, element, place);
      return;
    case 'figure':
      readFigure(reader, element, place);
      return;
    default:
      readParagraph(reader, element, style, place);
  }
}

function isVerse(element: Element): boolean {
  return classes(element).some((name) => VERSE_CLASSES.has(name));
}

/** Paragraphs, headings, containers, and what word processors make of paragraphs. */
function readParagraph(reader: HtmlReader, element: Element, style: Style, place: Place): void {
  const level = headingLevel(element, style, reader.page);
  if (level !== undefined) {
    if (isListed(style)) reader.page.notices.add('changed', 'heading-number');
    reader.framed(element, { ...place, frame: { kind: 'heading', level }, marked: true });
  } else if (isVerse(element)) {
    reader.framed(element, { ...place, frame: { kind: 'verse' } });
  } else if (isCode(element, style)) {
    reader.framed(element, { ...place, space: 'exact', frame: { kind: 'preformatted' } });
  } else if (element.tagName === 'p' && !place.list) {
    readWordParagraph(reader, element, style, place);
  } else {
    reader.framed(element, place);
  }
}

function readWordParagraph(reader: HtmlReader, element: Element, style: Style, place: Place): void {
  const { page } = reader;
  const first = reader.blocks.length;
  const item = reader.wordLists.item(element, style);
  if (item) {
    const { level, list, number } = item;
    const open = { list, level, taken: false };
    reader.framed(element, { ...place, marked: true, list: { level, style: list, item: open } });
    const block = reader.blocks.slice(first).find(({ type }) => type === 'item');
    if (block && number !== undefined) page.numbers.set(block.id, number);
    return;
  }
  const level = reader.wordLists.continued(element, style);
  if (level !== undefined) {
    reader.framed(element, { ...place, list: { level, style: 'bullet' } });
    return;
  }
  if (!isWordQuotation(element, style)) {
    reader.framed(element, place);
    return;
  }
  // Paragraphs in a style for quotations that follow each other are one quotation.
  const last = reader.blocks.at(-1);
  const same = last?.quoted === place.quoted + 1 ? page.quotations.get(last.id) : undefined;
  const quotation = place.quotation ?? same ?? page.quotationCount++;
  reader.framed(element, { ...place, quoted: Math.min(place.quoted + 1, DEEPEST_SHOWN), quotation });
}

function readQuotation(reader: HtmlReader, element: Element, outer: Place): void {
  const place: Place = {
    ...outer,
    quoted: Math.min(outer.quoted + 1, DEEPEST_SHOWN),
    quotation: outer.quotation ?? reader.page.quotationCount++,
    frame: { kind: 'paragraph' },
  };
  for (const child of element.children) {
    if (isElement(child, 'footer')) {
      reader.flush(place);
      reader.framed(child, { ...place, frame: { kind: 'attribution' } });
    } else {
      reader.node(child, place);
    }
  }
  reader.flush(place);
}

/** A caption goes with the figure's picture, under its quotation as attribution, else it is a paragraph. */
function readFigure(reader: HtmlReader, element: Element, place: Place): void {
  const { blocks } = reader;
  const caption = element.children.find((child): child is Element => isElement(child, 'figcaption'));
  const first = blocks.length;
  for (const child of element.children) if (child !== caption) reader.node(child, place);
  reader.flush(place);
  if (!caption) return;
  const last = blocks.at(-1);
  const lastPicture = blocks.length > first && last?.type === 'picture' ? last : undefined;
  if (lastPicture) {
    const { content } = reader.inlineOf(caption, place);
    blocks[blocks.length - 1] = { ...lastPicture, content };
  } else if (blocks.length > first && (last?.quoted ?? 0) > place.quoted) {
    const quoted = last?.quoted ?? 1;
    const quotation = last ? reader.page.quotations.get(last.id) : undefined;
    reader.framed(caption, { ...place, quoted, quotation, frame: { kind: 'attribution' } });
  } else {
    reader.framed(caption, place);
  }
}
