/** The typed quotation that the writer is at, with what can be done about it; and going from one to the next. */
import { create } from 'zustand';
import type { CheckedTyped } from '../../core/derived/verbatim.ts';
import { letterById, ownTexts, textOf, type TextRef } from '../../core/document/find.ts';
import type { Project } from '../../core/document/project.ts';
import { en } from '../../core/messages/en.ts';
import { hasContent, isSpan, type BlockId } from '../../core/text/block.ts';
import { say } from './messages.ts';
import { putCaret, showLetter } from './navigation.ts';
import {
  checkText,
  checkWholeProject,
  knownQuotations,
  needsCare,
  quotationId,
  textKey,
  useQuotations,
} from './quotations.ts';
import { app } from './store.ts';

/** A place in one of the author's texts. */
interface Spot {
  readonly text: TextRef;
  readonly block: BlockId;
  /** UTF-16 units of the block's text. */
  readonly offset: number;
}

export interface QuotationAt {
  readonly quotation: CheckedTyped;
  /** Where in it the caret is, in UTF-16 units of its words; absent when it is elsewhere. */
  readonly offset?: number;
  /** Whether the choices take the focus; else the writer goes on where she is. */
  readonly takesFocus: boolean;
}

export const useQuotationAt = create<{ readonly at: QuotationAt | null }>()(() => ({ at: null }));

export function closeQuotation(): void {
  useQuotationAt.setState({ at: null });
}

/** Notes whose marks stand at this offset of their block. */
function notesAt(project: Project, { text, block, offset }: Spot): ReadonlySet<string> {
  const found = textOf(project, text)?.find(({ id }) => id === block);
  const notes = new Set<string>();
  let at = 0;
  for (const inline of found && hasContent(found) ? found.content : []) {
    if (isSpan(inline)) at += inline.text.length;
    else if (inline.type === 'note' && at === offset) notes.add(inline.id);
  }
  return notes;
}

async function quotationAt(spot: Spot): Promise<{ quotation: CheckedTyped; offset?: number } | undefined> {
  const { project } = app.get();
  if (!project) return undefined;
  const { block, offset } = spot;
  const quotations = await checkText(spot.text);
  for (const quotation of quotations) {
    for (const place of quotation.places) {
      if (place.block !== block || place.note !== undefined) continue;
      // At the marks around it too.
      if (offset >= place.from - 1 && offset <= place.to + 1)
        return {
          quotation,
          offset: Math.max(0, Math.min(offset, place.to) - place.from),
        };
    }
  }
  const notes = notesAt(project, spot);
  const inNote = quotations.filter(({ places: [{ note }] }) => note !== undefined && notes.has(note));
  const quotation = inNote.find(needsCare) ?? inNote[0];
  return quotation && { quotation };
}

/** Shows what can be done about the quotation at this place, beside it. */
export async function openQuotation(spot: Spot, takesFocus = false): Promise<boolean> {
  const found = await quotationAt(spot);
  if (found) useQuotationAt.setState({ at: { ...found, takesFocus } });
  return found !== undefined;
}

/** The same of the quotation at the caret. */
export async function openQuotationAtCaret(): Promise<void> {
  const { textSelection } = app.get();
  const spot = textSelection && { text: textSelection.ref, ...textSelection.selection.focus };
  if (!spot || !(await openQuotation(spot, true))) say(en.quotations.noneHere);
}

/** The quotation after an edit of its own: undefined when it isn't one any more, or the project is another. */
export async function sameQuotation(before: CheckedTyped): Promise<CheckedTyped | undefined> {
  const quotations = await checkText(before.places[0].text);
  return quotations.find((each) => quotationId(each) === quotationId(before));
}

/** Goes to a typed quotation and shows what can be done about it. */
export function goToQuotation(quotation: CheckedTyped): void {
  const [{ text, block, note, from }] = quotation.places;
  const { project } = app.get();
  if (!project) return;
  const offset = note === undefined ? from : noteOffset(project, { text, block }, note);
  const caret = { block, offset };
  putCaret(text, { anchor: caret, focus: caret });
  useQuotationAt.setState({ at: { quotation, takesFocus: true } });
}

function noteOffset(project: Project, { text, block }: Omit<Spot, 'offset'>, note: string): number {
  const found = textOf(project, text)?.find(({ id }) => id === block);
  let at = 0;
  for (const inline of found && hasContent(found) ? found.content : []) {
    if (isSpan(inline)) at += inline.text.length;
    else if (inline.type === 'note' && inline.id === note) break;
  }
  return at;
}

/** Puts the caret behind the quotation, where the writing goes on. */
export function leaveQuotation(quotation: CheckedTyped): void {
  const place = quotation.places.at(-1) ?? quotation.places[0];
  const { project } = app.get();
  closeQuotation();
  if (!project) return;
  const offset = place.note === undefined ? place.to + 1 : noteOffset(project, place, place.note);
  const caret = { block: place.block, offset };
  putCaret(place.text, { anchor: caret, focus: caret });
}

/** Brings the letter's words into view that the quotation was compared with. */
export function showSource({ letter, ranges: [range] }: CheckedTyped): void {
  const { project } = app.get();
  if (project && letter !== undefined && range && letterById(project, letter)) showLetter(letter, range);
}

/** To the quotation after (or before) the caret that isn't as its letter has it; begins again at the end. */
export async function stepToQuotation(by: 1 | -1): Promise<void> {
  if (!app.get().project) return;
  await checkWholeProject();
  const { project, textSelection } = app.get();
  if (!project) return;
  const all = knownQuotations(project, useQuotations.getState().texts).filter(needsCare);
  if (all.length === 0) return say(en.quotations.allWell);
  const current = useQuotationAt.getState().at?.quotation;
  const from = current
    ? orderOf(project, current.places[0])
    : textSelection
      ? orderOf(project, {
          text: textSelection.ref,
          block: textSelection.selection.focus.block,
          from: textSelection.selection.focus.offset,
        })
      : by > 0
        ? [-1]
        : [Infinity];
  const compared = all.map((quotation) => compareOrders(orderOf(project, quotation.places[0]), from));
  const at = by > 0 ? compared.findIndex((order) => order > 0) : compared.findLastIndex((order) => order < 0);
  const next = all[at] ?? (by > 0 ? all[0] : all.at(-1));
  if (next) goToQuotation(next);
}

/** Where a place stands in the pamphlet: its text, its block, the offset in it, the place in a note there. */
function orderOf(
  project: Project,
  place: { text: TextRef; block: BlockId; from: number; note?: string },
): readonly number[] {
  const { text, block, from, note } = place;
  const texts = ownTexts(project);
  const index = texts.findIndex(({ ref }) => textKey(ref) === textKey(text));
  const blocks = texts[index]?.text ?? [];
  const inBlock = note === undefined ? from : noteOffset(project, place, note);
  return [index, blocks.findIndex(({ id }) => id === block), inBlock, note === undefined ? -1 : from];
}

function compareOrders(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const difference = (a[i] ?? -1) - (b[i] ?? -1);
    if (difference !== 0) return difference;
  }
  return 0;
}
