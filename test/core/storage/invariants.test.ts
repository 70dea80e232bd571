import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { Highlight } from '../../../core/document/letter.ts';
import type { Project, Section } from '../../../core/document/project.ts';
import { matterRank } from '../../../core/document/section-tree.ts';
import { newSection } from '../../../core/operations/edits.ts';
import { checkProject } from '../../../core/storage/invariants.ts';
import type { ProblemKind } from '../../../core/storage/messages.ts';
import { projects } from '../../support/arbitraries.ts';
import { deepFreeze } from '../../support/check-operation.ts';
import { quillhaven } from '../../support/quillhaven-project.ts';

/** A busy machine isn't a fault. */
vi.setConfig({ testTimeout: 60_000 });

function withHighlight(change: Partial<Highlight>, id = 'oil'): Project {
  return {
    ...quillhaven,
    highlights: quillhaven.highlights.map((one) => (one.id === id ? { ...one, ...change } : one)),
  };
}
function withAnswer(answer: Project['introduction']): Project {
  return { ...quillhaven, introduction: answer };
}
const span = (start: number, end: number, block = 'k1') => [
  { start: { block, offset: start }, end: { block, offset: end } },
];
const at = (project: Project, id = 'oil') => project.highlights.find((one) => one.id === id);

/** Sections of these ids, each after its kind of matter. */
const matter = (...told: readonly string[]): Project['sections'] =>
  told.map((words) => {
    const [id = '', place] = words.split(' ').toReversed();
    const made = { ...newSection(id, id), level: 2 as const };
    return place === 'front' || place === 'back' ? { ...made, place } : made;
  });

interface Case {
  readonly given: Project;
  readonly problems: readonly ProblemKind[];
  readonly check: (project: Project) => void;
}

const [board, keeper] = quillhaven.letters as [Project['letters'][0], Project['letters'][0]];
const cases: Record<string, Case> = {
  'puts a highlight back on its words when they stand elsewhere (I7)': {
    given: withHighlight({ ranges: span(3, 9) }),
    problems: ['passage-moved'],
    check: (project) => expect(at(project)?.ranges).toEqual(span(0, 20)),
  },
  'puts a highlight of two ranges back, over a block without words (I7)': {
    given: withHighlight({ ranges: span(0, 1, 'l8') }, 'closing'),
    problems: ['passage-moved'],
    check: (project) => expect(at(project, 'closing')).toEqual(quillhaven.highlights[0]),
  },
  'keeps the words of a highlight that are nowhere, without a place (I7)': {
    given: withHighlight({ quote: 'I have no oil' }),
    problems: ['passage-unplaced'],
    check: (project) => expect(at(project)).toMatchObject({ quote: 'I have no oil', ranges: span(0, 0) }),
  },
  'keeps a highlight whose block is gone (I6)': {
    given: withHighlight({ ranges: span(0, 4, 'nowhere'), quote: 'not there' }),
    problems: ['passage-unplaced'],
    check: (project) => expect(at(project)?.ranges).toEqual(span(0, 0)),
  },
  'cuts an end beyond its block (I6)': {
    given: withHighlight({ ranges: span(0, 400) }),
    problems: ['passage-moved'],
    check: (project) => expect(at(project)?.ranges).toEqual(span(0, 20)),
  },
  'makes a letter of the words of highlights whose letter is not there (I5)': {
    given: withHighlight({ letter: 'burnt' }),
    problems: ['letter-missing', 'code-doubled'],
    check: (project) => {
      expect(project.letters[2]).toMatchObject({ id: 'burnt', code: 'A2' });
      expect(at(project)).toMatchObject({ letter: 'burnt', ranges: span(0, 20, 'oil') });
    },
  },
  'gives a highlight of no category the first (I8)': {
    given: withHighlight({ category: 'category-9' }),
    problems: ['category-missing'],
    check: (project) => expect(at(project)?.category).toBe('category-1'),
  },
  'takes out a quotation of nothing and tells it (I9)': {
    given: { ...quillhaven, highlights: quillhaven.highlights.filter(({ id }) => id !== 'oil') },
    problems: ['quotation-removed'],
    check: (project) => expect(project.sections[0]?.points[0]?.quotations).toHaveLength(1),
  },
  'frees a part from a letter that is not there (I9)': {
    given: { ...quillhaven, sections: quillhaven.sections.map((one) => ({ ...one, letter: 'burnt' })) },
    problems: ['section-letter-missing'],
    check: (project) => expect(project.sections[0]).not.toHaveProperty('letter'),
  },
  'puts front matter before the parts and back matter behind them (I18)': {
    given: { ...quillhaven, sections: matter('one', 'back two', 'front three', 'four', 'front five') },
    problems: ['matter-out-of-order', 'matter-out-of-order', 'matter-out-of-order'],
    check: (project) =>
      expect(project.sections.map(({ id }) => id)).toEqual(['three', 'five', 'one', 'four', 'two']),
  },
  'keeps the caption of a picture that is not there (I10)': {
    given: { ...quillhaven, assets: [] },
    problems: ['picture-missing'],
    check: (project) =>
      expect(project.letters[0]?.blocks[8]).toEqual({
        id: 'l10',
        type: 'paragraph',
        content: [{ text: 'The lamp in question' }],
      }),
  },
  'gives the second of two highlights of one id another (I2)': {
    given: { ...quillhaven, highlights: [...quillhaven.highlights, quillhaven.highlights[1]!] },
    problems: ['id-doubled'],
    check: (project) => expect(project.highlights[3]?.id).toBe('oil-2'),
  },
  'gives the second of two blocks of one id another, over all texts by the author (I2)': {
    given: withAnswer([{ id: 'a2', type: 'paragraph', content: [{ text: 'Another demand' }] }]),
    problems: ['id-doubled'],
    check: (project) => {
      expect(project.introduction[0]?.id).toBe('a2');
      expect(project.sections[0]?.points[0]?.answer[1]?.id).toBe('a2-2');
    },
  },
  'lets blocks of different letters have one id (I2)': {
    given: {
      ...quillhaven,
      letters: [board, { ...keeper, blocks: keeper.blocks }, { ...keeper, id: 'x', code: 'C1' }],
    },
    problems: [],
    check: (project) => expect(project.letters[2]?.blocks[0]?.id).toBe('k1'),
  },
  'gives the second of two letters of one code another (I3)': {
    given: { ...quillhaven, letters: [board, { ...keeper, code: 'A1' }] },
    problems: ['code-doubled'],
    check: (project) => expect(project.letters[1]?.code).toBe('A2'),
  },
  'takes a link out that could run a script, and keeps its words (I11)': {
    given: withAnswer([
      { id: 'z', type: 'paragraph', content: [{ text: 'here', link: 'javascript:alert(1)' }] },
    ]),
    problems: ['link-removed'],
    check: (project) => expect(project.introduction[0]).toMatchObject({ content: [{ text: 'here' }] }),
  },
  'joins and tidies pieces of text (I12)': {
    given: withAnswer([
      {
        id: 'z',
        type: 'paragraph',
        content: [
          { text: 'so' },
          { text: '' },
          { text: ' be it', marks: [] },
          { text: '!', marks: ['emphasis', 'strong'] },
        ],
      },
    ]),
    problems: ['text-tidied'],
    check: (project) =>
      expect(project.introduction[0]).toMatchObject({
        content: [{ text: 'so be it' }, { text: '!', marks: ['strong', 'emphasis'] }],
      }),
  },
  'takes out the mark of a note that is not there (I4)': {
    given: withAnswer([
      { id: 'z', type: 'paragraph', content: [{ text: 'so' }, { type: 'note-mark', note: 'l9' }] },
    ]),
    problems: ['note-mark-removed'],
    check: (project) => expect(project.introduction[0]).toMatchObject({ content: [{ text: 'so' }] }),
  },
  'lets a cross reference lead to what was cut, to be told when it is checked': {
    given: withAnswer([
      {
        id: 'z',
        type: 'paragraph',
        content: [{ type: 'cross-reference', target: { kind: 'point', id: 'cut' } }],
      },
    ]),
    problems: [],
    check: (project) => expect(project.introduction).toHaveLength(1),
  },
};

describe('checking a project', () => {
  it.each(Object.entries(cases))('%s', (_, { given, problems, check }) => {
    const checked = checkProject(deepFreeze(given));
    expect(checked.problems.map(({ kind }) => kind)).toEqual(problems);
    check(checked.project);
    expect(checkProject(checked.project).problems).toEqual([]);
  });

  it('mends any order of front matter, parts and back matter; each kind keeps its own, and nothing is lost (I18)', () => {
    fc.assert(
      fc.property(
        projects.chain((project) =>
          fc
            .shuffledSubarray([...project.sections], { minLength: project.sections.length })
            .map((sections) => ({ ...project, sections })),
        ),
        (given) => {
          const { project, problems } = checkProject(given);
          const ranks = project.sections.map(matterRank);
          expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
          for (const rank of [0, 1, 2]) {
            const kind = (section: Section) => matterRank(section) === rank;
            expect(project.sections.filter(kind)).toEqual(given.sections.filter(kind));
          }
          const isInOrder = given.sections.every((section, i) => section === project.sections[i]);
          expect(problems.length === 0).toBe(isInOrder);
          expect(problems.every(({ kind, lost }) => kind === 'matter-out-of-order' && !lost)).toBe(true);
        },
      ),
    );
  });

  it('gives a sound project back as it is (I1)', () => {
    fc.assert(
      fc.property(projects, (project) => {
        const checked = checkProject(project);
        expect(checked.problems).toEqual([]);
        expect(checked.project).toBe(project);
      }),
    );
  });
});
