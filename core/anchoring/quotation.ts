/** How a writer quotes: what is left out, what is put in brackets, which letter was made a capital. */
import { fold } from './fold.ts';

/** A run of the quoted words. */
export interface Segment {
  /** Folded, in lower case. */
  readonly text: string;
  /** Folded, with its case. */
  readonly cased: string;
  /** As it was written. */
  readonly written: string;
  /** Units of `text` that were in brackets, as in "[T]he". */
  readonly bracketed: ReadonlySet<number>;
  /** Units of `text` whose case doesn't count: these, and the first letter. */
  readonly free: ReadonlySet<number>;
  /** How it follows the segment before it: somewhere after an omission, or right there but for bracketed words. */
  readonly after: 'omission' | 'insertion';
}

const BRACKETED = '[\\[(<⟨〔]\\s*(?:…|\\.\\s?\\.\\s?\\.)\\s*[\\])>⟩〕]';
const BARE = '…|\\.(?:\\s?\\.){2,3}';
const OMISSION = new RegExp(`\\s*(?:${BRACKETED})\\s*`);
const ANY_OMISSION = new RegExp(`\\s*(?:${BRACKETED}|${BARE})\\s*`);
/** Words in square brackets, and "(emphasis added)". */
const INSERTION =
  /\s*\[[^[\]\n]{1,120}\]\s*|\s*〔[^〔〕\n]{1,120}〕\s*|\s*\((?:my |our )?(?:emphasis|italics)\b[^()\n]{0,40}\)\s*/i;

/** Stands before a letter that was in brackets: "[T]he". */
const CHANGED_LETTER = '\u0001';

function markChangedLetters(quotation: string): string {
  return quotation.replace(/\[(\p{L})\](?=\p{L})/gu, `${CHANGED_LETTER}$1`);
}

/** Lower case of the same length: letters whose lower case is longer or shorter stay as they are. */
export function lower(text: string): string {
  const all = text.toLowerCase();
  if (all.length === text.length) return all;
  const letter = (unit: string) => (unit.toLowerCase().length === unit.length ? unit.toLowerCase() : unit);
  return [...text].map(letter).join('');
}

interface Part {
  readonly text: string;
  readonly after: Segment['after'];
}

function splitAt(
  parts: readonly Part[],
  border: RegExp | undefined,
  after: Segment['after'],
): readonly Part[] {
  if (!border) return parts;
  return parts.flatMap((part) =>
    part.text.split(border).map((text, i) => ({ text, after: i === 0 ? part.after : after })),
  );
}

/** Undefined where there is neither letter nor figure. */
function segment({ text, after }: Part): Segment | undefined {
  const bracketed = new Set<number>();
  let cased = '';
  for (const unit of fold(text.trim()).text) {
    if (unit === CHANGED_LETTER) bracketed.add(cased.length);
    else cased += unit;
  }
  const first = cased.search(/[\p{L}\p{N}]/u);
  if (first < 0) return undefined;
  return {
    text: lower(cased),
    cased,
    written: text.trim().replace(/\u0001(.)/gsu, '[$1]'),
    bracketed,
    free: new Set([...bracketed, first]),
    after,
  };
}

/** Where nothing stands between an omission and bracketed words, what follows them follows the omission. */
function segmentsOf(parts: readonly Part[]): readonly Segment[] {
  const segments: Segment[] = [];
  let omitted = false;
  for (const part of parts) {
    if (part.after === 'omission') omitted = true;
    const found = segment(omitted ? { ...part, after: 'omission' } : part);
    if (!found) continue;
    segments.push(found);
    omitted = false;
  }
  return segments;
}

/**
 * The ways to read a quotation, the most literal first: as it stands; with bracketed omissions; with bare ones too
 * ("…" may be the letter's own); and these with other words in brackets as the quoter's. Each is a list of
 * segments that stand in this order; readings that come to the same are left out.
 */
export function readings(quotation: string): readonly (readonly Segment[])[] {
  const marked = markChangedLetters(quotation);
  const ways: (readonly [text: string, omission?: RegExp, insertion?: RegExp])[] = [
    [quotation],
    [marked],
    [marked, OMISSION],
    [marked, ANY_OMISSION],
    [marked, OMISSION, INSERTION],
    [marked, ANY_OMISSION, INSERTION],
  ];
  const seen = new Set<string>();
  const found: (readonly Segment[])[] = [];
  for (const [text, omission, insertion] of ways) {
    const parts = splitAt(
      splitAt([{ text, after: 'omission' }], omission, 'omission'),
      insertion,
      'insertion',
    );
    const segments = segmentsOf(parts);
    const key = segments.map((part) => `${part.after} ${part.cased}`).join('\n');
    if (segments.length === 0 || seen.has(key)) continue;
    seen.add(key);
    found.push(segments);
  }
  return found;
}
