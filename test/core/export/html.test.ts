import { createHash } from 'node:crypto';
import type { Element, Nodes, Root } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import type { Project } from '../../../core/document/project.ts';
import { renderHtml } from '../../../core/export/html/page.ts';
import { publish } from '../../../core/export/publish.ts';
import { paragraphs, point, project, section, written } from '../derived/quillhaven.ts';
import { hostile } from './hostile.ts';
import { pamphlet } from './library.ts';

const PNG = 'iVBORw0KGgo=';
const resources = {
  fonts: [
    { family: 'Inter', weight: 400, style: 'normal' as const, mediaType: 'font/woff2', base64: 'd09GMg==' },
  ],
  pictures: new Map([['door', { mediaType: 'image/png', base64: PNG }]]),
};
const render = (of: Project) => renderHtml(publish(of), resources);
const parse = (html: string): Root => unified().use(rehypeParse).parse(html);

function* elements(node: Nodes): Generator<Element> {
  if (node.type === 'element') yield node;
  if ('children' in node) for (const child of node.children) yield* elements(child);
}
const all = (root: Nodes, ...names: string[]) =>
  [...elements(root)].filter(({ tagName }) => names.includes(tagName));
const textOf = (node: Nodes): string =>
  'children' in node
    ? node.children.map((child) => textOf(child)).join('')
    : node.type === 'text'
      ? node.value
      : '';
const attribute = (element: Element, name: string) => element.properties[name];
const withClass = (root: Nodes, name: string) =>
  [...elements(root)].filter(
    ({ properties: { className } }) => Array.isArray(className) && className.includes(name),
  );

const cases: readonly (readonly [string, Project])[] = [
  ['a whole pamphlet', pamphlet],
  ['an empty project', project()],
  ['hostile texts', hostile(pamphlet)],
  ['hostile links', hostile(pamphlet, '', 'data:text/html,<script>alert(1)</script>')],
  [
    'a pamphlet without its letters',
    { ...pamphlet, settings: { ...pamphlet.settings, lettersAppended: false } },
  ],
];

describe.each(cases)('the page of %s', (_, of) => {
  const html = render(of);
  const root = parse(html);

  it('has no script, no handler and nothing but its own style', () => {
    const names = new Set([...elements(root)].map(({ tagName }) => tagName));
    for (const name of [
      'script',
      'iframe',
      'object',
      'embed',
      'form',
      'link',
      'base',
      'svg',
      'math',
      'template',
    ]) {
      expect(names).not.toContain(name);
    }
    expect(all(root, 'style')).toHaveLength(1);
    for (const { properties } of elements(root)) {
      expect(Object.keys(properties).filter((name) => /^on|^style$|^srcdoc$/i.test(name))).toEqual([]);
    }
  });

  it('fetches nothing: no address but its own parts, data, and links that a reader may follow', () => {
    for (const { tagName, properties } of elements(root)) {
      if (properties.src !== undefined) expect(properties.src).toMatch(/^data:image\/png;base64,/);
      if (properties.href === undefined) continue;
      expect(tagName).toBe('a');
      expect(properties.href).toMatch(/^(#|https?:|mailto:)/);
    }
    const style = textOf(all(root, 'style')[0]!);
    expect(style.match(/url\((?!data:)|@import/g)).toBeNull();
  });

  it('forbids the rest by its policy, which names the very style sheet', () => {
    const policy = all(root, 'meta').find(
      ({ properties }) => properties.httpEquiv?.toString() === 'Content-Security-Policy',
    );
    const hash = createHash('sha256')
      .update(textOf(all(root, 'style')[0]!))
      .digest('base64');
    expect(policy?.properties.content).toBe(
      `default-src 'none'; style-src 'sha256-${hash}'; font-src data:; img-src data:; base-uri 'none'; form-action 'none'`,
    );
  });

  it('has unique ids, and every link within it leads to one', () => {
    const ids = [...elements(root)].flatMap(({ properties }) => properties.id ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    for (const link of all(root, 'a')) {
      const href = String(attribute(link, 'href'));
      if (href.startsWith('#')) expect(ids).toContain(href.slice(1));
    }
    for (const { properties } of elements(root)) {
      for (const id of (properties.ariaLabelledBy as string[] | undefined) ?? []) expect(ids).toContain(id);
    }
  });

  it('has one h1, headings without a gap and without emptiness, and one main', () => {
    const headings = all(root, 'h1', 'h2', 'h3', 'h4', 'h5', 'h6');
    const ranks = headings.map(({ tagName }) => Number(tagName[1]));
    expect(ranks[0]).toBe(1);
    expect(ranks.filter((rank) => rank === 1)).toHaveLength(1);
    ranks.forEach((rank, i) => expect(rank - (ranks[i - 1] ?? 0)).toBeLessThanOrEqual(1));
    for (const heading of headings) expect(textOf(heading).trim()).not.toBe('');
    expect(all(root, 'main')).toHaveLength(1);
    expect(all(root, 'nav')).toHaveLength(1);
  });

  it('names every link and every picture', () => {
    for (const link of all(root, 'a'))
      expect(`${attribute(link, 'ariaLabel') ?? ''}${textOf(link)}`.trim()).not.toBe('');
    for (const image of all(root, 'img')) expect(attribute(image, 'alt')).toBeTypeOf('string');
  });

  it('is the same each time', () => expect(render(structuredClone(of))).toBe(html));
});

describe('the page of a pamphlet', () => {
  const root = parse(render(pamphlet));

  it('shows hostile words as words', () => {
    const text = textOf(all(parse(render(hostile(pamphlet))), 'body')[0]!);
    expect(text).toContain('<script>alert(1)</script>');
    expect(text).not.toMatch(/[\u0000\u202e]/);
  });

  it('leads from each point to its passages and back', () => {
    const [figure] = withClass(root, 'quotation');
    expect(all(figure!, 'blockquote')[0]!.properties).toMatchObject({
      cite: 'https://quillhaven.example/statement',
      lang: 'en',
      dir: 'ltr',
    });
    expect(all(figure!, 'a').map((link) => [attribute(link, 'href'), textOf(link)])).toEqual([
      ['#half', 'A1-1'],
    ]);
    const bracket = [...elements(root)].find(({ properties }) => properties.id === 'half');
    expect(all(bracket!, 'a').map((link) => [attribute(link, 'href'), attribute(link, 'ariaLabel')])).toEqual(
      [
        ['#figures', 'point 1'],
        ['#chairs', 'point 2'],
      ],
    );
  });

  it('gives each point a permanent link', () => {
    expect(withClass(root, 'permalink').map((link) => attribute(link, 'href'))).toEqual([
      '#figures',
      '#chairs',
      '#more',
    ]);
  });

  it('sets two passages against each other with a word between them', () => {
    const [pair] = withClass(root, 'pair');
    expect(withClass(pair!, 'quotation')).toHaveLength(2);
    expect(withClass(pair!, 'against').map(textOf)).toEqual(['against']);
  });

  it('marks overlapping passages one within the other, in different lanes', () => {
    const [outer] = all(root, 'mark').filter((mark) => all(mark, 'mark').length > 1);
    expect(all(outer!, 'mark').map(({ properties }) => properties.className)).toEqual([
      ['style-1', 'lane-0'],
      ['style-5', 'lane-1'],
    ]);
  });

  it('gathers the notes with ways back', () => {
    const notes = [...elements(root)].filter(({ properties }) => /^note_\d+$/.test(String(properties.id)));
    expect(notes.map((note) => textOf(note).replace(/\s*\u00a0?↩\ufe0e$/, ''))).toEqual([
      'By the daybook2',
      'kept since 1891',
    ]);
    expect(notes.map((note) => attribute(all(note, 'a').at(-1)!, 'href'))).toEqual([
      '#note_1_mark',
      '#note_2_mark',
    ]);
  });

  it('keeps lists in lists, quotations, the direction and the lines of verse', () => {
    const body = withClass(root, 'letter-body')[0]!;
    const [list] = all(body, 'ol');
    expect(list!.properties.type).toBe('1');
    expect(all(all(list!, 'li')[1]!, 'ul')).toHaveLength(1);
    expect(textOf(all(body, 'blockquote')[0]!)).toContain('penny');
    expect(all(body, 'p').some(({ properties }) => properties.dir === 'rtl')).toBe(true);
    expect(all(withClass(body, 'verse')[0]!, 'br')).toHaveLength(1);
    expect(all(body, 'th').map(({ properties }) => properties.scope)).toEqual(['col', 'col']);
  });

  it('doesn’t say a letter’s title twice', () => {
    const title = all(root, 'h3', 'h4', 'h5').filter((h) => textOf(h) === 'Statement of the Council');
    expect(title).toHaveLength(1);
  });

  it('tells a picture that is missing by its words', () => {
    const without = parse(renderHtml(publish(pamphlet), { ...resources, pictures: new Map() }));
    expect(all(without, 'img')).toEqual([]);
    expect(textOf(withClass(without, 'picture')[0]!)).toBe('The doorSeven steps');
  });

  it('takes no picture of another kind', () => {
    const pictures = new Map([['door', { mediaType: 'image/svg+xml', base64: PNG }]]);
    expect(all(parse(renderHtml(publish(pamphlet), { ...resources, pictures })), 'img')).toEqual([]);
  });

  it('nests headings of an answer under the point', () => {
    const of = project({
      sections: [
        section(
          's',
          [
            point(
              'p',
              [],
              [
                { id: 'x', type: 'heading', level: 5, content: [{ text: 'Deep' }] },
                { id: 'y', type: 'heading', level: 6, content: [{ text: 'Deeper' }] },
                { id: 'z', type: 'heading', level: 2, content: [{ text: 'Shallow' }] },
                written('w', { text: 'Words.' }),
              ],
            ),
          ],
          { title: 'Part' },
        ),
      ],
    });
    const names = all(parse(render(of)), 'h4', 'h5', 'h6').map(({ tagName }) => tagName);
    expect(names).toEqual(['h4', 'h5', 'h4']);
  });

  it('is in the language and direction of the pamphlet', () => {
    const hebrew = project({ introduction: paragraphs('i', 'שלום') });
    const [html] = all(
      parse(render({ ...hebrew, settings: { ...hebrew.settings, language: 'he', direction: 'rtl' } })),
      'html',
    );
    expect(html!.properties).toMatchObject({ lang: 'he', dir: 'rtl' });
    expect(textOf(html!)).toContain('הקדמה');
  });
});
