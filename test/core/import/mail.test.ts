import { describe, expect, it } from 'vitest';
import { countingIds } from '../../../core/document/id.ts';
import { importFile } from '../../../core/import/file.ts';
import { letterFrom } from '../../../core/import/letter.ts';
import { noticeSentence } from '../../../core/import/messages.ts';
import { sketch } from './sketch.ts';

const HEADS = `From: Maud Ferris <maud@quillhaven.example>
To: Len Cottle <len@quillhaven.example>, "Ada Quill" <ada@quillhaven.example>
Subject: =?utf-8?Q?The_lamp_=E2=80=93_again?=
Date: Tue, 12 May 2026 23:30:00 -0500
MIME-Version: 1.0
`;
const utf8 = (text: string) => new TextEncoder().encode(text);

async function read(source: string, name = 'letter.eml') {
  const result = await importFile({ name, bytes: utf8(source) }, countingIds('b'));
  if (!result.ok) return { failure: result.failure.code };
  return {
    letters: result.file.letters.map(({ suggested, title, imported }) => ({
      suggested,
      title,
      blocks: sketch(imported.blocks),
      metadata: imported.metadata.filter(({ field }) => field !== 'direction' && field !== 'kind'),
    })),
    notices: result.imported.notices.map(noticeSentence),
    imported: result.imported,
  };
}
const text = (body: string, type = 'text/plain; charset=utf-8') => `${HEADS}Content-Type: ${type}\n\n${body}`;
const html = (body: string) => text(body, 'text/html; charset=utf-8');
const parts = async (source: string) =>
  (await read(source)).letters?.map(({ suggested, blocks }) => [suggested, ...blocks]);

describe('the heads of a mail', () => {
  it('become metadata, with the day where it was written', async () => {
    const { imported } = await read(text('The lamp is out.'));
    if (!imported) throw new Error('not read');
    const letter = letterFrom(imported, { id: 'l', code: 'A1', name: 'letter', language: 'en' });
    expect(letter).toMatchObject({
      kind: 'mail',
      addressee: 'Len Cottle, Ada Quill',
      item: {
        title: 'The lamp – again',
        author: [{ literal: 'Maud Ferris' }],
        issued: { 'date-parts': [[2026, 5, 12]] },
      },
    });
  });
});

describe('what a mail quotes', () => {
  it.each<[string, string, string[][]]>([
    [
      'beneath an attribution is folded',
      text(
        'I disagree.\n\nOn 3 May 2026 at 10:00, Len Cottle\n<len@quillhaven.example> wrote:\n\n> The lamp is lit.\n> Go and see.\n',
      ),
      [
        ['main', 'p: I disagree.'],
        ['history', 'p: The lamp is lit.⏎Go and see.'],
      ],
    ],
    [
      'in turn quotes another, which is folded too',
      text(
        'No.\n\nAm 3. Mai 2026 schrieb Len Cottle:\n> Yes.\n>\n> On 2 May 2026, Ada Quill wrote:\n>> Is it?\n',
      ),
      [
        ['main', 'p: No.'],
        ['history', 'p: Yes.'],
        ['history', 'p: Is it?'],
      ],
    ],
    [
      'stays where it is answered passage by passage',
      text('On 3 May 2026, Len Cottle wrote:\n> It is lit.\n\nIt isn’t.\n\n> Go and see.\n\nI did.\n'),
      [
        [
          'main',
          'p: On 3 May 2026, Len Cottle wrote:',
          '>p: It is lit.',
          'p: It isn’t.',
          '>p: Go and see.',
          'p: I did.',
        ],
      ],
    ],
    [
      'above the answer is folded',
      text('Le 3 mai 2026, Len Cottle a écrit :\n> It is lit.\n\nIt isn’t.\n'),
      [
        ['main', 'p: It isn’t.'],
        ['history', 'p: It is lit.'],
      ],
    ],
    [
      'in Outlook’s way is folded',
      html(
        '<p>No.</p><div style="border-top:solid 1pt"><p><b>Von:</b> Len Cottle &lt;len@q.example&gt;<br><b>Gesendet:</b> Sonntag, 3. Mai 2026 10:00<br><b>An:</b> Maud Ferris<br><b>Betreff:</b> Lamp</p></div><p>It is lit.</p>',
      ),
      [
        ['main', 'p: No.'],
        ['history', 'p: It is lit.'],
      ],
    ],
    [
      'in Gmail’s way is folded, with the signature',
      html(
        '<div>No.</div><div class="gmail_signature">Maud Ferris<br>Town Clerk</div><div class="gmail_quote"><div class="gmail_attr">On Sun, May 3, 2026 at 10:00 AM Len Cottle &lt;<a href="mailto:l@q.example">l@q.example</a>&gt; wrote:<br></div><blockquote class="gmail_quote">It is lit.</blockquote></div>',
      ),
      [
        ['main', 'p: No.'],
        ['signature', 'p: Maud Ferris⏎Town Clerk'],
        ['history', 'p: It is lit.'],
      ],
    ],
    [
      'as a forwarded message is the letter, if nothing is said about it',
      text(
        '---------- Forwarded message ---------\nFrom: Len Cottle <len@q.example>\nDate: Sun, 3 May 2026\nSubject: Lamp\nTo: Maud Ferris\n\nIt is lit.\n',
      ),
      [['main', 'p: It is lit.']],
    ],
    [
      'is nothing where nothing is quoted',
      text('On Monday I wrote:\n\nthe lamp is out.'),
      [['main', 'p: On Monday I wrote:', 'p: the lamp is out.']],
    ],
  ])('%s', async (_, source, expected) => {
    expect(await parts(source)).toEqual(expected);
  });
  it('tells whose it is and when', async () => {
    const { letters } = await read(
      text('No.\n\nOn Sun, May 3, 2026 at 10:00 AM, Len Cottle <len@q.example> wrote:\n> Yes.'),
    );
    expect(letters?.[1]).toMatchObject({
      title: 'Len Cottle, 2026-05-03',
      metadata: [
        { field: 'author', value: 'Len Cottle', foundIn: 'attribution line' },
        { field: 'date', value: '2026-05-03', foundIn: 'attribution line' },
      ],
    });
  });
});

describe('the text of a mail', () => {
  it.each<[string, string, string[][]]>([
    [
      'without its signature',
      text('The lamp is out.\n\n-- \nMaud Ferris\nTown Clerk\n'),
      [
        ['main', 'p: The lamp is out.'],
        ['signature', 'p: Maud Ferris⏎Town Clerk'],
      ],
    ],
    [
      'without what a telephone adds',
      text('The lamp is out.\n\nSent from my iPhone\n'),
      [
        ['main', 'p: The lamp is out.'],
        ['signature', 'p: Sent from my iPhone'],
      ],
    ],
    [
      'with flowing lines made whole',
      text('The lamp over the door \nis out.\n\nNext.\n', 'text/plain; charset=utf-8; format=flowed'),
      [['main', 'p: The lamp over the door is out.', 'p: Next.']],
    ],
    ['in another character set', text('Caf\u00e9', 'text/plain; charset=utf-8'), [['main', 'p: Café']]],
    [
      'from its HTML where it has both',
      `${HEADS}Content-Type: multipart/alternative; boundary=x\n\n--x\nContent-Type: text/plain\n\nplain\n--x\nContent-Type: text/html\n\n<p>a <b>b</b>\n--x--\n`,
      [['main', 'p: a **b**']],
    ],
  ])('%s', async (_, source, expected) => {
    expect(await parts(source)).toEqual(expected);
  });
  it('shows the pictures that are in it, and tells what is attached', async () => {
    const gif = 'R0lGODlhAQABAAAAACw=';
    const body = [
      '--x\nContent-Type: text/html\n\n<p>a</p><img src="cid:lamp@q" alt="Lamp">',
      `--x\nContent-Type: image/gif\nContent-ID: <lamp@q>\nContent-Transfer-Encoding: base64\n\n${gif}`,
      '--x\nContent-Type: application/pdf; name="plan.pdf"\nContent-Disposition: attachment; filename="plan.pdf"\nContent-Transfer-Encoding: base64\n\nJVBERi0=\n--x--\n',
    ].join('\n');
    const { letters, notices } = await read(`${HEADS}Content-Type: multipart/related; boundary=x\n\n${body}`);
    expect([letters?.[0]?.blocks, notices]).toEqual([
      ['p: a', 'picture Lamp: '],
      ['An attachment was left out (plan.pdf).'],
    ]);
  });
});

describe('a box of mails', () => {
  it('gives each of them', async () => {
    const one = `From maud@q.example Sun May  3 10:00:00 2026\n${text('One.\n\n>From here on.')}\n\n`;
    const two = `From len@q.example Mon May  4 10:00:00 2026\n${text('Two.')}\n`;
    const { letters } = await read(one + two, 'box.mbox');
    expect(letters?.map(({ suggested, blocks }) => [suggested, ...blocks])).toEqual([
      ['main', 'p: One.', 'p: From here on.'],
      ['main', 'p: Two.'],
    ]);
  });
});

describe('a broken mail', () => {
  it.each<[string, string, string[], string[]]>([
    [
      'is read as far as it goes',
      `${HEADS}Content-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: text/plain\n\nThe lamp is`,
      ['p: The lamp is'],
      ['The end of the mail is missing; what is there was taken.'],
    ],
    [
      'without its parts is read as text',
      `${HEADS}Content-Type: multipart/mixed; boundary=x\n\nThe lamp is out.\n\n--y--\n--x--`,
      ['p: The lamp is out.'],
      ['The mail doesn’t follow the rules of mail; what could be read of it was taken.'],
    ],
    [
      'with an unknown encoding is read',
      text('The lamp is out.', 'text/plain; charset=nonsense'),
      ['p: The lamp is out.'],
      [],
    ],
  ])('%s', async (_, source, blocks, notices) => {
    const result = await read(source);
    expect(result.letters?.[0]?.blocks[0]).toBe(blocks[0]);
    expect(result.notices).toEqual(notices);
  });
  it('without words is refused', async () => {
    expect(await read(HEADS + '\n')).toEqual({ failure: 'no-text' });
  });
});
