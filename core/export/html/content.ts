/** Inline content as elements. */
import type { ElementContent } from 'hast';
import { safeUrl, type Mark } from '../../text/block.ts';
import type {
  PublicationWords,
  PublishedContent,
  PublishedInline,
  PublishedSpan,
  PublishedWay,
} from '../publication.ts';
import { element, nodes, type Child } from './element.ts';

/** What content needs to know of the page that it stands on. */
export interface Setting {
  readonly words: PublicationWords;
  /** Ids that exist on the page, so that no link leads nowhere. */
  readonly anchors: ReadonlySet<string>;
  /** Data URLs by asset. */
  readonly pictures: ReadonlyMap<string, string>;
  /** What a letter puts around a run that passages cover; absent in the author's own texts. */
  readonly bracketed?: (span: PublishedSpan, run: Child) => Child;
}

const TAGS: Readonly<Record<Exclude<Mark, 'smallcaps'>, string>> = {
  strong: 'strong',
  emphasis: 'em',
  underline: 'u',
  strike: 's',
  superscript: 'sup',
  subscript: 'sub',
  code: 'code',
};

/** Ids of the page's own things have an underscore, which no id of a project has. */
export const noteId = (number: number): string => `note_${number}`;
export const noteMarkId = (number: number): string => `note_${number}_mark`;
export const gatheredListId = (anchor: string): string => `${anchor}_list`;
export const listedEntryId = (anchor: string): string => `${anchor}_listed`;

export function inlineNodes(content: PublishedContent, setting: Setting): ElementContent[] {
  return content.flatMap((inline) => nodes([inlineNode(inline, setting)]));
}

function inlineNode(inline: PublishedInline, setting: Setting): Child {
  if (!('type' in inline)) return spanNode(inline, setting);
  switch (inline.type) {
    case 'note':
      return element(
        'sup',
        { class: 'note-mark' },
        element(
          'a',
          { id: noteMarkId(inline.number), href: `#${noteId(inline.number)}`, role: 'doc-noteref' },
          String(inline.number),
        ),
      );
    case 'quotation': {
      const { open, content, close, language, direction, passage, source } = inline;
      const words = element(
        'q',
        { lang: language, dir: direction },
        content.map((span) => spanNode(span, setting)),
      );
      const at = setting.anchors.has(passage)
        ? element('a', { class: 'code', href: `#${passage}` }, source)
        : source;
      return [open, words, close, ' (', at, ')'];
    }
    case 'reference':
      if (inline.note !== undefined) return element('a', { href: `#${noteId(inline.note)}` }, inline.text);
      return inline.target !== undefined && setting.anchors.has(inline.target)
        ? element('a', { href: `#${inline.target}` }, marked(inline))
        : element('span', { class: 'reference' }, marked(inline));
    case 'note-mark':
      return element('sup', {}, inline.label);
  }
}

/** Words that lead to another place, where that is on the page. */
export const wayNode = ({ text, target }: PublishedWay, { anchors }: Setting): Child =>
  target !== undefined && anchors.has(target) ? element('a', { href: `#${target}` }, text) : text;

/** Ways in words around them: "See Master Response 2." The pattern has `place` where they go. */
export function waysNodes(
  pattern: string,
  place: string,
  ways: readonly PublishedWay[],
  setting: Setting,
): Child {
  const [before = '', after = ''] = pattern.split(place);
  return [before, ...ways.flatMap((way, i): Child[] => [i > 0 && ', ', wayNode(way, setting)]), after];
}

function marked({ text, marks = [] }: Pick<PublishedSpan, 'text' | 'marks'>): Child {
  let run: Child = text;
  for (const mark of [...marks].reverse()) {
    run = mark === 'smallcaps' ? element('span', { class: 'smallcaps' }, run) : element(TAGS[mark], {}, run);
  }
  return run;
}

function spanNode(span: PublishedSpan, setting: Setting): Child {
  let run = marked(span);
  const href = span.link === undefined ? undefined : safeUrl(span.link);
  if (href !== undefined) run = element('a', { href, rel: 'noopener noreferrer' }, run);
  return span.passages?.length && setting.bracketed ? setting.bracketed(span, run) : run;
}
