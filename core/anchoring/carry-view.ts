/**
 * How the edits of a quotation follow when its passage has other words than those they were made on, because the
 * letter was corrected or the passage was given another extent. The rules, which the tests cite:
 *
 * Q1. Nothing is stored by this: it is worked out from the words as they were and as they are, so that edits are there
 *     again when the words are.
 * Q2. An omission or emphasis goes with its words, as a passage does (A2 to A4), while any of them are left.
 * Q3. A replacement goes with its words while all of them are as they were; [sic] with the word before it.
 * Q4. An insertion stays at its place unless the words around it became others.
 * Q5. The part that is quoted follows like a passage; when it is gone, all is shown.
 * Q6. What can't follow is told, with the words that it stood at. Nothing goes unseen.
 */
import { normalPart, normalView, startOf, type Extent } from '../document/quotation-edits.ts';
import type { LostEdit, QuotationEdit, QuotationView } from '../document/quotation.ts';
import { hunksBetween, mapExtent, type Hunk } from './hunks.ts';

export interface CarriedView {
  /** On the words as they are now; undefined where nothing of the view is left to show. */
  readonly view: QuotationView | undefined;
  /** What couldn't follow now; what the view itself has lost before isn't among it. */
  readonly lost: readonly LostEdit[];
}

const carried = new WeakMap<QuotationView, { readonly now: string; readonly result: CarriedView }>();

/** @param now the highlight's quote as it is now */
export function carriedView(view: QuotationView, now: string): CarriedView {
  if (view.of === now) return { view, lost: [] };
  const known = carried.get(view);
  if (known?.now === now) return known.result;
  const result = carry(view, now);
  carried.set(view, { now, result });
  return result;
}

function carry(view: QuotationView, now: string): CarriedView {
  const { of, part, edits, lost: before } = view;
  const hunks = hunksBetween(of, now);
  const moved = edits.map((edit) => ({ edit, to: carriedEdit(of, edit, hunks) }));
  const carriedPart = part && mapExtent(hunks, part.from, part.to);
  const partNow = carriedPart && carriedPart.kept > 0 ? normalPart(now, carriedPart) : undefined;
  const result = normalView({
    of: now,
    ...(partNow ? { part: partNow } : {}),
    edits: moved.flatMap(({ to }) => to ?? []),
    ...(before ? { lost: before } : {}),
  });
  // What the normal form has no room for is lost like what has no place any more.
  const lost = moved.filter(({ to }) => !to || !isShown(to, result?.edits ?? []));
  return { view: result, lost: lost.map(({ edit }) => lostEdit(of, edit)) };
}

function carriedEdit(of: string, edit: QuotationEdit, hunks: readonly Hunk[]): QuotationEdit | undefined {
  if ('at' in edit) {
    const at = carriedPlace(edit, hunks, of);
    return at === undefined ? undefined : { ...edit, at };
  }
  const { from, to, kept } = mapExtent(hunks, edit.from, edit.to);
  const all = kept === edit.to - edit.from && to - from === kept;
  if (kept === 0 || from >= to || (edit.kind === 'replace' && !all)) return undefined;
  return { ...edit, from, to };
}

function carriedPlace(
  { kind, at }: Extract<QuotationEdit, { at: number }>,
  hunks: readonly Hunk[],
  of: string,
): number | undefined {
  let shift = 0;
  for (const { from, to, newFrom, newTo } of hunks) {
    if (from > at || (from === at && from < to)) break;
    if (from < at && at < to) return undefined;
    // Words put in right here stand after what was put in here before.
    if (from === at && from === to) break;
    if (kind === 'sic' && to >= wordBefore(of, at)) return undefined;
    shift = newTo - newFrom - (to - from) + shift;
  }
  return at + shift;
}

/** Where the word begins that ends at the offset. */
function wordBefore(of: string, at: number): number {
  const word = /[\p{L}\p{M}\p{N}'’-]+[^\p{L}\p{N}]*$/u.exec(of.slice(0, at));
  return word ? word.index + 1 : at;
}

/** Whether the edit, or one that it was joined with, is among those of the result. */
function isShown(edit: QuotationEdit, edits: readonly QuotationEdit[]): boolean {
  const start = startOf(edit);
  return edits.some((other) => {
    if (other.kind !== edit.kind) return false;
    if ('at' in edit) return 'at' in other && Math.abs(other.at - start) <= 1;
    return 'to' in other && other.from < edit.to && other.to > edit.from;
  });
}

/** The edit in words, for a writer who is to decide about it. */
export function lostEdit(of: string, edit: QuotationEdit): LostEdit {
  const words: Extent =
    'at' in edit ? { from: Math.max(0, edit.at - 40), to: edit.at } : { from: edit.from, to: edit.to };
  const around = of.slice(words.from, words.to).trim();
  return {
    kind: edit.kind,
    words: 'at' in edit && words.from > 0 ? around.replace(/^\S*\s+/, '') : around,
    ...('text' in edit ? { text: edit.text } : {}),
  };
}
