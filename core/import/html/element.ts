import type { Element, ElementContent, Nodes } from 'hast';

/** An attribute as a string; lists (class, rel) joined by spaces, bare attributes as the empty string. */
export function attribute(element: Element, name: string): string | undefined {
  const value = element.properties[name];
  if (value === undefined || value === null || value === false) return undefined;
  if (value === true) return '';
  return Array.isArray(value) ? value.join(' ') : String(value);
}

export function classes(element: Element): readonly string[] {
  return (attribute(element, 'className') ?? '').toLowerCase().split(/\s+/).filter(Boolean);
}

/** All characters within, as they stand in the source. */
export function textContent(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(textContent).join('') : '';
}

export function isElement(node: Nodes, ...tags: string[]): node is Element {
  return node.type === 'element' && (tags.length === 0 || tags.includes(node.tagName));
}

/** White space between elements, and comments. */
export function isBlank(node: ElementContent): boolean {
  return node.type === 'comment' || (node.type === 'text' && node.value.trim() === '');
}

export function childElements(element: Element, ...tags: string[]): Element[] {
  return element.children.filter((child): child is Element => isElement(child, ...tags));
}

/** Calls `visit` for every element within, in document order. */
export function eachElement(root: Nodes, visit: (element: Element, parent: Nodes | undefined) => void): void {
  const waiting: { node: Nodes; parent: Nodes | undefined }[] = [{ node: root, parent: undefined }];
  for (let entry = waiting.pop(); entry; entry = waiting.pop()) {
    const { node, parent } = entry;
    if (node.type === 'element') visit(node, parent);
    if (!('children' in node)) continue;
    for (let i = node.children.length - 1; i >= 0; i--)
      waiting.push({ node: node.children[i] as Nodes, parent: node });
  }
}
