/** What an edit of the outline costs the main thread before it can be drawn: the edit, all codes, the rows. */
import { numbering } from '../../core/derived/numbering.ts';
import { outline, outlineRows } from '../../core/derived/outline.ts';
import { passageRanks } from '../../core/derived/passages.ts';
import { countingIds } from '../../core/document/id.ts';
import type { Project } from '../../core/document/project.ts';
import { applyOperations } from '../../core/operations/apply.ts';
import type { Operation } from '../../core/operations/operation.ts';
import { groupPoints, sortPoints } from '../../core/operations/outline-arrange.ts';
import { duplicateInOutline, mergePoints } from '../../core/operations/outline-edit.ts';
import { nestInOutline, shiftInOutline } from '../../core/operations/outline-move.ts';

/** Milliseconds of a frame. */
export const FRAME = 1000 / 60;
const RUNS = 9;
const NONE: ReadonlySet<string> = new Set();

function derive(project: Project): number {
  const { pointCodes, sectionNumbers, passageCodes } = numbering(project);
  return (
    pointCodes.size +
    sectionNumbers.size +
    passageCodes.size +
    outlineRows(outline(project.sections), NONE).length
  );
}

/** Milliseconds of processor time, of the run in the middle, by the name of the edit. */
export function benchOutline(project: Project): ReadonlyMap<string, number> {
  const sections = project.sections.map(({ id }) => id);
  const points = project.sections.flatMap((section) => section.points.map(({ id }) => id));
  const middle = Math.floor(points.length / 2);
  const shown = new Set([...sections, ...points.filter((_, i) => i % 3 === 0)]);
  const filtered = points.filter((id) => shown.has(id)).slice(middle / 3, middle / 3 + 20);
  const some = (count: number) => points.slice(middle + 1, middle + 1 + count);
  const edits: readonly (readonly [string, () => readonly Operation[]])[] = [
    ['move a point', () => shiftInOutline(project, some(1), 1)],
    ['move 20 points', () => shiftInOutline(project, some(20), 1)],
    ['move 20 points of a filtered outline', () => shiftInOutline(project, filtered, 1, shown)],
    ['put a point under another’s number', () => nestInOutline(project, some(1), 1)],
    ['merge 3 points', () => mergePoints(project, some(3), countingIds('new'))],
    ['duplicate 20 points', () => duplicateInOutline(project, some(20), countingIds('new')).operations],
    ['sort all points', () => sortPoints(project, sections, passageRanks(project))],
    ['group all points', () => groupPoints(project, sections, 'category', countingIds('new'))],
  ];
  derive(project);
  return new Map(
    edits.map(([name, make]) => {
      const times = Array.from({ length: RUNS }, () => {
        const begun = process.cpuUsage();
        derive(applyOperations(project, make()));
        const { user, system } = process.cpuUsage(begun);
        return (user + system) / 1000;
      });
      return [name, times.sort((a, b) => a - b)[Math.floor(RUNS / 2)] ?? NaN];
    }),
  );
}
