import type { Root } from 'hast';
import { fromParse5 } from 'hast-util-from-parse5';
import { defaultTreeAdapter as tree, parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import type { NoticeCounter } from '../notices.ts';
import { BLOCK_TAGS } from './tags.ts';

/** Elements deeper than this are flattened; everything after works by recursion, which this bounds. */
export const DEEPEST = 256;

/**
 * HTML to hast by the HTML standard's parser. It never fails; what is nested more than {@link DEEPEST} deep keeps
 * its text, in paragraphs, and is told in `notices`.
 */
export function parseHtml(html: string, notices: NoticeCounter): Root {
  const document = parse(html, { scriptingEnabled: false });
  notices.add('changed', 'nesting', flattenDeep(document));
  return fromParse5(document) as Root;
}

/** @returns How many elements were flattened. Walks with a stack of its own, at any depth. */
function flattenDeep(document: Tree.Document): number {
  let flattened = 0;
  const open: { node: Tree.ParentNode; depth: number }[] = [{ node: document, depth: 0 }];
  for (let entry = open.pop(); entry; entry = open.pop()) {
    for (const child of entry.node.childNodes) {
      if (!('childNodes' in child)) continue;
      if (entry.depth + 1 < DEEPEST || TABLE_PARTS.has(child.nodeName))
        open.push({ node: child, depth: entry.depth + 1 });
      else if (child.childNodes.some((grandchild) => 'childNodes' in grandchild)) {
        flattened++;
        flatten(child);
      }
    }
  }
  return flattened;
}

/** What stands in a table but outside its cells has no place, so only what is in the cells is flattened. */
const TABLE_PARTS = new Set(['table', 'thead', 'tbody', 'tfoot', 'tr']);

const DROPPED = new Set(['script', 'style', 'template', 'noscript']);

/** Replaces what the element holds by paragraphs of its text. */
function flatten(element: Tree.ParentNode): void {
  const paragraphs: string[] = [''];
  const waiting: Tree.ChildNode[] = [...element.childNodes].reverse();
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (tree.isTextNode(node)) paragraphs.push((paragraphs.pop() ?? '') + node.value);
    else if (tree.isElementNode(node) && !DROPPED.has(node.tagName)) {
      if (BLOCK_TAGS.has(node.tagName) || node.tagName === 'br') paragraphs.push('');
      for (let i = node.childNodes.length - 1; i >= 0; i--)
        waiting.push(node.childNodes[i] as Tree.ChildNode);
    }
  }
  element.childNodes = [];
  for (const text of paragraphs) {
    if (text.trim() === '') continue;
    const paragraph = tree.createElement('p', HTML, []);
    tree.insertText(paragraph, text);
    tree.appendChild(element, paragraph);
  }
}

const HTML = 'http://www.w3.org/1999/xhtml' as Parameters<typeof tree.createElement>[1];
