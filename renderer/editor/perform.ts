/** Carries out a command on an editor's selection. */
import { Editor, Node, Range, Text, Transforms, type Path } from 'slate';
import { MARKS, type ListStyle, type Mark } from '../../core/text/block.ts';
import { insertNote } from './atoms.ts';
import {
  atomAt,
  insertParagraph,
  isEmptyBlock,
  isTextElement,
  leaveAtom,
  quotedDepth,
  selectedBlocks,
  setBlock,
  setQuoted,
  type BlockEntry,
} from './blocks.ts';
import { toElement } from './convert.ts';
import type { EditorCommand } from './editor-command.ts';
import type { AtomElement, BlockElement, Leaf } from './nodes.ts';
import type { PickerKind } from './panel.ts';
import { setFields } from './set-fields.ts';

const IN_NOTES = new Set<EditorCommand>([...MARKS, 'link', 'citation', 'cross-reference', 'clear']);
const DEEPEST_ITEM = 6;

/** @returns whether the command can be carried out here. */
export function perform(editor: Editor, command: EditorCommand): boolean {
  if (!editor.selection) Transforms.select(editor, Editor.end(editor, []));
  if (editor.scope === 'note' && !IN_NOTES.has(command)) return false;
  editor.settle();
  let afterwards: (() => void) | undefined;
  Editor.withoutNormalizing(editor, () => {
    afterwards = run(editor, command);
  });
  editor.settle('other');
  afterwards?.();
  return true;
}

/** What is to be opened once Slate is at rest is given back. */
function run(editor: Editor, command: EditorCommand): (() => void) | undefined {
  switch (command) {
    case 'link':
      return () => openLink(editor);
    case 'note':
      return insertNote(editor);
    case 'citation':
    case 'cross-reference': {
      const here = atomHere(editor, command);
      return () => {
        if (here) editor.openPanel({ kind: 'atom', path: Editor.pathRef(editor, here) });
        else openPicker(editor, command);
      };
    }
    case 'paragraph':
      toAll(editor, ([, path]) => setBlock(editor, path, { type: 'paragraph' }));
      return;
    case 'heading-1':
    case 'heading-2':
    case 'heading-3': {
      const level = Number(command.slice(-1));
      toggle(editor, (block) => block.type === 'heading' && block.level === level, {
        type: 'heading',
        level,
      });
      return;
    }
    case 'attribution':
    case 'verse':
    case 'preformatted':
      toggle(editor, (block) => block.type === command, { type: command });
      return;
    case 'quotation': {
      const blocks = selectedBlocks(editor);
      const depth = blocks.every(([block]) => quotedDepth(block) > 0) ? 0 : 1;
      for (const entry of blocks) setQuoted(editor, entry, depth);
      return;
    }
    case 'bullet-list':
      toggleList(editor, 'bullet');
      return;
    case 'numbered-list':
      toggleList(editor, 'decimal');
      return;
    case 'demand': {
      const [first] = editor.lists();
      if (first === undefined) return;
      const isEntry = (block: BlockElement) => block.type === 'paragraph' && block.entry !== undefined;
      toggle(editor, isEntry, { type: 'paragraph', entry: first });
      return;
    }
    case 'list-entry':
      return () => openPicker(editor, 'list');
    case 'rule':
      insertRule(editor);
      return;
    case 'indent':
      nestItems(editor, 1);
      return;
    case 'outdent':
      nestItems(editor, -1);
      return;
    case 'clear':
      clear(editor);
      return;
    default:
      toggleMark(editor, command);
  }
}

function toAll(editor: Editor, change: (entry: BlockEntry) => void): void {
  for (const entry of selectedBlocks(editor)) if (isTextElement(entry[0])) change(entry);
}

function toggle(
  editor: Editor,
  is: (block: BlockElement) => boolean,
  attributes: Parameters<typeof setBlock>[2],
): void {
  const blocks = selectedBlocks(editor).filter(([block]) => isTextElement(block));
  const all = blocks.every(([block]) => is(block));
  for (const [, path] of blocks) setBlock(editor, path, all ? { type: 'paragraph' } : attributes);
}

function toggleList(editor: Editor, list: ListStyle): void {
  const blocks = selectedBlocks(editor).filter(([block]) => isTextElement(block));
  const all = blocks.every(([block]) => block.type === 'item' && block.list === list);
  for (const [block, path] of blocks) {
    const level = block.type === 'item' ? block.level : block.type === 'paragraph' ? (block.indent ?? 1) : 1;
    setBlock(editor, path, all ? { type: 'paragraph' } : { type: 'item', list, level });
  }
}

/** Makes the selected paragraphs entries of this list, or of none. */
export function setEntry(editor: Editor, list: string | undefined): void {
  editor.settle();
  Editor.withoutNormalizing(editor, () =>
    toAll(editor, ([, path]) => setBlock(editor, path, { type: 'paragraph', entry: list })),
  );
  editor.settle('other');
}

/** Whether the selection is in a list, so that Tab nests. */
export function inList(editor: Editor): boolean {
  return selectedBlocks(editor).some(([block]) => block.type === 'item');
}

/** An item goes at most one level deeper than the one before it. */
function nestItems(editor: Editor, by: 1 | -1): void {
  for (const [block, path] of selectedBlocks(editor)) {
    if (block.type !== 'item') continue;
    const above = editor.children[path[0]! - 1] as BlockElement | undefined;
    const deepest = above?.type === 'item' ? Math.min(above.level + 1, DEEPEST_ITEM) : 1;
    const level =
      by < 0 ? Math.max(1, block.level - 1) : Math.max(block.level, Math.min(block.level + 1, deepest));
    if (level !== block.level) setFields(editor, path, { level });
  }
}

function insertRule(editor: Editor): void {
  Transforms.collapse(editor, { edge: 'end' });
  const entry = selectedBlocks(editor).at(-1);
  if (!entry) return;
  const [block, [index]] = entry as readonly [BlockElement, [number]];
  const at = isEmptyBlock(block) ? index : index + 1;
  Transforms.insertNodes(editor, toElement({ id: editor.newId(), type: 'rule' }), { at: [at] });
  const next = editor.children[at + 1] as BlockElement | undefined;
  if (next && isTextElement(next)) Transforms.select(editor, Editor.start(editor, [at + 1]));
  else insertParagraph(editor, at + 1);
}

function clear(editor: Editor): void {
  const { selection } = editor;
  if (!selection) return;
  if (Range.isExpanded(selection)) {
    const nothing = Object.fromEntries([...MARKS, 'link'].map((name) => [name, null]));
    Transforms.setNodes(editor, nothing as object, { match: Text.isText, split: true });
  } else {
    editor.marks = {};
    editor.onChange();
  }
  if (editor.scope === 'answer' && selectedBlocks(editor).length > 0 && wholeBlocks(editor)) {
    for (const entry of selectedBlocks(editor)) {
      if (isTextElement(entry[0])) setBlock(editor, entry[1], { type: 'paragraph', quoted: undefined });
    }
  }
}

/** Whether the selection covers its blocks wholly, or is only a caret. */
function wholeBlocks(editor: Editor): boolean {
  const { selection } = editor;
  if (!selection || Range.isCollapsed(selection)) return true;
  const [start, end] = Range.edges(selection);
  return Editor.isStart(editor, start, [start.path[0]!]) && Editor.isEnd(editor, end, [end.path[0]!]);
}

/** Superscript and subscript shut each other out. */
const OPPOSITE: Partial<Record<Mark, Mark>> = { superscript: 'subscript', subscript: 'superscript' };

export function isMarkActive(editor: Editor, mark: Mark): boolean {
  return Editor.marks(editor)?.[mark] === true;
}

function toggleMark(editor: Editor, mark: Mark): void {
  if (isMarkActive(editor, mark)) {
    Editor.removeMark(editor, mark);
    return;
  }
  const opposite = OPPOSITE[mark];
  if (opposite && isMarkActive(editor, opposite)) Editor.removeMark(editor, opposite);
  Editor.addMark(editor, mark, true);
}

/** The link under the caret or at the start of the selection: its whole run and its URL. */
export function linkAt(editor: Editor): { readonly range: Range; readonly url: string } | undefined {
  const { selection } = editor;
  if (!selection) return undefined;
  const [start, end] = Range.edges(selection);
  const [index, leafIndex = 0] = start.path;
  const block = editor.children[index!] as BlockElement | undefined;
  if (!block || !isTextElement(block)) return undefined;
  const link = (i: number): string | undefined => (block.children[i] as Leaf | undefined)?.link;
  const leaf = block.children[leafIndex] as Leaf;
  const ahead = Range.isExpanded(selection) && start.offset === leaf.text?.length ? leafIndex + 1 : leafIndex;
  const url = link(ahead);
  if (url === undefined) return undefined;
  let from = ahead;
  let to = ahead;
  while (link(from - 1) === url) from--;
  while (link(to + 1) === url) to++;
  const run = { anchor: Editor.start(editor, [index!, from]), focus: Editor.end(editor, [index!, to]) };
  return Range.isCollapsed(selection) || Range.includes(run, end) ? { range: run, url } : undefined;
}

/** The atom of this type that the caret is at, or right behind. */
function atomHere(editor: Editor, type: 'citation' | 'cross-reference'): Path | undefined {
  const { selection } = editor;
  if (!selection || Range.isExpanded(selection)) return undefined;
  const { path, offset } = selection.anchor;
  const before = offset === 0 && path[1]! > 0 ? [path[0]!, path[1]! - 1] : undefined;
  const [, at] = atomAt(editor, selection) ?? [];
  const found = at ?? before;
  const node = found && (Node.getIf(editor, found) as AtomElement | undefined);
  return node?.type === 'atom' && node.atom.type === type ? found : undefined;
}

function openLink(editor: Editor): void {
  if (!editor.selection) return;
  leaveAtom(editor);
  const existing = linkAt(editor);
  const range = existing?.range ?? editor.selection;
  editor.openPanel({ kind: 'link', range: Editor.rangeRef(editor, range), url: existing?.url ?? '' });
}

function openPicker(editor: Editor, what: PickerKind): void {
  if (!editor.selection || atomAt(editor, editor.selection)) leaveAtom(editor);
  // A list is for all paragraphs selected; the rest is put in where the caret is.
  if (what !== 'list') Transforms.collapse(editor, { edge: 'end' });
  const range = Editor.rangeRef(editor, editor.selection!);
  editor.openPanel({ kind: 'pick', what, range });
}

/** Sets the link of a range, or takes it away; without characters in the range, the URL itself is put there. */
export function setLink(editor: Editor, range: Range, url: string | undefined): void {
  editor.settle();
  Editor.withoutNormalizing(editor, () => {
    if (Range.isCollapsed(range)) {
      if (url !== undefined)
        Transforms.insertNodes(
          editor,
          { text: url.replace(/^mailto:/, ''), link: url },
          { at: range.anchor },
        );
      return;
    }
    Transforms.setNodes(editor, { link: url ?? null } as object, {
      at: range,
      match: Text.isText,
      split: true,
    });
  });
  editor.settle('other');
}
