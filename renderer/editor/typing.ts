/** What a typed character does beside being inserted. */
import { Editor, Node, Range } from 'slate';
import { blockEntry, caretVoid, insertParagraph, isTextElement, leaveAtom, quotedDepth } from './blocks.ts';
import type { Leaf } from './nodes.ts';
import { followDirection } from './directions.ts';

export function insertTextWhereAllowed(editor: Editor, text: string, insert: () => void): void {
  if (!editor.selection) return insert();
  const inVoid = caretVoid(editor);
  if (inVoid) insertParagraph(editor, inVoid[1][0]! + 1, quotedDepth(inVoid[0]));
  if (Range.isCollapsed(editor.selection)) leaveAtom(editor);
  leaveLink(editor);
  const before = textAtCaret(editor);
  insert();
  followDirection(editor, before);
}

/** At the end of a link with nothing after it, what is typed isn't part of the link. */
function leaveLink(editor: Editor): void {
  const { selection, marks } = editor;
  if (!selection || marks || Range.isExpanded(selection)) return;
  const { path, offset } = selection.anchor;
  const leaf = Node.getIf(editor, path) as Leaf | undefined;
  if (!leaf || leaf.link === undefined || offset !== leaf.text.length) return;
  const next = Node.getIf(editor, [path[0]!, path[1]! + 1]) as Leaf | undefined;
  if (next && next.link === leaf.link) return;
  const { text: _, link: __, ...rest } = leaf;
  editor.marks = rest;
}

function textAtCaret(editor: Editor): string | undefined {
  const entry = editor.selection && blockEntry(editor, editor.selection.anchor);
  return entry && isTextElement(entry[0]) ? Node.string(entry[0]) : undefined;
}

/** The characters of the block before the caret. */
export function textBeforeCaret(editor: Editor): string {
  const { selection } = editor;
  if (!selection) return '';
  const start = Editor.start(editor, [selection.anchor.path[0]!]);
  return Editor.string(editor, { anchor: start, focus: selection.anchor });
}
