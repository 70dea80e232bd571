import { describe, expect, it } from 'vitest';
import { pastes, read } from './pasting.ts';

const word = (body: string, sheet = '') =>
  `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta name=Generator content="Microsoft Word 15">
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->
<style><!-- /* Style Definitions */ p.MsoNormal {margin:0cm;font-size:12.0pt;} ${sheet} --></style></head>
<body lang=EN-GB style='tab-interval:36.0pt'>
<!--StartFragment-->
${body}
<!--EndFragment-->
</body></html>`;

const gap = `<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp;\n</span>`;

/** A paragraph of a list as Word writes it. */
const item = (level: number, marker: string, text: string, more = '', list = 'l0') =>
  `<p class=MsoListParagraphCxSpMiddle style='${more}text-indent:-18.0pt;mso-list:\n${list} level${level} lfo1'><![if !supportLists]><span
style='mso-fareast-font-family:Calibri'><span style='mso-list:Ignore'>${marker}${gap}</span></span><![endif]>${text}<o:p></o:p></p>\n`;

describe('words pasted from Word', () => {
  pastes([
    [
      'lines of the source apart from lines of the text',
      word(
        '<p class=MsoNormal>The lamp on\nthe quay<o:p></o:p></p>\n\n<p class=MsoNormal>burns.<o:p></o:p></p>',
      ),
      'p: The lamp on the quay',
      'p: burns.',
    ],
    [
      'soft breaks',
      word('<p class=MsoNormal>Ada Quill<br>\nHarbour Row<o:p></o:p></p>'),
      'p: Ada Quill⏎Harbour Row',
    ],
    [
      'no line for the break that Word doubles at a paragraph’s end',
      word(
        `<p class=MsoNormal>The lamp<br style='mso-special-character:line-break'>\n<![if !supportLineBreakNewLine]><br style='mso-special-character:line-break'>\n<![endif]><o:p></o:p></p>`,
      ),
      'p: The lamp',
    ],
    [
      'no paragraph for an empty line',
      word(
        '<p class=MsoNormal>a<o:p></o:p></p><p class=MsoNormal><o:p>&nbsp;</o:p></p><p class=MsoNormal>b</p>',
      ),
      'p: a',
      'p: b',
    ],
    [
      'one space for several',
      word(
        `<p class=MsoNormal>Oil.<span style='mso-spacerun:yes'>&nbsp; </span>Wicks <span style='mso-spacerun:yes'>  </span>too.</p>`,
      ),
      'p: Oil. Wicks too.',
    ],
    [
      'the no-break space that is meant',
      word('<p class=MsoNormal>See p.&nbsp;41 of the ledger.</p>'),
      'p: See p.\u00a041 of the ledger.',
    ],
    [
      'a tab as a space',
      word(
        `<p class=MsoNormal>Oil<span style='mso-tab-count:1'>&nbsp;&nbsp;&nbsp;&nbsp;&nbsp; </span>12 s.</p>`,
      ),
      'p: Oil 12 s.',
    ],
    ['words across a hyphen that may be', word('<p class=MsoNormal>light&shy;house</p>'), 'p: lighthouse'],
    [
      'what content controls and smart tags hold',
      word(
        '<w:Sdt Title="Name" ID="1"><p class=MsoTitle>Quillhaven<o:p></o:p><w:sdtPr></w:sdtPr></p></w:Sdt><p class=MsoNormal>in <st1:place w:st="on">Harbour Row</st1:place></p>',
      ),
      'h1: Quillhaven',
      'p: in Harbour Row',
    ],
    [
      'no settings where conditional comments were opened',
      '<xml><o:OfficeDocumentSettings><o:AllowPNG>true</o:AllowPNG></o:OfficeDocumentSettings></xml><p class=MsoNormal>a</p>',
      'p: a',
    ],
    [
      'what Windows says before the page apart',
      `Version:1.0\r\nStartHTML:0000000105\r\nEndHTML:0000000200\r\nStartFragment:0000000141\r\nEndFragment:0000000164\r\nSourceURL:file:///C:/quay.docx\r\n${word('<p class=MsoNormal>a</p>')}`,
      'p: a',
    ],
  ]);
});

describe('structure pasted from Word', () => {
  pastes([
    [
      'headings beyond the sixth level, apart from numbered paragraphs, and the look of neither',
      word(
        `<p class=MsoHeading7>Oil</p><p class=MsoHeading7 style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>1.${gap}</span><![endif]>Wicks</p><p class=Kapitel>Hours of <i>light</i></p>`,
        `p.MsoHeading7 {mso-outline-level:7; font-style:italic;} p.Kapitel {mso-outline-level:2; font-weight:bold;}`,
      ),
      'h6: Oil',
      'decimal 1: Wicks',
      'h2: Hours of *light*',
    ],
    [
      'headings by element, class, style name and outline',
      word(
        `<h2><span lang=EN-GB>Oil<o:p></o:p></span></h2><p class=MsoHeading3>Wicks</p><p class=Kapitel>Hours</p><p class=Rubrik>Dues</p><p class=MsoNormal style='mso-outline-level:1'><b>From:</b> Pym</p>`,
        `p.Kapitel {mso-style-name:"heading 4"; font-weight:normal;} p.Rubrik {mso-outline-level:2;}`,
      ),
      'h2: Oil',
      'h3: Wicks',
      'h4: Hours',
      'h2: Dues',
      'p: **From:** Pym',
    ],
    [
      'quotations by style, as one',
      word('<p class=MsoQuote>a</p><p class=MsoIntenseQuote>b</p><p class=MsoNormal>c</p>'),
      '>p: a',
      '>p: b',
      'p: c',
    ],
    [
      'tables',
      word(
        `<table class=MsoTableGrid border=1><tr style='mso-yfti-irow:0'><td width=50><p class=MsoNormal><b>Year</b><o:p></o:p></p></td><td><p class=MsoNormal>Loans<o:p></o:p></p></td></tr><tr><td colspan=2><p class=MsoNormal>none<o:p></o:p></p></td></tr></table>`,
      ),
      'table: **Year** | Loans / (c2)none',
    ],
    [
      'emphasis by tag, style and class',
      word(
        `<p class=MsoNormal><b style='mso-bidi-font-weight:normal'>a</b><span style='font-style:italic'>b</span><span class=Loud>c</span><s>d</s><span style='font-variant:small-caps'>e</span><sup>f</sup></p>`,
        'span.Loud {font-weight:bold; text-decoration:underline;}',
      ),
      'p: **a***b***_c_**~d~§e§^f^',
    ],
    [
      'links by field',
      word(
        `<p class=MsoNormal>See <!--[if supportFields]><span style='mso-element:field-begin'></span><span style='mso-spacerun:yes'> </span>HYPERLINK &quot;https://quillhaven.example/oil?a=1&amp;b=2&quot; <span style='mso-element:field-separator'></span><![endif]--><u>the bill</u><!--[if supportFields]><span style='mso-element:field-end'></span><![endif]--> of <!--[if supportFields]><span style='mso-element:field-begin'></span> PAGE <span style='mso-element:field-separator'></span><![endif]-->May<!--[if supportFields]><span style='mso-element:field-end'></span><![endif]-->.</p>`,
      ),
      'p: See [the bill](https://quillhaven.example/oil?a=1&b=2) of May.',
    ],
    [
      'links by field whose comments were opened',
      word(
        `<p class=MsoNormal><span style='mso-element:field-begin'></span> HYPERLINK "https://quillhaven.example/oil" <span style='mso-element:field-separator'></span>the bill<span style='mso-element:field-end'></span>, paid</p>`,
      ),
      'p: [the bill](https://quillhaven.example/oil), paid',
    ],
    [
      'the words of a field that has no separator',
      word(
        `<p class=MsoNormal>a <span style='mso-element:field-begin'></span>the bill<span style='mso-element:field-end'></span></p>`,
      ),
      'p: a the bill',
    ],
    [
      'footnotes, each with all its paragraphs',
      word(
        `<p class=MsoNormal>The oil<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1" title=""><span class=MsoFootnoteReference><span style='mso-special-character:footnote'><![if !supportFootnotes]><span class=MsoFootnoteReference>[1]</span><![endif]></span></span></a> is paid.</p>
<div style='mso-element:footnote-list'><![if !supportFootnotes]><br clear=all><hr align=left size=1 width="33%"><![endif]>
<div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a style='mso-footnote-id:ftn1' href="#_ftnref1" name="_ftn1" title=""><span class=MsoFootnoteReference>[1]</span></a> By the harbour.</p><p class=MsoFootnoteText>Since May.</p></div></div>`,
      ),
      'p: The oil{mark b1} is paid.',
      'note b1 1: By the harbour.⏎Since May.',
    ],
    [
      'endnotes',
      word(
        `<p class=MsoNormal>The oil<a style='mso-endnote-id:edn1' href="#_edn1" name="_ednref1"><span class=MsoEndnoteReference>[i]</span></a></p><div style='mso-element:endnote-list'><hr><div style='mso-element:endnote' id=edn1><p class=MsoEndnoteText><a href="#_ednref1" name="_edn1">[i]</a> By the town.</p></div></div>`,
      ),
      'p: The oil{mark b1}',
      'note b1 i: By the town.',
    ],
  ]);
  it('leaves out remarks in the margin and the marks that lead to them, and says so', () => {
    const { blocks, notices } = read(
      word(
        `<p class=MsoNormal>The oil<span class=MsoCommentReference><a class=msocomanchor href="#_msocom_1">[AQ1]</a></span>.</p><div style='mso-element:comment-list'><hr class=msocomoff><div style='mso-element:comment'><p>Is it?</p></div></div>`,
      ),
    );
    expect(blocks).toHaveLength(1);
    expect(blocks[0]).toMatchObject({ content: [{ text: 'The oil.' }] });
    expect(notices).toMatchObject([{ kind: 'left-out', what: 'remark', count: 1, detail: 'Is it?' }]);
  });
});

const levels =
  '@list l0:level1 {mso-level-text:"%1\\.";} @list l0:level2 {mso-level-number-format:alpha-lower;} @list l0:level3 {mso-level-number-format:roman-lower;} @list l1:level1 {mso-level-number-format:bullet;}';

describe('lists pasted from Word', () => {
  pastes([
    [
      'levels and kinds of numbering',
      word(
        item(1, '1.', 'Oil') + item(2, 'a.', 'Train') + item(3, 'i.', 'Old') + item(1, '2.', 'Wicks'),
        levels,
      ),
      'decimal 1: Oil',
      'lower-alpha 2: Train',
      'lower-roman 3: Old',
      'decimal 1: Wicks',
    ],
    [
      'kinds told by the markers alone',
      word(
        item(1, 'A.', 'a') +
          item(2, 'i)', 'b') +
          item(2, 'ii)', 'c') +
          item(1, 'B.', 'd') +
          item(3, '(c)', 'e'),
      ),
      'upper-alpha 1: a',
      'lower-roman 2: b',
      'lower-roman 2: c',
      'upper-alpha 1: d',
      'lower-alpha 2 =3: e',
    ],
    [
      'bullets of every sort',
      word(
        item(1, '·', 'a') +
          item(1, 'o', 'b') +
          item(1, '§', 'c') +
          `<p style='mso-list:l0 level1 lfo1'><span style='font-family:Wingdings'><span style='mso-list:Ignore'>v</span></span>d</p>`,
      ),
      'bullet 1: a',
      'bullet 1: b',
      'bullet 1: c',
      'bullet 1: d',
    ],
    ['where a list begins', word(item(1, '7.', 'a') + item(1, '8.', 'b')), 'decimal 1 =7: a', 'decimal 1: b'],
    [
      'where a list goes on after a paragraph, and where one begins anew',
      word(
        item(1, '1.', 'a') + '<p class=MsoNormal>x</p>' + item(1, '2.', 'b') + item(1, '1.', 'c', '', 'l2'),
      ),
      'decimal 1: a',
      'p: x',
      'decimal 1 =2: b',
      'decimal 1 =1: c',
    ],
    [
      'the last part of a legal number',
      word(item(1, '1.', 'a') + item(2, '1.1.', 'b') + item(2, '1.2.', 'c')),
      'decimal 1: a',
      'decimal 2: b',
      'decimal 2: c',
    ],
    [
      'no levels of which nothing is there',
      word(item(2, 'b.', 'a', '', 'l0') + item(4, '1.', 'b'), levels),
      'lower-alpha 1 =2: a',
      'decimal 2: b',
    ],
    [
      'paragraphs that continue an item',
      word(
        item(1, '1.', 'a', 'margin-left:18.0pt;') +
          item(2, 'a.', 'b', 'margin-left:36.0pt;') +
          `<p class=MsoListParagraphCxSpMiddle style='margin-left:36.0pt;mso-add-space:auto'>c</p><p class=MsoNormal style='margin-left:18.0pt'>d</p>` +
          item(1, '2.', 'e', 'margin-left:18.0pt;') +
          '<p class=MsoNormal>f</p>',
        levels,
      ),
      'decimal 1: a',
      'lower-alpha 2: b',
      'p+2: c',
      'p+1: d',
      'decimal 1: e',
      'p: f',
    ],
    [
      'lists of elements among those of paragraphs',
      word(
        item(1, '·', 'a', '', 'l1') +
          `<ul type=disc><ul type=circle><li class=MsoNormal style='mso-list:l1 level2 lfo1'>b</li></ul></ul>` +
          item(1, '·', 'c', '', 'l1'),
        levels,
      ),
      'bullet 1: a',
      'bullet 2: b',
      'bullet 1: c',
    ],
    [
      'markers in Safari’s copies',
      `<p class="MsoListParagraphCxSpFirst" style="text-indent:-18.0pt;mso-list:l0 level1 lfo1"><!--[if !supportLists]--><span style="font-family:Symbol"><span style="mso-list:Ignore">·<span style="font:7.0pt &quot;Times New Roman&quot;"> <span class="Apple-converted-space"> </span></span></span></span><!--[endif]--><span>a</span></p>`,
      'bullet 1: a',
    ],
  ]);
  it('makes a numbered heading a heading, and says that its number is left out', () => {
    const { blocks, notices } = read(
      word(`<h1 style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>1.${gap}</span>Oil</h1>`),
    );
    expect(blocks).toMatchObject([{ type: 'heading', content: [{ text: 'Oil' }] }]);
    expect(notices).toMatchObject([{ what: 'heading-number', count: 1 }]);
  });
});

const online = (text: string, more = '') =>
  `<p class="Paragraph SCXW1 BCX0" ${more}><span class="TextRun SCXW1" data-contrast="auto"><span class="NormalTextRun SCXW1">${text}</span></span><span class="EOP SCXW1" data-ccp-props="{}">&nbsp;</span></p>`;

describe('what is pasted from Word on the web', () => {
  pastes([
    [
      'paragraphs without the sign of their end',
      `<div class="OutlineElement">${online('a')}</div><div>${online('b')}</div>`,
      'p: a',
      'p: b',
    ],
    ['headings by role', online('Oil', 'role="heading" aria-level="2"'), 'h2: Oil'],
    [
      'levels and numbers of items that each have a list of their own',
      `<div class="ListContainerWrapper"><ol class="NumberListStyle1" role="list" start="1"><li data-aria-level="1" role="listitem">${online('a')}</li></ol></div>
<div class="ListContainerWrapper"><ol role="list" start="1" style="list-style-type:lower-alpha"><li data-aria-level="2" role="listitem">${online('b')}</li></ol></div>
<div class="ListContainerWrapper"><ol role="list" start="2"><li data-aria-level="1" role="listitem">${online('c')}</li></ol></div>`,
      'decimal 1: a',
      'lower-alpha 2: b',
      'decimal 1: c',
    ],
    [
      'breaks',
      '<p class="Paragraph"><span class="TextRun">a</span><span class="LineBreakBlob"><span>&nbsp;</span><br></span><span class="TextRun">b</span></p>',
      'p: a⏎b',
    ],
  ]);
});
