/** Makes blocks from elsewhere fit for an answer: ids of its own, no pages, a letter's notes become footnotes. */
import type { IdSource } from '../../core/document/id.ts';
import {
  hasContent,
  isSpan,
  safeUrl,
  type Block,
  type BlockId,
  type Inline,
  type NoteBlock,
} from '../../core/text/block.ts';
import { normalInline, span } from '../../core/text/inline.ts';

export function adoptBlocks(blocks: readonly Block[], newId: IdSource): readonly Block[] {
  const letterNotes = new Map<BlockId, NoteBlock>();
  for (const block of blocks) if (block.type === 'note') letterNotes.set(block.id, block);
  const placed = new Set<BlockId>();

  const withOwnId = (found: Inline): Inline =>
    !isSpan(found) && found.type === 'citation' ? { ...found, id: newId() } : found;
  const inline = (found: Inline): readonly Inline[] => {
    if (isSpan(found)) {
      return [span(found.text, found.marks, found.link === undefined ? undefined : safeUrl(found.link))];
    }
    if (found.type === 'note') return [{ ...found, id: newId(), body: found.body.map(withOwnId) }];
    if (found.type === 'citation') return [withOwnId(found)];
    if (found.type !== 'note-mark') return [found];
    const note = letterNotes.get(found.note);
    if (!note) return [];
    placed.add(note.id);
    return [
      { type: 'note', id: newId(), body: note.content.filter((part) => isSpan(part) || !isNote(part)) },
    ];
  };
  const content = (inlines: readonly Inline[]): readonly Inline[] => normalInline(inlines.flatMap(inline));

  const adopted = blocks.map(withoutPage).map((block): Block => {
    if (block.type === 'rule') return { ...block, id: newId() };
    if (hasContent(block)) return { ...block, id: newId(), content: content(block.content) };
    const rows = block.rows.map((row) => row.map((cell) => ({ ...cell, content: content(cell.content) })));
    return { ...block, id: newId(), rows };
  });
  return adopted.flatMap((block, i): readonly Block[] => {
    if (block.type !== 'note') return [block];
    if (placed.has(blocks[i]!.id)) return [];
    // A note without its mark: kept as text.
    const label: readonly Inline[] = block.label === '' ? [] : [{ text: `${block.label} ` }];
    return [{ id: block.id, type: 'paragraph', content: normalInline([...label, ...block.content]) }];
  });
}

function withoutPage(block: Block): Block {
  if (block.page === undefined) return block;
  const { page: _, ...rest } = block;
  return rest as Block;
}

const isNote = (inline: Inline): boolean =>
  !isSpan(inline) && (inline.type === 'note' || inline.type === 'note-mark');

/** All that can stand in a note: the text of the blocks in one line. */
export function noteContentOf(blocks: readonly Block[]): readonly Inline[] {
  const parts: Inline[] = [];
  for (const block of blocks) {
    if (!hasContent(block) || block.content.length === 0) continue;
    if (parts.length > 0) parts.push({ text: ' ' });
    for (const inline of block.content) if (!isNote(inline)) parts.push(inline);
  }
  return normalInline(parts);
}

/** Plain text as blocks: a blank line parts paragraphs, any other line end is kept within them. */
export function blocksOfPlainText(text: string, newId: IdSource): readonly Block[] {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/\0/g, '')
    .replace(/^\n+|\n+$/g, '')
    .split(/\n[ \t]*\n\s*/)
    .map((part): Block => ({ id: newId(), type: 'paragraph', content: part === '' ? [] : [{ text: part }] }));
}
