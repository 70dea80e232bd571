/** What an import found out, as the fields of the form for a letter's details have it. */
import type { Proposed, ProposedField } from '../../../core/import/imported.ts';
import { cslDate } from '../../../core/import/bibliographic.ts';
import { dateToText, namesToText, textToNames } from './names.ts';

export interface DetailFields {
  readonly code: string;
  readonly kind: string;
  readonly title: string;
  readonly authors: string;
  readonly addressee: string;
  readonly date: string;
  readonly published: string;
  readonly publisher: string;
  readonly url: string;
  readonly language: string;
  readonly direction: string;
}
export type DetailField = keyof DetailFields;

/** A value for a field, as it is written there, and where it was read. */
export interface Found {
  readonly value: string;
  readonly where: string;
}

/** The direction is seen from the text itself, so there is nothing to tell of it. */
const FIELD: Readonly<Record<Exclude<ProposedField, 'direction'>, DetailField>> = {
  title: 'title',
  author: 'authors',
  date: 'date',
  language: 'language',
  'container-title': 'published',
  publisher: 'publisher',
  URL: 'url',
  addressee: 'addressee',
  code: 'code',
  kind: 'kind',
};

/** What was found for each field, best first, each value once. Authors found in the same place are one value. */
export function foundByField(metadata: readonly Proposed[]): ReadonlyMap<DetailField, readonly Found[]> {
  const found = new Map<DetailField, Found[]>();
  for (const { field, value, foundIn } of metadata) {
    if (field === 'direction') continue;
    const name = FIELD[field];
    const known = found.get(name) ?? [];
    found.set(name, known);
    const written = asWritten(name, value);
    const together = name === 'authors' ? known.findIndex(({ where }) => where === foundIn) : -1;
    const before = known[together];
    if (before) known[together] = { ...before, value: `${before.value}\n${written}` };
    else if (!known.some((other) => isSame(name, other.value, written)))
      known.push({ value: written, where: foundIn });
  }
  return found;
}

function asWritten(field: DetailField, value: string): string {
  if (field === 'date') return dateToText(cslDate(value));
  if (field === 'authors') return namesToText(textToNames(value));
  return value.trim();
}

/** Whether two texts of a field say the same. */
export function isSame(field: DetailField, one: string, other: string): boolean {
  return asWritten(field, one) === asWritten(field, other);
}

/** The empty fields with the first thing that was found for each. */
export function openFields(
  fields: DetailFields,
  found: ReadonlyMap<DetailField, readonly Found[]>,
): Partial<Record<DetailField, string>> {
  const open: Partial<Record<DetailField, string>> = {};
  for (const [field, [first]] of found) if (first && fields[field].trim() === '') open[field] = first.value;
  return open;
}
