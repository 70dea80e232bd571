import type { Block, BlockId, ListStyle, RichText } from '../../core/text/block.ts';

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

function marker(style: ListStyle, number: number, level: number): string {
  if (style === 'bullet') return ['•', '–', '◦'][(level - 1) % 3] ?? '•';
  if (number < 1 || style === 'decimal') return `${number}.`;
  const text = style.endsWith('roman') ? roman(number) : alphabetic(number);
  return `${style.startsWith('upper') ? text.toUpperCase() : text}.`;
}

const known = new WeakMap<RichText, ReadonlyMap<BlockId, string>>();

/**
 * What stands before each item of a text. An item counts on from the last of its level and style; a list ends with
 * a block that neither is an item nor continues one, and an inner list with an item further out.
 */
export function listMarkers(text: readonly Block[]): ReadonlyMap<BlockId, string> {
  let markers = known.get(text);
  if (!markers) {
    const counted = new Map<BlockId, string>();
    let open: ({ readonly list: ListStyle; readonly number: number } | undefined)[] = [];
    let depth = 0;
    for (const block of text) {
      if ((block.quoted ?? 0) !== depth) open = [];
      depth = block.quoted ?? 0;
      if (block.type !== 'item') {
        open = block.type === 'paragraph' && block.indent ? open.slice(0, block.indent + 1) : [];
        continue;
      }
      const last = open[block.level];
      const number = block.start ?? (last?.list === block.list ? last.number + 1 : 1);
      open = open.slice(0, block.level);
      open[block.level] = { list: block.list, number };
      counted.set(block.id, marker(block.list, number, block.level));
    }
    markers = counted;
    known.set(text, markers);
  }
  return markers;
}
