import { describe, expect, it } from 'vitest';
import { dictionaryOf } from '../../../core/spelling/dictionaries.ts';
import { knownWords, withWord } from '../../../core/spelling/known-words.ts';
import { wordsToCheck } from '../../../core/spelling/words.ts';
import type { Block, Inline } from '../../../core/text/block.ts';

const block = (content: readonly Inline[], more: object = {}): Block =>
  ({ id: 'b', type: 'paragraph', content, ...more }) as Block;
const words = (text: string, dictionary: 'en' | 'de' | 'ru' | 'fr' = 'en') =>
  wordsToCheck(block([{ text }]), dictionary).flatMap((part) => part.words.map(({ word }) => word));

describe('the dictionary of a language', () => {
  it.each([
    ['en', 'en'],
    ['en-US', 'en'],
    ['en-GB', 'en-gb'],
    ['en-AU', 'en-gb'],
    ['de', 'de'],
    ['de-AT', 'de'],
    ['de-CH', undefined],
    ['pt-BR', 'pt'],
    ['pt-PT', undefined],
    ['he', undefined],
    ['ja', undefined],
    ['', undefined],
    ['not a tag', undefined],
  ])('of %s is %s', (language, dictionary) => expect(dictionaryOf(language)).toBe(dictionary));
});

describe('words that are looked at', () => {
  it.each([
    ['are those of running text', 'The libary, don’t close it.', ['The', 'libary', "don't", 'close', 'it']],
    ['are parts of compounds', 'a well-knwon one', ['well', 'knwon', 'one']],
    ['aren’t numbers, abbreviations or single letters', 'I 3rd A4 BBC e.g. 1907 a_b', []],
    ['aren’t addresses', 'see www.quillhaven.example/libary or clerk@quillhaven.example', ['see', 'or']],
    ['aren’t of another script', 'שלום עולם and 図書館', ['and']],
    ['are without what can’t be seen', 'li\u00adbary', ['libary']],
  ])('%s', (_, text, expected) => expect(words(text)).toEqual(expected));

  it('of Russian are Cyrillic', () => expect(words('Библиотека library', 'ru')).toEqual(['Библиотека']));

  it('know what hyphens join to them', () => {
    const [part] = wordsToCheck(block([{ text: 'die Bibliotheks- und Haus-Tür' }]), 'de');
    expect(part?.words.map(({ word, joined }) => [word, joined])).toEqual([
      ['die', undefined],
      ['Bibliotheks', 'Bibliotheks-'],
      ['und', undefined],
      ['Haus', 'Haus-Tür'],
      ['Tür', 'Haus-Tür'],
    ]);
  });

  it('aren’t those of quotations, code and links; those of notes are', () => {
    expect(wordsToCheck(block([{ text: 'quoted' }], { quoted: 1 }), 'en')).toEqual([]);
    expect(wordsToCheck(block([{ text: 'let x' }], { type: 'preformatted' }), 'en')).toEqual([]);
    const content: Inline[] = [
      { text: 'see ' },
      { text: 'qwfp', marks: ['code'] },
      { text: 'zxcv', link: 'https://quillhaven.example/' },
      { type: 'note', id: 'n', body: [{ text: 'a libary' }] },
    ];
    expect(wordsToCheck(block(content), 'en')).toEqual([
      { block: 'b', text: 'see qwfpzxcv', words: [{ from: 0, to: 3, word: 'see' }] },
      { block: 'b', note: 'n', text: 'a libary', words: [{ from: 2, to: 8, word: 'libary' }] },
    ]);
  });
});

describe('words that were added', () => {
  const known = knownWords(['Quillhaven', 'folio'], ['o’clocker']);
  it.each([
    ['Quillhaven', true],
    ['Quillhaven’s', true],
    ['quillhaven', false],
    ['folio', true],
    ['Folio', true],
    ['FOLIO', true],
    ["o'clocker", true],
    ['folios', false],
  ])('%s: %s', (word, expected) => expect(known(word)).toBe(expected));
  it('stand once, in order', () => {
    expect(withWord(['b'], 'a')).toEqual(['a', 'b']);
    const words = ["don't"];
    expect(withWord(words, 'don’t')).toBe(words);
  });
});
