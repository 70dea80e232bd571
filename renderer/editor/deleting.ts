/** What Backspace and Delete do at a block's border, where it isn't just to take a character away. */
import { Editor, Range, Transforms } from 'slate';
import { paragraph } from '../../core/text/block.ts';
import {
  blockEntry,
  caretBlock,
  caretVoid,
  isEmptyBlock,
  isTextElement,
  setBlock,
  type BlockEntry,
} from './blocks.ts';
import { unmakeBlockWholly } from './breaking.ts';
import { toElement } from './convert.ts';

/** Backspace. True when it was done here. */
export function deleteBackwardAtStart(editor: Editor): boolean {
  if (deleteVoid(editor, 'backward')) return true;
  const entry = caretBlock(editor);
  const point = editor.selection?.anchor;
  if (!entry || !point || !isTextElement(entry[0]) || !Editor.isStart(editor, point, entry[1])) return false;
  if (unmakeBlockWholly(editor, entry)) return true;
  const index = entry[1][0]!;
  return index === 0 ? dissolveFirst(entry) : towardsVoid(editor, entry, index - 1);
}

/** Delete. True when it was done here. */
export function deleteForwardAtEnd(editor: Editor): boolean {
  if (deleteVoid(editor, 'forward')) return true;
  const entry = caretBlock(editor);
  const point = editor.selection?.anchor;
  if (!entry || !point || !isTextElement(entry[0]) || !Editor.isEnd(editor, point, entry[1])) return false;
  return towardsVoid(editor, entry, entry[1][0]! + 1);
}

/** At the very beginning of the text there is nothing more to take. */
function dissolveFirst([block]: BlockEntry): boolean {
  return isEmptyBlock(block);
}

/** A void block is first selected, and an empty block beside it goes. */
function towardsVoid(editor: Editor, [block, path]: BlockEntry, neighbour: number): boolean {
  const beside = blockEntry(editor, [neighbour]);
  if (!beside || isTextElement(beside[0])) return false;
  if (isEmptyBlock(block)) {
    Transforms.removeNodes(editor, { at: path });
    neighbour = Math.min(neighbour, path[0]! < neighbour ? neighbour - 1 : neighbour);
  }
  Transforms.select(editor, Editor.start(editor, [neighbour]));
  return true;
}

/** Takes the selected table, picture or rule away. */
export function deleteBlock(editor: Editor): boolean {
  return deleteVoid(editor, 'forward');
}

/** Takes the selected void block away; the caret goes where the text goes on. */
function deleteVoid(editor: Editor, towards: 'backward' | 'forward'): boolean {
  const entry = caretVoid(editor);
  if (!entry) return false;
  const index = entry[1][0]!;
  if (editor.children.length === 1) {
    Editor.withoutNormalizing(editor, () => {
      Transforms.removeNodes(editor, { at: entry[1] });
      Transforms.insertNodes(editor, toElement(paragraph(editor.newId())), { at: [0] });
      Transforms.select(editor, { path: [0, 0], offset: 0 });
    });
    return true;
  }
  Transforms.removeNodes(editor, { at: entry[1] });
  const before = towards === 'backward' && index > 0;
  const next = before ? index - 1 : Math.min(index, editor.children.length - 1);
  Transforms.select(editor, before ? Editor.end(editor, [next]) : Editor.start(editor, [next]));
  return true;
}

/** After everything was selected and deleted, what is left is a plain paragraph. */
export function resetWhenAllDeleted(editor: Editor): void {
  const { selection } = editor;
  if (!selection || !Range.isCollapsed(selection) || editor.children.length !== 1) return;
  const entry = blockEntry(editor, selection.anchor);
  if (!entry || !isTextElement(entry[0]) || !isEmptyBlock(entry[0])) return;
  setBlock(editor, entry[1], { type: 'paragraph', quoted: undefined });
}
