/** Letting references follow what they lead to. */
import type { Block } from '../text/block.ts';
import { ownTexts } from '../document/find.ts';
import type { Project } from '../document/project.ts';
import { set } from './edits.ts';
import type { Operation } from './operation.ts';

type Json = unknown;

/** The value with each cross reference to one of these points leading to another; itself when there's none. */
function pointed(value: Json, from: ReadonlySet<string>, to: string): Json {
  if (Array.isArray(value)) {
    const made = value.map((item: Json) => pointed(item, from, to));
    return made.some((item, i) => item !== value[i]) ? made : value;
  }
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  const { type, target } = value as { type?: unknown; target?: { kind?: unknown; id?: unknown } };
  if (type === 'cross-reference' && target?.kind === 'point' && from.has(String(target.id)))
    return { ...value, target: { ...target, id: to } };
  const made = entries.map(([key, item]): [string, Json] => [key, pointed(item, from, to)]);
  return made.some(([, item], i) => item !== entries[i]?.[1]) ? Object.fromEntries(made) : value;
}

/**
 * Cross references to the points `from`, points that continue one of them, and what names one of them as its answer,
 * lead to the point `to`.
 */
export function pointingElsewhere(
  project: Project,
  from: ReadonlySet<string>,
  to: string,
): readonly Operation[] {
  const splices = ownTexts(project).flatMap(({ ref, text }) =>
    text.flatMap((block, index): readonly Operation[] => {
      const made = pointed(block, from, to) as Block;
      return made === block ? [] : [{ type: 'splice', text: ref, index, removed: [block], inserted: [made] }];
    }),
  );
  const continuing = project.sections.flatMap(({ points }) =>
    points.flatMap(({ id, continues }) =>
      continues !== undefined && from.has(continues)
        ? set({ of: 'point', id }, 'continues', continues, id === to ? undefined : to)
        : [],
    ),
  );
  const renamed = (ids: readonly string[], self?: string): readonly string[] | undefined => {
    const named = [...new Set(ids.map((id) => (from.has(id) ? to : id)))].filter((id) => id !== self);
    return named.length > 0 ? named : undefined;
  };
  const points = project.sections.flatMap((section) => section.points);
  const answered = [
    ...points.flatMap(({ id, seeMaster }) =>
      seeMaster?.some((name) => from.has(name))
        ? set({ of: 'point', id }, 'seeMaster', seeMaster, renamed(seeMaster, id))
        : [],
    ),
    ...project.highlights.flatMap(({ id, seeMaster }) =>
      seeMaster?.some((name) => from.has(name))
        ? set({ of: 'highlight', id }, 'seeMaster', seeMaster, renamed(seeMaster))
        : [],
    ),
  ];
  return [...splices, ...continuing, ...answered];
}
