/** What the writer says to the passages of a new version, by their ids. */
import type { Reanchored } from '../../../core/anchoring/reanchor.ts';
import type { ReanchorDecision } from '../../../core/operations/replace-letter.ts';
import type { TextRange } from '../../../core/text/canonical.ts';

export type Decisions = ReadonlyMap<string, ReanchorDecision>;

/** What happens to a passage of which nothing was said. */
export function usualDecision({ outcome }: Reanchored): ReanchorDecision {
  return { kind: outcome === 'missing' ? 'unplace' : 'accept' };
}

/** Where the passage will be; none where it is to have no place. */
export function rangesOf(each: Reanchored, decisions: Decisions): readonly TextRange[] {
  const decision = decisions.get(each.highlight) ?? usualDecision(each);
  if (decision.kind === 'place') return decision.ranges;
  return decision.kind === 'accept' ? each.ranges : [];
}
