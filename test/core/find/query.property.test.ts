import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldLetters } from '../../../core/text/fold-letters.ts';
import { compileQuery, prepare, type FindQuery } from '../../../core/find/query.ts';

/** Few characters, so that queries are found: plain, with accents in one piece and in two, marks, wide, invisible. */
const letters = fc.constantFrom(
  ...[
    'a',
    'A',
    'e',
    'é',
    'e\u0301',
    'É',
    'n',
    ' ',
    '\u00a0',
    '’',
    "'",
    '“',
    '"',
    '\u00ad',
    'ß',
    'İ',
    'σ',
    'ς',
  ],
  ...[
    'Σ',
    '𝒜',
    '👍🏽',
    'б',
    'Б',
    'й',
    'и\u0306',
    'א',
    'א\u05b8',
    '각',
    '가',
    'ﬁ',
    '\u0301',
    '-',
    '\u2011',
    '\n',
  ],
);
const texts = fc.array(letters, { maxLength: 14 }).map((list) => list.join(''));
const queries = fc.array(letters, { minLength: 1, maxLength: 4 }).map((list) => list.join(''));
const options = fc.record({ matchCase: fc.boolean(), matchAccents: fc.boolean() });

const literal = (text: string, how: Partial<FindQuery>): FindQuery => ({
  text,
  pattern: false,
  wholeWord: false,
  matchCase: false,
  matchAccents: false,
  ...how,
});

function find(query: FindQuery, text: string): readonly (readonly [number, number])[] {
  const compiled = compileQuery(query, 'en');
  if (!compiled.ok) throw new Error(compiled.why);
  const { matcher } = compiled;
  return [...matcher.matches(prepare(text, matcher.folds))].map(({ from, to }) => [from, to] as const);
}

/** The same by trying every stretch of whole characters, the leftmost first, and of those the shortest. */
function tryAll(query: FindQuery, text: string): readonly (readonly [number, number])[] {
  const folds = { cases: !query.matchCase, accents: !query.matchAccents };
  const foldAlone = (part: string) => foldLetters(part, folds).text;
  const characters = [...text.matchAll(folds.accents ? /\P{M}\p{M}*|\p{M}+/gu : /./gsu)].map(
    ({ 0: part, index }) => ({ from: index, to: index + part.length, folded: foldAlone(part) }),
  );
  const wanted = foldAlone(query.text);
  const found: (readonly [number, number])[] = [];
  if (wanted === '') return found;
  for (let i = 0; i < characters.length; i++) {
    let words = '';
    for (let j = i; j < characters.length; j++) {
      const [first, last] = [characters[i]!, characters[j]!];
      words += last.folded;
      if (first.folded === '') break;
      if (words === wanted) {
        found.push([first.from, last.to]);
        i = j;
        break;
      }
    }
  }
  return found;
}

describe('words looked for', () => {
  it('S1, S2: are found where trying every stretch of the text finds them', () => {
    fc.assert(
      fc.property(texts, queries, options, (text, query, how) => {
        expect(find(literal(query, how), text)).toEqual(tryAll(literal(query, how), text));
      }),
      { numRuns: 5000 },
    );
  });

  it('are found in a text that holds them as they are', () => {
    fc.assert(
      fc.property(texts, queries, texts, (before, query, after) => {
        fc.pre(query.trim() !== '' && foldLetters(query, { cases: true, accents: true }).text !== '');
        const text = `${before}x ${query} x${after}`;
        expect(find(literal(query, { matchCase: true, matchAccents: true }), text).length).toBeGreaterThan(0);
      }),
    );
  });

  it('as a pattern are found where the engine itself finds them', () => {
    fc.assert(
      fc.property(
        texts,
        fc.constantFrom('a', '[a-z]+', 'e\\w*', '(.)\\1', '\\s', '^.', '.$', 'é|n', '\\p{L}{2,}'),
        fc.boolean(),
        (text, pattern, matchCase) => {
          const own = [...text.matchAll(new RegExp(pattern, matchCase ? 'gmu' : 'gmui'))]
            .filter(([words]) => words !== '')
            .map(({ 0: words, index }) => [index, index + words.length]);
          expect(find(literal(pattern, { pattern: true, matchCase, matchAccents: true }), text)).toEqual(own);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('the parts of a query', () => {
  const all = (query: Partial<FindQuery> & { text: string }, text: string) =>
    find(literal(query.text, query), text).map(([from, to]) => text.slice(from, to));

  it.each([
    [
      'does without case and accents',
      { text: 'cafe' },
      'Café, CAFE\u0301, cafés',
      ['Café', 'CAFE\u0301', 'café'],
    ],
    ['keeps to case', { text: 'The', matchCase: true }, 'The the THE', ['The']],
    ['keeps to accents', { text: 'resume', matchAccents: true }, 'résumé resume', ['resume']],
    ['finds the typed apostrophe for the printed one', { text: "don't" }, 'I don’t', ['don’t']],
    ['takes whole words', { text: 'art', wholeWord: true }, 'art, part, art’s, Art', ['art', 'Art']],
    [
      'takes whole words in scripts without spaces',
      { text: '図書館', wholeWord: true },
      '町の図書館は閉じる',
      ['図書館'],
    ],
    ['leaves pieces of words of such scripts', { text: '書', wholeWord: true }, '町の図書館は閉じる', []],
    ['finds nothing for an empty query', { text: '' }, 'abc', []],
    ['finds nothing for what can’t be seen', { text: '\u00ad' }, 'a\u00adb', []],
    [
      'finds words that could be parted at a line’s end',
      { text: 'library' },
      'li\u00adbra\u00adry',
      ['li\u00adbra\u00adry'],
    ],
    ['finds a pattern in each line', { text: '^\\w+', pattern: true }, 'one two\nthree', ['one', 'three']],
    ['finds a pattern without accents', { text: 'cafe\\w', pattern: true }, 'cafés', ['cafés']],
    ['passes over matches of nothing', { text: 'x*', pattern: true }, 'abc', []],
  ])('%s', (_, query, text, expected) => expect(all(query, text)).toEqual(expected));

  it('says why a pattern can’t be read', () => {
    const compiled = compileQuery(literal('(', { pattern: true }), 'en');
    expect(compiled).toEqual({ ok: false, why: 'Unterminated group' });
  });
});
