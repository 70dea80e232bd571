/** Keys and the pointer within the text. */
import {
  useMemo,
  type ClipboardEvent,
  type DragEvent,
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
} from 'react';
import { Editor, Path, Range, Transforms } from 'slate';
import { ReactEditor } from 'slate-react';
import { cellStart } from '../../core/text/table.ts';
import { inlineLength } from '../../core/text/inline.ts';
import { atomAt, blockIndex, caretVoid, insertParagraph } from './blocks.ts';
import { isLeftToRight, isOnBlockEdgeLine, isOnEdgeLine } from './caret-lines.ts';
import type { EditorCommand } from './editor-command.ts';
import type { AnswerEditorProps } from './editor-props.ts';
import { isAtomElement } from './editable-view.tsx';
import { commandOfKey, isPlainPaste, isSelectAll, isShiftTab, isTab, isUndoOrRedo } from './keys.ts';
import type { BlockElement } from './nodes.ts';
import { inList, perform } from './perform.ts';
import { toPosition } from './position.ts';
import type { SuggestKeys } from './suggest-popup.tsx';
import { syncSelection } from './sync-selection.ts';
import { drop, startDrag, watchDragEnd } from './dragging.ts';
import { insertWhenRead } from './picture-edits.ts';
import { pasteData } from './with-clipboard.ts';

type Props = AnswerEditorProps & {
  readonly onKey?: (event: KeyboardEvent, editor: Editor) => boolean;
  readonly onCommand?: (command: EditorCommand) => boolean;
};

/** @param suggestKeys takes a key for a list that is open under the caret */
export function useEditorEvents(editor: Editor, latest: RefObject<Props>, suggestKeys: SuggestKeys) {
  return useMemo(() => {
    let plain = false;
    return {
      /** A value of true keeps Slate from the key; the browser and the application still get it. */
      onKeyDown(event: KeyboardEvent): boolean | undefined {
        if (event.nativeEvent.isComposing) return undefined;
        if (event.key.length > 1 || event.ctrlKey || event.metaKey) syncSelection(editor);
        plain = isPlainPaste(event);
        if (isSelectAll(event)) {
          // Within an atom the browser would select the page.
          event.preventDefault();
          Transforms.select(editor, { anchor: Editor.start(editor, []), focus: Editor.end(editor, []) });
          return true;
        }
        // Undo is the application's.
        if (isUndoOrRedo(event)) return true;
        if (suggestKeys.current?.(event)) {
          event.preventDefault();
          event.stopPropagation();
          return true;
        }
        const handled = onKey(editor, event, latest.current);
        if (!handled) return undefined;
        event.preventDefault();
        return true;
      },
      /** The browser must not undo on its own what it thinks that it did. */
      onDOMBeforeInput(event: InputEvent): boolean | undefined {
        if (event.inputType !== 'historyUndo' && event.inputType !== 'historyRedo') return undefined;
        event.preventDefault();
        return true;
      },
      onPaste(event: ClipboardEvent): boolean {
        event.preventDefault();
        paste(editor, event.clipboardData, latest.current, plain);
        plain = false;
        return true;
      },
      onCopy(): undefined {
        syncSelection(editor);
      },
      onDragStart(event: DragEvent): true | undefined {
        if (!startDrag(editor, event.dataTransfer)) return undefined;
        watchDragEnd(document);
        return true;
      },
      onDrop(event: DragEvent): true {
        drop(editor, event, latest.current);
        return true;
      },
      /** What is cut is an edit of its own. */
      onCut(): undefined {
        syncSelection(editor);
        editor.settle();
      },
      /** The fields beside a picture have their own focus: where it goes from there, Slate would bring it back. */
      onBlur(event: FocusEvent): boolean {
        return (event.target as HTMLElement).closest('[data-editor-bar]') !== null;
      },
      onClick(event: MouseEvent): boolean | undefined {
        const target = event.target as HTMLElement;
        const link = target.closest('a[href]');
        if (link && ReactEditor.hasDOMNode(editor, link)) {
          event.preventDefault();
          if (event.ctrlKey || event.metaKey) latest.current.onOpenLink?.(link.getAttribute('href') ?? '');
        }
        const atom = target.closest('.atom');
        if (!atom) {
          leaveClickedAtom(editor, event.clientX);
          const at = target.closest('[data-verdict]') && editor.selection;
          const position = at && Range.isCollapsed(at) && toPosition(editor, at.focus);
          if (position && !event.shiftKey) latest.current.onQuotation?.(position);
          const comment = target.closest<HTMLElement>('[data-comment]')?.dataset.comment;
          const clicked = editor.selection && Range.isCollapsed(editor.selection) && !event.shiftKey;
          if (comment !== undefined && clicked && !position) latest.current.onComment?.(comment);
          return undefined;
        }
        if (event.shiftKey || !ReactEditor.hasDOMNode(editor, atom)) return undefined;
        const node = ReactEditor.toSlateNode(editor, atom);
        if (!isAtomElement(node)) return undefined;
        return followAtom(editor, ReactEditor.findPath(editor, node), latest.current) || undefined;
      },
      /** A right click on a reference changes it. */
      onContextMenu(event: MouseEvent): boolean | undefined {
        const atom = (event.target as HTMLElement).closest('.atom.cross-reference');
        if (!atom || !ReactEditor.hasDOMNode(editor, atom)) return undefined;
        event.preventDefault();
        return openAtom(editor, ReactEditor.findPath(editor, ReactEditor.toSlateNode(editor, atom)));
      },
      onAuxClick(event: MouseEvent): void {
        if ((event.target as HTMLElement).closest('a[href]')) event.preventDefault();
      },
    };
  }, [editor, latest, suggestKeys]);
}

/** Pictures without words are pasted as pictures, all else as text. */
function paste(editor: Editor, data: DataTransfer, props: Props, plain: boolean): void {
  const files = [...data.files].filter(({ type }) => type.startsWith('image/'));
  const { pictures } = props;
  if (pictures && !plain && files.length > 0 && data.getData('text/plain') === '') {
    void insertWhenRead(editor, (reader) => reader.take(files), pictures);
  } else pasteData(editor, data, props, plain);
}

/** A click beside an atom, where a line ends with it, isn't a click on it: the caret goes to that side. */
function leaveClickedAtom(editor: Editor, x: number): void {
  syncSelection(editor);
  const { selection } = editor;
  const entry = selection && Range.isCollapsed(selection) ? atomAt(editor, selection) : undefined;
  if (!entry) return;
  const [atom, path] = entry;
  const { left, right } = ReactEditor.toDOMNode(editor, atom).getBoundingClientRect();
  // The nearer side: before the atom in reading order on the left, unless the line runs the other way.
  const onLeft = Math.abs(x - left) < Math.abs(x - right);
  const before = onLeft === (getComputedStyle(ReactEditor.toDOMNode(editor, atom)).direction === 'ltr');
  Transforms.select(
    editor,
    before ? Editor.end(editor, Path.previous(path)) : Editor.start(editor, Path.next(path)),
  );
}

function openAtom(editor: Editor, path: Path): boolean {
  const [node] = Editor.node(editor, path);
  if (!isAtomElement(node) || node.atom.type === 'note-mark') return false;
  Transforms.select(editor, Editor.start(editor, path));
  editor.openPanel({ kind: 'atom', path: Editor.pathRef(editor, path) });
  return true;
}

/** A cross reference leads to what it refers to, if that is there; everything else opens. */
function followAtom(editor: Editor, path: Path, { onReference, describeReference }: Props): boolean {
  const [node] = Editor.node(editor, path);
  if (!isAtomElement(node)) return false;
  const { atom } = node;
  if (atom.type !== 'cross-reference' || !onReference || describeReference(atom).missing)
    return openAtom(editor, path);
  Transforms.select(editor, Editor.start(editor, path));
  onReference(atom.target);
  return true;
}

function onKey(editor: Editor, event: KeyboardEvent, props: Props): boolean {
  const { onLeave, onKey: onOwnKey, onCommand: onOwnCommand } = props;
  const { selection } = editor;
  if (onOwnKey?.(event, editor)) return true;
  const command = commandOfKey(event.nativeEvent);
  if (command) return (onOwnCommand?.(command) ?? false) || perform(editor, command);
  if (isTab(event) || isShiftTab(event)) {
    return (
      (isTab(event) && enterSelected(editor)) ||
      (inList(editor) && perform(editor, isTab(event) ? 'indent' : 'outdent'))
    );
  }
  if (!selection || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return false;
  const atom = Range.isCollapsed(selection) ? atomAt(editor, selection) : undefined;
  if (event.key === 'Enter' && atom) return followAtom(editor, atom[1], props);
  if (event.key.startsWith('Arrow') && enterBeside(editor, event.key)) return true;
  if (event.key === 'ArrowUp' || event.key === 'ArrowLeft') {
    if (leaveVoid(editor, 'first')) return true;
    if (event.key === 'ArrowLeft' || !onLeave || !isOnEdgeLine(editor, 'first')) return false;
    onLeave('up');
    return true;
  }
  if (event.key === 'ArrowDown' || event.key === 'ArrowRight') {
    if (leaveVoid(editor, 'last')) return true;
    if (event.key === 'ArrowRight' || !onLeave || !isOnEdgeLine(editor, 'last')) return false;
    onLeave('down');
    return true;
  }
  return false;
}

/** At a text's end there is always a way out of a void block: a new paragraph. */
function leaveVoid(editor: Editor, edge: 'first' | 'last'): boolean {
  const entry = caretVoid(editor);
  if (!entry || entry[1][0] !== (edge === 'first' ? 0 : editor.children.length - 1)) return false;
  insertParagraph(editor, edge === 'first' ? 0 : editor.children.length);
  return true;
}

/** From a selected table or picture Tab goes into its first cell, or its caption. */
function enterSelected(editor: Editor): boolean {
  const entry = caretVoid(editor);
  if (!entry || entry[0].block.type === 'rule') return false;
  editor.enterBlock(entry[0].id, 0);
  return true;
}

/** An arrow key that goes out of a block towards a table goes into its nearest cell. */
function enterBeside(editor: Editor, key: string): boolean {
  const { selection } = editor;
  if (!selection || Range.isExpanded(selection) || caretVoid(editor)) return false;
  const index = blockIndex(selection.focus);
  const towards = edgeTowards(editor, key, index);
  const beside = towards && (editor.children[index + towards] as BlockElement | undefined);
  if (!beside || beside.type !== 'void' || beside.block.type !== 'table') return false;
  const { rows } = beside.block;
  const row = towards > 0 ? 0 : rows.length - 1;
  const last = key === 'ArrowLeft' || key === 'ArrowRight' ? (rows[row]?.length ?? 1) - 1 : 0;
  const cell = towards > 0 ? 0 : last;
  const content = rows[row]?.[cell]?.content ?? [];
  const start = cellStart(beside.block, { row, cell });
  editor.enterBlock(beside.id, towards > 0 ? start : start + inlineLength(content));
  return true;
}

function edgeTowards(editor: Editor, key: string, index: number): 1 | -1 | 0 {
  const { focus } = editor.selection!;
  if (key === 'ArrowUp') return isOnBlockEdgeLine(editor, 'first') ? -1 : 0;
  if (key === 'ArrowDown') return isOnBlockEdgeLine(editor, 'last') ? 1 : 0;
  const forth = (key === 'ArrowRight') === isLeftToRight(editor, focus);
  if (forth) return Editor.isEnd(editor, focus, [index]) ? 1 : 0;
  return Editor.isStart(editor, focus, [index]) ? -1 : 0;
}
