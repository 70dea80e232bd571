/**
 * The texts of a block: its own, and those of the author's notes in it. Each is searched, checked and changed by
 * itself: a note's words aren't in the canonical text of its block.
 */
import { hasContent, isSpan, type Block, type BlockId, type Inline, type Span } from './block.ts';
import { blockText } from './canonical.ts';
import { inlineLength, inlineText } from './inline.ts';

/** Names a text: that of a block, or that of a note in it. */
export interface PartRef {
  readonly block: BlockId;
  readonly note?: string;
}

export interface TextPart extends PartRef {
  readonly text: string;
}

/** One name for both: a block's id, or with a note's behind it. Ids have no slash. */
export function partKey({ block, note }: PartRef): string {
  return note === undefined ? block : `${block}/${note}`;
}

export function partOfKey(key: string): PartRef {
  const [block = '', note] = key.split('/');
  return note === undefined ? { block } : { block, note };
}

/** The author's notes in content, those within notes after theirs. */
function notesIn(
  content: readonly Inline[],
): readonly { readonly id: string; readonly body: readonly Inline[] }[] {
  return content.flatMap((inline) =>
    isSpan(inline) || inline.type !== 'note' ? [] : [inline, ...notesIn(inline.body)],
  );
}

/** Content with where each begins in the block's text: one, or one for each cell of a table. */
export function contentsOf(
  block: Block,
): readonly { readonly from: number; readonly content: readonly Inline[] }[] {
  if (hasContent(block)) return [{ from: 0, content: block.content }];
  if (block.type !== 'table') return [];
  let from = 0;
  return block.rows.flatMap((row) =>
    row.map(({ content }) => {
      const cell = { from, content };
      from += inlineLength(content) + 1;
      return cell;
    }),
  );
}

/** Its texts in reading order, empty ones left out. */
export function partsOf(block: Block): readonly TextPart[] {
  const parts: TextPart[] = [{ block: block.id, text: blockText(block) }];
  for (const { content } of contentsOf(block))
    for (const { id, body } of notesIn(content))
      parts.push({ block: block.id, note: id, text: inlineText(body) });
  return parts.filter(({ text }) => text !== '');
}

/** The spans of one of its texts, with the units of that text that they are. */
export function spansOf(
  block: Block,
  note?: string,
): readonly { readonly from: number; readonly to: number; readonly span: Span }[] {
  const contents =
    note === undefined
      ? contentsOf(block)
      : contentsOf(block)
          .flatMap(({ content }) => notesIn(content))
          .filter(({ id }) => id === note)
          .map(({ body }) => ({ from: 0, content: body }));
  return contents.flatMap(({ from, content }) => {
    let at = from;
    return content.flatMap((inline) => {
      if (!isSpan(inline)) return [];
      const start = at;
      at += inline.text.length;
      return [{ from: start, to: at, span: inline }];
    });
  });
}
