import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { align } from '../../../core/anchoring/align.ts';
import { hunksBetween, mapExtent, type Hunk } from '../../../core/anchoring/hunks.ts';
import { cellsOf, MarkedText } from './marked-text.ts';

const word = fc.constantFrom('lamp', 'oil', 'lamps', 'the', 'The', '灯', '油', '👩🏽‍🏫', '👩🏻‍🏫', 'é', 'roof');
const text = fc
  .array(fc.oneof(word, fc.constantFrom(' ', '\n', '. ')), { maxLength: 14 })
  .map((a) => a.join(''));

describe('two sequences aligned', () => {
  const items = fc.array(fc.nat(12), { maxLength: 120 });
  it('have the runs in common, in order and apart', () => {
    fc.assert(
      fc.property(items, items, (before, after) => {
        let at = 0;
        let newAt = 0;
        for (const run of align(before, after)) {
          expect(run.length).toBeGreaterThan(0);
          expect(run.before).toBeGreaterThanOrEqual(at);
          expect(run.after).toBeGreaterThanOrEqual(newAt);
          expect(before.slice(run.before, run.before + run.length)).toEqual(
            after.slice(run.after, run.after + run.length),
          );
          at = run.before + run.length;
          newAt = run.after + run.length;
        }
      }),
    );
  });

  it('keep all but what was put in, where items come once', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(), { maxLength: 200 }), fc.array(fc.nat(199)), (before, places) => {
        const after = before.flatMap((item, i) => (places.includes(i) ? [-1, item] : [item]));
        const kept = align(before, after).reduce((sum, { length }) => sum + length, 0);
        expect(kept).toBe(before.length);
      }),
    );
  });

  it('of which nothing is the same end soon, however long they are', () => {
    const before = Array.from({ length: 20_000 }, (_, i) => i % 7);
    const after = Array.from({ length: 20_000 }, (_, i) => 7 + (i % 5));
    expect(align(before, after)).toEqual([]);
  });
});

const rebuilt = (before: string, after: string, hunks: readonly Hunk[]) => {
  let at = 0;
  let result = '';
  for (const { from, to, newFrom, newTo } of hunks) {
    result += before.slice(at, from) + after.slice(newFrom, newTo);
    at = to;
  }
  return result + before.slice(at);
};

describe('hunks', () => {
  it('make the new text of the old one, with something left between any two, and halve no character', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const hunks = hunksBetween(before, after);
        expect(rebuilt(before, after, hunks)).toBe(after);
        hunks.forEach(({ from, to, newFrom, newTo }, i) => {
          const last = hunks[i - 1];
          if (last) expect(from - last.to).toBeGreaterThan(0);
          for (const part of [before.slice(from, to), after.slice(newFrom, newTo)])
            expect(part).not.toMatch(/\p{Surrogate}/u);
        });
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['a word put in', 'the lamp burns', 'the old lamp burns', ['+old ']],
    ['a word that grew', 'the lamp burns', 'the lamps burn', ['+s', '-s']],
    ['a character without spaces', '灯が消える', '灯は消える', ['-が+は']],
  ])('show %s', (_, before, after, shown) => {
    const parts = hunksBetween(before, after).map(({ from, to, newFrom, newTo }) =>
      [
        from < to ? `-${before.slice(from, to)}` : '',
        newFrom < newTo ? `+${after.slice(newFrom, newTo)}` : '',
      ].join(''),
    );
    expect(parts).toEqual(shown);
  });
});

describe('an extent carried through hunks', () => {
  it('goes where the slow model of edits takes it, one replacement after the other (N2)', () => {
    fc.assert(
      fc.property(text, text, fc.nat(60), fc.nat(30), (before, after, start, length) => {
        const from = Math.min(start, before.length);
        const to = Math.min(from + length, before.length);
        const hunks = hunksBetween(before, after);
        // The model marks characters; line feeds within a block stand for any other.
        const flat = (words: string) => words.replaceAll('\n', '|');
        const cells = [...Array(before.length).keys()].map((at) => ({
          character: flat(before[at] ?? ''),
          covered: [at >= from && at < to],
        }));
        const model = new MarkedText([{ id: 'b', cells }], [], 1);
        for (const hunk of hunks.toReversed()) {
          const inserted = flat(after.slice(hunk.newFrom, hunk.newTo));
          const block = model.blocks[0];
          if (!block) throw new Error('no block');
          const step = { kind: 'replace', block: 'b', from: hunk.from, to: hunk.to } as const;
          // By units, as offsets are; the model takes whole characters.
          model.apply({ ...step, insertedLength: inserted.length }, [{ id: 'b', text: '' }]);
          const covered = coveredBy(hunk, from, to);
          block.cells.splice(hunk.from, 0, ...units(inserted, covered));
        }
        const mapped = mapExtent(hunks, from, to);
        const picture = model.picture(0);
        const expected = picture.indexOf('#');
        if (expected < 0) expect(mapped.from).toBe(mapped.to);
        else expect([mapped.from, mapped.to]).toEqual([expected, picture.lastIndexOf('#') + 1]);
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['an end outside stays outside', -1, 9, [-1, 12]],
    ['an empty extent in what was replaced goes to its beginning', 5, 5, [4, 4]],
    ['an empty extent after it moves along', 8, 8, [11, 11]],
  ])('%s', (_, from, to, expected) => {
    const mapped = mapExtent([{ from: 4, to: 6, newFrom: 4, newTo: 9 }], from, to);
    expect([mapped.from, mapped.to]).toEqual(expected);
  });
});

function units(words: string, covered: boolean) {
  return words
    .split('')
    .flatMap((character) => cellsOf('x', [covered]).map((cell) => ({ ...cell, character })));
}

/** Rules A2 and A4: covered if all that was replaced is, or, where nothing was, both neighbours are. */
function coveredBy(hunk: Hunk, from: number, to: number): boolean {
  return hunk.from < hunk.to ? from <= hunk.from && hunk.to <= to : from < hunk.from && hunk.from < to;
}
