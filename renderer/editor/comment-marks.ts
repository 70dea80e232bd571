/** Marks on the words of a text that comments are about. */
import type { DecoratedRange, Path } from 'slate';
import type { BlockId } from '../../core/text/block.ts';
import type { BlockElement, Decoration } from './nodes.ts';
import { pointAt } from './quotation-marks.ts';

export interface CommentMark {
  readonly id: string;
  /** UTF-16 units of the block's text, half-open. */
  readonly from: number;
  readonly to: number;
}

export type CommentMarks = ReadonlyMap<BlockId, readonly CommentMark[]>;

/** The marks as Slate draws them on a block. */
export function commentRanges(
  element: BlockElement,
  path: Path,
  marks: CommentMarks,
): (DecoratedRange & Decoration)[] {
  if (element.type === 'void') return [];
  return (marks.get(element.id) ?? []).map(({ id, from, to }) => ({
    anchor: pointAt(element, path, from, 'start'),
    focus: pointAt(element, path, to, 'end'),
    comment: id,
  }));
}
