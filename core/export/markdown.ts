/**
 * A publication as Markdown: CommonMark with footnotes, tables and strikethrough of GitHub's kind. What Markdown has
 * no sign for (underlining, small caps, raised and lowered text) is told plainly.
 */
import type { BlockContent, FootnoteDefinition, Root, RootContent } from 'mdast';
import { gfmFootnoteToMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { toMarkdown } from 'mdast-util-to-markdown';
import { blocksBelowTitle } from './letter-text.ts';
import { captions } from './captions.ts';
import {
  blocksOf,
  emphasis,
  inlines,
  link,
  orderedList,
  paragraph,
  strong,
  text,
} from './markdown-content.ts';
import type {
  Publication,
  PublishedLetter,
  PublishedPart,
  PublishedPoint,
  PublishedPrivate,
  PublishedQuotation,
} from './publication.ts';
import { publishedNotes } from './published-notes.ts';

/** UTF-8 text with line feeds, one at its end. The same publication gives the same text. */
export function renderMarkdown(publication: Publication): string {
  const { words, introduction, conclusion, parts, demands, letters, bibliography, colophon } = publication;
  const titled = (title: string, content: readonly RootContent[]): RootContent[] =>
    content.length > 0 ? [heading(2, title), ...content] : [];
  const root: Root = {
    type: 'root',
    children: [
      ...(publication.privately ? [paragraph([strong(words.workingCopy)])] : []),
      ...front(publication),
      ...titled(words.introduction, blocksOf(introduction, 2, publication)),
      ...parts.flatMap((part) => partNodes(part, publication)),
      ...titled(words.conclusion, blocksOf(conclusion, 2, publication)),
      ...titled(demands.title, orderedList(demands.items.map(({ content }) => inlines(content)))),
      ...titled(
        words.letters,
        letters.flatMap((letter) => letterNodes(letter, publication)),
      ),
      ...titled(
        words.privateNotes,
        (publication.privately ?? []).flatMap(({ place, items }) => [
          heading(3, place),
          ...items.map(privateNode),
        ]),
      ),
      ...titled(
        words.bibliography,
        bibliography.map(({ content }) => paragraph(inlines(content))),
      ),
      ...(colophon === '' ? [] : [{ type: 'thematicBreak' as const }, paragraph([emphasis(colophon)])]),
      ...publishedNotes(publication).map(({ number, content }): FootnoteDefinition => ({
        type: 'footnoteDefinition',
        identifier: String(number),
        children: [paragraph(inlines(content))],
      })),
    ],
  };
  return toMarkdown(root, {
    bullet: '-',
    emphasis: '*',
    rule: '-',
    extensions: [
      gfmFootnoteToMarkdown(),
      gfmTableToMarkdown({ tablePipeAlign: false }),
      gfmStrikethroughToMarkdown(),
    ],
  });
}

function heading(rank: number, title: string): RootContent {
  const depth = Math.max(1, Math.min(6, rank)) as 1 | 2 | 3 | 4 | 5 | 6;
  return { type: 'heading', depth, children: [text(title.replace(/\s+/g, ' '))] };
}

function front({
  front: { title, subtitle, byline, date, series, number, motto, mottoSource },
}: Publication) {
  const nodes: RootContent[] = [];
  if (title) nodes.push(heading(1, title));
  if (subtitle) nodes.push(paragraph([emphasis(subtitle)]));
  for (const line of [byline, date, [series, number].filter(Boolean).join(' · ')]) {
    if (line) nodes.push(paragraph([text(line)]));
  }
  if (motto) {
    const source = mottoSource ? [paragraph([text(`— ${mottoSource}`)])] : [];
    nodes.push({ type: 'blockquote', children: [paragraph([text(motto)]), ...source] });
  }
  return nodes;
}

function partNodes(part: PublishedPart, publication: Publication): RootContent[] {
  const { words } = publication;
  const rank = 1 + part.depth;
  const name = words.part.replace('{number}', () => part.number);
  return [
    heading(rank, part.title ? `${name}. ${part.title}` : name),
    ...(part.respondsTo === undefined
      ? []
      : [paragraph([emphasis(`${words.inResponseTo} ${part.respondsTo}`)])]),
    ...blocksOf(part.lead, rank, publication),
    ...part.points.flatMap((point) => pointNodes(point, rank + 1, publication)),
  ];
}

function pointNodes(point: PublishedPoint, rank: number, publication: Publication): RootContent[] {
  const sources = captions(point.quotations);
  const quotations = point.quotations.flatMap((quotation, i): RootContent[] => {
    const between =
      i > 0 && point.arrangement === 'contrast' ? [paragraph([emphasis(publication.words.against)])] : [];
    return [...between, quotationNode(quotation, sources[i] ?? '', publication)];
  });
  return [
    heading(rank, [point.number, point.title].filter(Boolean).join('. ')),
    ...quotations,
    ...(point.answerType === undefined ? [] : [paragraph([strong(point.answerType)])]),
    ...blocksOf(point.answer, rank, publication),
    ...changesNodes(point, rank, publication),
    ...(point.privately ?? []).map(privateNode),
  ];
}

function changesNodes(
  { changes }: PublishedPoint,
  rank: number,
  publication: Publication,
): readonly RootContent[] {
  if (!changes) return [];
  const children = changes.flatMap(({ place, wording }): BlockContent[] => [
    ...(place === '' ? [] : [paragraph([emphasis(place)])]),
    ...blocksOf(wording, rank, publication),
  ]);
  return [
    { type: 'blockquote', children: [paragraph([strong(publication.words.changesMade)]), ...children] },
  ];
}

/** A note or comment of a working copy. */
function privateNode({ label, by, quote, text: said, replies = [] }: PublishedPrivate): BlockContent {
  const head = paragraph([strong(label), ...(by === undefined ? [] : [text(` · ${by}`)])]);
  return {
    type: 'blockquote',
    children: [
      head,
      ...(quote === undefined ? [] : [{ type: 'blockquote' as const, children: [paragraph([text(quote)])] }]),
      paragraph([text(said)]),
      ...replies.map((reply) => paragraph([strong(reply.by), text(` ${reply.text}`)])),
    ],
  };
}

function quotationNode(
  { blocks, code }: PublishedQuotation,
  source: string,
  publication: Publication,
): BlockContent {
  const caption = paragraph([text('— '), strong(code), text(` ${source}`)]);
  return { type: 'blockquote', children: [...blocksOf(blocks, 5, publication), caption] };
}

function letterNodes(letter: PublishedLetter, { words }: Publication): RootContent[] {
  const name = words.letter.replace('{code}', () => letter.code);
  const about = [letter.about, letter.corrected ? words.corrected : ''].filter(Boolean);
  const codes = new Map(letter.passages.map(({ id, code }) => [id, code]));
  return [
    heading(3, letter.title ? `${name}. ${letter.title}` : name),
    ...about.map((line) => paragraph([emphasis(line)])),
    ...(letter.link === undefined ? [] : [paragraph([link(letter.link, [text(letter.link)])])]),
    ...blocksOf(blocksBelowTitle(letter), 3, { words, codes }),
  ];
}
