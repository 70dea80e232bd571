import { hasContent, type Block, type RichText, type TableCell } from './block.ts';
import { rangeByBlock, type TextRange } from './canonical.ts';
import { inlineLength, sliceInline } from './inline.ts';

/** The block cut down to the units from `from` up to `to` of its text. A table keeps its grid; cells outside are emptied. */
export function sliceBlock(block: Block, from: number, to: number): Block {
  if (hasContent(block)) return { ...block, content: sliceInline(block.content, from, to) };
  if (block.type === 'rule') return block;
  let offset = 0;
  const rows = block.rows.map((row) =>
    row.map((cell): TableCell => {
      const length = inlineLength(cell.content);
      const content = sliceInline(cell.content, from - offset, to - offset);
      offset += length + 1;
      return { ...cell, content };
    }),
  );
  return { ...block, rows: rows.filter((row) => row.some((cell) => inlineLength(cell.content) > 0)) };
}

/** The blocks of a range, the first and the last cut to it, structure and marks kept. */
export function sliceRange(text: RichText, range: TextRange): Block[] {
  return rangeByBlock(text, range).map(({ block, from, to }) => sliceBlock(block, from, to));
}
