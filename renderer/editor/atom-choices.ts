/** The atoms that can be picked from a list, and putting one into the text. */
import { Editor, Transforms, type Path, type Range } from 'slate';
import type { Atom, Block } from '../../core/text/block.ts';
import { insertAtom } from './atoms.ts';
import { isEmptyBlock, quotedDepth } from './blocks.ts';
import { toElement } from './convert.ts';
import type { AnswerEditorProps } from './editor-props.ts';
import { editorMessages } from './messages.ts';
import type { AtomPickerKind, PickerKind } from './panel.ts';
import type { BlockElement } from './nodes.ts';
import type { Choice } from './rank-choices.ts';
import type { Search } from './use-searched.ts';

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

/** What else is found by what is typed: the paragraphs of letters. */
export function atomSearch(
  what: AtomPickerKind,
  { placeSearch }: AnswerEditorProps,
): Search<AtomChoice> | undefined {
  if (what !== 'cross-reference') return undefined;
  return function* (query) {
    for (const choice of placeSearch(query))
      yield choice && { ...choice, atom: { type: 'cross-reference', target: choice.target } };
  };
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
export function putAtom(
  editor: Editor,
  atom: Atom,
  range: Range | null,
  close: () => void,
): Path | undefined {
  editor.settle();
  const path = range ? insertAtom(editor, atom, range) : undefined;
  editor.settle('other');
  const caret = editor.selection;
  close();
  if (caret) Transforms.select(editor, caret);
  return path;
}

/** As {@link putAtom}, and opens its form. */
export function putAtomWithForm(editor: Editor, atom: Atom, range: Range | null, close: () => void): void {
  const path = putAtom(editor, atom, range, close);
  if (path) editor.openPanel({ kind: 'atom', path: Editor.pathRef(editor, path) });
}

/**
 * Begins a set-off quotation under the block of the range, with the atom in the line that says whose it is, as an edit of
 * its own; the caret goes where the words of the quotation are to stand.
 */
export function putQuotation(editor: Editor, atom: Atom, range: Range | null, close: () => void): void {
  const index = range?.focus.path[0];
  close();
  if (index === undefined) return;
  editor.settle();
  const around = editor.children[index] as BlockElement;
  const quoted = quotedDepth(around) + 1;
  const at = isEmptyBlock(around) ? index : index + 1;
  const words: Block = { id: editor.newId(), type: 'paragraph', quoted, content: [] };
  const source: Block = { id: editor.newId(), type: 'attribution', quoted, content: [atom] };
  Editor.withoutNormalizing(editor, () => {
    if (at === index) Transforms.removeNodes(editor, { at: [index] });
    Transforms.insertNodes(editor, [toElement(words), toElement(source)], { at: [at] });
    Transforms.select(editor, { path: [at, 0], offset: 0 });
  });
  editor.settle('other');
}
