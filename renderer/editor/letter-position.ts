/** Slate's points in a letter to positions of the model and back; see position.ts for texts without sections. */
import type { Editor, Point, Range } from 'slate';
import type { TextSelection, CaretPosition } from './block-edit.ts';
import { blockAtPath, childLength, isTextBlock, sectionsOf } from './letter-nodes.ts';

export function toLetterPosition(editor: Editor, { path, offset: within }: Point): CaretPosition | undefined {
  const block = blockAtPath(sectionsOf(editor), path);
  if (!block) return undefined;
  if (!isTextBlock(block)) return { block: block.id, offset: 0 };
  const last = path[2] ?? 0;
  let offset = 0;
  let atoms = 0;
  for (let i = 0; i <= last; i++) {
    const child = block.children[i];
    if (!child) break;
    const isText = 'text' in child;
    if (!isText && i < last) atoms++;
    const length = i < last ? childLength(child) : isText ? within : 0;
    if (length > 0) atoms = 0;
    offset += length;
  }
  return { block: block.id, offset, ...(atoms > 0 ? { atoms } : {}) };
}

/** The point of a position: clamped to its block; undefined when the letter has no such block. */
export function toLetterPoint(editor: Editor, position: CaretPosition): Point | undefined {
  const sections = sectionsOf(editor);
  for (let s = 0; s < sections.length; s++) {
    const children = sections[s]?.children ?? [];
    const b = children.findIndex(({ id }) => id === position.block);
    const block = children[b];
    if (!block) continue;
    if (!isTextBlock(block)) return { path: [s, b, 0], offset: 0 };
    let at = 0;
    let rest = position.offset;
    const last = block.children.length - 1;
    while (at < last && rest > childLength(block.children[at])) rest -= childLength(block.children[at++]);
    let offset = Math.min(rest, childLength(block.children[at]));
    for (let atoms = position.atoms ?? 0; atoms > 0; atoms--) {
      const next = block.children[at + 1];
      if (offset < childLength(block.children[at]) || !next || 'text' in next) break;
      at += 2;
      offset = 0;
    }
    return { path: [s, b, at], offset };
  }
  return undefined;
}

export function toLetterSelection(editor: Editor, range: Range | null): TextSelection | null {
  const anchor = range && toLetterPosition(editor, range.anchor);
  const focus = range && toLetterPosition(editor, range.focus);
  return anchor && focus ? { anchor, focus } : null;
}

export function toLetterRange(editor: Editor, selection: TextSelection | null): Range | null {
  const anchor = selection && toLetterPoint(editor, selection.anchor);
  const focus = selection && toLetterPoint(editor, selection.focus);
  return anchor && focus ? { anchor, focus } : null;
}
