/** The genre *article*: a publication as one self-contained page that needs neither network nor script. */
import { toHtml } from 'hast-util-to-html';
import type { Element, ElementContent, Root } from 'hast';
import { isLanguage } from '../../derived/locale.ts';
import type { Publication, PublishedList, PublishedNote } from '../publication.ts';
import { anchorsOf } from '../anchors.ts';
import { publishedNotes } from '../published-notes.ts';
import { blockNodes } from './blocks.ts';
import { gatheredListId, inlineNodes, listedEntryId, noteId, noteMarkId, type Setting } from './content.ts';
import { contentsElement } from './contents.ts';
import { element, type Child } from './element.ts';
import { letterElement } from './letters.ts';
import { privateGroups } from './privately.ts';
import { partElement } from './points.ts';
import { contentSecurityPolicy } from './policy.ts';
import { styleSheet } from './style.ts';

export interface HtmlFont {
  readonly family: string;
  /** 100 to 900. */
  readonly weight: number;
  readonly style: 'normal' | 'italic';
  readonly mediaType: string;
  readonly base64: string;
}
export interface HtmlResources {
  readonly fonts: readonly HtmlFont[];
  /** By asset. A picture that isn't here is told by its alternative text. */
  readonly pictures: ReadonlyMap<string, { readonly mediaType: string; readonly base64: string }>;
}

const PICTURES = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);

/** The page's bytes as a string, to be written as UTF-8. The same publication and resources give the same page. */
export function renderHtml(publication: Publication, resources: HtmlResources): string {
  const setting: Setting = {
    words: publication.words,
    anchors: anchorsOf(publication),
    pictures: new Map(
      [...resources.pictures]
        .filter(([, { mediaType }]) => PICTURES.has(mediaType))
        .map(([asset, { mediaType, base64 }]) => [asset, `data:${mediaType};base64,${base64}`]),
    ),
  };
  const style = styleSheet(resources.fonts);
  const page: Root = {
    type: 'root',
    children: [
      { type: 'doctype' },
      element(
        'html',
        { lang: isLanguage(publication.language) ? publication.language : 'en', dir: publication.direction },
        head(publication, style),
        body(publication, setting),
      ),
    ],
  };
  return `${toHtml(page, { characterReferences: { useNamedReferences: false } })}\n`;
}

/** The title, or what comes nearest to one. */
function titleOf({ front, letters, words }: Publication): string {
  const [letter] = letters;
  const reply = letter && `${words.inResponseTo} ${letter.title || letter.code}`;
  return front.title || front.subtitle || reply || words.contents;
}

function head(publication: Publication, style: string): Element {
  const { front } = publication;
  return element(
    'head',
    {},
    element('meta', { charSet: 'utf-8' }),
    element('meta', { httpEquiv: 'Content-Security-Policy', content: contentSecurityPolicy(style) }),
    element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    element('meta', { name: 'referrer', content: 'no-referrer' }),
    element('title', {}, titleOf(publication).replace(/\s+/g, ' ')),
    front.byline !== '' && element('meta', { name: 'author', content: front.byline }),
    front.subtitle !== '' && element('meta', { name: 'description', content: front.subtitle }),
    { type: 'element', tagName: 'style', properties: {}, children: [{ type: 'text', value: style }] },
  );
}

function body(publication: Publication, setting: Setting): Element {
  const { words, introduction, parts, conclusion, lists, letters, colophon } = publication;
  const { frontMatter, backMatter } = publication;
  const gathered = (at: 'front' | 'end') =>
    lists.filter((list) => list.gathered.at === at).map((list) => listElement(list, setting));
  const links = new Map(letters.flatMap(({ code, link }) => (link === undefined ? [] : [[code, link]])));
  return element(
    'body',
    {},
    element('a', { class: 'skip', href: '#text_' }, words.skipToText),
    publication.privately && element('p', { class: 'working-copy', role: 'note' }, words.workingCopy),
    cover(publication),
    contentsElement(publication),
    element(
      'main',
      { id: 'text_', tabIndex: -1 },
      frontMatter.map((part) => partElement(part, links, setting)),
      titled('introduction', words.introduction, introduction.length > 0 && text(introduction, setting)),
      gathered('front'),
      parts.map((part) => [
        partElement(part, links, setting),
        lists
          .filter((list) => list.gathered.at === 'part' && list.gathered.last === part.anchor)
          .map((list) => listElement(list, setting)),
      ]),
      titled('conclusion', words.conclusion, conclusion.length > 0 && text(conclusion, setting)),
      backMatter.map((part) => partElement(part, links, setting)),
      gathered('end'),
      titled('notes', words.notes, notes(publishedNotes(publication), setting), 'doc-endnotes'),
      titled(
        'letters',
        words.letters,
        letters.length > 0 && letters.map((letter) => letterElement(letter, setting)),
      ),
      titled('privately', words.privateNotes, privateGroups(publication.privately)),
      titled('bibliography', words.bibliography, bibliography(publication, setting), 'doc-bibliography'),
    ),
    colophon !== '' && element('footer', { class: 'colophon' }, element('p', {}, colophon)),
  );
}

const text = (blocks: Publication['introduction'], setting: Setting): Element =>
  element('div', { class: 'text' }, blockNodes(blocks, 2, setting));

/** A section of the page's own, its id the name with an underscore; nothing when it would be empty. */
function titled(name: string, title: string, content: Child, role?: string): Child {
  if (!content) return undefined;
  return element(
    'section',
    { class: name, id: `${name}_`, role, ariaLabelledBy: `${name}_title` },
    element('h2', { id: `${name}_title` }, title),
    content,
  );
}

function cover(publication: Publication): Element {
  const { front } = publication;
  const series = [front.series, front.number].filter(Boolean).join(' · ');
  return element(
    'header',
    { class: 'cover' },
    series !== '' && element('p', { class: 'series' }, series),
    element('h1', {}, titleOf(publication)),
    front.title !== '' && front.subtitle !== '' && element('p', { class: 'subtitle' }, front.subtitle),
    front.byline !== '' && element('p', { class: 'byline' }, front.byline),
    front.date !== '' &&
      element(
        'p',
        { class: 'date' },
        front.isoDate === undefined ? front.date : element('time', { dateTime: front.isoDate }, front.date),
      ),
    front.motto !== '' &&
      element(
        'figure',
        { class: 'motto' },
        element('blockquote', {}, element('p', {}, front.motto)),
        front.mottoSource !== '' && element('figcaption', {}, front.mottoSource),
      ),
  );
}

/** A list, gathered: each entry with the way back to where it stands. */
function listElement({ anchor, title, withdrawn, items }: PublishedList, setting: Setting): Element {
  const id = gatheredListId(anchor);
  return element(
    'section',
    { class: 'entries', id, ariaLabelledBy: `${id}_title` },
    element('h2', { id: `${id}_title` }, title),
    items.length > 0 &&
      element(
        'ol',
        {},
        items.map((item) =>
          element(
            'li',
            { id: listedEntryId(item.anchor) },
            element('span', { class: 'number' }, item.number),
            element(
              'div',
              {},
              inlineNodes(item.content, setting),
              ' ',
              element('span', { class: 'from' }, backTo(item, setting)),
            ),
          ),
        ),
      ),
    withdrawn.length > 0 &&
      element(
        'p',
        { class: 'withdrawn' },
        setting.words.withdrawn.replace('{codes}', () => withdrawn.join(', ')),
      ),
  );
}

/** "from point 4": leads to the entry itself; the place's own words to the place. */
function backTo({ anchor, from }: PublishedList['items'][number], { words }: Setting): Child {
  return element(
    'a',
    { href: `#${anchor}` },
    words.from.replace('{place}', () => from.text),
  );
}

function notes(all: readonly PublishedNote[], setting: Setting): Child {
  if (all.length === 0) return undefined;
  return element(
    'ol',
    {},
    all.map(({ number, content }) =>
      element(
        'li',
        { id: noteId(number), value: number },
        inlineNodes(content, setting),
        '\u00a0',
        element(
          'a',
          {
            class: 'back',
            href: `#${noteMarkId(number)}`,
            role: 'doc-backlink',
            ariaLabel: `${setting.words.backToText} (${number})`,
          },
          '↩\ufe0e',
        ),
      ),
    ),
  );
}

function bibliography({ bibliography: works }: Publication, setting: Setting): Child {
  if (works.length === 0) return undefined;
  return element(
    'ul',
    {},
    works.map(({ anchor, margin, content }): ElementContent =>
      element(
        'li',
        { id: anchor, dir: 'auto' },
        margin && [element('span', { class: 'entry-mark' }, inlineNodes(margin, setting)), ' '],
        inlineNodes(content, setting),
      ),
    ),
  );
}
