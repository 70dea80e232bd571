import type { Child, Element, Node, Root } from './tree.ts';

/** @param name In lower case, as HTML writes it. */
export function attribute(element: Element, name: string): string | undefined {
  const { attributes } = element;
  for (let i = 0; i < attributes.length; i++) {
    const own = attributes[i];
    if (own !== undefined && own.name === name) return own.value;
  }
  return undefined;
}

export function classes(element: Element): readonly string[] {
  const names = attribute(element, 'class');
  return names ? names.toLowerCase().split(/\s+/).filter(Boolean) : [];
}

/** All characters within, as they stand in the source. */
export function textContent(node: Node): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(textContent).join('') : '';
}

export function isElement(node: Node, ...tags: string[]): node is Element {
  return node.type === 'element' && (tags.length === 0 || tags.includes(node.tagName));
}

/** White space between elements, and comments. */
export function isBlank(node: Child): boolean {
  return node.type === 'comment' || (node.type === 'text' && node.value.trim() === '');
}

export function childElements(element: Element, ...tags: string[]): Element[] {
  return element.children.filter((child): child is Element => isElement(child, ...tags));
}

/** From the parent outwards. */
export function* ancestors(node: Child): Generator<Element> {
  for (let at = node.parent; at?.type === 'element'; at = at.parent) yield at;
}

/** Calls `visit` for every element within, in document order. */
export function eachElement(root: Root | Element, visit: (element: Element) => void): void {
  const waiting: (Root | Element)[] = [root];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.type === 'element') visit(node);
    for (let i = node.children.length - 1; i >= 0; i--) {
      const child = node.children[i];
      if (child?.type === 'element') waiting.push(child);
    }
  }
}
