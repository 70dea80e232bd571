/**
 * The tree that the parser builds: parse5's, by an adapter of our own, so that nothing is copied from one tree to
 * another. It lives only while a page is read.
 */
import { html as names, type Token, type TreeAdapter, type TreeAdapterTypeMap } from 'parse5';

export interface Root {
  readonly type: 'root';
  children: Child[];
}
export interface Element {
  readonly type: 'element';
  /** In lower case; with its prefix in HTML that has such ("o:p"). */
  readonly tagName: string;
  readonly attributes: Token.Attribute[];
  children: Child[];
  parent: Parent | null;
  readonly namespace: names.NS;
}
export interface Text {
  readonly type: 'text';
  value: string;
  parent: Parent | null;
}
export interface Comment {
  readonly type: 'comment';
  readonly value: string;
  parent: Parent | null;
}
export type Parent = Root | Element;
export type Child = Element | Text | Comment;
export type Node = Root | Child;

type Types = TreeAdapterTypeMap<Node, Parent, Child, Root, Root, Element, Comment, Text, Element, never>;

function append(parent: Parent, child: Child): void {
  parent.children.push(child);
  child.parent = parent;
}

function place(parent: Parent, at: number, child: Child): void {
  parent.children.splice(at, 0, child);
  child.parent = parent;
}

/** Where `child` stands; what is put before something is nearly always put before the last. */
function indexIn(parent: Parent, child: Child): number {
  return parent.children.lastIndexOf(child);
}

export const treeAdapter: TreeAdapter<Types> = {
  createDocument: () => ({ type: 'root', children: [] }),
  createDocumentFragment: () => ({ type: 'root', children: [] }),
  createElement: (tagName, namespace, attributes) => ({
    type: 'element',
    tagName,
    attributes,
    children: [],
    parent: null,
    namespace,
  }),
  createCommentNode: (value) => ({ type: 'comment', value, parent: null }),
  createTextNode: (value) => ({ type: 'text', value, parent: null }),
  appendChild: append,
  insertBefore: (parent, child, reference) => place(parent, indexIn(parent, reference), child),
  insertText(parent, value) {
    const last = parent.children.at(-1);
    if (last?.type === 'text') last.value += value;
    else append(parent, { type: 'text', value, parent: null });
  },
  insertTextBefore(parent, value, reference) {
    const at = indexIn(parent, reference);
    const before = parent.children[at - 1];
    if (before?.type === 'text') before.value += value;
    else place(parent, at, { type: 'text', value, parent: null });
  },
  adoptAttributes(element, attributes) {
    for (const attribute of attributes) {
      if (!element.attributes.some(({ name }) => name === attribute.name)) element.attributes.push(attribute);
    }
  },
  detachNode(node) {
    if (node.parent) {
      const at = indexIn(node.parent, node);
      if (at >= 0) node.parent.children.splice(at, 1);
      node.parent = null;
    }
  },
  // What a template holds is never shown; it stays apart and is forgotten.
  setTemplateContent: () => undefined,
  getTemplateContent: () => ({ type: 'root', children: [] }),
  getAttrList: (element) => element.attributes,
  getChildNodes: (node) => node.children,
  getFirstChild: (node) => node.children[0] ?? null,
  getParentNode: (node) => (node.type === 'root' ? null : node.parent),
  getTagName: (element) => element.tagName,
  getNamespaceURI: (element) => element.namespace,
  getTextNodeContent: (text) => text.value,
  getCommentNodeContent: (comment) => comment.value,
  isElementNode: (node) => node.type === 'element',
  isTextNode: (node) => node.type === 'text',
  isCommentNode: (node) => node.type === 'comment',
  isDocumentTypeNode: (_node): _node is never => false,
  setDocumentType: () => undefined,
  getDocumentTypeNodeName: () => '',
  getDocumentTypeNodePublicId: () => '',
  getDocumentTypeNodeSystemId: () => '',
  setDocumentMode: () => undefined,
  getDocumentMode: () => names.DOCUMENT_MODE.NO_QUIRKS,
  getNodeSourceCodeLocation: () => undefined,
  setNodeSourceCodeLocation: () => undefined,
  updateNodeSourceCodeLocation: () => undefined,
};

/** More elements came of a page than its tags can be meant for. */
export class TooManyElements extends Error {}

/**
 * The adapter for a page of so many tags. By the HTML standard each block within formatting that was never closed
 * begins with all of it anew, so that a page can become a tree as large as its square.
 *
 * @throws TooManyElements while the tree is built
 */
export function boundedAdapter(tags: number): TreeAdapter<Types> {
  let left = SPARE_ELEMENTS + tags * ELEMENTS_FOR_TAG;
  return {
    ...treeAdapter,
    createElement(...given) {
      if (--left < 0) throw new TooManyElements();
      return treeAdapter.createElement(...given);
    },
  };
}

const SPARE_ELEMENTS = 10_000;
const ELEMENTS_FOR_TAG = 5;
