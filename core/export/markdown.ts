/**
 * A publication as Markdown: CommonMark with footnotes, tables and strikethrough of GitHub's kind. What Markdown has
 * no sign for (underlining, small caps, raised and lowered text) is told plainly.
 */
import type { BlockContent, FootnoteDefinition, PhrasingContent, Root, RootContent } from 'mdast';
import { gfmFootnoteToMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { toMarkdown } from 'mdast-util-to-markdown';
import { blocksBelowTitle } from './letter-text.ts';
import { captions } from './captions.ts';
import {
  blocksOf,
  emphasis,
  anchor,
  inlines,
  link,
  linkTo,
  listedId,
  paragraph,
  strong,
  text,
  type MarkdownSetting,
} from './markdown-content.ts';
import type {
  Publication,
  PublicationWords,
  PublishedLetter,
  PublishedList,
  PublishedPart,
  PublishedContent,
  PublishedPoint,
  PublishedPrivate,
  PublishedQuotation,
  PublishedWay,
} from './publication.ts';
import { anchorsOf } from './markdown-anchors.ts';
import { publishedNotes } from './published-notes.ts';

/** UTF-8 text with line feeds, one at its end. The same publication gives the same text. */
export function renderMarkdown(publication: Publication): string {
  const { frontMatter, backMatter, withdrawn } = publication;
  const { words, introduction, conclusion, parts, lists, letters, bibliography, colophon } = publication;
  const setting: MarkdownSetting = { words, anchors: anchorsOf(publication) };
  const gathered = (wanted: (place: PublishedList['gathered']) => boolean) =>
    lists.filter((list) => wanted(list.gathered)).flatMap((list) => listNodes(list, setting));
  const titled = (title: string, content: readonly RootContent[]): RootContent[] =>
    content.length > 0 ? [heading(2, title), ...content] : [];
  const root: Root = {
    type: 'root',
    children: [
      ...(publication.privately ? [paragraph([strong(words.workingCopy)])] : []),
      ...front(publication),
      ...withdrawnNodes(withdrawn, words),
      ...frontMatter.flatMap((part) => partNodes(part, setting)),
      ...titled(words.introduction, blocksOf(introduction, 2, setting)),
      ...gathered(({ at }) => at === 'front'),
      ...parts.flatMap((part) => [
        ...partNodes(part, setting),
        ...gathered((place) => place.at === 'part' && place.last === part.anchor),
      ]),
      ...titled(words.conclusion, blocksOf(conclusion, 2, setting)),
      ...backMatter.flatMap((part) => partNodes(part, setting)),
      ...gathered(({ at }) => at === 'end'),
      ...titled(
        words.letters,
        letters.flatMap((letter) => letterNodes(letter, setting)),
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
        bibliography.map(({ anchor: id, margin, content }) =>
          paragraph([
            ...(setting.anchors.has(id) ? anchor(id) : []),
            ...(margin ? [...inlines(margin, setting), text(' ')] : []),
            ...inlines(content, setting),
          ]),
        ),
      ),
      ...(colophon === '' ? [] : [{ type: 'thematicBreak' as const }, paragraph([emphasis(colophon)])]),
      ...publishedNotes(publication).map(({ number, content }): FootnoteDefinition => ({
        type: 'footnoteDefinition',
        identifier: String(number),
        children: [paragraph(inlines(content, setting))],
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

function heading(rank: number, title: string, place: PhrasingContent[] = []): RootContent {
  const depth = Math.max(1, Math.min(6, rank)) as 1 | 2 | 3 | 4 | 5 | 6;
  return { type: 'heading', depth, children: [...place, text(title.replace(/\s+/g, ' '))] };
}

/** The anchor of a thing that something leads to. */
const placeOf = (id: string, { anchors }: MarkdownSetting): PhrasingContent[] =>
  anchors.has(id) ? anchor(id) : [];

/** "See Master Response 2.": the pattern has `place` where the ways go. */
function ways(
  pattern: string,
  place: string,
  all: readonly PublishedWay[],
  setting: MarkdownSetting,
): BlockContent {
  const [before = '', after = ''] = pattern.split(place);
  const links = all.flatMap(({ text: words, target }, i) => [
    ...(i > 0 ? [text(', ')] : []),
    ...linkTo(target, [text(words)], setting),
  ]);
  return paragraph([text(before), ...links, text(after)]);
}

/** A list, gathered: its numbers are told in words, since Markdown counts in figures only. */
function listNodes({ title, withdrawn, items }: PublishedList, setting: MarkdownSetting): RootContent[] {
  return [
    heading(2, title),
    ...items.map(({ anchor: entry, number, from, content }) =>
      paragraph([
        ...anchor(listedId(entry)),
        strong(`${number}.`),
        text(' '),
        ...inlines(content, setting),
        text(' ('),
        ...linkTo(entry, [text(setting.words.from.replace('{place}', () => from.text))], setting),
        text(')'),
      ]),
    ),
    ...withdrawnNodes(withdrawn, setting.words),
  ];
}

const withdrawnNodes = (codes: readonly string[], words: PublicationWords): RootContent[] =>
  codes.length === 0
    ? []
    : [paragraph([emphasis(words.withdrawn.replace('{codes}', () => codes.join(', ')))])];

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

function partNodes(part: PublishedPart, setting: MarkdownSetting): RootContent[] {
  const { words } = setting;
  const rank = 1 + part.depth;
  const name = part.number === '' ? '' : words.part.replace('{number}', () => part.number);
  return [
    heading(
      rank,
      [name, part.title].filter(Boolean).join('. ') || words.untitled,
      placeOf(part.anchor, setting),
    ),
    ...(part.respondsTo === undefined
      ? []
      : [paragraph([emphasis(`${words.inResponseTo} ${part.respondsTo}`)])]),
    ...blocksOf(part.lead, rank, setting),
    ...part.points.flatMap((point) => pointNodes(point, rank + 1, setting)),
  ];
}

function pointNodes(point: PublishedPoint, rank: number, setting: MarkdownSetting): RootContent[] {
  const sources = captions(point.quotations);
  const quotations = point.quotations.flatMap((quotation, i): RootContent[] => {
    const between =
      i > 0 && point.arrangement === 'contrast' ? [paragraph([emphasis(setting.words.against)])] : [];
    return [...between, quotationNode(quotation, sources[i] ?? [], setting)];
  });
  return [
    heading(
      rank,
      [point.master ? point.name : point.number, point.title].filter(Boolean).join('. '),
      placeOf(point.anchor, setting),
    ),
    ...(point.continuation ? [paragraph(inlines(point.continuation, setting))] : []),
    ...(point.master?.length ? [ways(setting.words.answers, '{places}', point.master, setting)] : []),
    ...quotations,
    ...(point.answerType === undefined ? [] : [paragraph([strong(point.answerType)])]),
    ...blocksOf(point.answer, rank, setting),
    ...(point.see.length > 0 ? [ways(setting.words.see, '{name}', point.see, setting)] : []),
    ...changesNodes(point, rank, setting),
    ...(point.privately ?? []).map(privateNode),
  ];
}

function changesNodes(
  { changes }: PublishedPoint,
  rank: number,
  setting: MarkdownSetting,
): readonly RootContent[] {
  if (!changes) return [];
  const children = changes.flatMap(({ place, wording }): BlockContent[] => [
    ...(place === '' ? [] : [paragraph([emphasis(place)])]),
    ...blocksOf(wording, rank, setting),
  ]);
  return [{ type: 'blockquote', children: [paragraph([strong(setting.words.changesMade)]), ...children] }];
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
  source: PublishedContent,
  setting: MarkdownSetting,
): BlockContent {
  const caption = paragraph([text('— '), strong(code), text(' '), ...inlines(source, setting)]);
  return { type: 'blockquote', children: [...blocksOf(blocks, 5, setting), caption] };
}

function letterNodes(letter: PublishedLetter, setting: MarkdownSetting): RootContent[] {
  const { words } = setting;
  const name = words.letter.replace('{code}', () => letter.code);
  const about = [letter.about, letter.corrected ? words.corrected : ''].filter(Boolean);
  const codes = new Map(letter.passages.map(({ id, code }) => [id, code]));
  return [
    heading(3, letter.title ? `${name}. ${letter.title}` : name, placeOf(letter.anchor, setting)),
    ...about.map((line) => paragraph([emphasis(line)])),
    ...(letter.link === undefined ? [] : [paragraph([link(letter.link, [text(letter.link)])])]),
    ...blocksOf(blocksBelowTitle(letter), 3, { ...setting, codes }),
  ];
}
