/**
 * Finds the passages of a letter again in a new version of it. The rules, which the tests cite:
 *
 * N1. Every highlight is in the answer, once and in the order given, whatever became of the text.
 * N2. Paragraphs that stayed are told first, by their text; what lies between them is compared word by word, and a
 *     passage follows the comparison as it follows an edit (A2 to A4).
 * N3. `exact`: the words are the same, in place. `moved`: the same, but in another order or place of the text.
 *     `changed`: other words stand there, or only some were found. `missing`: nothing like the words was found.
 * N4. Words are looked for elsewhere only where following them led to other words, and only in what is new in the
 *     text. The very words elsewhere go before changed ones in place, if the passage is long or the change is great.
 * N5. `quote` is what the new text says at `ranges`, always; for `missing` it is the old quote, and the range is empty
 *     at the place nearest to where the words were.
 * N6. Confidence is 1 where not a word differs: for `changed` too, when only quotation marks, dashes, spaces or
 *     paragraph borders do. It is 0 for `missing`.
 * N7. Highlights whose words were cut away before are looked for by their old quote.
 */
import type { Highlight } from '../document/letter.ts';
import type { RichText } from '../text/block.ts';
import {
  canonicalText,
  offsetToPosition,
  positionToOffset,
  rangeText,
  textIndex,
  type TextRange,
} from '../text/canonical.ts';
import { fold } from './fold.ts';
import { normalRanges } from './map-anchors.ts';
import { VersionMap, type MappedRange } from './map-version.ts';
import { blockStart } from './match-blocks.ts';
import { OMISSION, quoteOf } from '../text/quote-of.ts';
import { seekQuotes, type Place } from './seek-quotes.ts';

export const REANCHOR_OUTCOMES = ['exact', 'changed', 'moved', 'missing'] as const;
export type ReanchorOutcome = (typeof REANCHOR_OUTCOMES)[number];

export interface Reanchored {
  /** Its id. */
  readonly highlight: string;
  readonly outcome: ReanchorOutcome;
  /** In the new version. Empty ranges where words are missing; no range only in a text without blocks. */
  readonly ranges: readonly TextRange[];
  readonly quote: string;
  readonly oldQuote: string;
  /** 0 to 1: how like the words are, weighed by their length. */
  readonly confidence: number;
}

/** Words in place are taken for the passage when they are so like it, ... */
const LIKE_ENOUGH = 0.5;
/** ... or when so much of what is left is the passage's own. */
const PURE_ENOUGH = 0.8;
/** The same words elsewhere go before words in place that are less like the passage than this, ... */
const LIKE_ENOUGH_TO_STAY = 0.8;
/** ... and if they are so many units, before any. */
const UNMISTAKABLE = 32;

/** What has become of one range. `likeness` 0 where it is missing. */
interface Fate {
  readonly ranges: readonly TextRange[];
  readonly same: boolean;
  readonly moved: boolean;
  readonly likeness: number;
  /** Units of the old words. */
  readonly weight: number;
}

interface Case {
  readonly words: string;
  readonly mapped: MappedRange;
  /** Whether a fuzzy search is wanted: what was followed is not the passage any more. */
  readonly collapsed: boolean;
}

/** @param highlights Those of the letter, with ranges in blocks of `before`; other ranges are taken as lost. */
export function reanchor(
  before: RichText,
  after: RichText,
  highlights: readonly Highlight[],
): readonly Reanchored[] {
  const version = new VersionMap(before, after);
  const fates: (readonly (Fate | Case)[])[] = highlights.map((highlight) =>
    first(before, after, version, highlight),
  );
  const sought = fates.flat().filter((fate): fate is Case => 'words' in fate);
  const found = new Map<Case, Fate>();
  const places = sought.length === 0 ? [] : seek(after, version, sought);
  sought.forEach((each, i) => found.set(each, settle(after, each, places[i])));
  return highlights.map((highlight, i) =>
    sumUp(
      after,
      highlight,
      (fates[i] ?? []).map((fate) => ('words' in fate ? (found.get(fate) as Fate) : fate)),
    ),
  );
}

/** Each range followed; settled where its words are the same, else a case for the search. */
function first(
  before: RichText,
  after: RichText,
  version: VersionMap,
  { ranges, quote }: Highlight,
): readonly (Fate | Case)[] {
  const { order } = textIndex(before);
  const known = ranges.filter(({ start, end }) => order.has(start.block) && order.has(end.block));
  const fates = known.map((range): Fate | Case => {
    const mapped = version.map(range);
    const words = mapped.untouched ? '' : rangeText(before, range);
    const weight = mapped.untouched ? range.end.offset - range.start.offset : words.length;
    const same = mapped.untouched || (mapped.moved && mapped.likeness === 1 && mapped.purity === 1);
    if (weight > 0 && (same || joinedText(after, mapped.ranges) === words))
      return { ranges: mapped.ranges, same: true, moved: mapped.moved, likeness: 1, weight };
    if (weight === 0) return { ranges: mapped.ranges, same: false, moved: false, likeness: 0, weight: 0 };
    const good = mapped.likeness >= LIKE_ENOUGH || (mapped.purity >= PURE_ENOUGH && mapped.likeness > 0.1);
    return { words, mapped, collapsed: !good };
  });
  if (quote === '' || fates.some((fate) => 'words' in fate || fate.weight > 0)) return fates;
  const place = fates.flatMap((fate) => ('words' in fate ? [] : fate.ranges)).slice(0, 1);
  const ranged = place.length > 0 ? place : startOf(after);
  const mapped = { ranges: ranged, moved: false, untouched: false, likeness: 0, purity: 0 };
  return quote.split(OMISSION).map((words) => ({ words, mapped, collapsed: true }));
}

/** The parts of one range, as far apart as they may be, joined as within one. */
function joinedText(text: RichText, ranges: readonly TextRange[]): string {
  return ranges.map((range) => rangeText(text, range)).join('\n');
}

function startOf(text: RichText): readonly TextRange[] {
  const start = offsetToPosition(text, 0);
  return start ? [{ start, end: start }] : [];
}

/** Looks in what is new in the text, in one go for all cases. */
function seek(after: RichText, version: VersionMap, cases: readonly Case[]): readonly (Place | undefined)[] {
  const extents = version.match.gaps
    .filter(({ newFrom, newTo }) => newFrom < newTo)
    .map(({ newFrom, newTo }) => [blockStart(after, newFrom), blockStart(after, newTo) - 1] as const);
  return seekQuotes(
    canonicalText(after),
    extents,
    cases.map(({ words, mapped, collapsed }) => {
      const start = mapped.ranges[0]?.start;
      return { text: words, near: (start && positionToOffset(after, start)) ?? 0, fuzzy: collapsed };
    }),
  );
}

/** Rule N4. */
function settle(after: RichText, { words, mapped, collapsed }: Case, place: Place | undefined): Fate {
  const weight = words.length;
  const elsewhere = place && rangeAt(after, place);
  if (place && elsewhere) {
    const same = rangeText(after, elsewhere) === words;
    const rather =
      collapsed ||
      (same && (mapped.likeness < LIKE_ENOUGH_TO_STAY || (place.only && weight >= UNMISTAKABLE)));
    if (rather && (same || place.likeness > mapped.likeness))
      return { ranges: [elsewhere], same, moved: true, likeness: same ? 1 : place.likeness, weight };
  }
  if (!collapsed) {
    const alike = fold(joinedText(after, mapped.ranges)).text === fold(words).text;
    const likeness = alike ? 1 : Math.min(mapped.likeness, 0.99);
    return { ranges: mapped.ranges, same: false, moved: mapped.moved, likeness, weight };
  }
  const start = mapped.ranges[0]?.start;
  const ranges = start ? [{ start, end: start }] : startOf(after);
  return { ranges, same: false, moved: false, likeness: 0, weight };
}

function rangeAt(text: RichText, { from, to }: Place): TextRange | undefined {
  const start = offsetToPosition(text, from);
  const end = offsetToPosition(text, to);
  return start && end && normalRanges(text, [{ start, end }])[0];
}

function sumUp(after: RichText, { id, quote: oldQuote }: Highlight, fates: readonly Fate[]): Reanchored {
  const found = fates.filter(({ likeness }) => likeness > 0);
  const all = normalRanges(
    after,
    fates.flatMap(({ ranges }) => ranges),
  );
  const ranges = all.length > 0 ? all : startOf(after);
  if (found.length === 0)
    return {
      highlight: id,
      outcome: 'missing',
      ranges: ranges.slice(0, 1),
      quote: oldQuote,
      oldQuote,
      confidence: 0,
    };
  const weight = fates.reduce((sum, fate) => sum + fate.weight, 0);
  const confidence = fates.reduce((sum, fate) => sum + fate.likeness * fate.weight, 0) / weight;
  const quote = quoteOf(after, ranges);
  const sameWords = fates.every((fate) => fate.same || fate.weight === 0);
  const moved = fates.some((fate) => fate.moved);
  const outcome = sameWords && moved ? 'moved' : quote === oldQuote ? (moved ? 'moved' : 'exact') : 'changed';
  return { highlight: id, outcome, ranges, quote, oldQuote, confidence };
}
