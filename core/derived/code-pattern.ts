/**
 * Patterns of codes: words with names in braces, such as "{letter}-{n}" or "R{reviewer}.{n}".
 *
 * - `{n}` the place in its series: a pattern counts anew wherever the rest of the code is another;
 * - `{part}` the number of the part; `{letter}` the code of the letter; `{kind}` the code letter of its kind;
 *   `{reviewer}` the letter's place among those of its code letter.
 */
import type { NumberingSettings } from '../document/project.ts';

export const CODE_NAMES = ['n', 'part', 'letter', 'kind', 'reviewer'] as const;
export type CodeName = (typeof CODE_NAMES)[number];
/** Names that a passage's code may have. */
export const PASSAGE_NAMES: readonly CodeName[] = ['n', 'letter', 'kind', 'reviewer'];

const LONGEST = 40;

export const POINT_PATTERNS: Readonly<Record<NumberingSettings['points'], string>> = {
  plain: '{n}',
  'by-part': '{part}.{n}',
  'by-reviewer': '{kind}{reviewer}.{n}',
  'by-letter': '{letter}-{n}',
};
export const PASSAGE_PATTERN = '{letter}-{n}';

/** Why a pattern can't be used, or undefined when it can. */
export type PatternFault =
  | { readonly kind: 'empty' | 'no-number' | 'number-twice' | 'braces' | 'controls' }
  | { readonly kind: 'too-long'; readonly longest: number }
  | { readonly kind: 'unknown-name'; readonly name: string };

export function patternFault(
  pattern: string,
  names: readonly CodeName[] = CODE_NAMES,
): PatternFault | undefined {
  if (pattern.trim() === '') return { kind: 'empty' };
  if (pattern.length > LONGEST) return { kind: 'too-long', longest: LONGEST };
  if (/\p{Cc}|\p{Cf}/u.test(pattern)) return { kind: 'controls' };
  if (/[{}]/.test(pattern.replace(/\{[^{}]*\}/g, ''))) return { kind: 'braces' };
  const used = [...pattern.matchAll(/\{([^{}]*)\}/g)].map(([, name = '']) => name);
  const unknown = used.find((name) => !names.some((known) => known === name));
  if (unknown !== undefined) return { kind: 'unknown-name', name: unknown };
  const numbers = used.filter((name) => name === 'n').length;
  return numbers === 1 ? undefined : { kind: numbers === 0 ? 'no-number' : 'number-twice' };
}

/** What stands before and after the number; a series is told from another by the two together. */
export interface Series {
  readonly before: string;
  readonly after: string;
}

const PLAIN: Series = { before: '', after: '' };

export type CodeValues = Readonly<Partial<Record<Exclude<CodeName, 'n'>, string>>>;

/** The series of a pattern that has no fault. Where a value is missing the number stands alone. */
export function seriesOf(pattern: string, values: CodeValues): Series {
  let missing = false;
  const put = (text: string) =>
    text.replace(/\{([^{}]*)\}/g, (_, name: Exclude<CodeName, 'n'>) => {
      missing ||= values[name] === undefined;
      return values[name] ?? '';
    });
  const [before = '', after = ''] = pattern.split('{n}');
  const series = { before: put(before.trimStart()), after: put(after.trimEnd()) };
  return missing ? PLAIN : series;
}

export const usesName = (pattern: string, ...names: readonly CodeName[]): boolean =>
  names.some((name) => pattern.includes(`{${name}}`));

/** The pattern of points' codes: the one set, unless it has a fault. */
export function pointPattern(settings: NumberingSettings | undefined): string {
  const own = settings?.pattern;
  if (own !== undefined && !patternFault(own)) return own;
  return POINT_PATTERNS[settings?.points ?? 'plain'];
}

export function passagePattern(settings: NumberingSettings | undefined): string {
  const own = settings?.passages;
  return own !== undefined && !patternFault(own, PASSAGE_NAMES) ? own : PASSAGE_PATTERN;
}
