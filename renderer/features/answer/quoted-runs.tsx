/**
 * The blocks of a quotation, each run of words with its place in the passage (`data-at`) and each sign with what it
 * stands for (`data-from`, `data-to`), so that what is selected can be told.
 */
import { memo, type ReactNode } from 'react';
import type { QuotedSpan } from '../../../core/derived/quoted-blocks.ts';
import { en } from '../../../core/messages/en.ts';
import {
  hasContent,
  isSpan,
  type Block,
  type Inline,
  type Mark,
  type RichText,
} from '../../../core/text/block.ts';
import { blockLook } from '../../editor/block-look.ts';
import { marked } from '../../editor/inline-view.tsx';
import { VoidView } from '../../editor/void-view.tsx';

interface Props {
  readonly blocks: RichText;
  readonly markers: ReadonlyMap<string, string>;
  readonly quote: string;
}

export const QuotedRuns = memo(function QuotedRuns({ blocks, markers, quote }: Props): ReactNode {
  return blocks.map((block) => (
    <QuotedBlock key={block.id} block={block} marker={markers.get(block.id)} quote={quote} />
  ));
});

function QuotedBlock({ block, marker, quote }: { block: Block; marker: string | undefined; quote: string }) {
  const { tag: Tag, props } = blockLook(block, { marker });
  if (block.type === 'table') {
    return (
      <div className="block table" dir={block.direction}>
        <table>
          <tbody>
            {block.rows.map((row, y) => (
              <tr key={y}>
                {row.map(({ content, header, columns, rows }, x) => {
                  const Cell = header ? 'th' : 'td';
                  return (
                    <Cell key={x} colSpan={columns} rowSpan={rows}>
                      <Runs content={content} quote={quote} />
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
  return (
    <Tag {...props}>
      {hasContent(block) && block.type !== 'picture' ? (
        <Runs content={block.content} quote={quote} />
      ) : (
        <VoidView block={block} />
      )}
    </Tag>
  );
}

function Runs({ content, quote }: { content: readonly Inline[]; quote: string }): ReactNode {
  return content.filter(isSpan).map((span, i) => <Run key={i} span={span} quote={quote} />);
}

function Run({ span, quote }: { span: QuotedSpan; quote: string }): ReactNode {
  const { text, sign, at } = span;
  if (sign) {
    const words = quote.slice(sign.from, sign.to);
    const title = sign.edit && words !== '' ? en.quote.standsFor(words) : undefined;
    // The spaces around a sign are no part of it to the eye.
    const [, before = '', inner = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(text) ?? [];
    return (
      <span
        className={sign.edit ? 'sign' : 'sign own'}
        data-from={sign.from}
        data-to={sign.to}
        data-edit={sign.edit && JSON.stringify(sign.edit)}
        title={title}
      >
        {before}
        <span>{inner}</span>
        {after}
      </span>
    );
  }
  const marks: { [M in Mark]?: true } = {};
  for (const mark of span.marks ?? []) marks[mark] = true;
  return <span data-at={at}>{marked(marks, span.link, text)}</span>;
}
