import { parse, html as names } from 'parse5';
import type { NoticeCounter } from '../notices.ts';
import { BLOCK_TAGS } from './tags.ts';
import {
  boundedAdapter,
  TooManyElements,
  treeAdapter,
  type Child,
  type Element,
  type Parent,
  type Root,
} from './tree.ts';

/** Elements deeper than this are flattened; everything after works by recursion, which this bounds. */
export const DEEPEST = 256;

/** What Windows puts before HTML on its clipboard: offsets into it, line by line. */
const CLIPBOARD_HEADER =
  /^Version:\d+\.\d+\s+(?:(?:(?:Start|End)(?:HTML|Fragment|Selection)|SourceURL):[^\r\n]*\r?\n\s*)+(?=<)/;

/**
 * HTML to a tree by the HTML standard's parser. It never fails; what is nested more than {@link DEEPEST} deep keeps
 * its text, in paragraphs; what opens formatting without end loses its emphasis and links. Both are told in
 * `notices`.
 */
export function parseHtml(html: string, notices: NoticeCounter): Root {
  const document = parsed(html.replace(CLIPBOARD_HEADER, ''), notices);
  notices.add('changed', 'nesting', flattenDeep(document));
  return document;
}

/** Formatting elements, which the parser opens again in block after block; a link is one of them. */
const FORMATTING = /<\/?(?:a|b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)(?=[\s/>])[^>]*>/gi;

function parsed(html: string, notices: NoticeCounter): Root {
  const tags = html.split('<').length;
  try {
    return parse(html, { treeAdapter: boundedAdapter(tags), scriptingEnabled: false });
  } catch (error) {
    if (!(error instanceof TooManyElements)) throw error;
    notices.add('changed', 'formatting', 1);
    return parse(html.replace(FORMATTING, ''), { treeAdapter, scriptingEnabled: false });
  }
}

/** @returns How many elements were flattened. Walks with a stack of its own, at any depth. */
function flattenDeep(document: Root): number {
  let flattened = 0;
  const open: { node: Parent; depth: number }[] = [{ node: document, depth: 0 }];
  for (let entry = open.pop(); entry; entry = open.pop()) {
    for (const child of entry.node.children) {
      if (child.type !== 'element') continue;
      if (entry.depth + 1 < DEEPEST || TABLE_PARTS.has(child.tagName))
        open.push({ node: child, depth: entry.depth + 1 });
      else if (child.children.some((grandchild) => grandchild.type === 'element')) {
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
function flatten(element: Element): void {
  const paragraphs: string[] = [''];
  const waiting: Child[] = element.children.toReversed();
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.type === 'text') paragraphs.push((paragraphs.pop() ?? '') + node.value);
    else if (node.type === 'element' && !DROPPED.has(node.tagName)) {
      if (BLOCK_TAGS.has(node.tagName) || node.tagName === 'br') paragraphs.push('');
      for (let i = node.children.length - 1; i >= 0; i--) waiting.push(node.children[i] as Child);
    }
  }
  element.children = [];
  for (const text of paragraphs) {
    if (text.trim() === '') continue;
    const paragraph = treeAdapter.createElement('p', names.NS.HTML, []);
    treeAdapter.insertText(paragraph, text);
    treeAdapter.appendChild(element, paragraph);
  }
}
