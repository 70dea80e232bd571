/** What a writer would want to know of before printing: what is wrong in a project, and what is still open. */
import type { Project } from '../../document/project.ts';
import { byIdentity } from '../remember.ts';
import { verbatim } from '../verbatim.ts';
import type { Finding, FindingWeight } from './finding.ts';
import { lacks } from './lacks.ts';
import { openWork } from './open.ts';
import { ofOutline } from './outline.ts';
import { ofQuotations, typedFindings } from './quotations.ts';
import { ofAnswersElsewhere, ofReferences } from './references.ts';
import { targetsMissed } from './targets.ts';

/** Wrong things first, in the order of the pamphlet; then what is open. Empty for a project that is done. */
export const findings = byIdentity((project: Project): readonly Finding[] =>
  inOrderOfWeight([
    ...findingsBesideTyped(project),
    ...typedFindings(verbatim(project), letterCodesById(project.letters)),
  ]),
);

const WEIGHTS: readonly FindingWeight[] = ['wrong', 'open', 'minor'];

/** What is wrong, then what is open, then what is minor; each in the order given. */
function inOrderOfWeight(all: readonly Finding[]): readonly Finding[] {
  return WEIGHTS.flatMap((weight) => all.filter((finding) => finding.weight === weight));
}

/** All findings but those of typed quotations, whose comparing with the letters takes time. */
export const findingsBesideTyped = byIdentity((project: Project): readonly Finding[] => [
  ...ofQuotations(project),
  ...ofReferences(project),
  ...ofOutline(project),
  ...ofAnswersElsewhere(project),
  ...openWork(project),
  ...lacks(project),
  ...targetsMissed(project),
]);

/** Letter id → its code. */
export const letterCodesById = byIdentity(
  (letters: Project['letters']): ReadonlyMap<string, string> =>
    new Map(letters.map(({ id, code }) => [id, code])),
);
