/** Letters as files and clipboards of other programs bring them, about the lamp of Quillhaven's library. */
import { strToU8, zipSync } from 'fflate';
import { docxFile, p } from '../../core/import/docx-file.ts';
import type { Copied } from './letters.ts';

export interface IncomingFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export const file = (name: string, text: string): IncomingFile => ({
  name,
  bytes: new TextEncoder().encode(text),
});

/** Word's clipboard: a heading, a list of paragraphs that only look like one, bold told by style, a soft space. */
export const fromWord: Copied = {
  html: `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word"><head>
<meta name=Generator content="Microsoft Word 15"><style>p.MsoNormal {margin:0cm;} b {mso-bidi-font-weight:normal;}</style></head>
<body lang=EN-GB><!--StartFragment-->
<h1><span lang=EN-GB>The lamp over the door<o:p></o:p></span></h1>
<p class=MsoNormal>It has been out <b>since
November</b>, and the steps are dark.<o:p></o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='mso-list:Ignore'>1.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span><![endif]>Buy a lamp.<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='mso-list:Ignore'>2.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span><![endif]>Light it.<o:p></o:p></p>
<!--EndFragment--></body></html>`,
  text: 'The lamp over the door',
};

/** The clipboard of Google Docs: all in a bold element that isn't bold, emphasis told by style alone. */
export const fromDocs: Copied = {
  html: `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-7c1e"><p dir="ltr"><span
style="font-family:Arial;font-weight:400;font-style:normal;">The clerk counts on </span><span
style="font-family:Arial;font-weight:700;font-style:normal;">Mondays</span><span
style="font-weight:400;">, when the place is </span><span style="font-weight:400;font-style:italic;">shut</span><span
style="font-weight:400;">.</span></p><ul><li dir="ltr" aria-level="1"><p dir="ltr" role="presentation"><span>Count on market days.</span></p></li></ul></b>`,
  text: 'The clerk counts on Mondays, when the place is shut.',
};

export const wordFile: IncomingFile = {
  name: 'roof-2026.docx',
  bytes: docxFile({
    body: `${p('The roof', '<w:pStyle w:val="Heading1"/>')}${p('Slates are dear this year.')}`,
    styles: '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style>',
    properties: '<dc:title>Report on the roof</dc:title><dc:creator>Ada Quill</dc:creator>',
  }),
};

/** A mail that quotes another beneath it, and is signed. */
export const mail = file(
  'the lamp.eml',
  `From: Maud Ferris <maud@quillhaven.example>
To: Len Cottle <len@quillhaven.example>
Subject: The lamp, again
Date: Tue, 12 May 2026 10:00:00 +0100
Content-Type: text/plain; charset=utf-8

I disagree: the lamp has been out since November.

--\x20
Maud Ferris
Friends of the Library

On 3 May 2026 at 10:00, Len Cottle <len@quillhaven.example> wrote:

> The lamp is lit.
> Go and see.
`,
);

const message = (from: string, subject: string, day: number, words: string) =>
  `From ${from}@quillhaven.example Mon May ${String(day).padStart(2, '0')} 10:00:00 2026
From: ${from} <${from}@quillhaven.example>
Subject: ${subject}
Date: Mon, ${day} May 2026 10:00:00 +0100

${words}

`;

/** A box of as many mails. */
export const fullMailbox = (count: number) =>
  file(
    'all letters.mbox',
    Array.from({ length: count }, (_, i) =>
      message('nora', `Letter ${i + 1}`, 4, `The lamp is out, ${i + 1}.`),
    ).join(''),
  );

export const mailbox = file(
  'letters to the clerk.mbox',
  message('maud', 'The steps', 4, 'The seven steps are worn.') +
    message('nora', 'The count', 11, 'Nobody counted me on any of them.'),
);

const sentences = [
  'The council says that nobody comes to the reading room any more, and that the figures prove it.',
  'The figures were taken on Mondays, when the reading room is shut until noon, in a year of scaffolding.',
  'On market days there is not a chair to be had after ten, as everyone who has looked for one will know.',
  'The children come after school, the pilots on Thursdays, and the old men whenever it rains on the quay.',
  'Whoever wants to know how many read there has to stand at the door for a week and count them one by one.',
];

/** A page saved from a browser: an article among a newspaper's other things. */
export const savedPage = file(
  'column.html',
  `<!doctype html><html lang="en"><head><title>Who counts, counts – Harbour Gazette</title>
<meta name="author" content="Nora Vane"></head><body>
<nav><ul><li><a href="https://gazette.example/">Front page</a></li><li><a href="https://gazette.example/tides">Tides</a></li></ul></nav>
<main><article><h1>Who counts, counts</h1>${sentences.map((words) => `<p>${words} ${words}</p>`).join('\n')}</article></main>
<aside><h2>Also in the Gazette</h2><p>The regatta has been put off until the tide tables are printed again, says the harbour master.</p></aside>
<footer><p><a href="https://gazette.example/about">About us</a> Printed at the quay.</p></footer></body></html>`,
);

/** A letter in plain text that greets somebody, is dated and signed; none of that is stated anywhere else. */
export const signedLetter = file(
  'scan-0412.txt',
  `Quillhaven, 3 May 2026

Dear Mr Cottle,

the lamp over the library door has been out since November. I fell on the third step.

I ask you to have it lit before somebody breaks a leg.

Yours sincerely,
Nora Vane
`,
);

const odt = 'application/vnd.oasis.opendocument.text';

/** Files that can't be letters, and what is said of each. */
export const refused: readonly (readonly [name: string, bytes: Uint8Array, said: RegExp])[] = [
  ['empty.txt', new Uint8Array(), /is empty/],
  ['noise.txt', Uint8Array.from({ length: 4000 }, (_, i) => (i * 7919 + (i >> 3)) % 256), /isn’t text/],
  ['half.docx', wordFile.bytes.slice(0, wordFile.bytes.length >> 1), /damaged or incomplete/],
  [
    'bomb.odt',
    zipSync({ mimetype: strToU8(odt), 'content.xml': new Uint8Array(1 << 26) }),
    /unpack to far more/,
  ],
  [
    'old.doc',
    Uint8Array.from('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', (c) => c.charCodeAt(0)),
    /can’t be read here/,
  ],
];

/** Letters that are hard to read and come in all the same: with these words, and this in their report. */
export const hard: readonly (readonly [file: IncomingFile, words: string, told: RegExp | undefined])[] = [
  [
    file(
      'broken.eml',
      'Subject: Broken\nContent-Type: multipart/mixed; boundary=x\n\n--x\n\nThe lamp is out.\n',
    ),
    'The lamp is out.',
    /mail/,
  ],
  [
    file('deep.html', `${'<div>'.repeat(10_000)}Down here it is dark.${'</div>'.repeat(10_000)}`),
    'Down here it is dark.',
    undefined,
  ],
  [file('lone.html', '<p>The lamp&#xD800; is out.</p>'), 'The lamp\ufffd is out.', undefined],
  [file('bidi.txt', 'The \u202elamp\u202c is out.'), 'The \u202elamp\u202c is out.', undefined],
  [file('nul.txt', 'The lamp\0 is out.'), 'The lamp is out.', /control character was removed/],
];
