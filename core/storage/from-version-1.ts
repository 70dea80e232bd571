/** What changed between versions 1 and 2 of the format, besides fields that may be absent. */
import { locatorFields } from '../text/locator.ts';
import { demandsBecomeEntries } from './from-version-1-lists.ts';
import { isRecord, type Json } from './json.ts';
import type { Migration } from './migrate.ts';

export const fromVersion1: Migration = (raw) =>
  demandsBecomeEntries({ ...raw, project: withClusters(raw.project) });

/** A citation of one work becomes one of several, with an id; "p. 41" is parted into what is counted and its number. */
function withClusters(project: Json): Json {
  const taken = new Set<Json>();
  gatherIds(project, taken);
  let count = 0;
  const nextId = (): string => {
    let id: string;
    do id = `citation-${++count}`;
    while (taken.has(id));
    return id;
  };
  const convert = (value: Json): Json => {
    if (Array.isArray(value)) return value.map(convert);
    if (!isRecord(value)) return value;
    if (value['type'] === 'citation' && typeof value['reference'] === 'string') {
      const { reference, locator, prefix } = value;
      const fields = locatorFields(typeof locator === 'string' ? locator : undefined);
      const before = typeof prefix === 'string' && prefix !== '' ? { prefix } : {};
      return { type: 'citation', id: nextId(), items: [{ reference, ...fields, ...before } as Json] };
    }
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, convert(inner)]));
  };
  return convert(project);
}

function gatherIds(value: Json, ids: Set<Json>): void {
  if (Array.isArray(value)) for (const inner of value) gatherIds(inner, ids);
  else if (isRecord(value)) {
    if (value['id'] !== undefined) ids.add(value['id']);
    for (const inner of Object.values(value)) gatherIds(inner, ids);
  }
}
