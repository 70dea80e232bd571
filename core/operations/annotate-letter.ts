/** Annotations of other programs as highlights of a letter, with what was written as private notes. */
import { locate, type LocateMethod } from '../anchoring/locate.ts';
import { normalRanges } from '../anchoring/map-anchors.ts';
import { quoteOf } from '../text/quote-of.ts';
import type { PageNode } from '../anchoring/range-selector.ts';
import type { ReadAnnotation } from '../anchoring/web-annotation.ts';
import { letterById } from '../document/find.ts';
import type { IdSource } from '../document/id.ts';
import type { Highlight } from '../document/letter.ts';
import type { Project } from '../document/project.ts';
import { canonicalText, offsetToPosition, type TextRange } from '../text/canonical.ts';
import { insert } from './edits.ts';
import type { Operation } from './operation.ts';

export interface PlacedAnnotation {
  readonly annotation: ReadAnnotation;
  readonly highlight: Highlight;
  /** Of the passage that was found with the least confidence. */
  readonly confidence: number;
  readonly method: LocateMethod;
}

export interface Annotated {
  /** One step of the history; none when nothing was placed. */
  readonly operations: readonly Operation[];
  readonly placed: readonly PlacedAnnotation[];
  /** Those of whose passages none, or not all, are in the letter. */
  readonly unplaced: readonly ReadAnnotation[];
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
  const letter = letterById(project, letterId);
  const [first] = project.categories;
  if (!letter || !first) throw new RangeError(`no letter with the id ${letterId}, or no category`);
  const text = canonicalText(letter.blocks);
  const named = new Map(project.categories.map(({ id, name }) => [name.trim().toLowerCase(), id]));
  const placed: PlacedAnnotation[] = [];
  const unplaced: ReadAnnotation[] = [];
  for (const annotation of annotations) {
    const found = annotation.targets.map((selectors) => locate(text, selectors, page));
    const ranges = normalRanges(
      letter.blocks,
      found.flatMap((each): TextRange[] => {
        const start = each && offsetToPosition(letter.blocks, each.start);
        const end = each && offsetToPosition(letter.blocks, each.end);
        return start && end ? [{ start, end }] : [];
      }),
    );
    const quote = quoteOf(letter.blocks, ranges);
    const worst = found.toSorted((a, b) => (a?.confidence ?? 0) - (b?.confidence ?? 0))[0];
    if (!worst || quote === '') {
      unplaced.push(annotation);
      continue;
    }
    const tags = annotation.tags.map((tag) => tag.trim().toLowerCase());
    const category = tags.map((tag) => named.get(tag)).find((id) => id !== undefined) ?? first.id;
    const unnamed = annotation.tags.filter((tag) => !named.has(tag.trim().toLowerCase()));
    const note = [annotation.note, unnamed.join(', ')].filter((words) => words !== '').join('\n');
    const highlight = { id: ids(), letter: letterId, ranges, quote, category, note };
    placed.push({ annotation, highlight, confidence: worst.confidence, method: worst.method });
  }
  const { length } = project.highlights;
  const operations = placed.map(({ highlight }, i) =>
    insert<'highlights'>({ of: 'highlights' }, length + i, highlight),
  );
  return { operations, placed, unplaced };
}
