import { describe, expect, it } from 'vitest';
import { countingIds } from '../../../core/document/id.ts';
import { importHtml } from '../../../core/import/html.ts';
import { sketch } from './sketch.ts';

const read = (html: string) => importHtml(html, countingIds('b'));

/** Name, HTML, blocks. */
type Case = readonly [name: string, html: string, ...blocks: string[]];

const structure: readonly Case[] = [
  [
    'paragraphs and headings',
    '<h1>Lamps</h1><p>One.<p>Two.</p><h3>Oil</h3>',
    'h1: Lamps',
    'p: One.',
    'p: Two.',
    'h3: Oil',
  ],
  ['text directly in containers', '<div>One<div>two</div>three</div>', 'p: One', 'p: two', 'p: three'],
  ['text without any element', 'The door is open.', 'p: The door is open.'],
  ['paragraphs within paragraphs of containers', '<div>a<p>b</p>c</div>', 'p: a', 'p: b', 'p: c'],
  ['empty paragraphs dropped', '<p></p><p>&nbsp;</p><p><br></p><p>x</p>', 'p: x'],
  ['nested quotations', '<blockquote><p>a</p><blockquote>b</blockquote></blockquote>', '>p: a', '>>p: b'],
  [
    'the footer of a quotation as attribution',
    '<blockquote><p>a</p><footer>— Pym</footer></blockquote>',
    '>p: a',
    '>attribution: — Pym',
  ],
  [
    'the caption of a quoting figure as attribution',
    '<figure><blockquote>a</blockquote><figcaption>Pym</figcaption></figure>',
    '>p: a',
    '>attribution: Pym',
  ],
  ['rules', '<p>a</p><hr><p>b</p>', 'p: a', 'rule', 'p: b'],
  ['preformatted text as it is', '<pre>\n  a\n    b\n</pre>', 'preformatted:   a⏎    b'],
  ['code blocks without the mark', '<pre><code>a  b</code></pre>', 'preformatted: a  b'],
  ['verse', '<div class="verse">The lamp<br>is out</div>', 'verse: The lamp⏎is out'],
  ['verse in pre', '<pre class="poem">The lamp\n  is out</pre>', 'verse: The lamp⏎  is out'],
  [
    'definition lists as paragraphs',
    '<dl><dt>Quay</dt><dd>A landing place.</dd></dl>',
    'p: Quay',
    'p: A landing place.',
  ],
  ['summaries and details', '<details><summary>More</summary>Text</details>', 'p: More', 'p: Text'],
  ['doubled breaks as new paragraphs', 'a<br><br>b<br>c', 'p: a', 'p: b⏎c'],
];

const lists: readonly Case[] = [
  ['bullets', '<ul><li>a<li>b</ul>', 'bullet 1: a', 'bullet 1: b'],
  ['a start', '<ol start=4><li>a<li>b</ol>', 'decimal 1 =4: a', 'decimal 1: b'],
  [
    'letters and Roman numbers',
    '<ol type=a><li>a</ol><ol type=I><li>b</ol>',
    'lower-alpha 1: a',
    'upper-roman 1 =1: b',
  ],
  ['styles of lists', '<ol style="list-style-type: lower-roman"><li>a</ol>', 'lower-roman 1: a'],
  [
    'lists that begin anew',
    '<ol><li>a</ol><p>x</p><ol><li>b</ol>',
    'decimal 1: a',
    'p: x',
    'decimal 1 =1: b',
  ],
  ['values of items', '<ol><li>a<li value=7>b</ol>', 'decimal 1: a', 'decimal 1 =7: b'],
  ['nesting', '<ul><li>a<ol><li>b</ol><li>c</ul>', 'bullet 1: a', 'decimal 2: b', 'bullet 1: c'],
  ['lists nested without an item', '<ul><li>a</li><ul><li>b</li></ul></ul>', 'bullet 1: a', 'bullet 2: b'],
  ['paragraphs that continue an item', '<ul><li><p>a</p><p>b</p></ul>', 'bullet 1: a', 'p+1: b'],
  ['items without a list', '<li>a</li>', 'bullet 1: a'],
  ['quotations in items', '<ul><li>a<blockquote>b</blockquote></ul>', 'bullet 1: a', '>p+1: b'],
  [
    'inner lists that begin anew in each item',
    '<ol><li>a<ol><li>b</ol><li>c<ol><li>d</ol></ol>',
    'decimal 1: a',
    'decimal 2: b',
    'decimal 1: c',
    'decimal 2: d',
  ],
];

const tables: readonly Case[] = [
  [
    'header cells',
    '<table><tr><th>Year<th>Loans<tr><td>1921<td>40</table>',
    'table: #Year | #Loans / 1921 | 40',
  ],
  ['spans', '<table><tr><td colspan=2>a<tr><td rowspan=2>b<td>c</table>', 'table: (c2)a / (r2)b | c'],
  ['captions', '<table><caption>Visits</caption><tr><td>a<td>b</table>', 'p: Visits', 'table: a | b'],
  ['paragraphs in cells as lines', '<table><tr><td><p>a</p><p>b</p><td>c</table>', 'table: a⏎b | c'],
  ['tables of one cell unwrapped', '<table><tr><td><p>a</p><p>b</p></table>', 'p: a', 'p: b'],
  ['layout tables unwrapped', '<table role=presentation><tr><td>a<td>b</table>', 'p: a', 'p: b'],
  [
    'tables that hold tables unwrapped',
    '<table><tr><td>a<td><table><tr><td>1<td>2</table></table>',
    'p: a',
    'table: 1 | 2',
  ],
];

const inline: readonly Case[] = [
  [
    'emphasis by tag',
    '<b>a</b><em>b</em><u>c</u><del>d</del><sup>e</sup><sub>f</sub><code>g</code>',
    'p: **a***b*_c_~d~^e^,f,`g`',
  ],
  [
    'emphasis by style',
    '<span style="font-weight:700">a</span><span style="font-style: italic">b</span><span style="text-decoration-line: underline line-through">c</span><span style="vertical-align:super">d</span><span style="font-variant:small-caps">e</span>',
    'p: **a***b*_~c~_^d^§e§',
  ],
  ['emphasis taken off by style', '<b style="font-weight:normal">a<i>b</i></b>', 'p: a*b*'],
  [
    'spaces within inline borders once',
    '<p>one <b> two </b> three<i> four</i></p>',
    'p: one **two **three* four*',
  ],
  [
    'spaces between inline elements',
    '<p><b>one</b> <i>two</i>\n<u>three</u></p>',
    'p: **one** *two* _three_',
  ],
  ['no space where there is none', '<p><b>one</b>two</p>', 'p: **one**two'],
  ['white space at the ends dropped', '<p>\n  one\n</p>', 'p: one'],
  ['white space around breaks dropped', '<p>one <br> two<br></p>', 'p: one⏎two'],
  ['no-break spaces kept', '<p>p.&nbsp;41</p>', 'p: p.\u00a041'],
  ['line feeds that count', '<p style="white-space:pre-wrap">a\n b</p>', 'p: a⏎ b'],
  ['links', '<a href="https://quillhaven.example/a">x</a>', 'p: [x](https://quillhaven.example/a)'],
  [
    'links against the base',
    '<base href="https://quillhaven.example/b/"><a href="c">x</a>',
    'p: [x](https://quillhaven.example/b/c)',
  ],
  [
    'links without the underline of links',
    '<a href="mailto:clerk@quillhaven.example"><u>x</u></a>',
    'p: [x](mailto:clerk@quillhaven.example)',
  ],
  ['quotation marks of q', '<p>He said <q>no</q>.</p>', 'p: He said “no”.'],
  ['emoji that are pictures', '<p>a <img alt="🛟" src="https://x.example/e.png"> b</p>', 'p: a 🛟 b'],
  ['hidden text left out', '<p>a<span hidden>b</span><span style="display:none">c</span></p>', 'p: a'],
  [
    'direction where it differs',
    '<p>one</p><p>two</p><p dir=rtl>three</p>',
    'p: one',
    'p: two',
    'p (rtl): three',
  ],
  ['direction told by the script', '<p>one</p><p>two</p><p>שלום</p>', 'p: one', 'p: two', 'p (rtl): שלום'],
  ['right to left throughout', '<html dir=rtl><p>שלום</p><p dir=ltr>one</p>', 'p: שלום', 'p (ltr): one'],
];

const notes: readonly Case[] = [
  [
    'footnotes with roles',
    '<p>a<a role="doc-noteref" href="#n1">1</a></p><section role="doc-endnotes"><h2>Notes</h2><ol><li id="n1">b <a role="doc-backlink" href="#x">↩</a></li></ol></section>',
    'p: a{mark b1}',
    'note b1 1: b',
  ],
  [
    'footnotes of a word processor, their brackets gone',
    '<p>a<a href="#_ftn1" name="_ftnref1"><sup>[1]</sup></a></p><div><p><a href="#_ftnref1" name="_ftn1">[1]</a> b</p></div>',
    'p: a{mark b1}',
    'note b1 1: b',
  ],
  [
    'two marks of one note, and paragraphs of a note as lines',
    '<p>a<sup><a href="#fn1">1</a></sup> c<sup><a href="#fn1">1</a></sup></p><ol><li id=fn1><p>b</p><p>d</p></li></ol>',
    'p: a{mark b1} c{mark b1}',
    'note b1 1: b⏎d',
  ],
  [
    'plain links within the page as text',
    '<p><a href="#part2">see there</a></p><p id=part2>b</p>',
    'p: see there',
    'p: b',
  ],
];

const all: readonly (readonly [group: string, cases: readonly Case[]])[] = [
  ['blocks', structure],
  ['lists', lists],
  ['tables', tables],
  ['inline content', inline],
  ['notes', notes],
];
describe.each(all)('%s of a page', (_, cases) => {
  it.each(cases)('keeps %s', (_name, html, ...blocks) => {
    expect(sketch(read(html).blocks)).toEqual(blocks);
  });
});

describe('pictures', () => {
  const dot = 'R0lGODlhAQABAAAAACw=';
  it('keeps those in the page, after the paragraph that they stand in', () => {
    const imported = read(`<p>a <img alt="A lamp" src="data:image/png;base64,${dot}"> b</p>`);
    expect(sketch(imported.blocks)).toEqual(['p: a b', 'picture A lamp: ']);
    expect(imported.pictures).toEqual([
      {
        id: 'b1',
        mediaType: 'image/gif',
        name: 'picture-1.gif',
        bytes: expect.any(Uint8Array) as Uint8Array,
      },
    ]);
    expect(imported.pictures[0]?.bytes).toHaveLength(14);
  });
  it('gives a figure’s picture its caption', () => {
    const html = `<figure><img alt=x src="data:image/gif;base64,${dot}"><figcaption>The <b>quay</b></figcaption></figure>`;
    expect(sketch(read(html).blocks)).toEqual(['picture x: The **quay**']);
  });
  it.each([
    ['elsewhere', 'https://quillhaven.example/a.png', 'picture-remote'],
    ['with a name of a file', 'a.png', 'picture-remote'],
    ['of another kind than it says', 'data:image/png;base64,PHN2Zz48L3N2Zz4=', 'picture-kind'],
    ['drawn in text', 'data:image/svg+xml,<svg/>', 'picture-kind'],
    ['that is no base64', 'data:image/png;base64,***', 'picture-damaged'],
  ])('leaves out one %s', (_, source, what) => {
    const { blocks, notices, pictures } = read(`<img alt="A lamp" src="${source}">`);
    expect([blocks, pictures]).toEqual([[], []]);
    expect(notices).toEqual([{ kind: 'left-out', what, count: 1, detail: 'A lamp' }]);
  });
});

describe('what is left out', () => {
  it('is counted by its kind', () => {
    const { notices, blocks } = read(
      '<script>a()</script><script>b()</script><style>p{}</style><form><input><select><option>x</select><button>Go</button></form>' +
        '<iframe src="x"></iframe><svg><text>y</text></svg><video></video><a href="javascript:z()">word</a><p>kept</p>',
    );
    expect(sketch(blocks)).toEqual(['p: word', 'p: kept']);
    expect(notices.map(({ what, count }) => [what, count])).toEqual([
      ['script', 2],
      ['form-control', 3],
      ['frame', 1],
      ['media', 2],
      ['link-unsafe', 1],
    ]);
  });
  it.each([
    '<img src=x onerror=alert(1)>',
    '<a href="&#106;avascript:alert(1)">x</a>',
    '<a href="data:text/html,<script>alert(1)</script>">x</a>',
    '<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>',
    '<p style="background:url(javascript:alert(1))" onclick="alert(1)">x</p>',
    '<svg><style><img src=x onerror=alert(1)></style></svg>',
    '<a href="https://x.example" onmouseover="alert(1)">x</a>',
  ])('has nowhere to survive: %s', (html) => {
    const { blocks } = read(html);
    const kept = JSON.stringify(blocks, (key, value: unknown) => (key === 'text' ? '' : value));
    expect(kept).not.toMatch(/script|onerror|onclick|onmouse|data:/i);
  });
  it('counts control characters and broken ones', () => {
    const { blocks, notices } = read('<p>a&#1;b\ud800c</p>');
    expect(sketch(blocks)).toEqual(['p: ab\ufffdc']);
    expect(notices).toEqual([
      { kind: 'changed', what: 'control-characters', count: 1 },
      { kind: 'changed', what: 'broken-characters', count: 1 },
    ]);
  });
});

describe('nesting 10,000 deep', () => {
  it.each([
    '<div>',
    '<blockquote>',
    '<ul><li>',
    '<b>',
    '<span>',
    '<table><tr><td>',
    '<p><i>',
    '<font><p>',
    '<a><div>',
  ])('of %s keeps the text and the paragraphs', (tags) => {
    const { blocks, notices } = read(`${tags.repeat(10_000)}the lamp<p>and the oil`);
    const words = sketch(blocks).map((line) => line.replace(/^[^:]*: /, '').replace(/[*[\]]/g, ''));
    expect(words.join('|')).toMatch(/^the lamp\|and the oil$/);
    if (!tags.includes('<p>')) expect(notices.map(({ what }) => what)).toContain('nesting');
  });
});

describe('what a page says of itself', () => {
  it('is proposed, best first', () => {
    const { metadata } = read(
      '<html lang=en-GB><head><title>The Lamp</title><meta name=author content="Quill, Ada"><meta property="article:published_time" content="2026-05-03T10:00Z"><meta property="og:site_name" content="Harbour Gazette"></head><body><h2>Oil</h2><h1>On <b>Lamps</b></h1>',
    );
    expect(metadata.map(({ field, value, foundIn }) => `${field}: ${value} (${foundIn})`)).toEqual([
      'language: en-GB (html element)',
      'title: The Lamp (title element)',
      'author: Quill, Ada (meta author)',
      'date: 2026-05-03T10:00Z (meta article:published_time)',
      'container-title: Harbour Gazette (meta og:site_name)',
      'title: On Lamps (first heading)',
      'direction: ltr (text)',
    ]);
  });
});
