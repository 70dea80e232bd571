import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { carriedView } from '../../../core/anchoring/carry-view.ts';
import { normalView } from '../../../core/document/quotation-edits.ts';
import type { QuotationEdit, QuotationView } from '../../../core/document/quotation.ts';
import { editSeeds, viewFrom } from '../../support/arbitrary-views.ts';

const OF = 'The roof has leaked since Michaelmas, says the treasurer of the hall.';
const extent = (words: string) => {
  const from = OF.indexOf(words);
  return { from, to: from + words.length };
};
const view = (...edits: QuotationEdit[]): QuotationView => ({ of: OF, edits });
const carried = (now: string, ...edits: QuotationEdit[]) => {
  const { view: result, lost } = carriedView(view(...edits), now);
  const told = (edit: QuotationEdit) =>
    'at' in edit ? now.slice(0, edit.at).split(' ').at(-1) : now.slice(edit.from, edit.to);
  return [
    result?.edits.map((edit) => `${edit.kind} ${told(edit)}`) ?? [],
    lost.map(({ kind, words }) => `${kind} ${words}`),
  ];
};

describe('edits of a quotation whose passage has other words now', () => {
  const omit: QuotationEdit = { kind: 'omit', ...extent('since Michaelmas') };
  it.each<[string, string, QuotationEdit, string[], string[]]>([
    ['go with their words (Q2)', `Well. ${OF}`, omit, ['omit since Michaelmas'], []],
    ['are shorter where words went (Q2)', OF.replace('since ', ''), omit, ['omit Michaelmas'], []],
    [
      'are told when all their words went (Q2, Q6)',
      OF.replace(' since Michaelmas', ''),
      omit,
      [],
      ['omit since Michaelmas'],
    ],
    [
      'keep emphasis on what is left of its words (Q2)',
      OF.replace('treasurer', 'keeper'),
      { kind: 'emphasis', ...extent('says the treasurer') },
      ['emphasis says the keeper'],
      [],
    ],
    [
      'drop a replacement of words that became others (Q3)',
      OF.replace('treasurer', 'keeper'),
      { kind: 'replace', ...extent('the treasurer'), text: 'Mr Pike' },
      [],
      ['replace the treasurer'],
    ],
    [
      'drop [sic] when its word was mended (Q3)',
      OF.replace('leaked', 'leaking'),
      { kind: 'sic', at: extent('leaked').to },
      [],
      ['sic The roof has leaked'],
    ],
    [
      'keep [sic] when another word was (Q3)',
      OF.replace('treasurer', 'keeper'),
      { kind: 'sic', at: extent('leaked').to },
      ['sic leaked'],
      [],
    ],
    [
      'keep an insertion between words that stayed (Q4)',
      OF.replace('The', 'Our old'),
      { kind: 'insert', at: extent('roof').to, text: 'of slate' },
      ['insert roof'],
      [],
    ],
  ])('%s', (_, now, edit, edits, lost) => expect(carried(now, edit)).toEqual([edits, lost]));

  it('quote all again when the part that was quoted is gone (Q5)', () => {
    const part = extent('says the treasurer');
    expect(carriedView({ of: OF, part, edits: [] }, OF.replace('treasurer', 'keeper')).view?.part).toEqual({
      from: part.from,
      to: part.to - 3,
    });
    expect(carriedView({ of: OF, part, edits: [] }, 'Michaelmas').view).toBeUndefined();
  });

  const words = fc
    .array(fc.constantFrom('lamp', 'oil', 'quay', 'roof', '“it’s”', '🛟', 'the'), {
      minLength: 1,
      maxLength: 10,
    })
    .map((list) => list.join(' '));
  it('are each carried or told, in normal form, and there again when the words are (Q1, Q6)', () => {
    fc.assert(
      fc.property(words, words, editSeeds(fc.constantFrom('then', 'a b')), (of, now, seeds) => {
        const before = viewFrom(of, seeds);
        fc.pre(before !== undefined);
        const { view: after, lost } = carriedView(before, now);
        if (after) expect(normalView(after)).toEqual(after);
        expect(after?.of ?? now).toBe(now);
        for (const kind of ['omit', 'insert', 'replace', 'sic', 'emphasis'] as const) {
          const count = (list: readonly { kind: string }[]) =>
            list.filter((each) => each.kind === kind).length;
          // What was several may become one; nothing goes untold.
          if (count(before.edits) > 0) expect(count(after?.edits ?? []) + count(lost)).toBeGreaterThan(0);
          expect(count(after?.edits ?? []) + count(lost)).toBeLessThanOrEqual(count(before.edits) + 1);
        }
        expect(carriedView(before, of).view).toEqual(before);
      }),
      { numRuns: 500 },
    );
  });
});
