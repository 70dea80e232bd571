import { describe, expect, it } from 'vitest';
import { cslDate, personName } from '../../../core/import/bibliographic.ts';

describe('names', () => {
  it.each([
    ['Quill, Ada', { family: 'Quill', given: 'Ada' }],
    ['van der Zee, Ada M.', { family: 'van der Zee', given: 'Ada M.' }],
    ['Ada Quill', { literal: 'Ada Quill' }],
    ['Marian Stobart, Town Clerk', { literal: 'Marian Stobart, Town Clerk' }],
    ['Harbour Office', { literal: 'Harbour Office' }],
  ])('%s', (name, person) => {
    expect(personName(name)).toEqual(person);
  });
});

describe('dates', () => {
  it.each([
    ['2026-05-03', [2026, 5, 3]],
    ['2026-05-03T10:00:00Z', [2026, 5, 3]],
    ['2026-05', [2026, 5]],
    ['1921', [1921]],
    ['3 May 2026', [2026, 5, 3]],
    ['3rd Sept. 2026', [2026, 9, 3]],
    ['May 3, 2026', [2026, 5, 3]],
    ['May 2026', [2026, 5]],
  ])('%s', (text, parts) => {
    expect(cslDate(text)).toEqual({ 'date-parts': [parts] });
  });
  it.each(['Michaelmas 1921', '2026-13-01', '3 Maybe 2026', 'the 3rd'])(
    '%s stays as it is written',
    (text) => {
      expect(cslDate(text)).toEqual({ literal: text });
    },
  );
});
