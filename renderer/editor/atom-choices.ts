/** The atoms that can be picked from a list, and putting one into the text. */
import { Transforms, type Editor, type Range } from 'slate';
import type { Atom } from '../../core/text/block.ts';
import { insertAtom } from './atoms.ts';
import type { AnswerEditorProps } from './editor-props.ts';
import { editorMessages } from './messages.ts';
import type { AtomPickerKind, PickerKind } from './panel.ts';
import type { Choice } from './rank-choices.ts';

export interface AtomChoice extends Choice {
  readonly atom: Atom;
}

export function wordsOfPicker(what: PickerKind) {
  const { citation, reference, list } = editorMessages;
  return what === 'citation' ? citation : what === 'list' ? list : reference;
}

export function atomChoices(
  what: AtomPickerKind,
  { citationChoices, crossReferenceChoices, newId }: AnswerEditorProps,
): readonly AtomChoice[] {
  return what === 'citation'
    ? citationChoices().map((choice) => ({
        ...choice,
        atom: { type: 'citation', id: newId(), items: [{ reference: choice.id }] },
      }))
    : crossReferenceChoices().map((choice) => ({
        ...choice,
        atom: { type: 'cross-reference', target: choice.target },
      }));
}

/** The lists that a paragraph may be an entry of, and none of them. */
export function entryChoices({
  listChoices,
}: AnswerEditorProps): readonly (Choice & { readonly list: string | undefined })[] {
  const { out, outDetail } = editorMessages.list;
  return [
    ...listChoices().map(({ id, name, label }) => ({ label: name, detail: label, list: id })),
    { label: out, detail: outDetail, list: undefined },
  ];
}

/** Puts an atom in the place of the range, as an edit of its own, and the caret behind it. */
export function putAtom(editor: Editor, atom: Atom, range: Range | null, close: () => void): void {
  editor.settle();
  if (range) insertAtom(editor, atom, range);
  editor.settle('other');
  const caret = editor.selection;
  close();
  if (caret) Transforms.select(editor, caret);
}
