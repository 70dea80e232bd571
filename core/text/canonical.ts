/**
 * The canonical plain text of rich text: block texts joined by one line feed; within a table, cells are joined by
 * a tab and rows by a line feed. Offsets are UTF-16 units; ranges are half-open.
 */
import { lastUpTo } from './first-index.ts';
import { hasContent, isSpan, type Block, type BlockId, type RichText } from './block.ts';
import { inlineLength, inlineText } from './inline.ts';

export interface Position {
  readonly block: BlockId;
  /** UTF-16 units from the start of the block's text. */
  readonly offset: number;
}

/** From `start` up to but not including `end`; start is before or at end in reading order. */
export interface TextRange {
  readonly start: Position;
  readonly end: Position;
}

const texts = new WeakMap<Block, string>();

export function blockText(block: Block): string {
  if (block.type === 'rule') return '';
  if (hasContent(block)) {
    const only = block.content[0];
    if (block.content.length === 1 && only && isSpan(only)) return only.text;
  }
  let text = texts.get(block);
  if (text === undefined) {
    text = hasContent(block)
      ? inlineText(block.content)
      : block.type === 'table'
        ? block.rows.map((row) => row.map((cell) => inlineText(cell.content)).join('\t')).join('\n')
        : '';
    texts.set(block, text);
  }
  return text;
}

export function blockLength(block: Block): number {
  if (hasContent(block)) return inlineLength(block.content);
  return blockText(block).length;
}

export function canonicalText(text: RichText): string {
  return text.map(blockText).join('\n');
}

/** Where the blocks of a text stand: computed once for each value of the text. */
export interface TextIndex {
  readonly order: ReadonlyMap<BlockId, number>;
  /** Offset of each block's first unit in the canonical text; one more entry holds the whole length + 1. */
  readonly starts: Int32Array;
}

const indexes = new WeakMap<RichText, TextIndex>();

export function textIndex(text: RichText): TextIndex {
  let index = indexes.get(text);
  if (!index) {
    const order = new Map<BlockId, number>();
    const starts = new Int32Array(text.length + 1);
    let offset = 0;
    text.forEach((block, i) => {
      order.set(block.id, i);
      starts[i] = offset;
      offset += blockLength(block) + 1;
    });
    starts[text.length] = offset;
    index = { order, starts };
    indexes.set(text, index);
  }
  return index;
}

/**
 * Takes over what is known of where blocks stand when `after` is `before` with blocks from `index` on replaced by
 * as many of the same ids, as typing does; else it is computed when it is asked for.
 *
 * @param count how many blocks were replaced
 */
export function carryIndex(before: RichText, after: RichText, index: number, count: number): void {
  const known = indexes.get(before);
  if (!known || before.length !== after.length) return;
  let grown = 0;
  const starts = known.starts.slice();
  for (let i = index; i < index + count; i++) {
    const [old, block] = [before[i], after[i]];
    if (!old || !block || old.id !== block.id) return;
    grown += blockLength(block) - blockLength(old);
    starts[i + 1] = (starts[i + 1] ?? 0) + grown;
  }
  if (grown !== 0)
    for (let i = index + count + 1; i < starts.length; i++) starts[i] = (starts[i] ?? 0) + grown;
  indexes.set(after, { order: known.order, starts });
}

/** The offset in the canonical text, or undefined when the text has no such block. */
export function positionToOffset(text: RichText, position: Position): number | undefined {
  const index = textIndex(text);
  const at = index.order.get(position.block);
  return at === undefined ? undefined : (index.starts[at] ?? 0) + position.offset;
}

/** The position of an offset, clamped to the text. An offset on a line feed is the end of the block before it. */
export function offsetToPosition(text: RichText, offset: number): Position | undefined {
  if (text.length === 0) return undefined;
  const { starts } = textIndex(text);
  const index = Math.max(0, Math.min(lastUpTo(starts, offset), text.length - 1));
  const block = text[index];
  if (!block) return undefined;
  const within = Math.max(0, Math.min(offset - (starts[index] ?? 0), blockLength(block)));
  return { block: block.id, offset: within };
}

/** Negative, zero or positive as `a` stands before, at or after `b`. Both must be in the text. */
export function comparePositions(text: RichText, a: Position, b: Position): number {
  if (a.block === b.block) return a.offset - b.offset;
  const { order } = textIndex(text);
  return (order.get(a.block) ?? -1) - (order.get(b.block) ?? -1);
}

/** A range cut at block borders: the blocks it touches with the part of each, in order; empty parts left out. */
export function rangeByBlock(
  text: RichText,
  range: TextRange,
): readonly { readonly block: Block; readonly index: number; readonly from: number; readonly to: number }[] {
  const { order } = textIndex(text);
  const first = order.get(range.start.block);
  const last = order.get(range.end.block);
  if (first === undefined || last === undefined) return [];
  const parts = [];
  for (let index = first; index <= last; index++) {
    const block = text[index];
    if (!block) continue;
    const from = index === first ? range.start.offset : 0;
    const to = index === last ? range.end.offset : blockLength(block);
    if (from < to) parts.push({ block, index, from, to });
  }
  return parts;
}

/** The range's characters, parts of different blocks joined by one line feed. */
export function rangeText(text: RichText, range: TextRange): string {
  return rangeByBlock(text, range)
    .map(({ block, from, to }) => blockText(block).slice(from, to))
    .join('\n');
}
