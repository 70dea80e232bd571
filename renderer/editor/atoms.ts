/** Inserting and changing the inline things that aren't text. */
import { Editor, Path, Range, Transforms, type Location } from 'slate';
import type { Atom } from '../../core/text/block.ts';
import { atomAt, caretVoid, insertParagraph, leaveAtom, quotedDepth } from './blocks.ts';
import type { AtomElement } from './nodes.ts';
import { setFields } from './set-fields.ts';

/**
 * Inserts an atom at `at`, or at the end of the selection, and puts the caret behind it.
 * @returns the atom's path.
 */
export function insertAtom(editor: Editor, atom: Atom, at?: Location): Path | undefined {
  if (at) {
    Transforms.select(editor, at);
    if (Range.isRange(at) && Range.isExpanded(at)) Transforms.delete(editor);
  }
  if (!editor.selection) return undefined;
  Transforms.collapse(editor, { edge: 'end' });
  const inVoid = caretVoid(editor);
  if (inVoid) insertParagraph(editor, inVoid[1][0]! + 1, quotedDepth(inVoid[0]));
  leaveAtom(editor);
  const element: AtomElement = { type: 'atom', atom, children: [{ text: '' }] };
  Transforms.insertNodes(editor, element, { select: true });
  const entry = editor.selection && atomAt(editor, editor.selection);
  if (!entry) return undefined;
  const ref = Editor.pathRef(editor, entry[1]);
  Editor.normalize(editor);
  const path = ref.unref();
  if (path && Editor.hasPath(editor, Path.next(path))) {
    Transforms.select(editor, Editor.start(editor, Path.next(path)));
  }
  return path ?? undefined;
}

/** Inserts an empty footnote. The function that it gives opens the note's popover, once Slate is at rest. */
export function insertNote(editor: Editor): () => void {
  const path = insertAtom(editor, { type: 'note', id: editor.newId(), body: [] });
  const ref = path && Editor.pathRef(editor, path);
  return () => {
    if (ref) editor.openPanel({ kind: 'atom', path: ref });
  };
}

export function setAtom(editor: Editor, path: Path, atom: Atom): void {
  setFields(editor, path, { atom });
}

/** Takes the atom away and leaves the caret where it was. */
export function removeAtom(editor: Editor, path: Path): void {
  Transforms.removeNodes(editor, { at: path, voids: true });
}
