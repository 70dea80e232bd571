import { describe, expect, it } from 'vitest';
import { canonicalText } from '../../../../core/text/canonical.ts';
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
