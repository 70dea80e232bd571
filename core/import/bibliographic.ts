/** Names and dates as people write them, to CSL-JSON's form. */
import type { CslDate, PersonName } from '../document/letter.ts';

/**
 * "Family, Given" is parted where the family is one word, or has particles before it ("van der Zee, Ada"). Anything
 * else may be a body, a name with an office after it, or in an order that we don't know: literal.
 */
export function personName(name: string): PersonName {
  const parts = /^((?:\p{Ll}[\p{L}’']*\s+)*\p{L}[\p{L}’'-]*),\s*([^,]+)$/u.exec(name.trim());
  return parts?.[1] && parts[2] ? { family: parts[1], given: parts[2].trim() } : { literal: name.trim() };
}

const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
);

function month(name: string): number | undefined {
  const index = name.length < 3 ? -1 : MONTHS.findIndex((full) => full.startsWith(name.toLowerCase()));
  return index < 0 ? undefined : index + 1;
}

/** ISO 8601 (a time is dropped), "3 May 2026", "May 3, 2026" and "May 2026" as parts; else the words themselves. */
export function cslDate(text: string): CslDate {
  const value = text.trim();
  const iso = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:[T ].*)?$/.exec(value);
  const day = /^(\d{1,2})(?:st|nd|rd|th)?\.?\s+([A-Za-z]+)\.?,?\s+(\d{4})$/.exec(value);
  const american = /^([A-Za-z]+)\.?\s+(?:(\d{1,2})(?:st|nd|rd|th)?,?\s+)?(\d{4})$/.exec(value);
  let parts: (number | undefined)[] | undefined;
  if (iso) parts = [Number(iso[1]), ...[iso[2], iso[3]].filter((part) => part !== undefined).map(Number)];
  else if (day) parts = [Number(day[3]), month(day[2] ?? ''), Number(day[1])];
  else if (american) {
    parts = [Number(american[3]), month(american[1] ?? ''), ...(american[2] ? [Number(american[2])] : [])];
  }
  const whole = parts?.every((part) => part !== undefined) ? (parts as number[]) : undefined;
  const [, m = 1, d = 1] = whole ?? [];
  if (!whole || m < 1 || m > 12 || d < 1 || d > 31) return { literal: value };
  return { 'date-parts': [whole] };
}
