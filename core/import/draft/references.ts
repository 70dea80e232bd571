/** Works cited, from a CSL-JSON file: an array of items, or an object of them by id. */
import { isId, type IdSource } from '../../document/id.ts';
import type { CslItem } from '../../document/letter.ts';
import type { Reference } from '../../document/project.ts';

export type ReferencesResult =
  | { readonly ok: true; readonly references: readonly Reference[] }
  | {
      readonly ok: false;
      readonly failure: { readonly code: 'not-json' | 'not-csl'; readonly message: string };
    };

/** @param text The file's characters. Ids that can be ids of the project stay; others get new ones. */
export function readReferences(name: string, text: string, ids: IdSource): ReferencesResult {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    const message = `“${name}” isn’t valid JSON. Export the references as CSL-JSON from your reference program.`;
    return { ok: false, failure: { code: 'not-json', message } };
  }
  const items = Array.isArray(value) ? (value as unknown[]) : isObject(value) ? itemsOf(value) : undefined;
  if (!items?.every((item): item is Record<string, unknown> => isObject(item))) {
    const message = `“${name}” holds no list of references. Export them as CSL-JSON from your reference program.`;
    return { ok: false, failure: { code: 'not-csl', message } };
  }
  const taken = new Set<string>();
  const references = items.map((item): Reference => {
    const told = typeof item['id'] === 'string' || typeof item['id'] === 'number' ? String(item['id']) : '';
    const id = isId(told) && !taken.has(told) ? told : ids();
    taken.add(id);
    const type = typeof item['type'] === 'string' ? item['type'] : 'document';
    return { id, item: { ...withWords(item), type } as CslItem };
  });
  return { ok: true, references };
}

const WORDS = ['volume', 'issue', 'page', 'edition', 'title', 'publisher', 'ISBN', 'DOI', 'URL'];

/** Numbers, which CSL-JSON allows in these fields, as words. */
function withWords(item: Record<string, unknown>): Record<string, unknown> {
  const numbers = WORDS.filter((field) => typeof item[field] === 'number');
  return { ...item, ...Object.fromEntries(numbers.map((field) => [field, String(item[field])])) };
}

function itemsOf(value: Record<string, unknown>): unknown[] {
  if (Array.isArray(value['items'])) return value['items'] as unknown[];
  return Object.entries(value).map(([id, item]) => (isObject(item) ? { id, ...item } : item));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
