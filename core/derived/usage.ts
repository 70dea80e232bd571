/** Which points use each passage, and what has become of it. */
import { hasContent, isSpan, type RichText } from '../text/block.ts';
import { blockText } from '../text/canonical.ts';
import type { Point, Project } from '../document/project.ts';
import { seen } from './masters.ts';
import { byIdentity, byParts } from './remember.ts';

export interface Usage {
  /**
   * Highlight id → ids of the points that quote it, in reading order, then of those that it names as its answer;
   * without doubles; absent when there are none.
   */
  readonly points: ReadonlyMap<string, readonly string[]>;
  /** Points that answer: by an answer that says something, or by naming one that has such an answer. */
  readonly answering: ReadonlySet<string>;
  /** Highlights of which at least one of those points answers. */
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
  ({ sections, highlights }: Project) => {
    const parts: unknown[] = [];
    for (const { points } of sections) {
      for (const point of points) parts.push(point.id, point.quotations, isAnswered(point), point.seeMaster);
    }
    for (const { id, seeMaster } of highlights) if (seeMaster) parts.push(id, seeMaster);
    return parts;
  },
  ({ sections, highlights }): Usage => {
    const all = sections.flatMap((section) => section.points);
    const present = new Set(all.map(({ id }) => id));
    const own = new Set(all.filter(isAnswered).map(({ id }) => id));
    const answering = new Set(own);
    const points = new Map<string, string[]>();
    const answered = new Set<string>();
    const use = (highlight: string, point: string) => {
      const users = points.get(highlight);
      if (!users) points.set(highlight, [point]);
      else if (!users.includes(point)) users.push(point);
      if (answering.has(point)) answered.add(highlight);
    };
    for (const point of all) {
      // One step only: what a point refers to has to say something itself.
      if (seen(point, present).some((id) => own.has(id))) answering.add(point.id);
      for (const { highlight } of point.quotations) use(highlight, point.id);
    }
    for (const highlight of highlights)
      for (const point of seen(highlight, present)) use(highlight.id, point);
    return { points, answering, answered };
  },
);

/** The same value (`===`) as long as no quotation changes and no answer becomes empty or begins. */
export const usage = byIdentity((project: Project): Usage => usageOf(project));

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
