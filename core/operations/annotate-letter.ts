/** Annotations of other programs as highlights of a letter, with what was written as private notes. */
import { locate, type Located, type LocateMethod } from '../anchoring/locate.ts';
import { normalRanges } from '../anchoring/map-anchors.ts';
import { quoteOf } from '../text/quote-of.ts';
import type { PageNode } from '../anchoring/range-selector.ts';
import type { ReadAnnotation } from '../anchoring/web-annotation.ts';
import { letterById } from '../document/find.ts';
import type { IdSource } from '../document/id.ts';
import type { Highlight } from '../document/letter.ts';
import type { Project } from '../document/project.ts';
import type { RichText } from '../text/block.ts';
import { canonicalText, offsetToPosition, type TextRange } from '../text/canonical.ts';
import { insert } from './edits.ts';
import type { Operation } from './operation.ts';

/** Where an annotation's passages stand in a letter. */
export interface AnnotationPlace {
  readonly ranges: readonly TextRange[];
  /** The letter's words there, as a highlight's quote has them. */
  readonly quote: string;
  /** Of the passage that was found with the least confidence. */
  readonly confidence: number;
  readonly method: LocateMethod;
}

export interface PlacedAnnotation {
  readonly annotation: ReadAnnotation;
  readonly highlight: Highlight;
  readonly confidence: number;
  readonly method: LocateMethod;
}

export interface Annotated {
  /** One step of the history; none when nothing was placed. */
  readonly operations: readonly Operation[];
  readonly placed: readonly PlacedAnnotation[];
  /** Those that the letter has already as highlights: the same passage, category and note. */
  readonly known: readonly PlacedAnnotation[];
  /** Those of whose passages none, or not all, are in the letter. */
  readonly unplaced: readonly ReadAnnotation[];
}

/** Below it there were several places to choose from, or nothing but a position to go by. */
const SURE = 0.6;

/** Whether the very words that were annotated stand there, if with other typographic marks. */
export function isPlacedExactly({ confidence, method }: Pick<Located, 'confidence' | 'method'>): boolean {
  return method !== 'similar' && confidence >= SURE;
}

/**
 * Looks for annotations in a text, one at a time.
 *
 * @param page See {@link locate}.
 * @returns what gives undefined where none, or not all, of an annotation's passages are in the text.
 */
export function annotationPlacer(
  blocks: RichText,
  page?: PageNode,
): (annotation: ReadAnnotation) => AnnotationPlace | undefined {
  const text = canonicalText(blocks);
  return ({ targets }) => {
    const found = targets.map((selectors) => locate(text, selectors, page));
    const ranges = normalRanges(
      blocks,
      found.flatMap((each): TextRange[] => {
        const start = each && offsetToPosition(blocks, each.start);
        const end = each && offsetToPosition(blocks, each.end);
        return start && end ? [{ start, end }] : [];
      }),
    );
    const quote = quoteOf(blocks, ranges);
    const worst = found.toSorted((a, b) => (a?.confidence ?? 0) - (b?.confidence ?? 0))[0];
    if (!worst || quote === '') return undefined;
    return { ranges, quote, confidence: worst.confidence, method: worst.method };
  };
}

/**
 * @param page See {@link locate}.
 * @throws {RangeError} When the project has no such letter, or no category.
 */
export function annotateLetter(
  project: Project,
  letterId: string,
  annotations: readonly ReadAnnotation[],
  ids: IdSource,
  page?: PageNode,
): Annotated {
  const blocks = letterById(project, letterId)?.blocks ?? [];
  const places = annotations.map(annotationPlacer(blocks, page));
  return annotatePlaced(project, letterId, annotations, places, ids);
}

/**
 * The same of annotations that have been looked for.
 *
 * @param places For each annotation what {@link annotationPlacer} gave.
 * @throws {RangeError} When the project has no such letter, or no category.
 */
export function annotatePlaced(
  project: Project,
  letterId: string,
  annotations: readonly ReadAnnotation[],
  places: readonly (AnnotationPlace | undefined)[],
  ids: IdSource,
): Annotated {
  const [first] = project.categories;
  if (!letterById(project, letterId) || !first)
    throw new RangeError(`no letter with the id ${letterId}, or no category`);
  const named = new Map(project.categories.map(({ id, name }) => [name.trim().toLowerCase(), id]));
  const there = new Map(
    project.highlights
      .filter(({ letter }) => letter === letterId)
      .map((highlight) => [signOf(highlight), highlight]),
  );
  const placed: PlacedAnnotation[] = [];
  const known: PlacedAnnotation[] = [];
  const unplaced: ReadAnnotation[] = [];
  annotations.forEach((annotation, i) => {
    const place = places[i];
    if (!place) {
      unplaced.push(annotation);
      return;
    }
    const { confidence, method, ranges, quote } = place;
    const tags = annotation.tags.map((tag) => tag.trim().toLowerCase());
    const category = tags.map((tag) => named.get(tag)).find((id) => id !== undefined) ?? first.id;
    const unnamed = annotation.tags.filter((tag) => !named.has(tag.trim().toLowerCase()));
    const note = [annotation.note, unnamed.join(', ')].filter((words) => words !== '').join('\n');
    const same = there.get(signOf({ ranges, category, note }));
    const highlight = same ?? { id: ids(), letter: letterId, ranges, quote, category, note };
    there.set(signOf(highlight), highlight);
    (same ? known : placed).push({ annotation, highlight, confidence, method });
  });
  return { operations: highlighting(project, placed), placed, known, unplaced };
}

/** What makes these placed annotations highlights: one step of the history. */
export function highlighting(
  { highlights: { length } }: Project,
  placed: readonly PlacedAnnotation[],
): readonly Operation[] {
  return placed.map(({ highlight }, i) => insert<'highlights'>({ of: 'highlights' }, length + i, highlight));
}

function signOf({ ranges, category, note }: Pick<Highlight, 'ranges' | 'category' | 'note'>): string {
  const ends = ranges.map(({ start, end }) => [start.block, start.offset, end.block, end.offset]);
  return JSON.stringify([ends, category, note]);
}
