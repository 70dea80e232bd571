import { describe, expect, it } from 'vitest';
import { countingIds } from '../../../core/document/id.ts';
import { importFile } from '../../../core/import/file.ts';
import { noticeSentence } from '../../../core/import/messages.ts';
import { sketch } from './sketch.ts';

async function read(source: string, name = 'page.html', mediaType?: string) {
  const result = await importFile(
    { name, bytes: new TextEncoder().encode(source), mediaType },
    countingIds('b'),
  );
  if (!result.ok) return { failure: result.failure.code };
  const { imported, file } = result;
  return {
    blocks: sketch(imported.blocks),
    notices: imported.notices.map(noticeSentence),
    metadata: imported.metadata,
    alternatives: file.alternatives.map((each) => ({
      label: each.label,
      blocks: sketch(each.imported.blocks),
    })),
    pictures: imported.pictures.length,
  };
}

const PARAGRAPHS = [
  'The lamp over the door of the library has been out since the bank closed, and nobody has lit it, although the committee resolved in spring that it should burn.',
  'The stove smokes when the wind stands in the harbour, and the children who wait there for the ferry go home with red eyes, of which the report says nothing.',
  'We have counted the chairs, the books and the hands in the hall, and we find that the council has counted none of them, or has counted them in summer, at noon.',
  'A library is a promise made to strangers, and a town that breaks it will find that strangers notice, and that they write letters to the Harbour Gazette.',
];
const ARTICLE = `<article><h1>The Lamp</h1>${PARAGRAPHS.map((words) => `<p>${words}</p>`).join('')}<p>Short.</p></article>`;
const AROUND = {
  before:
    '<header><nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul></nav></header>',
  after: `<aside><h2>Most read</h2><ul>${['Ferry late again', 'Gale warning', 'Chairs', 'Slates found'].map((title) => `<li><a href="/x">${title} in the town of Quillhaven</a></li>`).join('')}</ul></aside><footer><p>Terms of use, privacy and other small matters of the Harbour Gazette.</p></footer>`,
};
const page = (body: string, head = '') =>
  `<!doctype html><html lang="en"><head><title>The Lamp | Gazette</title>${head}</head><body>${body}</body></html>`;
const LETTER = ['h1: The Lamp', ...PARAGRAPHS.map((words) => `p: ${words}`), 'p: Short.'];

describe('a page saved from the web', () => {
  it('gives its main text, with the whole page beside it', async () => {
    const { blocks, notices, alternatives } = await read(page(AROUND.before + ARTICLE + AROUND.after));
    expect(blocks?.slice(0, LETTER.length - 1)).toEqual(LETTER.slice(0, -1));
    expect(blocks?.join()).not.toContain('Most read');
    expect(notices).toContain('The main text of the page was taken, without what stands around it.');
    expect(alternatives?.[0]?.label).toBe('whole-page');
    expect(alternatives?.[0]?.blocks.join()).toContain('Most read');
  });
  it.each([
    ['has nothing around its text', page(ARTICLE)],
    ['is no article', page(`${AROUND.before}<p>The lamp is out.</p>${AROUND.after}`)],
  ])('is taken whole where it %s', async (_, html) => {
    expect((await read(html)).alternatives).toEqual([]);
  });
  it('is taken whole from the clipboard', async () => {
    const { blocks } = await read(
      page(AROUND.before + ARTICLE + AROUND.after),
      'clipboard.html',
      'text/html',
    );
    expect(blocks?.join()).toContain('Most read');
  });
});

describe('what a page says of itself in JSON-LD', () => {
  const told = (data: unknown) =>
    page(ARTICLE, `<script type="application/ld+json">${JSON.stringify(data)}</script>`);
  const article = {
    '@type': 'NewsArticle',
    headline: 'The Lamp',
    author: [{ '@type': 'Person', name: 'Conrad Pym' }],
    datePublished: '2026-05-09T08:00:00+01:00',
    publisher: { '@type': 'Organization', name: 'Harbour Gazette' },
  };
  const expected = [
    { field: 'title', value: 'The Lamp', foundIn: 'JSON-LD' },
    { field: 'author', value: 'Conrad Pym', foundIn: 'JSON-LD' },
    { field: 'date', value: '2026-05-09', foundIn: 'JSON-LD' },
    { field: 'container-title', value: 'Harbour Gazette', foundIn: 'JSON-LD' },
  ];
  it.each<[string, unknown]>([
    ['as one thing', article],
    ['in a list', [{ '@type': 'BreadcrumbList' }, article]],
    [
      'in a graph',
      {
        '@graph': [
          { '@type': 'WebPage', name: 'x' },
          { ...article, publisher: { '@id': '#p' } },
          { '@id': '#p', '@type': 'Organization', name: 'Harbour Gazette' },
        ],
      },
    ],
  ])('%s', async (_, data) => {
    const { metadata } = await read(told(data));
    expect(metadata?.filter(({ foundIn }) => foundIn === 'JSON-LD')).toEqual(expected);
  });
  it('broken, is passed over', async () => {
    expect((await read(page(ARTICLE, '<script type="application/ld+json">{</script>'))).blocks).toEqual(
      LETTER,
    );
  });
});

describe('a page with its pictures in one file', () => {
  const mhtml = `From: <Saved by a browser>
Snapshot-Content-Location: https://gazette.example/lamp
Subject: =?utf-8?Q?The_Lamp_=E2=80=93_Gazette?=
MIME-Version: 1.0
Content-Type: multipart/related;
	type="text/html";
	boundary="----x----"

------x----
Content-Type: text/html
Content-Transfer-Encoding: quoted-printable
Content-Location: https://gazette.example/lamp

<html><head><meta charset=3D"utf-8"></head><body><p>The lamp =E2=80=93 out o=
f order. <a href=3D"/more">More</a></p><img src=3D"lamp.gif?a=3D1&amp;b=3D2" alt=3D"Lamp"><img src=3D"cid:two@x" alt=3D"Two"></body></html>
------x----
Content-Type: image/gif
Content-Transfer-Encoding: base64
Content-Location: https://gazette.example/lamp.gif?a=1&b=2

R0lGODlhAQABAAAAACw=
------x----
Content-Type: image/gif
Content-Transfer-Encoding: base64
Content-ID: <two@x>

R0lGODlhAQABAAAAACw=
------x------
`;
  it.each([
    ['with line feeds', mhtml],
    ['with carriage returns', mhtml.replaceAll('\n', '\r\n')],
  ])('%s', async (_, source) => {
    expect(await read(source, 'lamp.mhtml')).toMatchObject({
      blocks: [
        'p: The lamp – out of order. [More](https://gazette.example/more)',
        'picture Lamp: ',
        'picture Two: ',
      ],
      pictures: 2,
      notices: [],
    });
  });
  it('tells its address and title', async () => {
    const { metadata } = await read(mhtml, 'lamp.mht');
    expect(metadata).toContainEqual({
      field: 'URL',
      value: 'https://gazette.example/lamp',
      foundIn: 'saved page',
    });
    expect(metadata).toContainEqual({ field: 'title', value: 'The Lamp – Gazette', foundIn: 'saved page' });
  });
  it('without a page is refused', async () => {
    expect(await read('Content-Type: multipart/related; boundary=x\n\n--x\n\nlamp\n--x--', 'a.mht')).toEqual({
      failure: 'no-text',
    });
  });
});
