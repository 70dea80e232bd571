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
import { fold } from '../anchoring/fold.ts';
import { quotationKey } from '../anchoring/quotation-key.ts';
import { quoteOf } from '../text/quote-of.ts';
import type { Searched } from '../anchoring/quote-search.ts';
import { highlightMap, letterById, ownTexts, pointMap, textOf, type TextRef } from '../document/find.ts';
import type { Letter } from '../document/letter.ts';
import type { AcceptedQuotation, Project } from '../document/project.ts';
import type { QuotationPlace } from '../document/quotation-place.ts';
import type { Block, RichText } from '../text/block.ts';
import { blockLength, blockText } from '../text/canonical.ts';
import { byIdentity, byParts } from './remember.ts';
import { markedQuotations, quotedRuns, type MarkedQuotation } from './typed-quotations.ts';

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
const searchedOf = byParts(
  (letters: readonly Letter[]) => letters.flatMap(({ id, blocks }) => [id, blocks]),
  (letters): readonly Searched[] => letters.map(({ id, blocks }) => ({ id, blocks })),
);

interface Known {
  readonly searched: readonly Searched[];
  readonly hint: string | undefined;
  readonly rest: readonly Block[];
  readonly value: readonly Found[];
}
type Found = Comparison &
  Pick<Checked, 'quotation'> &
  Pick<CheckedTyped, 'kind'> & { readonly at: readonly At[]; readonly key: string };
type At = Pick<QuotationPlace, 'block' | 'note' | 'from' | 'to'>;

/** Two tables, for a block may begin a quoted run and have quotations in its notes. */
const knownMarked = new WeakMap<Block, Known>();
const knownRuns = new WeakMap<Block, Known>();

/** What was found for a block, as long as neither it nor the letters change: typing checks only its own block. */
function remembered(
  table: WeakMap<Block, Known>,
  [block, ...rest]: readonly [Block, ...Block[]],
  searched: readonly Searched[],
  hint: string | undefined,
  compute: () => readonly Found[],
): readonly Found[] {
  const known = table.get(block);
  const holds =
    known?.searched === searched &&
    known.hint === hint &&
    known.rest.length === rest.length &&
    known.rest.every((other, i) => other === rest[i]);
  if (holds) return known.value;
  const value = compute();
  table.set(block, { searched, hint, rest, value });
  return value;
}

/**
 * The typed quotations of one of the author's texts, in its order.
 *
 * @param ref Of a text of the author's; of a letter's none are checked.
 */
export function verbatimIn(project: Project, ref: TextRef): readonly CheckedTyped[] {
  const text = ref.of === 'letter' ? undefined : textOf(project, ref);
  if (!text || text.length === 0) return [];
  const searched = searchedOf(project.letters);
  const hint = letterAnswered(project, ref);
  const runs = quotedRuns(text);
  const accepted = acceptedByKey(project.accepted);
  return text.flatMap((block) => {
    const run = runs.get(block.id);
    const [first, ...rest] = run && !run.ofWork ? run.blocks : [];
    const quoted = first
      ? remembered(knownRuns, [first, ...rest], searched, hint, () =>
          checkRun([first, ...rest], searched, hint),
        )
      : [];
    const marked = markedQuotations(block);
    const inMarks =
      marked.length > 0
        ? remembered(knownMarked, [block], searched, hint, () => checkMarked(block, marked, searched, hint))
        : [];
    return [...quoted, ...inMarks].flatMap(({ at, key, ...found }): CheckedTyped[] => {
      const [place, ...others] = at.map((each) => ({ text: ref, ...each }));
      const entry = accepted.get(key);
      return place ? [{ ...found, places: [place, ...others], ...(entry ? { accepted: entry } : {}) }] : [];
    });
  });
}

function checkMarked(
  block: Block,
  marked: readonly MarkedQuotation[],
  searched: readonly Searched[],
  letter: string | undefined,
): readonly Found[] {
  return marked.flatMap(({ kind, text, from, to, note, noted }): readonly Found[] => {
    const compared = checkQuotation(searched, text, letter === undefined ? {} : { letter });
    if (noted && compared.verdict === 'not-found') return [];
    return [
      {
        ...compared,
        kind,
        quotation: text,
        key: quotationKey(text),
        at: [{ block: block.id, from, to, ...(note === undefined ? {} : { note }) }],
      },
    ];
  });
}

/** Rule V6. */
function checkRun(
  blocks: RichText,
  searched: readonly Searched[],
  letter: string | undefined,
): readonly Found[] {
  const hint = letter === undefined ? {} : { letter };
  const check = (part: RichText): Found => {
    const quotation = part.map((block) => unmarked(block).text).join('\n');
    const at = part.map((block) => ({ block: block.id, ...unmarked(block).extent }));
    return {
      ...checkQuotation(searched, quotation, hint),
      kind: 'block',
      quotation,
      key: quotationKey(quotation),
      at,
    };
  };
  if (blocks.length === 1) return [check(blocks)];
  const whole = check(blocks);
  if (whole.verdict === 'exact' || whole.verdict === 'typographic') return [whole];
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

/** The letter that the text's part responds to. */
function letterAnswered(project: Project, ref: TextRef): string | undefined {
  if (ref.of === 'answer') return pointMap(project).get(ref.id)?.section.letter;
  return ref.of === 'lead' ? project.sections.find(({ id }) => id === ref.id)?.letter : undefined;
}

/** The first entry counts where there are several. */
const acceptedByKey = byIdentity(
  (accepted: readonly AcceptedQuotation[]): ReadonlyMap<string, AcceptedQuotation> =>
    new Map(accepted.toReversed().map((entry) => [quotationKey(entry.text), entry])),
);

function passages(project: Project, pointId: string): readonly CheckedPassage[] {
  const accepted = acceptedByKey(project.accepted);
  return (pointMap(project).get(pointId)?.point.quotations ?? []).flatMap(({ id, highlight: of }) => {
    const highlight = highlightMap(project).get(of);
    if (!highlight) return [];
    const entry = accepted.get(quotationKey(highlight.quote));
    return [
      {
        ...comparePassage(letterById(project, highlight.letter), highlight),
        kind: 'passage' as const,
        quotation: highlight.quote,
        point: pointId,
        id,
        highlight: of,
        ...(entry ? { accepted: entry } : {}),
      },
    ];
  });
}

function comparePassage(
  letter: Letter | undefined,
  { ranges, quote }: { readonly ranges: Comparison['ranges']; readonly quote: string },
): Comparison {
  const wording = quoteOf(letter?.blocks ?? [], ranges);
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
    ...(ref.of === 'answer' ? passages(project, ref.id) : []),
    ...verbatimIn(project, ref),
  ]),
);
