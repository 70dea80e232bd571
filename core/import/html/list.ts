/** Lists: depth and numbering go to each item. */
import type { ListStyle } from '../../text/block.ts';
import { attribute, isBlank, isElement } from './element.ts';
import type { OpenItem } from './frame.ts';
import { DEEPEST_SHOWN, depth, type Place } from './place.ts';
import type { HtmlReader } from './reader.ts';
import type { Style } from './style.ts';
import type { Element } from './tree.ts';

export interface ListPlace {
  /** 1 or more. */
  readonly level: number;
  readonly style: ListStyle;
  /** Within an item: the item that the first run there becomes. */
  readonly item?: OpenItem;
  /** Whether its words are struck because its box is ticked. */
  readonly struck?: true;
}

const TYPES: Readonly<Record<string, ListStyle>> = {
  '1': 'decimal',
  a: 'lower-alpha',
  A: 'upper-alpha',
  i: 'lower-roman',
  I: 'upper-roman',
};
const NAMES: Readonly<Record<string, ListStyle>> = {
  decimal: 'decimal',
  'decimal-leading-zero': 'decimal',
  'lower-alpha': 'lower-alpha',
  'lower-latin': 'lower-alpha',
  'upper-alpha': 'upper-alpha',
  'upper-latin': 'upper-alpha',
  'lower-roman': 'lower-roman',
  'upper-roman': 'upper-roman',
  disc: 'bullet',
  circle: 'bullet',
  square: 'bullet',
};

function listStyle(element: Element, style: Style): ListStyle {
  const named = `${style.get('list-style-type') ?? ''} ${style.get('list-style') ?? ''}`.split(/\s+/);
  for (const name of named) {
    const known = NAMES[name];
    if (known) return known;
  }
  if (element.tagName !== 'ol') return 'bullet';
  return TYPES[attribute(element, 'type') ?? '1'] ?? 'decimal';
}

function whole(value: string | undefined): number | undefined {
  return value !== undefined && /^-?\d{1,9}$/.test(value.trim()) ? Number(value) : undefined;
}

function nextLevel(place: Place): number {
  return Math.min((place.list?.level ?? 0) + 1, DEEPEST_SHOWN);
}

/** Reads a list, or an item that stands without one. */
export function readList(reader: HtmlReader, element: Element, outer: Place): void {
  if (element.tagName === 'li') {
    const list: ListPlace = { style: 'bullet', level: nextLevel(outer) };
    readItem(reader, element, { ...outer, list }, undefined);
    return;
  }
  const level = nextLevel(outer);
  const style = listStyle(element, reader.page.styles.of(element));
  const place: Place = { ...outer, frame: { kind: 'paragraph' }, list: { style, level } };
  const numbered = style !== 'bullet';
  const start = whole(attribute(element, 'start')) ?? 1;
  let first = true;
  for (const child of element.children) {
    if (isElement(child, 'li')) {
      const value = numbered ? whole(attribute(child, 'value')) : undefined;
      const anew = first && numbered && (start !== 1 || reader.levels[level - 1] !== undefined);
      readItem(reader, child, place, value ?? (anew ? start : undefined));
      first = false;
    } else if (!isBlank(child)) {
      reader.node(child, place);
    }
  }
  reader.flush(place);
  reader.levels.length = Math.min(reader.levels.length, level);
}

function readItem(reader: HtmlReader, element: Element, outer: Place, start: number | undefined): void {
  const list = outer.list;
  if (!list || reader.page.notes.bodies.has(element)) return;
  const own = NAMES[reader.page.styles.of(element).get('list-style-type') ?? ''];
  const item: OpenItem = {
    list: own ?? list.style,
    level: Math.max(list.level, declaredLevel(element)),
    ...(start === undefined ? {} : { start }),
    taken: false,
  };
  const struck = isStruckAsDone(element, reader.page.styles.of(element)) ? { struck: true as const } : {};
  const place: Place = { ...outer, list: { style: list.style, level: item.level, item, ...struck } };
  reader.item(element, place);
  reader.flush(place);
  if (!item.taken && list.style !== 'bullet' && element.children.every(isBlank)) {
    reader.emit(
      {
        id: reader.page.ids(),
        type: 'item',
        list: item.list,
        level: item.level,
        ...depth(outer),
        content: [],
      },
      outer,
    );
  }
}

/** Google Docs strikes what is ticked, and says so of the item as a whole. */
function isStruckAsDone(element: Element, style: Style): boolean {
  return (
    attribute(element, 'aria-checked') === 'true' && style.turns.some(([mark, on]) => mark === 'strike' && on)
  );
}

/** The level that Word on the web and Google Docs write on the item itself: the former nests no lists. */
function declaredLevel(element: Element): number {
  const level = attribute(element, 'aria-level') ?? attribute(element, 'data-aria-level') ?? '';
  return /^[1-9]$/.test(level) ? Number(level) : 1;
}
