/**
 * Turns what happens in a letter's Slate editor into edits of the letter, handed out together at each flush, and
 * takes in changes that come from outside. Undo belongs to the application: Slate keeps no history here.
 */
import { Editor, Range, Text, type Operation } from 'slate';
import { hasContent, isSpan, paragraph, type Block, type RichText } from '../../core/text/block.ts';
import { blockText } from '../../core/text/canonical.ts';
import type { EditKind, TextSelection } from './block-edit.ts';
import { toBlock, toElement } from './convert.ts';
import { replaceBlocks } from './letter-adopt.ts';
import { blockAtPath, makeSections, pathOfIndex, sectionsOf } from './letter-nodes.ts';
import { toLetterPosition, toLetterRange, toLetterSelection } from './letter-position.ts';
import { editsOf, fewerEdits, insertedBlocks, type LetterEdit } from './letter-steps.ts';
import { sameBlock } from './splice.ts';

/** What is done at once, and the selections around it. The edits apply one after the other. */
export interface LetterEdits {
  readonly edits: readonly LetterEdit[];
  readonly kind: EditKind;
  /** A word begins here, or a selection was typed over: a group of undo ends before these edits. */
  readonly startsWord: boolean;
  readonly before: TextSelection | null;
  readonly after: TextSelection | null;
}

export interface LetterSource {
  /** The letter's blocks as the editor has them, those of edits that haven't been handed out yet included. */
  readonly blocks: RichText;
  /** Whether there are edits that haven't been handed out yet. */
  readonly busy: boolean;
  /** Makes the editor stand for `blocks`, changing only what differs, without an edit going out. False if nothing did. */
  adopt(blocks: RichText): boolean;
  /** Puts in whole blocks at a flat index, as an edit. However many they are, it costs one section's drawing each hundred. */
  insert(index: number, blocks: readonly Block[]): void;
  /** Makes Slate see the block as new, so that it is drawn again. */
  touch(path: readonly [section: number, block: number]): void;
}

interface Pending {
  readonly before: TextSelection | null;
  readonly expanded: boolean;
  readonly startsWord: boolean;
  readonly edits: LetterEdit[];
}

/** A typed non-space after a space, or anything over a selection. */
function beginsWord(editor: Editor, operation: Operation): boolean {
  const { selection } = editor;
  if (!selection || Range.isExpanded(selection)) return true;
  const typed =
    operation.type === 'insert_text'
      ? operation.text
      : operation.type === 'insert_node' && Text.isText(operation.node)
        ? operation.node.text
        : '';
  if (!/^\S/.test(typed)) return false;
  const block = blockAtPath(sectionsOf(editor), selection.anchor.path);
  const { offset = 0 } = toLetterPosition(editor, selection.anchor) ?? {};
  return block !== undefined && /\s/.test(blockText(toBlock(block))[offset - 1] ?? '');
}

function kindOf({ edits, expanded }: Pending): EditKind {
  let inserted = false;
  let removed = false;
  for (const { step } of edits) {
    if (step.kind === 'join') removed = true;
    else if (step.kind !== 'replace') return 'other';
    else if (step.insertedLength > 0) inserted = true;
    else if (step.from < step.to) removed = true;
    else return 'other';
  }
  if (inserted) return 'type';
  return removed && !expanded ? 'delete' : 'other';
}

/** @param onEdits called with what was done, while Slate is at rest. */
export function withLetterEdits(
  editor: Editor,
  letter: RichText,
  onEdits: (edits: LetterEdits) => void,
): LetterSource {
  const { apply, onChange } = editor;
  let known: Block[] = [];
  /** The empty paragraph that is shown for a letter without blocks, until something is done to it. */
  let phantom: Block | undefined;
  let pending: Pending | undefined;
  let silent = false;

  const show = (blocks: RichText): void => {
    known = [...blocks];
    phantom = blocks.length === 0 ? paragraph(editor.newId()) : undefined;
    const shown = phantom ? [phantom] : blocks;
    editor.children = makeSections(shown.map(toElement)) as unknown as Editor['children'];
  };

  const record = (edits: readonly LetterEdit[]): void => {
    for (const edit of edits) {
      pending?.edits.push(edit);
      const { index, removed, inserted } = edit;
      if (removed.length !== inserted.length) known = known.toSpliced(index, removed.length, ...inserted);
      else inserted.forEach((block, i) => (known[index + i] = block));
    }
  };

  const begin = (operation?: Operation): void => {
    pending ??= {
      before: toLetterSelection(editor, editor.selection),
      expanded: editor.selection !== null && Range.isExpanded(editor.selection),
      startsWord: operation ? beginsWord(editor, operation) : true,
      edits: [],
    };
    if (phantom) {
      const first = phantom;
      phantom = undefined;
      record(insertedBlocks(0, [first]));
    }
  };

  editor.apply = (operation) => {
    if (silent || operation.type === 'set_selection') return apply(operation);
    begin(operation);
    // Normalising comes after the edit has been read off.
    Editor.withoutNormalizing(editor, () => {
      const before = sectionsOf(editor);
      apply(operation);
      record(editsOf(operation, before, sectionsOf(editor)));
    });
  };

  editor.settle = (kind, startsWord) => {
    const batch = pending;
    if (!batch) return;
    takeOutStrayMarks(editor, known, batch.edits);
    pending = undefined;
    const edits = fewerEdits(batch.edits);
    if (edits.length === 0) return;
    onEdits({
      edits,
      kind: kind ?? kindOf(batch),
      startsWord: startsWord ?? batch.startsWord,
      before: batch.before,
      after: toLetterSelection(editor, editor.selection),
    });
  };

  editor.onChange = (options) => {
    editor.settle();
    onChange(options);
  };

  show(letter);

  return {
    get blocks() {
      return known;
    },
    get busy() {
      return pending !== undefined;
    },
    adopt(next) {
      pending = undefined;
      const difference = differenceOf(known, next);
      if (!difference) return false;
      const { start, removed, inserted } = difference;
      const selection = toLetterSelection(editor, editor.selection);
      if (phantom || next.length === 0) show(next);
      else replaceBlocks(editor, start, removed, inserted);
      known = [...next];
      if (selection) editor.selection = toLetterRange(editor, selection) ?? startOf(editor, start);
      editor.onChange();
      return true;
    },
    insert(index, blocks) {
      begin();
      const selection = toLetterSelection(editor, editor.selection);
      replaceBlocks(editor, index, 0, blocks);
      record(insertedBlocks(index, blocks));
      editor.selection = toLetterRange(editor, selection);
    },
    touch(path) {
      const { id } = sectionsOf(editor)[path[0]]?.children[path[1]] ?? {};
      if (id === undefined) return;
      silent = true;
      try {
        editor.apply({ type: 'set_node', path: [...path], properties: { id }, newProperties: { id } });
      } finally {
        silent = false;
      }
    },
  };
}

function startOf(editor: Editor, index: number): Range {
  const sections = sectionsOf(editor);
  const path = pathOfIndex(sections, index) ?? pathOfIndex(sections, index - 1) ?? [0, 0];
  return Editor.range(editor, Editor.start(editor, path));
}

/** The shortest replacement that makes `after` of `before`; undefined when they are equal. */
function differenceOf(before: RichText, after: RichText) {
  const equal = (a: Block | undefined, b: Block | undefined) =>
    a === b || (a !== undefined && b !== undefined && sameBlock(a, b));
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && equal(before[start], after[start])) start++;
  let end = 0;
  while (end < shorter - start && equal(before[before.length - 1 - end], after[after.length - 1 - end])) {
    end++;
  }
  const removed = before.length - end - start;
  const inserted = after.slice(start, after.length - end);
  return removed === 0 && inserted.length === 0 ? undefined : { start, removed, inserted };
}

/** The marks of notes that these edits took away lead nowhere: they go as well. */
function takeOutStrayMarks(editor: Editor, known: readonly Block[], edits: readonly LetterEdit[]): void {
  const taken = edits.flatMap(({ removed }) => removed.filter(({ type }) => type === 'note'));
  if (taken.length === 0) return;
  const notes = new Set(known.flatMap((block) => (block.type === 'note' ? [block.id] : [])));
  const gone = new Set(taken.map(({ id }) => id).filter((id) => !notes.has(id)));
  if (gone.size === 0) return;
  const isStray = (found: { readonly type?: string; readonly note?: string }): boolean =>
    found.type === 'note-mark' && gone.has(found.note ?? '');
  known.forEach((block, index) => {
    const marked =
      hasContent(block) && block.content.some((found) => !isSpan(found) && isStray(found as never));
    const path = marked ? pathOfIndex(sectionsOf(editor), index) : undefined;
    if (!path) return;
    const { children } = sectionsOf(editor)[path[0]]?.children[path[1]] ?? { children: [] };
    for (let i = children.length - 1; i >= 0; i--) {
      const node = children[i];
      if (node && 'atom' in node && isStray(node.atom as never)) {
        editor.apply({ type: 'remove_node', path: [...path, i], node });
      }
    }
  });
}
