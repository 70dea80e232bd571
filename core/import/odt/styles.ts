/** What styles of an OpenDocument text say (ODF 1.3 part 3, 16): emphasis, headings, quotations, kinds of lists. */
import type { ListStyle, Mark } from '../../text/block.ts';
import { childAt, eachXml, elementsOf, type XmlElement } from '../xml.ts';

export interface ListLevel {
  readonly style: ListStyle;
  readonly start: number;
  readonly prefix: string;
  readonly suffix: string;
  /** How many levels' numbers are printed, this one's included. */
  readonly shown: number;
  /** Nothing is printed. */
  readonly silent: boolean;
}

export interface OdtStyle {
  /** Marks that the style sets or, with `false`, takes away. */
  readonly marks: ReadonlyMap<Mark, boolean>;
  /** 1 or more: a heading by its outline level. */
  readonly heading?: number;
  readonly role?: 'title' | 'quotation' | 'preformatted' | 'verse';
  readonly list?: string;
  readonly hidden: boolean;
}

const NO_STYLE: OdtStyle = { marks: new Map(), hidden: false };
const FORMATS: Readonly<Record<string, ListStyle>> = {
  a: 'lower-alpha',
  A: 'upper-alpha',
  i: 'lower-roman',
  I: 'upper-roman',
};

export class OdtStyles {
  private readonly styles = new Map<string, XmlElement>();
  private readonly lists = new Map<string, ReadonlyMap<number, ListLevel>>();
  private readonly resolved = new Map<string, OdtStyle>();
  /** Of headings' numbers. */
  readonly outline: ReadonlyMap<number, ListLevel>;
  /** BCP 47, of the standard style. */
  readonly language?: string;

  /** @param roots The parts that hold styles; those of the text itself first. */
  constructor(roots: readonly XmlElement[]) {
    let outline: ReadonlyMap<number, ListLevel> = new Map();
    let language: string | undefined;
    for (const root of roots) {
      eachXml(root, (element) => {
        const name = element.attributes['style:name'] ?? '';
        switch (element.name) {
          case 'office:body':
            return false;
          case 'style:style': {
            const key = `${element.attributes['style:family']} ${name}`;
            if (!this.styles.has(key)) this.styles.set(key, element);
            return false;
          }
          case 'style:default-style': {
            const text = childAt(element, 'style:text-properties')?.attributes ?? {};
            const code = text['fo:language'];
            if (element.attributes['style:family'] === 'paragraph' && code && code !== 'none')
              language ??= [code, text['fo:country']].filter((part) => part && part !== 'none').join('-');
            return false;
          }
          case 'text:list-style':
            if (!this.lists.has(name)) this.lists.set(name, levelsOf(element));
            return false;
          case 'text:outline-style':
            outline = levelsOf(element);
            return false;
          default:
            return true;
        }
      });
    }
    this.outline = outline;
    if (language) this.language = language;
  }

  style(family: 'paragraph' | 'text', name: string | undefined, depth = 0): OdtStyle {
    const key = `${family} ${name}`;
    const element = this.styles.get(key);
    if (!element || depth > 20) return NO_STYLE;
    const known = this.resolved.get(key);
    if (known) return known;
    const parent = this.style(family, element.attributes['style:parent-style-name'], depth + 1);
    const text = childAt(element, 'style:text-properties')?.attributes ?? {};
    const outline = element.attributes['style:default-outline-level'];
    const heading = outline === undefined ? parent.heading : Number(outline) || undefined;
    const role = roleOf(name ?? '') ?? parent.role;
    const list = element.attributes['style:list-style-name'] ?? parent.list;
    const own: OdtStyle = {
      marks: new Map([...parent.marks, ...marksOf(text)]),
      ...(heading ? { heading } : {}),
      ...(role ? { role } : {}),
      ...(list ? { list } : {}),
      hidden: text['text:display'] === 'none' || parent.hidden,
    };
    this.resolved.set(key, own);
    return own;
  }

  /** @param level From 1. */
  listLevel(name: string | undefined, level: number): ListLevel | undefined {
    return this.lists.get(name ?? '')?.get(level);
  }
}

function roleOf(name: string): OdtStyle['role'] {
  const words = name.replace(/_20_/g, ' ').toLowerCase();
  if (words === 'title') return 'title';
  if (/^(quotations?|quote|block quotation|intense quote)$/.test(words)) return 'quotation';
  if (/^(html )?preformatted( text)?$/.test(words)) return 'preformatted';
  return /^(verse|poem|poetry)\b/.test(words) ? 'verse' : undefined;
}

function marksOf(text: Readonly<Record<string, string>>): [Mark, boolean][] {
  const marks: [Mark, boolean][] = [];
  const weight = text['fo:font-weight'];
  if (weight) marks.push(['strong', weight === 'bold' || Number(weight) >= 600]);
  const slant = text['fo:font-style'];
  if (slant) marks.push(['emphasis', slant === 'italic' || slant === 'oblique']);
  const line = text['style:text-underline-style'];
  if (line) marks.push(['underline', line !== 'none']);
  const through = text['style:text-line-through-style'] ?? text['style:text-line-through-type'];
  if (through) marks.push(['strike', through !== 'none']);
  const variant = text['fo:font-variant'];
  if (variant) marks.push(['smallcaps', variant === 'small-caps']);
  const position = text['style:text-position'];
  if (position) {
    const raised = /^(super|[1-9])/.test(position);
    const lowered = /^(sub|-[1-9])/.test(position);
    marks.push(['superscript', raised], ['subscript', lowered]);
  }
  return marks;
}

function levelsOf(list: XmlElement): ReadonlyMap<number, ListLevel> {
  return new Map(
    elementsOf(list).flatMap(({ name, attributes }) => {
      const level = Number(attributes['text:level']);
      if (!(level > 0)) return [];
      const bullet = /bullet|image/.test(name);
      const format = attributes['style:num-format'] ?? '';
      const own: ListLevel = {
        style: bullet ? 'bullet' : (FORMATS[format] ?? 'decimal'),
        start: Number(attributes['text:start-value'] ?? 1),
        prefix: attributes['style:num-prefix'] ?? '',
        suffix: attributes['style:num-suffix'] ?? '',
        shown: Number(attributes['text:display-levels'] ?? 1),
        silent: !bullet && format === '',
      };
      return [[level, own] as const];
    }),
  );
}
