import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkQuotation } from '../../../core/anchoring/check-quotation.ts';
import { fold } from '../../../core/anchoring/fold.ts';
import { quotedAs } from '../../../core/anchoring/quoted-as.ts';
import { findQuote } from '../../../core/anchoring/quote-search.ts';
import { quotedPassage } from '../../../core/derived/quoted-blocks.ts';
import { quotedText, restoredText } from '../../../core/derived/quoted-pieces.ts';
import { normalView } from '../../../core/document/quotation-edits.ts';
import type { QuotationView } from '../../../core/document/quotation.ts';
import { paragraph, type RichText } from '../../../core/text/block.ts';
import type { TextRange } from '../../../core/text/canonical.ts';
import { quoteOf } from '../../../core/text/quote-of.ts';
import { editSeeds, viewFrom } from '../../support/arbitrary-views.ts';

const blocksOf = (...texts: readonly string[]): RichText => texts.map((text, i) => paragraph(`b${i}`, text));

/** As it is published. */
function shown(blocks: RichText, ranges: readonly TextRange[], view?: QuotationView): string {
  const highlight = { id: 'h', letter: 'l', ranges, quote: quoteOf(blocks, ranges), category: 'c', note: '' };
  const passage = quotedPassage(highlight, blocks, 'en', view);
  expect(restoredText(passage.quote, passage.pieces)).toBe(highlight.quote);
  return quotedText(passage.quote, passage.pieces);
}

function taken(blocks: RichText, quotation: string) {
  const found = findQuote([{ id: 'l', blocks }], quotation);
  return found && quotedAs(blocks, quotation, found);
}

const LETTER = blocksOf(
  'The roof of the hall has leaked since Michaelmas, and the council knows it.',
  'Oil is dear. Nobody counted the children.',
);

/** An omission at either end says nothing, though words are put in there; and what is put in side by side is one. */
const withoutEnds = (words: string) =>
  words
    .replace(/^((?:\s*\[(?!\.{3})[^\]]*\])*)(?:\s*\[\.{3}\])+/, '$1')
    .replace(/(?:\[\.{3}\]\s*)+((?:\[(?!\.{3})[^\]]*\]\s*)*)$/, '$1')
    .replaceAll(/(?<!\.{3})\] \[(?!\.{3})/g, ' ')
    .trim();

describe('a typed quotation as a passage with edits', () => {
  it.each<[string, string, number, readonly string[]]>([
    ['words left out', 'The roof […] has leaked since Michaelmas', 1, ['omit']],
    ['words left out with bare dots', 'The roof … has leaked since Michaelmas', 1, ['omit']],
    [
      'words left out over a paragraph',
      'the council knows it. […] Nobody counted the children.',
      1,
      ['omit'],
    ],
    ['a replacement', 'The roof of [our library] has leaked', 1, ['replace']],
    ['a changed letter and an omission', '[n]obody counted […] children', 1, ['replace', 'omit']],
    ['a letter made small', '[t]he roof of the hall', 1, ['replace']],
    ['an insertion', 'The roof [of slate] of the hall', 1, ['insert']],
    ['an insertion before the close', 'Nobody counted the children [of the town].', 1, ['insert']],
    ['[sic]', 'has leaked [sic] since Michaelmas', 1, ['sic']],
    [
      'an insertion before and after an omission',
      'The roof [itself] […] [always] has leaked',
      1,
      ['insert', 'omit', 'insert'],
    ],
    ['nothing', 'The roof of the hall', 1, []],
  ])('keeps %s', (_, quotation, count, kinds) => {
    const { ranges = [], view } = taken(LETTER, quotation) ?? {};
    expect(ranges).toHaveLength(count);
    expect((view?.edits ?? []).map(({ kind }) => kind)).toEqual(kinds);
    expect(shown(LETTER, ranges, view).replaceAll('\n', ' ')).toBe(
      quotation.replace('…', '[…]').replace('[[…]]', '[…]'),
    );
  });

  it('keeps several places where more is left out than one passage would', () => {
    const blocks = blocksOf('It began well.', 'And so on for pages. '.repeat(80), 'It ended badly.');
    const { ranges = [], view } = taken(blocks, 'It began well. […] It ended badly.') ?? {};
    expect(ranges).toHaveLength(2);
    expect(view).toBeUndefined();
    const bracketed = taken(blocks, 'It began well. […] It ended [very] badly.');
    expect(shown(blocks, bracketed?.ranges ?? [], bracketed?.view)).toBe(
      'It began well. […] It ended [very] badly.',
    );
  });

  it('is shown as it was typed, and passes the check of quotations, whatever was changed (Q7, Q8)', () => {
    const word = fc.constantFrom(
      'lamp',
      'Oil',
      'the',
      'quay',
      'hall',
      'it’s',
      '2019',
      'ledger',
      'roof',
      'שלום',
      'a',
    );
    const text = fc.array(word, { minLength: 3, maxLength: 14 }).map((list) => `${list.join(' ')}.`);
    const letters = fc.array(text, { minLength: 1, maxLength: 3 });
    const inserted = fc
      .array(fc.constantFrom('our', 'own', 'words'), { minLength: 1, maxLength: 2 })
      .map((list) => list.join(' '));
    fc.assert(
      fc.property(letters, editSeeds(inserted), (texts, seeds) => {
        const blocks = blocksOf(...texts);
        const last = blocks.at(-1)!;
        const whole = {
          start: { block: 'b0', offset: 0 },
          end: { block: last.id, offset: texts.at(-1)!.length },
        };
        const of = quoteOf(blocks, [whole]);
        const given = viewFrom(of, seeds);
        const view =
          given && normalView({ ...given, edits: given.edits.filter(({ kind }) => kind !== 'emphasis') });
        const { pieces } = quotedPassage(
          { id: 'h', letter: 'l', ranges: [whole], quote: of, category: 'c', note: '' },
          blocks,
          'en',
          view,
        );
        const typed = quotedText(of, pieces).replaceAll('\n', ' ').trim();
        const found = findQuote([{ id: 'l', blocks }], typed);
        fc.pre(found !== undefined && /\p{L}/u.test(typed.replaceAll(/\[[^\]]*\]/g, '')));
        const made = quotedAs(blocks, typed, found!);
        const bare = (words: string) =>
          withoutEnds(fold(words.replaceAll('\n', ' ')).text.replaceAll(/\s+/g, ' '));
        const again = shown(blocks, made.ranges, made.view);
        expect(bare(again)).toBe(bare(typed));
        const { verdict } = checkQuotation([{ id: 'l', blocks }], again);
        expect(['exact', 'typographic']).toContain(verdict);
      }),
      { numRuns: 400 },
    );
  });
});
