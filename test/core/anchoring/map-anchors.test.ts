/** The numbered rules of core/anchoring/map-anchors.ts, one by one; the property test next door has the rest. */
import { describe, expect, it } from 'vitest';
import { mapAnchors } from '../../../core/anchoring/map-anchors.ts';
import { quoteOf } from '../../../core/text/quote-of.ts';
import type { Step } from '../../../core/anchoring/step.ts';
import { paragraph, type RichText } from '../../../core/text/block.ts';
import { blockText, type TextRange } from '../../../core/text/canonical.ts';

const text = (blocks: Record<string, string>): RichText =>
  Object.entries(blocks).map(([id, words]) => paragraph(id, words));
/** "a2-b3": from offset 2 of block a to offset 3 of block b. */
const range = (short: string): TextRange => {
  const [, from = '', start, to = '', end] = /^([a-z])(\d+)-([a-z])(\d+)$/.exec(short) ?? [];
  return { start: { block: from, offset: Number(start) }, end: { block: to, offset: Number(end) } };
};
const short = ({ start, end }: TextRange) => `${start.block}${start.offset}-${end.block}${end.offset}`;

function map(before: RichText, after: RichText, step: Step, ranges: string) {
  const list = ranges.split(' ').map(range);
  const highlight = {
    id: 'h',
    letter: 'l',
    ranges: list,
    quote: quoteOf(before, list),
    category: 'c',
    note: '',
  };
  const [moved] = mapAnchors(before, after, step, [highlight]);
  return moved ? `${moved.after.ranges.map(short).join(' ')} ${moved.after.quote}` : 'unmoved';
}

const one = text({ a: 'the lamp is out' });
const replace = (from: number, to: number, words: string, ranges: string) => {
  const old = blockText(one[0] ?? paragraph('a'));
  const after = text({ a: old.slice(0, from) + words + old.slice(to) });
  return map(one, after, { kind: 'replace', block: 'a', from, to, insertedLength: words.length }, ranges);
};

describe('words replaced in a block', () => {
  it.each([
    ['A2: put in before a range, move it', 0, 0, 'oh ', 'a4-a8', 'a7-a11 lamp'],
    ['A2: put in at its beginning, don’t belong to it', 4, 4, 'red ', 'a4-a8', 'a8-a12 lamp'],
    ['A2: put in at its end, don’t belong to it', 8, 8, 'post', 'a4-a8', 'unmoved'],
    ['A2: put in within it, do', 6, 6, 'XX', 'a4-a8', 'a4-a10 laXXmp'],
    ['A3: taken out of its beginning, make it shorter', 2, 6, '', 'a4-a8', 'a2-a4 mp'],
    ['A3: taken out of its end, make it shorter', 6, 10, '', 'a4-a8', 'a4-a6 la'],
    ['A3: taken out behind it, leave it', 9, 11, '', 'a4-a8', 'unmoved'],
    ['A4: that were its first, are replaced within it', 4, 6, 'chi', 'a4-a8', 'a4-a9 chimp'],
    ['A4: that were all of it, are replaced within it', 4, 8, 'light', 'a4-a8', 'a4-a9 light'],
    ['A4: that were partly of it, are replaced outside', 2, 6, 'XX', 'a4-a8', 'a4-a6 mp'],
    ['A7: taken out between two ranges, join them', 3, 4, '', 'a0-a3 a4-a8', 'a0-a7 thelamp'],
    ['A8: that were all of it and more, leave it empty with its quote', 3, 9, '', 'a4-a8', 'a3-a3 lamp'],
    ['A8: that were all of one of its ranges, leave that empty', 4, 8, '', 'a0-a3 a4-a8', 'a0-a3 a4-a4 the'],
  ])('%s', (_, from, to, words, ranges, moved) => {
    expect(replace(from, to, words, ranges)).toBe(moved);
  });
});

describe('blocks', () => {
  const three = text({ a: 'one', b: 'two', c: 'six' });
  const splitB = text({ a: 'one', b: 't', n: 'wo', c: 'six' });
  const joined = text({ a: 'onetwo', c: 'six' });
  it.each([
    [
      'A5: split in a range',
      splitB,
      { kind: 'split', block: 'b', offset: 1, newBlock: 'n' },
      'b0-b3',
      'b0-n2 t\nwo',
    ],
    [
      'A5: split at its beginning',
      splitB,
      { kind: 'split', block: 'b', offset: 1, newBlock: 'n' },
      'b1-b3',
      'n0-n2 wo',
    ],
    [
      'A5: split at its end',
      splitB,
      { kind: 'split', block: 'b', offset: 1, newBlock: 'n' },
      'b0-b1',
      'unmoved',
    ],
    ['A5: joined', joined, { kind: 'join', block: 'a', next: 'b', at: 3 }, 'a1-b2', 'a1-a5 netw'],
    [
      'A2: put in within a range',
      text({ a: 'one', x: 'new', b: 'two', c: 'six' }),
      { kind: 'insert-blocks', index: 1, count: 1 },
      'a0-b3',
      'a0-b3 one\nnew\ntwo',
    ],
    [
      'A2: put in before a range',
      text({ x: 'new', a: 'one', b: 'two', c: 'six' }),
      { kind: 'insert-blocks', index: 0, count: 1 },
      'a0-b3',
      'unmoved',
    ],
    [
      'A3: taken out at its end',
      text({ a: 'one', c: 'six' }),
      { kind: 'remove-blocks', ids: ['b'], index: 1 },
      'a1-b2',
      'a1-a3 ne',
    ],
    [
      'A3: taken out at its beginning',
      text({ a: 'one', c: 'six' }),
      { kind: 'remove-blocks', ids: ['b'], index: 1 },
      'b1-c2',
      'c0-c2 si',
    ],
    [
      'A8: taken out with all of it',
      text({ a: 'one', c: 'six' }),
      { kind: 'remove-blocks', ids: ['b'], index: 1 },
      'b0-b3',
      'a3-a3 two',
    ],
    ['A8: taken out, all', [], { kind: 'remove-blocks', ids: ['a', 'b', 'c'], index: 0 }, 'b0-b3', ' two'],
    [
      'A6: moved out of a range',
      text({ a: 'one', c: 'six', b: 'two' }),
      { kind: 'move-block', id: 'b' },
      'a1-b2',
      'a1-a3 b0-b2 ne […] tw',
    ],
    [
      'A6: moved within a range',
      text({ a: 'one', c: 'six', b: 'two' }),
      { kind: 'move-block', id: 'b' },
      'a0-c3',
      'a0-b3 one\nsix\ntwo',
    ],
    [
      'A6: moved into a range',
      text({ a: 'one', c: 'six', b: 'two' }),
      { kind: 'move-block', id: 'c' },
      'a0-b3',
      'a0-a3 b0-b3 one […] two',
    ],
  ] as const)('%s', (_, after, step, ranges, moved) => {
    expect(map(three, after, step, ranges)).toBe(moved);
  });
});
