/**
 * Footnotes, as word processors, Markdown and publishing programs write them: a link to an element of the page
 * that holds the note's text. Recognised by the ARIA roles of digital publishing, by GitHub's attributes, or by
 * the name of the link's target.
 */
import type { Element, Nodes, Root } from 'hast';
import type { IdSource } from '../../document/id.ts';
import type { BlockId } from '../../text/block.ts';
import { attribute, classes, eachElement, isElement, textContent } from './element.ts';

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

export function findNotes(root: Root, ids: IdSource): PageNotes {
  const parents = new Map<Element, Nodes | undefined>();
  const named = new Map<string, Element>();
  const links: Element[] = [];
  eachElement(root, (element, parent) => {
    parents.set(element, parent);
    for (const name of [
      attribute(element, 'id'),
      element.tagName === 'a' ? attribute(element, 'name') : undefined,
    ]) {
      if (name && !named.has(name)) named.set(name, element);
    }
    if (element.tagName === 'a' && attribute(element, 'href')?.startsWith('#')) links.push(element);
  });
  const notes: Note[] = [];
  const marks = new Map<Element, Note>();
  const byBody = new Map<Element, Note>();
  const furniture = new Set<Element>();
  const holderOf = (element: Element | undefined): Element | undefined => {
    let at: Nodes | undefined = element;
    while (at && at.type === 'element' && !HOLDERS.includes(at.tagName)) at = parents.get(at);
    return at && at.type === 'element' ? at : undefined;
  };
  for (const link of links) {
    const href = attribute(link, 'href') ?? '';
    const target = named.get(decoded(href.slice(1)));
    const body = holderOf(target);
    if (!target || !body || isBackLink(link, href) || contains(body, link, parents)) continue;
    if (!isNoteLink(link, href) && !isNoteBody(target, body, parents)) continue;
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
    marks.set(wholeMark(link, label, parents), note);
  }
  for (const link of links) {
    const holder = [...ancestors(link, parents)].find((element) => byBody.has(element));
    const target = named.get(decoded((attribute(link, 'href') ?? '').slice(1)));
    const leadsToMark =
      target !== undefined &&
      (marks.has(target) || [...ancestors(target, parents)].some((at) => marks.has(at)));
    if (holder && (isBackLink(link, attribute(link, 'href') ?? '') || leadsToMark)) {
      furniture.add(wholeMark(link, textContent(link).trim(), parents));
    }
  }
  for (const { body } of notes) {
    for (const list of ancestors(body, parents)) {
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

function* ancestors(element: Element, parents: ReadonlyMap<Element, Nodes | undefined>): Generator<Element> {
  for (let at = parents.get(element); at && at.type === 'element'; at = parents.get(at)) yield at;
}

function contains(outer: Element, inner: Element, parents: ReadonlyMap<Element, Nodes | undefined>): boolean {
  if (outer === inner) return true;
  for (const element of ancestors(inner, parents)) if (element === outer) return true;
  return false;
}

function isBackLink(link: Element, href: string): boolean {
  return (
    attribute(link, 'role') === 'doc-backlink' ||
    attribute(link, 'dataFootnoteBackref') !== undefined ||
    classes(link).some((name) => /foot.*back|backref|reversefootnote/.test(name)) ||
    BACK.test(href)
  );
}

function isNoteLink(link: Element, href: string): boolean {
  return (
    attribute(link, 'role') === 'doc-noteref' ||
    attribute(link, 'dataFootnoteRef') !== undefined ||
    classes(link).some((name) => /^footnote-?ref$|^fnref|^noteref$/.test(name)) ||
    TARGET.test(decoded(href.slice(1)))
  );
}

function isNoteList(element: Element): boolean {
  return (
    /^doc-(endnotes|footnotes)$/.test(attribute(element, 'role') ?? '') ||
    attribute(element, 'dataFootnotes') !== undefined ||
    classes(element).some((name) => name === 'footnotes' || name === 'endnotes')
  );
}

function isNoteBody(
  target: Element,
  body: Element,
  parents: ReadonlyMap<Element, Nodes | undefined>,
): boolean {
  const is = (element: Element) =>
    /^doc-(footnote|endnote)$/.test(attribute(element, 'role') ?? '') ||
    classes(element).includes('footnote');
  return is(target) || is(body) || [...ancestors(body, parents)].some(isNoteList);
}

/** The link with the brackets and raised spans that hold nothing else, so that none of them is left as text. */
function wholeMark(link: Element, label: string, parents: ReadonlyMap<Element, Nodes | undefined>): Element {
  let mark = link;
  for (const element of ancestors(link, parents)) {
    if (!['sup', 'span', 'font', 'small'].includes(element.tagName)) break;
    if (textContent(element).replace(/[\s[\]()]/g, '') !== label.replace(/[\s[\]()]/g, '')) break;
    mark = element;
  }
  return mark;
}
