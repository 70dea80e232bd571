import { highlightMap, letterById, pointMap } from '../document/find.ts';
import type { Project } from '../document/project.ts';
import type { Quotation, QuotationRef, QuotationView } from '../document/quotation.ts';
import { quoteOf } from '../text/quote-of.ts';
import { carriedView } from './carry-view.ts';

export function quotationAt(project: Project, ref: QuotationRef): Quotation | undefined {
  return pointMap(project)
    .get(ref.point)
    ?.point.quotations.find(({ id }) => id === ref.quotation);
}

/** The quotation's view on the words as they are now; one without edits where there is none. */
export function currentView(project: Project, ref: QuotationRef): QuotationView | undefined {
  const quotation = quotationAt(project, ref);
  const highlight = quotation && highlightMap(project).get(quotation.highlight);
  if (!highlight) return undefined;
  const blocks = letterById(project, highlight.letter)?.blocks ?? [];
  return viewOn(quotation, quoteOf(blocks, highlight.ranges) || highlight.quote);
}

/** The quotation's view on these words; one without edits where there is none. */
export function viewOn({ view: before }: Quotation, of: string): QuotationView {
  if (!before) return { of, edits: [] };
  const { view, lost } = carriedView(before, of);
  const all = [...(before.lost ?? []), ...lost];
  return { of, edits: [], ...view, ...(all.length > 0 ? { lost: all } : {}) };
}
