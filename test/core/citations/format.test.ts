/// <reference path="../../../core/citations/citeproc.d.ts" />
import CSL from 'citeproc';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { cslNode } from '../../../core/citations/csl-node.ts';
import { STYLES } from '../../../core/citations/csl/styles.js';
import { cleanItem } from '../../../core/citations/clean-item.ts';
import { formatCitations } from '../../../core/citations/format.ts';
import { localeNode } from '../../../core/citations/locale.ts';
import { BUNDLED_STYLES, type ChosenStyle } from '../../../core/derived/citation-style.ts';
import type { CitationOrder, FormattedCitations, Stretch } from '../../../core/derived/citation-order.ts';
import type { CitationItem, Span } from '../../../core/text/block.ts';
import { WORKS } from './works.ts';

/** A busy machine isn't a fault. */
vi.setConfig({ testTimeout: 180_000 });

const cite = (...items: readonly CitationItem[]) => items;
const CLUSTERS = [
  cite({ reference: 'ashgrove', locator: '41' }),
  cite({ reference: 'ashgrove', locator: '3', label: 'chapter' }),
  cite(
    { reference: 'tarn', prefix: 'see' },
    { reference: 'pike', locator: '103', suffix: ', and elsewhere' },
  ),
  cite({ reference: 'ashgrove-b' }),
  cite({ reference: 'pike', locator: '7', authorOut: true }),
  cite({ reference: 'report' }, { reference: 'webpage' }, { reference: 'hebrew' }, { reference: 'letter' }),
  cite({ reference: 'ashgrove', locator: '42' }),
];

function order(style: ChosenStyle, clusters = CLUSTERS, language = 'en-US', works = WORKS): CitationOrder {
  return {
    style,
    language,
    items: works,
    missing: 'missing work',
    clusters: clusters.map((items, i) => ({ id: `c${i}`, note: style.notes ? i + 1 : 0, items })),
  };
}

/** What citeproc itself gives out as plain text. */
function itself({ style, language, items, clusters }: CitationOrder) {
  const known = new Map(items.map((item) => [item.id, cleanItem(item)]));
  const engine = new CSL.Engine(
    { retrieveLocale: localeNode, retrieveItem: (id) => known.get(id)! },
    cslNode(STYLES[style.id as keyof typeof STYLES]),
    language,
    true,
  );
  const texts = engine.rebuildProcessorState(
    clusters.map((cluster) => ({
      citationID: cluster.id,
      citationItems: cluster.items.map(({ reference, locator, label, prefix, suffix, authorOut }) => ({
        id: reference,
        ...(locator ? { locator, label: label ?? 'page' } : {}),
        ...(prefix ? { prefix: `${prefix} ` } : {}),
        ...(suffix ? { suffix } : {}),
        ...(authorOut ? { 'suppress-author': true } : {}),
      })),
      properties: { noteIndex: cluster.note },
    })),
    'text',
  );
  engine.setOutputFormat('text');
  const [, entries] = engine.makeBibliography() || [undefined, []];
  return {
    citations: texts.map(([, , text]) => text),
    bibliography: entries.map(entryText),
  };
}

/** Spaces between an entry’s number and its words are for the page to set. */
const entryText = (entry: string): string =>
  entry
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(\[?\d+[\].]) /, '$1');
const textOf = (spans: readonly Span[]): string => spans.map(({ text }) => text).join('');
const wordsOf = (content: readonly Stretch[]): string => content.map((part) => textOf(part.content)).join('');
const told = ({ citations, bibliography }: FormattedCitations) => ({
  citations: Object.values(citations).map(({ content }) => wordsOf(content)),
  bibliography: bibliography.map(({ margin, content }) =>
    entryText(`${textOf(margin ?? [])}${textOf(content)}`),
  ),
});

describe.each([...BUNDLED_STYLES])('in the style $name', (style) => {
  it.each(['en-US', 'de-DE'])('citations and bibliography read as citeproc has them, in %s', (language) => {
    const asked = order(style, CLUSTERS, language);
    const made = formatCitations(asked);
    expect(made.failed).toBe(false);
    expect(told(made)).toEqual(itself(asked));
  });

  it('each entry is that of its work, and what is cited alone leads there', () => {
    const made = formatCitations(order(style));
    const listed = made.bibliography.map(({ reference }) => reference);
    expect(new Set(listed).size).toBe(listed.length);
    expect(listed).toContain('ashgrove');
    expect(made.citations['c3']?.content.every(({ reference }) => reference === 'ashgrove-b')).toBe(true);
  });

  it('titles are set in italics, and nothing in a work is more than words', () => {
    const made = formatCitations(order(style));
    const spans = made.bibliography.flatMap(({ content }) => content);
    expect(spans.some(({ marks }) => marks?.includes('emphasis'))).toBe(true);
    expect(spans.every(({ link }) => link === undefined || /^https?:/.test(link))).toBe(true);
    expect(textOf(spans)).not.toMatch(/[\ue000-\ue0ff]|%%STRING%%/);
  });
});

describe('citations', () => {
  const [authorDate, notes] = BUNDLED_STYLES;

  it('of works that aren’t there say so', () => {
    const made = formatCitations(
      order(authorDate, [cite({ reference: 'gone' }), cite({ reference: 'pike' }, { reference: 'gone' })]),
    );
    expect(told(made).citations).toEqual(['(missing work)', '(Pike 2001) [missing work]']);
    expect(Object.values(made.citations).map(({ missing }) => missing)).toEqual([true, true]);
  });

  it('with the author in the sentence have him before the brackets, or before the note', () => {
    const narrative = (style: ChosenStyle) => {
      const plain = order(style, [cite({ reference: 'pike', locator: '12' })]);
      return formatCitations({
        ...plain,
        clusters: plain.clusters.map((c) => ({ ...c, mode: 'narrative' as const })),
      });
    };
    expect(told(narrative(authorDate)).citations).toEqual(['Pike (2001, 12)']);
    expect(narrative(notes).citations['c0']).toMatchObject({ lead: 'Pike' });
    expect(told(narrative(BUNDLED_STYLES[4])).citations).toEqual(['Pike [1, p. 12]']);
  });

  it('of several works lead to each, where the style keeps them apart', () => {
    const made = formatCitations(order(authorDate, [cite({ reference: 'tarn' }, { reference: 'pike' })]));
    expect(made.citations['c0']?.content.map(({ reference }) => reference)).toEqual([
      'tarn',
      undefined,
      'pike',
    ]);
  });

  it('are formatted whatever the style file or the works hold', () => {
    const broken = { ...authorDate, csl: '<style/>' };
    const made = formatCitations(order(broken, [cite({ reference: 'pike', locator: '12' })]));
    expect(made.failed).toBe(true);
    expect(told(made).citations).toEqual(['(Pike 2001, 12)']);
    const odd = [
      { id: 'odd', type: 'book', title: 7, author: [null, 4, { family: {} }], issued: 'then', page: ['1'] },
    ] as unknown as typeof WORKS;
    expect(formatCitations(order(authorDate, [cite({ reference: 'odd' })], 'en', odd)).failed).toBe(false);
  });

  it('are the same whatever the order in which works were added, and follow the order of the text (insertion order)', () => {
    const numbers = fc.shuffledSubarray([...WORKS], { minLength: WORKS.length });
    fc.assert(
      fc.property(numbers, fc.shuffledSubarray([...CLUSTERS], { minLength: 2 }), (works, clusters) => {
        const style = BUNDLED_STYLES[4];
        const made = told(formatCitations(order(style, clusters, 'en-US', works)));
        expect(made).toEqual(told(formatCitations(order(style, clusters))));
        const first = clusters.flatMap((items) => items.map(({ reference }) => reference));
        expect(made.bibliography.length).toBe(new Set(first).size);
        expect(made.citations[0]).toContain('[1');
      }),
      { numRuns: 12 },
    );
  });
});
