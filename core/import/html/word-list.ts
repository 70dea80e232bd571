/**
 * Word's lists: not elements of lists but paragraphs that say which list and level they belong to
 * (`mso-list:l0 level2 lfo1`), with their marker as text that is to be ignored.
 */
import type { ListStyle } from '../../text/block.ts';
import { attribute, textContent } from './element.ts';
import type { Style, Styles } from './style.ts';
import type { Element } from './tree.ts';

export interface WordItem {
  /** 1 or more. */
  readonly level: number;
  readonly list: ListStyle;
  /** As its marker says; absent for bullets and markers that can't be read. */
  readonly number?: number;
}

const FORMATS: ReadonlyMap<string, ListStyle> = new Map([
  ['bullet', 'bullet'],
  ['image', 'bullet'],
  ['alpha-lower', 'lower-alpha'],
  ['alpha-upper', 'upper-alpha'],
  ['roman-lower', 'lower-roman'],
  ['roman-upper', 'upper-roman'],
]);

interface OpenItem {
  readonly level: number;
  readonly list: ListStyle;
  /** Points. */
  readonly margin: number;
}

/** Points by which margins may differ and still be the same to the eye. */
const SAME_MARGIN = 1;

export class WordLists {
  private open: OpenItem[] = [];

  constructor(private readonly styles: Styles) {}

  /** Forgets the list: something else has come. */
  end(): void {
    if (this.open.length > 0) this.open = [];
  }

  /** The item that the paragraph is, or undefined. */
  item(paragraph: Element, style: Style): WordItem | undefined {
    const [, list, deep] = /^(l\d+) level(\d+)\b/.exec(style.get('mso-list') ?? '') ?? [];
    if (list === undefined) return undefined;
    const level = Math.min(Math.max(Number(deep), 1), 9);
    const marker = markerOf(paragraph);
    const definition = this.styles.listLevel(list, level);
    while ((this.open.at(-1)?.level ?? 0) > level) this.open.pop();
    const before = this.open.at(-1)?.level === level ? this.open.pop()?.list : undefined;
    const format = definition?.get('mso-level-number-format');
    const kind: ListStyle =
      definition === undefined && marker !== undefined
        ? kindOf(marker, before)
        : format === undefined
          ? 'decimal'
          : (FORMATS.get(format) ?? 'decimal');
    const begins = before === undefined ? whole(definition?.get('mso-level-start-at')) : undefined;
    const number = kind === 'bullet' ? undefined : (numberIn(marker?.text ?? '', kind) ?? begins);
    this.open.push({ level, list: kind, margin: style.length('margin-left') });
    return { level, list: kind, ...(number === undefined ? {} : { number }) };
  }

  /** The level of the open item under which the paragraph is set, so that it continues it. */
  continued(paragraph: Element, style: Style): number | undefined {
    if (this.open.length === 0) return undefined;
    const name = attribute(paragraph, 'class') ?? '';
    const [, deep] = /^MsoListContinue(\d?)/i.exec(name) ?? [];
    if (deep !== undefined) return Number(deep || 1);
    const margin = style.length('margin-left');
    if (margin <= 0 && !/^MsoListParagraph/i.test(name)) return undefined;
    return this.open.findLast((item) => Math.abs(item.margin - margin) <= SAME_MARGIN)?.level;
  }
}

interface Marker {
  readonly text: string;
  /** Whether it is set in letters that are signs. */
  readonly sign: boolean;
}

export function isIgnored(style: Style): boolean {
  return style.get('mso-list') === 'ignore';
}

function markerOf(paragraph: Element, sign = false): Marker | undefined {
  for (const child of paragraph.children) {
    if (child.type !== 'element') continue;
    const style = attribute(child, 'style') ?? '';
    const signs = sign || /font-family:\s*["']?(?:symbol|wingdings|webdings|courier new)/i.test(style);
    if (/mso-list:\s*ignore/i.test(style)) return { text: textContent(child).trim(), sign: signs };
    const found = markerOf(child, signs);
    if (found) return found;
  }
  return undefined;
}

/** @param before Style of the item before on the same level: it decides whether "c." is a letter or a number. */
function kindOf({ text, sign }: Marker, before: ListStyle | undefined): ListStyle {
  const bare = bareNumber(text);
  if (/\d/.test(bare)) return 'decimal';
  if (sign || bare === text || bare === '') return 'bullet';
  const upper = bare === bare.toUpperCase();
  const low = bare.toLowerCase();
  const inRoman = before === 'lower-roman' || before === 'upper-roman';
  const roman =
    /^[ivxlcdm]+$/.test(low) &&
    (low.length > 1 ? !before?.endsWith('alpha') || low[0] !== low[1] : low === 'i' ? !before : inRoman);
  if (roman || (low === 'i' && inRoman)) return upper ? 'upper-roman' : 'lower-roman';
  if (/^([a-z])\1*$/.test(low)) return upper ? 'upper-alpha' : 'lower-alpha';
  return 'decimal';
}

/** Of "2.1.3." the last part, without what stands around it; the text itself where nothing does. */
function bareNumber(text: string): string {
  const trimmed = text.replace(/^[\s([]+|[\s.)\]:、．-]+$/g, '');
  return trimmed.split('.').at(-1) ?? trimmed;
}

function whole(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}

const ROMAN: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 };

function numberIn(marker: string, kind: ListStyle): number | undefined {
  const bare = bareNumber(marker).toLowerCase();
  if (kind === 'decimal') return whole(/\d+/.exec(bare)?.[0]);
  if (kind.endsWith('alpha'))
    return /^([a-z])\1*$/.test(bare) ? bare.charCodeAt(0) - 96 + 26 * (bare.length - 1) : undefined;
  if (!/^[ivxlcdm]+$/.test(bare)) return undefined;
  const values = [...bare].map((letter) => ROMAN[letter] ?? 0);
  return values.reduce((sum, value, i) => sum + (value < (values[i + 1] ?? 0) ? -value : value), 0);
}
