/** Names and dates as the writer types them, to and from CSL-JSON. */
import type { CslDate, PersonName } from '../../../core/document/letter.ts';
import { cslDate, personName } from '../../../core/import/bibliographic.ts';

export function namesToText(names: readonly PersonName[] | undefined): string {
  return (names ?? [])
    .map(({ literal, given, family }) => literal ?? [given, family].filter(Boolean).join(' '))
    .join('\n');
}

/** A person for each line that isn't empty. */
export function textToNames(text: string): PersonName[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map(personName);
}

export function dateToText(date: CslDate | undefined): string {
  const parts = date?.['date-parts']?.[0];
  if (!parts) return date?.literal ?? '';
  return parts.map((part, i) => String(part).padStart(i === 0 ? 4 : 2, '0')).join('-');
}

export function textToDate(text: string): CslDate | undefined {
  return text.trim() === '' ? undefined : cslDate(text.trim());
}
