/** What a writer does with master responses, as operations. */
import { highlightMap, pointMap } from '../document/find.ts';
import type { Project } from '../document/project.ts';
import { set } from './edits.ts';
import type { Operation } from './operation.ts';

/** A passage, or a point, that is answered elsewhere. */
export interface AnsweredPlace {
  readonly kind: 'passage' | 'point';
  readonly id: string;
}

export function setMaster(project: Project, id: string, master: boolean): Operation[] {
  const point = pointMap(project).get(id)?.point;
  return point ? set({ of: 'point', id }, 'master', point.master, master || undefined) : [];
}

/** Each of the places names the point as its answer, behind those that it names already. */
export function answerBy(project: Project, places: readonly AnsweredPlace[], point: string): Operation[] {
  return places.flatMap((place) => {
    if (place.kind === 'point' && place.id === point) return [];
    const before = namedBy(project, place);
    if (!before || before.includes(point)) return [];
    return setNamed(project, place, [...before, point]);
  });
}

/** The place doesn't name the point as its answer any more. */
export function withdrawAnswer(project: Project, place: AnsweredPlace, point: string): Operation[] {
  const before = namedBy(project, place);
  return before?.includes(point)
    ? setNamed(
        project,
        place,
        before.filter((id) => id !== point),
      )
    : [];
}

/** What the place names as its answers; undefined for a place that isn't there. */
function namedBy(project: Project, { kind, id }: AnsweredPlace): readonly string[] | undefined {
  const found = kind === 'passage' ? highlightMap(project).get(id) : pointMap(project).get(id)?.point;
  return found && (found.seeMaster ?? []);
}

function setNamed(project: Project, { kind, id }: AnsweredPlace, named: readonly string[]): Operation[] {
  const after = named.length > 0 ? named : undefined;
  if (kind === 'passage')
    return set({ of: 'highlight', id }, 'seeMaster', highlightMap(project).get(id)?.seeMaster, after);
  return set({ of: 'point', id }, 'seeMaster', pointMap(project).get(id)?.point.seeMaster, after);
}
