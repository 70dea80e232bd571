/**
 * What the typed signs of a typewriter stand for in print: quotation marks, apostrophes, dashes, ellipses and spaces
 * that don't break, by the rules of a language. Works on the text before the caret; what is to be replaced is given
 * back, so that whoever types can make it an edit of its own.
 */
import { quotationMarksOf, type QuotationMarks } from './quotation-marks.ts';
import { bindingSpace } from './typography-spaces.ts';

/** The characters from `from` up to, not including, `to` become `text`. UTF-16 units. */
export interface Replacement {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

const APOSTROPHE = '’';
const SINGLE = /[‘’‚‹›]/;
const HEBREW_LETTER = /[\u05d0-\u05ea]/;
/** What a quotation may begin after: nothing, a space, an opening bracket, a dash. */
const BEFORE_OPENING = /(?:^|[\s\u00a0\u202f([{<—–/\-¿¡])$/u;

/** Words that begin with an apostrophe where one would take it for an opening mark. */
const CLIPPED: Readonly<Record<string, RegExp>> = {
  en: /^(?:tis|twas|twere|twill|em|til|till|cause|round|bout|n|neath|fraid)$/i,
  nl: /^(?:s|t|n|m|k|r|ie|ns)$/i,
  de: /^(?:s|n|ne|nen|nem|ner|m|rauf|raus|rein|rum)$/i,
};

/**
 * @param before the text of the block up to the caret; the typed character is its last, "\n" for the end of the block
 * @param language BCP 47
 */
export function typographic(before: string, language: string): Replacement | undefined {
  const typed = before.at(-1);
  if (typed === undefined) return undefined;
  const primary = language.toLowerCase().split(/[-_]/)[0] ?? '';
  switch (typed) {
    case '"':
      return double(before, quotationMarksOf(language), primary);
    case "'":
      return single(before, quotationMarksOf(language), primary);
    case '.':
      return ellipsis(before, primary) ?? bindingSpace(before, language);
    case '-':
      return undefined;
    default:
      return (
        dash(before, primary) ??
        lateApostrophe(before, quotationMarksOf(language), primary) ??
        bindingSpace(before, language)
      );
  }
}

/** Whether a mark of the pair is open at the end of the text; of marks alike on both sides, by their number. */
function isOpen(text: string, [open, close]: QuotationMarks['outer']): boolean {
  if (open === close) return text.split(open).length % 2 === 0;
  return text.lastIndexOf(open) > lastClosing(text, close);
}

/** Whether a quotation may begin here; it may also right after the mark of one around it. */
function mayOpen(earlier: string, ...pairs: readonly QuotationMarks['outer'][]): boolean {
  if (BEFORE_OPENING.test(earlier)) return true;
  const previous = earlier.at(-1);
  return pairs.some((pair) => pair[0] === previous && isOpen(earlier, pair));
}

/** An apostrophe within a word closes nothing. */
function lastClosing(text: string, close: string): number {
  if (close !== APOSTROPHE) return text.lastIndexOf(close);
  for (let at = text.length - 1; at >= 0; at--) {
    if (text[at] === close && !/\p{L}/u.test(text[at + 1] ?? '')) return at;
  }
  return -1;
}

function last(before: string, text: string, taken = 1): Replacement {
  return { from: before.length - taken, to: before.length, text };
}

function double(before: string, { outer, inner, space }: QuotationMarks, primary: string): Replacement {
  const earlier = before.slice(0, -1);
  // The key with two strokes gives the marks with two strokes.
  const [pair, within] = SINGLE.test(outer[0]) && !SINGLE.test(inner[0]) ? [inner, outer] : [outer, inner];
  const open = isOpen(earlier, pair);
  if (/\d$/.test(earlier) && !open) return last(before, '″');
  const opens = mayOpen(earlier, pair, within);
  if (space !== '') {
    if (open && / $/.test(earlier)) return last(before, `${space}${pair[1]}`, 2);
    if (opens && !open) return last(before, `${pair[0]}${space}`);
    if (opens) return last(before, within[0]);
    if (isOpen(earlier, within)) return last(before, within[1]);
    return last(before, /[\u00a0\u202f]$/.test(earlier) ? pair[1] : `${space}${pair[1]}`);
  }
  // Where the inner marks have no key of their own, the same key gives them within an open quotation.
  const keyed = SINGLE.test(within[0]) || primary === 'hy';
  if (!keyed && open && (opens || isOpen(earlier, within))) return last(before, within[opens ? 0 : 1]);
  return last(before, pair[opens ? 0 : 1]);
}

function single(before: string, { outer, inner }: QuotationMarks, primary: string): Replacement {
  const earlier = before.slice(0, -1);
  if (primary === 'he' && HEBREW_LETTER.test(earlier.at(-1) ?? '')) return last(before, '׳');
  const pair = SINGLE.test(inner[0]) ? inner : SINGLE.test(outer[0]) ? outer : undefined;
  if (!pair) return last(before, APOSTROPHE);
  const open = isOpen(earlier, pair);
  if (/\d$/.test(earlier) && !open) return last(before, '′');
  if (primary === 'en' && /[ \u00a0]‘n$/i.test(earlier)) return last(before, `’${earlier.at(-1) ?? ''}’`, 3);
  if (mayOpen(earlier, outer, inner)) return last(before, pair[0]);
  return last(before, open ? pair[1] : APOSTROPHE);
}

/** What the next character tells of a mark already set: ’90s, ’tis, an apostrophe within quoted words, ״ of צה״ל. */
function lateApostrophe(
  before: string,
  { outer, inner }: QuotationMarks,
  primary: string,
): Replacement | undefined {
  const typed = before.at(-1) ?? '';
  const previous = before.at(-2) ?? '';
  const at = before.length - 2;
  if (primary === 'he' && previous === outer[1] && HEBREW_LETTER.test(typed)) {
    return HEBREW_LETTER.test(before.at(-3) ?? '') ? { from: at, to: at + 1, text: '״' } : undefined;
  }
  const [open, close] = SINGLE.test(inner[0]) ? inner : outer;
  if (/\d/.test(typed) && previous === open && open !== APOSTROPHE) {
    return SINGLE.test(open) ? { from: at, to: at + 1, text: APOSTROPHE } : undefined;
  }
  if (/\p{L}/u.test(typed)) {
    const within = previous === close && close !== APOSTROPHE && /\p{L}/u.test(before.at(-3) ?? '');
    return within && SINGLE.test(close) ? { from: at, to: at + 1, text: APOSTROPHE } : undefined;
  }
  const clipped = CLIPPED[primary];
  if (!clipped || !/[\s.,;:!?)’”“]/u.test(typed)) return undefined;
  const word = /([‘‚])(\p{L}{1,6})$/u.exec(before.slice(-9, -1));
  if (!word?.[2] || word[1] !== open || !clipped.test(word[2])) return undefined;
  const from = before.length - 1 - word[0].length;
  return { from, to: from + 1, text: APOSTROPHE };
}

/** Languages that set no Western ellipsis. */
const WITHOUT_ELLIPSIS = new Set(['zh', 'ja']);

function ellipsis(before: string, primary: string): Replacement | undefined {
  return /(?:^|[^.])\.\.\.$/.test(before) && !WITHOUT_ELLIPSIS.has(primary)
    ? last(before, '…', 3)
    : undefined;
}

/** Languages whose dash between words is the long one. */
const LONG_DASH = new Set(['ru', 'uk', 'be', 'bg', 'es', 'pt', 'ca', 'gl', 'hy']);

/** Two hyphens become a dash once it is known that no third one follows; three of them the long dash. */
function dash(before: string, primary: string): Replacement | undefined {
  const typed = before.at(-1) ?? '';
  const found = /(^|[^-])(-{2,3})$/.exec(before.slice(0, -1));
  if (!found || (found[1] === '' && found[2] === '---')) return undefined;
  const hyphens = found[2]?.length ?? 0;
  const from = before.length - 1 - hyphens;
  // At the beginning of a block two hyphens and a space ask for a source line; a word after them is a speech.
  if (from === 0 && /\s/.test(typed)) return undefined;
  const previous = found[1] ?? '';
  const set = (text: string): Replacement => ({ from, to: before.length - 1, text });
  if (hyphens === 3) return set('—');
  if (/\d/.test(previous) && /\d/.test(typed)) return set('–');
  if (LONG_DASH.has(primary)) return set('—');
  // English: unspaced the long dash, spaced the short one.
  return set(primary === 'en' && !/\s/.test(previous) && previous !== '' ? '—' : '–');
}
