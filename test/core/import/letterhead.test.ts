import { describe, expect, it } from 'vitest';
import { countingIds } from '../../../core/document/id.ts';
import { findDate } from '../../../core/import/dates.ts';
import { letterheadProposals } from '../../../core/import/found/letterhead.ts';
import { importFile } from '../../../core/import/file.ts';
import { letterFrom, openProposals } from '../../../core/import/letter.ts';
import { importText } from '../../../core/import/text.ts';

describe('dates', () => {
  it.each([
    ['Quillhaven, 3 May 2026', '2026-05-03'],
    ['May 3rd, 2026', '2026-05-03'],
    ['Quillhaven, den 3. Mai 2026', '2026-05-03'],
    ['am 3. März 2026', '2026-03-03'],
    ['le 1er août 2026', '2026-08-01'],
    ['3 de mayo de 2026', '2026-05-03'],
    ['03.05.2026', '2026-05-03'],
    ['2026-05-03', '2026-05-03'],
    ['Sun, 3 May 2026 10:00:00 +0200', '2026-05-03'],
  ])('%s', (line, iso) => {
    expect(findDate(line)?.iso).toBe(iso);
  });
  it.each(['3 Maybe 2026', '32 May 2026', '5/3/2026', 'May 2026', '1.2.3.2026'])('none in %s', (line) => {
    expect(findDate(line)).toBeUndefined();
  });
});

describe('the form of a letter', () => {
  it.each([
    ['en', 'Quillhaven, 3 May 2026', 'Dear Mrs Ferris,', 'Yours faithfully,', 'Mrs Ferris'],
    [
      'de',
      'Quillhaven, den 3. Mai 2026',
      'Sehr geehrte Frau Ferris,',
      'Mit freundlichen Grüßen',
      'Frau Ferris',
    ],
    ['fr', 'Quillhaven, le 3 mai 2026', 'Chère Madame Ferris,', 'Bien cordialement,', 'Madame Ferris'],
    ['es', 'Quillhaven, 3 de mayo de 2026', 'Estimada señora Ferris:', 'Atentamente,', 'señora Ferris'],
  ])('tells day, addressee and signer (%s)', (_, date, greeting, closing, addressee) => {
    const { blocks } = importText(
      `${date}\n\n${greeting}\n\nThe lamp.\n\n${closing}\n\nAda Quill\nLibrarian`,
      countingIds('b'),
    );
    expect(letterheadProposals(blocks)).toEqual([
      { field: 'addressee', value: addressee, foundIn: 'salutation', guessed: true },
      { field: 'author', value: 'Ada Quill', foundIn: 'signature', guessed: true },
      { field: 'date', value: '2026-05-03', foundIn: 'line at the head', guessed: true },
    ]);
  });
  it('tells nothing where there is none', () => {
    const text =
      'To be or not to be.\n\nThe lamp was lit on 3 May 2026, and nobody saw it. Then it went out.\n\nThe end';
    expect(letterheadProposals(importText(text, countingIds('b')).blocks)).toEqual([]);
  });
  it('is only proposed', async () => {
    const bytes = new TextEncoder().encode('Dear Mrs Ferris,\n\nThe lamp.\n\nSincerely,\n\nAda Quill');
    const result = await importFile({ name: 'a_letter.txt', bytes }, countingIds('b'));
    if (!result.ok) throw new Error(result.failure.message);
    const choices = { id: 'l', code: 'A1', name: 'a_letter', language: 'en' };
    const letter = letterFrom(result.imported, choices);
    expect([letter.addressee, letter.item]).toEqual([
      '',
      { type: 'personal_communication', title: 'a letter' },
    ]);
    expect(openProposals(result.imported).map(({ field, value }) => `${field}: ${value}`)).toEqual([
      'addressee: Mrs Ferris',
      'author: Ada Quill',
    ]);
    expect(letterFrom(result.imported, { ...choices, takeGuesses: true }).addressee).toBe('Mrs Ferris');
  });
});
