/**
 * What a writer does with a typed quotation that isn't as its letter has it: takes the letter's wording, marks what
 * she changed, or lets it stand. Each function gives the operations of one step; none where there is nothing to do.
 */
import { wordHunks, type Hunk } from '../anchoring/hunks.ts';
import type { DifferencePart } from '../anchoring/nearest.ts';
import { quotationKey } from '../anchoring/quotation-key.ts';
import { textOf } from '../document/find.ts';
import type { AcceptedQuotation, Project } from '../document/project.ts';
import type { QuotationPlace } from '../document/quotation-place.ts';
import { isSpan, type Block, type Inline } from '../text/block.ts';
import { inlineText } from '../text/inline.ts';
import { withContent } from '../text/note-marks.ts';
import { replaceUnits } from '../text/replace-units.ts';
import { insert } from './edits.ts';
import type { Operation } from './operation.ts';

/** Words that differ, whole: `quotation` has one side of them, `letter` the other; one of the two may be empty. */
export interface QuotationChange {
  /** UTF-16 units of the quotation, half-open. */
  readonly from: number;
  readonly to: number;
  readonly quotation: string;
  readonly letter: string;
}

/** In order; words that differ with nothing but a space between them are one change. @param wording The letter's. */
export function changesIn(wording: string, quotation: string): readonly QuotationChange[] {
  const joined: Hunk[] = [];
  for (const hunk of wordHunks(wording, quotation)) {
    const last = joined.at(-1);
    if (last && quotation.slice(last.newTo, hunk.newFrom).trim() === '') {
      joined[joined.length - 1] = { ...last, to: hunk.to, newTo: hunk.newTo };
    } else {
      joined.push(hunk);
    }
  }
  return joined.map(({ from, to, newFrom, newTo }) => ({
    from: newFrom,
    to: newTo,
    quotation: quotation.slice(newFrom, newTo),
    letter: wording.slice(from, to),
  }));
}

/** One replacement in the text of a block or note, in its own units. */
interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** The edits, in order and apart from each other, as a splice of the one block. */
function edited(project: Project, place: QuotationPlace, edits: readonly Edit[]): Operation[] {
  const text = textOf(project, place.text) ?? [];
  const index = text.findIndex(({ id }) => id === place.block);
  const block = text[index];
  if (!block || edits.length === 0) return [];
  const perform = (content: readonly Inline[]) =>
    edits.reduceRight((now, { from, to, text: words }) => replaceUnits(now, from, to, words), content);
  const changed = inPlace(block, place.note, perform);
  if (changed === block) return [];
  return [{ type: 'splice', text: place.text, index, removed: [block], inserted: [changed] }];
}

function inPlace(
  block: Block,
  note: string | undefined,
  change: (content: readonly Inline[]) => readonly Inline[],
): Block {
  if (note === undefined) return block.type === 'table' ? block : withContent(block, change);
  const within = (content: readonly Inline[]): readonly Inline[] => {
    const changed = content.map((inline) => {
      if (isSpan(inline) || inline.type !== 'note') return inline;
      const body = inline.id === note ? change(inline.body) : within(inline.body);
      return body === inline.body ? inline : { ...inline, body };
    });
    return changed.every((inline, i) => inline === content[i]) ? content : changed;
  };
  return withContent(block, within);
}

/** The text of the block or the note in which the quotation stands. */
function wordsAround(project: Project, place: QuotationPlace): string {
  const block = textOf(project, place.text)?.find(({ id }) => id === place.block);
  let words = '';
  if (block) {
    inPlace(block, place.note, (content) => {
      words = inlineText(content);
      return content;
    });
  }
  return words;
}

/**
 * The letter's wording instead of what was typed. Marks of the text stay where its words do.
 *
 * @param difference From the letter's wording to the quotation, of one place.
 */
export function mendQuotation(
  project: Project,
  place: QuotationPlace,
  difference: readonly DifferencePart[],
): Operation[] {
  const edits: Edit[] = [];
  let at = place.from;
  for (const { kind, text } of difference) {
    if (kind === 'same') {
      at += text.length;
      continue;
    }
    const last = edits.at(-1);
    const joins = last !== undefined && last.to === at;
    const from = joins ? last.from : at;
    // A paragraph of the letter's ends within the quotation, which goes on.
    const words = `${joins ? last.text : ''}${kind === 'letter' ? text.replaceAll('\n', ' ') : ''}`;
    if (kind === 'quotation') at += text.length;
    if (joins) edits.pop();
    edits.push({ from, to: at, text: words });
  }
  return edited(project, place, edits);
}

/** The letter's words instead of what was typed at this one place. */
export function mendChange(project: Project, place: QuotationPlace, change: QuotationChange): Operation[] {
  const [from, to] = [place.from + change.from, place.from + change.to];
  return edited(project, place, [{ from, to, text: change.letter.replaceAll('\n', ' ') }]);
}

/** The letter's words at this place with "[sic]" after them. Nothing where the letter has none there. */
export function mendWithSic(project: Project, place: QuotationPlace, change: QuotationChange): Operation[] {
  const words = change.letter.trimEnd();
  if (words === '') return [];
  return mendChange(project, place, {
    ...change,
    letter: `${words} [sic]${change.letter.slice(words.length)}`,
  });
}

/** "[…]" instead of the words that differ. Nothing where the letter has none there: that is an insertion. */
export function markOmission(project: Project, place: QuotationPlace, change: QuotationChange): Operation[] {
  if (change.letter.trim() === '') return [];
  const words = wordsAround(project, place).slice(place.from, place.to);
  let { from, to } = change;
  while (from > 0 && /\s/.test(words[from - 1] ?? '')) from--;
  while (to < words.length && /\s/.test(words[to] ?? '')) to++;
  const before = from === 0 ? '' : ' ';
  const after = to === words.length || /[.,;:!?)\]]/.test(words[to] ?? '') ? '' : ' ';
  return edited(project, place, [
    { from: place.from + from, to: place.from + to, text: `${before}[…]${after}` },
  ]);
}

/** The quoter's own words in square brackets. Nothing where the quotation has none there. */
export function markInsertion(project: Project, place: QuotationPlace, change: QuotationChange): Operation[] {
  const words = change.quotation.trim();
  if (words === '') return [];
  const from = place.from + change.from + change.quotation.indexOf(words);
  const to = from + words.length;
  return edited(project, place, [
    { from, to: from, text: '[' },
    { from: to, to, text: ']' },
  ]);
}

/** "[sic]" after the word that ends at or goes on from `at`, in units of the quotation. */
export function markSic(project: Project, place: QuotationPlace, at: number): Operation[] {
  const words = wordsAround(project, place).slice(place.from, place.to);
  let end = Math.max(0, Math.min(at, words.length));
  while (end < words.length && /[\p{L}\p{M}\p{N}]/u.test(words[end] ?? '')) end++;
  return edited(project, place, [{ from: place.from + end, to: place.from + end, text: ' [sic]' }]);
}

/** The words in brackets at the quotation's end. @param words In the language of the answer. */
export function emphasisAdded(
  project: Project,
  place: QuotationPlace,
  words = 'emphasis added',
): Operation[] {
  return edited(project, place, [{ from: place.to, to: place.to, text: ` [${words}]` }]);
}

/** The quotation stands as it is, with the reason; instead of a reason given before. */
export function acceptQuotation(
  project: Project,
  id: string,
  quotation: string,
  reason: string,
): Operation[] {
  const text = quotationKey(quotation);
  const before = project.accepted.filter((entry) => quotationKey(entry.text) === text);
  const kept = project.accepted.length - before.length;
  return [...removals(project, before), insert<'accepted'>({ of: 'accepted' }, kept, { id, text, reason })];
}

/** Takes the quotation among the findings again. */
export function withdrawAcceptance(project: Project, id: string): Operation[] {
  return removals(
    project,
    project.accepted.filter((entry) => entry.id === id),
  );
}

function removals({ accepted }: Project, entries: readonly AcceptedQuotation[]): Operation[] {
  return accepted
    .map((item, index): Operation => ({ type: 'remove', list: { of: 'accepted' }, index, item }))
    .filter((_, index) => entries.includes(accepted[index] as AcceptedQuotation))
    .reverse();
}
