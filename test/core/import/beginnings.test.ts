import { describe, expect, it } from 'vitest';
import {
  beginningsOf,
  furtherLetters,
  itemOfPart,
  likelyBeginnings,
} from '../../../core/import/beginnings.ts';
import { paragraph, type Block, type RichText } from '../../../core/text/block.ts';

const text = (...lines: string[]): RichText => lines.map((line, i) => paragraph(`b${i}`, line));
const item = (id: string, words: string): Block => ({
  id,
  type: 'item',
  list: 'decimal',
  level: 1,
  content: [{ text: words }],
});
const heading = (id: string, words: string, level: number): Block => ({
  id,
  type: 'heading',
  level,
  content: [{ text: words }],
});

describe('where another letter is likely to begin', () => {
  it.each<[string, RichText, readonly number[]]>([
    [
      'comments with numbers, however short',
      text('Comment 1', 'The roof leaks.', 'Comment 2', 'It does.', 'Comment 3', 'Mend it.'),
      [2, 4],
    ],
    [
      'mails with their heads',
      text(
        'From: Ada Quill\nDate: 3 May 2026\nSubject: The roof',
        'It leaks.',
        '-----Original Message-----',
        'From: Nora Vane',
        'Sent: 2 May 2026',
        'Does it leak?',
        'On 1 May 2026, Ada Quill wrote:',
        'Look up.',
      ),
      [2, 6],
    ],
    ['salutations', text('Dear Sir,', 'One.', 'Two.', 'Three.', 'Yours, A.', 'Dear Madam,', 'Four.'), [5]],
    ['whose words follow', text('Nora Vane says:', 'It leaks.', 'Ada Quill says:', 'It does not.'), [2]],
    ['numbered paragraphs', text('1. The roof.', 'It leaks.', '2. The books.', '3. The oil.'), [2, 3]],
    ['nothing in a letter of the usual kind', text('To the Gazette', 'The roof leaks.', 'Nora Vane'), []],
    ['nothing in two paragraphs with numbers', text('Two things.', '1. The roof.', '2. The books.'), []],
  ])('%s', (_, letter, places) => {
    expect(likelyBeginnings(letter)).toEqual(places);
  });

  it('lists and headings are offered, but don’t count unasked', () => {
    const letter = [
      heading('h1', 'The roof', 2),
      paragraph('p1', 'It leaks.'),
      heading('h2', 'The books', 2),
      item('i1', 'One'),
      item('i2', 'Two'),
      item('i3', 'Three'),
    ];
    expect(beginningsOf(letter)).toEqual({ heads: [], numbers: [3, 4, 5], headings: [2] });
    expect(likelyBeginnings(letter)).toEqual([]);
  });
});

describe('what a part tells of itself', () => {
  it.each<[string, RichText, object]>([
    [
      'the head of a mail',
      text(
        '-----Original Message-----',
        'From: Nora Vane <nora@example.org>',
        'Subject: The roof',
        'It leaks.',
      ),
      { title: 'The roof', author: [{ literal: 'Nora Vane' }] },
    ],
    [
      'whose words follow',
      text('On 2 May 2026, Nora Vane wrote:', 'It leaks.'),
      {
        title: 'On 2 May 2026, Nora Vane wrote:',
        author: [{ literal: 'Nora Vane' }],
        issued: { 'date-parts': [[2026, 5, 2]] },
      },
    ],
    ['its first words', text('', 'Comment 2', 'It leaks.'), { title: 'Comment 2' }],
    [
      'the beginning of a long line',
      text('The clerk counts the visitors on Mondays, when the place is shut until noon.'),
      { title: 'The clerk counts the visitors on Mondays, when the place is…' },
    ],
    ['nothing', [], { title: '' }],
  ])('%s', (_, part, told) => {
    expect(itemOfPart(part)).toEqual(told);
  });
});

describe('further letters in a text', () => {
  const words = ['The lamp is out.', 'The steps are dark.', 'I fell on the third.', 'Yours, Nora Vane'];
  it('aren’t seen in a single letter, whatever stands above its salutation', () => {
    const head = ['Quillhaven, 3 May 2026', 'The Town Clerk', 'Dear Mr Cottle,'];
    expect(furtherLetters(text(...head, ...words))).toBe(0);
    const numbered = ['1. One.', '2. Two.', '3. Three.', '4. Four.', '5. Five.'];
    expect(furtherLetters(text('Dear Mr Cottle,', ...numbered))).toBe(0);
  });
  it('begin with heads and salutations further down', () => {
    expect(furtherLetters(text('Dear Mr Cottle,', ...words, 'Dear Ms Vane,', ...words))).toBe(1);
    expect(furtherLetters(text('Comment 1', 'Mend it.', 'Comment 2', 'Sell it.', 'Comment 3', 'No.'))).toBe(
      2,
    );
  });
});
