import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../core/derived/findings/finding.ts';
import { findingTags } from '../../../core/derived/findings/finding-tags.ts';
import { findings } from '../../../core/derived/findings/findings.ts';
import { allTags, filteredPoints } from '../../../core/derived/point-filter.ts';
import { highlightStates } from '../../../core/derived/usage.ts';
import type { Project } from '../../../core/document/project.ts';
import { answerTypesOf, ANSWER_TYPE_SETS } from '../../../core/export/answer-type-sets.ts';
import { publish } from '../../../core/export/publish.ts';
import { renderMarkdown } from '../../../core/export/markdown.ts';
import { countingIds } from '../../../core/document/id.ts';
import { highlight, letter, paragraphs, point, project, rangeOf, section } from './quillhaven.ts';

const text = paragraphs('l', 'The lamp is out. The door is shut.');
const first = letter('l1', 'A1', text);
const nothing = letter('l2', 'A2', paragraphs('m', 'Nothing.'));
const second = { ...nothing, item: { ...nothing.item, author: [{ given: 'Ida', family: 'Vane' }] } };
const changes = [{ id: 'c', wording: paragraphs('w', 'A new lamp.'), page: '12', line: '40' }];
const types = [
  { id: 'agree', name: 'Agreed' },
  { id: 'changed', name: 'Change made', asks: 'changes' as const },
];
const base = project({ letters: [first, second] });
const whole: Project = {
  ...base,
  settings: { ...base.settings, answerTypes: types },
  highlights: [
    highlight('h1', first, [rangeOf(text, 'The lamp is out.')], { quote: 'The lamp is out.', tags: ['oil'] }),
    highlight('h2', first, [rangeOf(text, 'The door')], { quote: 'The door', category: 'category-2' }),
  ],
  sections: [
    section('s1', [
      point('p1', ['h1'], [], { answerType: 'changed', changes, tags: ['urgent'] }),
      point('p2', ['h2'], [], { answerType: 'changed', status: 'final' }),
    ]),
    section('s2', [point('p3', [], paragraphs('a', 'So.'))], { level: 2, letter: 'l2' }),
    section('s3', [point('p4', [], [], { title: 'The lantern room', note: 'Ask for oil.' })]),
  ],
};
const ids = (filter: Parameters<typeof filteredPoints>[1]) =>
  filteredPoints(whole, filter).map(({ point: { id } }) => id);

describe('points are filtered', () => {
  it.each([
    [{}, ['p1', 'p2', 'p3', 'p4']],
    [{ section: 's1' }, ['p1', 'p2', 'p3']],
    [{ section: 's2' }, ['p3']],
    [{ letter: 'l1' }, ['p1', 'p2']],
    [{ letter: 'l2' }, ['p3']],
    [{ tag: 'urgent' }, ['p1']],
    [{ tag: 'oil' }, ['p1']],
    [{ category: 'category-2' }, ['p2']],
    [{ answerType: 'changed' }, ['p1', 'p2']],
    [{ answerType: '' }, ['p3', 'p4']],
    [{ status: 'final' as const, letter: 'l1' }, ['p2']],
    [{ author: 'Ida Vane' }, ['p3']],
    [{ author: 'Nobody' }, []],
    [{ words: 'só' }, ['p3']],
    [{ words: 'lantern' }, ['p4']],
    [{ words: 'ROOM oil lantern' }, ['p4']],
    [{ words: 'room ladder' }, []],
    [{ words: '  ' }, ['p1', 'p2', 'p3', 'p4']],
  ])('by %o', (filter, expected) => {
    expect(ids(filter)).toEqual(expected);
  });

  it('and their tags are listed, each once', () => {
    expect(allTags(whole)).toEqual(['urgent', 'oil']);
  });
});

describe('an answer type', () => {
  it('answers, as what was changed does (D3)', () => {
    expect([...highlightStates(whole).values()]).toEqual(['answered', 'answered']);
  });

  it('that asks for what was changed is told where nothing is; so is an answer without one', () => {
    expect(findings(whole).filter(({ weight }) => weight === 'open')).toEqual([
      { kind: 'changes-missing', weight: 'open', point: 'p2' },
      { kind: 'answer-type-missing', weight: 'open', point: 'p3' },
      { kind: 'point-unanswered', weight: 'open', point: 'p4' },
    ]);
  });

  it('is published at the answer, with the changes in their box', () => {
    const [published] = publish(whole).parts[0]!.points;
    expect(published).toMatchObject({
      answerType: 'Change made',
      changes: [{ place: 'page 12, line 40', wording: [{ content: [{ text: 'A new lamp.' }] }] }],
    });
    expect(published).not.toHaveProperty('privately');
    expect(renderMarkdown(publish(whole))).toContain(
      '**Change made**\n\n> **Changes made**\n>\n> *page 12, line 40*\n>\n> A new lamp.',
    );
  });

  it.each(['en', 'de', 'fr', 'es', 'it', 'nl', 'he', 'ar', 'xx'])('has names in %s', (language) => {
    for (const set of ANSWER_TYPE_SETS) {
      const made = answerTypesOf(set, language, countingIds('t'));
      expect(made.length).toBeGreaterThan(1);
      expect(new Set(made.map(({ name }) => name)).size).toBe(made.length);
    }
  });
});

describe('what a reader would miss is found', () => {
  it('of letters, works and pictures', () => {
    const picture = { id: 'p', type: 'picture', asset: 'a', alternative: ' ', content: [] } as const;
    const lacking = project({
      letters: [letter('l1', 'A1', [picture])],
      references: [{ id: 'w', item: { type: 'book', title: 'A Room' } }],
      introduction: [...paragraphs('i', 'So.'), { ...picture, id: 'q' }],
    });
    expect(findings(lacking).map((found) => ('fields' in found ? found.fields : found.kind))).toEqual([
      ['title', 'byline'],
      ['author', 'date', 'title'],
      ['author', 'year'],
      'picture-untold',
      'picture-untold',
    ]);
  });
});

describe('what is left has the tags of', () => {
  const tags = (finding: Finding) => findingTags(whole, finding);
  it.each<readonly [string, Finding, readonly string[]]>([
    ['the passage', { kind: 'highlight-open', weight: 'open', highlight: 'h1' }, ['oil']],
    [
      'the point and its passages',
      { kind: 'point-unanswered', weight: 'open', point: 'p1' },
      ['urgent', 'oil'],
    ],
    [
      'the point in whose answer it is',
      { kind: 'picture-untold', weight: 'minor', text: { of: 'answer', id: 'p1' }, block: 'b' },
      ['urgent', 'oil'],
    ],
    [
      'nothing, for an introduction',
      { kind: 'picture-untold', weight: 'minor', text: { of: 'introduction' }, block: 'b' },
      [],
    ],
  ])('%s', (_, finding, expected) => {
    expect(tags(finding)).toEqual(expected);
  });
});
