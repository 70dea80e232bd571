import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crossReferenceText, isThere } from '../../../core/derived/cross-reference.ts';
import { findings } from '../../../core/derived/findings/findings.ts';
import { masterUses } from '../../../core/derived/masters.ts';
import { numbering } from '../../../core/derived/numbering.ts';
import { crossReferences, targetKey } from '../../../core/derived/references.ts';
import { usage } from '../../../core/derived/usage.ts';
import { publicationWords } from '../../../core/export/words.ts';
import type { Project } from '../../../core/document/project.ts';
import { applyOperations } from '../../../core/operations/apply.ts';
import { answerBy, setMaster, withdrawAnswer } from '../../../core/operations/masters.ts';
import { invertOperations } from '../../../core/operations/operation.ts';
import type { CrossReferenceTarget, ReferenceForm } from '../../../core/text/block.ts';
import { projects } from '../../support/arbitraries.ts';
import { operationsFrom, operationSeeds } from '../../support/arbitrary-operations.ts';
import { highlight, letter, paragraphs, point, project, rangeOf, section, written } from './quillhaven.ts';

const words = publicationWords('en');
const statement = letter('statement', 'A1', [
  { id: 'b1', type: 'paragraph', page: '4', content: [{ text: 'The roof leaks.' }] },
  ...paragraphs('c', 'Visits have halved.'),
]);
const whole: Project = project({
  letters: [{ ...statement, item: { type: 'document', title: 'Statement' } }],
  highlights: [highlight('roof', statement, [rangeOf(statement.blocks, 'roof')])],
  sections: [
    section('masters', [
      { ...point('m', [], paragraphs('m', 'By the deed.'), { title: 'The deed' }), master: true },
    ]),
    section('s', [
      point(
        'p',
        ['roof'],
        [written('e', { text: 'It is mended' }, { type: 'note', id: 'n', body: [{ text: 'In spring.' }] })],
      ),
    ]),
  ],
});

describe('a cross reference', () => {
  it.each<[CrossReferenceTarget, ReferenceForm | undefined, string]>([
    [{ kind: 'point', id: 'p' }, undefined, 'point 1'],
    [{ kind: 'point', id: 'p' }, 'number', '1'],
    [{ kind: 'point', id: 'm' }, undefined, 'Master Response 1'],
    [{ kind: 'point', id: 'm' }, 'number', 'M1'],
    [{ kind: 'point', id: 'm' }, 'title', 'Master Response 1 (The deed)'],
    [{ kind: 'letter', id: 'statement' }, 'title', 'Letter A1 (Statement)'],
    [{ kind: 'passage', id: 'roof' }, undefined, 'A1-1'],
    [{ kind: 'place', letter: 'statement', id: 'b1' }, undefined, 'Letter A1, p.\u00a04'],
    [{ kind: 'place', letter: 'statement', id: 'c1' }, 'number', 'A1, ¶\u00a02'],
    [{ kind: 'note', id: 'n' }, undefined, 'note 1'],
    [{ kind: 'place', letter: 'statement', id: 'gone' }, undefined, 'missing reference'],
    [{ kind: 'passage', id: 'gone' }, undefined, 'missing reference'],
    [{ kind: 'note', id: 'gone' }, 'number', 'missing reference'],
  ])('to %j as %s says "%s"', (target, form, text) =>
    expect(crossReferenceText(whole, target, words, form).text).toBe(text),
  );
});

/** The thing itself that a reference leads to, by its kind. */
function thing(project: Project, target: CrossReferenceTarget): unknown {
  const points = project.sections.flatMap((one) => one.points);
  switch (target.kind) {
    case 'point':
      return points.find(({ id }) => id === target.id);
    case 'section':
      return project.sections.find(({ id }) => id === target.id);
    case 'letter':
      return project.letters.find(({ id }) => id === target.id);
    case 'passage':
      return project.highlights.find(({ id }) => id === target.id);
    case 'place':
      return project.letters
        .find(({ id }) => id === target.letter)
        ?.blocks.find(({ id }) => id === target.id);
    case 'demand':
      return numbering(project).entries.get(target.id);
    case 'note':
      return numbering(project).noteNumbers.get(target.id);
  }
}

it('leads to the same thing whatever is done, or is found to lead nowhere', () => {
  fc.assert(
    fc.property(projects, fc.array(operationSeeds, { maxLength: 12 }), (start, seeds) => {
      let now = start;
      for (const seed of seeds) {
        now = applyOperations(now, operationsFrom(now, seed));
        const dangling = new Set(
          findings(now).flatMap((found) =>
            found.kind === 'dangling-reference' ? [targetKey(found.target)] : [],
          ),
        );
        for (const { target } of crossReferences(now)) {
          const there = thing(now, target) !== undefined;
          expect(isThere(now, target), targetKey(target)).toBe(there);
          expect(crossReferenceText(now, target, words).found).toBe(there);
          expect(dangling.has(targetKey(target))).toBe(!there);
        }
      }
    }),
    { numRuns: 60 },
  );
});

describe('a master response', () => {
  const roof = { kind: 'passage', id: 'roof' } as const;
  const p = { kind: 'point', id: 'p' } as const;

  it('is counted among its kind', () =>
    expect([...numbering(whole).pointCodes]).toEqual([
      ['m', 'M1'],
      ['p', '1'],
    ]));

  it('answers the passages and points that name it, once it says something', () => {
    const bare: Project = {
      ...whole,
      sections: [whole.sections[0]!, section('s', [point('p', ['roof'], [])])],
    };
    expect(usage(bare).answered.has('roof')).toBe(false);
    const named = applyOperations(bare, answerBy(bare, [roof, p], 'm'));
    expect(usage(named).points.get('roof')).toEqual(['p', 'm']);
    expect(usage(named).answered.has('roof')).toBe(true);
    expect(usage(named).answering.has('p')).toBe(true);
    expect(masterUses(named).get('m')).toEqual({ passages: ['roof'], points: ['p'] });
    const silent: Project = {
      ...named,
      sections: [section('masters', [{ ...point('m', [], []), master: true }]), named.sections[1]!],
    };
    expect(usage(silent).answered.size).toBe(0);
  });

  it('is told when it is gone, and no place is lost by that', () => {
    const named = applyOperations(whole, answerBy(whole, [roof, p], 'm'));
    const without = { ...named, sections: [named.sections[1]!] };
    expect(findings(without).filter(({ kind }) => kind === 'dangling-answer')).toHaveLength(2);
  });

  it('is undone exactly', () => {
    const named = answerBy(whole, [roof, p, { kind: 'point', id: 'm' }], 'm');
    const after = applyOperations(whole, named);
    expect(applyOperations(after, invertOperations(named))).toEqual(whole);
    expect(answerBy(after, [roof, p], 'm')).toEqual([]);
    const back = applyOperations(after, withdrawAnswer(after, roof, 'm'));
    expect(back.highlights).toEqual(whole.highlights);
    const plain = setMaster(whole, 'm', false);
    expect(numbering(applyOperations(whole, plain)).pointCodes.get('m')).toBe('1');
  });
});
