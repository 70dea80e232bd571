import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paragraphQuery, paragraphsFound } from '../../../core/find/paragraphs.ts';
import type { Letter } from '../../../core/document/letter.ts';
import { paragraph, type Block } from '../../../core/text/block.ts';

const letterOf = (code: string, blocks: readonly Block[]): Letter => ({
  id: `letter-${code.toLowerCase()}`,
  code,
  kind: 'letter',
  item: { type: 'document' },
  addressee: '',
  language: 'en',
  direction: 'ltr',
  notices: [],
  corrected: false,
  blocks,
});
const council = letterOf('A1', [
  { id: 'h', type: 'heading', level: 1, content: [{ text: 'The roof' }] },
  paragraph('a', 'The roof will need mending before the winter.'),
  paragraph('b', 'The café in the reading room is to be closed.'),
  paragraph('c', 'Nobody has waterproofed the roofs since 2019.'),
]);
const letters = [council, letterOf('A11', [paragraph('z', 'The roof of the leisure centre.')])];

const found = (typed: string): readonly string[] | undefined => {
  const query = paragraphQuery(letters, typed, 'Letter {code}');
  return query && [...paragraphsFound(query)].flatMap((block) => block?.id ?? []);
};

describe('paragraphs of a letter', () => {
  it.each<[string, readonly string[]]>([
    ['A1 2', ['b']],
    ['a1, ¶ 3', ['c']],
    ['Letter A1 ¶3', ['c']],
    ['A1 4', []],
    ['A1 roof', ['a', 'c']],
    ['A1 roof winter', ['a']],
    ['A1 CAFE', ['b']],
    ['a11 roof', ['z']],
    ['A1 proof', []],
  ])('are found by number and by beginnings of words: %s', (typed, ids) => {
    expect(found(typed)).toEqual(ids);
  });

  it.each(['roof', 'A1', 'A1 ', 'A1-1', 'A2 roof', 'letter', ''])(
    'are not looked for before a code and something after it are typed: “%s”',
    (typed) => {
      expect(found(typed)).toBeUndefined();
    },
  );

  it('are told in the order of their numbers, the one that was typed first', () => {
    const long = letterOf(
      'B',
      Array.from({ length: 120 }, (_, i) => paragraph(`p${i + 1}`, `Paragraph ${i + 1}.`)),
    );
    const query = paragraphQuery([long], 'B 11', '{code}');
    expect(query && [...paragraphsFound(query)].map((block) => block?.id)).toEqual([
      'p11',
      'p110',
      'p111',
      'p112',
      'p113',
      'p114',
      'p115',
      'p116',
      'p117',
      'p118',
      'p119',
    ]);
  });

  it('are each found by each of their words, and a long letter gives way in between', () => {
    const words = fc.array(fc.constantFrom('roof', 'lamp', 'book', 'slate', 'Été'), { minLength: 1 });
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 900 }), fc.nat(), (texts, pick) => {
        const blocks = texts.map((text, i) => paragraph(`b${i}`, `${text.join(' ')}.`));
        const at = pick % blocks.length;
        for (const word of texts[at] ?? []) {
          const query = paragraphQuery([letterOf('C3', blocks)], `c3 ${word}`, 'Letter {code}');
          const steps = query ? [...paragraphsFound(query)] : [];
          const ids = steps.flatMap((block) => block?.id ?? []);
          expect(ids).toEqual(blocks.filter((_, i) => texts[i]?.includes(word)).map((block) => block.id));
          expect(steps.length - ids.length).toBe(Math.floor((blocks.length - 1) / 400));
        }
      }),
      { numRuns: 15 },
    );
  });
});
