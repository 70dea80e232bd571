/** What is wrong with codes, rounds and the headings that parts respond to. */
import { letterById, pointMap } from '../../document/find.ts';
import type { Project } from '../../document/project.ts';
import { codesTwice } from '../frozen.ts';
import type { OutlineFinding } from './finding.ts';

export function ofOutline(project: Project): readonly OutlineFinding[] {
  const found: OutlineFinding[] = [];
  for (const { code, points } of codesTwice(project))
    found.push({ kind: 'code-twice', weight: 'wrong', code, points });
  const points = pointMap(project);
  for (const { point } of points.values()) {
    const { continues } = point;
    if (continues !== undefined && !points.has(continues) && project.frozen?.points[continues] === undefined)
      found.push({ kind: 'continues-nothing', weight: 'wrong', point: point.id });
  }
  for (const { id, letter, heading } of project.sections) {
    if (heading === undefined) continue;
    const blocks = letterById(project, letter ?? '')?.blocks ?? [];
    if (!blocks.some((block) => block.id === heading))
      found.push({ kind: 'heading-gone', weight: 'wrong', section: id });
  }
  return found;
}
