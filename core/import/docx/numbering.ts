/** Counts numbered paragraphs as Word does (ECMA-376 part 1, 17.9), which HTML from a converter doesn't tell. */
import type { ListStyle } from '../../text/block.ts';
import { listMarker } from '../../text/list-markers.ts';
import { childAt, elementsOf, type XmlElement } from '../xml.ts';
import { valueOf, type NumberingReference } from './styles.ts';

export interface Numbered {
  readonly style: ListStyle;
  /** 1 or more. */
  readonly level: number;
  /** From 1; 0 for bullets. */
  readonly ordinal: number;
  /** As printed: "3.", "(c)", "§ 2.1"; '' for bullets and for levels that print nothing. */
  readonly marker: string;
}

interface Level {
  readonly style: ListStyle;
  readonly start: number;
  readonly text: string;
  readonly silent: boolean;
}
interface List {
  /** The lists of one abstract definition share their counters. */
  readonly definition: string;
  readonly levels: readonly Level[];
  /** Level → the number that it begins with when the list is first met. */
  readonly restarts: Map<number, number>;
}

const FORMATS: Readonly<Record<string, ListStyle>> = {
  bullet: 'bullet',
  lowerLetter: 'lower-alpha',
  upperLetter: 'upper-alpha',
  lowerRoman: 'lower-roman',
  upperRoman: 'upper-roman',
};

export class Numbering {
  private readonly lists = new Map<string, List>();
  private readonly counters = new Map<string, number[]>();
  /** Style id → list and level that number it. */
  readonly byStyle = new Map<string, NumberingReference>();

  constructor(part: XmlElement | undefined) {
    const definitions = new Map(
      elementsOf(part, 'w:abstractNum').map((each) => [each.attributes['w:abstractNumId'] ?? '', each]),
    );
    for (const list of elementsOf(part, 'w:num')) {
      const id = list.attributes['w:numId'] ?? '';
      const definition = valueOf(childAt(list, 'w:abstractNumId')) ?? '';
      this.lists.set(id, readList(list, definition, definitions.get(definition)));
      for (const level of elementsOf(definitions.get(definition), 'w:lvl')) {
        const style = valueOf(childAt(level, 'w:pStyle'));
        if (style !== undefined && !this.byStyle.has(style))
          this.byStyle.set(style, { list: id, level: Number(level.attributes['w:ilvl'] ?? 0) });
      }
    }
  }

  /** Counts one paragraph; undefined where the list isn't defined or its level prints no marker. */
  next({ list: id, level }: NumberingReference): Numbered | undefined {
    const list = this.lists.get(id);
    const own = list?.levels[level];
    if (!list || !own) return undefined;
    const counters = this.counters.get(list.definition) ?? [];
    this.counters.set(list.definition, counters);
    for (const [at, start] of list.restarts) counters[at] = start - 1;
    list.restarts.clear();
    for (let at = 0; at < level; at++) counters[at] ??= list.levels[at]?.start ?? 1;
    counters[level] = (counters[level] ?? own.start - 1) + 1;
    counters.length = level + 1;
    if (own.silent) return undefined;
    const ordinal = own.style === 'bullet' ? 0 : (counters[level] ?? 1);
    const marker =
      own.style === 'bullet'
        ? ''
        : own.text.replace(/%([1-9])/g, (_, digit: string) => {
            const at = Number(digit) - 1;
            return listMarker(list.levels[at]?.style ?? 'decimal', counters[at] ?? 1, 1).replace('.', '');
          });
    return { style: own.style, level: level + 1, ordinal, marker };
  }
}

function readList(list: XmlElement, definition: string, abstract: XmlElement | undefined): List {
  const levels: Level[] = [];
  const restarts = new Map<number, number>();
  const put = (level: XmlElement) => {
    levels[Number(level.attributes['w:ilvl'] ?? 0)] = readLevel(level);
  };
  for (const level of elementsOf(abstract, 'w:lvl')) put(level);
  for (const override of elementsOf(list, 'w:lvlOverride')) {
    const at = Number(override.attributes['w:ilvl'] ?? 0);
    for (const level of elementsOf(override, 'w:lvl')) put(level);
    const start = valueOf(childAt(override, 'w:startOverride'));
    if (start !== undefined) restarts.set(at, Number(start) || 0);
  }
  return { definition, levels, restarts };
}

function readLevel(level: XmlElement): Level {
  const format = valueOf(childAt(level, 'w:numFmt')) ?? 'decimal';
  const text = valueOf(childAt(level, 'w:lvlText')) ?? '';
  return {
    style: FORMATS[format] ?? 'decimal',
    start: Number(valueOf(childAt(level, 'w:start')) ?? 0) || 0,
    text,
    silent: text === '' || format === 'none',
  };
}
