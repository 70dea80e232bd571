import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkQuotation } from '../../../core/anchoring/check-quotation.ts';
import { quotedPassage, type QuotedSpan } from '../../../core/derived/quoted-blocks.ts';
import { quotedText, restoredText } from '../../../core/derived/quoted-pieces.ts';
import { normalView } from '../../../core/document/quotation-edits.ts';
import type { Highlight } from '../../../core/document/letter.ts';
import { paragraph, hasContent, isSpan, type RichText } from '../../../core/text/block.ts';
import { blockText, canonicalText } from '../../../core/text/canonical.ts';
import { quoteOf } from '../../../core/text/quote-of.ts';
import { projects, rangesAt } from '../../support/arbitraries.ts';
import { editSeeds, viewFrom } from '../../support/arbitrary-views.ts';
import { words } from '../../support/arbitrary-text.ts';

const highlightOf = (blocks: RichText, ranges: Highlight['ranges']): Highlight => ({
  id: 'h',
  letter: 'l',
  ranges,
  quote: quoteOf(blocks, ranges),
  category: 'c',
  note: '',
});

/** The letter's words among what is shown, block by block, as they say where they come from. */
function spansOf(blocks: RichText): readonly QuotedSpan[] {
  return blocks.flatMap((block) =>
    hasContent(block)
      ? block.content.filter(isSpan)
      : block.type === 'table'
        ? block.rows.flat().flatMap((cell) => cell.content.filter(isSpan))
        : [],
  );
}

describe('a quotation, whatever its edits and its letter', () => {
  it('has the words of its passage and no others once insertions are gone and omissions are back (Q7)', () => {
    fc.assert(
      fc.property(projects, editSeeds(words), (project, seeds) => {
        for (const highlight of project.highlights) {
          const { blocks } = project.letters.find(({ id }) => id === highlight.letter) ?? { blocks: [] };
          const view = viewFrom(highlight.quote, seeds);
          const shown = quotedPassage(highlight, blocks, 'en', view);
          const { from, to } = view?.part ?? { from: 0, to: highlight.quote.length };
          expect(restoredText(shown.quote, shown.pieces)).toBe(highlight.quote.slice(from, to));
          expect(shown.lost).toEqual([]);
          // What is drawn of the letter is the letter's, at the place that it says, each word once and in order.
          let at = from;
          const drawn: string[] = [];
          for (const span of spansOf(shown.blocks)) {
            if (span.at === undefined) continue;
            expect(span.text).toBe(highlight.quote.slice(span.at, span.at + span.text.length));
            expect(span.at).toBeGreaterThanOrEqual(at);
            at = span.at + span.text.length;
            drawn.push(span.text);
          }
          const spoken = shown.pieces.flatMap((piece) =>
            piece.kind === 'words' ? [highlight.quote.slice(piece.from, piece.to)] : [],
          );
          const bare = (text: string) => text.replace(/[\n\t]/g, '');
          expect(bare(drawn.join(''))).toBe(bare(spoken.join('')));
          const signs = (kind: (piece: { kind: string }) => boolean) => shown.pieces.filter(kind).length;
          expect(spansOf(shown.blocks).filter((span) => span.sign).length).toBe(
            signs(({ kind }) => kind !== 'words'),
          );
        }
      }),
      { numRuns: 150 },
    );
  });

  it('is in normal form once and for all', () => {
    fc.assert(
      fc.property(words, editSeeds(words), (text, seeds) => {
        const view = viewFrom(text, seeds);
        if (view) expect(normalView(view)).toEqual(view);
      }),
      { numRuns: 500 },
    );
  });
});

const WORDS = [
  'lamp',
  'oil',
  'The',
  '“quay”',
  'd’or',
  'it’s',
  '2019,',
  'harbour-master',
  'roof.',
  '(north)',
  'é',
  'Кружка',
];
const sentence = fc
  .array(fc.constantFrom(...WORDS), { minLength: 2, maxLength: 14 })
  .map((list) => list.join(' '));
const japanese = fc.constant('図書館は木曜日に閉まります。読書室は開いています。');
const paragraphs = fc.array(
  fc.oneof({ weight: 5, arbitrary: sentence }, { weight: 1, arbitrary: japanese }),
  {
    minLength: 1,
    maxLength: 3,
  },
);
const insertion = fc.constantFrom('the council', 'T', 'of Quillhaven, then', '[sic]', '…', 'it’s');

describe('the check of quotations', () => {
  it.each(['en', 'ru', 'ja'])(
    'finds every edited quotation in its letter, with the signs of %s (Q8)',
    (language) => {
      fc.assert(
        fc.property(
          paragraphs,
          fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 2, maxLength: 4 }),
          editSeeds(insertion),
          (texts, fractions, seeds) => {
            const blocks = texts.map((text, i) => paragraph(`b${i}`, text));
            const whole = fractions.length === 2 || canonicalText(blocks).length < 20;
            const last = blocks.at(-1) ?? paragraph('none');
            const all = [
              { start: { block: 'b0', offset: 0 }, end: { block: last.id, offset: blockText(last).length } },
            ];
            const ranges = whole ? all : rangesAt(blocks, fractions);
            fc.pre(ranges.length > 0);
            const highlight = highlightOf(blocks, whole ? all : atWords(blocks, ranges));
            fc.pre(/[\p{L}\p{N}]/u.test(highlight.quote));
            const shown = quotedPassage(highlight, blocks, language, viewFrom(highlight.quote, seeds));
            const text = shown.blocks.map(blockText).join('\n');
            fc.pre(
              shown.pieces.some(
                (piece) =>
                  piece.kind === 'words' && /[\p{L}\p{N}]/u.test(highlight.quote.slice(piece.from, piece.to)),
              ),
            );
            const { verdict } = checkQuotation([{ id: 'l', blocks }], text);
            expect({ text, verdict }).toEqual({
              text,
              verdict: expect.stringMatching(/^(exact|typographic)$/),
            });
            expect(quotedText(shown.quote, shown.pieces).replace(/\s+/g, '')).toBe(text.replace(/\s+/g, ''));
          },
        ),
        { numRuns: 400 },
      );
    },
  );
});

/** Ranges drawn out to whole words, as the window makes them. */
function atWords(blocks: RichText, ranges: Highlight['ranges']): Highlight['ranges'] {
  const out = (block: string, offset: number, by: 1 | -1) => {
    const text = blockText(blocks.find(({ id }) => id === block) ?? paragraph('none'));
    let at = offset;
    while (at > 0 && at < text.length && !/\s/.test(text[by < 0 ? at - 1 : at] ?? '')) at += by;
    return { block, offset: at };
  };
  const made = ranges.map(({ start, end }) => ({
    start: out(start.block, start.offset, -1),
    end: out(end.block, end.offset, 1),
  }));
  return made.filter(({ start, end }, i) => {
    const before = made[i - 1];
    return (
      !before ||
      before.end.block < start.block ||
      (before.end.block === start.block && before.end.offset < start.offset) ||
      end === start
    );
  });
}
