/** Pandoc's attributes: "{#id .class key=value key='several words'}" at the end of a heading or a paragraph. */
import { isSpan, type Inline } from '../../text/block.ts';
import { normalInline } from '../../text/inline.ts';

export interface Attributes {
  readonly id?: string;
  readonly classes: readonly string[];
  readonly values: Readonly<Record<string, string>>;
}

const ITEM =
  /\s*(?:#([^\s#.={}"']+)|\.([^\s#.={}"']+)|([\p{L}_][\p{L}\p{N}_-]*)=(?:["“”]([^"“”]*)["“”]|'([^']*)'|([^\s{}"']+)))/uy;

/** What stands between the braces; undefined where it isn't attributes throughout. */
export function parseAttributes(inner: string): Attributes | undefined {
  let id: string | undefined;
  const classes: string[] = [];
  const values: Record<string, string> = {};
  const source = inner.trimEnd();
  ITEM.lastIndex = 0;
  while (ITEM.lastIndex < source.length) {
    const match = ITEM.exec(source);
    if (!match) return undefined;
    const [, name, className, key, double, single, bare] = match;
    if (name !== undefined) id = name;
    else if (className !== undefined) classes.push(className);
    else if (key !== undefined) values[key] = double ?? single ?? bare ?? '';
  }
  if (source.trim() === '') return undefined;
  return { ...(id === undefined ? {} : { id }), classes, values };
}

/** Content without the attributes at its end, and these; the content itself where there are none. */
export function takeAttributes(content: readonly Inline[]): {
  readonly content: readonly Inline[];
  readonly attributes?: Attributes;
} {
  const last = content.at(-1);
  if (!last || !isSpan(last)) return { content };
  const text = last.text.trimEnd();
  const open = text.lastIndexOf('{');
  if (open < 0 || !text.endsWith('}')) return { content };
  const attributes = parseAttributes(text.slice(open + 1, -1));
  if (!attributes) return { content };
  const rest = { ...last, text: text.slice(0, open).trimEnd() };
  return { content: normalInline([...content.slice(0, -1), rest]), attributes };
}
