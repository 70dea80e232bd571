/** Copies of points and sections with new ids throughout, in which references to what was copied lead to the copies. */
import type { RichText } from '../text/block.ts';
import type { IdSource } from './id.ts';
import type { Point, Section } from './project.ts';

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

interface Copies {
  readonly points: Map<string, string>;
  readonly sections: Map<string, string>;
  /** Blocks and notes: their ids are unique over all texts by the author. */
  readonly inTexts: Map<string, string>;
}

const isObject = (value: Json): value is { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Blocks and notes have an id and a type. */
const isNamed = (value: { readonly [key: string]: Json }): value is { id: string; type: string } =>
  typeof value['id'] === 'string' && typeof value['type'] === 'string';

function gather(value: Json, newId: IdSource, into: Map<string, string>): void {
  if (Array.isArray(value)) for (const item of value as readonly Json[]) gather(item, newId, into);
  else if (isObject(value)) {
    if (isNamed(value)) into.set(value.id, newId());
    for (const item of Object.values(value)) gather(item, newId, into);
  }
}

function copied(value: Json, copies: Copies): Json {
  if (Array.isArray(value)) return (value as readonly Json[]).map((item) => copied(item, copies));
  if (!isObject(value)) return value;
  const made = Object.fromEntries(Object.entries(value).map(([key, item]) => [key, copied(item, copies)]));
  if (isNamed(value)) made['id'] = copies.inTexts.get(value.id) ?? value.id;
  if (value['type'] === 'cross-reference' && made['target'] && isObject(made['target'])) {
    const { kind, id } = made['target'];
    const ids =
      kind === 'point'
        ? copies.points
        : kind === 'section'
          ? copies.sections
          : OTHERS.has(kind ?? null)
            ? undefined
            : copies.inTexts;
    if (typeof id === 'string') made['target'] = { ...made['target'], id: ids?.get(id) ?? id };
  }
  return made;
}

/** Kinds of targets that stand in no text of the author. */
const OTHERS: ReadonlySet<Json> = new Set(['letter', 'passage', 'place']);

const text = (blocks: RichText, copies: Copies) =>
  copied(blocks as unknown as Json, copies) as unknown as RichText;

function point(source: Point, copies: Copies, newId: IdSource): Point {
  const { continues } = source;
  return {
    ...source,
    id: copies.points.get(source.id) ?? newId(),
    quotations: source.quotations.map((quotation) => ({ ...quotation, id: newId() })),
    answer: text(source.answer, copies),
    ...(continues === undefined ? {} : { continues: copies.points.get(continues) ?? continues }),
  };
}

function copiesOf(sections: readonly Section[], points: readonly Point[], newId: IdSource): Copies {
  const inTexts = new Map<string, string>();
  for (const { lead } of sections) gather(lead as unknown as Json, newId, inTexts);
  const all = [...sections.flatMap((section) => section.points), ...points];
  for (const { answer } of all) gather(answer as unknown as Json, newId, inTexts);
  const ids = (things: readonly { readonly id: string }[]) => new Map(things.map(({ id }) => [id, newId()]));
  return { sections: ids(sections), points: ids(all), inTexts };
}

/** Copies of sections and of points that stand in none of them, in the same order. */
export function copyOutline(
  sections: readonly Section[],
  points: readonly Point[],
  newId: IdSource,
): { readonly sections: readonly Section[]; readonly points: readonly Point[] } {
  const copies = copiesOf(sections, points, newId);
  return {
    sections: sections.map((section) => ({
      ...section,
      id: copies.sections.get(section.id) ?? newId(),
      lead: text(section.lead, copies),
      points: section.points.map((each) => point(each, copies, newId)),
    })),
    points: points.map((each) => point(each, copies, newId)),
  };
}
