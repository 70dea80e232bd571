/** What Enter and Shift+Enter do. */
import { Editor, Node, Range, Transforms } from 'slate';
import {
  blockEntry,
  caretVoid,
  insertParagraph,
  isEmptyBlock,
  isTextElement,
  leaveAtom,
  quotedDepth,
  setBlock,
  setQuoted,
  type BlockEntry,
} from './blocks.ts';
import type { TextElement } from './nodes.ts';
import { setFields } from './set-fields.ts';

/** Enter. */
export function breakBlock(editor: Editor): void {
  const { selection } = editor;
  if (!selection) return;
  if (Range.isExpanded(selection)) editor.deleteFragment();
  if (editor.scope === 'note') return breakLine(editor);
  const inVoid = caretVoid(editor);
  if (inVoid) {
    insertParagraph(editor, inVoid[1][0]! + 1, quotedDepth(inVoid[0]));
    return;
  }
  leaveAtom(editor);
  const point = editor.selection?.anchor;
  const entry = point && blockEntry(editor, point);
  if (!entry || !isTextElement(entry[0])) return;
  const block = entry[0];
  const path = entry[1];
  Editor.withoutNormalizing(editor, () => {
    if (isEmptyBlock(block)) {
      if (!unmakeBlock(editor, [block, path])) Transforms.splitNodes(editor, { always: true });
    } else if (block.type === 'verse' || block.type === 'preformatted') {
      breakLines(editor, block, path[0]!);
    } else if (Editor.isStart(editor, point, path)) {
      breakBefore(editor, block, path[0]!);
    } else {
      const atEnd = Editor.isEnd(editor, point, path);
      Transforms.splitNodes(editor, { always: true });
      const next = [path[0]! + 1];
      if (atEnd && block.type === 'heading') setBlock(editor, next, { type: 'paragraph' });
      if (atEnd && block.type === 'attribution')
        setBlock(editor, next, { type: 'paragraph', quoted: undefined });
    }
  });
  // What is typed in the new block begins with its marks only where there was text to continue.
  if (editor.marks) editor.marks = { ...editor.marks, link: undefined } as Editor['marks'];
}

/**
 * Takes one step back towards a plain paragraph: an item goes out a level, a quotation ends. False when the block
 * is a plain paragraph already.
 */
export function unmakeBlock(editor: Editor, [block, path]: BlockEntry): boolean {
  if (!isTextElement(block)) return false;
  if (block.type === 'item' && block.level > 1) {
    setFields(editor, path, { level: block.level - 1 });
    return true;
  }
  return unmakeBlockWholly(editor, [block, path]);
}

/** As {@link unmakeBlock}, but an item becomes a paragraph at once. */
export function unmakeBlockWholly(editor: Editor, [block, path]: BlockEntry): boolean {
  if (!isTextElement(block)) return false;
  if (block.type !== 'paragraph') setBlock(editor, path, { type: 'paragraph' });
  else if (block.entry) setFields(editor, path, { entry: null });
  else if (block.indent !== undefined) setFields(editor, path, { indent: null });
  else if (block.quoted !== undefined) setQuoted(editor, [block, path], block.quoted - 1);
  else return false;
  return true;
}

/** An empty block before; the caret's block keeps its id and the caret. */
function breakBefore(editor: Editor, block: TextElement, index: number): void {
  const { children: _, ...attributes } = block;
  const kept =
    block.type === 'item'
      ? attributes
      : { type: 'paragraph', ...(block.quoted ? { quoted: block.quoted } : {}) };
  const empty = { ...kept, id: editor.newId(), children: [{ text: '' }] } as TextElement;
  // The first of the two begins the list.
  if (block.type === 'item' && block.start !== undefined) {
    setFields(editor, [index], { start: null });
  }
  Transforms.insertNodes(editor, empty, { at: [index] });
}

/** Within verse and preformatted text Enter makes a line; on an empty last line it ends the block. */
function breakLines(editor: Editor, block: TextElement, index: number): void {
  const text = Node.string(block);
  const atEnd = editor.selection && Editor.isEnd(editor, editor.selection.anchor, [index]);
  if (atEnd && text.endsWith('\n')) {
    editor.deleteBackward('character');
    insertParagraph(editor, index + 1, quotedDepth(block));
  } else {
    Transforms.insertText(editor, '\n');
  }
}

/** Shift+Enter: a line feed within the block. */
export function breakLine(editor: Editor): void {
  if (editor.selection && Range.isExpanded(editor.selection)) editor.deleteFragment();
  if (caretVoid(editor)) return breakBlock(editor);
  leaveAtom(editor);
  Transforms.insertText(editor, '\n');
}
