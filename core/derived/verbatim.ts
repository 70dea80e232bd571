/**
 * Every quotation of a project compared with its letter: passages shown in points, and those typed by hand (rules V1
 * to V7; the first four in core/anchoring/check-quotation.ts).
 *
 * V5. Typed quotations are quoted blocks, paragraphs wholly in quotation marks, and words in quotation marks within
 *     running text and notes, from four words on. Not those of another work: whose attribution or next word is a
 *     citation, in a note or not; nor those in no letter that a note follows, which says where they are from.
 * V6. Blocks quoted one after another are one quotation where its words stand together in a letter, else each is one.
 * V7. An accepted quotation keeps its verdict and is no finding, however it is set.
 */
import { checkQuotation, differenceByLetter, type Comparison } from '../anchoring/check-quotation.ts';
import { carriedView } from '../anchoring/carry-view.ts';
import { fold } from '../anchoring/fold.ts';
import { quotationKey } from '../anchoring/quotation-key.ts';
import { quoteOf, rangesWithin } from '../text/quote-of.ts';
import type { Searched } from '../anchoring/quote-search.ts';
import { highlightMap, letterById, ownTexts, pointMap, textOf, type TextRef } from '../document/find.ts';
import type { Highlight, Letter } from '../document/letter.ts';
import type { AcceptedQuotation, Project } from '../document/project.ts';
import type { QuotationView } from '../document/quotation.ts';
import type { QuotationPlace } from '../document/quotation-place.ts';
import type { Block, RichText } from '../text/block.ts';
import { blockLength, blockText } from '../text/canonical.ts';
import { quotedPassage } from './quoted-blocks.ts';
import { quotedText } from './quoted-pieces.ts';
import { byIdentity, byParts } from './remember.ts';
import { markedQuotations, quotedRuns } from './typed-quotations.ts';

interface Checked extends Comparison {
  /** As it is quoted, without marks around it; blocks parted by a line feed. */
  readonly quotation: string;
  readonly accepted?: AcceptedQuotation;
}
/** A passage shown in a point: its highlight's quote against the letter's words there. */
export interface CheckedPassage extends Checked {
  readonly kind: 'passage';
  readonly point: string;
  /** Id of the point's quotation. */
  readonly id: string;
  readonly highlight: string;
}
export interface CheckedTyped extends Checked {
  readonly kind: 'block' | 'paragraph' | 'running';
  /** One; for a quotation of several blocks, each of them whole and in order. */
  readonly places: readonly [QuotationPlace, ...QuotationPlace[]];
}
export type CheckedQuotation = CheckedPassage | CheckedTyped;

/** The letters as the search takes them: the same value as long as no text of a letter changes. */
export const searchedOf = byParts(
  (letters: readonly Letter[]) => letters.flatMap(({ id, blocks }) => [id, blocks]),
  (letters): readonly Searched[] => letters.map(({ id, blocks }) => ({ id, blocks })),
);

/** A typed quotation as it compares with the letters, before it is known in which text it stands. */
export interface FoundQuotation extends Comparison, Pick<CheckedTyped, 'kind'> {
  readonly quotation: string;
  /** As the list of accepted quotations holds it. */
  readonly key: string;
  readonly at: readonly [Extent, ...Extent[]];
}
type Extent = Omit<QuotationPlace, 'text'>;

/** Comparisons once made, as long as the letters are the same: typing compares only what it changes. */
const comparisons = byIdentity((_letters: readonly Searched[]) => new Map<string, Comparison>());

function compare(letters: readonly Searched[], quotation: string, letter: string | undefined): Comparison {
  const known = comparisons(letters);
  const key = `${letter ?? ''}\n${quotation}`;
  let comparison = known.get(key);
  if (!comparison) {
    comparison = checkQuotation(letters, quotation, letter === undefined ? {} : { letter });
    known.set(key, comparison);
  }
  return comparison;
}

/** Whether anything in the text is typed as a quotation; much cheaper than to compare it. */
export function hasQuotations(text: RichText): boolean {
  return text.some((block) => markedQuotations(block).length > 0) || quotedRuns(text).size > 0;
}

/**
 * The typed quotations of a text, in its order.
 *
 * @param letter Id of the one that the text answers: it is searched first.
 */
export function quotationsIn(
  letters: readonly Searched[],
  text: RichText,
  letter?: string,
): readonly FoundQuotation[] {
  const runs = quotedRuns(text);
  return text.flatMap((block) => {
    const run = runs.get(block.id);
    const [first, ...rest] = run && !run.ofWork ? run.blocks : [];
    return [
      ...(first ? checkRun([first, ...rest], letters, letter) : []),
      ...checkMarked(block, letters, letter),
    ];
  });
}

/** Quotations of a text with their place in the project, and whether the writer lets them stand. */
export function placed(
  found: readonly FoundQuotation[],
  text: TextRef,
  accepted: readonly AcceptedQuotation[],
): readonly CheckedTyped[] {
  const entries = acceptedByKey(accepted);
  return found.map(({ at: [first, ...rest], key, ...checked }) => {
    const entry = entries.get(key);
    const places = [{ text, ...first }, ...rest.map((each) => ({ text, ...each }))] as const;
    return { ...checked, places, ...(entry ? { accepted: entry } : {}) };
  });
}

/**
 * The typed quotations of one of the author's texts, in its order.
 *
 * @param ref Of a text of the author's; of a letter's, and of a change's wording, none are checked.
 */
export function verbatimIn(project: Project, ref: TextRef): readonly CheckedTyped[] {
  const text = quotesLetters(ref) ? textOf(project, ref) : undefined;
  if (!text || text.length === 0) return [];
  const found = quotationsIn(searchedOf(project.letters), text, letterAnswered(project, ref));
  return placed(found, ref, project.accepted);
}

function checkMarked(
  block: Block,
  letters: readonly Searched[],
  letter: string | undefined,
): readonly FoundQuotation[] {
  return markedQuotations(block).flatMap(
    ({ kind, text, from, to, note, noted }): readonly FoundQuotation[] => {
      const compared = compare(letters, text, letter);
      if (noted && compared.verdict === 'not-found') return [];
      const at = { block: block.id, from, to, ...(note === undefined ? {} : { note }) };
      return [{ ...compared, kind, quotation: text, key: quotationKey(text), at: [at] }];
    },
  );
}

/** Rule V6. */
function checkRun(
  blocks: readonly [Block, ...Block[]],
  letters: readonly Searched[],
  letter: string | undefined,
): readonly FoundQuotation[] {
  const check = ([first, ...rest]: readonly [Block, ...Block[]]): FoundQuotation => {
    const quotation = [first, ...rest].map((block) => unmarked(block).text).join('\n');
    const extent = (block: Block): Extent => ({ block: block.id, ...unmarked(block).extent });
    return {
      ...compare(letters, quotation, letter),
      kind: 'block',
      quotation,
      key: quotationKey(quotation),
      at: [extent(first), ...rest.map(extent)],
    };
  };
  const whole = check(blocks);
  if (blocks.length === 1 || whole.verdict === 'exact' || whole.verdict === 'typographic') return [whole];
  return blocks.map((block) => check([block]));
}

/** A quoted block in quotation marks quotes what is within them. */
function unmarked(block: Block): { text: string; extent: { from: number; to: number } } {
  const text = blockText(block);
  const inner = /^\s*[“"«„‘‹「『]([^“”"«»„]*)["”“»’›」』]\s*$/u.exec(text)?.[1];
  const from = inner === undefined ? 0 : text.indexOf(inner);
  return {
    text: inner ?? text,
    extent: { from, to: inner === undefined ? blockLength(block) : from + inner.length },
  };
}

/** Whether what is quoted in a text may be a letter's words: the new wording of a change is quoted from nowhere. */
export function quotesLetters(ref: TextRef): boolean {
  return ref.of !== 'letter' && ref.of !== 'change';
}

/** The letter that the text's part responds to. */
export function letterAnswered(project: Project, ref: TextRef): string | undefined {
  if (ref.of === 'answer') return pointMap(project).get(ref.id)?.section.letter;
  return ref.of === 'lead' ? project.sections.find(({ id }) => id === ref.id)?.letter : undefined;
}

/** The first entry counts where there are several. */
const acceptedByKey = byIdentity(
  (accepted: readonly AcceptedQuotation[]): ReadonlyMap<string, AcceptedQuotation> =>
    new Map(accepted.toReversed().map((entry) => [quotationKey(entry.text), entry])),
);

/** The passages shown in a point, in its order: of each the part that is quoted. */
export function passagesIn(project: Project, pointId: string): readonly CheckedPassage[] {
  const accepted = acceptedByKey(project.accepted);
  return (pointMap(project).get(pointId)?.point.quotations ?? []).flatMap(({ id, highlight: of, view }) => {
    const highlight = highlightMap(project).get(of);
    if (!highlight) return [];
    const letter = letterById(project, highlight.letter);
    const quotation = view ? shownWords(project, letter, highlight, view) : highlight.quote;
    const entry = accepted.get(quotationKey(quotation)) ?? accepted.get(quotationKey(highlight.quote));
    return [
      {
        ...comparePassage(letter, highlight, view),
        kind: 'passage' as const,
        quotation,
        point: pointId,
        id,
        highlight: of,
        ...(entry ? { accepted: entry } : {}),
      },
    ];
  });
}

function shownWords(
  { settings }: Project,
  letter: Letter | undefined,
  highlight: Highlight,
  view: QuotationView,
): string {
  const { quote, pieces } = quotedPassage(highlight, letter?.blocks ?? [], settings.language, view);
  return quotedText(quote, pieces);
}

/** What a quotation has of its passage, before its edits: they are shown as such, and can't misquote. */
function comparePassage(
  letter: Letter | undefined,
  { ranges: all, quote: whole }: Highlight,
  view: QuotationView | undefined,
): Comparison {
  const blocks = letter?.blocks ?? [];
  const now = quoteOf(blocks, all);
  const partOf = (words: string) => view && carriedView(view, words).view?.part;
  const part = partOf(now);
  const ranges = part ? rangesWithin(blocks, all, part) : all;
  const wording = part ? now.slice(part.from, part.to) : now;
  const before = now === whole ? part : partOf(whole);
  const quote = before ? whole.slice(before.from, before.to) : whole;
  const found = { ...(letter ? { letter: letter.id } : {}), ranges, wording };
  if (wording === quote) return { ...found, verdict: 'exact', likeness: 1, difference: [] };
  if (wording === '') return { ...found, verdict: 'not-found', likeness: 0, difference: [] };
  const difference = differenceByLetter(wording, quote);
  const same = difference.reduce((sum, { kind, text }) => sum + (kind === 'same' ? text.length : 0), 0);
  const likeness = (2 * same) / (wording.length + quote.length);
  const alike = fold(wording).text === fold(quote).text;
  return { ...found, verdict: alike ? 'typographic' : 'differs', likeness, difference };
}

/** All quotations of the project in the order of the pamphlet, a point's passages before its answer. */
export const verbatim = byIdentity((project: Project): readonly CheckedQuotation[] =>
  ownTexts(project).flatMap(({ ref }): readonly CheckedQuotation[] => [
    ...(ref.of === 'answer' ? passagesIn(project, ref.id) : []),
    ...verbatimIn(project, ref),
  ]),
);
