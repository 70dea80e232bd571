/** Random rich texts for property tests: normal content, unique ids. */
import fc from 'fast-check';
import {
  LIST_STYLES,
  MARKS,
  type Atom,
  type Block,
  type Inline,
  type RichText,
} from '../../../core/text/block.ts';
import { normalInline, span } from '../../../core/text/inline.ts';

const id = fc.stringMatching(/^[a-z][a-z0-9]{0,5}$/);
const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', 'é', '\n', '😀', 'ש'), maxLength: 8 });
const link = fc.constantFrom('https://example.org/', 'mailto:a@example.org');

const spanArbitrary = fc
  .record({ text, marks: fc.subarray([...MARKS]), link: fc.option(link, { nil: undefined }) })
  .map((made) => span(made.text, made.marks, made.link));

const simpleAtom: fc.Arbitrary<Atom> = fc.oneof(
  fc.record({
    type: fc.constant('citation' as const),
    id,
    items: fc.array(
      fc.oneof(fc.record({ reference: id }), fc.record({ reference: id, locator: fc.constant('4') })),
      { minLength: 1, maxLength: 2 },
    ),
  }),
  fc.record({
    type: fc.constant('cross-reference' as const),
    target: fc.record({ kind: fc.constantFrom('point', 'section', 'letter', 'demand'), id }),
  }),
);

function content(atom: fc.Arbitrary<Atom>): fc.Arbitrary<readonly Inline[]> {
  return fc
    .array(fc.oneof({ weight: 3, arbitrary: spanArbitrary }, atom), { maxLength: 5 })
    .map(normalInline);
}

const atom: fc.Arbitrary<Atom> = fc.oneof(
  simpleAtom,
  fc.record({ type: fc.constant('note' as const), id, body: content(simpleAtom) }),
  fc.record({ type: fc.constant('note-mark' as const), note: id }),
);

const rich = content(atom);
const depth = fc.integer({ min: 1, max: 3 });
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

const kinds = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      type: fc.constant('paragraph'),
      content: rich,
      indent: maybe(depth),
      entry: maybe(fc.constantFrom('demands', 'changes')),
    }),
  },
  fc.record({ type: fc.constant('heading'), level: fc.integer({ min: 1, max: 6 }), content: rich }),
  fc.record({
    type: fc.constant('item'),
    list: fc.constantFrom(...LIST_STYLES),
    level: depth,
    content: rich,
  }),
  fc.record({ type: fc.constantFrom('attribution', 'verse', 'preformatted'), content: rich }),
  fc.record({ type: fc.constant('note'), label: fc.constantFrom('1', '*'), content: rich }),
  fc.record({ type: fc.constant('rule') }),
  fc.record({ type: fc.constant('picture'), asset: id, alternative: text, content: rich }),
  fc.record({ type: fc.constant('table'), rows: fc.constant([[{ content: [{ text: 'cell' }] }]]) }),
);

const block = fc.record({ kind: kinds, quoted: maybe(depth), direction: maybe(fc.constant('rtl')) });

export const arbitraryText: fc.Arbitrary<RichText> = fc.array(block, { maxLength: 6 }).map((made) =>
  made.map(({ kind, quoted, direction }, i) => {
    const whole = { ...kind, id: `b${i}`, quoted, direction };
    return Object.fromEntries(
      Object.entries(whole).filter(([, value]) => value !== undefined),
    ) as unknown as Block;
  }),
);
