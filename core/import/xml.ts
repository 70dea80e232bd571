/** A parsed XML part of a document, and walks through it. Names are taken as they're written, prefix and all. */
import { parseXml, XmlElement, type XmlNode } from '@rgrove/parse-xml';

export { XmlElement, type XmlNode };

/** Elements nested deeper than this are no letter: the parser and the walks recurse. */
const DEEPEST = 1500;

/**
 * The root element; its nodes know where they stand in `xml` (UTF-16 offsets, half-open). Neither outside
 * entities nor document types are followed.
 *
 * @returns undefined where it isn't well-formed or is nested too deeply.
 */
export function readXml(xml: string): XmlElement | undefined {
  if (tooDeep(xml)) return undefined;
  try {
    return (
      parseXml(xml, { includeOffsets: true, ignoreUndefinedEntities: true, sortAttributes: false }).root ??
      undefined
    );
  } catch {
    return undefined;
  }
}

function tooDeep(xml: string): boolean {
  let depth = 0;
  for (let at = xml.indexOf('<'); at >= 0; at = xml.indexOf('<', at + 1)) {
    const next = xml[at + 1];
    if (next === '/') depth--;
    else if (next !== '?' && next !== '!') {
      const end = xml.indexOf('>', at);
      if (xml[end - 1] !== '/' && ++depth > DEEPEST) return true;
    }
  }
  return false;
}

export function isXml(node: XmlNode, ...names: readonly string[]): node is XmlElement {
  return node instanceof XmlElement && (names.length === 0 || names.includes(node.name));
}

export function elementsOf(parent: XmlElement | undefined, ...names: readonly string[]): XmlElement[] {
  return (parent?.children ?? []).filter((child): child is XmlElement => isXml(child, ...names));
}

/** The first child along the path of names. */
export function childAt(parent: XmlElement | undefined, ...path: readonly string[]): XmlElement | undefined {
  let at = parent;
  for (const name of path) at = elementsOf(at, name)[0];
  return at;
}

/** Calls `visit` for every element within, in document order; what `visit` returns `false` for isn't entered. */
export function eachXml(
  parent: XmlElement,
  visit: (element: XmlElement) => boolean | undefined | void,
): void {
  for (const child of parent.children) {
    if (child instanceof XmlElement && visit(child) !== false) eachXml(child, visit);
  }
}
