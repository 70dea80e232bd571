import { describe, expect, it } from 'vitest';
import { countingIds } from '../../../core/document/id.ts';
import { letterFrom, proposedCode } from '../../../core/import/letter.ts';
import { importMarkdown } from '../../../core/import/markdown.ts';
import { sketch } from './sketch.ts';

const read = (markdown: string) => importMarkdown(markdown, countingIds('b'));

describe('Markdown', () => {
  it.each([
    [
      'headings and emphasis',
      '# The *Lamp*\n\nIt is **out** and ~~lit~~.',
      ['h1: The *Lamp*', 'p: It is **out** and ~lit~.'],
    ],
    ['hard breaks', 'a  \nb\nc', ['p: a⏎b c']],
    ['quotations', '> a\n>\n> b\n>\n> > c', ['>p: a', '>p: b', '>>p: c']],
    ['lists', '3. a\n4. b\n   - c', ['decimal 1 =3: a', 'decimal 1: b', 'bullet 2: c']],
    ['task lists', '- [x] oil\n- [ ] wick', ['bullet 1: ☑ oil', 'bullet 1: ☐ wick']],
    ['tables', '| a | b |\n|---|---|\n| 1 | *2* |', ['table: #a | #b / 1 | *2*']],
    ['footnotes', 'a[^x]\n\n[^x]: b *c*', ['p: a{mark b1}', 'note b1 1: b *c*']],
    ['raw HTML', 'a <u>b</u>\n\n<blockquote>c</blockquote>', ['p: a _b_', '>p: c']],
    ['code', '```\na  b\n```', ['preformatted: a  b']],
    ['text after a tag that nothing ends', 'a <title> b\n\nc', ['p: a <title> b', 'p: c']],
  ])('keeps %s', (_, markdown, blocks) => {
    expect(sketch(read(markdown).blocks)).toEqual(blocks);
  });

  it('leaves scripts out and unsafe links without their address', () => {
    const { blocks, notices } = read(
      '<script>a()</script>\n\n[b](javascript:c) <https://quillhaven.example/>',
    );
    expect(sketch(blocks)).toEqual(['p: b [https://quillhaven.example/](https://quillhaven.example/)']);
    expect(notices.map(({ what }) => what)).toEqual(['script', 'link-unsafe']);
  });

  it.each([
    ['>', 10_000],
    ['*a ', 10_000],
    ['[', 10_000],
    ['<div>\n', 10_000],
    ['1. ', 1_000],
  ])('bears %s many times over', (text, times) => {
    expect(read(`${text.repeat(times)}lamp`).blocks.length).toBeGreaterThan(0);
  });
});

describe('front matter', () => {
  const imported = read(
    '---\ntitle: Kindly Leave the Lamp\nauthor:\n  - Pym, Conrad\n  - family: Ferris\n    given: Maud\ndate: 2026-05-09\npublication: Harbour Gazette\nto: the Council\ncode: B2\nkind: article\nlanguage: en-GB\n---\n\n# Another title\n\nText.',
  );
  it('gives the letter its fields', () => {
    const letter = letterFrom(imported, { id: 'l', code: 'A1', name: 'pym', language: 'de' });
    expect(letter).toMatchObject({
      kind: 'article',
      addressee: 'the Council',
      language: 'en-GB',
      direction: 'ltr',
      corrected: false,
      item: {
        type: 'article-newspaper',
        title: 'Kindly Leave the Lamp',
        author: [
          { family: 'Pym', given: 'Conrad' },
          { family: 'Ferris', given: 'Maud' },
        ],
        issued: { 'date-parts': [[2026, 5, 9]] },
        'container-title': 'Harbour Gazette',
      },
    });
    expect(proposedCode(imported)).toBe('B2');
  });
  it('isn’t text', () => {
    expect(sketch(imported.blocks)).toEqual(['h1: Another title', 'p: Text.']);
  });
  it.each([
    ['isn’t YAML', '---\na: [b\n---\n\nText.'],
    ['is a list', '---\n- a\n---\n\nText.'],
    [
      'calls upon itself without end',
      `---\na: &a [x]\nb: &b [*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c,*c]\n---\n\nText.`,
    ],
  ])('that %s stays in the text and is told', (_, markdown) => {
    const { blocks, notices } = read(markdown);
    expect(sketch(blocks).at(-1)).toBe('p: Text.');
    expect(blocks.length).toBeGreaterThan(1);
    expect(notices).toEqual([{ kind: 'decided', what: 'front-matter', count: 1 }]);
  });
});
