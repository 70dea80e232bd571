/** What the writer does to the quotation that she is in. Each is one step of the history; the letter stays as it is. */
import { currentView, quotationAt } from '../../core/anchoring/current-view.ts';
import type { Point, Project } from '../../core/document/project.ts';
import type { QuotationRef } from '../../core/document/quotation.ts';
import { en } from '../../core/messages/en.ts';
import {
  dropLostEdits,
  emphasiseWords,
  insertWords,
  isChangedAt,
  markSicAt,
  omitWords,
  placeQuotation,
  quoteOnly,
  quoteWhole,
  replaceWords,
  restoreAll,
  restoreEdit,
  restoreWords,
  setRunIn,
} from '../../core/operations/edit-quotation.ts';
import type { Operation } from '../../core/operations/operation.ts';
import { wordEnd } from '../../core/text/words.ts';
import { edit } from './edit.ts';
import { say } from './messages.ts';
import { moveQuotation } from './passages.ts';
import { app, openProjectState, type AppState, type Quoted } from './store.ts';

let asked = 0;

export const QUOTE_ACTS = ['omit', 'insert', 'replace', 'sic', 'emphasis', 'restore', 'only'] as const;
/** What is done to the words that are selected in a quotation. */
export type QuoteAct = (typeof QUOTE_ACTS)[number];

/** Whether it can be done to what is selected. */
export function canAct(act: QuoteAct, { project, quoted }: Pick<AppState, 'project' | 'quoted'>): boolean {
  if (!project || !quoted) return false;
  const some = quoted.from < quoted.to && !isSign(quoted);
  switch (act) {
    case 'omit':
    case 'replace':
    case 'emphasis':
    case 'only':
      return some;
    case 'insert':
    case 'sic':
      return !isSign(quoted);
    case 'restore': {
      const view = currentView(project, quoted);
      return view !== undefined && (isSign(quoted) || isChangedAt(view, quoted));
    }
  }
}

export const isSign = ({ edit }: Quoted): boolean => edit !== undefined && edit.kind !== 'emphasis';

/** Does it; of what asks for words, opens the line that takes them. */
export function act(what: QuoteAct): void {
  const { quoted } = app.get();
  if (!quoted || !canAct(what, app.get())) return;
  const project = openProjectState();
  const { from, to } = quoted;
  switch (what) {
    case 'omit':
      return perform(omitWords(project, quoted, quoted), en.edits.omitWords, { ...quoted, to: from });
    case 'insert':
    case 'replace':
      return app.set({ quoted: { ...quoted, form: what } });
    case 'sic':
      return perform(markSicAt(project, quoted, to), en.edits.markSic, atEnd(project, quoted));
    case 'emphasis':
      return perform(emphasiseWords(project, quoted, quoted), en.edits.emphasiseWords, quoted);
    case 'only':
      return perform(quoteOnly(project, quoted, quoted), en.edits.quoteOnly, { ...quoted, to: from });
    case 'restore': {
      const operations = quoted.edit
        ? restoreEdit(project, quoted, quoted.edit)
        : restoreWords(project, quoted, quoted);
      return perform(operations, en.edits.restoreWords, quoted);
    }
  }
}

/** Puts the words in, or in the place of those selected; nothing for none. */
export function putWords(quoted: Quoted, text: string): void {
  const project = openProjectState();
  const { form, from, to } = quoted;
  if (form === 'replace' || quoted.edit?.kind === 'replace')
    perform(replaceWords(project, quoted, { from, to }, text), en.edits.replaceWords, {
      ...quoted,
      to: from,
    });
  else perform(insertWords(project, quoted, to, text), en.edits.insertWords, atEnd(project, quoted));
}

/** After the last word that is selected. */
function atEnd(project: Project, quoted: Quoted): Quoted {
  const at = wordEnd(currentView(project, quoted)?.of ?? '', quoted.to);
  return { ...quoted, from: at, to: at };
}

function perform(
  operations: readonly Operation[],
  label: string,
  { form: _, edit: _edit, ...after }: Quoted,
): void {
  if (operations.length === 0) {
    app.set({ quoted: after });
    return say(en.quote.nothing);
  }
  app.set({ quoted: after });
  edit(operations, { label, after: { place: { kind: 'point', id: after.point } } });
}

export function toggleRunIn(ref: QuotationRef): void {
  const project = openProjectState();
  const runIn = quotationAt(project, ref)?.setting !== 'run-in';
  edit(setRunIn(project, ref, runIn), { label: runIn ? en.edits.runIn : en.edits.setOff });
}

export function showWhole(ref: QuotationRef): void {
  edit(quoteWhole(openProjectState(), ref), { label: en.edits.quoteWhole });
}

export function restoreWhole(ref: QuotationRef): void {
  edit(restoreAll(openProjectState(), ref), { label: en.edits.restoreWords });
}

export function letGo(ref: QuotationRef): void {
  edit(dropLostEdits(openProjectState(), ref), { label: en.edits.letGo });
}

/** One place earlier or later in its point; a quotation that had the focus has it there too. */
export function shiftQuotation(ref: QuotationRef, by: -1 | 1): void {
  const { quoted } = app.get();
  moveQuotation(ref.point, ref.quotation, by);
  // Moving an element takes the focus out of it.
  if (quoted?.quotation === ref.quotation) app.set({ quoted: { ...quoted, focus: ++asked } });
}

/** `to` counts among the point's other quotations. */
export function moveQuotationTo(ref: QuotationRef, to: number): void {
  edit(placeQuotation(openProjectState(), ref, to), { label: en.edits.moveQuotation });
}

/** The quotation that a command means: the one with the selection, or the only one of the point. */
export function quotationMeant(point: Point, quoted: Quoted | null): QuotationRef | undefined {
  if (quoted?.point === point.id) return quoted;
  const [first, ...others] = point.quotations;
  return first && others.length === 0 ? { point: point.id, quotation: first.id } : undefined;
}

/** Puts the caret into a quotation. */
export function goIntoQuotation({ point, quotation }: QuotationRef): void {
  app.set({ quoted: { point, quotation, from: 0, to: 0, focus: ++asked } });
}

/** Puts the caret into the point's first quotation, or into the one after that which has it. */
export function enterQuotation(point: Point): void {
  const { quoted } = app.get();
  const at = point.quotations.findIndex(({ id }) => id === quoted?.quotation);
  const next = point.quotations[(at + 1) % point.quotations.length];
  if (next) goIntoQuotation({ point: point.id, quotation: next.id });
}
