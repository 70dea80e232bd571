import { describe, expect, it } from 'vitest';
import { selectorsOf } from '../../../core/anchoring/selectors.ts';
import { paragraph } from '../../../core/text/block.ts';

describe('selectors', () => {
  const blocks = [paragraph('a', '🛟 The lamp 🛟 is out'), paragraph('b', 'and the oil')];
  it('count code points and give context across blocks', () => {
    const range = { start: { block: 'a', offset: 7 }, end: { block: 'b', offset: 3 } };
    expect(selectorsOf(blocks, [range])).toEqual([
      {
        quote: {
          type: 'TextQuoteSelector',
          exact: 'lamp 🛟 is out\nand',
          prefix: '🛟 The ',
          suffix: ' the oil',
        },
        position: { type: 'TextPositionSelector', start: 6, end: 23 },
      },
    ]);
  });
  it('never cut a character in two', () => {
    const long = [paragraph('a', `${'🛟'.repeat(20)}x${'🛟'.repeat(20)}`), paragraph('b', 'y')];
    const [pair] = selectorsOf(long, [
      { start: { block: 'a', offset: 40 }, end: { block: 'a', offset: 41 } },
    ]);
    expect([pair?.quote.prefix, pair?.quote.suffix]).toEqual(['🛟'.repeat(16), '🛟'.repeat(16)]);
    const odd = [paragraph('a', `${'🛟'.repeat(20)}xy${'🛟'.repeat(20)}`)];
    const [cut] = selectorsOf(odd, [{ start: { block: 'a', offset: 41 }, end: { block: 'a', offset: 42 } }]);
    expect(cut?.quote.prefix).toBe(`${'🛟'.repeat(15)}x`);
  });
  it('pass over ranges in blocks that aren’t there', () => {
    expect(
      selectorsOf(blocks, [{ start: { block: 'x', offset: 0 }, end: { block: 'x', offset: 1 } }]),
    ).toEqual([]);
  });
});
