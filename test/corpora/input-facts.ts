/**
 * What the HTML of an input plainly says, read without our importer: its words as they run, which kinds of thing
 * are marked up in it, and the markers of Word's lists.
 */
import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { BLOCK_TAGS } from '../../core/import/html/tags.ts';

/** What a form can hold or lack as a whole. */
export type Kind = 'lists' | 'headings' | 'preformatted' | 'links';

export interface InputFacts {
  /** Text nodes joined, a space at each border of a block; runs of white space are one space. */
  readonly text: string;
  readonly kinds: ReadonlySet<Kind>;
  /** In order, of each of Word's items: its marker and its words. */
  readonly markers: readonly { readonly marker: string; readonly words: string }[];
}

const SILENT = /^(?:head|style|script|template|title)$/;

export function inputFacts(html: string): InputFacts {
  const kinds = new Set<Kind>();
  const markers: { marker: string; words: string }[] = [];
  let text = '';
  let item: { marker: string; words: string } | undefined;
  const visit = (node: Tree.ChildNode, ignored: boolean): void => {
    if (node.nodeName === '#text' && 'value' in node) {
      text += node.value;
      if (item && ignored) item.marker += node.value;
      else if (item) item.words += node.value;
    }
    if (!('tagName' in node) || SILENT.test(node.tagName)) return;
    const { tagName } = node;
    const of = (name: string) => node.attrs.find((attribute) => attribute.name === name)?.value ?? '';
    const listed = /mso-list:\s*l\d/i.test(of('style'));
    if (tagName === 'li' || listed) kinds.add('lists');
    if (/^h[1-6]$/.test(tagName)) kinds.add('headings');
    if (tagName === 'pre') kinds.add('preformatted');
    if (tagName === 'a' && /^(?:https?|mailto):/i.test(of('href'))) kinds.add('links');
    const bounded = BLOCK_TAGS.has(tagName) || tagName === 'br' || tagName === 'img';
    if (bounded) text += ' ';
    if (listed) item = { marker: '', words: '' };
    for (const child of node.childNodes) visit(child, ignored || /mso-list:\s*ignore/i.test(of('style')));
    if (listed && item) {
      markers.push({ marker: oneSpaced(item.marker), words: oneSpaced(item.words) });
      item = undefined;
    }
    if (bounded) text += ' ';
  };
  for (const node of parse(html).childNodes) visit(node, false);
  return { text: oneSpaced(text), kinds, markers };
}

function oneSpaced(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim();
}
