/** Blocks as HTML for other programs' clipboards: every text escaped, no styles, no scripts. */
import {
  hasContent,
  isSpan,
  type Atom,
  type Block,
  type Inline,
  type Mark,
  type Span,
} from '../../core/text/block.ts';

const TAGS: Record<Mark, string> = {
  strong: 'strong',
  emphasis: 'em',
  underline: 'u',
  strike: 's',
  superscript: 'sup',
  subscript: 'sub',
  smallcaps: 'span style="font-variant: small-caps"',
  code: 'code',
};
const LISTS = {
  bullet: 'ul',
  decimal: 'ol',
  'lower-alpha': 'ol type="a"',
  'upper-alpha': 'ol type="A"',
  'lower-roman': 'ol type="i"',
  'upper-roman': 'ol type="I"',
} as const;

export function escapeHtml(text: string): string {
  return text.replace(
    /[&<>"]/g,
    (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign,
  );
}

const wrap = (tag: string, inner: string): string => `<${tag}>${inner}</${tag.split(' ')[0]}>`;

function spanHtml({ text, marks = [], link }: Span): string {
  const lines = escapeHtml(text).replaceAll('\n', '<br>');
  const marked = marks.reduceRight((inner, mark) => wrap(TAGS[mark], inner), lines);
  return link === undefined ? marked : `<a href="${escapeHtml(link)}">${marked}</a>`;
}

/** What other programs get for an atom: plain words. */
export type AtomText = (atom: Atom) => string;

function contentHtml(content: readonly Inline[], atomText: AtomText): string {
  return content.map((inline) => (isSpan(inline) ? spanHtml(inline) : escapeHtml(atomText(inline)))).join('');
}

function blockHtml(block: Block, atomText: AtomText): string {
  if (block.type === 'rule') return '<hr>';
  if (block.type === 'table') {
    const rows = block.rows.map((row) =>
      row.map(({ content, header, columns, rows: down }) => {
        const spans = `${columns ? ` colspan="${columns}"` : ''}${down ? ` rowspan="${down}"` : ''}`;
        return wrap(`${header ? 'th' : 'td'}${spans}`, contentHtml(content, atomText));
      }),
    );
    return wrap('table', rows.map((cells) => wrap('tr', cells.join(''))).join(''));
  }
  const inner = contentHtml(block.content, atomText);
  if (block.type === 'heading') return wrap(`h${block.level}`, inner);
  if (block.type === 'preformatted') return wrap('pre', inner);
  if (block.type === 'picture') return wrap('p', inner || escapeHtml(block.alternative));
  return wrap('p', inner);
}

/** Opens and closes lists and quotations as the blocks' depths ask. */
export function blocksToHtml(blocks: readonly Block[], atomText: AtomText): string {
  let html = '';
  const lists: string[] = [];
  let quoted = 0;
  const closeLists = (depth: number) => {
    while (lists.length > depth) html += `</li></${lists.pop()!.split(' ')[0]}>`;
  };
  for (const block of blocks) {
    const depth = block.quoted ?? 0;
    if (depth !== quoted) closeLists(0);
    for (; quoted > depth; quoted--) html += '</blockquote>';
    for (; quoted < depth; quoted++) html += '<blockquote>';
    if (block.type !== 'item') {
      const continued = block.type === 'paragraph' ? (block.indent ?? 0) : 0;
      closeLists(continued);
      html += blockHtml(block, atomText);
      continue;
    }
    closeLists(block.level);
    if (lists.length === block.level && lists.at(-1) !== LISTS[block.list]) closeLists(block.level - 1);
    else if (lists.length === block.level) html += '</li>';
    while (lists.length < block.level) {
      if (lists.length < block.level - 1) lists.push('ul');
      else lists.push(LISTS[block.list]);
      html += `<${lists.at(-1)}${block.start && lists.length === block.level ? ` start="${block.start}"` : ''}>`;
      if (lists.length < block.level) html += '<li>';
    }
    html += `<li>${contentHtml(block.content, atomText)}`;
  }
  closeLists(0);
  return html + '</blockquote>'.repeat(quoted);
}

/** Blocks as plain text, parted by a blank line; the items of a list by a line end only. */
export function blocksToPlainText(blocks: readonly Block[], atomText: AtomText): string {
  let text = '';
  blocks.forEach((block, i) => {
    const last = blocks[i - 1];
    if (last) text += block.type === 'item' && last.type === 'item' ? '\n' : '\n\n';
    const inline = (content: readonly Inline[]): string =>
      content.map((part) => (isSpan(part) ? part.text : atomText(part))).join('');
    if (hasContent(block)) text += inline(block.content);
    else if (block.type === 'table') {
      text += block.rows.map((row) => row.map((cell) => inline(cell.content)).join('\t')).join('\n');
    } else text += '* * *';
  });
  return text;
}
