/** Slate's points to positions of the model and back. */
import type { Editor, Path, Point, Range } from 'slate';
import type { BlockElement } from './nodes.ts';
import type { CaretPosition, TextSelection } from './block-edit.ts';

export function blockAt(editor: Editor, path: Path): BlockElement | undefined {
  return editor.children[path[0] ?? -1] as BlockElement | undefined;
}

export function toPosition(editor: Editor, point: Point): CaretPosition | undefined {
  const block = blockAt(editor, point.path);
  if (!block) return undefined;
  if (block.type === 'void') return { block: block.id, offset: 0 };
  const last = point.path[1] ?? 0;
  let offset = 0;
  let atoms = 0;
  for (let i = 0; i < last; i++) {
    const child = block.children[i];
    if (!child) break;
    if (!('text' in child)) atoms++;
    else if (child.text !== '') {
      offset += child.text.length;
      atoms = 0;
    }
  }
  const leaf = block.children[last];
  if (leaf && 'text' in leaf && point.offset > 0) {
    offset += point.offset;
    atoms = 0;
  }
  return { block: block.id, offset, ...(atoms > 0 ? { atoms } : {}) };
}

/** The point of a position: clamped to its block; undefined when the text has no such block. */
export function toPoint(editor: Editor, position: CaretPosition): Point | undefined {
  const index = editor.children.findIndex((child) => (child as BlockElement).id === position.block);
  const block = editor.children[index] as BlockElement | undefined;
  if (!block) return undefined;
  if (block.type === 'void') return { path: [index, 0], offset: 0 };
  const { children } = block;
  let at = 0;
  let rest = position.offset;
  // The earliest leaf that reaches the offset.
  while (at < children.length - 1 && rest > lengthAt(block, at)) {
    rest -= lengthAt(block, at);
    at++;
  }
  let offset = Math.min(rest, lengthAt(block, at));
  for (let atoms = position.atoms ?? 0; atoms > 0; atoms--) {
    const next = children[at + 1];
    if (offset < lengthAt(block, at) || !next || 'text' in next) break;
    at += 2;
    offset = 0;
  }
  return { path: [index, at], offset };
}

function lengthAt(block: BlockElement, index: number): number {
  const child = block.children[index];
  return child && 'text' in child ? child.text.length : 0;
}

export function toSelection(editor: Editor, range: Range | null): TextSelection | null {
  if (!range) return null;
  const anchor = toPosition(editor, range.anchor);
  const focus = toPosition(editor, range.focus);
  return anchor && focus ? { anchor, focus } : null;
}

export function toRange(editor: Editor, selection: TextSelection): Range | null {
  const anchor = toPoint(editor, selection.anchor);
  const focus = toPoint(editor, selection.focus);
  return anchor && focus ? { anchor, focus } : null;
}
