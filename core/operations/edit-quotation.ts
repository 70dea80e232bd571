/**
 * What a writer does to a quotation: each function gives the operations of one step; none where there is nothing to
 * do. Extents are units of the highlight's quote as it is now. The letter is never touched.
 */
import { currentView, quotationAt } from '../anchoring/current-view.ts';
import { pointMap } from '../document/find.ts';
import type { Project } from '../document/project.ts';
import { insertedText, normalView, without, type Extent } from '../document/quotation-edits.ts';
import type { QuotationEdit, QuotationRef, QuotationView } from '../document/quotation.ts';
import { set } from './edits.ts';
import type { Operation } from './operation.ts';

type Change = (view: QuotationView) => Omit<QuotationView, 'of'>;

function changed(project: Project, ref: QuotationRef, change: Change): Operation[] {
  const view = currentView(project, ref);
  const before = quotationAt(project, ref)?.view;
  if (!view) return [];
  const after = normalView({ of: view.of, ...change(view) });
  if (JSON.stringify(after) === JSON.stringify(normalOrder(before))) return [];
  const target = { of: 'quotation', point: ref.point, id: ref.quotation } as const;
  return set(target, 'view', before, after);
}

const normalOrder = (view: QuotationView | undefined) => view && normalView(view);

const overlaps = (edit: QuotationEdit, { from, to }: Extent): boolean =>
  'at' in edit ? edit.at > from && edit.at < to : edit.from < to && edit.to > from;

/** Leaves the words out. What was changed in them goes with them. */
export function omitWords(project: Project, ref: QuotationRef, extent: Extent): Operation[] {
  return changed(project, ref, (view) => ({
    ...view,
    edits: [
      ...view.edits.filter(
        (edit) => edit.kind === 'omit' || edit.kind === 'emphasis' || !overlaps(edit, extent),
      ),
      { kind: 'omit', ...extent },
    ],
  }));
}

/** The quoter's words in the place of the letter's. */
export function replaceWords(project: Project, ref: QuotationRef, extent: Extent, text: string): Operation[] {
  if (insertedText(text) === '') return [];
  return changed(project, ref, (view) => ({
    ...view,
    edits: [
      ...view.edits.filter((edit) => edit.kind === 'emphasis' || !overlaps(edit, extent)),
      { kind: 'replace', ...extent, text },
    ],
  }));
}

/** The quoter's words after the word that ends at or goes on from the place; instead of what was put in there before. */
export function insertWords(project: Project, ref: QuotationRef, at: number, text: string): Operation[] {
  if (insertedText(text) === '') return [];
  return changed(project, ref, (view) => ({
    ...view,
    edits: [
      ...view.edits.filter((edit) => !(edit.kind === 'insert' && edit.at === at)),
      { kind: 'insert', at, text },
    ],
  }));
}

export function markSicAt(project: Project, ref: QuotationRef, at: number): Operation[] {
  return changed(project, ref, (view) => ({ ...view, edits: [...view.edits, { kind: 'sic', at }] }));
}

/** Emphasises the words; takes the emphasis away where all of them have it. */
export function emphasiseWords(project: Project, ref: QuotationRef, extent: Extent): Operation[] {
  return changed(project, ref, (view) => {
    const had = view.edits.some(
      (edit) => edit.kind === 'emphasis' && edit.from <= extent.from && edit.to >= extent.to,
    );
    if (!had) return { ...view, edits: [...view.edits, { kind: 'emphasis', ...extent }] };
    const edits = view.edits.flatMap((edit): readonly QuotationEdit[] =>
      edit.kind === 'emphasis'
        ? without(edit, extent).map((rest) => ({ kind: 'emphasis', ...rest }))
        : [edit],
    );
    return { ...view, edits };
  });
}

/** Whether there is a change in the extent, or at it where it is empty, that could be taken back. */
export function isChangedAt({ edits }: QuotationView, extent: Extent): boolean {
  return edits.some((edit) => touches(edit, extent));
}

function touches(edit: QuotationEdit, { from, to }: Extent): boolean {
  const [start, end] = 'at' in edit ? [edit.at, edit.at] : [edit.from, edit.to];
  return from === to || start === end ? start <= to && from <= end : start < to && from < end;
}

/** Takes back every change in the extent: omitted words are there again, insertions gone. */
export function restoreWords(project: Project, ref: QuotationRef, extent: Extent): Operation[] {
  return changed(project, ref, (view) => ({
    ...view,
    edits: view.edits.flatMap((edit): readonly QuotationEdit[] => {
      if (!touches(edit, extent)) return [edit];
      if (edit.kind !== 'emphasis' || extent.from === extent.to) return [];
      return without(edit, extent).map((rest) => ({ kind: 'emphasis', ...rest }));
    }),
  }));
}

/** Takes back one change. */
export function restoreEdit(project: Project, ref: QuotationRef, edit: QuotationEdit): Operation[] {
  const told = JSON.stringify(edit);
  return changed(project, ref, (view) => ({
    ...view,
    edits: view.edits.filter((each) => JSON.stringify(each) !== told),
  }));
}

/** Takes back all changes; the part that is quoted stays. */
export function restoreAll(project: Project, ref: QuotationRef): Operation[] {
  return changed(project, ref, (view) => ({ ...view, edits: [] }));
}

/** Quotes this part of the passage alone. */
export function quoteOnly(project: Project, ref: QuotationRef, part: Extent): Operation[] {
  return changed(project, ref, (view) => ({ ...view, part }));
}

export function quoteWhole(project: Project, ref: QuotationRef): Operation[] {
  return changed(project, ref, ({ part: _, ...view }) => view);
}

/** Lets go of edits whose words are no longer in the passage. */
export function dropLostEdits(project: Project, ref: QuotationRef): Operation[] {
  return changed(project, ref, ({ lost: _, ...view }) => view);
}

export function setRunIn(project: Project, ref: QuotationRef, runIn: boolean): Operation[] {
  const quotation = quotationAt(project, ref);
  if (!quotation) return [];
  const target = { of: 'quotation', point: ref.point, id: ref.quotation } as const;
  return set(target, 'setting', quotation.setting, runIn ? 'run-in' : undefined);
}

/** `to` counts among the point's other quotations. */
export function placeQuotation(
  project: Project,
  { point, quotation }: QuotationRef,
  to: number,
): Operation[] {
  const quotations = pointMap(project).get(point)?.point.quotations ?? [];
  const fromIndex = quotations.findIndex(({ id }) => id === quotation);
  const toIndex = Math.max(0, Math.min(to, quotations.length - 1));
  if (fromIndex < 0 || fromIndex === toIndex) return [];
  const list = { of: 'quotations', point } as const;
  return [{ type: 'move', from: list, fromIndex, to: list, toIndex }];
}
