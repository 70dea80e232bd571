import { describe, expect, it } from 'vitest';
import { quoteOf } from '../../../core/text/quote-of.ts';
import { reanchor } from '../../../core/anchoring/reanchor.ts';
import type { Highlight } from '../../../core/document/letter.ts';
import type { RichText } from '../../../core/text/block.ts';
import type { TextRange } from '../../../core/text/canonical.ts';
import { paragraphs } from '../derived/quillhaven.ts';

/** The text with its highlight: the words between "{" and "}"; a "|" begins a new paragraph. */
function marked(source: string): { text: RichText; highlight: Highlight } {
  const open: { block: string; offset: number }[] = [];
  const ranges: TextRange[] = [];
  const plain = source.split('|').map((part, i) => {
    let text = '';
    for (const character of part) {
      const place = { block: `b${i + 1}`, offset: text.length };
      if (character === '{') open.push(place);
      else if (character === '}') ranges.push({ start: open.pop() ?? place, end: place });
      else text += character;
    }
    return text;
  });
  const text = paragraphs('b', ...plain);
  const quote = quoteOf(text, ranges);
  return { text, highlight: { id: 'h', letter: 'l', ranges, quote, category: 'c', note: '' } };
}

function found(before: string, after: string) {
  const { text, highlight } = marked(before);
  const [result] = reanchor(text, paragraphs('n', ...after.split('|')), [highlight]);
  if (!result) throw new Error('no result');
  return result;
}

const ROOF = 'The roof of the reading room has leaked since the autumn gales.';
const OIL = 'Lamp oil costs a penny more than it did at Lammas, says the treasurer.';
const OPEN = 'The library opens at nine.';

describe('a passage in a new version of its letter', () => {
  it.each([
    [
      'stays when words are put in before it',
      `${OPEN}|The {roof leaks}.`,
      `Dear all,|${OPEN}|The old roof leaks.`,
      'exact',
      'roof leaks',
    ],
    [
      'stays when its paragraph is moved',
      `{${ROOF}}|${OIL}|${OPEN}`,
      `${OIL}|${OPEN}|${ROOF}`,
      'moved',
      ROOF,
    ],
    [
      'follows a sentence that went to another paragraph',
      `{${ROOF}} ${OIL}|${OPEN}`,
      `${OIL}|${OPEN} ${ROOF}`,
      'moved',
      ROOF,
    ],
    [
      'takes the words that replaced some of its own',
      '{The roof leaks badly} in spring.',
      'The roof leaks a little in spring.',
      'changed',
      'The roof leaks a little',
    ],
    [
      'takes the word that replaced its last one',
      'It costs {five pence} a pint.',
      'It costs five pennies a pint.',
      'changed',
      'five pennies',
    ],
    ['keeps what is left of it', `{${ROOF} ${OIL}}`, OIL, 'changed', OIL],
    [
      'is found though it was moved and changed',
      `{${ROOF}}|${OIL}|${OPEN}`,
      `${OIL}|${OPEN}|The roof of the reading room has dripped since the autumn storms.`,
      'changed',
      'The roof of the reading room has dripped since the autumn storms.',
    ],
    [
      'crosses a new border of paragraphs',
      `{${ROOF} ${OIL}}`,
      `${ROOF}|${OIL}`,
      'changed',
      `${ROOF}\n${OIL}`,
    ],
    ['is missing when its words are gone', `${OPEN}|{${ROOF}}|${OIL}`, `${OPEN}|${OIL}`, 'missing', ROOF],
    [
      'is missing when others stand in its place',
      `{${ROOF}}`,
      'We thank Mrs Vane for nine jars of quince jelly.',
      'missing',
      ROOF,
    ],
    ['is missing from an empty text', `{${ROOF}}`, '', 'missing', ROOF],
    [
      'with a gap keeps its parts',
      `{The roof} of the room {leaks}.`,
      'The roof of the long room leaks.',
      'exact',
      'The roof […] leaks',
    ],
    [
      'over two paragraphs follows both when they are moved together',
      `${OPEN}|We close at five.|Come in.|{${ROOF}|${OIL}}`,
      `${ROOF}|${OIL}|${OPEN}|We close at five.|Come in.`,
      'moved',
      `${ROOF}\n${OIL}`,
    ],
    [
      'over two paragraphs that were parted has a gap',
      `{${ROOF}|${OIL}}|${OPEN}|We close at five o’clock.`,
      `${OIL}|${OPEN}|We close at five o’clock.|${ROOF}`,
      'moved',
      `${OIL} […] ${ROOF}`,
    ],
  ] as const)('%s (N2 to N5)', (_, before, after, outcome, quote) => {
    const result = found(before, after);
    expect([result.outcome, result.quote]).toEqual([outcome, quote]);
  });

  it.each([
    ['quotation marks and dashes', '{She said "never" - and left.}', 'She said “never” — and left.'],
    ['borders of paragraphs', `{${ROOF} ${OIL}}`, `${ROOF}|${OIL}`],
  ])('that differs in %s alone has full confidence (N6)', (_, before, after) => {
    const { outcome, confidence } = found(before, after);
    expect([outcome, confidence]).toEqual(['changed', 1]);
  });

  it('has less confidence the more of it has changed (N6)', () => {
    const little = found(`{${ROOF}}`, ROOF.replace('autumn', 'winter'));
    const much = found(`{${ROOF}}`, 'The roof of the hall has leaked for three years.');
    expect([little.outcome, much.outcome]).toEqual(['changed', 'changed']);
    expect(little.confidence).toBeGreaterThan(much.confidence);
  });

  it('whose words had been cut away comes back with them (N7)', () => {
    const { text } = marked(OPEN);
    const place = { block: 'b1', offset: 3 };
    const range = { start: place, end: place };
    const highlight = { id: 'h', letter: 'l', ranges: [range], quote: ROOF, category: 'c', note: '' };
    const back = reanchor(text, paragraphs('n', OPEN, `Sirs, ${ROOF}`), [highlight]);
    expect(back.map(({ outcome, quote }) => [outcome, quote])).toEqual([['moved', ROOF]]);
    const still = reanchor(text, paragraphs('n', OPEN, OIL), [highlight]);
    expect(still.map(({ outcome, quote }) => [outcome, quote])).toEqual([['missing', ROOF]]);
  });

  it('stands, empty, where its words were when they are missing (N5)', () => {
    const { ranges } = found(`${OPEN}|{${ROOF}}|${OIL}`, `${OPEN}|${OIL}`);
    const end = { block: 'n1', offset: OPEN.length };
    expect(ranges).toEqual([{ start: end, end }]);
  });
});
