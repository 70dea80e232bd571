/**
 * Turns what happens in Slate into edits of the text, one for each flush, and applies changes that come from
 * outside. Undo belongs to the application: Slate keeps no history here.
 */
import { Element, Node, Range, Text, Transforms, type Editor, type Operation } from 'slate';
import type { BlockId, RichText } from '../../core/text/block.ts';
import { rememberBlock, toBlock, toChildren, toElement, toRichText } from './convert.ts';
import type { BlockEdit, EditKind, TextSelection } from './block-edit.ts';
import type { BlockElement } from './nodes.ts';
import { toSelection } from './position.ts';
import { sameBlock, spliceBetween } from './splice.ts';

interface Pending {
  readonly before: TextSelection | null;
  readonly expanded: boolean;
  readonly startsWord: boolean;
  inserted: boolean;
  removed: boolean;
  other: boolean;
}

export interface EditSource {
  /** The text that Slate stands for, as its owner last knew it. */
  readonly known: RichText;
  /** Makes Slate stand for `text`, changing only what differs, without an edit going out. */
  applyText(text: RichText): void;
}

type Class = 'inserted' | 'removed' | 'other' | undefined;

/** What an operation means for the kind of the edit; undefined for what only serves another. */
function classify(operation: Operation): Class {
  switch (operation.type) {
    case 'insert_text':
      return 'inserted';
    case 'remove_text':
      return 'removed';
    case 'insert_node':
      return operation.path.length === 2 && Text.isText(operation.node)
        ? operation.node.text === ''
          ? undefined
          : 'inserted'
        : 'other';
    case 'remove_node':
      return Text.isText(operation.node) && operation.node.text === '' ? undefined : 'removed';
    case 'merge_node':
      return operation.path.length === 1 ? 'removed' : undefined;
    case 'split_node':
      return operation.path.length === 1 ? 'other' : undefined;
    case 'set_node': {
      const keys = [...Object.keys(operation.properties), ...Object.keys(operation.newProperties)];
      return keys.every((key) => key === 'direction') ? undefined : 'other';
    }
    case 'move_node':
      return 'other';
    case 'set_selection':
      return undefined;
  }
}

/** Whether the operation begins a word: a typed non-space after a space, or anything typed over a selection. */
function beginsWord(editor: Editor, operation: Operation): boolean {
  const { selection } = editor;
  if (!selection || Range.isExpanded(selection)) return true;
  const text =
    operation.type === 'insert_text'
      ? operation.text
      : operation.type === 'insert_node' && Text.isText(operation.node)
        ? operation.node.text
        : '';
  if (!/^\S/.test(text)) return false;
  const block = editor.children[selection.anchor.path[0] ?? 0];
  const position = toSelection(editor, selection)?.anchor;
  if (!Element.isElement(block) || !position || position.offset === 0) return false;
  return /\s/.test(Node.string(block)[position.offset - 1] ?? '');
}

function kindOf(pending: Pending): EditKind {
  if (pending.other) return 'other';
  if (pending.inserted) return 'type';
  return pending.removed && !pending.expanded ? 'delete' : 'other';
}

/**
 * @param phantom id of the empty paragraph shown for an empty text.
 * @param onEdit called with each edit, while Slate is at rest.
 */
export function withEdits(
  editor: Editor,
  text: RichText,
  phantom: BlockId,
  onEdit: (edit: BlockEdit) => void,
): EditSource {
  const { apply, onChange } = editor;
  let known = text;
  let pending: Pending | undefined;
  let silent = false;
  const children = () => editor.children as BlockElement[];

  editor.children = toChildren(text, phantom);

  editor.apply = (operation) => {
    if (!silent && operation.type !== 'set_selection') {
      pending ??= {
        before: toSelection(editor, editor.selection),
        expanded: editor.selection !== null && Range.isExpanded(editor.selection),
        startsWord: beginsWord(editor, operation),
        inserted: false,
        removed: false,
        other: false,
      };
      const found = classify(operation);
      if (found) pending[found] = true;
    }
    apply(operation);
  };

  editor.settle = (kind, startsWord, details) => {
    const batch = pending;
    if (!batch) return;
    pending = undefined;
    const splice = spliceBetween(known, toRichText(children(), phantom));
    if (!splice) return adopt(known);
    known = known.toSpliced(splice.index, splice.removed.length, ...splice.inserted);
    adopt(known);
    onEdit({
      ...splice,
      kind: kind ?? kindOf(batch),
      startsWord: startsWord ?? batch.startsWord,
      before: batch.before,
      after: toSelection(editor, editor.selection),
      ...details,
    });
  };

  editor.onChange = (options) => {
    editor.settle();
    onChange(options);
  };

  /** Elements give back the owner's own values from now on. */
  function adopt(owned: RichText): void {
    owned.forEach((block, i) => {
      const element = children()[i];
      if (element && element.id === block.id && toBlock(element) !== block) rememberBlock(element, block);
    });
  }

  return {
    get known() {
      return known;
    },
    applyText(next) {
      pending = undefined;
      const current = toRichText(children(), phantom);
      const splice = spliceBetween(current, next);
      known = next;
      if (splice) {
        const tail = splice.index + splice.inserted.length;
        const wanted = next.map((block, i) => {
          const old = children()[i < tail ? i : i + splice.removed.length - splice.inserted.length];
          return old && (i < splice.index || i >= tail) && sameBlock(toBlock(old), block)
            ? old
            : toElement(block);
        });
        silent = true;
        try {
          Transforms.setChildren(editor, next.length > 0 ? wanted : toChildren(next, phantom));
        } finally {
          silent = false;
        }
      }
      adopt(next);
    },
  };
}
