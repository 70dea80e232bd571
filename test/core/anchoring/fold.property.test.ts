import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../../core/anchoring/fold.ts';

const text = fc
  .array(
    fc.constantFrom(...'a e\u0301 \u00a0 \u200b \u00ad — - ’ “ … . ﬁ lamp 灯 🛟 \n'.split(' '), ' ', '  '),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(''));

describe('folding', () => {
  it('tells for each folded unit where it stood, in order and without gaps in what counts', () => {
    fc.assert(
      fc.property(text, (original) => {
        const folded = fold(original);
        let last = 0;
        for (let at = 0; at < folded.text.length; at++) {
          const start = folded.startOf(at);
          const end = folded.endOf(at + 1);
          expect(start).toBeGreaterThanOrEqual(last === 0 ? 0 : Math.min(last, start));
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(original.length);
          expect(fold(original.slice(start, end)).text).toContain(folded.text[at]);
          last = start;
        }
      }),
    );
  });
  it('of folded text changes nothing more', () => {
    fc.assert(
      fc.property(text, (original) => {
        const once = fold(original).text;
        expect(fold(once).text).toBe(once);
      }),
    );
  });
  it.each([
    ['’', '"'],
    ['«\u00a0ja\u00a0»', '"ja"'],
    ['a — b', 'a-b'],
    ['a--b', 'a-b'],
    ['. . .', '...'],
    ['ﬁn', 'fin'],
    ['e\u0301', 'é'],
    ['a \u200b b', 'a b'],
  ])('%j gives %j', (original, folded) => {
    expect(fold(original).text).toBe(folded);
  });
});
