/** Random rich text for fast-check: every kind of block, and writing of many scripts. */
import fc from 'fast-check';
import {
  LIST_STYLES,
  LOCATOR_LABELS,
  MARKS,
  type Block,
  type Inline,
  type Span,
  type TableCell,
} from '../../core/text/block.ts';
import { normalInline, span } from '../../core/text/inline.ts';

const PHRASES = [
  'The town library of Quillhaven closes on Thursdays.',
  'the reading room',
  'Who lent the almanac to the lighthouse keeper? ',
  'ספריית העיר קווילהייבן',
  'מכתב פתוח',
  'مكتبة البلدة مغلقة يوم الخميس',
  '図書館は木曜日に閉まります。',
  'пункт третий',
  'नगर पुस्तकालय',
  '👩🏽‍🏫📚',
  '🏴󠁧󠁢󠁳󠁣󠁴󠁿',
  'e\u0301\u0327',
  '\u202eturned\u202c',
  '\ud83d',
  '__proto__',
  '</script>"\\\n\t\u2028',
  ' […] ',
  ' ',
  'a',
];
const LINKS = [
  'https://quillhaven.example/lists?a=1&b=2',
  'mailto:reader@quillhaven.example',
  'http://[::1]/',
];

export const words: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...PHRASES) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }) },
  {
    weight: 1,
    arbitrary: fc.array(fc.constantFrom(...PHRASES), { minLength: 2, maxLength: 6 }).map((a) => a.join('')),
  },
);

const spans: fc.Arbitrary<Span> = fc
  .record({
    text: words,
    marks: fc.option(fc.subarray([...MARKS], { minLength: 1 }), { nil: undefined, freq: 2 }),
    link: fc.option(fc.constantFrom(...LINKS), { nil: undefined, freq: 5 }),
  })
  .map(({ text, marks, link }) => span(text, marks, link));

/** What atoms may lead to. `notes` are note blocks of a letter; the rest is for the author's texts. */
export interface AtomTargets {
  readonly noteBlocks: readonly string[];
  readonly references: readonly string[];
  readonly points: readonly string[];
  readonly passages?: readonly string[];
  readonly places?: readonly { readonly letter: string; readonly id: string }[];
  readonly sections: readonly string[];
  readonly letters: readonly string[];
}
export const NO_TARGETS: AtomTargets = {
  noteBlocks: [],
  references: [],
  points: [],
  sections: [],
  letters: [],
};

function citations(cited: readonly string[]): fc.Arbitrary<Inline>[] {
  if (cited.length === 0) return [];
  const maybe = <T>(value: T) => fc.option(fc.constant(value), { nil: undefined });
  const item = fc
    .record({
      reference: fc.constantFrom(...cited),
      locator: maybe('41'),
      label: fc.option(fc.constantFrom(...LOCATOR_LABELS), { nil: undefined }),
      prefix: maybe('see'),
      suffix: maybe(', and elsewhere'),
      authorOut: maybe(true as const),
    })
    .map(present);
  const items = fc.array(item, { minLength: 1, maxLength: 3 });
  return [
    fc
      .record({ items, mode: maybe('narrative' as const) })
      .map((made): Inline => ({ type: 'citation', id: '', ...present(made) })),
  ];
}

/** Without the fields that are undefined. */
const present = <T extends object>(value: T) =>
  Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };

function atoms(targets: AtomTargets, own: boolean): fc.Arbitrary<Inline>[] {
  const of = (ids: readonly string[], make: (id: string) => Inline) =>
    ids.length === 0 ? [] : [fc.constantFrom(...ids).map(make)];
  const { noteBlocks, references, points, sections, letters, passages = [], places = [] } = targets;
  return [
    ...of(noteBlocks, (note) => ({ type: 'note-mark', note })),
    ...citations([...references, ...(own ? letters : [])]),
    ...of(points, (id) => ({ type: 'cross-reference', target: { kind: 'point', id } })),
    ...of(sections, (id) => ({ type: 'cross-reference', target: { kind: 'section', id } })),
    ...of(letters, (id) => ({ type: 'cross-reference', target: { kind: 'letter', id }, form: 'number' })),
    ...of(points, (id) => ({ type: 'cross-reference', target: { kind: 'point', id }, form: 'page' })),
    ...of(passages, (id) => ({ type: 'cross-reference', target: { kind: 'passage', id } })),
    ...(places.length === 0
      ? []
      : [
          fc
            .constantFrom(...places)
            .map((place): Inline => ({ type: 'cross-reference', target: { kind: 'place', ...place } })),
        ]),
    ...(own
      ? [
          fc
            .array(spans, { maxLength: 3 })
            .map((body): Inline => ({ type: 'note', id: '', body: normalInline(body) })),
          fc.constant<Inline>({ type: 'cross-reference', target: { kind: 'demand', id: 'gone' } }),
        ]
      : []),
  ];
}

function contents(targets: AtomTargets, own: boolean): fc.Arbitrary<readonly Inline[]> {
  const kinds = atoms(targets, own);
  const inline = fc.oneof(
    { weight: 6, arbitrary: spans as fc.Arbitrary<Inline> },
    ...kinds.map((arbitrary) => ({ weight: 1, arbitrary })),
  );
  return fc.array(inline, { maxLength: 5 }).map(normalInline);
}

/** Ids are empty: {@link withIds} fills them in. */
function blocks(
  content: fc.Arbitrary<readonly Inline[]>,
  assets: readonly string[],
  own: boolean,
): fc.Arbitrary<Block> {
  const depth = fc.integer({ min: 1, max: 4 });
  const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 3 });
  const common = { quoted: maybe(depth), direction: maybe(fc.constantFrom('ltr', 'rtl')) };
  const of = <T extends object>(fields: { [K in keyof T]: fc.Arbitrary<T[K]> }) =>
    fc.record({ ...common, ...fields }).map((made) => {
      const kept = Object.entries(made).filter(([, value]) => value !== undefined);
      return { id: '', ...Object.fromEntries(kept) } as unknown as Block;
    });
  const cell: fc.Arbitrary<TableCell> = fc
    .tuple(content, fc.boolean(), fc.integer({ min: 1, max: 3 }))
    .map(([inner, header, columns]) => ({
      content: inner,
      ...(header ? { header: true as const } : {}),
      ...(columns > 1 ? { columns } : {}),
    }));
  return fc.oneof(
    { weight: 5, arbitrary: of({ type: fc.constant('paragraph'), content }) },
    ...(own ? [of({ type: fc.constant('paragraph'), content, entry: fc.constant('demands') })] : []),
    of({ type: fc.constant('paragraph'), content, indent: depth }),
    of({ type: fc.constant('heading'), level: fc.integer({ min: 1, max: 6 }), content }),
    of({
      type: fc.constant('item'),
      list: fc.constantFrom(...LIST_STYLES),
      level: depth,
      start: maybe(fc.integer({ min: -3, max: 90 })),
      content,
    }),
    of({ type: fc.constant('attribution'), content }),
    of({ type: fc.constantFrom('verse', 'preformatted'), content }),
    of({
      type: fc.constant('table'),
      rows: fc.array(fc.array(cell, { minLength: 1, maxLength: 3 }), { maxLength: 3 }),
    }),
    of({ type: fc.constant('rule') }),
    ...(assets.length === 0
      ? []
      : [
          of({
            type: fc.constant('picture'),
            asset: fc.constantFrom(...assets),
            alternative: words,
            content,
          }),
        ]),
  );
}

/** The text with ids by `next`, notes and citations within it included. */
export function withIds(text: readonly Block[], next: () => string): readonly Block[] {
  const inner = (content: readonly Inline[]): readonly Inline[] =>
    content.map((inline) =>
      'type' in inline && (inline.type === 'note' || inline.type === 'citation')
        ? { ...inline, id: next() }
        : inline,
    );
  return text.map((block): Block => {
    const id = block.id === '' ? next() : block.id;
    if (block.type === 'rule') return { ...block, id };
    if (block.type !== 'table') return { ...block, id, content: inner(block.content) };
    const rows = block.rows.map((row) => row.map((cell) => ({ ...cell, content: inner(cell.content) })));
    return { ...block, id, rows };
  });
}

/** A text by the author. */
export function ownText(targets: AtomTargets, assets: readonly string[]): fc.Arbitrary<readonly Block[]> {
  return fc.array(blocks(contents(targets, true), assets, true), { maxLength: 4 });
}

/** A letter's text: up to two notes of its own at its end, and marks that lead to them. */
export function letterText(assets: readonly string[], prefix: string): fc.Arbitrary<readonly Block[]> {
  return fc.integer({ min: 0, max: 2 }).chain((count) => {
    const noteBlocks = Array.from({ length: count }, (_, i) => `${prefix}-note${i}`);
    const content = contents({ ...NO_TARGETS, noteBlocks }, false);
    const notes = fc.tuple(
      ...noteBlocks.map((id, i) =>
        content.map((inner): Block => ({ id, type: 'note', label: `${i + 1}`, content: inner })),
      ),
    );
    const body = fc.array(blocks(content, assets, false), { minLength: 1, maxLength: 8 });
    return fc.tuple(body, notes).map(([text, tail]) => [...text, ...tail]);
  });
}
