/**
 * Markdown as it is typed: a sign becomes what it stands for. Each is an edit of its own, so that undo gives back
 * the typed characters.
 */
import { Editor, Node, Range, Text, Transforms } from 'slate';
import { safeUrl, type ListStyle, type Mark } from '../../core/text/block.ts';
import { caretBlock, isTextElement, quotedDepth, setBlock, type BlockEntry } from './blocks.ts';
import { toElement } from './convert.ts';
import { insertNote } from './atoms.ts';
import { listMarkers } from '../../core/text/list-markers.ts';
import { toBlock } from './convert.ts';
import type { BlockElement, Leaf } from './nodes.ts';
import { toPoint } from './position.ts';
import { suggest } from './suggest.ts';
import { textBeforeCaret } from './typing.ts';

export function withShortcuts(editor: Editor): Editor {
  const { insertText } = editor;
  editor.insertText = (text, options) => {
    const typed = text.length === 1 && editor.selection !== null && Range.isCollapsed(editor.selection);
    insertText(text, options);
    if (typed) runShortcuts(editor, text);
  };
  return editor;
}

function runShortcuts(editor: Editor, typed: string): void {
  const entry = caretBlock(editor);
  if (!entry || !isTextElement(entry[0]) || entry[0].type === 'preformatted') return;
  const { anchor } = editor.selection!;
  const leaf = Node.getIf(editor, anchor.path) as Leaf | undefined;
  if (!leaf || (leaf.code && typed !== '`')) return;
  const before = textBeforeCaret(editor);
  if (editor.scope === 'answer') {
    if (typed === ' ' && blockShortcut(editor, entry, before)) return;
    if (typed === '-' && before === '---' && ruleShortcut(editor, entry)) return;
    if (typed === '^' && before.endsWith('[^')) return noteShortcut(editor, before);
  }
  if (markShortcut(editor, entry, typed, before) || linkShortcut(editor, entry, typed, before)) return;
  suggest(editor, entry, before);
}

const LISTS: readonly (readonly [sign: RegExp, list: ListStyle])[] = [
  [/^[-*+] $/, 'bullet'],
  [/^\d{1,2}[.)] $/, 'decimal'],
  [/^a[.)] $/, 'lower-alpha'],
  [/^A[.)] $/, 'upper-alpha'],
  [/^i[.)] $/, 'lower-roman'],
  [/^I\) $/, 'upper-roman'],
];

function blockShortcut(editor: Editor, entry: BlockEntry, before: string): boolean {
  const [block, path] = entry;
  if (block.type !== 'paragraph') return false;
  const become = (attributes: Parameters<typeof setBlock>[2]): true => {
    takeTyped(editor, path[0]!, 0, before.length, () => setBlock(editor, path, attributes));
    return true;
  };
  const heading = /^(#{1,3}) $/.exec(before)?.[1];
  if (heading) return become({ type: 'heading', level: heading.length });
  if (before === '> ') return become({ type: 'paragraph', quoted: quotedDepth(block) + 1 });
  const sign = /^(--|[—–]) $/.exec(before)?.[1];
  if (sign) {
    const above = editor.children[path[0]! - 1] as BlockElement | undefined;
    const depthAbove = above ? quotedDepth(above) : 0;
    // A dash may begin a speech; it is a source's only under quoted words, where more of them could follow.
    const depth = sign === '--' ? quotedDepth(block) || depthAbove : Math.min(quotedDepth(block), depthAbove);
    return depth > 0 && become({ type: 'attribution', quoted: depth });
  }
  const list = LISTS.find(([sign]) => sign.test(before))?.[1];
  if (!list) return false;
  return become({
    type: 'item',
    list,
    level: block.indent ?? 1,
    start: startOf(editor, path[0]!, list, before),
  });
}

/** The number that the typed one has to set, where counting on wouldn't give it. */
function startOf(editor: Editor, index: number, list: ListStyle, before: string): number | undefined {
  if (list !== 'decimal') return undefined;
  const number = Number.parseInt(before, 10);
  const above = (editor.children.slice(0, index) as BlockElement[]).map(toBlock);
  const markers = listMarkers([...above, { id: '', type: 'item', list, level: 1, content: [] }]);
  return markers.get('') === `${number}.` ? undefined : number;
}

/** Takes the typed signs away and does the rest, as one edit after the typing. Offsets are units of the block. */
function takeTyped(editor: Editor, index: number, from: number, to: number, rest: () => void): void {
  editor.settle();
  const block = editor.children[index] as BlockElement;
  const anchor = toPoint(editor, { block: block.id, offset: from });
  const focus = toPoint(editor, { block: block.id, offset: to });
  Editor.withoutNormalizing(editor, () => {
    if (anchor && focus) Transforms.delete(editor, { at: { anchor, focus } });
    rest();
  });
  editor.settle('other');
}

function ruleShortcut(editor: Editor, [block, path]: BlockEntry): boolean {
  if (block.type !== 'paragraph' || Node.string(block) !== '---') return false;
  takeTyped(editor, path[0]!, 0, 3, () => {
    Transforms.insertNodes(editor, toElement({ id: editor.newId(), type: 'rule' }), { at: path });
  });
  return true;
}

function noteShortcut(editor: Editor, before: string): void {
  const index = editor.selection!.anchor.path[0]!;
  let open = () => undefined as void;
  takeTyped(editor, index, before.length - 2, before.length, () => {
    open = insertNote(editor);
  });
  open();
}

const MARK_SIGNS: readonly (readonly [pattern: RegExp, sign: number, mark: Mark])[] = [
  [/(?:^|[^*])(\*\*[^\s*](?:[^*]*[^\s*])?\*\*)$/, 2, 'strong'],
  [/(?:^|[^*\p{L}\p{N}])(\*[^\s*](?:[^*]*[^\s*])?\*)$/u, 1, 'emphasis'],
  [/(?:^|[^_\p{L}\p{N}])(_[^\s_](?:[^_]*[^\s_])?_)$/u, 1, 'emphasis'],
  [/(?:^|[^`])(`[^`]+`)$/, 1, 'code'],
  [/(?:^|[^~])(~~[^\s~](?:[^~]*[^\s~])?~~)$/, 2, 'strike'],
];

function markShortcut(editor: Editor, [block, path]: BlockEntry, typed: string, before: string): boolean {
  if (!'*_`~'.includes(typed)) return false;
  for (const [pattern, sign, mark] of MARK_SIGNS) {
    const whole = pattern.exec(before)?.[1];
    if (!whole) continue;
    const id = (block as { id: string }).id;
    const end = before.length;
    const start = end - whole.length;
    const marks = Editor.marks(editor) ?? {};
    const range = (from: number, to: number): Range | undefined => {
      const anchor = toPoint(editor, { block: id, offset: from });
      const focus = toPoint(editor, { block: id, offset: to });
      return anchor && focus && { anchor, focus };
    };
    takeTyped(editor, path[0]!, end - sign, end, () => {
      Transforms.delete(editor, { at: range(start, start + sign) });
      const at = range(start, end - 2 * sign);
      Transforms.setNodes(editor, { [mark]: true } as Partial<Leaf>, { at, match: Text.isText, split: true });
    });
    const { [mark]: _, ...rest } = marks;
    editor.marks = rest;
    return true;
  }
  return false;
}

/** `[words](https://…)`, where the address may be kept. */
function linkShortcut(editor: Editor, [block, path]: BlockEntry, typed: string, before: string): boolean {
  if (typed !== ')') return false;
  const found = /\[([^[\]]+)\]\(([^\s()]+)\)$/.exec(before);
  const [whole, words, address] = found ?? [];
  const link = address && safeUrl(address);
  if (!whole || !words || !link) return false;
  const { id } = block as { id: string };
  const start = before.length - whole.length;
  const range = (from: number, to: number): Range | undefined => {
    const anchor = toPoint(editor, { block: id, offset: from });
    const focus = toPoint(editor, { block: id, offset: to });
    return anchor && focus && { anchor, focus };
  };
  takeTyped(editor, path[0]!, start + 1 + words.length, before.length, () => {
    Transforms.delete(editor, { at: range(start, start + 1) });
    const at = range(start, start + words.length);
    Transforms.setNodes(editor, { link } as Partial<Leaf>, { at, match: Text.isText, split: true });
  });
  return true;
}
