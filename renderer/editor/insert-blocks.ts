/** Inserts blocks at the selection as editors do: the first and the last join the text around the caret. */
import { Editor, Path, Range, Transforms } from 'slate';
import type { Block } from '../../core/text/block.ts';
import { caretVoid, insertParagraph, isEmptyBlock, isTextElement, leaveAtom, quotedDepth } from './blocks.ts';
import { toElement, toInlineNodes } from './convert.ts';
import { noteContentOf } from './adopt-blocks.ts';
import type { BlockElement, InlineNode } from './nodes.ts';

/** The blocks must have ids that the text doesn't have. */
export function insertBlocks(editor: Editor, blocks: readonly Block[]): void {
  if (blocks.length === 0 || !editor.selection) return;
  if (Range.isExpanded(editor.selection)) editor.deleteFragment();
  if (editor.scope === 'note') return insertInline(editor, toInlineNodes(noteContentOf(blocks)));
  const inVoid = caretVoid(editor);
  if (inVoid) insertParagraph(editor, inVoid[1][0]! + 1, quotedDepth(inVoid[0]));
  leaveAtom(editor);
  const index = editor.selection.anchor.path[0]!;
  const around = editor.children[index] as BlockElement;
  const first = toElement(blocks[0]!);
  if (blocks.length === 1 && isTextElement(first) && !(isEmptyBlock(around) && isStyled(blocks[0]!))) {
    insertInline(editor, first.children);
    return;
  }
  Editor.withoutNormalizing(editor, () => insertAround(editor, index, blocks.map(toElement)));
}

/** Whether a block says more than that it is a paragraph. */
function isStyled(block: Block): boolean {
  return block.type !== 'paragraph' || block.quoted !== undefined || block.entry !== undefined;
}

/** Nodes at the caret; the caret goes behind them. */
function insertInline(editor: Editor, nodes: readonly InlineNode[]): void {
  const filled = nodes.filter((node) => !('text' in node) || node.text !== '');
  if (filled.length === 0) return;
  Transforms.insertNodes(editor, [...filled], { select: true });
  Editor.normalize(editor);
  leaveAtom(editor);
}

/** Splits the block at the caret and puts the elements between the halves, joining them where both are text. */
function insertAround(editor: Editor, index: number, elements: readonly BlockElement[]): void {
  Transforms.splitNodes(editor, { always: true });
  const head = editor.children[index] as BlockElement;
  const first = elements[0]!;
  let rest = elements;
  let at = index + 1;
  if (isEmptyBlock(head) && (first.type !== 'paragraph' || quotedDepth(first) > 0)) {
    Transforms.removeNodes(editor, { at: [index] });
    at = index;
  } else if (isTextElement(first) && isTextElement(head)) {
    Transforms.insertNodes(editor, first.children, { at: [index, head.children.length] });
    rest = elements.slice(1);
  } else if (isEmptyBlock(head)) {
    Transforms.removeNodes(editor, { at: [index] });
    at = index;
  }
  if (rest.length > 0) Transforms.insertNodes(editor, [...rest], { at: [at] });
  const tail = [at + rest.length];
  const last = editor.children[tail[0]! - 1] as BlockElement | undefined;
  if (!last || !isTextElement(last)) {
    Transforms.select(editor, Editor.start(editor, tail));
    return;
  }
  Transforms.select(editor, Editor.end(editor, Path.previous(tail)));
  if (isEmptyBlock(editor.children[tail[0]!] as BlockElement)) Transforms.removeNodes(editor, { at: tail });
  else Transforms.mergeNodes(editor, { at: tail });
}
