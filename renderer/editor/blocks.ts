/** Reading and changing the blocks that the selection touches. */
import type { Point } from 'slate';
import { Editor, Element, Path, Range, Transforms, type Location } from 'slate';
import type { Block, BlockId } from '../../core/text/block.ts';
import { toElement } from './convert.ts';
import type { AtomElement, BlockAttributes, BlockElement, TextElement, VoidElement } from './nodes.ts';
import { setFields } from './set-fields.ts';

export type BlockEntry = readonly [block: BlockElement, path: Path];

export function blockIndex(at: Point | Path): number {
  return (Array.isArray(at) ? (at as Path)[0] : (at as Point).path[0]) ?? 0;
}

export function blockEntry(editor: Editor, at: Point | Path): BlockEntry | undefined {
  const index = blockIndex(at);
  const block = editor.children[index] as BlockElement | undefined;
  return block && [block, [index]];
}

export function isTextElement(block: BlockElement): block is TextElement {
  return block.type !== 'void';
}

/** The block of a collapsed selection. */
export function caretBlock(editor: Editor): BlockEntry | undefined {
  const { selection } = editor;
  return selection && Range.isCollapsed(selection) ? blockEntry(editor, selection.anchor) : undefined;
}

/** The blocks that the selection touches; one that it only ends before isn't among them. */
export function selectedBlocks(editor: Editor): readonly BlockEntry[] {
  const { selection } = editor;
  if (!selection) return [];
  const [start, end] = Range.edges(selection);
  const first = blockIndex(start);
  let last = blockIndex(end);
  if (last > first && Editor.isStart(editor, end, [last])) last--;
  return editor.children.slice(first, last + 1).map((block, i) => [block as BlockElement, [first + i]]);
}

/** Whether the block has neither characters nor atoms. */
export function isEmptyBlock(block: BlockElement): boolean {
  return block.type !== 'void' && block.children.every((child) => 'text' in child && child.text === '');
}

/** The atom that the point is in. */
export function atomAt(editor: Editor, at: Location): readonly [AtomElement, Path] | undefined {
  const entry = Editor.above<AtomElement>(editor, {
    at,
    match: (node): node is AtomElement => Element.isElement(node) && node.type === 'atom',
    voids: true,
  });
  return entry;
}

/** The void block of a collapsed selection. */
export function caretVoid(editor: Editor): readonly [VoidElement, Path] | undefined {
  const entry = caretBlock(editor);
  return entry && entry[0].type === 'void' ? [entry[0], entry[1]] : undefined;
}

/** Moves a caret that stands in an atom behind it. */
export function leaveAtom(editor: Editor): void {
  const { selection } = editor;
  const atom = selection && atomAt(editor, selection.focus);
  if (atom) Transforms.select(editor, Editor.start(editor, Path.next(atom[1])));
}

/** Gives the block at `path` exactly these attributes (and its id, quotation depth and direction). */
export function setBlock(
  editor: Editor,
  path: Path,
  attributes: { type: BlockAttributes['type'] } & Record<string, unknown>,
): void {
  const entry = blockEntry(editor, path);
  if (!entry || !isTextElement(entry[0])) return;
  const { id, quoted, direction } = entry[0];
  const props: Record<string, unknown> = { id };
  if (quoted !== undefined) props.quoted = quoted;
  if (direction !== undefined) props.direction = direction;
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined) delete props[key];
    else props[key] = value;
  }
  setFields(editor, path, props, true);
}

/** Sets the depth of quotation, 0 for none. */
export function setQuoted(editor: Editor, [block, path]: BlockEntry, depth: number): void {
  if (block.type === 'void') {
    const { quoted: _, ...rest } = block.block;
    const changed = (depth > 0 ? { ...rest, quoted: depth } : rest) as Block;
    setFields(editor, path, { block: changed });
  } else {
    setFields(editor, path, { quoted: depth > 0 ? depth : null });
  }
}

export function quotedDepth(block: BlockElement): number {
  return (block.type === 'void' ? block.block.quoted : block.quoted) ?? 0;
}

/** Puts an empty paragraph at `index` and the caret into it. */
export function insertParagraph(editor: Editor, index: number, quoted = 0): BlockId {
  const id = editor.newId();
  const block: Block = { id, type: 'paragraph', ...(quoted > 0 ? { quoted } : {}), content: [] };
  Transforms.insertNodes(editor, toElement(block), { at: [index] });
  Transforms.select(editor, { path: [index, 0], offset: 0 });
  return id;
}
