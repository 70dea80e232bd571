/** Everything that can happen in a letter's editor, drawn at random. */
import fc from 'fast-check';
import { Editor, Path, Range, Transforms, type Node, type Point } from 'slate';
import type { Block } from '../../../core/text/block.ts';
import { toElement } from '../../../renderer/editor/convert.ts';
import { EDITOR_COMMANDS } from '../../../renderer/editor/editor-command.ts';
import { adoptForLetter, insertInLetter } from '../../../renderer/editor/letter-clipboard.ts';
import { performInLetter } from '../../../renderer/editor/letter-commands.ts';
import { blockAtPath, isTextBlock, pathOfIndex, sectionsOf } from '../../../renderer/editor/letter-nodes.ts';
import type { Correcting } from './letter-headless.ts';

const KINDS = [
  'type',
  'type-over',
  'backspace',
  'delete',
  'cut',
  'break',
  'line',
  'paste',
  'command',
  'move-block',
  'move-section',
  'take-out',
  'put-in',
  'leaf',
  'section',
  'void',
] as const;

export interface Act {
  readonly kind: (typeof KINDS)[number];
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly words: string;
  readonly blocks: readonly Block[];
}

/** @param lines Whether a line feed within a block may come about. */
export function acts(
  words: fc.Arbitrary<string>,
  blocks: fc.Arbitrary<readonly Block[]>,
  lines: boolean,
): fc.Arbitrary<Act> {
  const number = fc.nat(10_000);
  const kinds = KINDS.filter((kind) => lines || (kind !== 'line' && kind !== 'command'));
  return fc.record({ kind: fc.constantFrom(...kinds), a: number, b: number, c: number, words, blocks });
}

function blockPath(editor: Editor, number: number): [number, number] {
  const count = sectionsOf(editor).reduce((sum, { children }) => sum + children.length, 0);
  return pathOfIndex(sectionsOf(editor), number % Math.max(1, count)) ?? [0, 0];
}

function pointAt(editor: Editor, number: number, offset: number): Point {
  const path = blockPath(editor, number);
  const texts = [...Editor.nodes(editor, { at: path, match: (node) => 'text' in node, voids: true })];
  const [leaf, at] = texts[offset % texts.length] ?? [{ text: '' }, [...path, 0]];
  const { length } = (leaf as { text: string }).text;
  return { path: at, offset: (offset >> 3) % (length + 1) };
}

const selectAt = (editor: Editor, { a, b, c }: Act, expanded: boolean) => {
  const anchor = pointAt(editor, a, b);
  Transforms.select(editor, { anchor, focus: expanded ? pointAt(editor, a + (c % 5), b + c) : anchor });
};

const UNITS = ['character', 'word', 'line', 'block'] as const;

export function perform({ editor, source }: Correcting, act: Act): void {
  const { kind, a, b, c, words, blocks } = act;
  const unit = UNITS[c % UNITS.length] ?? 'character';
  switch (kind) {
    case 'type':
      selectAt(editor, act, false);
      return editor.insertText(words);
    case 'type-over':
      selectAt(editor, act, true);
      if (editor.selection && Range.isExpanded(editor.selection)) editor.deleteFragment();
      return editor.insertText(words);
    case 'backspace':
    case 'delete':
      selectAt(editor, act, false);
      if (b % 3 === 0) {
        const edge = kind === 'delete' ? 'end' : 'start';
        Transforms.select(editor, Editor.point(editor, blockPath(editor, a), { edge }));
      }
      return kind === 'delete' ? editor.deleteForward(unit) : editor.deleteBackward(unit);
    case 'cut':
      selectAt(editor, act, true);
      return editor.deleteFragment();
    case 'break':
      selectAt(editor, act, c % 2 === 0);
      return editor.insertBreak();
    case 'line':
      selectAt(editor, act, c % 2 === 0);
      return editor.insertSoftBreak();
    case 'paste':
      selectAt(editor, act, c % 2 === 0);
      return insertInLetter(
        editor,
        source,
        adoptForLetter(blocks, editor.newId, () => false),
      );
    case 'command':
      selectAt(editor, act, true);
      return void performInLetter(editor, EDITOR_COMMANDS[c % EDITOR_COMMANDS.length] ?? 'strong');
    case 'move-block':
      return Transforms.moveNodes(editor, { at: blockPath(editor, a), to: blockPath(editor, b) });
    case 'move-section': {
      const count = editor.children.length;
      return Transforms.moveNodes(editor, { at: [a % count], to: [b % count] });
    }
    case 'take-out':
      return Transforms.removeNodes(editor, {
        at: a % 4 === 0 ? [b % editor.children.length] : blockPath(editor, a),
        voids: true,
      });
    case 'put-in': {
      const elements = adoptForLetter(blocks, editor.newId, () => false).map(toElement);
      const path = blockPath(editor, a);
      if (b % 3 > 0) return Transforms.insertNodes(editor, elements, { at: path });
      const section = { type: 'section', children: elements } as unknown as Node;
      return Transforms.insertNodes(editor, section, { at: [path[0]] });
    }
    case 'leaf':
      return changeLeaf(editor, act);
    case 'section': {
      const at = a % editor.children.length;
      const length = sectionsOf(editor)[at]?.children.length ?? 0;
      const properties = { type: 'section' } as never;
      if (b % 2 === 0 && at > 0) {
        const position = sectionsOf(editor)[at - 1]?.children.length ?? 0;
        return editor.apply({ type: 'merge_node', path: [at], position, properties });
      }
      if (length < 2) return;
      return editor.apply({ type: 'split_node', path: [at], position: 1 + (c % (length - 1)), properties });
    }
    case 'void': {
      const path = blockPath(editor, a);
      const block = blockAtPath(sectionsOf(editor), path);
      if (!block || block.type !== 'void' || block.block.type !== 'table') return;
      const table = { ...block.block, rows: [[{ content: [{ text: words }] }]] };
      return Transforms.setNodes(editor, { block: table } as never, { at: path });
    }
  }
}

/** Below what an editor's methods do: leaves split, joined, marked, moved, put in and taken out one by one. */
function changeLeaf(editor: Editor, { a, b, c, words }: Act): void {
  const path = blockPath(editor, a);
  const block = blockAtPath(sectionsOf(editor), path);
  if (!block || !isTextBlock(block)) return;
  const index = b % block.children.length;
  const leaf = block.children[index];
  const at = [...path, index];
  if (!leaf || !('text' in leaf)) return Transforms.removeNodes(editor, { at, voids: true });
  const { text, ...properties } = leaf;
  switch (c % 6) {
    case 0: {
      const position = (c >> 3) % (text.length + 1);
      return editor.apply({
        type: 'split_node',
        path: at,
        position,
        properties: { ...properties, strong: true },
      });
    }
    case 1: {
      const previous = block.children[index - 1];
      if (!previous || !('text' in previous)) return;
      const position = previous.text.length;
      return editor.apply({ type: 'merge_node', path: at, position, properties });
    }
    case 2:
      return Transforms.setNodes(editor, { emphasis: true } as never, { at });
    case 3: {
      const target = blockPath(editor, b + c);
      const other = blockAtPath(sectionsOf(editor), target);
      if (!other || !isTextBlock(other)) return;
      const to = [...target, c % (other.children.length + (Path.equals(path, target) ? 0 : 1))];
      return Transforms.moveNodes(editor, { at, to });
    }
    case 4:
      return Transforms.insertNodes(editor, { text: words, underline: true } as never, { at });
    default:
      return Transforms.removeNodes(editor, { at });
  }
}
