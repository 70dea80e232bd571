/** Emphasis and white space as tags and `style` attributes tell them. */
import type { Element } from 'hast';
import type { Mark } from '../../text/block.ts';
import { attribute } from './element.ts';

const TAG_MARKS: Readonly<Record<string, Mark>> = {
  b: 'strong',
  strong: 'strong',
  i: 'emphasis',
  em: 'emphasis',
  cite: 'emphasis',
  dfn: 'emphasis',
  var: 'emphasis',
  u: 'underline',
  ins: 'underline',
  s: 'strike',
  strike: 'strike',
  del: 'strike',
  sup: 'superscript',
  sub: 'subscript',
  code: 'code',
  kbd: 'code',
  samp: 'code',
  tt: 'code',
};

export type Style = ReadonlyMap<string, string>;
const NO_STYLE: Style = new Map();

/** The declarations of the `style` attribute, names and values in lower case. */
export function styleOf(element: Element): Style {
  const source = attribute(element, 'style');
  if (!source) return NO_STYLE;
  const style = new Map<string, string>();
  const declarations = source.matchAll(/([\w-]+)\s*:((?:"[^"]*"|'[^']*'|\([^)]*\)|[^;"'(])*)/g);
  for (const [, name = '', value = ''] of declarations) {
    style.set(
      name.toLowerCase(),
      value
        .replace(/!important/i, '')
        .trim()
        .toLowerCase(),
    );
  }
  return style;
}

/** Adds the mark, takes it away, or leaves it as it is inherited. */
type Turn = readonly [mark: Mark, on: boolean];

function turns(style: Style): Turn[] {
  const list: Turn[] = [];
  const weight = style.get('font-weight');
  if (weight) {
    const number = Number.parseInt(weight, 10);
    if (weight.startsWith('bold') || number >= 600) list.push(['strong', true]);
    else if (weight === 'normal' || weight === 'lighter' || number <= 500) list.push(['strong', false]);
  }
  const slant = style.get('font-style');
  if (slant) list.push(['emphasis', slant.startsWith('italic') || slant.startsWith('oblique')]);
  const line = `${style.get('text-decoration') ?? ''} ${style.get('text-decoration-line') ?? ''}`;
  if (line.includes('none')) list.push(['underline', false], ['strike', false]);
  if (line.includes('underline')) list.push(['underline', true]);
  if (line.includes('line-through')) list.push(['strike', true]);
  const raised = style.get('vertical-align');
  if (raised === 'super') list.push(['superscript', true], ['subscript', false]);
  if (raised === 'sub') list.push(['subscript', true], ['superscript', false]);
  if (raised === 'baseline') list.push(['superscript', false], ['subscript', false]);
  const capitals = `${style.get('font-variant') ?? ''} ${style.get('font-variant-caps') ?? ''}`;
  if (capitals.includes('small-caps')) list.push(['smallcaps', true]);
  return list;
}

/** The marks within the element: the inherited ones, its tag's and its style's. */
export function marksWithin(element: Element, style: Style, inherited: ReadonlySet<Mark>): ReadonlySet<Mark> {
  const own = TAG_MARKS[element.tagName];
  const changes = turns(style);
  if (own === undefined && changes.length === 0) return inherited;
  const marks = new Set(inherited);
  if (own) marks.add(own);
  for (const [mark, on] of changes) {
    if (on) marks.add(mark);
    else marks.delete(mark);
  }
  return marks;
}

/** How white space counts: runs collapse to one space; all is kept; or only line feeds are kept. */
export type Space = 'collapse' | 'keep' | 'lines';

export function spaceWithin(style: Style, inherited: Space): Space {
  switch (style.get('white-space')) {
    case 'pre':
    case 'pre-wrap':
    case 'break-spaces':
      return 'keep';
    case 'pre-line':
      return 'lines';
    case 'normal':
    case 'nowrap':
      return 'collapse';
    default:
      return inherited;
  }
}
