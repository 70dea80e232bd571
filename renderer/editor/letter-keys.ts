/** What Enter, Backspace and Delete do in a letter where it isn't just to part or join text. */
import { Editor, Path, Range, Transforms } from 'slate';
import { paragraph, type Block } from '../../core/text/block.ts';
import { isEmptyBlock } from './blocks.ts';
import { toElement } from './convert.ts';
import { blockAtPath, flatIndex, isTextBlock, pathOfIndex, sectionsOf } from './letter-nodes.ts';
import type { BlockAttributes, BlockElement, TextElement } from './nodes.ts';
import { setFields } from './set-fields.ts';

type Entry = readonly [block: BlockElement, path: Path];

/** The block of the caret with its path; undefined while words are selected. */
export function caretEntry(editor: Editor): Entry | undefined {
  const { selection } = editor;
  if (!selection || Range.isExpanded(selection)) return undefined;
  const path = selection.anchor.path.slice(0, 2);
  const block = blockAtPath(sectionsOf(editor), path);
  return block && [block, path];
}

/** The block before (-1) or after (1) in the letter, over borders of sections. */
function neighbour(editor: Editor, path: Path, by: -1 | 1): Entry | undefined {
  const sections = sectionsOf(editor);
  const found = pathOfIndex(sections, flatIndex(sections, path) + by);
  const block = found && blockAtPath(sections, found);
  return block && [block, found];
}

function insertEmpty(editor: Editor, block: Block, path: Path, select: boolean): void {
  Transforms.insertNodes(editor, toElement(block), { at: path });
  if (select) Transforms.select(editor, { path: [...path, 0], offset: 0 });
}

/** A caret in a table, picture or rule goes into a new paragraph after it. */
export function leaveVoid(editor: Editor): void {
  const entry = caretEntry(editor);
  if (!entry || isTextBlock(entry[0])) return;
  insertEmpty(editor, paragraph(editor.newId()), Path.next(entry[1]), true);
}

/** Shift+Enter, and Enter in verse: a line feed within the block. */
export function breakLetterLine(editor: Editor): void {
  if (editor.selection && Range.isExpanded(editor.selection)) editor.deleteFragment();
  leaveVoid(editor);
  Transforms.insertText(editor, '\n');
}

/** Gives the block exactly these attributes, and its id, direction and page. */
export function setLetterBlock(
  editor: Editor,
  path: Path,
  attributes: { readonly type: BlockAttributes['type'] } & Readonly<Record<string, unknown>>,
): void {
  const block = blockAtPath(sectionsOf(editor), path);
  if (!block || !isTextBlock(block)) return;
  const { id, direction, page } = block;
  const kept = { id, ...(direction ? { direction } : {}), ...(page === undefined ? {} : { page }) };
  const given = Object.entries(attributes).filter(([, value]) => value !== undefined);
  setFields(editor, path, { ...kept, ...Object.fromEntries(given) }, true);
}

/** Enter. */
export function breakLetterBlock(editor: Editor): void {
  if (editor.selection && Range.isExpanded(editor.selection)) editor.deleteFragment();
  const entry = caretEntry(editor);
  const point = editor.selection?.anchor;
  if (!entry || !point) return;
  const [block, path] = entry;
  if (!isTextBlock(block)) return leaveVoid(editor);
  if (block.type === 'verse' || block.type === 'preformatted') return breakLetterLine(editor);
  if (Editor.isStart(editor, point, path) && !isEmptyBlock(block)) {
    // The text keeps its block and the caret; an empty block comes before.
    return insertEmpty(editor, { ...emptyLike(block), id: editor.newId() } as Block, path, false);
  }
  const atEnd = Editor.isEnd(editor, point, path);
  Editor.withoutNormalizing(editor, () => {
    Transforms.splitNodes(editor, { always: true });
    const plain =
      block.type === 'note' || (atEnd && (block.type === 'heading' || block.type === 'attribution'));
    if (plain) setLetterBlock(editor, Path.next(path), { type: 'paragraph', quoted: block.quoted });
  });
}

function emptyLike({ children: _, ...attributes }: TextElement): object {
  const { type, quoted, page } = attributes;
  if (type === 'item') return { ...attributes, content: [] };
  const kept = { ...(quoted ? { quoted } : {}), ...(page === undefined ? {} : { page }) };
  return { type: 'paragraph', ...kept, content: [] };
}

/** Backspace. True when it was done here: in a void block, after one, and at the start of what isn't a paragraph. */
export function backspace(editor: Editor): boolean {
  const entry = caretEntry(editor);
  const point = editor.selection?.anchor;
  if (!entry || !point) return false;
  const [block, path] = entry;
  if (!isTextBlock(block)) return removeVoid(editor, entry, -1);
  if (!Editor.isStart(editor, point, path)) return false;
  if (block.type === 'item' || block.type === 'heading' || (block.type === 'paragraph' && block.indent)) {
    setLetterBlock(editor, path, { type: 'paragraph', quoted: block.quoted });
    return true;
  }
  return towardsVoid(editor, entry, -1);
}

/** Delete. True when it was done here. */
export function forwardDelete(editor: Editor): boolean {
  const entry = caretEntry(editor);
  const point = editor.selection?.anchor;
  if (!entry || !point) return false;
  const [block, path] = entry;
  if (!isTextBlock(block)) return removeVoid(editor, entry, 1);
  return Editor.isEnd(editor, point, path) && towardsVoid(editor, entry, 1);
}

/** A void block is first selected, and an empty block beside it goes. */
function towardsVoid(editor: Editor, [block, path]: Entry, by: -1 | 1): boolean {
  const beside = neighbour(editor, path, by);
  if (!beside || isTextBlock(beside[0])) return false;
  Transforms.select(editor, { path: [...beside[1], 0], offset: 0 });
  if (isEmptyBlock(block)) Transforms.removeNodes(editor, { at: path });
  return true;
}

function removeVoid(editor: Editor, [, path]: Entry, by: -1 | 1): boolean {
  const beside = neighbour(editor, path, by) ?? neighbour(editor, path, by === 1 ? -1 : 1);
  if (beside) {
    const at = by < 0 ? Editor.end(editor, beside[1]) : Editor.start(editor, beside[1]);
    Transforms.select(editor, at);
  }
  Transforms.removeNodes(editor, { at: path, voids: true });
  return true;
}
