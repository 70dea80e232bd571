/** Lengths that a text was to have. */
import type { Project } from '../../document/project.ts';
import { besideTarget, wordCounts } from '../word-count.ts';
import { isAnswered } from '../usage.ts';

export type TargetMissed = {
  readonly kind: 'target-missed';
  readonly weight: 'minor';
  readonly words: number;
  readonly target: number;
} & ({ readonly of: 'whole' } | { readonly of: 'section' | 'point'; readonly id: string });

/** Of points that aren't answered yet nothing is said: that they are open says it. */
export function targetsMissed(project: Project): readonly TargetMissed[] {
  const { sections, settings } = project;
  if (settings.target === undefined && !sections.some(hasTarget)) return [];
  const counts = wordCounts(project);
  const missed: TargetMissed[] = [];
  const look = (
    of: { readonly of: 'whole' } | { readonly of: 'section' | 'point'; readonly id: string },
    words: number | undefined,
    target: number | undefined,
  ) => {
    if (words !== undefined && target !== undefined && besideTarget(words, target))
      missed.push({ kind: 'target-missed', weight: 'minor', ...of, words, target });
  };
  look({ of: 'whole' }, counts.whole, settings.target);
  for (const section of sections) {
    look({ of: 'section', id: section.id }, counts.sections.get(section.id), section.target);
    for (const point of section.points) {
      if (isAnswered(point)) look({ of: 'point', id: point.id }, counts.points.get(point.id), point.target);
    }
  }
  return missed;
}

function hasTarget({ target, points }: Project['sections'][number]): boolean {
  return target !== undefined || points.some((point) => point.target !== undefined);
}
