import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../../core/anchoring/fold.ts';
import { findQuote } from '../../../core/anchoring/quote-search.ts';
import { paragraph } from '../../../core/text/block.ts';
import { canonicalText } from '../../../core/text/canonical.ts';

const words = fc.array(
  fc.constantFrom('lamp', 'Oil', 'the', '“quay”', 'd’or', '—', 'it’s', '2019', '🛟', 'harbour-master'),
  {
    minLength: 1,
    maxLength: 12,
  },
);
const letter = fc.array(words, { minLength: 1, maxLength: 5 });
/** What a writer's program may do to the words. */
const retyped = (text: string) =>
  text.replace(/[“”]/g, '"').replace(/’/g, "'").replace(/ — /g, '--').replace(/\n/g, '  \n');

describe('any passage of whole words', () => {
  it('is found as it stands and as it is retyped, with the same words', () => {
    fc.assert(
      fc.property(letter, fc.nat(), fc.nat(), (paragraphs, a, b) => {
        const blocks = paragraphs.map((list, i) => paragraph(`b${i}`, list.join(' ')));
        const all = canonicalText(blocks);
        const starts = [...all.matchAll(/(?<=^|\s)\S/gu)].map(({ index }) => index);
        const ends = [...all.matchAll(/\S(?=\s|$)/gu)].map(({ index, 0: sign }) => index + sign.length);
        const first = a % starts.length;
        const last = first + (b % (starts.length - first));
        const quote = all.slice(starts[first], ends[last]);
        fc.pre(/[\p{L}\p{N}]/u.test(quote) && !/^—|—$/.test(quote));
        const letters = [{ id: 'l', blocks }];
        expect(findQuote(letters, quote)).toMatchObject({ exactness: 'exact', text: quote });
        expect(fold(findQuote(letters, retyped(quote))?.text ?? '').text).toBe(fold(quote).text);
      }),
      { numRuns: 500 },
    );
  });
});
