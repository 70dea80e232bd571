import { deepStrictEqual } from 'node:assert/strict';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quoteOf } from '../../../core/text/quote-of.ts';
import { pointMap } from '../../../core/document/find.ts';
import { originalsOf } from '../../../core/document/letter.ts';
import { countingIds } from '../../../core/document/id.ts';
import type { Project } from '../../../core/document/project.ts';
import { applyOperations } from '../../../core/operations/apply.ts';
import { joinLetters } from '../../../core/operations/join-letters.ts';
import { invertOperations, type Operation } from '../../../core/operations/operation.ts';
import { splitLetter } from '../../../core/operations/split-letter.ts';
import { checkProject } from '../../../core/storage/invariants.ts';
import { binaryPaths } from '../../../core/storage/serialise.ts';
import { blockText } from '../../../core/text/canonical.ts';
import type { RichText } from '../../../core/text/block.ts';
import { projects } from '../../support/arbitraries.ts';
import { checkOperation } from '../../support/check-operation.ts';
import {
  highlight,
  letter,
  paragraphs,
  point,
  project,
  rangeOf,
  section,
  written,
} from '../derived/quillhaven.ts';

/** The project after the operations, which are held to be undone exactly and to keep every invariant. */
function performed(before: Project, operations: readonly Operation[]): Project {
  let current = before;
  for (const operation of operations) current = checkOperation(current, operation);
  deepStrictEqual(applyOperations(current, invertOperations(operations)), before);
  expect(checkProject(current).problems).toEqual([]);
  return current;
}

const thread: RichText = [
  ...paragraphs('b', 'Sirs, the roof leaks.', 'Yours, a reader.'),
  written('c1', { text: 'Sir, so do they all' }, { type: 'note-mark', note: 'n1' }, { text: '.' }),
  ...paragraphs('d', 'Yours, the board.'),
  { id: 'n1', type: 'note', label: '*', content: [{ text: 'See the minutes.' }] },
];
const scanned = letter('scanned', 'A1', thread, {
  notices: [{ kind: 'left-out', what: 'script', count: 1 }],
});
const spanning = {
  start: { block: 'b1', offset: 6 },
  end: { block: 'c1', offset: 3 },
};
const whole: Project = project({
  letters: [scanned],
  highlights: [
    highlight('roof', scanned, [rangeOf(thread, 'the roof')], { quote: 'the roof' }),
    highlight('across', scanned, [spanning], {
      quote: quoteOf(thread, [spanning]),
      note: 'Look this up.',
      waived: { reason: 'Courtesy' },
    }),
    highlight('minutes', scanned, [rangeOf(thread, 'the minutes')], { quote: 'the minutes' }),
    highlight('gone', scanned, [{ start: { block: 'd1', offset: 2 }, end: { block: 'd1', offset: 2 } }], {
      quote: 'and so on',
    }),
  ],
  sections: [
    section('s', [point('p', ['across', 'roof'], paragraphs('a', 'It does.'))], { letter: 'scanned' }),
  ],
});
const texts = ({ letters }: Project) => letters.map(({ code, blocks }) => [code, ...blocks.map(blockText)]);
const passages = ({ highlights, letters }: Project) =>
  highlights.map(({ id, letter: of, quote }) => {
    return [id, letters.find((each) => each.id === of)?.code, quote];
  });

describe('a letter split in two', () => {
  const split = performed(
    whole,
    splitLetter(whole, 'scanned', [{ from: 2, code: 'A2' }], countingIds('new')),
  );

  it('gives each part its blocks, notes with the marks that lead to them (L1, L2)', () => {
    expect(texts(split)).toEqual([
      ['A1', 'Sirs, the roof leaks.', 'Yours, a reader.'],
      ['A2', 'Sir, so do they all.', 'Yours, the board.', 'See the minutes.'],
    ]);
    expect(split.letters.map(({ notices }) => notices.length)).toEqual([1, 0]);
  });

  it('takes highlights along, and cuts the one that crosses the border (L3, L4)', () => {
    expect(passages(split)).toEqual([
      ['roof', 'A1', 'the roof'],
      ['across', 'A1', 'the roof leaks.\nYours, a reader.'],
      ['new2', 'A2', 'Sir'],
      ['minutes', 'A2', 'the minutes'],
      ['gone', 'A2', 'and so on'],
    ]);
    expect(split.highlights.map(({ note, waived }) => [note, waived?.reason])).toEqual([
      ['', undefined],
      ['Look this up.', 'Courtesy'],
      ['', 'Courtesy'],
      ['', undefined],
      ['', undefined],
    ]);
  });

  it('quotes the rest wherever the whole was quoted (L3)', () => {
    const quotations = split.sections[0]?.points[0]?.quotations.map((each) => each.highlight);
    expect(quotations).toEqual(['across', 'new2', 'roof']);
  });

  it.each([[[0]], [[5]], [[3, 3]]])('has no parts without blocks: %j', (from) => {
    const places = from.map((at, i) => ({ from: at, code: `B${i}` }));
    expect(() => splitLetter(whole, 'scanned', places, countingIds('x'))).toThrow(RangeError);
  });
});

describe('letters joined', () => {
  const first = letter('first', 'A1', paragraphs('b', 'The roof leaks.'));
  const second = letter(
    'second',
    'A2',
    [
      written('b1', { text: 'Oil is dear' }, { type: 'note-mark', note: 'b2' }, { text: '.' }),
      { id: 'b2', type: 'note', label: '1', content: [{ text: 'A penny.' }] },
    ],
    { corrected: true },
  );
  const apart = project({
    letters: [first, second],
    highlights: [highlight('oil', second, [rangeOf(second.blocks, 'Oil')], { quote: 'Oil' })],
    introduction: [
      written('i1', { text: 'See ' }, { type: 'cross-reference', target: { kind: 'letter', id: 'second' } }),
    ],
    sections: [section('s', [point('p', ['oil'], paragraphs('a', 'It is.'))], { letter: 'second' })],
  });
  const joined = performed(apart, joinLetters(apart, ['first', 'second'], countingIds('new')));

  it('have all blocks in order, with new ids where they are taken, and notes that lead there (J1, J2)', () => {
    expect(texts(joined)).toEqual([['A1', 'The roof leaks.', 'Oil is dear.', 'A penny.']]);
    expect(joined.letters[0]?.blocks.map(({ id }) => id)).toEqual(['b1', 'new1', 'b2']);
    expect(joined.letters[0]?.corrected).toBe(true);
  });

  it('keep highlights, and whatever led to one of them (J3, J4)', () => {
    expect(passages(joined)).toEqual([['oil', 'A1', 'Oil']]);
    expect(joined.sections[0]?.letter).toBe('first');
    expect(JSON.stringify(joined.introduction)).toContain('"id":"first"');
  });

  it('keep the original of each, once (J1)', () => {
    const from = (sha256: string) => ({ name: `${sha256}.txt`, mediaType: 'text/plain', sha256, size: 9 });
    const [a, b, c] = [from('aa'), from('bb'), from('cc')] as const;
    const withOriginals = {
      ...apart,
      letters: [
        { ...first, original: a },
        { ...second, original: b, furtherOriginals: [a, c] },
      ],
    };
    const now = performed(withOriginals, joinLetters(withOriginals, ['first', 'second'], countingIds('new')));
    expect(now.letters.map(originalsOf)).toEqual([[a, b, c]]);
    expect(binaryPaths(now).filter((path) => path.startsWith('originals/'))).toHaveLength(3);
    const late = { ...apart, letters: [first, { ...second, original: b }] };
    const joinedLate = performed(late, joinLetters(late, ['first', 'second'], countingIds('new')));
    expect(joinedLate.letters.map(originalsOf)).toEqual([[b]]);
  });

  it('are left alone when there is but one', () => {
    expect(joinLetters(apart, ['first', 'first'], countingIds('x'))).toEqual([]);
  });
});

describe('any project', () => {
  const cuts = fc.array(fc.nat(12), { maxLength: 3 });

  it('is whole after a letter was split, each word quoted as before, and undone exactly (L1 to L4, O3)', () => {
    fc.assert(
      fc.property(projects, cuts, (before, drawn) => {
        const [old] = before.letters;
        if (!old) return;
        const borders = [...new Set(drawn)]
          .sort((a, b) => a - b)
          .filter((at) => at > 0 && at < old.blocks.length);
        const places = borders.map((from, i) => ({ from, code: `S${i}` }));
        const after = performed(before, splitLetter(before, old.id, places, countingIds('split')));
        const quoted = (state: Project) =>
          [...pointMap(state).values()].flatMap(({ point: { quotations } }) =>
            quotations.map((each) => state.highlights.find(({ id }) => id === each.highlight)?.quote ?? ''),
          );
        const words = (quotes: readonly string[]) =>
          quotes.join('\n').replaceAll(' […] ', '\n').split('\n').sort();
        expect(words(quoted(after))).toEqual(words(quoted(before)));
        expect(after.highlights.length).toBeGreaterThanOrEqual(before.highlights.length);
      }),
      { numRuns: 150 },
    );
  });

  it('is whole after letters were joined, each highlight with its words, and undone exactly (J1 to J4, O3)', () => {
    fc.assert(
      fc.property(projects, fc.boolean(), (before, turned) => {
        const ids = before.letters.map(({ id }) => id);
        const order = turned ? ids.toReversed() : ids;
        const after = performed(before, joinLetters(before, order, countingIds('join')));
        const quotes = (state: Project) => state.highlights.map(({ id, quote }) => [id, quote]);
        expect(quotes(after)).toEqual(quotes(before));
        if (ids.length > 0) expect(after.letters).toHaveLength(1);
      }),
      { numRuns: 150 },
    );
  });
});
