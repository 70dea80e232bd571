/**
 * The only way in which the exported page gets its elements: a hast tree, of which hast-util-to-html escapes every
 * text and attribute. No string is ever read as markup.
 */
import type { Element, ElementContent, Properties, Text } from 'hast';
import { isLanguage } from '../../derived/locale.ts';

export type Child = ElementContent | string | false | undefined | readonly Child[];

/** Attributes; those that are undefined, false, empty or a language that isn't one are left out. `class` names are parted by spaces. */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

export function element(
  tagName: string,
  attributes: Attributes = {},
  ...children: readonly Child[]
): Element {
  const properties: Properties = {};
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false || value === '') continue;
    if (name === 'lang' && !isLanguage(String(value))) continue;
    properties[name] = typeof value === 'string' ? clean(value) : value;
  }
  return { type: 'element', tagName, properties, children: nodes(children) };
}

/** Children as nodes: strings become texts, line feeds among them `<br>`, and nothings are left out. */
export function nodes(children: readonly Child[]): ElementContent[] {
  return children.flatMap((child): ElementContent[] => {
    if (child === undefined || child === false || child === '') return [];
    if (typeof child === 'string') return textNodes(child);
    return isList(child) ? nodes(child) : [child];
  });
}

const isList = (child: ElementContent | readonly Child[]): child is readonly Child[] => Array.isArray(child);

function textNodes(value: string): ElementContent[] {
  return clean(value)
    .split('\n')
    .flatMap((line, i): ElementContent[] => {
      const text: Text = { type: 'text', value: line };
      const rest = line === '' ? [] : [text];
      return i === 0 ? rest : [{ type: 'element', tagName: 'br', properties: {}, children: [] }, ...rest];
    });
}

/** Controls but tab and line feed, the overrides that turn letters around, and halves of characters. */
const HARMFUL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\ufffe\uffff]|\p{Surrogate}/gu;

function clean(text: string): string {
  return text.replace(/\r\n?|[\u2028\u2029]/g, '\n').replace(HARMFUL, '');
}
