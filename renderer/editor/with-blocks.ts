/**
 * Keeps a Slate editor within the closed model: a flat list of blocks with ids of their own, only known
 * attributes and marks, and always a place for the caret.
 */
import { Element, Node, Range, Transforms, type Editor, type NodeEntry } from 'slate';
import { LIST_STYLES, MARKS, paragraph, safeUrl, type BlockId } from '../../core/text/block.ts';
import { toElement } from './convert.ts';
import { deleteBackwardAtStart, deleteForwardAtEnd, resetWhenAllDeleted } from './deleting.ts';
import { breakBlock, breakLine } from './breaking.ts';
import { insertTextWhereAllowed } from './typing.ts';
import { withShortcuts } from './shortcuts.ts';
import type { BlockAttributes, BlockElement } from './nodes.ts';
import { setFields } from './set-fields.ts';

type Bag = Record<string, unknown>;

const isDepth = (value: unknown): value is number => Number.isInteger(value) && (value as number) >= 1;

/** The attributes that a text block of its type may have, with values that it may have. */
export function knownAttributes(element: Bag): BlockAttributes {
  const common: Bag = { id: element.id };
  if (isDepth(element.quoted)) common.quoted = element.quoted;
  if (element.direction === 'ltr' || element.direction === 'rtl') common.direction = element.direction;
  switch (element.type) {
    case 'heading': {
      const level = isDepth(element.level) ? Math.min(element.level, 6) : 1;
      return { type: 'heading', ...common, level } as BlockAttributes;
    }
    case 'item': {
      const list = LIST_STYLES.find((style) => style === element.list) ?? 'bullet';
      const level = isDepth(element.level) ? element.level : 1;
      const start = Number.isInteger(element.start) ? { start: element.start } : {};
      return { type: 'item', ...common, list, level, ...start } as BlockAttributes;
    }
    case 'attribution':
    case 'verse':
    case 'preformatted':
      return { type: element.type, ...common } as BlockAttributes;
    case 'note':
      return {
        type: 'note',
        ...common,
        label: typeof element.label === 'string' ? element.label : '',
      } as BlockAttributes;
    default: {
      const indent = isDepth(element.indent) ? { indent: element.indent } : {};
      const entry = typeof element.entry === 'string' ? { entry: element.entry } : {};
      return { type: 'paragraph', ...common, ...indent, ...entry } as BlockAttributes;
    }
  }
}

function knownMarks(leaf: Bag): Bag {
  const known: Bag = {};
  for (const mark of MARKS) if (leaf[mark] === true) known[mark] = true;
  const link = typeof leaf.link === 'string' ? safeUrl(leaf.link) : undefined;
  if (link !== undefined) known.link = link;
  return known;
}

/** The fields to set (null to unset) so that `actual`, but for `except`, becomes `wanted`; undefined for none. */
function correction(actual: Bag, wanted: Bag, except: string): Bag | undefined {
  const changes: Bag = {};
  for (const key of Object.keys(actual)) if (key !== except && !(key in wanted)) changes[key] = null;
  for (const [key, value] of Object.entries(wanted)) if (actual[key] !== value) changes[key] = value;
  return Object.keys(changes).length > 0 ? changes : undefined;
}

/** True when it changed something. */
function normalizeLeafOrBlock(editor: Editor, [node, path]: NodeEntry): boolean {
  if (Node.isEditor(node)) return false;
  let changes: Bag | undefined;
  if (Node.isText(node))
    changes = correction(node as unknown as Bag, knownMarks(node as unknown as Bag), 'text');
  else if (path.length === 1 && node.type !== 'void') {
    const wanted = knownAttributes(node as unknown as Bag);
    changes = correction(node as unknown as Bag, wanted as unknown as Bag, 'children');
  }
  if (!changes) return false;
  setFields(editor, path, changes);
  return true;
}

function normalizeRoot(editor: Editor): boolean {
  if (editor.children.length === 0) {
    Transforms.insertNodes(editor, toElement(paragraph(editor.newId())), { at: [0] });
    return true;
  }
  const seen = new Set<BlockId>();
  let changed = false;
  editor.children.forEach((child, index) => {
    const { id } = child as BlockElement;
    if (typeof id === 'string' && !seen.has(id)) {
      seen.add(id);
      return;
    }
    changed = true;
    setFields(editor, [index], { id: editor.newId() });
  });
  return changed;
}

export interface BlocksOptions {
  readonly newId: () => string;
  readonly scope: 'answer' | 'note';
  readonly direction: 'ltr' | 'rtl';
  /** Ids of the project's lists; a text without any has no entries. */
  readonly lists?: () => readonly string[];
}

export function withBlocks(editor: Editor, options: BlocksOptions): Editor {
  const { normalizeNode, getSplitProperties, insertText, deleteBackward, deleteForward, deleteFragment } =
    editor;
  editor.newId = options.newId;
  editor.scope = options.scope;
  editor.textDirection = options.direction;
  editor.lists = options.lists ?? (() => []);
  editor.settle ??= () => undefined;
  editor.openPanel ??= () => undefined;

  editor.isVoid = (element) => element.type === 'void' || element.type === 'atom';
  editor.isInline = (element) => element.type === 'atom';
  editor.markableVoid = () => false;
  // What is typed at the border of a link doesn't belong to it.
  editor.leafEdgeAffinity = (before, after) => {
    if (before.link === after.link) return null;
    if (before.link !== undefined && after.link === undefined) return 'forward';
    return before.link === undefined ? 'backward' : null;
  };
  // The part split off is a block of its own: with an id, and without what is said only once.
  editor.getSplitProperties = (node, path) => {
    const properties = getSplitProperties(node, path);
    if (!Element.isElement(node) || node.type === 'atom') return properties;
    const rest: Bag = { ...properties, id: editor.newId() };
    delete rest.start;
    delete rest.entry;
    return rest as Partial<Node>;
  };
  editor.normalizeNode = (entry, normalizeOptions) => {
    if (Node.isEditor(entry[0]) ? normalizeRoot(editor) : normalizeLeafOrBlock(editor, entry)) return;
    normalizeNode(entry, normalizeOptions);
  };
  editor.insertBreak = () => breakBlock(editor);
  editor.insertSoftBreak = () => breakLine(editor);
  editor.insertText = (text, textOptions) =>
    insertTextWhereAllowed(editor, text, () => insertText(text, textOptions));
  editor.deleteBackward = (unit) => {
    if (!deleteBackwardAtStart(editor)) deleteBackward(unit);
  };
  editor.deleteForward = (unit) => {
    if (!deleteForwardAtEnd(editor)) deleteForward(unit);
  };
  editor.deleteFragment = (fragmentOptions) => {
    const { selection } = editor;
    const whole =
      selection && Range.isExpanded(selection) && Range.equals(wholeRange(editor), forward(selection));
    deleteFragment(fragmentOptions);
    if (whole) resetWhenAllDeleted(editor);
  };
  return withShortcuts(editor);
}

function forward(range: Range): Range {
  const [anchor, focus] = Range.edges(range);
  return { anchor, focus };
}

function wholeRange(editor: Editor): Range {
  return { anchor: editor.start([]), focus: editor.end([]) };
}
