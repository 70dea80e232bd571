import { deepStrictEqual } from 'node:assert/strict';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reanchor } from '../../../core/anchoring/reanchor.ts';
import type { Project } from '../../../core/document/project.ts';
import { applyOperations } from '../../../core/operations/apply.ts';
import { invertOperations } from '../../../core/operations/operation.ts';
import {
  replaceLetter,
  type NewVersion,
  type ReanchorDecision,
} from '../../../core/operations/replace-letter.ts';
import { checkProject } from '../../../core/storage/invariants.ts';
import { projects } from '../../support/arbitraries.ts';
import { checkOperation } from '../../support/check-operation.ts';
import { highlight, letter, paragraphs, point, project, rangeOf, section } from '../derived/quillhaven.ts';

const before = paragraphs('b', 'The roof leaks.', 'Oil is dear.', 'We close on Thursdays.');
const statement = letter('statement', 'A1', before, {
  corrected: true,
  notices: [{ kind: 'left-out', what: 'script', count: 2 }],
});
const marked = (id: string, words: string) =>
  highlight(id, statement, [rangeOf(before, words)], { quote: words });
const whole: Project = project({
  letters: [statement],
  highlights: [marked('roof', 'roof leaks'), marked('oil', 'Oil is dear.'), marked('closed', 'Thursdays')],
  sections: [section('s', [point('p', ['roof', 'oil', 'closed'], paragraphs('a', 'Mend it.'))])],
});
const next: NewVersion = {
  blocks: paragraphs('n', 'The old roof leaks.', 'We close on Fridays.'),
  original: { name: 'second.html', mediaType: 'text/html', sha256: 'b'.repeat(64), size: 9 },
  notices: [],
  assets: [{ id: 'plan', mediaType: 'image/png', name: 'plan.png' }],
};

function replaced(decisions?: ReadonlyMap<string, ReanchorDecision>): Project {
  const found = reanchor(before, next.blocks, whole.highlights);
  const operations = replaceLetter(whole, 'statement', next, found, decisions);
  let current = whole;
  for (const operation of operations) current = checkOperation(current, operation);
  deepStrictEqual(applyOperations(current, invertOperations(operations)), whole);
  expect(checkProject(current).problems).toEqual([]);
  return current;
}
const quotes = ({ highlights }: Project) => highlights.map(({ id, quote }) => `${id}: ${quote}`);
const quoted = ({ sections }: Project) => sections[0]?.points[0]?.quotations.map((each) => each.highlight);

describe('a letter replaced by a new version', () => {
  it('takes its text, original and notices, and is uncorrected again', () => {
    const { assets, ...taken } = next;
    const [now] = replaced().letters;
    expect(replaced().assets).toEqual(assets);
    expect(now).toMatchObject({ ...taken, id: 'statement', code: 'A1', corrected: false });
  });

  it('keeps every highlight and quotation, those without words with their old ones (N1, N5)', () => {
    const now = replaced();
    expect(quotes(now)).toEqual(['roof: roof leaks', 'oil: Oil is dear.', 'closed: Fridays']);
    expect(quoted(now)).toEqual(['roof', 'oil', 'closed']);
    expect(now.highlights[1]?.ranges.every(({ start, end }) => start.offset === end.offset)).toBe(true);
  });

  it.each<[string, ReanchorDecision, string[], string[]]>([
    [
      'removes one when told to, with its quotations',
      { kind: 'remove' },
      ['roof: roof leaks', 'oil: Oil is dear.'],
      ['roof', 'oil'],
    ],
    [
      'takes one off what was found wrongly',
      { kind: 'unplace' },
      ['roof: roof leaks', 'oil: Oil is dear.', 'closed: Thursdays'],
      ['roof', 'oil', 'closed'],
    ],
    [
      'puts one where the writer says',
      { kind: 'place', ranges: [rangeOf(next.blocks, 'old roof')] },
      ['roof: roof leaks', 'oil: Oil is dear.', 'closed: old roof'],
      ['roof', 'oil', 'closed'],
    ],
  ])('%s', (_, decision, expected, used) => {
    const now = replaced(new Map([['closed', decision]]));
    expect(quotes(now)).toEqual(expected);
    expect(quoted(now)).toEqual(used);
  });

  it('keeps every invariant, and is undone exactly, whatever the project (O3, O8)', () => {
    fc.assert(
      fc.property(projects, projects, fc.boolean(), (one, other, drop) => {
        const [old] = one.letters;
        const blocks = other.letters[0]?.blocks.filter(({ type }) => type !== 'picture') ?? [];
        if (!old) return;
        const passages = one.highlights.filter((each) => each.letter === old.id);
        const found = reanchor(old.blocks, blocks, passages);
        const [victim] = passages;
        const decisions = new Map<string, ReanchorDecision>(
          drop && victim ? [[victim.id, { kind: 'remove' }]] : [],
        );
        const operations = replaceLetter(one, old.id, { blocks, notices: [], assets: [] }, found, decisions);
        let current = one;
        for (const operation of operations) current = checkOperation(current, operation);
        expect(checkProject(current).problems).toEqual([]);
        expect(current.highlights).toHaveLength(one.highlights.length - decisions.size);
        deepStrictEqual(applyOperations(current, invertOperations(operations)), one);
      }),
      { numRuns: 100 },
    );
  });
});
