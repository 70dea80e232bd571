/**
 * A quotation that is set within running text: in the language's quotation marks, its paragraphs one after another,
 * lines of verse parted by a stroke, marks within it those of the next depth.
 */
import type { Quotation } from '../document/quotation.ts';
import { hasContent, isSpan, type Block, type RichText } from '../text/block.ts';
import { nestedMarks, type MarkChange } from '../text/nested-marks.ts';
import { quotationMarksOf } from '../text/quotation-marks.ts';
import type { QuotedSpan } from './quoted-blocks.ts';

/** Whether the quotation is set within the answer, in a point whose quotations aren't set against each other. */
export function runsIn({ setting }: Quotation, blocks: RichText): boolean {
  return setting === 'run-in' && canRunIn(blocks);
}

/** Whether the blocks can be set in a line: tables and pictures can't. */
export function canRunIn(blocks: RichText): boolean {
  return blocks.length > 0 && blocks.every((block) => hasContent(block) && block.type !== 'picture');
}

/**
 * The marks around it and what is between them. Words that stand as in the letter keep their place in the quote.
 *
 * @param language BCP 47, of the words around the quotation
 */
export function runInContent(blocks: RichText, language: string): readonly QuotedSpan[] {
  const spans = blocks.flatMap((block, i): readonly QuotedSpan[] => [
    ...(i > 0 ? [{ text: isVerse(block) && isVerse(blocks[i - 1]) ? ' / ' : ' ' }] : []),
    ...lineOf(block),
  ]);
  const { outer, space } = quotationMarksOf(language);
  const changes = nestedMarks(spans.map(({ text }) => text).join(''), language);
  return [{ text: outer[0] + space }, ...withMarks(spans, changes), { text: space + outer[1] }];
}

const isVerse = (block: Block | undefined): boolean => block?.type === 'verse';

function lineOf(block: Block): readonly QuotedSpan[] {
  if (!hasContent(block)) return [];
  const stroke = block.type === 'verse' ? ' / ' : ' ';
  return block.content.filter(isSpan).flatMap((span: QuotedSpan): readonly QuotedSpan[] => {
    const lines = span.text.split('\n');
    let at = span.at;
    return lines.flatMap((text, i) => {
      const line = { ...span, text, ...(at === undefined ? {} : { at }) };
      if (at !== undefined) at += text.length + 1;
      const { at: _, ...bare } = span;
      return i === 0 ? [line] : [{ ...bare, text: stroke }, line];
    });
  });
}

/** The spans with the marks changed, each cut where one of its marks becomes another. */
function withMarks(spans: readonly QuotedSpan[], changes: readonly MarkChange[]): readonly QuotedSpan[] {
  const result: QuotedSpan[] = [];
  let start = 0;
  for (const span of spans) {
    const end = start + span.text.length;
    let done = start;
    const upTo = (to: number) => {
      if (to <= done) return;
      const text = span.text.slice(done - start, to - start);
      result.push({ ...span, text, ...(span.at === undefined ? {} : { at: span.at + done - start }) });
      done = to;
    };
    for (const change of changes) {
      if (change.from < start || change.from >= end) continue;
      upTo(change.from);
      const { at: _, ...look } = span;
      result.push({ ...look, text: change.text });
      done = Math.min(change.to, end);
    }
    upTo(end);
    start = end;
  }
  return result.filter(({ text }) => text !== '');
}
