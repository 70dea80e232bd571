/** Work that isn't done: points, passages and comments that wait for an answer. */
import type { Project } from '../../document/project.ts';
import { highlightStates, usage } from '../usage.ts';
import type { OpenFinding } from './finding.ts';

/** Points, then passages, then comments. */
export function openWork(project: Project): readonly OpenFinding[] {
  return [...openPoints(project), ...openPassages(project), ...openComments(project)];
}

function openPoints(project: Project): readonly OpenFinding[] {
  const { answering } = usage(project);
  const types = new Map(project.settings.answerTypes?.map((type) => [type.id, type]));
  const open: OpenFinding[] = [];
  for (const { points } of project.sections) {
    for (const { id, answerType, changes } of points) {
      if (!answering.has(id)) open.push({ kind: 'point-unanswered', weight: 'open', point: id });
      else if (types.size > 0 && !types.has(answerType ?? ''))
        open.push({ kind: 'answer-type-missing', weight: 'open', point: id });
      if (types.get(answerType ?? '')?.asks === 'changes' && !changes)
        open.push({ kind: 'changes-missing', weight: 'open', point: id });
    }
  }
  return open;
}

function openPassages(project: Project): readonly OpenFinding[] {
  const states = highlightStates(project);
  return project.highlights
    .filter(({ id }) => states.get(id) === 'open')
    .map(({ id }) => ({ kind: 'highlight-open', weight: 'open', highlight: id }));
}

const openComments = ({ comments = [] }: Project): readonly OpenFinding[] =>
  comments
    .filter(({ resolved }) => !resolved)
    .map(({ id }) => ({ kind: 'comment-open', weight: 'open', comment: id }));
