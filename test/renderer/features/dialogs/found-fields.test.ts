import { describe, expect, it } from 'vitest';
import type { Proposed } from '../../../../core/import/imported.ts';
import {
  foundByField,
  isSame,
  openFields,
  type DetailFields,
} from '../../../../renderer/features/dialogs/found-fields.ts';

const EMPTY: DetailFields = {
  code: 'A1',
  kind: 'letter',
  title: '',
  authors: '',
  addressee: '',
  date: '',
  published: '',
  publisher: '',
  url: '',
  language: 'en',
  direction: 'ltr',
};

const proposed = (field: Proposed['field'], value: string, foundIn: string): Proposed => ({
  field,
  value,
  foundIn,
});

describe('what an import found, field by field', () => {
  it('is each value once, with the place where it was found first', () => {
    const found = foundByField([
      proposed('title', 'The lamp', 'mail header'),
      proposed('title', ' The lamp', 'first heading'),
      proposed('title', 'lamp 12', 'file name'),
    ]);
    expect(found.get('title')).toEqual([
      { value: 'The lamp', where: 'mail header' },
      { value: 'lamp 12', where: 'file name' },
    ]);
  });
  it('takes authors of one place together, and those of another apart', () => {
    const found = foundByField([
      proposed('author', 'Maud Ferris', 'meta author'),
      proposed('author', 'Len Cottle', 'meta author'),
      proposed('author', 'Nora Vane', 'signature'),
    ]);
    expect(found.get('authors')).toEqual([
      { value: 'Maud Ferris\nLen Cottle', where: 'meta author' },
      { value: 'Nora Vane', where: 'signature' },
    ]);
  });
  it('says nothing of the direction, which is seen', () => {
    expect(foundByField([proposed('direction', 'rtl', 'text')]).size).toBe(0);
  });
  it('compares dates and names however they are written', () => {
    expect(isSame('date', '3 May 2026', '2026-05-03')).toBe(true);
    expect(isSame('date', '2026-05-03', '2026-05-04')).toBe(false);
    expect(isSame('authors', 'Maud Ferris\n', 'Maud Ferris')).toBe(true);
  });
  it('fills empty fields only, each with what is likeliest', () => {
    const found = foundByField([
      proposed('title', 'The lamp', 'first line'),
      proposed('addressee', 'Mr Cottle', 'salutation'),
      proposed('date', '2026-05-03', 'line at the head'),
      proposed('date', '2026-05-04', 'line at the foot'),
    ]);
    expect(openFields({ ...EMPTY, title: 'Mine' }, found)).toEqual({
      addressee: 'Mr Cottle',
      date: '2026-05-03',
    });
  });
});
