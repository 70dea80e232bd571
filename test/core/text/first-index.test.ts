import fc from 'fast-check';
import { expect, it } from 'vitest';
import { firstIndex, lastUpTo } from '../../../core/text/first-index.ts';

const ascending = fc.array(fc.integer({ min: -5, max: 20 })).map((list) => list.toSorted((a, b) => a - b));

it('finds what looking at each in turn finds', () => {
  fc.assert(
    fc.property(ascending, fc.integer({ min: -7, max: 22 }), (list, value) => {
      const found = list.findIndex((each) => each >= value);
      expect(firstIndex(list.length, (index) => list[index]! >= value)).toBe(found < 0 ? list.length : found);
      expect(lastUpTo(list, value)).toBe(list.findLastIndex((each) => each <= value));
    }),
  );
});
