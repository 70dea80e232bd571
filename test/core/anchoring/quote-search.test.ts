import { describe, expect, it } from 'vitest';
import { findQuote } from '../../../core/anchoring/quote-search.ts';
import { differenceText, nearestPassage } from '../../../core/anchoring/nearest.ts';
import { paragraph, type RichText } from '../../../core/text/block.ts';
import { rangeText } from '../../../core/text/canonical.ts';

const council: RichText = [
  paragraph('c1', 'The Council’s “decision” – if it is one – was taken in March. It was not announced.'),
  paragraph('c2', 'The lamp over the door is out, and nobody has lit it since the bank went.'),
  paragraph('c3', 'The bank went in 2021. Well… the lamp went with it.'),
];
const pym: RichText = [
  paragraph('p1', 'The bank went in 2021. I counted eleven hands [sic] in the hall, and eleven hats.'),
];
const letters = [
  { id: 'A1', blocks: council },
  { id: 'A2', blocks: pym },
];

describe('a quotation', () => {
  it.each([
    ['as it stands', 'The lamp over the door is out', 'exact', ['The lamp over the door is out']],
    ['across paragraphs', 'not announced.\nThe lamp', 'exact', ['not announced.\nThe lamp']],
    ['with other quotation marks', "The Council's 'decision'", 'typographic', ['The Council’s “decision”']],
    [
      'with other dashes',
      '“decision”—if it is one—was taken',
      'typographic',
      ['“decision” – if it is one – was taken'],
    ],
    [
      'with two hyphens for a dash',
      '“decision” -- if it is one',
      'typographic',
      ['“decision” – if it is one'],
    ],
    ['with other spaces', 'The\u00a0lamp  over\n\nthe door', 'typographic', ['The lamp over the door']],
    [
      'with invisible characters',
      'The lamp over the d\u00adoor\u200b is out',
      'typographic',
      ['The lamp over the door is out'],
    ],
    ['with three full stops for an ellipsis', 'Well... the lamp', 'typographic', ['Well… the lamp']],
    ['that begins with a capital of its own', 'Nobody has lit it', 'typographic', ['nobody has lit it']],
    ['with a bracketed capital', '[N]obody has lit it', 'typographic', ['nobody has lit it']],
    [
      'with an omission',
      'The lamp over the door […] since the bank went',
      'exact',
      ['The lamp over the door', 'since the bank went'],
    ],
    [
      'with three full stops for an omission',
      'The lamp ... since the bank',
      'exact',
      ['The lamp', 'since the bank'],
    ],
    ['with an omission in brackets of full stops', 'The lamp [...] since', 'exact', ['The lamp', 'since']],
    [
      'with an omission over paragraphs',
      'It was not announced. […] The bank went',
      'exact',
      ['It was not announced.', 'The bank went'],
    ],
    [
      'with an omission at the beginning and the end',
      '… lamp over the door …',
      'exact',
      ['lamp over the door'],
    ],
    [
      'that keeps the letter’s own ellipsis beside an omission',
      'in 2021. Well… the lamp […] with it',
      'exact',
      ['in 2021. Well… the lamp', 'with it'],
    ],
    ['with words put in', 'The lamp [a gas one] over the door', 'typographic', ['The lamp over the door']],
    ['with words put in another’s place', 'nobody [at all] lit it', 'typographic', ['nobody', 'lit it']],
    [
      'with brackets of the letter’s own',
      'eleven hands [sic] in the hall',
      'exact',
      ['eleven hands [sic] in the hall'],
    ],
  ])('is found %s', (_, quotation, exactness, parts) => {
    const found = findQuote(letters, quotation);
    const blocks = letters.find(({ id }) => id === found?.letter)?.blocks ?? [];
    expect(found?.ranges.map((range) => rangeText(blocks, range))).toEqual(parts);
    expect(found?.exactness).toBe(exactness);
    expect(found?.text).toBe(parts.join(' […] '));
  });

  it.each([
    ['other words', 'The lamp over the gate is out'],
    ['part of a word', 'amp over the door'],
    ['another case within', 'The Lamp over the door'],
    ['its parts in another order', 'since the bank went […] The lamp over the door'],
    ['a sign that isn’t typography', 'The lamp over the door is out; and nobody'],
    ['nothing', ' … '],
  ])('isn’t found with %s', (_, quotation) => {
    expect(findQuote(letters, quotation)).toBeUndefined();
  });

  it('is looked for first in the letter that is answered', () => {
    expect(findQuote(letters, 'The bank went in 2021')?.letter).toBe('A1');
    expect(findQuote(letters, 'The bank went in 2021', { letter: 'A2' })?.letter).toBe('A2');
  });

  it('is looked for from where the last one was', () => {
    const place = (from: number) =>
      findQuote(letters, 'lamp', { letter: 'A1', from })?.ranges[0]?.start.block;
    expect([place(0), place(80), place(100), place(1000)]).toEqual(['c2', 'c2', 'c3', 'c2']);
  });

  it('whose parts are common is taken where they are nearest to each other', () => {
    const blocks = [paragraph('b', 'eleven came, ten left; eleven stayed until nine')];
    const found = findQuote([{ id: 'A1', blocks }], 'eleven … until nine');
    expect(found?.ranges[0]?.start.offset).toBe(23);
  });
});

describe('the nearest passage', () => {
  it('is told with the difference', () => {
    const nearest = nearestPassage(
      letters,
      'The lamp above the door is out, and nobody had lit it since the bank closed.',
    );
    expect(nearest?.letter).toBe('A1');
    expect(differenceText(nearest?.difference ?? [])).toBe(
      'The lamp [-over-]{+above+} the door is out, and nobody [-has-]{+had+} lit it since the bank [-went-]{+closed+}.',
    );
    expect(nearest?.likeness).toBeGreaterThan(0.75);
  });
  it.each(['', 'no', 'The herring fleet put out at dawn with four hundred barrels of salt aboard'])(
    'of “%s” is none',
    (quotation) => {
      expect(nearestPassage(letters, quotation)).toBeUndefined();
    },
  );
});
