/** Random projects in which every invariant holds, for fast-check. Small: a few letters, a few points. */
import fc from 'fast-check';
import {
  canonicalText,
  comparePositions,
  offsetToPosition,
  rangeText,
  type TextRange,
} from '../../core/text/canonical.ts';
import type { RichText } from '../../core/text/block.ts';
import { quoteOf } from '../../core/text/quote-of.ts';
import { countingIds } from '../../core/document/id.ts';
import type { Comment } from '../../core/document/comment.ts';
import {
  CATEGORY_STYLES,
  LETTER_KINDS,
  originalsOf,
  type Category,
  type Highlight,
  type Letter,
} from '../../core/document/letter.ts';
import {
  ENTRY_NUMBERINGS,
  PAPERS,
  POINT_NUMBERINGS,
  POINT_STATUSES,
  SECTION_PLACES,
  type Asset,
  type Point,
  type Project,
  type ProjectList,
  type Section,
} from '../../core/document/project.ts';
import { matterRank } from '../../core/document/section-tree.ts';
import { letterText, ownText, withIds, words, type AtomTargets } from './arbitrary-text.ts';
import { editSeeds, viewFrom } from './arbitrary-views.ts';

const HASH = 'a'.repeat(63);
const ids = (prefix: string, count: number) => Array.from({ length: count }, (_, i) => `${prefix}${i + 1}`);
const count = (max: number) => fc.integer({ min: 0, max });
const maybeEmpty = fc.oneof(fc.constant(''), words);

const original = (sha256: string) =>
  fc.record({
    name: words,
    mediaType: fc.constant('text/html'),
    size: count(1e6),
    sha256: fc.constant(sha256),
  });

const cslItem = fc.record(
  {
    type: fc.constantFrom('personal_communication', 'book', 'article-journal'),
    title: words,
    author: fc.array(fc.record({ family: words, given: words }), { maxLength: 2 }),
    issued: fc.constantFrom({ 'date-parts': [[1907, 3]] }, { literal: 'Lammas' }),
    publisher: words,
    'original-date': fc.constant({ 'date-parts': [[1871]], circa: true }),
    custom: fc.constant({ shelf: ['Q', 12, null] }),
  },
  { requiredKeys: ['type'] },
);

function letter(
  id: string,
  number: number,
  assets: readonly string[],
  next: () => string,
): fc.Arbitrary<Letter> {
  return fc
    .record({
      kind: fc.constantFrom(...LETTER_KINDS),
      item: cslItem,
      addressee: maybeEmpty,
      language: fc.constantFrom('en', 'he', 'ja'),
      direction: fc.constantFrom('ltr' as const, 'rtl' as const),
      blocks: letterText(assets, id),
      notices: fc.array(
        fc.record({ kind: fc.constant('left-out' as const), what: fc.constant('script'), count: count(9) }),
        {
          maxLength: 1,
        },
      ),
      corrected: fc.boolean(),
      original: fc.option(original(`${HASH}${number}`), { nil: undefined }),
      furtherOriginals: fc.option(fc.tuple(original(`${HASH.slice(1)}a${number}`)), { nil: undefined }),
      earlier: fc.option(fc.tuple(original(`${HASH.slice(1)}e${number}`)), { nil: undefined }),
    })
    .map(({ original, furtherOriginals, earlier, blocks, ...rest }) => ({
      id,
      code: `A${number}`,
      ...rest,
      blocks: withIds(blocks, next),
      ...(original ? { original } : {}),
      ...(furtherOriginals ? { furtherOriginals } : {}),
      ...(earlier ? { earlier } : {}),
    }));
}

/** Ranges from sorted offsets taken two by two; those without words are left out. */
export function rangesAt(text: RichText, fractions: readonly number[]): readonly TextRange[] {
  const length = canonicalText(text).length;
  const positions = [...fractions]
    .sort((a, b) => a - b)
    .flatMap((fraction) => offsetToPosition(text, Math.floor(fraction * length)) ?? []);
  const ranges: TextRange[] = [];
  for (let i = 0; i + 1 < positions.length; i += 2) {
    const [start, end] = [positions[i], positions[i + 1]];
    if (!start || !end || rangeText(text, { start, end }) === '') continue;
    const last = ranges.at(-1);
    if (!last || comparePositions(text, last.end, start) < 0) ranges.push({ start, end });
  }
  return ranges;
}

const fraction = fc.double({ min: 0, max: 1, noNaN: true });

function highlight(
  id: string,
  letters: readonly Letter[],
  categories: readonly Category[],
): fc.Arbitrary<Highlight> {
  return fc
    .record({
      letter: fc.constantFrom(...letters),
      fractions: fc.array(fraction, { minLength: 2, maxLength: 6 }),
      category: fc.constantFrom(...categories),
      note: maybeEmpty,
      waived: fc.option(fc.record({ reason: maybeEmpty }), { nil: undefined, freq: 3 }),
      tagged: fc.option(tags, { nil: undefined, freq: 2 }),
    })
    .map(({ letter: of, fractions, category, note, waived, tagged }) => {
      const found = rangesAt(of.blocks, fractions);
      const start = offsetToPosition(of.blocks, 0) ?? { block: '', offset: 0 };
      return {
        id,
        letter: of.id,
        ranges: found.length > 0 ? found : [{ start, end: start }],
        quote: found.length > 0 ? quoteOf(of.blocks, found) : 'words that were cut away',
        category: category.id,
        note,
        ...(waived ? { waived } : {}),
        ...(tagged ? { tags: tagged } : {}),
      };
    });
}

function section(
  id: string,
  letters: readonly string[],
  points: readonly string[],
  highlights: readonly string[],
  text: fc.Arbitrary<RichText>,
  next: () => string,
): fc.Arbitrary<Section> {
  const point = (pointId: string): fc.Arbitrary<Point> =>
    fc
      .record({
        title: maybeEmpty,
        quoted: fc.subarray([...highlights]),
        views: fc.array(fc.record({ of: words, seeds: editSeeds(words), runIn: fc.boolean() }), {
          maxLength: 3,
        }),
        arrangement: fc.constantFrom('sequence' as const, 'contrast' as const),
        answer: text,
        status: fc.constantFrom(...POINT_STATUSES),
        note: maybeEmpty,
        sub: fc.option(fc.constant(true as const), { nil: undefined, freq: 3 }),
        continues: fc.option(fc.constantFrom('gone', ...points), { nil: undefined, freq: 1 }),
        tags: fc.option(tags, { nil: undefined, freq: 2 }),
        answerType: fc.option(fc.constantFrom('agree', 'changed'), { nil: undefined }),
        target: fc.option(fc.integer({ min: 1, max: 900 }), { nil: undefined, freq: 3 }),
        changes: fc.option(
          fc.array(fc.record({ wording: text, page: maybeEmpty, line: maybeEmpty }), {
            minLength: 1,
            maxLength: 2,
          }),
          { nil: undefined, freq: 3 },
        ),
        master: fc.option(fc.constant(true as const), { nil: undefined, freq: 4 }),
        // One of them may be gone.
        seeMaster: fc.option(fc.subarray([...points, 'gone']), { nil: undefined, freq: 4 }),
      })
      .map(({ quoted, views, answer, changes, master, seeMaster, ...rest }) => ({
        id: pointId,
        ...rest,
        ...(master ? { master } : {}),
        ...(seeMaster?.length ? { seeMaster } : {}),
        ...(changes
          ? {
              changes: changes.map(({ wording, ...at }) => ({
                id: next(),
                wording: withIds(wording, next),
                ...at,
              })),
            }
          : {}),
        quotations: quoted.map((highlight, i) => {
          const seed = views[i];
          const view = seed && viewFrom(seed.of, seed.seeds);
          const setting = seed?.runIn ? { setting: 'run-in' as const } : {};
          return { id: next(), highlight, ...(view ? { view } : {}), ...setting };
        }),
        answer: withIds(answer, next),
      }));
  return fc
    .record({
      level: fc.constantFrom(1 as const, 2 as const, 3 as const),
      place: fc.option(fc.constantFrom(...SECTION_PLACES), { nil: undefined, freq: 3 }),
      title: maybeEmpty,
      topic: fc.option(words, { nil: undefined }),
      round: fc.option(fc.integer({ min: 2, max: 9 }), { nil: undefined, freq: 1 }),
      letter:
        letters.length > 0
          ? fc.option(fc.constantFrom(...letters), { nil: undefined })
          : fc.constant(undefined),
      lead: text,
      points: fc.tuple(...points.map(point)),
    })
    .map(({ letter: of, lead, ...rest }) => ({
      id,
      ...rest,
      lead: withIds(lead, next),
      ...(of === undefined ? {} : { letter: of }),
    }));
}

const front = fc.record({
  title: maybeEmpty,
  subtitle: maybeEmpty,
  byline: maybeEmpty,
  date: fc.constantFrom('', '2026-03-07', 'at Lammas'),
  series: maybeEmpty,
  number: maybeEmpty,
  motto: maybeEmpty,
  mottoSource: maybeEmpty,
  colophon: maybeEmpty,
});
const tags = fc.uniqueArray(words, { minLength: 1, maxLength: 3 });

const settings = fc.record(
  {
    language: fc.constantFrom('en', 'ar'),
    direction: fc.constantFrom('ltr' as const, 'rtl' as const),
    paper: fc.constantFrom(...PAPERS),
    lettersAppended: fc.boolean(),
    numbering: fc.record(
      {
        points: fc.constantFrom(...POINT_NUMBERINGS),
        pattern: fc.constantFrom('{letter}/{n}', 'P{part}.{n}', 'nonsense{'),
      },
      { requiredKeys: ['points'] },
    ),
    sourceLine: fc.constant('{author} ({date}), {place}'),
    sourceLineShort: fc.constant('{code}, {place}'),
    citationStyle: fc.constantFrom('chicago-notes', 'house', 'gone'),
    words: fc.array(words, { maxLength: 3 }),
    ignored: fc.array(fc.record({ block: fc.constantFrom('b1', 'gone'), word: words }), { maxLength: 2 }),
    target: fc.integer({ min: 1, max: 9000 }),
    answerTypes: fc.constant([
      { id: 'agree', name: 'Agreed' },
      { id: 'changed', name: 'Change made', asks: 'changes' as const },
    ]),
  },
  { requiredKeys: ['language', 'direction', 'paper', 'lettersAppended', 'answerTypes'] },
);

/** Of a few points and passages, some of which may be gone. */
const frozen = fc.record({
  date: fc.constant('2026-03-07'),
  points: fc.constantFrom<Record<string, string>>(
    {},
    { 'part1-point1': '2a' },
    { gone: '1', 'part1-point2': 'R1.4' },
  ),
  passages: fc.constant({ high1: 'A1-7' }),
  sections: fc.constant({}),
  demands: fc.constant({}),
  entries: fc.constantFrom<Record<string, Record<string, string>>>({}, { demands: { gone: '1' } }),
});

const reply = fc.record({ author: maybeEmpty, date: fc.constant('2026-05-03T10:00:00.000Z'), text: words });

/** @param ids of points and passages that it may be about */
function comment(ids: readonly string[]): fc.Arbitrary<Omit<Comment, 'id'>> {
  return fc
    .record({
      said: reply,
      about: fc.oneof(
        fc.constantFrom(...ids).map((id) => ({ kind: 'point' as const, id })),
        fc.constantFrom(...ids).map((id) => ({ kind: 'highlight' as const, id })),
        words.map((quote) => ({
          kind: 'text' as const,
          spots: [{ block: 'x1', from: 0, to: quote.length, quote }],
        })),
      ),
      resolved: fc.option(fc.constant(true as const), { nil: undefined }),
      replies: fc.option(
        fc.tuple(reply).map(([first]) => [{ ...first, id: 'first' }]),
        { nil: undefined },
      ),
    })
    .map(({ said, resolved, replies, ...rest }) => ({
      ...said,
      ...rest,
      ...(resolved ? { resolved } : {}),
      ...(replies ? { replies } : {}),
    }));
}
/** The list of demands, with another before or after it. */
const lists = (sections: readonly string[]): fc.Arbitrary<readonly ProjectList[]> => {
  const one = (id: string) =>
    fc
      .record({
        name: maybeEmpty,
        label: maybeEmpty,
        numbering: fc.option(fc.constantFrom(...ENTRY_NUMBERINGS), { nil: undefined }),
        gathered: fc.option(
          fc.constantFrom(
            { at: 'front' as const },
            ...[...sections, 'gone'].map((section) => ({ at: 'section' as const, id: section })),
          ),
          { nil: undefined },
        ),
      })
      .map(({ name, label, numbering, gathered }) => ({
        id,
        name,
        label,
        ...(numbering ? { numbering } : {}),
        ...(gathered ? { gathered } : {}),
      }));
  return fc.shuffledSubarray(['demands', 'changes'], { minLength: 1 }).chain((ids) =>
    // Paragraphs may be demands.
    fc.tuple(...(ids.includes('demands') ? ids : ['demands', ...ids]).map(one)),
  );
};

/** A valid project. Its binaries aren't made; {@link binariesOf} gives some. */
export const projects: fc.Arbitrary<Project> = fc
  .record({
    letters: count(3),
    highlights: count(6),
    sections: count(3),
    points: count(3),
    references: count(2),
    assets: count(2),
    accepted: count(2),
  })
  .chain((counts) => {
    const next = countingIds('x');
    const assets = ids('pic', counts.assets);
    const categories: readonly Category[] = CATEGORY_STYLES.slice(0, 3).map((name, i) => ({
      id: `category-${i + 1}`,
      name,
      style: (i + 1) as Category['style'],
    }));
    const letters = fc.tuple(
      ...ids('letter', counts.letters).map((id, i) => letter(id, i + 1, assets, next)),
    );
    return letters.chain((made) => {
      const highlightIds = made.length === 0 ? [] : ids('high', counts.highlights);
      const sectionIds = ids('part', counts.sections);
      const pointIds = sectionIds.map((of) => ids(`${of}-point`, counts.points));
      const targets: AtomTargets = {
        noteBlocks: [],
        references: ids('work', counts.references),
        points: pointIds.flat(),
        passages: highlightIds,
        places: made.flatMap(({ id: of, blocks }) => blocks.map(({ id }) => ({ letter: of, id }))),
        sections: sectionIds,
        letters: made.map(({ id }) => id),
      };
      const text = ownText(targets, assets);
      return (
        fc
          .record({
            front,
            settings,
            frozen: fc.option(frozen, { nil: undefined, freq: 2 }),
            introduction: text,
            conclusion: text,
            highlights: fc.tuple(...highlightIds.map((id) => highlight(id, made, categories))),
            sections: fc.tuple(
              ...sectionIds.map((id, i) =>
                section(id, targets.letters, pointIds[i] ?? [], highlightIds, text, next),
              ),
            ),
            lists: fc.option(lists(sectionIds), { nil: undefined }),
            accepted: fc.tuple(
              ...ids('let-stand', counts.accepted).map((id) =>
                fc.record({ id: fc.constant(id), text: words, reason: maybeEmpty }),
              ),
            ),
            comments: fc.option(
              fc.array(comment([...targets.points, ...highlightIds, 'gone']), { minLength: 1, maxLength: 3 }),
              { nil: undefined, freq: 2 },
            ),
            references: fc.tuple(
              ...targets.references.map((id) => fc.record({ id: fc.constant(id), item: cslItem })),
            ),
          })
          .map(({ introduction, conclusion, comments, lists: some, ...rest }): Project => ({
            id: 'project',
            ...rest,
            sections: rest.sections.toSorted((a, b) => matterRank(a) - matterRank(b)),
            ...(some ? { lists: some } : {}),
            ...(comments ? { comments: comments.map((made) => ({ ...made, id: next() })) } : {}),
            introduction: withIds(introduction, next),
            conclusion: withIds(conclusion, next),
            letters: made,
            categories,
            assets: assets.map((id): Asset => ({ id, mediaType: 'image/png', name: `${id}.png` })),
          }))
          // Records that fast-check makes have no prototype, which plain JSON never lacks.
          .map((made) => JSON.parse(JSON.stringify(made)) as Project)
      );
    });
  });

/** Some bytes for each picture and original of a project. */
export function binariesOf(project: Project): Map<string, Uint8Array> {
  const binaries = new Map<string, Uint8Array>();
  for (const { id } of project.assets)
    binaries.set(`assets/${id}`, Uint8Array.of(137, 80, 78, 71, id.length));
  const originals = project.letters.flatMap((letter) => [...originalsOf(letter), ...(letter.earlier ?? [])]);
  for (const { sha256 } of originals) {
    binaries.set(`originals/${sha256}`, new TextEncoder().encode('<p>A letter</p>'.repeat(9)));
  }
  return binaries;
}
