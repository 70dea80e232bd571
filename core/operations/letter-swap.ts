/** Highlights that pass from one letter to another, and the quotations that follow a highlight that is cut in two. */
import { pointMap } from '../document/find.ts';
import type { IdSource } from '../document/id.ts';
import type { Highlight } from '../document/letter.ts';
import type { Project } from '../document/project.ts';
import type { Operation } from './operation.ts';

/**
 * Puts other highlights in the place of some, each under the id of the one it stands for; what more there is for
 * one comes right after it. Removing and inserting carries both, so that the inverse is exact.
 *
 * @param instead By the id of the highlight: what stands for it, the first bearing its id. Others stay.
 */
export function swapHighlights(
  { highlights }: Project,
  instead: ReadonlyMap<string, readonly Highlight[]>,
): Operation[] {
  const operations: Operation[] = [];
  const list = { of: 'highlights' } as const;
  // From the end, so that the indexes of those still to come hold.
  for (let index = highlights.length - 1; index >= 0; index--) {
    const item = highlights[index] as Highlight;
    const others = instead.get(item.id);
    if (!others) continue;
    operations.push({ type: 'remove', list, index, item });
    others.forEach((other, i) => operations.push({ type: 'insert', list, index: index + i, item: other }));
  }
  return operations;
}

/** Quotations of the new highlights right after each quotation of the one they come from. @param added By its id. */
export function quoteAlong(
  project: Project,
  added: ReadonlyMap<string, readonly Highlight[]>,
  ids: IdSource,
): Operation[] {
  const operations: Operation[] = [];
  for (const { point } of pointMap(project).values()) {
    for (let index = point.quotations.length - 1; index >= 0; index--) {
      const more = added.get(point.quotations[index]?.highlight ?? '') ?? [];
      more.forEach((highlight, i) =>
        operations.push({
          type: 'insert',
          list: { of: 'quotations', point: point.id },
          index: index + 1 + i,
          item: { id: ids(), highlight: highlight.id },
        }),
      );
    }
  }
  return operations;
}
