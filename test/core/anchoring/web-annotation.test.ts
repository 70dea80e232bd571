import { describe, expect, it } from 'vitest';
import { readAnnotations } from '../../../core/anchoring/web-annotation.ts';
import { annotationsOf, letterOfAnnotation } from '../../../core/export/annotations.ts';
import { countingIds } from '../../../core/document/id.ts';
import {
  annotateLetter,
  annotationPlacer,
  isPlacedExactly,
} from '../../../core/operations/annotate-letter.ts';
import { checkOperation } from '../../support/check-operation.ts';
import { highlight, letter, paragraphs, project, rangeOf } from '../derived/quillhaven.ts';

const context = 'http://www.w3.org/ns/anno.jsonld';
const selector = { type: 'TextQuoteSelector', exact: 'the roof' };
const target = { source: 'https://quillhaven.example/letter', selector };
const sound = { '@context': context, id: 'urn:q:1', type: 'Annotation', target };
const quoted = [[{ type: 'TextQuoteSelector', exact: 'the roof' }]];
const base = {
  id: 'urn:q:1',
  source: 'https://quillhaven.example/letter',
  note: '',
  tags: [],
  targets: quoted,
};

describe('annotations', () => {
  it.each<[string, unknown, object]>([
    ['alone', sound, base],
    [
      'in a page',
      { '@context': [context], type: 'AnnotationPage', items: [{ ...sound, '@context': undefined }] },
      base,
    ],
    [
      'in a collection',
      { '@context': context, type: 'AnnotationCollection', first: { items: [sound] } },
      base,
    ],
    ['with a value for a body', { ...sound, bodyValue: 'Ask.' }, { ...base, note: 'Ask.' }],
    [
      'with bodies and tags',
      {
        ...sound,
        body: [
          { type: 'TextualBody', value: '<p>Ask <b>when</b>.</p>', format: 'text/html' },
          { type: 'TextualBody', value: 'Claim', purpose: 'tagging' },
          'https://quillhaven.example/picture',
        ],
      },
      { ...base, note: 'Ask when.', tags: ['Claim'] },
    ],
    [
      'of Hypothesis',
      {
        total: 1,
        rows: [
          {
            id: 'h1',
            uri: 'https://quillhaven.example/letter',
            text: 'Ask.',
            tags: ['claim'],
            target: [
              {
                source: 'https://quillhaven.example/letter',
                selector: [selector, { type: 'TextPositionSelector', start: 1, end: 9 }],
              },
            ],
          },
        ],
      },
      {
        ...base,
        id: 'h1',
        note: 'Ask.',
        tags: ['claim'],
        targets: [[...(quoted[0] ?? []), { type: 'TextPositionSelector', start: 1, end: 9 }]],
      },
    ],
    [
      'of Recogito',
      [
        {
          id: 'r1',
          bodies: [{ purpose: 'tagging', value: 'Claim' }],
          target: { selector: [{ quote: 'the roof', start: 1, end: 9 }] },
        },
      ],
      {
        ...base,
        id: 'r1',
        source: '',
        tags: ['Claim'],
        targets: [[{ type: 'UnitPosition', start: 1, end: 9 }, ...(quoted[0] ?? [])]],
      },
    ],
    [
      'of an address with a text fragment',
      { ...sound, target: 'https://quillhaven.example/letter#:~:text=the%20roof' },
      {
        ...base,
        source: 'https://quillhaven.example/letter#:~:text=the%20roof',
        targets: [[{ type: 'TextFragment', start: 'the roof' }]],
      },
    ],
  ])('%s are read', (_, json, expected) => {
    expect(readAnnotations(json)).toEqual({ annotations: [expected], refused: [] });
  });

  const over = (more: object) => ({ ...sound, ...more });
  const selecting = (one: unknown) => over({ target: { source: 'x', selector: one } });
  it.each<[string, unknown]>([
    ['none', []],
    ['none', 7],
    ['object', ['words']],
    ['context', over({ '@context': undefined })],
    ['id', over({ id: 7 })],
    ['type', over({ type: 'Note' })],
    ['target', over({ target: undefined })],
    ['body-or-value', over({ body: [], bodyValue: 'x' })],
    ['body-value', over({ bodyValue: ['x'] })],
    ['textual-body', over({ body: { type: 'TextualBody' } })],
    ['selector', over({ target: 'https://quillhaven.example/' })],
    ['selector-type', selecting('the roof')],
    ['selector-unknown', selecting({ type: 'SvgSelector', value: '<svg/>' })],
    ['quote-exact', selecting({ type: 'TextQuoteSelector', exact: ['a', 'b'] })],
    ['quote-context', selecting({ ...selector, prefix: 9 })],
    ['position-numbers', selecting({ type: 'TextPositionSelector', start: -1, end: 2 })],
    ['position-order', selecting({ type: 'TextPositionSelector', start: 3, end: 2 })],
    ['range-ends', selecting({ type: 'RangeSelector', startSelector: selector })],
    ['fragment-value', selecting({ type: 'FragmentSelector' })],
    ['reply', { rows: [{ id: 'h', uri: 'x', references: ['g'], target: [] }] }],
  ])('that break the rule “%s” are refused with it (A12)', (rule, json) => {
    const { annotations, refused } = readAnnotations(json);
    expect([annotations, refused.map((each) => each.rule)]).toEqual([[], [rule]]);
    expect(refused[0]?.message).toMatch(/\.$/);
  });

  it('that are sound are read beside those that are refused (A12)', () => {
    const { annotations, refused } = readAnnotations([over({ id: 3 }), sound]);
    expect([annotations.length, refused[0]?.index]).toEqual([1, 0]);
  });
});

const statement = letter('statement', 'A1', paragraphs('b', 'They say the roof leaks.', 'Oil is dear.'));

describe('annotations of a letter', () => {
  const read = (json: unknown) => readAnnotations(json).annotations;
  it('become highlights with notes, of the category that a tag names', () => {
    const annotation = {
      ...sound,
      body: [
        { type: 'TextualBody', value: 'When?' },
        { type: 'TextualBody', value: 'figure', purpose: 'tagging' },
        { type: 'TextualBody', value: 'urgent', purpose: 'tagging' },
      ],
    };
    const before = project({ letters: [statement] });
    const { operations, placed, unplaced } = annotateLetter(
      before,
      'statement',
      read(annotation),
      countingIds('n'),
    );
    const after = operations.reduce(checkOperation, before);
    expect(after.highlights).toMatchObject([
      { id: 'n1', letter: 'statement', quote: 'the roof', category: 'category-2', note: 'When?\nurgent' },
    ]);
    expect([placed[0]?.method, unplaced]).toEqual(['quote', []]);
  });

  it('are listed where their words are not in the letter', () => {
    const lost = { ...sound, target: { source: 'x', selector: { ...selector, exact: 'quince jelly' } } };
    const { operations, unplaced } = annotateLetter(
      project({ letters: [statement] }),
      'statement',
      read(lost),
      countingIds('n'),
    );
    expect([operations, unplaced.map(({ id }) => id)]).toEqual([[], ['urn:q:1']]);
  });
});

describe('how surely an annotation is placed', () => {
  const placer = annotationPlacer(statement.blocks);
  const placed = (...selectors: object[]) => {
    const [annotation] = readAnnotations({
      ...sound,
      target: { source: 'x', selector: selectors },
    }).annotations;
    const place = annotation && placer(annotation);
    return place && [place.quote, isPlacedExactly(place)];
  };
  it.each<[string, object, [string, boolean] | undefined]>([
    ['the very words', { exact: 'the roof leaks' }, ['the roof leaks', true]],
    ['words with other spaces', { exact: 'the  roof leaks' }, ['the roof leaks', true]],
    ['similar words', { exact: 'the rooof leaks' }, ['the roof leaks', false]],
    ['words that stand in several places', { exact: 's' }, ['s', false]],
    ['other words', { exact: 'quince jelly' }, undefined],
  ])('%s', (_, quote, expected) => expect(placed({ type: 'TextQuoteSelector', ...quote })).toEqual(expected));

  it('is doubtful with nothing but a position', () => {
    expect(placed({ type: 'TextPositionSelector', start: 9, end: 17 })).toEqual(['the roof', false]);
  });
});

describe('our annotations', () => {
  const ranges = [rangeOf(statement.blocks, 'the roof'), rangeOf(statement.blocks, 'Oil')];
  const end = { start: { block: 'b2', offset: 3 }, end: { block: 'b2', offset: 3 } };
  const whole = project({
    letters: [statement],
    highlights: [
      highlight('h', statement, ranges, {
        quote: 'the roof […] Oil',
        note: 'Ask the keeper.',
        waived: { reason: 'Secret' },
      }),
      highlight('gone', statement, [end], { quote: 'and wicks' }),
    ],
  });

  it('keep private notes to themselves unless asked, and reasons always (A12)', () => {
    const plain = JSON.stringify(annotationsOf(whole, { withNotes: false }));
    const full = JSON.stringify(annotationsOf(whole, { withNotes: true }));
    expect([plain.includes('keeper'), full.includes('keeper'), full.includes('Secret')]).toEqual([
      false,
      true,
      false,
    ]);
  });

  it('are those of one letter where that is asked for', () => {
    const other = { ...whole, letters: [statement, letter('other', 'A2', paragraphs('c', 'Dry.'))] };
    const count = (only?: string) => annotationsOf(other, { withNotes: false, letter: only }).items.length;
    expect([count(), count('statement'), count('other')]).toEqual([2, 2, 0]);
  });

  it('are sound by the rules that we hold others to, and come back as they were (A11)', () => {
    const { annotations, refused } = readAnnotations(annotationsOf(whole, { withNotes: true }));
    expect(refused).toEqual([]);
    const bare = { ...whole, highlights: [] };
    const { placed, unplaced } = annotateLetter(bare, 'statement', annotations, countingIds('n'));
    expect(placed.map(({ highlight: { ranges: at, quote, note } }) => ({ at, quote, note }))).toEqual([
      { at: ranges, quote: 'the roof […] Oil', note: 'Ask the keeper.' },
    ]);
    expect(unplaced.map(({ id }) => id)).toEqual(['urn:pamphlet:p:gone']);
  });

  it('tell which letter they are of, by its address or ours', () => {
    const item = { type: 'letter', URL: 'https://council.quillhaven.example/statement' };
    const lettersOf = project({
      letters: [statement, letter('online', 'A2', paragraphs('c', 'Dry.'), { item })],
    });
    const of = (source: string) =>
      letterOfAnnotation(lettersOf, { id: '', targets: [], source, note: '', tags: [] });
    expect(of('urn:pamphlet:p:statement')).toBe('statement');
    expect(of('https://council.quillhaven.example/statement#:~:text=Dry')).toBe('online');
    expect([of('urn:pamphlet:other:statement'), of('https://quillhaven.example/'), of('')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('are known where they are highlights already, and made only once (A13)', () => {
    const { annotations } = readAnnotations(annotationsOf(whole, { withNotes: true }));
    const again = annotateLetter(whole, 'statement', annotations, countingIds('n'));
    expect(again.operations).toEqual([]);
    expect(again.known.map(({ highlight: { id } }) => id)).toEqual(['h']);
    const [first] = annotations;
    const twice = annotateLetter(
      { ...whole, highlights: [] },
      'statement',
      first ? [first, first] : [],
      countingIds('n'),
    );
    expect([twice.placed.length, twice.known.length]).toEqual([1, 1]);
  });
});
