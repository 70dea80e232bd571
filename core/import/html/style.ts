/** Emphasis and white space as tags, `style` attributes and the page's classes tell them. */
import type { Mark } from '../../text/block.ts';
import { attribute, classes } from './element.ts';
import { declarationsOf, type Declarations, type Sheet } from './sheet.ts';
import type { Element } from './tree.ts';

const TAG_MARKS: ReadonlyMap<string, Mark> = new Map([
  ['b', 'strong'],
  ['strong', 'strong'],
  ['i', 'emphasis'],
  ['em', 'emphasis'],
  ['cite', 'emphasis'],
  ['dfn', 'emphasis'],
  ['var', 'emphasis'],
  ['u', 'underline'],
  ['ins', 'underline'],
  ['s', 'strike'],
  ['strike', 'strike'],
  ['del', 'strike'],
  ['sup', 'superscript'],
  ['sub', 'subscript'],
  ['code', 'code'],
  ['kbd', 'code'],
  ['samp', 'code'],
  ['tt', 'code'],
]);

/** Adds the mark, takes it away, or leaves it as it is inherited. */
type Turn = readonly [mark: Mark, on: boolean];

/**
 * How white space counts: runs collapse to one space; spaces and line feeds are kept, as in an editor; only line
 * feeds are kept; or all stays exactly as it is.
 */
export type Space = 'collapse' | 'keep' | 'lines' | 'exact';

const SPACES: ReadonlyMap<string, Space> = new Map([
  ['pre', 'keep'],
  ['pre-wrap', 'keep'],
  ['break-spaces', 'keep'],
  ['pre-line', 'lines'],
  ['normal', 'collapse'],
  ['nowrap', 'collapse'],
]);

/** What holds for an element; one object for all elements that are styled alike. */
export class Style {
  readonly turns: readonly Turn[];
  readonly space: Space | undefined;

  constructor(private readonly values: Declarations) {
    this.turns = turnsOf(values);
    this.space = SPACES.get(values.get('white-space') ?? '');
  }

  get(name: string): string | undefined {
    return this.values.get(name);
  }

  /** Points, of a length in pt, px, in, cm or mm; 0 for other and absent ones. */
  length(name: string): number {
    const [, number, unit] = /^(-?[\d.]+)(pt|px|in|cm|mm)/.exec(this.values.get(name) ?? '') ?? [];
    return number === undefined ? 0 : Number(number) * (UNITS[unit ?? ''] ?? 0);
  }
}

const UNITS: Readonly<Record<string, number>> = { pt: 1, px: 0.75, in: 72, cm: 72 / 2.54, mm: 72 / 25.4 };
const PLAIN = new Style(new Map());

/** The styles of a page's elements. */
export class Styles {
  private readonly known = new Map<string, Style>();

  constructor(private readonly sheet: Sheet) {}

  of(element: Element): Style {
    const source = attribute(element, 'style');
    const named = this.sheet.classes.size > 0 ? attribute(element, 'class') : undefined;
    if (!source && !named) return PLAIN;
    const key = named ? `${element.tagName}.${named}{${source ?? ''}` : (source ?? '');
    let style = this.known.get(key);
    if (!style) {
      const own = declarationsOf(source ?? '');
      style = new Style(named ? new Map([...this.classDeclarations(element), ...own]) : own);
      this.known.set(key, style);
    }
    return style;
  }

  /** Word's definition of a level of a list. */
  listLevel(list: string, level: number): Declarations | undefined {
    return this.sheet.lists.get(`${list}:level${level}`);
  }

  private classDeclarations(element: Element): [string, string][] {
    const names = classes(element);
    return ['', element.tagName].flatMap((tag) =>
      names.flatMap((name) => [...(this.sheet.classes.get(`${tag}.${name}`) ?? [])]),
    );
  }
}

function turnsOf(style: Declarations): Turn[] {
  const list: Turn[] = [];
  const short = style.get('font') ?? '';
  if (/\b(?:bold|[6-9]00)\b/.test(short)) list.push(['strong', true]);
  if (/\b(?:italic|oblique)\b/.test(short)) list.push(['emphasis', true]);
  const weight = style.get('font-weight') ?? '';
  const number = Number.parseInt(weight, 10);
  if (weight.startsWith('bold') || number >= 600) list.push(['strong', true]);
  else if (/^(?:normal|lighter|initial)$/.test(weight) || number <= 500) list.push(['strong', false]);
  const slant = style.get('font-style') ?? '';
  if (/^(?:italic|oblique)/.test(slant)) list.push(['emphasis', true]);
  else if (/^(?:normal|initial)$/.test(slant)) list.push(['emphasis', false]);
  const line = `${style.get('text-decoration') ?? ''} ${style.get('text-decoration-line') ?? ''}`;
  if (/\bnone\b/.test(line)) list.push(['underline', false], ['strike', false]);
  if (line.includes('underline')) list.push(['underline', true]);
  if (line.includes('line-through')) list.push(['strike', true]);
  const raised = style.get('vertical-align');
  if (raised === 'super') list.push(['superscript', true], ['subscript', false]);
  if (raised === 'sub') list.push(['subscript', true], ['superscript', false]);
  if (raised === 'baseline') list.push(['superscript', false], ['subscript', false]);
  const capitals = `${short} ${style.get('font-variant') ?? ''} ${style.get('font-variant-caps') ?? ''}`;
  if (capitals.includes('small-caps')) list.push(['smallcaps', true]);
  return list;
}

/** Elements that are set bold or raised as such, so that their own style says nothing of their words. */
const BOLD_ANYWAY = /^(?:h[1-6]|th)$/;
const CELLS = /^(?:t[dhr]|tbody|thead|tfoot|img)$/;

/** The sets that came of a set, by what was done to it; few, so that places share them. */
const made = new WeakMap<ReadonlySet<Mark>, Map<string, ReadonlySet<Mark>>>();

/** The marks within the element: the inherited ones, its tag's and its style's. */
export function marksWithin(element: Element, style: Style, inherited: ReadonlySet<Mark>): ReadonlySet<Mark> {
  const own = TAG_MARKS.get(element.tagName);
  if (own === undefined && style.turns.length === 0) return inherited;
  const marks = new Set(inherited);
  if (own) marks.add(own);
  for (const [mark, on] of style.turns) {
    if (mark === 'strong' && on && BOLD_ANYWAY.test(element.tagName)) continue;
    if ((mark === 'superscript' || mark === 'subscript') && CELLS.test(element.tagName)) continue;
    if (on) marks.add(mark);
    else marks.delete(mark);
  }
  return shared(inherited, marks);
}

/** A set with the same marks that lives as long as `from`. */
function shared(from: ReadonlySet<Mark>, marks: ReadonlySet<Mark>): ReadonlySet<Mark> {
  if (marks.size === from.size && [...marks].every((mark) => from.has(mark))) return from;
  let known = made.get(from);
  if (!known) made.set(from, (known = new Map()));
  const key = [...marks].join();
  const same = known.get(key);
  if (!same) known.set(key, marks);
  return same ?? marks;
}

export function spaceWithin(style: Style, inherited: Space): Space {
  return inherited === 'exact' ? inherited : (style.space ?? inherited);
}
