import { describe, expect, it } from 'vitest';
import { countingIds } from '../../../core/document/id.ts';
import { furtherLetters } from '../../../core/import/beginnings.ts';
import { importText } from '../../../core/import/text.ts';

const furtherIn = (...paragraphs: readonly string[]) =>
  furtherLetters(importText(paragraphs.join('\n\n'), countingIds('b')).blocks);

const words = ['The lamp is out.', 'The steps are dark.', 'I fell on the third.', 'Yours, Nora Vane'];

describe('further letters in a text', () => {
  it('aren’t seen in a single letter, whatever stands above its salutation', () => {
    expect(furtherIn('Quillhaven, 3 May 2026', 'The Town Clerk', 'Dear Mr Cottle,', ...words)).toBe(0);
    expect(furtherIn('Dear Mr Cottle,', '1. One.', '2. Two.', '3. Three.', '4. Four.', '5. Five.')).toBe(0);
  });
  it('begin with heads and salutations further down', () => {
    expect(furtherIn('Dear Mr Cottle,', ...words, 'Dear Ms Vane,', ...words)).toBe(1);
    expect(furtherIn('Comment 1', ...words, 'Comment 2', ...words, 'Comment 3', ...words)).toBe(2);
  });
});
