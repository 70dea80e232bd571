/** Finds a date in a line of a letter, in English, German, French and Spanish (and other languages' numbers). */

const MONTHS: readonly string[] = [
  'january januar jänner janvier enero gennaio januari jan janv ene',
  'february februar février febrero febbraio februari feb fév févr',
  'march märz mars marzo maart mar mrz',
  'april avril abril aprile apr avr abr',
  'may mai mayo maggio mei',
  'june juni juin junio giugno jun',
  'july juli juillet julio luglio jul juil',
  'august août agosto augustus aug',
  'september septembre septiembre settembre sep sept',
  'october oktober octobre octubre ottobre oct okt',
  'november novembre noviembre nov',
  'december dezember décembre diciembre dicembre dec dez déc dic',
];

const BY_NAME = new Map(MONTHS.flatMap((names, i) => names.split(' ').map((name) => [name, i + 1] as const)));
const NAME = [...BY_NAME.keys()].sort((a, b) => b.length - a.length).join('|');

const FORMS: readonly { readonly form: RegExp; readonly order: readonly ('y' | 'm' | 'd')[] }[] = [
  { form: /(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)/u, order: ['y', 'm', 'd'] },
  {
    form: new RegExp(
      `(?<![\\p{L}\\d])(\\d{1,2})(?:st|nd|rd|th|er|[.º])?\\s+(?:de\\s+|of\\s+)?(${NAME})\\.?,?\\s+(?:de\\s+|del\\s+)?(\\d{4})(?!\\d)`,
      'iu',
    ),
    order: ['d', 'm', 'y'],
  },
  {
    form: new RegExp(`(?<!\\p{L})(${NAME})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})(?!\\d)`, 'iu'),
    order: ['m', 'd', 'y'],
  },
  // With points the day comes first everywhere; with strokes it can't be told, unless one is above 12.
  { form: /(?<![\d.])(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?!\d)/u, order: ['d', 'm', 'y'] },
];

export interface FoundDate {
  /** "2026-05-03". */
  readonly iso: string;
  /** UTF-16 offsets of its words, half-open. */
  readonly start: number;
  readonly end: number;
}

/** The first date that has day, month and year. */
export function findDate(line: string): FoundDate | undefined {
  for (const { form, order } of FORMS) {
    const match = form.exec(line);
    if (!match) continue;
    const part = (name: 'y' | 'm' | 'd') => match[order.indexOf(name) + 1] ?? '';
    const month = BY_NAME.get(part('m').toLowerCase()) ?? Number(part('m'));
    const day = Number(part('d'));
    if (!(month >= 1 && month <= 12 && day >= 1 && day <= 31)) continue;
    const iso = `${part('y')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
    return { iso, start: match.index, end: match.index + match[0].length };
  }
  return undefined;
}
