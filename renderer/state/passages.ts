/** What the writer does with passages of letters. */
import { en } from '../../core/messages/en.ts';
import { quoteOf } from '../../core/text/quote-of.ts';
import { highlightMap, letterById, pointMap } from '../../core/document/find.ts';
import { tidyTags } from '../../core/document/tags.ts';
import { tiedSection } from '../../core/document/tied-section.ts';
import type { Highlight } from '../../core/document/letter.ts';
import {
  addHighlight,
  addPoint,
  addQuotation,
  addSection,
  newPoint,
  newSection,
  removeHighlights,
  removeQuotation,
  resizeHighlight,
  set,
  shiftQuotation,
} from '../../core/operations/edits.ts';
import type { Operation } from '../../core/operations/operation.ts';
import { applyOperations } from '../../core/operations/apply.ts';
import { usage } from '../../core/derived/usage.ts';
import { comparePositions, type TextRange } from '../../core/text/canonical.ts';
import { numbering } from '../../core/derived/numbering.ts';
import { newId } from '../platform/ids.ts';
import { edit } from './edit.ts';
import { putCaret } from './navigation.ts';
import { quotes, quotingPoint } from './quoting-point.ts';
import { app, openProjectState } from './store.ts';

function newHighlight(letterId: string, ranges: readonly TextRange[], category: string): Highlight {
  const letter = letterById(openProjectState(), letterId);
  if (!letter) throw new Error('the letter is gone');
  return { id: newId(), letter: letterId, ranges, quote: quoteOf(letter.blocks, ranges), category, note: '' };
}

const sameRange = (a: TextRange, b: TextRange) =>
  a.start.block === b.start.block &&
  a.start.offset === b.start.offset &&
  a.end.block === b.end.block &&
  a.end.offset === b.end.offset;

/** The passage that is exactly this range, or a new one with the operation that makes it. */
export function passageAt(
  letterId: string,
  range: TextRange,
): { highlight: Highlight; operations: Operation[] } {
  const project = openProjectState();
  const existing = project.highlights.find(
    ({ letter, ranges }) =>
      letter === letterId && ranges.length === 1 && ranges[0] && sameRange(ranges[0], range),
  );
  if (existing) return { highlight: existing, operations: [] };
  const highlight = newHighlight(letterId, [range], project.categories[0]?.id ?? '');
  return { highlight, operations: addHighlight(project, highlight) };
}

export function highlightRange(letterId: string, range: TextRange, category?: string): string {
  const { highlight, operations } = passageAt(letterId, range);
  if (operations.length === 0) {
    if (category !== undefined) setCategory(highlight.id, category);
    return highlight.id;
  }
  const made = category === undefined ? highlight : { ...highlight, category };
  edit(addHighlight(openProjectState(), made), {
    label: en.edits.addHighlight,
    pace: 'after-paint',
    after: { highlight: made.id },
  });
  return made.id;
}

/** Where a new point that answers a passage of this letter goes; makes a part for the letter when there is none. */
function sectionFor(highlight: Highlight): { section: string; index?: number; operations: Operation[] } {
  const project = openProjectState();
  const { place } = app.get();
  const letterId = highlight.letter;
  const current = place?.kind === 'point' ? pointMap(project).get(place.id) : undefined;
  const own = tiedSection(project, highlight);
  if (current && (own ? current.section.id === own.id : current.section.letter === letterId)) {
    return { section: current.section.id, index: current.index + 1, operations: [] };
  }
  if (own) return { section: own.id, operations: [] };
  const letter = letterById(project, letterId);
  const section = newSection(
    newId(),
    en.answer.newPart(letter?.code ?? '', letter?.item.title ?? ''),
    letterId,
  );
  return { section: section.id, operations: addSection(project, section) };
}

/** Begins a point that answers the passage, and puts the caret into its answer. */
function answerWith(highlight: Highlight, before: readonly Operation[]): void {
  const project = openProjectState();
  const { section, index, operations } = sectionFor(highlight);
  const withSection = applyOperations(project, operations);
  const point = newPoint(newId(), [{ id: newId(), highlight: highlight.id }]);
  edit([...before, ...operations, ...addPoint(withSection, section, point, index)], {
    label: en.edits.answer,
    after: { place: { kind: 'point', id: point.id }, highlight: highlight.id, text: undefined },
  });
  app.set({ reveal: { place: { kind: 'point', id: point.id } } });
  putCaret({ of: 'answer', id: point.id });
}

export function answerRange(letterId: string, range: TextRange): void {
  const { highlight, operations } = passageAt(letterId, range);
  answerWith(highlight, operations);
}

/** To the point that answers this passage; begins one when there is none. */
export function answerPassage(id: string): void {
  const project = openProjectState();
  const highlight = highlightMap(project).get(id);
  if (!highlight) return;
  const existing = usage(project).points.get(id)?.[0];
  if (existing === undefined) return answerWith(highlight, []);
  app.set({ place: { kind: 'point', id: existing }, reveal: { place: { kind: 'point', id: existing } } });
  putCaret({ of: 'answer', id: existing });
}

/** What became of a wish to quote: done, or why not. */
export type QuoteOutcome = 'quoted' | 'no-point' | { readonly already: string };

/** Quotes the passage in the point that is meant (`quotingPoint`). */
function quoteWith(highlight: Highlight, before: readonly Operation[]): QuoteOutcome {
  const project = openProjectState();
  const point = quotingPoint(app.get(), highlight.id);
  if (!point) return 'no-point';
  if (quotes(point, highlight.id)) return { already: numbering(project).pointCodes.get(point.id) ?? '' };
  const place = { kind: 'point', id: point.id } as const;
  edit([...before, ...addQuotation(project, point.id, { id: newId(), highlight: highlight.id })], {
    label: en.edits.quote,
    after: { place, highlight: highlight.id },
  });
  app.set({ reveal: { place } });
  return 'quoted';
}

export function quoteRange(letterId: string, range: TextRange): QuoteOutcome {
  const { highlight, operations } = passageAt(letterId, range);
  return quoteWith(highlight, operations);
}

export function quotePassage(id: string): QuoteOutcome {
  const highlight = highlightMap(openProjectState()).get(id);
  return highlight ? quoteWith(highlight, []) : 'no-point';
}

export function setCategory(id: string, category: string): void {
  const highlight = highlightMap(openProjectState()).get(id);
  if (!highlight) return;
  edit(set({ of: 'highlight', id }, 'category', highlight.category, category), { label: en.edits.category });
}

export function setPassageNote(id: string, note: string): void {
  const highlight = highlightMap(openProjectState()).get(id);
  if (!highlight) return;
  edit(set({ of: 'highlight', id }, 'note', highlight.note, note), {
    label: en.edits.note,
    group: `note:${id}`,
  });
}

export function setPassageTags(id: string, tags: readonly string[]): void {
  const before = highlightMap(openProjectState()).get(id)?.tags;
  edit(set({ of: 'highlight', id }, 'tags', before, tidyTags(tags)), { label: en.edits.tags });
}

/** Leaves the passage unanswered for this reason; `undefined` opens it again. */
export function waivePassage(id: string, reason: string | undefined): void {
  const highlight = highlightMap(openProjectState()).get(id);
  if (!highlight) return;
  const waived = reason === undefined ? undefined : { reason };
  edit(set({ of: 'highlight', id }, 'waived', highlight.waived, waived), {
    label: en.edits.waive,
    group: reason === undefined || !highlight.waived ? undefined : `waive:${id}`,
  });
}

export function removePassage(id: string): void {
  edit(removeHighlights(openProjectState(), [id]), {
    label: en.edits.removeHighlight,
    after: { highlight: null },
  });
}

/** Moves the beginning of the passage's first range, or the end of its last one. */
export function resizePassage(id: string, side: 'start' | 'end', range: TextRange): void {
  const project = openProjectState();
  const highlight = highlightMap(project).get(id);
  const letter = highlight && letterById(project, highlight.letter);
  if (!highlight || !letter) return;
  const index = side === 'start' ? 0 : highlight.ranges.length - 1;
  const old = highlight.ranges[index];
  if (!old) return;
  const changed =
    side === 'start' ? { start: range.start, end: old.end } : { start: old.start, end: range.end };
  if (comparePositions(letter.blocks, changed.start, changed.end) >= 0) return;
  const ranges = highlight.ranges.with(index, changed);
  edit(resizeHighlight(project, id, ranges, quoteOf(letter.blocks, ranges)), {
    label: en.edits.resizeHighlight,
    group: `resize:${id}`,
    patient: true,
  });
}

export function takeOutQuotation(point: string, quotation: string): void {
  edit(removeQuotation(openProjectState(), point, quotation), { label: en.edits.removeQuotation });
}

export function moveQuotation(point: string, quotation: string, by: -1 | 1): void {
  edit(shiftQuotation(openProjectState(), point, quotation, by), { label: en.edits.moveQuotation });
}
