/** Which points use each passage, and what has become of it. */
import { hasContent, isSpan, type RichText } from '../text/block.ts';
import { blockText } from '../text/canonical.ts';
import type { Point, Project, Section } from '../document/project.ts';
import { byIdentity, byParts } from './remember.ts';

export interface Usage {
  /** Highlight id → ids of the points that quote it, in reading order and without doubles; absent when none does. */
  readonly points: ReadonlyMap<string, readonly string[]>;
  /** Highlights quoted by at least one point that answers. */
  readonly answered: ReadonlySet<string>;
}

export type HighlightState = 'answered' | 'waived' | 'open';

/** Whether a text says anything: characters other than spaces, a citation, a cross reference or a picture. */
export const saysSomething = byIdentity((text: RichText): boolean =>
  text.some(
    (block) =>
      block.type === 'picture' ||
      /\S/.test(blockText(block)) ||
      (hasContent(block) &&
        block.content.some(
          (inline) => !isSpan(inline) && (inline.type === 'citation' || inline.type === 'cross-reference'),
        )),
  ),
);

/** Whether a point answers: its text says something, it has an answer type, or it tells what was changed. */
export const isAnswered = byIdentity(({ answer, answerType, changes }: Point): boolean => {
  if (answerType !== undefined || saysSomething(answer)) return true;
  return changes?.some(({ wording }) => saysSomething(wording)) ?? false;
});

const usageOf = byParts(
  (sections: readonly Section[]) => {
    const parts: unknown[] = [];
    for (const { points } of sections) {
      for (const point of points) parts.push(point.id, point.quotations, isAnswered(point));
    }
    return parts;
  },
  (sections): Usage => {
    const points = new Map<string, string[]>();
    const answered = new Set<string>();
    for (const point of sections.flatMap((section) => section.points)) {
      const answers = isAnswered(point);
      for (const { highlight } of point.quotations) {
        const users = points.get(highlight);
        if (!users) points.set(highlight, [point.id]);
        else if (users.at(-1) !== point.id) users.push(point.id);
        if (answers) answered.add(highlight);
      }
    }
    return { points, answered };
  },
);

/** The same value (`===`) as long as no quotation changes and no answer becomes empty or begins. */
export const usage = byIdentity(({ sections }: Project): Usage => usageOf(sections));

const statesOf = byParts(
  ({ highlights }: Project, used: Usage) => {
    const parts: unknown[] = [used];
    for (const { id, waived } of highlights) parts.push(id, waived !== undefined);
    return parts;
  },
  ({ highlights }, { answered }): ReadonlyMap<string, HighlightState> =>
    new Map(
      highlights.map(({ id, waived }) => [id, answered.has(id) ? 'answered' : waived ? 'waived' : 'open']),
    ),
);

/**
 * Highlight id → its state. `answered` goes before `waived`; quoted in points whose answers are all still empty
 * is `open`. The same value (`===`) as long as no state changes hands.
 */
export const highlightStates = byIdentity((project: Project): ReadonlyMap<string, HighlightState> =>
  statesOf(project, usage(project)),
);
