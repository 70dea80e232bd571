/** The markers that list items bear, computed from the flat list of blocks. */
import type { Block, BlockId, ListStyle, RichText } from './block.ts';

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

function roman(number: number): string {
  let rest = number;
  let text = '';
  for (const [value, letters] of ROMAN) {
    while (rest >= value) {
      text += letters;
      rest -= value;
    }
  }
  return text;
}

function alphabetic(number: number): string {
  let rest = number;
  let text = '';
  while (rest > 0) {
    rest--;
    text = String.fromCharCode(97 + (rest % 26)) + text;
    rest = Math.floor(rest / 26);
  }
  return text;
}

/** "3", "c", "iii": a number as a style of ordered lists writes it. Letters and Roman numerals have no zero. */
export function ordinalText(style: Exclude<ListStyle, 'bullet'>, ordinal: number): string {
  if (ordinal < 1) return `${ordinal}`;
  switch (style) {
    case 'decimal':
      return `${ordinal}`;
    case 'lower-alpha':
      return alphabetic(ordinal);
    case 'upper-alpha':
      return alphabetic(ordinal).toUpperCase();
    case 'lower-roman':
      return roman(ordinal);
    case 'upper-roman':
      return roman(ordinal).toUpperCase();
  }
}

/** "3.", "c.", "iii." or the bullet of the item's depth. */
export function listMarker(style: ListStyle, ordinal: number, level: number): string {
  return style === 'bullet' ? (['•', '–', '◦'][(level - 1) % 3] ?? '•') : `${ordinalText(style, ordinal)}.`;
}

/**
 * Each item's number, from 1; 0 for bullets. A list goes on while items, their continuing paragraphs or deeper
 * items follow each other; another kind of list at the same depth begins anew.
 */
export function listOrdinals(text: RichText): ReadonlyMap<BlockId, number> {
  const ordinals = new Map<BlockId, number>();
  /** By depth: the running list there. */
  let running: { style: ListStyle; count: number }[] = [];
  let quoted: Block['quoted'];
  for (const block of text) {
    if (block.quoted !== quoted) running = [];
    quoted = block.quoted;
    if (block.type === 'item') {
      running.length = Math.min(running.length, block.level);
      const open = running[block.level - 1];
      const count = block.start ?? (open?.style === block.list ? open.count + 1 : 1);
      running[block.level - 1] = { style: block.list, count };
      ordinals.set(block.id, block.list === 'bullet' ? 0 : count);
    } else if (block.type === 'paragraph' && block.indent !== undefined) {
      running.length = Math.min(running.length, block.indent);
    } else {
      running = [];
    }
  }
  return ordinals;
}

const known = new WeakMap<RichText, ReadonlyMap<BlockId, string>>();

/** What stands before each item of a text; computed once for each value of it. */
export function listMarkers(text: RichText): ReadonlyMap<BlockId, string> {
  let markers = known.get(text);
  if (!markers) {
    const ordinals = listOrdinals(text);
    markers = new Map(
      text.flatMap((block) =>
        block.type === 'item'
          ? [[block.id, listMarker(block.list, ordinals.get(block.id) ?? 0, block.level)] as const]
          : [],
      ),
    );
    known.set(text, markers);
  }
  return markers;
}
