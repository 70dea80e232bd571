/** Finds a draft's quotations in the letters and makes highlights of them, one for each passage. */
import { nearestPassage, type NearestPassage } from '../../anchoring/nearest.ts';
import { findQuote, type FoundQuote } from '../../anchoring/quote-search.ts';
import { quotedAs } from '../../anchoring/quoted-as.ts';
import type { IdSource } from '../../document/id.ts';
import type { Highlight, Letter } from '../../document/letter.ts';
import type { QuotationView } from '../../document/quotation.ts';
import { positionToOffset, type TextRange } from '../../text/canonical.ts';
import { quoteOf } from '../../text/quote-of.ts';

export interface FoundPassage {
  readonly highlight: Highlight;
  readonly exactness: FoundQuote['exactness'];
  /** What the quotation changes of the passage; absent for one as it stands. */
  readonly view?: QuotationView;
}

const OPENING = '“"«„‘‹';
const WHOLE = new RegExp(`^[${OPENING}]([\\s\\S]+)["”“»’›]$`);

/** The words within a pair of quotation marks that holds the whole text; undefined where there is none. */
export function unquoted(text: string): string | undefined {
  const inner = WHOLE.exec(text.trim())?.[1];
  // "This" and "that": two pairs, not one.
  return inner === undefined || /["”»]\s[^"“«]*["“«]/.test(inner) ? undefined : inner.trim();
}

/** Nearest passages by their quotation, kept from one reading of a draft to the next in the same letters. */
export type KnownNearest = Map<string, NearestPassage | undefined>;

export class PassageFinder {
  readonly highlights: Highlight[] = [];
  private readonly known = new Map<string, Highlight>();
  private readonly letters: readonly Letter[];
  private readonly category: string;
  private readonly ids: IdSource;
  private readonly nearestKnown: KnownNearest;
  /** Where the last passage found in each letter ends: of several places, the next one after it is meant. */
  private readonly reached = new Map<string, number>();

  constructor(letters: readonly Letter[], category: string, ids: IdSource, nearestKnown: KnownNearest) {
    this.letters = letters;
    this.category = category;
    this.ids = ids;
    this.nearestKnown = nearestKnown;
  }

  /** @param letter Id of the letter that the part responds to: searched before the others. */
  find(quotation: string, letter: string | undefined): FoundPassage | undefined {
    const hint = letter === undefined ? {} : { letter, from: this.reached.get(letter) ?? 0 };
    const inner = unquoted(quotation);
    const whole = findQuote(this.letters, quotation, hint);
    const found = whole ?? (inner === undefined ? undefined : findQuote(this.letters, inner, hint));
    if (!found) return undefined;
    const blocks = this.letters.find(({ id }) => id === found.letter)?.blocks ?? [];
    const first = found.ranges[0];
    if (first) this.reached.set(found.letter, positionToOffset(blocks, first.start) ?? 0);
    const { ranges, view } = quotedAs(blocks, whole ? quotation : (inner ?? quotation), found);
    return { ...this.take(found.letter, ranges, found.exactness), ...(view ? { view } : {}) };
  }

  /** The highlight of these ranges, made where there is none yet. @param letter Id of one of the letters. */
  take(letter: string, ranges: readonly TextRange[], exactness: FoundQuote['exactness']): FoundPassage {
    const key = `${letter} ${JSON.stringify(ranges)}`;
    let highlight = this.known.get(key);
    if (!highlight) {
      const quote = quoteOf(this.letters.find(({ id }) => id === letter)?.blocks ?? [], ranges);
      highlight = { id: this.ids(), letter, ranges, quote, category: this.category, note: '' };
      this.known.set(key, highlight);
      this.highlights.push(highlight);
    }
    return { highlight, exactness };
  }

  nearest(quotation: string): NearestPassage | undefined {
    if (!this.nearestKnown.has(quotation))
      this.nearestKnown.set(quotation, nearestPassage(this.letters, unquoted(quotation) ?? quotation));
    return this.nearestKnown.get(quotation);
  }
}
