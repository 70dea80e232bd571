import { describe, expect, it } from 'vitest';
import { countingIds } from '../../../../core/document/id.ts';
import { importFile } from '../../../../core/import/file.ts';
import { noticeSentence } from '../../../../core/import/messages.ts';
import { canonicalText } from '../../../../core/text/canonical.ts';
import { sketch } from '../sketch.ts';
import { read } from './pasting.ts';

const LENGTH = 300_000;
const field = "<span style='mso-element:field-begin'></span>x";

/** Each would take minutes if any part of the reading looked back over it at every step. */
describe('pages made to be slow', () => {
  it.each([
    ['spaces', `<p>a${' '.repeat(LENGTH)}b</p>`],
    ['no-break spaces', `<p>a${'\u00a0'.repeat(LENGTH)}b</p>`],
    ['kept spaces', `<p style="white-space:pre-wrap">a${' '.repeat(LENGTH)}b</p>`],
    ['preformatted spaces', `<pre>a${' '.repeat(LENGTH)}b</pre>`],
    ['a style of one word', `<p style="${'a'.repeat(LENGTH)}">a b</p>`],
    ['a style of brackets', `<p style="a:${'(('.repeat(LENGTH)}">a b</p>`],
    ['a style of brackets after colons', `<p style="${'a:('.repeat(LENGTH / 3)}">a b</p>`],
    ['a sheet of opened comments', `<style>${'/*'.repeat(LENGTH)}</style><p>a b</p>`],
    ['a sheet of opened rules', `<style>${'.a{'.repeat(LENGTH)}</style><p>a b</p>`],
    ['one long word', `<p>${'a'.repeat(10 * LENGTH)}</p>`],
    ['fields that only begin', `<p>${field.repeat(LENGTH / 20)}</p>`],
    [
      'links to nowhere in one span',
      `<span>${'<a href="#fn1">1</a>'.repeat(LENGTH / 20)}</span><p id=fn1>b</p>`,
    ],
    [
      'markers',
      `<p style="mso-list:l0 level1 lfo1">${'<b>'.repeat(200)}${'a<i></i>'.repeat(LENGTH / 20)}</p>`,
    ],
  ])('are read: %s', (_, html) => {
    expect(canonicalText(read(html).blocks)).not.toBe('');
  });
});

/** Each of them in a file of that name. */
describe('files made to be slow', () => {
  const words = 'The lamp over the door of the library is out and nobody has lit it.';
  it.each<[string, string, string]>([
    [
      'scripts that only begin',
      'a.html',
      `<html>${'<script type="application/ld+json">'.repeat(LENGTH / 10)}`,
    ],
    ['heads without a link', 'a.html', `<html>${'<header>'.repeat(LENGTH / 5)}<p>${words}</p>`],
    [
      'a mail of tags that only begin',
      'a.eml',
      `Subject: a\nContent-Type: text/html\n\n${'<div '.repeat(LENGTH / 3)}`,
    ],
    ['a mail of lines without an end', 'a.eml', `Subject: a\n\n${`${words}\n`.repeat(LENGTH / 5)}`],
    [
      'front matter of many fields',
      'a.md',
      `---\n${Array.from({ length: LENGTH / 10 }, (_, i) => `a${i}: b`).join('\n')}\n---\n${words}`,
    ],
  ])('are read to an end: %s', async (_, name, source) => {
    const result = await importFile({ name, bytes: new TextEncoder().encode(source) }, countingIds('b'));
    expect(result.ok || result.failure.code === 'no-text').toBe(true);
  });
});

describe('formatting that is never closed', () => {
  it('is left out where it would make a page grow with its square, the words kept and the writer told', () => {
    const pages = Array.from({ length: 6000 }, (_, i) => `<font color=${i}><p>Lamp ${i}`).join('');
    const { blocks, notices } = read(pages);
    expect(blocks).toHaveLength(6000);
    expect(notices.map(noticeSentence)).toEqual([
      'Emphasis and links were left out: tags of the page that are never closed made them endless.',
    ]);
  });
  it('stays where it is harmless', () => {
    const page = '<b>a<p>b<i>c<p>d';
    const { blocks, notices } = read(page);
    expect(sketch(blocks)).toEqual(['p: **a**', 'p: **b*****c***', 'p: ***d***']);
    expect(notices).toEqual([]);
  });
});
