/**
 * The marks of the language for typed signs, and links for typed addresses. Each is an edit of its own after that of
 * the typing, so that undo gives back what was typed.
 */
import { Editor, Text, Transforms } from 'slate';
import { linksIn } from '../../core/text/autolink.ts';
import { typographic } from '../../core/text/typography.ts';
import { caretBlock, isTextElement } from './blocks.ts';
import type { BlockElement, Leaf } from './nodes.ts';
import { toPoint } from './position.ts';
import { textBeforeCaret } from './typing.ts';

/**
 * @param before the text of the block up to the caret, with what was typed last at its end
 * @returns whether something became something else
 */
export function setTyped(editor: Editor, block: BlockElement, before: string): boolean {
  const { typing } = editor;
  if (!typing?.habits.marks || !takesMarks(editor, block)) return false;
  const made = typographic(before, typing.language);
  if (!made) return false;
  replace(editor, block, made.from, made.to, made.text);
  return true;
}

/** Once a space follows an address, it is a link. */
export function linkTyped(editor: Editor, block: BlockElement, before: string): boolean {
  return /\s$/.test(before) && linkWord(editor, block, before, before.length - 1);
}

/** What the end of the block tells of the last sign and the last word in it, before Enter parts it. */
export function finishBlock(editor: Editor): void {
  const entry = caretBlock(editor);
  const block = entry?.[0];
  if (!block || !isTextElement(block) || block.type === 'preformatted') return;
  const before = textBeforeCaret(editor);
  if (linkWord(editor, block, before, before.length) || !editor.typing?.habits.marks) return;
  const made = takesMarks(editor, block) && typographic(`${before}\n`, editor.typing.language);
  if (made && made.to <= before.length) replace(editor, block, made.from, made.to, made.text);
}

/** In code and in links every sign is kept as it is. */
function takesMarks(editor: Editor, block: BlockElement): boolean {
  const marks = editor.selection && (Editor.leaf(editor, editor.selection.focus)[0] as Leaf);
  return block.type !== 'preformatted' && !marks?.code && marks?.link === undefined;
}

/** Offsets are units of the block's text. */
function replace(editor: Editor, { id }: BlockElement, from: number, to: number, text: string): void {
  editor.settle();
  Editor.withoutNormalizing(editor, () => {
    // Put in behind the first of the old characters, the new ones have its marks.
    const at = toPoint(editor, { block: id, offset: Math.min(from + 1, to) });
    if (at && text !== '') Transforms.insertText(editor, text, { at });
    const cut = (start: number, end: number): void => {
      const anchor = toPoint(editor, { block: id, offset: start });
      const focus = toPoint(editor, { block: id, offset: end });
      if (start < end && anchor && focus) Transforms.delete(editor, { at: { anchor, focus } });
    };
    cut(from + 1 + text.length, to + text.length);
    cut(from, Math.min(from + 1, to));
  });
  editor.settle('other');
}

/** Makes a link of the address that ends at `end`. */
function linkWord(editor: Editor, block: BlockElement, before: string, end: number): boolean {
  if (!editor.typing?.habits.links) return false;
  const word = /\S+$/.exec(before.slice(Math.max(0, end - 2000), end))?.[0];
  const found = word === undefined ? undefined : linksIn(word).at(-1);
  // Signs may follow an address, other words not.
  if (!word || !found || /[\p{L}\p{N}]/u.test(word.slice(found.to))) return false;
  const start = end - word.length;
  const anchor = toPoint(editor, { block: block.id, offset: start + found.from });
  const focus = toPoint(editor, { block: block.id, offset: start + found.to });
  if (!anchor || !focus) return false;
  const at = { anchor, focus };
  const leaves = [...Editor.nodes<Leaf>(editor, { at, match: Text.isText })];
  const plain = ([leaf]: readonly [Leaf, unknown]) =>
    leaf.text === '' || (!leaf.code && leaf.link === undefined);
  const [caret] = editor.selection ? [editor.selection.focus] : [];
  // At the border of another run, that run isn't part of the word.
  const within = leaves.filter(([, path]) => !(path[1] === anchor.path[1] && isAtEnd(editor, anchor)));
  if (!caret || within.length === 0 || !within.every(plain)) return false;
  editor.settle();
  Transforms.setNodes(editor, { link: found.url } as Partial<Leaf>, { at, match: Text.isText, split: true });
  editor.settle('other');
  return true;
}

function isAtEnd(editor: Editor, { path, offset }: { path: number[]; offset: number }): boolean {
  return (Editor.node(editor, path)[0] as Leaf).text.length === offset && offset > 0;
}
