import type { Nodes, Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { renderMarkdown } from '../../../core/export/markdown.ts';
import { publish } from '../../../core/export/publish.ts';
import { hostile } from './hostile.ts';
import { pamphlet } from './library.ts';

const parse = (markdown: string): Root => unified().use(remarkParse).use(remarkGfm).parse(markdown);
function* nodes(node: Nodes): Generator<Nodes> {
  yield node;
  if ('children' in node) for (const child of node.children) yield* nodes(child);
}
const textOf = (node: Nodes): string =>
  'children' in node ? node.children.map(textOf).join('') : 'value' in node ? node.value : '';

describe('a pamphlet as Markdown', () => {
  const markdown = renderMarkdown(publish(pamphlet));
  const all = [...nodes(parse(markdown))];

  it.each([
    ['the title', '# Seven Steps\n'],
    ['the part', '## Part 1. To the Council\n'],
    ['the point', '### 1. The figures\n'],
    ['emphasis', '> The number of visitors has **_fallen by half_** since 2019.'],
    ['the source', '> — **A1-1** Maud Ferris, Statement of the Council, 3 May 2026, ¶\u00a01'],
    ['a passage joined by an omission', '> Nobody reads \\[…] no chair'],
    [
      'a cross reference and a citation',
      'It was shut; see [point 2](#chairs) and [(Ashgrove 2019, 41)](#ashgrove)[^1].',
    ],
    ['a demand', '<a id="count"></a>[**Demand 1.**](#count_listed) That visits be counted.'],
    [
      'the list of demands',
      '<a id="count_listed"></a>**1.** That visits be counted. ([from point 1](#count))',
    ],
    ['a note', '[^1]: By the daybook[^2]'],
    ['a table', '| Year | Visits |'],
    ['verse', 'Turn down the wick,\\\nturn out the light.'],
    [
      'the beginnings of passages',
      '**\\[A1-1]** The number of visitors has **\\[A1-2]** **_fallen by half_**',
    ],
    ['a work cited', 'Ashgrove. 2019. *A Room*.'],
  ])('tells %s', (_, words) => expect(markdown).toContain(words));

  it('reads back with its notes, its lists and its headings', () => {
    const count = (type: string) => all.filter((node) => node.type === type).length;
    expect(count('footnoteReference')).toBe(2);
    expect(count('footnoteDefinition')).toBe(2);
    expect(count('table')).toBe(1);
    expect(all.filter((node) => node.type === 'heading').map(({ depth }) => depth)[0]).toBe(1);
    expect(all.filter((node) => node.type === 'list').map(({ ordered }) => ordered)).toContain(true);
  });

  it('keeps what is private to itself', () => expect(markdown).not.toContain('PRIVATE'));

  it('lets no text become markup', () => {
    const words =
      '<script>alert(1)</script> *a* _b_ `c` [d](javascript:e) ![f](https://evil.example/g) | # h\n- i ';
    const root = parse(renderMarkdown(publish(hostile(pamphlet, words))));
    const found = [...nodes(root)];
    // What links lead to is marked in HTML, by ids that are nothing but ids.
    const anchor = /^(<a id="[a-z][a-z0-9-]*(_listed)?">|<\/a>)$/;
    const markup = found.filter((node) => node.type === 'html' && !anchor.test(node.value));
    expect([...markup, ...found.filter(({ type }) => type === 'image')]).toEqual([]);
    for (const node of found)
      if (node.type === 'link') expect(node.url).toMatch(/^(https?:|mailto:|#[a-z])/i);
    expect(textOf(root)).toContain('<script>alert(1)</script> *a* _b_ `c` [d](javascript:e)');
  });
});
