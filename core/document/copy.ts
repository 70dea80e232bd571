/** Copies of points and sections with new ids throughout, in which references to what was copied lead to the copies. */
import type { IdSource } from './id.ts';
import type { Point, Section } from './project.ts';

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

interface Copies {
  readonly points: Map<string, string>;
  readonly sections: Map<string, string>;
  /** Blocks, notes, citations, quotations: what has an id within a point or a lead. */
  readonly inTexts: Map<string, string>;
}

const isObject = (value: Json): value is { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Blocks, notes, quotations and the like have an id of their own; what a reference leads to has a kind beside it. */
const isNamed = (value: { readonly [key: string]: Json }): value is { id: string } =>
  typeof value['id'] === 'string' && value['kind'] === undefined;

function gather(value: Json, newId: IdSource, into: Map<string, string>): void {
  if (Array.isArray(value)) for (const item of value as readonly Json[]) gather(item, newId, into);
  else if (isObject(value)) {
    if (isNamed(value) && !into.has(value.id)) into.set(value.id, newId());
    for (const item of Object.values(value)) gather(item, newId, into);
  }
}

function copied(value: Json, copies: Copies): Json {
  if (Array.isArray(value)) return (value as readonly Json[]).map((item) => copied(item, copies));
  if (!isObject(value)) return value;
  const made = Object.fromEntries(Object.entries(value).map(([key, item]) => [key, copied(item, copies)]));
  if (isNamed(value)) made['id'] = copies.inTexts.get(value.id) ?? value.id;
  const { type, target } = value as { readonly [key: string]: Json | undefined };
  if (type === 'cross-reference' && target && isObject(target) && typeof target['id'] === 'string')
    made['target'] = { ...target, id: targetIds(target['kind'], copies)?.get(target['id']) ?? target['id'] };
  return made;
}

function targetIds(kind: Json | undefined, copies: Copies): ReadonlyMap<string, string> | undefined {
  if (kind === 'point') return copies.points;
  if (kind === 'section') return copies.sections;
  return OTHERS.has(kind ?? null) ? undefined : copies.inTexts;
}

/** Kinds of targets that stand in no text of the author. */
const OTHERS: ReadonlySet<Json> = new Set(['letter', 'passage', 'place']);

function point(source: Point, copies: Copies): Point {
  const { continues } = source;
  const made = copied(source as unknown as Json, copies) as unknown as Point;
  return {
    ...made,
    id: copies.points.get(source.id) ?? source.id,
    ...(continues === undefined ? {} : { continues: copies.points.get(continues) ?? continues }),
  };
}

/** Copies of sections and of points that stand in none of them, in the same order. */
export function copyOutline(
  sections: readonly Section[],
  points: readonly Point[],
  newId: IdSource,
): { readonly sections: readonly Section[]; readonly points: readonly Point[] } {
  const all = [...sections.flatMap((section) => section.points), ...points];
  const ids = (things: readonly { readonly id: string }[]) => new Map(things.map(({ id }) => [id, newId()]));
  const copies: Copies = { sections: ids(sections), points: ids(all), inTexts: new Map() };
  const inside = [...sections.map(({ lead }) => lead), ...all.map(({ id: _, ...rest }) => rest)];
  gather(inside as unknown as Json, newId, copies.inTexts);
  return {
    sections: sections.map((section) => ({
      ...section,
      id: copies.sections.get(section.id) ?? section.id,
      lead: copied(section.lead as unknown as Json, copies) as unknown as Section['lead'],
      points: section.points.map((each) => point(each, copies)),
    })),
    points: points.map((each) => point(each, copies)),
  };
}
