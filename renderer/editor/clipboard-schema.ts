/**
 * Blocks from the clipboard. Any program can put anything there under our type, so what comes goes through the
 * validators of the file format; nothing that they don't name gets through.
 */
import { hasContent, isSpan, safeUrl, type Block, type Inline } from '../../core/text/block.ts';
import { normalInline, span } from '../../core/text/inline.ts';
import { richText } from '../../core/storage/schema-text.ts';

export const BLOCKS_TYPE = 'application/x-pamphleteer-blocks';

/** UTF-16 units; some ten times a long pamphlet. */
const LONGEST = 8_000_000;
const MOST_BLOCKS = 20_000;

/** The blocks, or undefined when the data isn't wholly what we write ourselves. */
export function parseBlocks(json: string): readonly Block[] | undefined {
  if (json.length === 0 || json.length > LONGEST) return undefined;
  let data: unknown;
  try {
    data = JSON.parse(json);
  } catch {
    return undefined;
  }
  const parsed = richText.safeParse(data);
  if (!parsed.success || parsed.data.length === 0 || parsed.data.length > MOST_BLOCKS) return undefined;
  return parsed.data.every(isWritten) ? parsed.data.map(normalBlock) : undefined;
}

/** Whether it is as we write it: a table with cells, notes without notes in them. */
function isWritten(block: Block): boolean {
  if (block.type === 'table') {
    return block.rows.length > 0 && block.rows.every((row) => row.length > 0 && row.every(hasPlainNotes));
  }
  return !hasContent(block) || hasPlainNotes(block);
}

function hasPlainNotes({ content }: { readonly content: readonly Inline[] }): boolean {
  const isNote = (inline: Inline) =>
    !isSpan(inline) && (inline.type === 'note' || inline.type === 'note-mark');
  return content.every((inline) => isSpan(inline) || inline.type !== 'note' || !inline.body.some(isNote));
}

function normalBlock(block: Block): Block {
  if (block.type === 'table') {
    const rows = block.rows.map((row) => row.map((cell) => ({ ...cell, content: normal(cell.content) })));
    return withoutAbsent({ ...block, rows });
  }
  return withoutAbsent(hasContent(block) ? { ...block, content: normal(block.content) } : block);
}

/** In normal form, with links that may be kept. */
function normal(content: readonly Inline[]): readonly Inline[] {
  return normalInline(
    content.map((inline): Inline => {
      if (isSpan(inline))
        return span(inline.text, inline.marks, inline.link === undefined ? undefined : safeUrl(inline.link));
      return inline.type === 'note' ? { ...inline, body: normal(inline.body) } : inline;
    }),
  );
}

/** Optional fields that weren't there must not be there as undefined either: blocks are compared field by field. */
function withoutAbsent(found: Block): Block {
  return JSON.parse(JSON.stringify(found)) as Block;
}
