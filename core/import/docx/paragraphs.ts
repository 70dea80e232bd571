/**
 * What mammoth's HTML doesn't tell of paragraphs (the kind and number of lists, the level of headings in styles of
 * the writer's own, quotations) is read from the XML and carried through it by bookmarks.
 */
import type { NoticeCounter } from '../notices.ts';
import { childAt, eachXml, isXml, type XmlElement } from '../xml.ts';
import type { Numbered, Numbering } from './numbering.ts';
import { headingIn, numberingIn, valueOf, type ParagraphStyle, type StyleOf } from './styles.ts';

export interface ParagraphTold {
  readonly heading?: number;
  readonly item?: Numbered;
  /** Level of the list that the paragraph continues. */
  readonly indent?: number;
  readonly quoted?: true;
  readonly lines?: 'verse' | 'preformatted';
  readonly direction?: 'rtl';
}

/** The ids of bookmarks that we set, each followed by the paragraph's index. */
export const BOOKMARK = 'pamphleteer-paragraph-';

export interface ToldDocument {
  /** The XML with bookmarks, without numbering. */
  readonly xml: string;
  readonly paragraphs: readonly ParagraphTold[];
}

interface Edit {
  readonly at: number;
  readonly to: number;
  readonly text: string;
}

const DELETED = ['w:del', 'w:moveFrom'];

export function tellParagraphs(
  xml: string,
  root: XmlElement,
  styleOf: StyleOf,
  numbering: Numbering,
  notices: NoticeCounter,
): ToldDocument {
  const edits: Edit[] = [];
  const paragraphs: ParagraphTold[] = [];
  const walk = (parent: XmlElement, inCell: boolean) =>
    eachXml(parent, (element) => {
      switch (element.name) {
        case 'mc:Choice':
        case 'w:del':
        case 'w:moveFrom':
          return false;
        case 'w:tc':
          walk(element, true);
          return false;
        case 'm:oMath':
          notices.add('changed', 'formula');
          edits.push({ at: element.start, to: element.end, text: run(textOf(element, 'm:t')) });
          return false;
        case 'w:p':
          paragraph(element, inCell);
          return true;
        default:
          return true;
      }
    });
  const paragraph = (element: XmlElement, inCell: boolean) => {
    const properties = childAt(element, 'w:pPr');
    const numbered = childAt(properties, 'w:numPr');
    if (numbered) edits.push({ at: numbered.start, to: numbered.end, text: '' });
    const told = paragraphTold(properties, styleOf, numbering);
    if (!hasContent(element) || Object.keys(told).length === 0) return;
    const at = properties?.end ?? element.start + (/^[^>]*>/.exec(xml.slice(element.start))?.[0].length ?? 0);
    const marker = told.item?.marker ?? '';
    const heading = told.heading !== undefined && marker !== '';
    if (heading) notices.add('changed', 'heading-numbers');
    const printed = heading || (inCell && marker !== '') ? run(`${marker} `) : '';
    const mark = inCell
      ? ''
      : `<w:bookmarkStart w:id="9${paragraphs.length}" w:name="${BOOKMARK}${paragraphs.length}"/>`;
    edits.push({ at, to: at, text: `${mark}${printed}` });
    paragraphs.push(told);
  };
  walk(root, false);
  return { xml: edited(xml, edits), paragraphs };
}

function paragraphTold(
  properties: XmlElement | undefined,
  styleOf: StyleOf,
  numbering: Numbering,
): ParagraphTold {
  const id = valueOf(childAt(properties, 'w:pStyle'));
  const style = styleOf(id);
  const heading = headingIn(properties) ?? style.heading;
  const reference = numberingIn(properties) ?? style.numbering ?? numbering.byStyle.get(id ?? '');
  const item = reference && reference.list !== '0' ? numbering.next(reference) : undefined;
  const bidi = childAt(properties, 'w:bidi');
  const continued = /^list continue ?([2-5])?$/.exec(style.name);
  return {
    ...(heading ? { heading: Math.min(heading, 6) } : {}),
    ...(item ? { item } : {}),
    ...(continued && !item ? { indent: Number(continued[1] ?? 1) } : {}),
    ...(/^(intense quote|quote|quotations?|block text|block quotation)$/.test(style.name)
      ? { quoted: true }
      : {}),
    ...linesOf(style),
    ...(bidi && !/^(0|false|off)$/.test(valueOf(bidi) ?? '') ? { direction: 'rtl' } : {}),
  };
}

function linesOf({ name }: ParagraphStyle): Pick<ParagraphTold, 'lines'> {
  if (/^(html )?preformatted( text)?$/.test(name)) return { lines: 'preformatted' };
  return /^(verse|poem|poetry)\b/.test(name) ? { lines: 'verse' } : {};
}

/** Whether anything of the paragraph will be seen: text or a picture that isn't deleted. */
function hasContent(paragraph: XmlElement): boolean {
  let found = false;
  eachXml(paragraph, (element) => {
    if (found || DELETED.includes(element.name)) return false;
    if (isXml(element, 'w:t', 'm:t', 'w:sym') && element.text.trim() !== '') found = true;
    if (isXml(element, 'w:sym', 'w:drawing', 'w:pict')) found = true;
    return true;
  });
  return found;
}

/** The text of all elements of that name within. */
export function textOf(parent: XmlElement, name: string): string {
  let text = '';
  eachXml(parent, (element) => {
    if (element.name === name) text += element.text;
    return !DELETED.includes(element.name);
  });
  return text;
}

function run(text: string): string {
  const escaped = text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
  return `<w:r><w:t xml:space="preserve">${escaped}</w:t></w:r>`;
}

function edited(xml: string, edits: Edit[]): string {
  edits.sort((a, b) => a.at - b.at);
  const pieces: string[] = [];
  let from = 0;
  for (const { at, to, text } of edits) {
    if (at < from) continue;
    pieces.push(xml.slice(from, at), text);
    from = to;
  }
  return [...pieces, xml.slice(from)].join('');
}

/** Tells of tracked changes, which are read as if they were accepted, of headers and of what isn't carried over. */
export function tellChanges(
  root: XmlElement,
  runningHeads: readonly XmlElement[],
  notices: NoticeCounter,
): void {
  let inserted = 0;
  let deleted = 0;
  let moved = 0;
  let first = '';
  eachXml(root, (element) => {
    if (element.name === 'mc:Choice') return false;
    if (element.name === 'w:ins' && textOf(element, 'w:t') !== '') inserted++;
    if (element.name === 'w:moveTo') moved++;
    if (element.name === 'w:del' && textOf(element, 'w:delText') !== '') {
      deleted++;
      first ||= textOf(element, 'w:delText');
    }
    return element.name !== 'w:pPr';
  });
  notices.add('decided', 'changes-inserted', inserted);
  notices.add('decided', 'changes-deleted', deleted, first);
  notices.add('decided', 'changes-moved', moved);
  const texts = new Set(
    runningHeads.map((head) => textOf(head, 'w:t').trim()).filter((text) => /\p{L}/u.test(text)),
  );
  if (texts.size > 0) notices.add('left-out', 'running-heads', texts.size, [...texts][0]);
}
