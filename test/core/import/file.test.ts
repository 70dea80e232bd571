import { describe, expect, it } from 'vitest';
import { countingIds } from '../../../core/document/id.ts';
import { importFile } from '../../../core/import/file.ts';
import { noticeSentence } from '../../../core/import/messages.ts';
import { sketch } from './sketch.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, mark: boolean, big = false) => {
  const units = [...(mark ? '\ufeff' : ''), ...text].map((letter) => letter.charCodeAt(0));
  return Uint8Array.from(units.flatMap((unit) => (big ? [unit >> 8, unit & 255] : [unit & 255, unit >> 8])));
};
const latin = (text: string) => Uint8Array.from([...text].map((letter) => letter.charCodeAt(0)));

async function read(name: string, bytes: Uint8Array, mediaType?: string) {
  const result = await importFile({ name, bytes, ...(mediaType ? { mediaType } : {}) }, countingIds('b'));
  if (!result.ok) return result.failure.code;
  return { blocks: sketch(result.imported.blocks), notices: result.imported.notices.map(noticeSentence) };
}

describe('the encoding of a file', () => {
  it.each([
    ['UTF-8', utf8('Café')],
    ['UTF-8 with its mark', utf8('\ufeffCafé')],
    ['UTF-16 with its mark', utf16('Café', true)],
    ['UTF-16, big end first', utf16('Café', true, true)],
  ])('%s is read without a word', async (_, bytes) => {
    expect(await read('a.txt', bytes)).toEqual({ blocks: ['p: Café'], notices: [] });
  });
  it('UTF-16 without a mark is told by its zeros', async () => {
    expect(await read('a.txt', utf16('The lamp is out', false))).toMatchObject({
      blocks: ['p: The lamp is out'],
    });
  });
  it('anything else is taken for Windows-1252, and said to be', async () => {
    expect(await read('a.txt', latin('\x93Caf\xe9\x94 \x80 5'))).toEqual({
      blocks: ['p: “Café” € 5'],
      notices: ['The character encoding was taken to be Windows-1252.'],
    });
  });
  it.each([
    ['Windows-1252', [0xdf, 0x20, 0xfc, 0x62, 0x65, 0x72], 'p: ß über'],
    // "лампа над дверью библиотеки не горит, потому что закрылся банк"
    [
      'windows-1251',
      [
        ...latin(
          '\xeb\xe0\xec\xef\xe0 \xed\xe0\xe4 \xe4\xe2\xe5\xf0\xfc\xfe \xe1\xe8\xe1\xeb\xe8\xee\xf2\xe5\xea\xe8 \xed\xe5 \xe3\xee\xf0\xe8\xf2, \xef\xee\xf2\xee\xec\xf3 \xf7\xf2\xee \xe7\xe0\xea\xf0\xfb\xeb\xf1\xff \xe1\xe0\xed\xea',
        ),
      ],
      'p: лампа над дверью библиотеки не горит, потому что закрылся банк',
    ],
    // "lampa nad drzwiami biblioteki nie świeci, odkąd zamknięto bank, żadna z osób nie przyszła, więc piszę"
    [
      'ISO-8859-2',
      [
        ...latin(
          'lampa nad drzwiami biblioteki nie \xb6wieci, odk\xb1d zamkni\xeato bank, \xbfadna z os\xf3b nie przysz\xb3a, wi\xeac pisz\xea',
        ),
      ],
      'p: lampa nad drzwiami biblioteki nie świeci, odkąd zamknięto bank, żadna z osób nie przyszła, więc piszę',
    ],
    [
      'ISO-8859-15',
      [...latin('Le prix est de 5 \xa4 par personne \xe0 table, apr\xe8s l\xe9t\xe9')],
      'p: Le prix est de 5 € par personne à table, après lété',
    ],
  ])('is guessed by its letters, and said: %s', async (label, bytes, block) => {
    expect(await read('a.txt', Uint8Array.from(bytes))).toEqual({
      blocks: [block],
      notices: [`The character encoding was taken to be ${label}.`],
    });
  });
  it.each([
    ['<meta charset="iso-8859-1"><p>Caf\xe9', 'p: Café'],
    [
      '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251"><p>\xcb\xe0\xec\xef\xe0',
      'p: Лампа',
    ],
    ['<meta charset="utf-8"><p>Caf\xe9', 'p: Café'],
    ['<meta charset="nonsense"><p>Caf\xe9', 'p: Café'],
  ])('is what a page says: %s', async (html, block) => {
    expect(await read('a.html', latin(html))).toMatchObject({ blocks: [block] });
  });
});

describe('the kind of a file', () => {
  it.each([
    ['a.md', '*a*', ['p: *a*']],
    ['a.markdown', '*a*', ['p: *a*']],
    ['a.txt', '*a*', ['p: *a*']],
    ['a.html', '<i>a</i>', ['p: *a*']],
    ['a', '<!doctype html><i>a</i>', ['p: *a*']],
    ['a', 'lamp <i>', ['p: lamp <i>']],
  ])('is told by its name and its content: %s', async (name, text, blocks) => {
    expect(await read(name, utf8(text))).toMatchObject({ blocks });
  });
  it('is told by its media type where the name tells nothing', async () => {
    expect(await read('letter', utf8('*a*'), 'text/markdown; charset=utf-8')).toMatchObject({
      blocks: ['p: *a*'],
    });
  });
  it('is a page whatever it is called, and that is said', async () => {
    expect(await read('a.txt', utf8('<!DOCTYPE html><p>a'))).toEqual({
      blocks: ['p: a'],
      notices: ['The file was read as a web page.'],
    });
  });
});

describe('what can’t be read', () => {
  const noise = Uint8Array.from({ length: 4000 }, (_, i) => (i * 7919 + (i >> 3)) % 256);
  const locked = latin('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1  E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0');
  it.each([
    ['empty', 'empty', new Uint8Array()],
    ['nothing but space', 'empty', utf8(' \n ')],
    ['the beginning of a PDF document', 'damaged', latin('%PDF-1.7\n%\xe2\xe3')],
    ['the beginning of a Word document', 'damaged', latin('PK\x03\x04\x14\x00')],
    ['an old Word document', 'unsupported', latin('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 Word')],
    ['a Rich Text document', 'unsupported', latin('{\\rtf1 a}')],
    ['a Word document under lock', 'encrypted', locked],
    ['a picture with another name', 'unsupported', latin('\x89PNG\r\n\x1a\n\x00')],
    ['noise', 'binary', noise],
  ])('%s is refused by name', async (_, code, bytes) => {
    expect(await read('letter.txt', bytes)).toBe(code);
  });
  it('a page that only a script fills is refused', async () => {
    expect(await read('a.html', utf8('<div id=app></div><script>fill()</script>'))).toBe('no-text');
  });
  it('is worded for the writer', async () => {
    const result = await importFile({ name: 'letter.txt', bytes: latin('{\\rtf1 a}') }, countingIds('b'));
    expect(result.ok ? '' : result.failure.message).toBe(
      '“letter.txt” is a Rich Text (RTF) document, which can’t be read here. Open it in its own program and save it as a Word document, HTML or text, or copy its text and paste it.',
    );
  });
});
