/** Keeps a letter's editor within the closed model, and says what its keys do. */
import { Element, Node, Transforms, type Editor, type NodeEntry, type Path } from 'slate';
import { paragraph, safeUrl, MARKS, type BlockId } from '../../core/text/block.ts';
import { toElement } from './convert.ts';
import { isSection, LONGEST_SECTION, SECTION_LENGTH, sectionsOf } from './letter-nodes.ts';
import { backspace, breakLetterBlock, breakLetterLine, forwardDelete, leaveVoid } from './letter-keys.ts';
import { setFields } from './set-fields.ts';
import { knownAttributes } from './with-blocks.ts';

type Bag = Record<string, unknown>;

/** The fields to set (null to unset) so that `actual`, but for `except`, becomes `wanted`; undefined for none. */
function correction(actual: Bag, wanted: Bag, except: string): Bag | undefined {
  const changes: Bag = {};
  for (const key of Object.keys(actual)) if (key !== except && !(key in wanted)) changes[key] = null;
  for (const [key, value] of Object.entries(wanted)) if (actual[key] !== value) changes[key] = value;
  return Object.keys(changes).length > 0 ? changes : undefined;
}

function knownMarks(leaf: Bag): Bag {
  const known: Bag = {};
  for (const mark of MARKS) if (leaf[mark] === true) known[mark] = true;
  const link = typeof leaf.link === 'string' ? safeUrl(leaf.link) : undefined;
  if (link !== undefined) known.link = link;
  return known;
}

/** The attributes that a block of a letter may have: what a text by the author may, and the page. */
function letterAttributes(bag: Bag): Bag {
  const known = knownAttributes(bag) as unknown as Bag;
  return typeof bag.page === 'string' ? { ...known, page: bag.page } : known;
}

/** True when it changed something. */
function normalizeRoot(editor: Editor): boolean {
  if (editor.children.length === 0) {
    const section = { type: 'section', children: [toElement(paragraph(editor.newId()))] };
    Transforms.insertNodes(editor, section as unknown as Node, { at: [0] });
    return true;
  }
  const stray = editor.children.findIndex((child) => !isSection(child));
  if (stray < 0) return false;
  Transforms.wrapNodes(editor, { type: 'section', children: [] } as unknown as Element, { at: [stray] });
  return true;
}

function normalizeSection(editor: Editor, path: Path): boolean {
  const children = sectionsOf(editor)[path[0] ?? -1]?.children ?? [];
  if (children.length === 0) {
    if (editor.children.length > 1) Transforms.removeNodes(editor, { at: path });
    else Transforms.insertNodes(editor, toElement(paragraph(editor.newId())), { at: [...path, 0] });
    return true;
  }
  if (children.length <= LONGEST_SECTION) return false;
  const position = Math.max(SECTION_LENGTH, children.length >> 1);
  editor.apply({ type: 'split_node', path, position, properties: { type: 'section' } as Partial<Node> });
  return true;
}

function normalized(editor: Editor, [node, path]: NodeEntry): boolean {
  if (path.length === 0) return normalizeRoot(editor);
  if (isSection(node)) return path.length === 1 && normalizeSection(editor, path);
  const bag = node as unknown as Bag;
  let changes: Bag | undefined;
  if (Node.isText(node)) changes = correction(bag, knownMarks(bag), 'text');
  else if (path.length === 2 && bag.type !== 'void') {
    changes = correction(bag, letterAttributes(bag), 'children');
  }
  if (!changes) return false;
  setFields(editor, path, changes);
  return true;
}

export interface LetterOptions {
  readonly newId: () => BlockId;
  readonly direction: 'ltr' | 'rtl';
}

export function withLetter(editor: Editor, options: LetterOptions): Editor {
  const { normalizeNode, getSplitProperties, insertText, deleteBackward, deleteForward } = editor;
  editor.newId = options.newId;
  editor.scope = 'answer';
  editor.textDirection = options.direction;
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
  editor.getSplitProperties = (node, path) => {
    const properties = getSplitProperties(node, path);
    if (isSection(node) || !Element.isElement(node) || node.type === 'atom') return properties;
    const rest: Bag = { ...properties, id: editor.newId() };
    delete rest.start;
    delete rest.entry;
    return rest as Partial<Node>;
  };
  editor.normalizeNode = (entry, normalizeOptions) => {
    if (!normalized(editor, entry)) normalizeNode(entry, normalizeOptions);
  };
  editor.insertBreak = () => breakLetterBlock(editor);
  editor.insertSoftBreak = () => breakLetterLine(editor);
  editor.insertText = (text, textOptions) => {
    leaveVoid(editor);
    insertText(text, textOptions);
  };
  editor.deleteBackward = (unit) => {
    if (!backspace(editor)) deleteBackward(unit);
  };
  editor.deleteForward = (unit) => {
    if (!forwardDelete(editor)) deleteForward(unit);
  };
  // Nothing of Slate's own clipboard format is ever put in.
  editor.insertFragment = () => undefined;
  return editor;
}
