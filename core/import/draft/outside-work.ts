import {
  hasContent,
  isSpan,
  type Attribution,
  type Block,
  type Inline,
  type RichText,
} from '../../text/block.ts';
import { blockText } from '../../text/canonical.ts';
import { isCitation } from './citation.ts';

/**
 * A quotation of a work that isn't one of the letters: its last line is nothing but a citation in brackets. That
 * line becomes its attribution. Undefined for other quotations.
 */
export function outsideWork(blocks: RichText): RichText | undefined {
  const last = blocks.at(-1);
  if (!last || !hasContent(last)) return undefined;
  const text = blockText(last);
  const line = text.lastIndexOf('\n') + 1;
  if (!isCitation(text.slice(line))) return undefined;
  const attribution: Attribution = {
    id: line > 0 ? `${last.id}-by` : last.id,
    type: 'attribution',
    quoted: last.quoted ?? 1,
    content: [{ text: text.slice(line).trim() }],
  };
  if (line === 0) return [...blocks.slice(0, -1), attribution];
  return [...blocks.slice(0, -1), { ...last, content: upTo(last.content, line - 1) } as Block, attribution];
}

/** The content's first `length` units. */
function upTo(content: readonly Inline[], length: number): readonly Inline[] {
  const kept: Inline[] = [];
  let rest = length;
  for (const inline of content) {
    if (!isSpan(inline)) kept.push(inline);
    else if (rest > 0) {
      kept.push({ ...inline, text: inline.text.slice(0, rest) });
      rest -= inline.text.length;
    }
  }
  return kept;
}
