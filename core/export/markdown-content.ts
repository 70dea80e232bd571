/** Blocks and inline content as Markdown's tree. */
import type { BlockContent, ListItem, PhrasingContent, TableRow } from 'mdast';
import { isId } from '../document/id.ts';
import { safeUrl } from '../text/block.ts';
import { headingRanks, nest, type Nested } from './nesting.ts';
import type {
  PublicationWords,
  PublishedBlock,
  PublishedContent,
  PublishedInline,
  PublishedSpan,
} from './publication.ts';

export const text = (value: string): PhrasingContent => ({ type: 'text', value: clean(value) });
export const emphasis = (value: string): PhrasingContent => ({ type: 'emphasis', children: [text(value)] });
export const strong = (value: string): PhrasingContent => ({ type: 'strong', children: [text(value)] });
export const paragraph = (children: PhrasingContent[]): BlockContent => ({ type: 'paragraph', children });

/** Controls but tab and line feed: they are no text. */
const clean = (value: string): string => value.replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '');

export interface MarkdownSetting {
  readonly words: PublicationWords;
  /** Anchors that are set, so that no link leads nowhere. */
  readonly anchors: ReadonlySet<string>;
  /** In a letter: codes by passage, each taken out when its passage has begun and been told. */
  readonly codes?: Map<string, string>;
}

/** @param rank of the heading above the text, 1 to 6 */
export function blocksOf(
  blocks: readonly PublishedBlock[],
  rank: number,
  setting: MarkdownSetting,
): BlockContent[] {
  return nestedNodes(nest(blocks), headingRanks(blocks, rank), setting);
}

type Ranks = ReadonlyMap<PublishedBlock, number>;

function nestedNodes(all: readonly Nested[], ranks: Ranks, setting: MarkdownSetting): BlockContent[] {
  return all.flatMap((nested): readonly BlockContent[] => {
    switch (nested.type) {
      case 'quotation':
        return [{ type: 'blockquote', children: nestedNodes(nested.inner, ranks, setting) }];
      case 'list': {
        const children = nested.items.map(({ block, inner }): ListItem => ({
          type: 'listItem',
          spread: inner.some(({ type }) => type === 'block'),
          children: [paragraph(inlines(block.content, setting)), ...nestedNodes(inner, ranks, setting)],
        }));
        const ordered = nested.style !== 'bullet';
        return [
          { type: 'list', ordered, ...(ordered ? { start: nested.start } : {}), spread: false, children },
        ];
      }
      case 'block':
        return blockNode(nested.block, ranks, setting);
    }
  });
}

function blockNode(block: PublishedBlock, ranks: Ranks, setting: MarkdownSetting): readonly BlockContent[] {
  if (block.type === 'rule') return [{ type: 'thematicBreak' }];
  if (block.type === 'table') return [table(block.rows, setting)];
  const content = [
    ...(block.anchor === undefined ? [] : anchor(block.anchor)),
    ...inlines(block.content, setting),
  ];
  switch (block.type) {
    case 'heading':
      return [{ type: 'heading', depth: (ranks.get(block) ?? 6) as 6, children: content }];
    case 'attribution':
      return [paragraph(/^\s*[—–-]/.test(plain(block.content)) ? content : [text('— '), ...content])];
    case 'note':
      return [paragraph([text(`${block.label} `), ...content])];
    case 'preformatted':
      return [{ type: 'code', value: clean(plain(block.content)) }];
    case 'picture':
      return [
        paragraph([emphasis(block.alternative), ...(content.length > 0 ? [text(' '), ...content] : [])]),
      ];
    case 'paragraph': {
      const { entry } = block;
      if (!entry) return [paragraph(content)];
      const label = linkTo(listedId(entry.anchor), [strong(`${entry.label}.`)], setting);
      return [paragraph([...anchor(entry.anchor), ...label, text(' '), ...content])];
    }
    case 'item':
    case 'verse':
      return [paragraph(content)];
  }
}

const plain = (content: PublishedContent): string =>
  content.map((inline) => ('type' in inline ? '' : inline.text)).join('');

/** A grid without spans: cells that are missing for them are empty. The first row is the head, as Markdown wants. */
function table(
  rows: Extract<PublishedBlock, { type: 'table' }>['rows'],
  setting: MarkdownSetting,
): BlockContent {
  const width = Math.max(...rows.map((row) => row.reduce((sum, { columns = 1 }) => sum + columns, 0)));
  const children = rows.map((row): TableRow => {
    const cells = row.flatMap(({ content, columns = 1 }) => [
      inlines(content, setting),
      ...Array<PhrasingContent[]>(columns - 1).fill([]),
    ]);
    while (cells.length < width) cells.push([]);
    return { type: 'tableRow', children: cells.map((cell) => ({ type: 'tableCell', children: cell })) };
  });
  return { type: 'table', children };
}

/** A place that links lead to: HTML, since Markdown has no sign of its own for it. */
export const anchor = (id: string): PhrasingContent[] =>
  isId(id.replace(/_.*$/, '')) ? [{ type: 'html', value: `<a id="${id}"></a>` }] : [];

/** Of an entry where its list is gathered. No id of a project has an underscore. */
export const listedId = (entry: string): string => `${entry}_listed`;

export const linkTo = (
  target: string | undefined,
  words: PhrasingContent[],
  { anchors }: Pick<MarkdownSetting, 'anchors'>,
): PhrasingContent[] => (target !== undefined && anchors.has(target) ? [link(`#${target}`, words)] : words);

export function inlines(content: PublishedContent, setting: MarkdownSetting): PhrasingContent[] {
  const { codes } = setting;
  return content.flatMap((inline) => [
    ...('type' in inline ? [] : (inline.passages ?? [])).flatMap((passage): PhrasingContent[] => {
      const code = codes?.get(passage);
      codes?.delete(passage);
      if (code === undefined) return [];
      return [...(setting.anchors.has(passage) ? anchor(passage) : []), strong(`[${code}]`), text(' ')];
    }),
    ...inlineNodes(inline, setting),
  ]);
}

function inlineNodes(inline: PublishedInline, setting: MarkdownSetting): PhrasingContent[] {
  if (!('type' in inline)) return spanNodes(inline);
  switch (inline.type) {
    case 'note':
      return [{ type: 'footnoteReference', identifier: String(inline.number) }];
    case 'quotation': {
      const { open, content, close, source } = inline;
      return [text(open), ...content.flatMap(spanNodes), text(`${close} (${source})`)];
    }
    case 'reference': {
      const { text: words, marks, target } = inline;
      return linkTo(target, spanNodes({ text: words, ...(marks ? { marks } : {}) }), setting);
    }
    case 'note-mark':
      return [text(inline.label)];
  }
}

export const link = (url: string, children: PhrasingContent[]): PhrasingContent =>
  ({ type: 'link', url, children }) as PhrasingContent;

function spanNodes({ text: value, marks = [], link: target }: PublishedSpan): PhrasingContent[] {
  const lines = clean(value).split('\n');
  let nodes = lines.flatMap((line, i): PhrasingContent[] => [
    ...(i > 0 ? [{ type: 'break' as const }] : []),
    ...(line === ''
      ? []
      : [marks.includes('code') ? { type: 'inlineCode' as const, value: line } : text(line)]),
  ]);
  if (marks.includes('strike')) nodes = [{ type: 'delete', children: nodes }];
  if (marks.includes('emphasis') || marks.includes('underline'))
    nodes = [{ type: 'emphasis', children: nodes }];
  if (marks.includes('strong')) nodes = [{ type: 'strong', children: nodes }];
  const url = target === undefined ? undefined : safeUrl(target);
  return url === undefined ? nodes : [link(url, nodes)];
}
