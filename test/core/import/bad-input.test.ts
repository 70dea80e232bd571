/** Input that is hostile, broken or enormous: a clear sentence or a sound letter, and never a throw. */
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { countingIds } from '../../../core/document/id.ts';
import { importFile } from '../../../core/import/file.ts';
import { importFiles } from '../../../core/import/files.ts';
import { IMPORT_FAILURES } from '../../../core/import/imported.ts';
import { importFailure, noticeSentence } from '../../../core/import/messages.ts';
import { blockSchema } from '../../../core/storage/schema-text.ts';
import { canonicalText } from '../../../core/text/canonical.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const latin = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

async function read(name: string, bytes: Uint8Array) {
  const result = await importFile({ name, bytes }, countingIds('b'));
  if (!result.ok) return { failure: result.failure.code };
  const { blocks, notices } = result.imported;
  for (const block of blocks.slice(0, 500))
    expect(blockSchema.safeParse(block).error?.issues).toBeUndefined();
  return { text: canonicalText(blocks), blocks: blocks.length, notices: notices.map(noticeSentence) };
}

describe('bad input', () => {
  const noise = Uint8Array.from({ length: 4000 }, (_, i) => (i * 7919 + (i >> 3)) % 256);
  const bomb = zipSync({
    mimetype: strToU8('application/vnd.oasis.opendocument.text'),
    'content.xml': new Uint8Array(1 << 26),
  });
  it.each<[string, string, Uint8Array, string]>([
    ['an empty file', 'a.docx', new Uint8Array(), 'empty'],
    ['noise with the name of a text', 'a.txt', noise, 'binary'],
    ['noise with the name of a mail', 'a.eml', noise, 'binary'],
    ['noise with the name of a box of mails', 'a.mbox', noise, 'no-text'],
    ['a zip bomb', 'a.odt', bomb, 'overpacked'],
    ['a packed program', 'a.docx', zipSync({ 'META-INF/MANIFEST.MF': strToU8('x') }), 'unsupported'],
    ['a picture', 'a.pdf', latin('\x89PNG\r\n\x1a\n'), 'unsupported'],
    ['an old Word document', 'a.doc', latin('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'), 'unsupported'],
    ['XML nested without end', 'a.fodt', utf8(`<office:document>${'<text:p>'.repeat(100_000)}`), 'damaged'],
  ])('%s is refused', async (_, name, bytes, failure) => {
    expect(await read(name, bytes)).toEqual({ failure });
  });
  it.each<[string, string, string, string, string[]]>([
    ['lone surrogates', 'a.html', 'a\ud800&#xD800;b', 'a\ufffd\ufffdb', []],
    ['bidi controls stay', 'a.txt', 'a\u202eb\u202cc\u2066d\u2069', 'a\u202eb\u202cc\u2066d\u2069', []],
    ['NULs go', 'a.txt', `The lamp${'\0'} is out.`, 'The lamp is out.', ['A control character was removed.']],
    [
      'NULs in a mail go',
      'a.eml',
      `Subject: a\n\nThe lamp\0 is out.`,
      'The lamp is out.',
      ['A control character was removed.'],
    ],
  ])('%s', async (_, name, source, text, notices) => {
    const result = await read(name, utf8(source));
    expect(result.text).toBe(text);
    if (notices.length > 0) expect(result.notices).toEqual(notices);
  });
  it('HTML nested 10,000 deep keeps its text, also in a mail', async () => {
    const deep = `${'<div>'.repeat(10_000)}The lamp is out.${'</div>'.repeat(10_000)}`;
    expect((await read('a.html', utf8(deep))).text).toBe('The lamp is out.');
    expect((await read('a.html', utf8(`<nav></nav>${deep}`))).text).toBe('The lamp is out.');
    expect((await read('a.eml', utf8(`Subject: a\nContent-Type: text/html\n\n${deep}`))).text).toBe(
      'The lamp is out.',
    );
  });
  it('a mail nested 1,000 deep is read as far as it goes', async () => {
    let mail = 'Subject: innermost\n\nThe lamp is out.';
    for (let i = 0; i < 1000; i++) mail = `Subject: ${i}\nContent-Type: message/rfc822\n\n${mail}`;
    const result = await importFile({ name: 'a.eml', bytes: utf8(mail) }, countingIds('b'));
    expect(typeof result.ok).toBe('boolean');
  });
  it('200,000 paragraphs are a letter', { timeout: 60_000 }, async () => {
    const text = Array.from({ length: 200_000 }, (_, i) => `Paragraph ${i} of the letter.`).join('\n\n');
    expect((await read('a.txt', utf8(text))).blocks).toBe(200_000);
  });
  it('50 MB of text are a letter', { timeout: 60_000 }, async () => {
    const words = 'The lamp over the door of the library is out. '.repeat(20);
    const bytes = utf8(`${words}\n\n`.repeat(Math.ceil((50 << 20) / (words.length + 2))));
    expect((await read('a.txt', bytes)).text?.length).toBeGreaterThan(50_000_000);
  });
});

describe('several files', () => {
  it('are read one by one, each with its own end', async () => {
    const told: number[] = [];
    const files = [
      { name: 'a.txt', bytes: utf8('One.') },
      { name: 'b.txt', bytes: new Uint8Array() },
      { name: 'c.md', bytes: utf8('*Two.*') },
    ];
    const results = await importFiles(files, countingIds('b'), { onProgress: (done) => told.push(done) });
    expect(
      results.map((result) => (result.ok ? canonicalText(result.imported.blocks) : result.failure.code)),
    ).toEqual(['One.', 'empty', 'Two.']);
    expect(told.at(-1)).toBe(1);
    expect(told).toEqual(told.toSorted((a, b) => a - b));
  });
  it('stop when they are told to', async () => {
    const results = await importFiles([{ name: 'a.txt', bytes: utf8('One.') }], countingIds('b'), {
      signal: { aborted: true },
    });
    expect(results.map((result) => (result.ok ? '' : result.failure.code))).toEqual(['cancelled']);
  });
});

describe('what is said when a file can’t be read', () => {
  it.each(IMPORT_FAILURES)('%s: names the file, in whole sentences', (code) => {
    const { message } = importFailure(code, 'letter.x', 'a thing');
    expect(message).toMatch(/“letter\.x”.*\.$/);
    expect(message).not.toMatch(/undefined|null|error|exception/i);
  });
});
