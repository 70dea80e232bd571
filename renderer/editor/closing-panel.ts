/** What is left in the text when a popover closes. */
import { Editor, Path, Range, Transforms } from 'slate';
import { removeAtom } from './atoms.ts';
import { isAtomElement } from './editable-view.tsx';
import type { Panel } from './panel.ts';

/** A footnote that is left empty isn't wanted. */
export function removeEmptyNote(editor: Editor, panel: Panel): void {
  const path = panel.kind === 'atom' ? panel.path.current : null;
  if (!path || !Editor.hasPath(editor, path)) return;
  const [node] = Editor.node(editor, path);
  if (!isAtomElement(node) || node.atom.type !== 'note' || node.atom.body.length > 0) return;
  Transforms.select(editor, Editor.start(editor, Path.next(path)));
  editor.settle();
  removeAtom(editor, path);
  editor.settle('other');
}

/** Where the caret goes when a popover closes: behind what it was about. */
export function returnCaret(editor: Editor, panel: Panel): void {
  if (panel.kind === 'atom') {
    const path = panel.path.current;
    if (path && Editor.hasPath(editor, Path.next(path))) {
      Transforms.select(editor, Editor.start(editor, Path.next(path)));
    }
  } else if (panel.kind === 'pick' && panel.range.current) {
    Transforms.select(editor, Range.end(panel.range.current));
  } else if (panel.kind === 'link' && panel.range.current) {
    Transforms.select(editor, panel.range.current);
  }
}
