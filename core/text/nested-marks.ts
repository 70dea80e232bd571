/**
 * Quotation marks within a quotation: those that stand in pairs become the marks that the language has for their
 * depth, which alternate. Apostrophes and marks without a partner stay as they are.
 */
import { quotationMarksOf } from './quotation-marks.ts';

/** Units of the text, half-open, and what is to stand in their place. */
export interface MarkChange {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** What may close each opening mark, in the habits of one language or another. */
const CLOSING: Readonly<Record<string, string>> = {
  '“': '”',
  '”': '”“',
  '„': '“”',
  '«': '»',
  '»': '«»',
  '‹': '›',
  '›': '‹›',
  '‘': '’',
  '’': '’‘',
  '‚': '‘’',
  '"': '"',
  "'": "'",
  '「': '」',
  '『': '』',
};
// French sets a no-break space within its marks: it goes with them.
const MARK = /[«‹][\u00a0\u202f]|[\u00a0\u202f][»›]|[“”„«»‹›‘’‚"'「」『』]/gu;
const LETTER = /[\p{L}\p{N}]/u;

/** @param depth of the marks around the text: 1 for a quotation that stands in the author's own words */
export function nestedMarks(text: string, language: string, depth = 1): readonly MarkChange[] {
  const { outer, inner, space } = quotationMarksOf(language);
  const open: { readonly from: number; readonly to: number; readonly mark: string }[] = [];
  const changes: MarkChange[] = [];
  for (const match of text.matchAll(MARK)) {
    const from = match.index;
    const to = from + match[0].length;
    const mark = match[0].trim();
    const [before, after] = [text.slice(0, from).at(-1) ?? '', text.slice(to, to + 1)];
    if (/['’]/.test(mark) && LETTER.test(before) && LETTER.test(after)) continue;
    const last = open.at(-1);
    const spaced = match[0].length > 1;
    const oneSided = spaced || /[「」『』]/.test(mark);
    const beginsWord = oneSided ? /[«‹「『]/.test(mark) : !isSpace(after);
    const endsWord = oneSided ? !beginsWord : !isSpace(before);
    const closes = last !== undefined && (CLOSING[last.mark] ?? '').includes(mark) && endsWord;
    if (closes && !(beginsWord && isSpace(before))) {
      open.pop();
      const isOuter = (depth + open.length) % 2 === 0;
      const [opening, closing] = isOuter ? outer : inner;
      const gap = isOuter ? space : '';
      changes.push({ from: last.from, to: last.to, text: opening + gap }, { from, to, text: gap + closing });
    } else if (beginsWord && mark in CLOSING && (oneSided || !LETTER.test(before))) {
      open.push({ from, to, mark });
    }
  }
  return changes
    .filter((change) => text.slice(change.from, change.to) !== change.text)
    .sort((a, b) => a.from - b.from);
}

const isSpace = (character: string): boolean => character === '' || /\s/.test(character);
