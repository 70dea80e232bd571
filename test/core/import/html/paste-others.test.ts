import { describe } from 'vitest';
import { pastes } from './pasting.ts';

describe('what is pasted from LibreOffice', () => {
  pastes([
    [
      'paragraphs, emphasis and soft breaks',
      `<p class="western" style="margin-bottom: 0cm; line-height: 100%"><font face="Liberation Serif, serif"><font size="3" style="font-size: 12pt">The <b>lamp</b> on<br/>\nthe <i>quay</i></font></font></p>`,
      'p: The **lamp** on⏎the *quay*',
    ],
    [
      'lists',
      '<ol type="a" start="3">\n\t<li><p style="margin-bottom: 0cm">a</p></li>\n\t<ul>\n\t\t<li><p>b</p></li>\n\t</ul>\n</ol>',
      'lower-alpha 1 =3: a',
      'bullet 2: b',
    ],
    [
      'words emphasised by a class',
      '<style type="text/css">span.sd-abs { font-style: italic } em.plain { font-style: normal }</style><p><span class="sd-abs">a</span><em class="plain">b</em></p>',
      'p: *a*b',
    ],
    [
      'footnotes, each with all its paragraphs',
      `<p>The oil<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a> is paid.</p><div id="sdfootnote1"><p class="sdfootnote"><a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a>By the harbour.</p><p class="sdfootnote">Since May.</p></div>`,
      'p: The oil{mark b1} is paid.',
      'note b1 1: By the harbour.⏎Since May.',
    ],
  ]);
});

describe('what is pasted from mail programs', () => {
  pastes([
    [
      'Gmail’s paragraphs and the letter that it answers',
      '<div dir="ltr">Dear Ada,<div><br></div><div>the lamp is out.</div></div><br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">On 3 May Pym wrote:<br></div><blockquote class="gmail_quote" style="margin:0 0 0 .8ex"><div>Light it.</div></blockquote></div>',
      'p: Dear Ada,',
      'p: the lamp is out.',
      'p: On 3 May Pym wrote:',
      '>p: Light it.',
    ],
    [
      'Outlook’s links, without what guards them',
      '<p class="MsoNormal"><a href="https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fquillhaven.example%2Foil%3Fa%3D1&amp;data=05%7C01&amp;reserved=0"><span style="color:blue;text-decoration:underline">the bill</span></a></p>',
      'p: [the bill](https://quillhaven.example/oil?a=1)',
    ],
    [
      'a guarded link to what may not be kept as it stands',
      '<a href="https://eur01.safelinks.protection.outlook.com/?url=javascript%3Az()">x</a>',
      'p: [x](https://eur01.safelinks.protection.outlook.com/?url=javascript%3Az())',
    ],
    [
      'a link that only looks like Google’s',
      '<a href="https://quillhaven.example/url?q=https://x.example/">x</a>',
      'p: [x](https://quillhaven.example/url?q=https://x.example/)',
    ],
    [
      'plain text that keeps its lines',
      '<div style="white-space: pre-wrap">Dear Ada,\n\nthe lamp\nis out.</div>',
      'p: Dear Ada,',
      'p: the lamp⏎is out.',
    ],
    [
      'quotations of Apple Mail',
      '<blockquote type="cite"><div>a<blockquote type="cite"><div>b</div></blockquote></div></blockquote>',
      '>p: a',
      '>>p: b',
    ],
  ]);
});

describe('what is pasted from Apple’s programs', () => {
  pastes([
    [
      'styles by class, shorthand included',
      `<style type="text/css">p.p1 {margin: 0.0px; font: 12.0px Helvetica} span.s1 {font: bold 12.0px Helvetica} span.s2 {font: italic 12.0px Times; text-decoration: underline}</style><p class="p1">The <span class="s1">lamp</span> <span class="s2">burns</span></p>`,
      'p: The **lamp** *_burns_*',
    ],
    [
      'converted spaces',
      '<p class="p1"><b>one</b><span class="Apple-converted-space">&nbsp;</span>two<span class="Apple-converted-space">&nbsp; </span>three</p>',
      'p: **one** two three',
    ],
    [
      'tabs',
      '<p class="p2"><span class="Apple-tab-span" style="white-space:pre">\t</span>one<span class="Apple-tab-span">\t</span>two</p>',
      'p: one two',
    ],
    [
      'lists',
      '<ul class="ul1"><li class="li1"><span class="s1"></span>a</li><ul class="ul2"><li class="li1">b</li></ul></ul>',
      'bullet 1: a',
      'bullet 2: b',
    ],
  ]);
});

describe('what is pasted from browsers', () => {
  pastes([
    [
      'a selection with all its styles',
      '<meta charset="utf-8"><span style="color: rgb(0, 0, 0); font-style: normal; font-weight: 400; white-space: normal; display: inline !important; float: none;">The<span> </span></span><strong style="font-weight: 700;">lamp</strong><span style="font-weight: 400;"><span>&nbsp;</span>burns</span>',
      'p: The **lamp**\u00a0burns',
    ],
    [
      'headings, not strong for being so',
      '<h2 style="font-weight: 600; font-size: 24px;">Oil and <b>wicks</b></h2>',
      'h2: Oil and **wicks**',
    ],
    [
      'header cells, not strong for being so',
      '<table><tr><th style="font-weight:bold">a<th>b</table>',
      'table: #a | #b',
    ],
    [
      'divisions that run in the line',
      '<div><div style="display: inline;">the</div> <div style="display: inline;">lamp</div></div>',
      'p: the lamp',
    ],
    [
      'spans that are blocks',
      '<span style="display:block">a</span><span style="display:block">b</span>',
      'p: a',
      'p: b',
    ],
    [
      'lines of code',
      '<div style="font-family: Menlo, monospace; white-space: pre;"><div><span>let  a</span></div><br><div>  b</div></div>',
      'preformatted: let  a⏎⏎  b',
    ],
    [
      'what is inherited',
      '<span style="font-weight:bold"><span style="font-weight:inherit;font-style:inherit">a</span></span>',
      'p: **a**',
    ],
    [
      'Firefox’s lines apart from those of the text',
      '<p>The lamp\n  on the <b>quay\n</b> burns</p>',
      'p: The lamp on the **quay **burns',
    ],
    [
      'boxes to tick before the words of their item',
      '<ul class="contains-task-list"><li><input type="checkbox" checked=""><label>Oil</label></li><li><div><input type="checkbox"><p>Wicks</p></div></li></ul>',
      'bullet 1: ☑ Oil',
      'bullet 1: ☐ Wicks',
    ],
    [
      'one space for spaces of both kinds',
      '<p>a&nbsp; b &nbsp;c&nbsp;&nbsp;d<b>&nbsp;</b> e</p>',
      'p: a b c d** **e',
    ],
    ['no space at the ends and beside breaks', '<p>&nbsp;a&nbsp;<br>&nbsp; b<i>&nbsp;</i></p>', 'p: a⏎b'],
  ]);
});
