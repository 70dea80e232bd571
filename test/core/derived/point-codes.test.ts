import { describe, expect, it } from 'vitest';
import type { FrozenCodes, NumberingSettings, Project, Section } from '../../../core/document/project.ts';
import { patternFault, PASSAGE_NAMES } from '../../../core/derived/code-pattern.ts';
import { findings } from '../../../core/derived/findings/findings.ts';
import { publishedCodes, withdrawnCodes } from '../../../core/derived/frozen.ts';
import { numbering } from '../../../core/derived/numbering.ts';
import { nextLetterCode } from '../../../core/operations/edits.ts';
import { highlight, letter, paragraphs, point, project, rangeOf, section } from './quillhaven.ts';

const review = { ...letter('review', 'R1', paragraphs('b', 'Count again.')), kind: 'reviewer' as const };
const second = { ...letter('second', 'R2', paragraphs('c', 'Mend it.')), kind: 'reviewer' as const };
const editor = { ...letter('editor', 'E1', paragraphs('d', 'Shorten it.')), kind: 'editor' as const };
const sections: readonly Section[] = [
  section('s1', [point('p1', [], []), { ...point('p2', [], []), sub: true }, point('p3', [], [])], {
    letter: 'review',
  }),
  section('s2', [point('p4', [], [])], { level: 2 }),
  section('s3', [point('p5', ['h'], []), point('p6', [], [])]),
  section('s4', [point('p7', [], [])], { letter: 'editor' }),
];
const whole = (points?: NumberingSettings, more: Partial<Project> = {}): Project => {
  const made = project({
    letters: [review, second, editor],
    highlights: [highlight('h', second, [rangeOf(second.blocks, 'Mend')])],
    sections,
    ...more,
  });
  return points ? { ...made, settings: { ...made.settings, numbering: points } } : made;
};
const codes = (given: Project) => [...numbering(given).pointCodes.values()];

describe('D1: codes of points', () => {
  it.each<[string, NumberingSettings | undefined, string[]]>([
    ['plain', undefined, ['1a', '1b', '2', '3', '4', '5', '6']],
    ['by part', { points: 'by-part' }, ['1.1a', '1.1b', '1.2', '1.1.1', '2.1', '2.2', '3.1']],
    ['by reviewer', { points: 'by-reviewer' }, ['R1.1a', 'R1.1b', 'R1.2', 'R1.3', 'R2.1', '1', 'E1.1']],
    ['by letter', { points: 'by-letter' }, ['R1-1a', 'R1-1b', 'R1-2', 'R1-3', 'R2-1', '1', 'E1-1']],
    ['by a pattern', { points: 'plain', pattern: '§{n}' }, ['§1a', '§1b', '§2', '§3', '§4', '§5', '§6']],
    [
      'by the scheme where the pattern has a fault',
      { points: 'plain', pattern: '{part}' },
      ['1a', '1b', '2', '3', '4', '5', '6'],
    ],
  ])('%s', (_, settings, made) => expect(codes(whole(settings))).toEqual(made));

  it('D8: told where a pattern gives one twice', () => {
    const many = Array.from({ length: 11 }, (_, i) => point(`q${i}`, [], []));
    const elevenParts = Array.from({ length: 11 }, (_, i) =>
      section(`t${i}`, i === 0 ? many : [point(`u${i}`, [], [])]),
    );
    const given = whole({ points: 'plain', pattern: '{part}{n}' }, { sections: elevenParts });
    expect(findings(given)).toContainEqual({
      kind: 'code-twice',
      weight: 'wrong',
      code: '111',
      points: ['q10', 'u10'],
    });
  });
});

describe('patterns', () => {
  it.each([
    ['{letter}-{n}', undefined],
    ['', 'empty'],
    ['{part}', 'no-number'],
    ['{n}{n}', 'number-twice'],
    ['{n', 'braces'],
    ['{what}{n}', 'unknown-name'],
    [`${'x'.repeat(40)}{n}`, 'too-long'],
    ['{n}\u202e', 'controls'],
  ])('%j has the fault %s', (pattern, kind) => expect(patternFault(pattern)?.kind).toBe(kind));
  it('of passages know no parts', () =>
    expect(patternFault('{part}{n}', PASSAGE_NAMES)).toEqual({ kind: 'unknown-name', name: 'part' }));
});

describe('D7: rounds', () => {
  const frozen: FrozenCodes = publishedCodes(whole(), '2026-11-30');
  it('a point that goes on has the code of the first one with the round', () => {
    const later = [
      ...sections,
      section('r2', [{ ...point('a', [], []), continues: 'p3' }, point('b', [], [])], { round: 2 }),
      section('r3', [{ ...point('c', [], []), continues: 'a' }], { round: 3 }),
    ];
    expect(codes(whole(undefined, { sections: later, frozen })).slice(-3)).toEqual(['2·II', '7', '2·III']);
  });
  it('also when the first one is gone, if its code was published', () => {
    const later = [section('r2', [{ ...point('a', [], []), continues: 'p3' }], { round: 2 })];
    const given = whole(undefined, { sections: later, frozen });
    expect(codes(given)).toEqual(['2·II']);
    expect(withdrawnCodes(given).points).toEqual(['1a', '1b', '2', '3', '4', '5', '6']);
    expect(findings(given)).not.toContainEqual(expect.objectContaining({ kind: 'continues-nothing' }));
    expect(findings({ ...whole(undefined, { sections: later }) })).toContainEqual(
      expect.objectContaining({ kind: 'continues-nothing', point: 'a' }),
    );
  });
});

describe('letters', () => {
  it.each([
    ['reviewer', 'R3'],
    ['editor', 'E2'],
    ['organisation', 'O1'],
    ['letter', 'A1'],
  ] as const)('the next %s is %s', (kind, code) => expect(nextLetterCode(whole().letters, kind)).toBe(code));
});
