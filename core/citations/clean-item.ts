/** A work as citeproc can bear it: whatever came with a file, only what CSL-JSON means gets through. */
import type { CitedItem } from '../derived/citations-in-order.ts';
import { isRecord } from './is-record.ts';

const NAMES = new Set([
  'author',
  'chair',
  'collection-editor',
  'compiler',
  'composer',
  'container-author',
  'contributor',
  'curator',
  'director',
  'editor',
  'editorial-director',
  'editor-translator',
  'executive-producer',
  'guest',
  'host',
  'illustrator',
  'interviewer',
  'narrator',
  'organizer',
  'original-author',
  'performer',
  'producer',
  'recipient',
  'reviewed-author',
  'script-writer',
  'series-creator',
  'translator',
]);
const DATES = new Set(['accessed', 'available-date', 'event-date', 'issued', 'original-date', 'submitted']);
const NAME_PARTS = ['family', 'given', 'literal', 'suffix', 'dropping-particle', 'non-dropping-particle'];

const words = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : undefined;

function name(value: unknown): object | undefined {
  if (!isRecord(value)) return undefined;
  const parts = NAME_PARTS.flatMap((part) => {
    const told = words(value[part])?.trim();
    return told ? [[part, told] as const] : [];
  });
  return parts.length > 0 ? Object.fromEntries(parts) : undefined;
}

function date(value: unknown): object | undefined {
  if (!isRecord(value)) return undefined;
  const parts = value['date-parts'];
  const known = Array.isArray(parts)
    ? parts
        .filter((part): part is unknown[] => Array.isArray(part))
        .map((part) => part.map(Number).slice(0, 3))
        .filter((part) => part.length > 0 && part.every(Number.isInteger))
        .slice(0, 2)
    : [];
  if (known.length > 0) return { 'date-parts': known, ...(value['circa'] ? { circa: true } : {}) };
  const literal = words(value['literal']) ?? words(value['raw']);
  return literal ? { literal } : undefined;
}

export function cleanItem(item: object & { readonly id: string }): CitedItem {
  const clean: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(item)) {
    if (NAMES.has(field)) {
      const names = Array.isArray(value) ? value.flatMap((each) => name(each) ?? []) : [];
      if (names.length > 0) clean[field] = names;
    } else if (DATES.has(field)) {
      const known = date(value);
      if (known) clean[field] = known;
    } else {
      const told = words(value);
      if (told !== undefined && told.trim() !== '' && /^[a-zA-Z-]{1,40}$/.test(field)) clean[field] = told;
    }
  }
  return { type: 'document', ...clean, id: item.id } as CitedItem;
}
