/** What leads to something that isn't there: cross references, citations, answers given elsewhere. */
import { ownTexts } from '../../document/find.ts';
import type { Point, Project } from '../../document/project.ts';
import { isThere } from '../cross-reference.ts';
import { referringIn } from '../references.ts';
import type { ReferenceFinding } from './finding.ts';

/** In the order of the pamphlet. */
export function ofReferences(project: Project): readonly ReferenceFinding[] {
  const found: ReferenceFinding[] = [];
  const works = new Set([...project.references, ...project.letters].map(({ id }) => id));
  for (const { ref, text } of ownTexts(project)) {
    for (const { block, inline } of referringIn(text)) {
      if (inline.type === 'citation') {
        for (const { reference } of inline.items)
          if (!works.has(reference))
            found.push({ kind: 'unknown-work', weight: 'wrong', text: ref, block, reference });
      } else if (!isThere(project, inline.target)) {
        found.push({ kind: 'dangling-reference', weight: 'wrong', text: ref, block, target: inline.target });
      }
    }
  }
  return found;
}

/** Points, then passages, that name an answer that isn't there. */
export function ofAnswersElsewhere({ sections, highlights }: Project): readonly ReferenceFinding[] {
  const points = sections.flatMap((section) => section.points);
  const present = new Set(points.map(({ id }) => id));
  const gone = ({ seeMaster = [] }: Pick<Point, 'seeMaster'>) => !seeMaster.every((id) => present.has(id));
  const told = (kind: 'point' | 'passage', id: string): ReferenceFinding => ({
    kind: 'dangling-answer',
    weight: 'wrong',
    of: { kind, id },
  });
  return [
    ...points.filter(gone).map(({ id }) => told('point', id)),
    ...highlights.filter(gone).map(({ id }) => told('passage', id)),
  ];
}
