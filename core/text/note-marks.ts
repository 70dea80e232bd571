import { hasContent, isSpan, type Block, type BlockId, type Inline } from './block.ts';

/** The content of each part of a block: its own, or that of each cell. */
function contentsOf(block: Block): readonly (readonly Inline[])[] {
  if (hasContent(block)) return [block.content];
  return block.type === 'table' ? block.rows.flatMap((row) => row.map(({ content }) => content)) : [];
}

/** Blocks of notes that the marks in this block lead to, in order, doubles included. */
export function noteMarksIn(block: Block): readonly BlockId[] {
  return contentsOf(block).flatMap((content) =>
    content.flatMap((inline) => (!isSpan(inline) && inline.type === 'note-mark' ? [inline.note] : [])),
  );
}

/** The block with `change` made to its content, of every cell if it is a table; itself where that changes nothing. */
export function withContent(block: Block, change: (content: readonly Inline[]) => readonly Inline[]): Block {
  if (block.type === 'rule') return block;
  if (block.type !== 'table') {
    const content = change(block.content);
    return content === block.content ? block : { ...block, content };
  }
  let same = true;
  const rows = block.rows.map((row) =>
    row.map((cell) => {
      const content = change(cell.content);
      if (content === cell.content) return cell;
      same = false;
      return { ...cell, content };
    }),
  );
  return same ? block : { ...block, rows };
}
