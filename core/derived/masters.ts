/**
 * Master responses: points that answer many places at once. A place (a passage, or another point) names those that
 * answer it; here is what follows from that.
 */
import type { Highlight } from '../document/letter.ts';
import type { Point, Project, Section } from '../document/project.ts';
import { byIdentity, byParts } from './remember.ts';

/** A master response's places of use: what it answers without its own words being repeated there. */
export interface MasterUse {
  /** Highlights that name it or that it quotes, in the order of the project's highlights. */
  readonly passages: readonly string[];
  /** Other points that name it, in reading order. */
  readonly points: readonly string[];
}

/** The number of a master response within its code: "2" of "M2". */
export const masterNumber = (code: string): string => code.replace(/^M/, '');

const allPoints = byIdentity((sections: readonly Section[]): readonly Point[] =>
  sections.flatMap(({ points }) => points),
);

const usesOf = byParts(
  ({ sections, highlights }: Project) => {
    const parts: unknown[] = [];
    for (const { id, master, seeMaster, quotations } of allPoints(sections))
      parts.push(id, master, seeMaster, master ? quotations : undefined);
    for (const { id, seeMaster } of highlights) if (seeMaster) parts.push(id, seeMaster);
    return parts;
  },
  ({ sections, highlights }): ReadonlyMap<string, MasterUse> => {
    const points = allPoints(sections);
    const uses = new Map<string, { passages: Set<string>; points: string[] }>();
    const useOf = (id: string) => {
      const known = uses.get(id) ?? { passages: new Set<string>(), points: [] };
      uses.set(id, known);
      return known;
    };
    const present = new Set(points.map(({ id }) => id));
    const quoted = new Map<string, string[]>();
    for (const { id, master, quotations } of points) {
      if (!master) continue;
      useOf(id);
      for (const { highlight } of quotations) quoted.set(highlight, [...(quoted.get(highlight) ?? []), id]);
    }
    for (const { id, seeMaster = [] } of highlights)
      for (const to of [...(quoted.get(id) ?? []), ...seeMaster])
        if (present.has(to)) useOf(to).passages.add(id);
    for (const { id, seeMaster = [] } of points)
      for (const to of new Set(seeMaster)) if (to !== id && present.has(to)) useOf(to).points.push(id);
    return new Map([...uses].map(([id, use]) => [id, { passages: [...use.passages], points: use.points }]));
  },
);

/** Point id → where it answers for others: every master response, and any other point that a place names. */
export const masterUses = byIdentity((project: Project): ReadonlyMap<string, MasterUse> => usesOf(project));

/** The points that answer a thing in its stead, without doubles and without those that are gone. */
export function seen(
  { seeMaster = [] }: Pick<Point | Highlight, 'seeMaster'>,
  present: { has(id: string): boolean },
): readonly string[] {
  return [...new Set(seeMaster)].filter((id) => present.has(id));
}
