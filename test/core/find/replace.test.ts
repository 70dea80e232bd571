import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileQuery, prepare, type FindQuery } from '../../../core/find/query.ts';
import { replacementFor } from '../../../core/find/replacement.ts';
import { placeKey, searchables, searchedParts } from '../../../core/find/places.ts';
import { replaceFound, type FoundWords } from '../../../core/find/replace.ts';
import { searchProject } from '../../../core/find/search.ts';
import { applyOperations } from '../../../core/operations/apply.ts';
import { invertOperations } from '../../../core/operations/operation.ts';
import type { Project } from '../../../core/document/project.ts';
import { tidyTags } from '../../../core/document/tags.ts';
import type { Block, Inline } from '../../../core/text/block.ts';
import { replaceInBlock } from '../../../core/text/replace-in-block.ts';
import { projects } from '../../support/arbitraries.ts';
import { deepFreeze } from '../../support/check-operation.ts';
import { quillhaven } from '../../support/quillhaven-project.ts';

const PLAIN = { pattern: false, wholeWord: false, matchCase: false, matchAccents: false };

function findAll(project: Project, query: FindQuery, words: string): FoundWords[] {
  const compiled = compileQuery(query, 'en');
  if (!compiled.ok) throw new Error(compiled.why);
  const { matcher } = compiled;
  return searchables(project).flatMap(({ place, source }) =>
    searchedParts(source).flatMap(({ id, text }) =>
      [...matcher.matches(prepare(text, matcher.folds))].map(({ from, to }) => ({
        place,
        part: id,
        from,
        to,
        words,
      })),
    ),
  );
}

/** All its words, by place and part. */
const wordsOf = (project: Project) =>
  new Map(
    searchables(project).flatMap(({ place, source }) =>
      searchedParts(source).map(({ id, text }) => [`${placeKey(place)} ${id}`, text] as const),
    ),
  );
const atomsOf = (project: Project) =>
  JSON.stringify(project).match(/"type":"(note|citation|cross-reference)"/g)?.length;

describe('what is found and replaced', () => {
  it('S3: changes the author’s words as a search and replace in plain text would, letters never, and can be undone', () => {
    fc.assert(
      fc.property(
        projects,
        fc.constantFrom('a', 'e', ' ', 'o'),
        fc.constantFrom('', 'X', 'zz'),
        (project, text, words) => {
          deepFreeze(project);
          const found = findAll(project, { ...PLAIN, text, matchCase: true, matchAccents: true }, words);
          const { operations, count, left } = replaceFound(project, found);
          const after = applyOperations(project, operations);
          expect(applyOperations(after, invertOperations(operations))).toEqual(project);
          expect(after.letters).toBe(project.letters);
          expect(count + left.letters + left.atom + left.cells).toBe(found.length);
          expect(atomsOf(after)).toBe(atomsOf(project));
          // One character holds nothing and is in one cell.
          expect(left).toMatchObject({ atom: 0, cells: 0 });
          const expected = new Map<string, string>();
          for (const [key, before] of wordsOf(project)) {
            const now = key.startsWith('letter:') ? before : before.replaceAll(text, words);
            // Tags stay tags: none is empty, none is there twice.
            const tidy =
              now !== before && /^(point|passage)-tags:/.test(key)
                ? (tidyTags(now.split('\n'))?.join('\n') ?? '')
                : now;
            if (tidy !== '') expected.set(key, tidy);
          }
          expect(wordsOf(after)).toEqual(expected);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('is the whole project: front matter, titles, texts, letters, works, names of lists, notes, tags and comments', () => {
    const kinds = searchables(quillhaven).map(({ key, kind }) => `${kind} ${key.split(':')[0]}`);
    for (const kind of [
      'answers front',
      'answers introduction',
      'answers answer',
      'answers point-title',
      'letters letter',
    ])
      expect(kinds).toContain(kind);
    const named: Project = {
      ...quillhaven,
      lists: [{ id: 'demands', name: 'What we ask', label: 'Wish' }],
      settings: { ...quillhaven.settings, answerTypes: [{ id: 'agree', name: 'We agree' }] },
      references: [{ id: 'w', item: { type: 'book', title: 'Slates', publisher: 'Harbour Press' } }],
      comments: [
        {
          id: 'c',
          author: 'Ida Marsh',
          date: '2026-03-07T10:00:00Z',
          text: 'Whose roof?',
          about: { kind: 'point', id: 'p' },
          replies: [{ id: 'r', author: '', date: '2026-03-07T10:01:00Z', text: 'The roof of the hall.' }],
        },
      ],
      sections: quillhaven.sections.map((section, i) => ({
        ...section,
        topic: `Topic ${i}`,
        points: section.points.map((point) => ({ ...point, tags: ['slates', 'for Ida'] })),
      })),
      highlights: quillhaven.highlights.map((highlight) => ({ ...highlight, tags: ['urgent'] })),
    };
    const found = new Map(searchables(named).map(({ key, kind, source }) => [key, [kind, source]]));
    const [point] = named.sections.flatMap(({ points }) => points);
    expect(Object.fromEntries(found)).toMatchObject({
      'list-name:demands': ['answers', 'What we ask'],
      'list-label:demands': ['answers', 'Wish'],
      'answer-type:agree': ['answers', 'We agree'],
      'work:title:w': ['answers', 'Slates'],
      'work:publisher:w': ['answers', 'Harbour Press'],
      'comment:c': ['notes', 'Whose roof?'],
      'reply:c:r': ['notes', 'The roof of the hall.'],
      [`point-tags:${point?.id}`]: ['notes', 'slates\nfor Ida'],
      [`passage-tags:${named.highlights[0]?.id}`]: ['notes', 'urgent'],
      [`section-topic:${named.sections[0]?.id}`]: ['answers', 'Topic 0'],
    });
    expect(searchProject(quillhaven, 'library', 5).hits.length).toBeGreaterThan(0);
  });
});

describe('words in a block', () => {
  const note: Inline = { type: 'note', id: 'n', body: [{ text: 'old footnote' }] };
  const block = (...content: Inline[]): Block => ({ id: 'b', type: 'paragraph', content });

  it('take the look of the first that they replace', () => {
    expect(
      replaceInBlock(
        block({ text: 'the ' }, { text: 'old', marks: ['strong'] }, { text: ' hall' }),
        undefined,
        4,
        12,
        'new',
      ),
    ).toEqual(block({ text: 'the ' }, { text: 'new', marks: ['strong'] }));
  });
  it('stay where something that isn’t text stands among them', () => {
    expect(replaceInBlock(block({ text: 'old' }, note, { text: ' hall' }), undefined, 0, 8, 'new')).toBe(
      'atom',
    );
  });
  it('give way beside a note', () => {
    expect(replaceInBlock(block({ text: 'old' }, note, { text: ' hall' }), undefined, 0, 3, 'new')).toEqual(
      block({ text: 'new' }, note, { text: ' hall' }),
    );
  });
  it('give way within a note', () => {
    expect(replaceInBlock(block({ text: 'old' }, note), 'n', 0, 3, 'new')).toEqual(
      block({ text: 'old' }, { type: 'note', id: 'n', body: [{ text: 'new footnote' }] }),
    );
  });
  it('stay where they are in several cells', () => {
    const cell = (text: string) => ({ content: [{ text }] });
    const table: Block = {
      id: 't',
      type: 'table',
      rows: [
        [cell('one'), cell('two')],
        [cell('three'), cell('four')],
      ],
    };
    expect(replaceInBlock(table, undefined, 2, 5, 'x')).toBe('cells');
    expect(replaceInBlock(table, undefined, 8, 13, 'third')).toEqual({
      ...table,
      rows: [
        [cell('one'), cell('two')],
        [cell('third'), cell('four')],
      ],
    });
  });
});

describe('the replacement', () => {
  const of = (text: string, found: string, groups: string[], keepCase = false, pattern = true) =>
    replacementFor({ from: 0, to: found.length, groups, named: { year: groups[0] } }, found, {
      text,
      pattern,
      keepCase,
    });
  it.each([
    ['$2 $1', 'a b', ['a', 'b'], 'b a'],
    ['$&!', 'a', [], 'a!'],
    ['$$1', 'a', ['a'], '$1'],
    ['$<year>', 'a', ['1907'], '1907'],
    ['$<none>', 'a', ['1907'], '$<none>'],
    ['$12', 'a', ['x'], 'x2'],
    ['$3', 'a', ['x'], '$3'],
  ])('%s', (text, found, groups, expected) => expect(of(text, found, groups)).toBe(expected));
  it('of plain words is what was typed', () => expect(of('$1', 'a', ['x'], false, false)).toBe('$1'));
  it.each([
    ['LIBRARY', 'READING ROOM'],
    ['Library', 'Reading room'],
    ['library', 'reading room'],
    ['liBrary', 'reading room'],
    ['A', 'Reading room'],
  ])('keeps the case of %s', (found, expected) => expect(of('reading room', found, [], true)).toBe(expected));
});
