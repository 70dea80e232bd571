/** Rich text in a short notation, a line for each block, so that a test shows what it expects at a glance. */
import type { Block, Inline, RichText } from '../../../core/text/block.ts';

const SIGNS = {
  strong: '**',
  emphasis: '*',
  underline: '_',
  strike: '~',
  superscript: '^',
  subscript: ',',
  smallcaps: '§',
  code: '`',
} as const;

export function sketchInline(content: readonly Inline[]): string {
  return content
    .map((inline) => {
      if ('text' in inline) {
        const signs = (inline.marks ?? []).map((mark) => SIGNS[mark]);
        const marked = `${signs.join('')}${inline.text.replaceAll('\n', '⏎')}${signs.toReversed().join('')}`;
        return inline.link === undefined ? marked : `[${marked}](${inline.link})`;
      }
      switch (inline.type) {
        case 'note-mark':
          return `{mark ${inline.note}}`;
        case 'note':
          return `{note ${sketchInline(inline.body)}}`;
        case 'citation':
          return `{${inline.items
            .map(({ prefix, reference, label, locator, suffix, authorOut }) => {
              const where = [label, locator].filter(Boolean).join(' ');
              const work = `${authorOut ? '-' : ''}@${reference}`;
              return `${[prefix, work, where].filter(Boolean).join(', ')}${suffix ?? ''}`;
            })
            .join('; ')}}`;
        case 'cross-reference':
          return `{${inline.target.kind} ${inline.target.id}}`;
      }
    })
    .join('');
}

function sign(block: Block): string {
  switch (block.type) {
    case 'paragraph':
      return `p${block.indent === undefined ? '' : `+${block.indent}`}${block.entry === undefined ? '' : `!${block.id}`}`;
    case 'heading':
      return `h${block.level}`;
    case 'item':
      return `${block.list} ${block.level}${block.start === undefined ? '' : ` =${block.start}`}`;
    case 'note':
      return `note ${block.id} ${block.label}`;
    case 'picture':
      return `picture ${block.alternative}`;
    default:
      return block.type;
  }
}

export function sketch(text: RichText): string[] {
  return text.map((block) => {
    const quoted = '>'.repeat(block.quoted ?? 0);
    const head = `${quoted}${sign(block)}${block.direction === undefined ? '' : ` (${block.direction})`}`;
    if (block.type === 'rule') return head;
    if (block.type !== 'table') return `${head}: ${sketchInline(block.content)}`;
    const rows = block.rows.map((row) =>
      row
        .map(({ content, header, columns, rows: height }) => {
          const span = [columns && `c${columns}`, height && `r${height}`].filter(Boolean).join('');
          return `${header ? '#' : ''}${span ? `(${span})` : ''}${sketchInline(content)}`;
        })
        .join(' | '),
    );
    return `${head}: ${rows.join(' / ')}`;
  });
}
