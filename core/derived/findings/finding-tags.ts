/** Tags of what a finding is about, so that what is left can be looked at by tag. */
import { changeMap, highlightMap, pointMap, type TextRef } from '../../document/find.ts';
import type { Project } from '../../document/project.ts';
import { tagsOfPoint } from '../point-filter.ts';
import type { Finding } from './finding.ts';

/** Of the passage or the point that it is about, or in whose answer it is; a point has those of its passages too. */
export function findingTags(project: Project, finding: Finding): readonly string[] {
  const ofPassage = (id: string) => highlightMap(project).get(id)?.tags ?? [];
  const ofPoint = (id: string) => {
    const point = pointMap(project).get(id)?.point;
    return point ? tagsOfPoint(project, point) : [];
  };
  const ofText = (text: TextRef) => {
    if (text.of === 'answer') return ofPoint(text.id);
    return text.of === 'change' ? ofPoint(changeMap(project).get(text.id)?.point.id ?? '') : [];
  };
  if ('point' in finding) return ofPoint(finding.point);
  if ('highlight' in finding) return ofPassage(finding.highlight);
  if ('text' in finding) return ofText(finding.text);
  if (finding.kind === 'dangling-answer')
    return finding.of.kind === 'passage' ? ofPassage(finding.of.id) : ofPoint(finding.of.id);
  if (finding.kind === 'target-missed' && finding.of === 'point') return ofPoint(finding.id);
  return [];
}
