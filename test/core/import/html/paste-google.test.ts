import { describe, expect, it } from 'vitest';
import { pastes, read } from './pasting.ts';

const RUN =
  'font-size:11pt;font-family:Arial,sans-serif;color:#000000;background-color:transparent;font-weight:400;font-style:normal;font-variant:normal;text-decoration:none;vertical-align:baseline;white-space:pre;white-space:pre-wrap;';
const run = (text: string, more = '') => `<span style="${RUN}${more}">${text}</span>`;
const par = (...runs: string[]) =>
  `<p dir="ltr" style="line-height:1.38;margin-top:0pt;margin-bottom:0pt;">${runs.join('')}</p>`;
const item = (level: number, style: string, text: string, more = '') =>
  `<li dir="ltr" style="list-style-type:${style};${RUN}${more}" aria-level="${level}">${par(run(text))}</li>`;
const docs = (body: string) =>
  `<meta charset='utf-8'><meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-0a1b2c3d-7fff">${body}</b>`;

describe('what is pasted from Google Docs', () => {
  pastes([
    ['words that aren’t all strong', docs(par(run('The lamp'))), 'p: The lamp'],
    [
      'emphasis by style',
      docs(
        par(
          run('a', 'font-weight:700;'),
          run('b', 'font-style:italic;'),
          run('c', 'text-decoration:underline;'),
          run('d', 'text-decoration:line-through;'),
          `<span style="${RUN}"><span style="font-size:0.6em;vertical-align:super;">2</span></span>`,
        ),
      ),
      'p: **a***b*_c_~d~^2^',
    ],
    [
      'spaces between runs, none at the ends',
      docs(par(run('The '), run('lamp ', 'font-weight:700;'))),
      'p: The **lamp**',
    ],
    [
      'breaks within a paragraph',
      docs(par(run('Ada Quill'), run('<br />'), run('Harbour Row'))),
      'p: Ada Quill⏎Harbour Row',
    ],
    [
      'a tab as a space',
      docs(par(run(`Oil<span class="Apple-tab-span" style="white-space:pre;">\t\t</span>12 s.`))),
      'p: Oil 12 s.',
    ],
    [
      'headings, not strong for being so',
      docs(`<h2 dir="ltr">${run('Oil', 'font-size:16pt;')}</h2>`),
      'h2: Oil',
    ],
    [
      'the title by its size',
      docs(par(run('On Lamps', 'font-size:26pt;')) + par(run('Oil'))),
      'h1: On Lamps',
      'p: Oil',
    ],
    ['empty lines as nothing', docs(`${par(run('a'))}<br />${par(run('b'))}<br /><br />`), 'p: a', 'p: b'],
    [
      'lists nested in lists',
      docs(
        `<ol>${item(1, 'decimal', 'a')}<ol>${item(2, 'lower-alpha', 'b')}<ul>${item(3, 'square', 'c')}</ul></ol>${item(1, 'decimal', 'd')}</ol>`,
      ),
      'decimal 1: a',
      'lower-alpha 2: b',
      'bullet 3: c',
      'decimal 1: d',
    ],
    [
      'part of a list, from its own outermost level',
      docs(
        `<ol><ol><ol>${item(3, 'lower-roman', 'a')}</ol>${item(2, 'lower-alpha', 'b')}</ol>${item(1, 'decimal', 'c')}</ol>`,
      ),
      'lower-roman 1: a',
      'lower-alpha 1: b',
      'decimal 1: c',
    ],
    [
      'where a list begins',
      docs(`<ol start="4">${item(1, 'decimal', 'a')}${item(1, 'decimal', 'b')}</ol>`),
      'decimal 1 =4: a',
      'decimal 1: b',
    ],
    [
      'lists of things to do',
      docs(
        `<ul><li role="checkbox" aria-checked="true" style="list-style-type:none;" aria-level="1"><img src="data:image/png;base64,iVBORw0KGgo=" alt="checked" aria-roledescription="checkbox" /><p style="display:inline-block;">${run('Oil')}</p></li><li role="checkbox" aria-checked="false" aria-level="1"><p>${run('Wicks')}</p></li></ul>`,
      ),
      'bullet 1: ☑ Oil',
      'bullet 1: ☐ Wicks',
    ],
    [
      'what is done as done, not as struck out; what a writer struck as struck',
      docs(
        `<ul><li role="checkbox" aria-checked="true" style="text-decoration:line-through;" aria-level="1"><p>${run('Oil', 'text-decoration:line-through;')}</p></li><li role="checkbox" aria-checked="false" aria-level="1"><p>${run('Wicks', 'text-decoration:line-through;')}</p></li></ul>`,
      ),
      'bullet 1: ☑ Oil',
      'bullet 1: ☐ ~Wicks~',
    ],
    [
      'links, without what Google puts before them',
      docs(
        par(
          `<a href="https://www.google.com/url?q=https://quillhaven.example/oil?a%3D1&amp;sa=D&amp;source=editors" style="text-decoration:none;">${run('the bill', 'text-decoration:underline;color:#1155cc;')}</a>`,
        ),
      ),
      'p: [the bill](https://quillhaven.example/oil?a=1)',
    ],
    [
      'footnotes of a saved page, with styles by class',
      `<style type="text/css">.c1{font-weight:700}.c2{font-style:italic}@media print{.c1{font-weight:400}}</style><p class="c0"><span class="c1">The oil</span><sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup></p><hr><div><p class="c0"><a href="#ftnt_ref1" id="ftnt1">[1]</a><span class="c2">&nbsp;By the harbour.</span></p></div>`,
      'p: **The oil**{mark b1}',
      'rule',
      'note b1 1: *By the harbour.*',
    ],
  ]);
});

describe('what is pasted from Google Sheets and Excel', () => {
  pastes([
    [
      'cells, strong by style, with links',
      `<google-sheets-html-origin><style type="text/css"><!--td {border: 1px solid #cccccc;}br {mso-data-placement:same-cell;}--></style><table xmlns="http://www.w3.org/1999/xhtml" data-sheets-root="1"><colgroup><col width="100"/><col width="100"/></colgroup><tbody><tr style="height:21px;"><td style="font-weight:bold;vertical-align:bottom;">Year</td><td style="text-decoration:underline;" data-sheets-hyperlink="https://quillhaven.example/loans">Loans</td></tr><tr><td style="text-align:right;">1921</td><td></td></tr></tbody></table></google-sheets-html-origin>`,
      'table: **Year** | [Loans](https://quillhaven.example/loans) / 1921 | ',
    ],
    [
      'one cell as its words',
      '<google-sheets-html-origin><span data-sheets-root="1">The lamp</span></google-sheets-html-origin>',
      'p: The lamp',
    ],
    [
      'cells of Excel, with the styles of their classes',
      `<html><head><style><!--table {mso-displayed-decimal-separator:"\\.";} .xl65 {font-weight:700;} .xl66 {mso-number-format:"Short Date";}--></style></head><body><!--StartFragment--><table border=0><col width=87><tr height=21><td class=xl65 width=87>Year</td><td>Oil, <br>casks</td></tr><tr><td class=xl66 align=right>1921</td><td colspan=1 style='mso-ignore:colspan'>3</td></tr></table><!--EndFragment--></body></html>`,
      'table: **Year** | Oil,⏎casks / 1921 | 3',
    ],
  ]);
  it('doesn’t take hidden rows', () => {
    const { blocks } = read('<table><tr><td>a<td>b<tr style="display:none"><td>c<td>d</table>');
    expect(JSON.stringify(blocks)).not.toContain('"c"');
  });
});
