/** Validation that keeps what is sound of a value that isn't. */
import type { z } from 'zod';
import { isRecord, type Json } from './json.ts';
import type { Problem } from './messages.ts';

type Path = readonly PropertyKey[];

/** Rounds of mending; each mends every fault that the validator sees, and a mended value may show new ones. */
const ROUNDS = 24;

function excerpt(value: unknown): string {
  const text = JSON.stringify(value) ?? '';
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}

function at(value: Json, path: Path): unknown {
  let current: unknown = value;
  for (const key of path) current = (current as Record<PropertyKey, unknown> | null | undefined)?.[key];
  return current;
}

/** The value without the elements at these paths, which all end at an index of an array. */
function without(value: Json, paths: readonly Path[]): Json {
  const here = new Map<PropertyKey, Path[]>();
  for (const path of paths) {
    const key = path[0];
    if (key === undefined) continue;
    const rest = here.get(key) ?? [];
    rest.push(path.slice(1));
    here.set(key, rest);
  }
  const isLeaf = (rest: readonly Path[]) => rest.some((path) => path.length === 0);
  if (Array.isArray(value)) {
    return value.flatMap((item: Json, index) => {
      const rest = here.get(index);
      return !rest ? [item] : isLeaf(rest) ? [] : [without(item, rest)];
    });
  }
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      here.has(key) ? without(item, here.get(key) ?? []) : item,
    ]),
  );
}

/** The value with that at the path set, or taken out for undefined. */
function withValue(value: Json, [key, ...rest]: readonly string[], set: Json | undefined): Json {
  if (key === undefined) return set ?? null;
  if (!isRecord(value)) return value;
  const inner = rest.length === 0 ? set : withValue(value[key] ?? null, rest, set);
  const others = Object.entries(value).filter(([name]) => name !== key);
  return Object.fromEntries(inner === undefined ? others : [...others, [key, inner]]);
}

/** The path up to the innermost index in it; undefined when there's none. */
function innermostElement(path: Path): Path | undefined {
  const index = path.findLastIndex((key) => typeof key === 'number');
  return index < 0 ? undefined : path.slice(0, index + 1);
}

export interface Salvaged<T> {
  readonly value: T;
  readonly problems: readonly Problem[];
}

/**
 * The value as the schema has it. Elements of lists that don't fit are taken out, as small a part as possible;
 * members that don't fit are set to those of `fallback`, or taken out where it has none. Each is reported.
 *
 * @returns undefined when nothing can be made of the value.
 */
export function salvage<T>(
  schema: z.ZodType<T>,
  value: Json,
  fallback: Json,
  where: string,
): Salvaged<T> | undefined {
  const problems: Problem[] = [];
  let current = value;
  for (let round = 0; round < ROUNDS; round++) {
    const parsed = schema.safeParse(current);
    if (parsed.success) return { value: parsed.data, problems };
    if (!isRecord(current)) return undefined;
    const elements = new Map<string, Path>();
    const members = new Map<string, readonly string[]>();
    for (const { path } of parsed.error.issues) {
      const element = innermostElement(path);
      if (element) elements.set(JSON.stringify(element), element);
      else {
        const names = path.map(String);
        const member = at(fallback, names) === undefined ? names.slice(0, 1) : names;
        members.set(JSON.stringify(member), member);
      }
    }
    for (const path of elements.values()) {
      const detail = excerpt(at(current, path));
      problems.push({ kind: 'part-removed', lost: true, where: `${where}, ${path.join('.')}`, detail });
    }
    const before = current;
    current = without(current, [...elements.values()]);
    for (const path of members.values()) {
      const detail = excerpt(at(before, path));
      problems.push({ kind: 'field-reset', lost: true, where: `${where}, ${path.join('.')}`, detail });
      current = withValue(current, path, at(fallback, path) as Json | undefined);
    }
  }
  return undefined;
}
