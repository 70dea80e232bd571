/** Codes as they are published: kept from then on (rules K2 to K5 of count-codes.ts). */
import type { FrozenCodes, Project } from '../document/project.ts';
import { numbering } from './numbering.ts';

/** Numbers of the entries of lists with those published before, list by list. How a list shows them may change. */
function entryNumbers(project: Project): NonNullable<FrozenCodes['entries']> {
  const numbers: Record<string, Record<string, string>> = {};
  for (const [list, before] of Object.entries(project.frozen?.entries ?? {})) numbers[list] = { ...before };
  for (const [id, { list, number }] of numbering(project).entries) (numbers[list] ??= {})[id] = number;
  return numbers;
}

/** All codes as they are now, with those published before. @param date ISO 8601 */
export function publishedCodes(project: Project, date: string): FrozenCodes {
  const { pointCodes, passageCodes, sectionNumbers } = numbering(project);
  const { frozen } = project;
  const all = (before: Readonly<Record<string, string>> | undefined, now: ReadonlyMap<string, string>) => ({
    ...before,
    ...Object.fromEntries(now),
  });
  return {
    date,
    points: all(frozen?.points, pointCodes),
    passages: all(frozen?.passages, passageCodes),
    sections: all(frozen?.sections, sectionNumbers),
    demands: frozen?.demands ?? {},
    entries: entryNumbers(project),
  };
}

/** Published codes of points, passages and parts that are gone, kind by kind, in the order of their publication. */
export function withdrawnCodes(
  project: Project,
): Readonly<Record<'points' | 'passages' | 'sections', readonly string[]>> {
  const { pointCodes, passageCodes, sectionNumbers } = numbering(project);
  const gone = (frozen: Readonly<Record<string, string>> = {}, now: ReadonlyMap<string, string>) =>
    Object.entries(frozen).flatMap(([id, code]) => (now.has(id) ? [] : [code]));
  const { frozen } = project;
  return {
    points: gone(frozen?.points, pointCodes),
    passages: gone(frozen?.passages, passageCodes),
    sections: gone(frozen?.sections, sectionNumbers),
  };
}

/** Points that aren't published yet, since the codes were frozen. */
export function unpublishedPoints({ frozen, sections }: Project): number {
  if (!frozen) return 0;
  return sections.flatMap(({ points }) => points).filter(({ id }) => frozen.points[id] === undefined).length;
}

/** Codes that several points have, as a pattern of the writer's may give. */
export function codesTwice(
  project: Project,
): readonly { readonly code: string; readonly points: readonly string[] }[] {
  const byCode = new Map<string, string[]>();
  for (const [id, code] of numbering(project).pointCodes) byCode.set(code, [...(byCode.get(code) ?? []), id]);
  return [...byCode].flatMap(([code, points]) => (points.length > 1 ? [{ code, points }] : []));
}
