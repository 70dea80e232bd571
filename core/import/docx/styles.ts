/** What a paragraph's style says of its part in the text (ECMA-376 part 1, 17.7), inherited from `basedOn`. */
import { childAt, elementsOf, type XmlElement } from '../xml.ts';

export interface ParagraphStyle {
  /** Lower case. Word keeps its own styles' names in English in every language. */
  readonly name: string;
  /** 1 to 9. */
  readonly heading?: number;
  readonly numbering?: NumberingReference;
}

export interface NumberingReference {
  readonly list: string;
  /** 0 to 8. */
  readonly level: number;
}

export type StyleOf = (id: string | undefined) => ParagraphStyle;

const NO_STYLE: ParagraphStyle = { name: '' };

export function paragraphStyles(styles: XmlElement | undefined): StyleOf {
  const byId = new Map<string, XmlElement>();
  let standard: string | undefined;
  for (const style of elementsOf(styles, 'w:style')) {
    const { 'w:styleId': id, 'w:type': type, 'w:default': isDefault } = style.attributes;
    if (id === undefined || type !== 'paragraph') continue;
    byId.set(id, style);
    if (isDefault === '1' || isDefault === 'true') standard = id;
  }
  const resolved = new Map<string, ParagraphStyle>();
  const resolve = (id: string | undefined, depth: number): ParagraphStyle => {
    const style = id === undefined ? undefined : byId.get(id);
    if (id === undefined || !style || depth > 20) return NO_STYLE;
    const known = resolved.get(id);
    if (known) return known;
    const parent = resolve(valueOf(childAt(style, 'w:basedOn')), depth + 1);
    const name = (valueOf(childAt(style, 'w:name')) ?? id).toLowerCase();
    const properties = childAt(style, 'w:pPr');
    const numbering = numberingIn(properties) ?? parent.numbering;
    const heading = headingIn(properties) ?? headingByName(name) ?? parent.heading;
    const own: ParagraphStyle = {
      name: isPlain(name) ? parent.name || name : name,
      ...(heading !== undefined && heading > 0 ? { heading } : {}),
      ...(numbering && numbering.list !== '0' ? { numbering } : {}),
    };
    resolved.set(id, own);
    return own;
  };
  return (id) => resolve(id ?? standard, 0);
}

/** A style of the writer's own goes by the name of what it is based on, unless its name tells something. */
function isPlain(name: string): boolean {
  return !/^(heading|title|subtitle|quot|intense quote|block text|list|html preformatted|preformatted|verse|poe|normal)/.test(
    name,
  );
}

function headingByName(name: string): number | undefined {
  if (name === 'title') return 1;
  const level = /^heading ([1-9])$/.exec(name)?.[1];
  return level === undefined ? undefined : Number(level);
}

export function valueOf(element: XmlElement | undefined): string | undefined {
  return element?.attributes['w:val'];
}

/** 1 to 9; 0 where body text is asked for; undefined where nothing is said. */
export function headingIn(properties: XmlElement | undefined): number | undefined {
  const level = Number(valueOf(childAt(properties, 'w:outlineLvl')) ?? NaN);
  return Number.isInteger(level) && level >= 0 ? (level > 8 ? 0 : level + 1) : undefined;
}

/** A list of "0" takes the numbering of the style away. */
export function numberingIn(properties: XmlElement | undefined): NumberingReference | undefined {
  const numbering = childAt(properties, 'w:numPr');
  const list = valueOf(childAt(numbering, 'w:numId'));
  const level = Number(valueOf(childAt(numbering, 'w:ilvl')) ?? 0);
  return list === undefined ? undefined : { list, level: Math.min(Math.max(level || 0, 0), 8) };
}
