/** An editor without a window, whose text can be read as short lines and whose edits are collected. */
import { Editor, Transforms, type Editor as SlateEditor } from 'slate';
import { countingIds } from '../../../core/document/id.ts';
import { isSpan, type Block, type RichText } from '../../../core/text/block.ts';
import { blockText } from '../../../core/text/canonical.ts';
import type { BlockEdit } from '../../../renderer/editor/block-edit.ts';
import type { BlockElement } from '../../../renderer/editor/nodes.ts';
import { toBlock } from '../../../renderer/editor/convert.ts';
import { makeEditor, type MadeEditor } from '../../../renderer/editor/make-editor.ts';
import { toPoint } from '../../../renderer/editor/position.ts';

export interface Headless extends MadeEditor {
  readonly edits: BlockEdit[];
  /** The text as the edits make it of the first one. */
  owned(): RichText;
  /** Changes the text from outside, as undo does. */
  replace(next: RichText): void;
  /** The text in Slate. */
  blocks(): readonly Block[];
  caret(block: string, offset: number, atoms?: number): void;
  select(from: [string, number], to: [string, number]): void;
  /** Types characters one at a time, as a person does. */
  type(text: string): void;
  /** Waits until Slate has flushed. */
  rest(): Promise<void>;
}

export function headless(
  text: RichText,
  options: { scope?: 'answer' | 'note'; cleanPaste?: (html: string) => readonly Block[] } = {},
): Headless {
  const edits: BlockEdit[] = [];
  let owned = text;
  const newId = countingIds('n');
  const made = makeEditor(
    text,
    { newId, scope: options.scope ?? 'answer', direction: 'ltr', lists: () => ['demands', 'changes'] },
    () => ({ cleanPaste: options.cleanPaste ?? (() => []), atomText: (atom) => `(${atom.type})` }),
    (edit) => {
      edits.push(edit);
      edit.removed.forEach((block, i) => {
        if (owned[edit.index + i] !== block) throw new Error(`${block.id} isn't the owner's block`);
      });
      owned = owned.toSpliced(edit.index, edit.removed.length, ...edit.inserted);
    },
  );
  const editor: SlateEditor = made.editor;
  const point = (block: string, offset: number, atoms = 0) => {
    const found = toPoint(editor, { block, offset, ...(atoms > 0 ? { atoms } : {}) });
    if (!found) throw new Error(`no block ${block}`);
    return found;
  };
  return {
    ...made,
    edits,
    owned: () => owned,
    replace: (next) => {
      owned = next;
      made.source.applyText(next);
    },
    blocks: () => (editor.children as BlockElement[]).map(toBlock),
    caret: (block, offset, atoms) => Transforms.select(editor, point(block, offset, atoms)),
    select: (from, to) => Transforms.select(editor, { anchor: point(...from), focus: point(...to) }),
    type: (written) => {
      for (const character of written) Editor.insertText(editor, character);
    },
    rest: () => new Promise((resolve) => setTimeout(resolve)),
  };
}

/** A block on a line: "heading1 text", "item bullet2 text", "> paragraph text". */
export function line(block: Block): string {
  const quoted = '> '.repeat(block.quoted ?? 0);
  const what =
    block.type === 'heading'
      ? `heading${block.level}`
      : block.type === 'item'
        ? `${block.list}${block.level}${block.start === undefined ? '' : `=${block.start}`}`
        : block.type === 'paragraph'
          ? `p${block.indent ?? ''}${block.entry ? '!' : ''}`
          : block.type;
  return `${quoted}${what} ${blockText(block)}`.trimEnd();
}

export const lines = (blocks: readonly Block[]): string[] => blocks.map(line);

/** Content with its marks: "plain [strong:bold] {note}". */
export function inlineLine(block: Block | undefined): string {
  if (!block || !('content' in block)) return '';
  return block.content
    .map((inline) => {
      if (!isSpan(inline)) return `{${inline.type}}`;
      const signs = [...(inline.marks ?? []), ...(inline.link === undefined ? [] : [`link ${inline.link}`])];
      return signs.length > 0 ? `[${signs.join('+')}:${inline.text}]` : inline.text;
    })
    .join('');
}
