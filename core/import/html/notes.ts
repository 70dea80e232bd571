/**
 * Footnotes, as word processors, Markdown and publishing programs write them: a link to an element of the page
 * that holds the note's text. Recognised by the ARIA roles of digital publishing, by GitHub's attributes, or by
 * the name of the link's target.
 */
import type { IdSource } from '../../document/id.ts';
import type { BlockId } from '../../text/block.ts';
import { ancestors, attribute, classes, eachElement, isElement, textContent } from './element.ts';
import type { Element, Root } from './tree.ts';

export interface Note {
  readonly id: BlockId;
  readonly label: string;
  /** The element that holds its text. */
  readonly body: Element;
}

export interface PageNotes {
  /** In order of their first mark. */
  readonly notes: readonly Note[];
  /** The elements that are marks; each stands for its note and its characters aren't text. */
  readonly marks: ReadonlyMap<Element, Note>;
  readonly bodies: ReadonlySet<Element>;
  /** Headings of the lists of notes and links back to the text; left out. */
  readonly furniture: ReadonlySet<Element>;
}

const TARGET =
  /^(user-content-)?(fn|_?ftn|_?edn|footnote|endnote|note|cite_note|sdfootnote|sdendnote)[-_:.]?\d*(sym)?/i;
const BACK = /ref|anc$|^#(top|back)/i;
const HOLDERS = ['li', 'p', 'div', 'aside', 'dd', 'section', 'td'];
/** How Word and LibreOffice mark the element that holds all paragraphs of one note. */
const WHOLE_NOTE = /mso-element:\s*(?:footnote|endnote)\s*(?:;|$)/i;
const WHOLE_NOTE_ID = /^(?:sd(?:foot|end)note|ftn|edn)\d+$/i;
const NOTE_LIST = /mso-element:\s*(?:footnote|endnote)-list/i;

export function findNotes(root: Root, ids: IdSource): PageNotes {
  const named = new Map<string, Element>();
  const links: Element[] = [];
  eachElement(root, (element) => {
    const id = attribute(element, 'id');
    if (id && !named.has(id)) named.set(id, element);
    if (element.tagName !== 'a') return;
    const name = attribute(element, 'name');
    if (name && !named.has(name)) named.set(name, element);
    if (attribute(element, 'href')?.startsWith('#')) links.push(element);
  });
  const notes: Note[] = [];
  const marks = new Map<Element, Note>();
  const byBody = new Map<Element, Note>();
  const furniture = new Set<Element>();
  for (const link of links) {
    const href = attribute(link, 'href') ?? '';
    const target = named.get(decoded(href.slice(1)));
    const body = target && holderOf(target);
    if (!target || !body || isBackLink(link, href) || contains(body, link)) continue;
    if (!isNoteLink(link, href) && !isNoteBody(target, body)) continue;
    const label = textContent(link)
      .trim()
      .replace(/^[[(]\s*|\s*[\])]$/g, '');
    if (label === '' || label.length > 6) continue;
    let note = byBody.get(body);
    if (!note) {
      note = { id: ids(), label, body };
      byBody.set(body, note);
      notes.push(note);
    }
    marks.set(wholeMark(link, label), note);
  }
  for (const link of links) {
    const holder = [...ancestors(link)].find((element) => byBody.has(element));
    const target = named.get(decoded((attribute(link, 'href') ?? '').slice(1)));
    const leadsToMark =
      target !== undefined && (marks.has(target) || [...ancestors(target)].some((at) => marks.has(at)));
    if (holder && (isBackLink(link, attribute(link, 'href') ?? '') || leadsToMark)) {
      furniture.add(wholeMark(link, textContent(link).trim()));
    }
  }
  for (const { body } of notes) {
    for (const list of ancestors(body)) {
      if (!isNoteList(list)) continue;
      for (const child of list.children) {
        if (isElement(child, 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'hr')) furniture.add(child);
      }
    }
  }
  return { notes, marks, bodies: new Set(byBody.keys()), furniture };
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

/** The element that holds the note's text: the nearest block, or what a word processor says holds all of it. */
function holderOf(target: Element): Element | undefined {
  const around = [target, ...ancestors(target)];
  const whole = around.find(
    (element) =>
      element.tagName === 'div' &&
      (WHOLE_NOTE.test(attribute(element, 'style') ?? '') ||
        WHOLE_NOTE_ID.test(attribute(element, 'id') ?? '')),
  );
  return whole ?? around.find(({ tagName }) => HOLDERS.includes(tagName));
}

function contains(outer: Element, inner: Element): boolean {
  if (outer === inner) return true;
  for (const element of ancestors(inner)) if (element === outer) return true;
  return false;
}

function isBackLink(link: Element, href: string): boolean {
  return (
    attribute(link, 'role') === 'doc-backlink' ||
    attribute(link, 'data-footnote-backref') !== undefined ||
    classes(link).some((name) => /foot.*back|backref|reversefootnote/.test(name)) ||
    BACK.test(href)
  );
}

function isNoteLink(link: Element, href: string): boolean {
  return (
    attribute(link, 'role') === 'doc-noteref' ||
    attribute(link, 'data-footnote-ref') !== undefined ||
    classes(link).some((name) => /^footnote-?ref$|^fnref|^noteref$/.test(name)) ||
    TARGET.test(decoded(href.slice(1)))
  );
}

function isNoteList(element: Element): boolean {
  return (
    /^doc-(endnotes|footnotes)$/.test(attribute(element, 'role') ?? '') ||
    attribute(element, 'data-footnotes') !== undefined ||
    NOTE_LIST.test(attribute(element, 'style') ?? '') ||
    classes(element).some((name) => name === 'footnotes' || name === 'endnotes')
  );
}

function isNoteBody(target: Element, body: Element): boolean {
  const is = (element: Element) =>
    /^doc-(footnote|endnote)$/.test(attribute(element, 'role') ?? '') ||
    classes(element).includes('footnote');
  return is(target) || is(body) || [...ancestors(body)].some(isNoteList);
}

/** The link with the brackets and raised spans that hold nothing else, so that none of them is left as text. */
function wholeMark(link: Element, label: string): Element {
  let mark = link;
  for (const element of ancestors(link)) {
    // A bracket, the link and a bracket: what holds more is no mark.
    if (!['sup', 'span', 'font', 'small'].includes(element.tagName) || element.children.length > 3) break;
    if (textContent(element).replace(/[\s[\]()]/g, '') !== label.replace(/[\s[\]()]/g, '')) break;
    mark = element;
  }
  return mark;
}
