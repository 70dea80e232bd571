/** Names, dates and orders of a language. Everything takes the language from the document, never from the system. */
import type { CslDate, PersonName } from '../document/letter.ts';
import { byIdentity } from './remember.ts';

/** For a language that isn't well formed; and plain English is dated and listed in the British way. */
const FALLBACK = 'en-GB';

/** Whether it has the form of a BCP 47 tag. */
export function isLanguage(language: string): boolean {
  try {
    return Intl.getCanonicalLocales(language).length > 0;
  } catch {
    return false;
  }
}

/** @param language BCP 47; anything that isn't gives the fallback. */
export function localeOf(language: string): string {
  if (language.toLowerCase() === 'en') return FALLBACK;
  return (isLanguage(language) && Intl.getCanonicalLocales(language)[0]) || FALLBACK;
}

/** "Maud Ferris"; a literal name as it is. */
export function personName({ literal, given, family }: PersonName): string {
  return literal ?? [given, family].filter(Boolean).join(' ');
}

/** "Ferris, Maud", for the head of an entry in a list. */
export function invertedName({ literal, given, family }: PersonName): string {
  return literal ?? [family, given].filter(Boolean).join(', ');
}

/** "Ferris", or the literal name. */
export function shortName({ literal, given, family }: PersonName): string {
  return literal ?? family ?? given ?? '';
}

/** More names than this are told as the first "et al.". */
const MOST_NAMES = 3;

const listFormats = new Map<string, Intl.ListFormat>();

function listFormat(language: string): Intl.ListFormat {
  let format = listFormats.get(language);
  if (!format) {
    format = new Intl.ListFormat(localeOf(language), { type: 'conjunction' });
    listFormats.set(language, format);
  }
  return format;
}

/** "A", "A and B", "A, B and C" with the language's own word; "A et al." for more. Empty names are left out. */
export function nameList(names: readonly string[], language: string): string {
  const told = names.filter((name) => name.trim() !== '');
  if (told.length > MOST_NAMES) return `${told[0]} et al.`;
  return listFormat(language).format(told);
}

const dateFormats = new Map<string, Intl.DateTimeFormat>();

function dateFormat(language: string, parts: 1 | 2 | 3): Intl.DateTimeFormat {
  const key = `${parts}${language}`;
  let format = dateFormats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(localeOf(language), {
      calendar: 'gregory',
      timeZone: 'UTC',
      year: 'numeric',
      ...(parts > 1 ? { month: 'long' } : {}),
      ...(parts > 2 ? { day: 'numeric' } : {}),
    });
    dateFormats.set(key, format);
  }
  return format;
}

/**
 * A date of the calendar in words: "3 May 2026", "May 2026", "2026".
 *
 * @param parts year, month 1–12, day 1–31, as far as known. What is no date gives ''.
 */
export function formatDate(parts: readonly number[], language: string): string {
  const [year, month = 1, day = 1] = parts;
  if (year === undefined || !parts.every(Number.isInteger)) return '';
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return '';
  return dateFormat(language, parts.length >= 3 ? 3 : parts.length === 2 ? 2 : 1).format(date);
}

/** A CSL date in words; of a span of time both ends. '' when nothing is known. */
export function formatCslDate(date: CslDate | undefined, language: string): string {
  if (date?.literal) return date.literal;
  return (date?.['date-parts'] ?? [])
    .map((parts) => formatDate(parts, language))
    .filter((words) => words !== '')
    .join(' – ');
}

const ISO_DATE = /^\d{4}(-\d{2}(-\d{2})?)?$/;

/** The parts of an ISO 8601 date such as "2026-05-03" or "2026-05"; undefined for words and impossible dates. */
export function isoDateParts(date: string): readonly number[] | undefined {
  if (!ISO_DATE.test(date)) return undefined;
  const parts = date.split('-').map(Number);
  return formatDate(parts, FALLBACK) === '' ? undefined : parts;
}

const RIGHT_TO_LEFT = /^(ar|arc|ckb|dv|fa|he|iw|ps|sd|syr|ug|ur|yi)\b/i;
const ARABIC_COMMA = /^(ar|ckb|fa|ps|sd|ug|ur)\b/i;

/**
 * The members of a line such as "Ferris, Statement, 2026", empty ones left out. In languages written from right to
 * left each is set off by Unicode isolates, so that names in another script don't turn the line around.
 */
export function lineOf(
  members: readonly (string | undefined)[],
  language: string,
  separator = ARABIC_COMMA.test(language) ? '، ' : ', ',
): string {
  const told = members.flatMap((member) => (member?.trim() ? [member.trim()] : []));
  return (told.length > 1 ? told.map((member) => isolated(member, language)) : told).join(separator);
}

/** Set off by Unicode isolates in languages written from right to left. */
export function isolated(member: string, language: string): string {
  return RIGHT_TO_LEFT.test(language) ? `\u2068${member}\u2069` : member;
}

const collators = new Map<string, Intl.Collator>();

/** Sorts in the way of the language; capitals and accents count only between words otherwise the same. */
export function collatorOf(language: string): Intl.Collator {
  let collator = collators.get(language);
  if (!collator) {
    collator = new Intl.Collator(localeOf(language), { numeric: true });
    collators.set(language, collator);
  }
  return collator;
}

/** The year of a CSL date as it is printed in a citation; its words when it is no date of the calendar, else ''. */
export const yearOf = byIdentity((date: CslDate): string => {
  const year = date['date-parts']?.[0]?.[0];
  return year === undefined ? (date.literal ?? '') : String(year);
});
