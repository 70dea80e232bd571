import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linkedPlaces } from '../../../core/anchoring/linked-places.ts';
import { versionMarks, type ExtentsByBlock } from '../../../core/anchoring/version-marks.ts';
import type { RichText } from '../../../core/text/block.ts';
import { blockText } from '../../../core/text/canonical.ts';

const blocksOf = (prefix: string, list: readonly string[]): RichText =>
  list.map((text, i) => ({ id: `${prefix}${i}`, type: 'paragraph', content: text === '' ? [] : [{ text }] }));

const words = fc
  .array(fc.constantFrom('the', 'library', 'roof', 'leaks', 'not', 'הגג', '屋根', '🏛'), { maxLength: 6 })
  .map((list) => list.join(' '));
const texts = fc.array(words, { maxLength: 8 });
const pairs = fc.tuple(texts, texts).map(([a, b]) => [blocksOf('b', a), blocksOf('n', b)] as const);

/** The words of the blocks that neither differ nor were moved. */
function unmarked(text: RichText, differing: ExtentsByBlock, moved: ExtentsByBlock): string {
  return text
    .filter(({ id }) => !moved.has(id))
    .map((block) => {
      let rest = blockText(block);
      for (const { from, to } of [...(differing.get(block.id) ?? [])].reverse())
        rest = rest.slice(0, from) + rest.slice(to);
      return rest;
    })
    .join('')
    .replaceAll(/\s/g, '');
}

describe('the marks of two versions beside each other', () => {
  it('show what differs by words: the rest is the same in both', () => {
    const { before, after, places } = versionMarks(
      blocksOf('b', ['The roof leaks.', 'Oil is dear.', 'We close on Thursdays.']),
      blocksOf('n', ['The old roof leaks.', 'We close on Fridays.']),
    );
    expect([...before.differing]).toEqual([
      ['b1', [{ from: 0, to: 12 }]],
      ['b2', [{ from: 12, to: 21 }]],
    ]);
    expect([...after.differing]).toEqual([
      ['n0', [{ from: 4, to: 8 }]],
      ['n1', [{ from: 12, to: 19 }]],
    ]);
    expect(places).toEqual([{ before: 'b0', after: 'n0' }]);
  });

  it('tell a paragraph that was moved from one that differs', () => {
    const { before, after } = versionMarks(
      blocksOf('b', ['First of all.', 'Then this.', 'Then that.', 'At last.']),
      blocksOf('n', ['Then this.', 'Then that.', 'At last.', 'First of all.']),
    );
    expect([...before.moved.keys()]).toEqual(['b0']);
    expect([...after.moved.keys()]).toEqual(['n3']);
    expect([before.differing.size, after.differing.size]).toEqual([0, 0]);
  });

  it('leave out what stands before and after a part', () => {
    const whole = blocksOf('b', ['Somebody wrote:', 'The roof leaks.', 'Oil is dear.', 'On Friday:', 'No.']);
    const { before, after, places } = versionMarks(
      whole,
      blocksOf('n', ['The roof leaks!', 'Oil is dear.']),
      true,
    );
    expect([...before.differing.keys()]).toEqual(['b1']);
    expect([...after.differing.keys()]).toEqual(['n0']);
    expect(places).toHaveLength(1);
    expect(versionMarks(whole, whole.slice(1, 3), true).places).toEqual([]);
  });

  it('are apart, in order, within their blocks; equal texts have none', () => {
    fc.assert(
      fc.property(pairs, ([before, after]) => {
        const marks = versionMarks(before, after);
        for (const [text, side] of [
          [before, marks.before],
          [after, marks.after],
        ] as const)
          for (const [id, extents] of [...side.differing, ...side.moved]) {
            const length = blockText(text.find((block) => block.id === id)!).length;
            let last = 0;
            for (const { from, to } of extents) {
              expect(from >= last && from < to && to <= length).toBe(true);
              last = to;
            }
          }
        if (marks.before.moved.size === 0)
          expect(unmarked(before, marks.before.differing, marks.before.moved)).toBe(
            unmarked(after, marks.after.differing, marks.after.moved),
          );
        const same = versionMarks(before, before);
        expect([same.before.differing.size, same.after.differing.size, same.places.length]).toEqual([
          0, 0, 0,
        ]);
      }),
    );
  });
});

describe('places beside each other', () => {
  it('are the same paragraph where both have it, and share out what lies between', () => {
    const { there, back } = linkedPlaces(
      blocksOf('b', ['A.', 'Cut one.', 'Cut two.', 'D.']),
      blocksOf('n', ['New.', 'A.', 'Put.', 'D.', 'E.']),
    );
    expect([there(0.5), there(1), there(2), there(3.25)]).toEqual([1.5, 2, 2.5, 3.25]);
    expect([back(1.5), back(2.5), back(3.25)]).toEqual([0.5, 2, 3.25]);
  });

  it('go on, never back, within the other text, and from end to end', () => {
    fc.assert(
      fc.property(pairs, fc.array(fc.double({ min: 0, max: 1, noNaN: true })), ([one, other], shares) => {
        const { there, back } = linkedPlaces(one, other);
        for (const [go, from, to] of [
          [there, one, other],
          [back, other, one],
        ] as const) {
          const places = shares.map((share) => share * from.length).sort((a, b) => a - b);
          let last = 0;
          for (const place of places.map(go)) {
            expect(place).toBeGreaterThanOrEqual(last - 1e-9);
            expect(place).toBeLessThanOrEqual(to.length);
            last = place;
          }
          if (from.length > 0) expect(go(from.length)).toBe(to.length);
        }
      }),
    );
  });
});
