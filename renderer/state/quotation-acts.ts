/** What the writer does about a typed quotation that isn't as its letter has it. Each is one step of the history. */
import type { CheckedTyped } from '../../core/derived/verbatim.ts';
import type { Project } from '../../core/document/project.ts';
import type { QuotationPlace } from '../../core/document/quotation-place.ts';
import { publicationWords } from '../../core/export/words.ts';
import { en } from '../../core/messages/en.ts';
import { applyOperations } from '../../core/operations/apply.ts';
import {
  acceptQuotation,
  changesIn,
  emphasisAdded,
  markInsertion,
  markOmission,
  markSic,
  mendChange,
  mendQuotation,
  mendWithSic,
  withdrawAcceptance,
  type QuotationChange,
} from '../../core/operations/mend-quotation.ts';
import type { Operation } from '../../core/operations/operation.ts';
import { newId } from '../platform/ids.ts';
import { closeEdit, edit } from './edit.ts';
import { openProjectState } from './store.ts';

type Act = (project: Project, place: QuotationPlace, change: QuotationChange) => readonly Operation[];

/** The changes of a quotation that stands in one place; those of several blocks are taken as they are. */
export function changesOf({ wording, quotation, verdict, places }: CheckedTyped): readonly QuotationChange[] {
  return verdict === 'differs' && places.length === 1 ? changesIn(wording, quotation) : [];
}

function perform(operations: readonly Operation[], label: string): void {
  closeEdit();
  edit(operations, { label });
}

/** At each of the places, from the last to the first, so that none moves before its turn. */
function atEach(
  quotation: CheckedTyped,
  changes: readonly QuotationChange[],
  act: Act,
): readonly Operation[] {
  let project = openProjectState();
  const [place] = quotation.places;
  return changes.toReversed().flatMap((change) => {
    const operations = act(project, place, change);
    project = applyOperations(project, operations);
    return operations;
  });
}

/** The letter's words: everywhere, or at one place of the quotation. */
export function takeWording(quotation: CheckedTyped, change?: QuotationChange): void {
  const project = openProjectState();
  const [place] = quotation.places;
  perform(
    change ? mendChange(project, place, change) : mendQuotation(project, place, quotation.difference),
    en.edits.mendQuotation,
  );
}

export function markAsOmission(quotation: CheckedTyped, changes: readonly QuotationChange[]): void {
  perform(atEach(quotation, changes, markOmission), en.edits.markOmission);
}

export function markAsInsertion(quotation: CheckedTyped, changes: readonly QuotationChange[]): void {
  perform(atEach(quotation, changes, markInsertion), en.edits.markInsertion);
}

/** The letter's words with [sic]; without a change, [sic] after the word at `offset`, in units of the quotation. */
export function markAsSic(
  quotation: CheckedTyped,
  changes: readonly QuotationChange[],
  offset = quotation.quotation.length,
): void {
  const [place] = quotation.places;
  perform(
    changes.length > 0 ? atEach(quotation, changes, mendWithSic) : markSic(openProjectState(), place, offset),
    en.edits.markSic,
  );
}

export function addEmphasisAdded(quotation: CheckedTyped): void {
  const project = openProjectState();
  const place = quotation.places.at(-1) ?? quotation.places[0];
  const words = publicationWords(project.settings.language).emphasisAdded;
  perform(emphasisAdded(project, place, words), en.edits.emphasisAdded);
}

/** Lets the quotation stand as it is. */
export function accept(quotation: CheckedTyped, reason: string): void {
  perform(
    acceptQuotation(openProjectState(), newId(), quotation.quotation, reason.trim()),
    en.edits.acceptQuotation,
  );
}

/** Takes it among those to be looked at again. */
export function withdraw({ accepted }: CheckedTyped): void {
  if (accepted) perform(withdrawAcceptance(openProjectState(), accepted.id), en.edits.withdrawQuotation);
}
