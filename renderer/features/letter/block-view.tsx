/** One block of a letter as static DOM, with its passages tinted. */
import { createElement, memo, type ReactNode } from 'react';
import {
  hasContent,
  isSpan,
  type Block,
  type Inline,
  type Mark,
  type Span,
} from '../../../core/text/block.ts';
import { blockLength } from '../../../core/text/canonical.ts';
import { inlineLength, sliceInline } from '../../../core/text/inline.ts';
import { Picture } from '../../ui/picture.tsx';
import { runsOf, type PassagePart } from './passage-parts.ts';

const ELEMENTS: Record<Mark, string> = {
  strong: 'strong',
  emphasis: 'em',
  underline: 'u',
  strike: 's',
  superscript: 'sup',
  subscript: 'sub',
  smallcaps: 'span',
  code: 'code',
};

function marked(span: Span, key: number): ReactNode {
  let node: ReactNode = span.text;
  for (const mark of span.marks ?? []) {
    node = createElement(ELEMENTS[mark], mark === 'smallcaps' ? { className: 'smallcaps' } : null, node);
  }
  return span.link === undefined ? (
    <span key={key}>{node}</span>
  ) : (
    <a key={key} href={span.link} tabIndex={-1}>
      {node}
    </a>
  );
}

function inlineNodes(content: readonly Inline[], labels: NoteLabels): ReactNode[] {
  return content.map((inline, key) => {
    if (isSpan(inline)) return marked(inline, key);
    if (inline.type === 'note-mark') {
      // The label is drawn by CSS, so that the DOM's text stays the model's text.
      return <sup key={key} className="note-mark" data-label={labels.get(inline.note) ?? '*'} />;
    }
    return null;
  });
}

export type NoteLabels = ReadonlyMap<string, string>;

function content(
  inlines: readonly Inline[],
  from: number,
  parts: readonly PassagePart[],
  labels: NoteLabels,
): ReactNode {
  const length = inlineLength(inlines);
  const own = parts
    .map((part) => ({ ...part, from: Math.max(part.from - from, 0), to: Math.min(part.to - from, length) }))
    .filter((part) => part.from < part.to);
  if (own.length === 0) return inlineNodes(inlines, labels);
  return runsOf(length, own).map((run) => {
    const nodes = inlineNodes(sliceInline(inlines, run.from, run.to), labels);
    const inner = run.parts.at(-1);
    if (!inner) return <span key={run.from}>{nodes}</span>;
    return (
      <mark
        key={run.from}
        className={`passage style-${inner.style} ${inner.state}${run.parts.length > 1 ? ' overlapping' : ''}`}
        data-passages={run.parts.map((part) => part.id).join(' ')}
      >
        {nodes}
      </mark>
    );
  });
}

function tag(block: Block): string {
  if (block.type === 'heading') return `h${Math.min(block.level + 1, 6)}`;
  if (block.type === 'preformatted') return 'pre';
  if (block.type === 'paragraph' || block.type === 'note') return 'p';
  return 'div';
}

interface Props {
  readonly block: Block;
  readonly parts: readonly PassagePart[];
  readonly labels: NoteLabels;
  /** The number of a list item. */
  readonly ordinal: string;
}

export const BlockView = memo(function BlockView({ block, parts, labels, ordinal }: Props): ReactNode {
  const common = {
    'data-block': block.id,
    'data-quoted': block.quoted,
    dir: block.direction,
    className: `block ${block.type}`,
  };
  if (block.type === 'rule') return <hr {...common} />;
  if (block.type === 'table') {
    let offset = 0;
    return (
      <div {...common}>
        <table>
          <tbody>
            {block.rows.map((row, r) => (
              <tr key={r}>
                {row.map((cell, c) => {
                  const from = offset;
                  offset += inlineLength(cell.content) + 1;
                  const Cell = cell.header ? 'th' : 'td';
                  return (
                    <Cell key={c} data-from={from} colSpan={cell.columns} rowSpan={cell.rows}>
                      {content(cell.content, from, parts, labels)}
                    </Cell>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    );
  }
  if (!hasContent(block)) return null;
  const extra =
    block.type === 'item'
      ? { 'data-level': block.level, 'data-marker': ordinal }
      : block.type === 'heading'
        ? { 'data-level': block.level }
        : block.type === 'note'
          ? { 'data-marker': block.label }
          : block.type === 'paragraph' && block.indent
            ? { 'data-indent': block.indent }
            : {};
  const body =
    blockLength(block) === 0 ? inlineNodes(block.content, labels) : content(block.content, 0, parts, labels);
  if (block.type !== 'picture') return createElement(tag(block), { ...common, ...extra }, body);
  return (
    <div {...common}>
      <Picture asset={block.asset} alternative={block.alternative} />
      <div className="caption">{body}</div>
    </div>
  );
});
