import { describe, expect, it } from 'vitest';
import {
  parseSourcePattern,
  sourceByPattern,
  sourcePattern,
  type SourceField,
} from '../../../core/derived/source-pattern.ts';

const KNOWN: Partial<Record<SourceField, string>> = {
  code: 'A1',
  author: 'Maud Ferris',
  title: 'Statement',
  date: '3 May 2026',
  place: '¶ 6',
};
const line = (pattern: string, without: readonly SourceField[] = []) => {
  const parsed = sourcePattern(pattern);
  if (!parsed) throw new Error('no pattern');
  return sourceByPattern(parsed, (field) => (without.includes(field) ? '' : (KNOWN[field] ?? '')));
};

describe('a source line by a pattern (Q10)', () => {
  it.each<[string, SourceField[], string]>([
    ['{author}, {title}, {container}, {date}, {place}', [], 'Maud Ferris, Statement, 3 May 2026, ¶ 6'],
    ['{author}, {title} ({date}), {place}', [], 'Maud Ferris, Statement (3 May 2026), ¶ 6'],
    ['{author}, {title} ({date}), {place}', ['date'], 'Maud Ferris, Statement, ¶ 6'],
    ['{author}, {title} ({date}), {place}', ['author', 'title'], '(3 May 2026), ¶ 6'],
    ['{author}, {title}, {place}.', ['author'], 'Statement, ¶ 6.'],
    ['{author}, {title}, {place}.', ['place'], 'Maud Ferris, Statement.'],
    ['Letter {code}: “{title}”, {page}', [], 'Letter A1: “Statement”'],
    ['{author} to {addressee}, {date}', [], 'Maud Ferris, 3 May 2026'],
    ['{addressee}, p. {place}', [], 'p. ¶ 6'],
    ['{ Author } (of the council)', [], 'Maud Ferris (of the council)'],
    ['{code} (', [], 'A1 ('],
    ['{container}{page}', [], ''],
  ])('%s without %j is "%s"', (pattern, without, expected) => expect(line(pattern, without)).toBe(expected));

  it.each([
    [
      '{autor}, {place}',
      'There is no field {autor}. The fields are {code}, {author}, {addressee}, {title}, {container}, {date}, {page}, {paragraph}, {place}.',
    ],
    ['{author, {place}', 'The “{” before “author, {place” isn’t closed with a “}”.'],
    ['author}', 'There is a “}” without a “{” before it.'],
    ['the same', 'The pattern has no field, so that every quotation would say the same.'],
  ])('that can’t be read says why: %s', (pattern, problem) =>
    expect(parseSourcePattern(pattern)).toEqual({ ok: false, problem }),
  );

  it('that is empty is none', () => expect(sourcePattern(' ')).toBeUndefined());
});
