/** What a page says of itself: title, author, date, language, site. */
import type { Proposed, ProposedField } from '../imported.ts';
import { attribute, eachElement, textContent } from './element.ts';
import type { Element, Root } from './tree.ts';

const META: Readonly<Record<string, ProposedField>> = {
  author: 'author',
  'article:author': 'author',
  'dc.creator': 'author',
  'dcterms.creator': 'author',
  citation_author: 'author',
  'parsely-author': 'author',
  date: 'date',
  'dc.date': 'date',
  'dcterms.date': 'date',
  'article:published_time': 'date',
  citation_publication_date: 'date',
  'og:title': 'title',
  'dc.title': 'title',
  citation_title: 'title',
  'og:site_name': 'container-title',
  citation_journal_title: 'container-title',
  publisher: 'publisher',
  'dc.publisher': 'publisher',
  'og:url': 'URL',
  'dc.language': 'language',
};

export interface PageData {
  readonly metadata: readonly Proposed[];
  readonly direction?: 'ltr' | 'rtl';
  /** Absolute http(s) address against which relative links are resolved. */
  readonly base?: string;
}

export function readMetadata(root: Root): PageData {
  const found: Proposed[] = [];
  let direction: 'ltr' | 'rtl' | undefined;
  let base: string | undefined;
  const propose = (field: ProposedField, value: string | undefined, foundIn: string) => {
    const text = value?.replace(/\s+/g, ' ').trim();
    if (text) found.push({ field, value: text, foundIn });
  };
  eachElement(root, (element) => {
    switch (element.tagName) {
      case 'html':
      case 'body': {
        propose(
          'language',
          attribute(element, 'lang') ?? attribute(element, 'xml:lang'),
          `${element.tagName} element`,
        );
        const declared = attribute(element, 'dir')?.toLowerCase();
        if (declared === 'rtl' || declared === 'ltr') direction = declared;
        return;
      }
      case 'title':
        if (isIn(element, 'head')) propose('title', textContent(element), 'title element');
        return;
      case 'base': {
        const href = attribute(element, 'href') ?? '';
        if (/^https?:/i.test(href)) base ??= href;
        return;
      }
      case 'link':
        if (attribute(element, 'rel') === 'canonical') canonical(element, propose);
        return;
      case 'meta': {
        const name = (attribute(element, 'name') ?? attribute(element, 'property') ?? '').toLowerCase();
        const field = META[name];
        const value = attribute(element, 'content');
        // A profile's address in place of a name is of no use.
        if (field && !(field === 'author' && /^https?:/.test(value ?? '')))
          propose(field, value, `meta ${name}`);
        return;
      }
      default:
    }
  });
  return { metadata: found, ...(direction ? { direction } : {}), ...(base ? { base } : {}) };
}

function isIn({ parent }: Element, tag: string): boolean {
  return parent?.type === 'element' && parent.tagName === tag;
}

function canonical(
  link: Element,
  propose: (field: ProposedField, value: string | undefined, where: string) => void,
): void {
  const href = attribute(link, 'href');
  if (href && /^https?:/i.test(href)) propose('URL', href, 'canonical link');
}
