/**
 * One letter made several: a paste that held a whole thread, or numbered comments. The rules, which the tests cite:
 *
 * L1. The first part stays the letter that it was, with its id, code, original and notices; each further part is a
 *     new letter with the original of the first.
 * L2. A note of the letter goes with the parts that have a mark of it, a copy to each; one without marks goes with the
 *     blocks around it. What is highlighted in it is highlighted in the first.
 * L3. A highlight goes with its blocks. One that crosses a border stays, cut, with the part in which it begins; the
 *     rest of it becomes a highlight of its own in each further part, of the same category, waived if it was, and
 *     quoted right after it wherever it is quoted. The private note stays with the first.
 * L4. A range without words goes with a range of the same highlight that has some, as nothing; a highlight without
 *     any words goes with its block and keeps its quote.
 */
import { rangesOfParts, type CoveredPart } from '../anchoring/cover.ts';
import { quoteOf } from '../text/quote-of.ts';
import { letterById } from '../document/find.ts';
import type { IdSource } from '../document/id.ts';
import type { CslItem, Highlight, Letter, LetterKind } from '../document/letter.ts';
import type { Project } from '../document/project.ts';
import type { Block, BlockId, RichText } from '../text/block.ts';
import { rangeByBlock, textIndex } from '../text/canonical.ts';
import { noteMarksIn } from '../text/note-marks.ts';
import { insert } from './edits.ts';
import { quoteAlong, swapHighlights } from './letter-swap.ts';
import type { Operation } from './operation.ts';

/** Where a further part begins, and what its letter is to be; what isn't told is as in the letter that is split. */
export interface SplitPlace {
  /** Index of its first block, from 1 to the number of blocks less one; rising from one place to the next. */
  readonly from: number;
  /** Unique in the project. */
  readonly code: string;
  readonly item?: CslItem;
  readonly addressee?: string;
  readonly kind?: LetterKind;
}

/**
 * @param ids For the new letters, then for highlights and quotations that come of those cut.
 * @returns operations that belong to one step of the history; the new letters stand right after the first.
 * @throws {RangeError} When there is no such letter, or a place isn't within it or out of order.
 */
export function splitLetter(
  project: Project,
  letterId: string,
  places: readonly SplitPlace[],
  ids: IdSource,
): Operation[] {
  const letter = letterById(project, letterId);
  if (!letter) throw new RangeError(`no letter with the id ${letterId}`);
  places.forEach(({ from }, i) => {
    if (from <= (places[i - 1]?.from ?? 0) || from >= letter.blocks.length)
      throw new RangeError(`no place to split at ${from}`);
  });
  if (places.length === 0) return [];
  const texts = partsOf(letter.blocks, [0, ...places.map(({ from }) => from)]);
  const letters = [letter, ...places.map((place, i) => newLetter(letter, place, ids(), texts[i + 1] ?? []))];
  const index = project.letters.indexOf(letter);
  const instead = new Map<string, readonly Highlight[]>();
  for (const highlight of project.highlights) {
    if (highlight.letter === letterId)
      instead.set(highlight.id, cut(highlight, letter.blocks, texts, letters, ids));
  }
  const rests = new Map([...instead].map(([id, parts]) => [id, parts.slice(1)]));
  return [
    ...letters.slice(1).map((added, i) => insert<'letters'>({ of: 'letters' }, index + 1 + i, added)),
    ...swapHighlights(project, instead),
    ...quoteAlong(project, rests, ids),
    {
      type: 'splice',
      text: { of: 'letter', id: letterId },
      index: 0,
      removed: letter.blocks,
      inserted: texts[0] ?? [],
    },
  ];
}

function newLetter(letter: Letter, place: SplitPlace, id: string, blocks: RichText): Letter {
  const { code, item = letter.item, addressee = letter.addressee, kind = letter.kind } = place;
  return { ...letter, id, code, item, addressee, kind, blocks, notices: [] };
}

/** The blocks of each part: those from its place on, notes as rule L2 has them. */
function partsOf(blocks: RichText, starts: readonly number[]): readonly RichText[] {
  const partOf = (index: number) => starts.findLastIndex((start) => start <= index);
  const notes = new Map(blocks.filter(({ type }) => type === 'note').map((block) => [block.id, block]));
  const used = starts.map(() => new Set<BlockId>());
  // A note may have marks of others.
  const use = (part: number, block: Block) => {
    const open = [block];
    for (let next = open.pop(); next; next = open.pop()) {
      for (const id of noteMarksIn(next)) {
        const note = notes.get(id);
        if (!note || used[part]?.has(id)) continue;
        used[part]?.add(id);
        open.push(note);
      }
    }
  };
  blocks.forEach((block, index) => {
    if (block.type !== 'note') use(partOf(index), block);
  });
  blocks.forEach((block, index) => {
    if (block.type !== 'note' || used.some((ids) => ids.has(block.id))) return;
    used[partOf(index)]?.add(block.id);
    use(partOf(index), block);
  });
  return starts.map((_, part) =>
    blocks.filter((block, index) =>
      block.type === 'note' ? used[part]?.has(block.id) : partOf(index) === part,
    ),
  );
}

/** Rules L3 and L4: the highlight as it is in each part that it touches, the first under its own id. */
function cut(
  highlight: Highlight,
  blocks: RichText,
  texts: readonly RichText[],
  letters: readonly Letter[],
  ids: IdSource,
): readonly Highlight[] {
  const owner = ownerOf(texts);
  const covered: CoveredPart[][] = texts.map(() => []);
  for (const range of highlight.ranges) {
    for (const part of rangeByBlock(blocks, range)) covered[owner(part.block.id)]?.push(part);
  }
  const touched = covered.flatMap((parts, i) => (parts.length > 0 ? [i] : []));
  const [first] = highlight.ranges;
  if (touched.length === 0) {
    const at = first ? owner(first.start.block) : 0;
    return [{ ...highlight, letter: letters[at]?.id ?? highlight.letter, ranges: first ? [first] : [] }];
  }
  return touched.map((at, i) => {
    const text = texts[at] ?? [];
    const ranges = rangesOfParts(text, covered[at] ?? []);
    const letter = letters[at]?.id ?? highlight.letter;
    const cutDown = { ...highlight, letter, ranges, quote: quoteOf(text, ranges) };
    return i === 0 ? cutDown : { ...cutDown, id: ids(), note: '' };
  });
}

/** The part that a block is in; of a note with copies, the first. */
function ownerOf(texts: readonly RichText[]): (block: string) => number {
  return (block) =>
    Math.max(
      0,
      texts.findIndex((text) => textIndex(text).order.has(block)),
    );
}
