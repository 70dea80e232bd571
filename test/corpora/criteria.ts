/**
 * When an expected form can't judge a reading of its input. Each criterion is decided from the input and the
 * expected form alone, by what they say and never by the name of a case; none looks at what our importer made.
 *
 * - **split**: the expected form parts words that in the input stand as one, with no white space and no border of
 *   a block between their letters. No reading of that input can give its text.
 * - **marker**: the expected form numbers an item in another manner than the marker that the input shows for it
 *   ("2." as a letter). The structure of its lists isn't that of the input.
 * - **lacks**: the input marks up lists, headings, links or preformatted text, and the expected form holds not one
 *   of that kind: its maker didn't read the kind. Such a pair is compared without the kind.
 *
 * Underlines of linked words are compared nowhere: they are how links look, and forms differ in keeping them.
 */
import type { Line } from './form.ts';
import type { InputFacts, Kind } from './input-facts.ts';

/** The words that the expected form parts and the input doesn't, as the former has them. */
export function splitWords(expected: readonly Line[], { text }: InputFacts): string | undefined {
  const compact = text.replace(/[\u00ad\u200b\ufeff]/g, '');
  for (const line of expected) {
    const words = line.text.split(/\s+/);
    for (let i = 1; i < words.length; i++) {
      const [before = '', after = ''] = [words[i - 1], words[i]];
      if (!compact.includes(`${before} ${after}`) && compact.includes(before + after))
        return `${before} ${after}`;
    }
  }
  return undefined;
}

const NUMBERS: Readonly<Record<string, RegExp>> = {
  decimal: /^[\d.]+$/,
  'lower-alpha': /^[a-z]+$/,
  'upper-alpha': /^[A-Z]+$/,
  'lower-roman': /^[ivxlcdm]+$/,
  'upper-roman': /^[IVXLCDM]+$/,
};

/** An item whose marker in the input can't be of the expected numbering. */
export function foreignMarker(expected: readonly Line[], { markers }: InputFacts): string | undefined {
  const items = expected.filter(({ shape }) => /^(?:bullet|decimal|lower-|upper-)/.test(shape));
  let at = 0;
  for (const { shape, text } of items) {
    const found = markers.findIndex(({ words }, i) => i >= at && words === text);
    if (found < 0) continue;
    at = found + 1;
    const bare = (markers[found]?.marker ?? '').replace(/[().\s]+$|^[(\s]+/g, '');
    const numbers = NUMBERS[shape.split(' ')[0] ?? ''];
    if (numbers && !numbers.test(bare)) return `“${bare} ${text}” as ${shape}`;
  }
  return undefined;
}

const SHAPES: readonly [Kind, RegExp][] = [
  ['lists', /^>*(?:bullet|decimal|numbered|lower-|upper-|model heading\d in|paragraph in)/],
  ['headings', /^>*(?:model )?heading/],
  ['preformatted', /^>*preformatted/],
];

export function lackedKinds(expected: readonly Line[], { kinds }: InputFacts): Kind[] {
  const holds = (kind: Kind) =>
    kind === 'links'
      ? expected.some(({ marks }) => marks.some((mark) => mark.includes('→')))
      : expected.some(({ shape }) => SHAPES.some(([own, shapes]) => own === kind && shapes.test(shape)));
  return [...kinds].filter((kind) => !holds(kind));
}

/** The lines as they are for one who doesn't know the kinds: paragraphs, and words without links; links as they are. */
export function without(lines: readonly Line[], lacked: readonly Kind[]): Line[] {
  return lines.map((line) => {
    const plain = SHAPES.some(([kind, shapes]) => lacked.includes(kind) && shapes.test(line.shape));
    const quoted = /^>*/.exec(line.shape)?.[0] ?? '';
    return {
      ...line,
      shape: plain ? `${quoted}paragraph` : line.shape,
      marks: line.marks.map((joined) => {
        const marks = joined.split(',');
        const link = marks.find((own) => own.startsWith('→'));
        if (link === undefined) return joined;
        return marks
          .filter((own) => own !== 'underline' && (own !== link || !lacked.includes('links')))
          .join();
      }),
    };
  });
}
