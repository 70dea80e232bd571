import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block } from '../../../core/text/block.ts';
import { blockText } from '../../../core/text/canonical.ts';
import { hasSentences, sentences, sentencesInSteps } from '../../../core/derived/sentences.ts';
import { letterText } from '../../support/arbitrary-text.ts';

function textsOf(block: Block, language: string): string[] {
  const found = sentences(block, language);
  const text = blockText(block);
  return Array.from({ length: found.length / 2 }, (_, i) => text.slice(found[i * 2], found[i * 2 + 1]));
}
const paragraph = (text: string): Block => ({ id: 'b', type: 'paragraph', content: [{ text }] });

/** Each case is the sentences of a paragraph, in order; joined by a space they are its text. */
const CASES: readonly (readonly [string, string, readonly string[]])[] = [
  ['titles', 'en', ['Mr. Ferris and Dr. Lund spoke.', 'Nobody asked Mrs. Cottle.']],
  ['pages and numbers', 'en', ['See p. 4 There, in vol. 2 it stands.', 'No. 7 Harbour Row is shut.']],
  ['latin letters', 'en', ['The roof, i.e. The slates, leaks.', 'Shelves, e.g. Oak ones, rot.']],
  ['initials', 'en', ['J. R. R. Penhale wrote to M. J.-P. Lund.', 'So did I.', 'Then he left.']],
  ['dotted names', 'en', ['The U.S. Consul came.', 'He left at 3 p.m. with us.', 'At 5 p.m.', 'We shut.']],
  ['an end after etc.', 'en', ['Books, maps, etc.', 'All are sold.']],
  ['speech that goes on', 'en', ['“Why now?” she asked.', '“Why?”', 'Nobody knows.']],
  ['numbered paragraphs', 'en', ['1. The roof leaks.', 'It is old.']],
  ['lettered paragraphs', 'en', ['b. The roof leaks.', 'It is old.']],
  ['questions', 'en', ['Who pays?', 'We do!', '(And gladly.)', 'Do you?']],
  ['an ornament before', 'en', ['* * * The roof leaks.', 'It is old.']],
  ['a date', 'de', ['Am 3. Mai kam Hr. Lund.', 'Er ging am 4. Juni.']],
  ['abbreviations', 'de', ['Bücher, z. B. Romane, nach Abs. 2 Satz 1, d. h. Alles.', 'Gut.']],
  ['abbreviations closed up', 'de', ['Vgl. Nr. 7 und z.B. Abs. 2.', 'Und usw.', 'Gut.']],
  ['kings', 'de', ['Karl II. Stuart starb.', 'Das war im Jahr 1685.', 'Dann kam Jakob.']],
  ['titles', 'fr', ['M. Ferrand et Mme. Lund sont venus.', 'Voir art. 5 du règlement.']],
  ['titles', 'es', ['El Sr. Prada vino.', 'Vea la pág. 4 del libro.']],
  ['questions', 'ar', ['هذا كتاب.', 'هل تراه؟', 'نعم!']],
  ['a danda', 'hi', ['यह किताब है।', 'वह भी है।']],
  ['what has no language', '', ['The roof leaks.', 'It is old.']],
];

describe('the sentences of a block', () => {
  it.each(CASES)('keeps %s together (%s)', (_, language, expected) => {
    expect(textsOf(paragraph(expected.join(' ')), language)).toEqual(expected);
  });

  it('keeps an opening bracket with its words where no space parts sentences', () => {
    expect(textsOf(paragraph('これは本です。「はい。」と言った。あれも。'), 'ja')).toEqual([
      'これは本です。',
      '「はい。」と言った。',
      'あれも。',
    ]);
  });

  it('ends a sentence with a line, but not with a line of verse', () => {
    const text = 'Yours faithfully,\nMaud Ferris';
    expect(textsOf(paragraph(text), 'en')).toEqual(['Yours faithfully,', 'Maud Ferris']);
    expect(textsOf({ id: 'b', type: 'verse', content: [{ text }] }, 'en')).toEqual([text]);
  });

  it('takes each cell of a table by itself', () => {
    const cell = (text: string) => ({ content: text === '' ? [] : [{ text }] });
    const table: Block = {
      id: 't',
      type: 'table',
      rows: [
        [cell('Year'), cell('Visitors')],
        [cell('1907'), cell('Many. More came later.')],
        [cell(''), cell('—')],
      ],
    };
    expect(textsOf(table, 'en')).toEqual(['Year', 'Visitors', '1907', 'Many.', 'More came later.']);
  });

  it('finds none in spaces, ornaments and rules', () => {
    for (const text of ['', '   ', '* * *', '— … —', '!?'])
      expect(textsOf(paragraph(text), 'en')).toEqual([]);
    expect(textsOf({ id: 'r', type: 'rule' }, 'en')).toEqual([]);
  });

  it('parts a long block as it parts a short one', () => {
    const some = ['The roof leaks, as Mr. Ferris says.', 'Who pays?', `It is ${'very '.repeat(900)}old.`];
    const long = Array.from({ length: 60 }, (_, i) => some[i % 3] as string);
    expect(textsOf(paragraph(long.join(' ')), 'en')).toEqual(long);
  });

  it('gives the same value for the same block, and another in another language', () => {
    const block = paragraph('Am 3. Mai.');
    expect(sentences(block, 'de')).toBe(sentences(block, 'de'));
    expect(textsOf(block, 'en')).toEqual(['Am 3.', 'Mai.']);
    expect(textsOf(block, 'de')).toEqual(['Am 3. Mai.']);
  });

  it('holds every letter and digit in one sentence, in order', () => {
    fc.assert(
      fc.property(
        letterText(['a1'], 'l'),
        fc.constantFrom('en', 'de', 'ja', 'he', 'x'),
        (blocks, language) => {
          for (const block of blocks as Block[]) {
            const text = blockText(block);
            const found = [...sentences(block, language)];
            expect(found).toEqual([...found].sort((a, b) => a - b));
            let inside = '';
            for (let i = 0; i < found.length; i += 2) {
              const words = text.slice(found[i], found[i + 1]);
              expect(words).toBe(words.trim());
              expect(words).toMatch(/[\p{L}\p{N}]/u);
              inside += words;
            }
            const counted = (of: string) => of.replace(/[^\p{L}\p{N}]/gu, '');
            expect(counted(inside)).toBe(counted(text));
          }
        },
      ),
    );
  });
});

it('pauses in a long block, and knows its sentences only at the end', () => {
  const block = paragraph('The roof leaks in May. '.repeat(2000));
  const steps = sentencesInSteps(block, 'en');
  let pauses = 0;
  let step = steps.next();
  for (; !step.done; step = steps.next()) {
    pauses++;
    expect(hasSentences(block, 'en')).toBe(false);
  }
  expect(pauses).toBeGreaterThan(10);
  expect(step.value.length / 2).toBe(2000);
  expect(sentences(block, 'en')).toBe(step.value);
});
