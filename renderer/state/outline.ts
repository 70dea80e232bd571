/** What the writer does in the outline, on one row or several; each is one step. */
import { en } from '../../core/messages/en.ts';
import { passageRanks } from '../../core/derived/passages.ts';
import { pointMap } from '../../core/document/find.ts';
import type { SectionPlace } from '../../core/document/project.ts';
import type { Operation } from '../../core/operations/operation.ts';
import { groupPoints, sortPoints, type Grouping } from '../../core/operations/outline-arrange.ts';
import {
  duplicateInOutline,
  mergePoints,
  removeFromOutline,
  splitPoint,
} from '../../core/operations/outline-edit.ts';
import {
  moveSectionsBefore,
  movePointsTo,
  nestInOutline,
  placeSections,
  shiftInOutline,
} from '../../core/operations/outline-move.ts';
import { outlineSelection, selectedPoints } from '../../core/operations/outline-select.ts';
import { Steps } from '../../core/operations/steps.ts';
import { newId } from '../platform/ids.ts';
import { edit, type EditOptions } from './edit.ts';
import { putCaret } from './navigation.ts';
import { selectAll, clearSelected, outlineIds, unfoldTo } from './outline-view.ts';
import { say } from './messages.ts';
import { shownInOutline } from './point-filters.ts';
import { app, openProjectState, type Place } from './store.ts';

/** Makes the edit, keeps the caret where it was written, and brings what was moved into view. */
function arrange(operations: readonly Operation[], label: string, more: Partial<EditOptions> = {}): void {
  if (operations.length === 0) return;
  const { textSelection, place } = app.get();
  edit(operations, { label, ...more });
  const project = openProjectState();
  const now = app.get().place;
  if (now && 'id' in now) unfoldTo(project, now.id);
  if (place) app.set({ reveal: { place: now ?? place } });
  // Moving an editor's element takes the caret out of it.
  if (
    textSelection?.ref.of === 'answer' &&
    !more.after &&
    document.activeElement?.closest('[contenteditable]')
  )
    putCaret(textSelection.ref, textSelection.selection);
}

export function shiftSelected(by: -1 | 1, ids = outlineIds(openProjectState())): void {
  const project = openProjectState();
  const { sections } = outlineSelection(project, ids);
  arrange(
    shiftInOutline(project, ids, by, shownInOutline(project)),
    sections.length > 0 ? en.edits.moveSection : en.edits.movePoint,
  );
}

export function nestSelected(by: -1 | 1, ids = outlineIds(openProjectState())): void {
  const project = openProjectState();
  arrange(
    nestInOutline(project, ids, by, shownInOutline(project)),
    by > 0 ? en.edits.nestIn : en.edits.nestOut,
  );
}

/** Whether some of it can go in or out. */
export function canNest(by: -1 | 1): boolean {
  const project = openProjectState();
  return nestInOutline(project, outlineIds(project), by, shownInOutline(project)).length > 0;
}

const placeOf = (ids: readonly string[]): Place | undefined => {
  const project = openProjectState();
  const id = ids[0];
  if (id === undefined) return undefined;
  return pointMap(project).has(id) ? { kind: 'point', id } : { kind: 'section', id };
};

export function duplicateSelected(ids = outlineIds(openProjectState())): void {
  const project = openProjectState();
  const made = duplicateInOutline(project, ids, newId, shownInOutline(project));
  arrange(made.operations, en.edits.duplicate, { after: { text: undefined } });
  const place = placeOf(made.ids);
  if (!place) return;
  app.set({ place, reveal: { place } });
  if (made.ids.length > 1) selectAll(made.ids);
}

export function mergeSelected(ids = outlineIds(openProjectState())): void {
  const project = openProjectState();
  const shown = shownInOutline(project);
  const [first] = selectedPoints(project, ids, shown);
  const operations = mergePoints(project, ids, newId, shown);
  if (first === undefined || operations.length === 0) return say(en.outline.mergeNeeds);
  arrange(operations, en.edits.merge, { after: { place: { kind: 'point', id: first }, text: undefined } });
  clearSelected();
}

/** Splits the point with the caret there; these of its quotations go to the new one. */
export function splitAtCaret(quotations: readonly string[]): void {
  const at = splitPlace();
  if (!at) return say(en.outline.splitNeeds);
  const made = splitPoint(openProjectState(), at.point, at.position, quotations, newId);
  if (!made) return;
  arrange(made.operations, en.edits.split, {
    after: { place: { kind: 'point', id: made.point }, text: undefined },
  });
  putCaret({ of: 'answer', id: made.point });
}

/** Where a point would be split: at the caret in its answer, else at the answer's end. */
export function splitPlace() {
  const { project, place, textSelection } = app.get();
  if (!project || place?.kind !== 'point') return undefined;
  const point = pointMap(project).get(place.id)?.point;
  if (!point) return undefined;
  const inIt = textSelection?.ref.of === 'answer' && textSelection.ref.id === point.id;
  const position = inIt ? textSelection.selection.focus : { block: '', offset: 0 };
  return { point: point.id, position, quotations: point.quotations };
}

export function removeSelected(ids = outlineIds(openProjectState())): void {
  const project = openProjectState();
  const { sections, points } = outlineSelection(project, ids);
  const shown = shownInOutline(project);
  const kept = selectedPoints(project, ids).length - selectedPoints(project, ids, shown).length;
  const operations = removeFromOutline(project, ids, shown);
  if (kept > 0) say(en.review.filter.kept(kept));
  if (operations.length === 0) return;
  const order = project.sections.flatMap((section) => [section.id, ...section.points.map(({ id }) => id)]);
  const gone = new Set(ids);
  const steps = new Steps(project).add(() => operations);
  const there = new Set(
    steps.project.sections.flatMap((section) => [section.id, ...section.points.map(({ id }) => id)]),
  );
  const from = order.findIndex((id) => gone.has(id));
  const next =
    order.slice(from).find((id) => there.has(id)) ?? order.slice(0, from).findLast((id) => there.has(id));
  const place: Place | null =
    next === undefined ? null : { kind: pointMap(project).has(next) ? 'point' : 'section', id: next };
  arrange(operations, sections.length > 0 ? en.edits.removeSection : en.edits.removePoints(points.length), {
    after: { place, text: undefined },
  });
  clearSelected();
}

export function moveSelectedTo(section: string, ids = outlineIds(openProjectState())): void {
  const project = openProjectState();
  const shown = shownInOutline(project);
  arrange(
    movePointsTo(project, selectedPoints(project, ids, shown), section, 'last', shown),
    en.edits.movePoint,
  );
}

/** What is dropped between rows: beside a point, before a section, or into a section before or behind its points. */
export type DropPlace =
  | { readonly kind: 'before-point' | 'after-point'; readonly section: string; readonly point: string }
  | { readonly kind: 'into'; readonly section: string }
  | { readonly kind: 'head'; readonly section: string }
  | { readonly kind: 'before-section'; readonly section: string | undefined };

export function dropOn(ids: readonly string[], to: DropPlace): void {
  const project = openProjectState();
  const { sections, points } = outlineSelection(project, ids);
  if (sections.length > 0 && to.kind === 'before-section') {
    arrange(moveSectionsBefore(project, sections, to.section), en.edits.moveSection);
  } else if (points.length > 0 && to.kind !== 'before-section') {
    const where =
      to.kind === 'before-point'
        ? { before: to.point }
        : to.kind === 'after-point'
          ? { after: to.point }
          : to.kind === 'head'
            ? 'first'
            : 'last';
    const shown = shownInOutline(project);
    arrange(movePointsTo(project, points, to.section, where, shown), en.edits.movePoint);
  }
}

/** The sections of the selection, those of its points, or else all. */
export function sortByPlace(): void {
  const project = openProjectState();
  const ids = outlineIds(project);
  const shown = shownInOutline(project);
  const points = new Set(selectedPoints(project, ids, shown));
  const sections = project.sections.filter(
    ({ id, points: own }) => ids.includes(id) || own.some((point) => points.has(point.id)),
  );
  const sorted = (sections.length > 0 ? sections : project.sections).map(({ id }) => id);
  arrange(sortPoints(project, sorted, passageRanks(project), shown), en.edits.sort);
}

/** Groups the points of the selection when several rows are selected, else all points. */
export function groupBy(by: Grouping): void {
  const project = openProjectState();
  const ids = outlineIds(project);
  const shown = shownInOutline(project);
  const meant = selectedPoints(project, ids, shown).length > 1 ? ids : project.sections.map(({ id }) => id);
  const operations = groupPoints(project, meant, by, newId, shown);
  if (operations.length === 0) return say(en.outline.nothingToGroup[by]);
  arrange(operations, en.edits.group);
}

export function setMatter(place: SectionPlace | undefined, ids = outlineIds(openProjectState())): void {
  arrange(placeSections(openProjectState(), ids, place), en.edits.matter);
}
