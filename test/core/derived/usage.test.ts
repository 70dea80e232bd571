import { describe, expect, it } from 'vitest';
import type { RichText } from '../../../core/text/block.ts';
import { highlightStates, saysSomething, usage } from '../../../core/derived/usage.ts';
import { highlight, letter, paragraphs, point, project, section, written } from './quillhaven.ts';

const statement = letter('statement', 'A1', paragraphs('b', 'The roof leaks.'));
const words = paragraphs('a', 'It was mended in May.');
const waived = { reason: 'A matter of taste' };

describe('the state of a highlight', () => {
  it.each([
    ['open when nothing quotes it', [], {}, 'open'],
    ['open when the answer is still empty', [point('p', ['h'], [])], {}, 'open'],
    ['open when the answer is only space', [point('p', ['h'], paragraphs('a', ' \u00a0'))], {}, 'open'],
    ['answered when the answer has words', [point('p', ['h'], words)], {}, 'answered'],
    [
      'answered when one of two answers has words',
      [point('p', ['h'], []), point('q', ['h'], words)],
      {},
      'answered',
    ],
    ['waived when the writer waived it', [], { waived }, 'waived'],
    ['waived when it is quoted without an answer', [point('p', ['h'], [])], { waived }, 'waived'],
    ['answered even when it was waived before', [point('p', ['h'], words)], { waived }, 'answered'],
  ] as const)('is %s', (_, points, more, state) => {
    const whole = project({
      letters: [statement],
      highlights: [highlight('h', statement, [], more)],
      sections: [section('s', points)],
    });
    expect(highlightStates(whole).get('h')).toBe(state);
  });
});

describe('usage', () => {
  it('lists the points of a highlight in reading order, each once', () => {
    const used = usage(
      project({
        sections: [
          section('s1', [point('p1', ['h', 'h', 'g'], words)]),
          section('s2', [point('p2', ['h'], [])]),
        ],
      }),
    );
    expect(Object.fromEntries(used.points)).toEqual({ h: ['p1', 'p2'], g: ['p1'] });
    expect([...used.answered]).toEqual(['h', 'g']);
  });

  it('stays the same value while an answer is typed, and changes with its first word', () => {
    const quotations = point('p', ['h'], []).quotations;
    const at = (answer: RichText) =>
      project({ sections: [section('s', [point('p', [], answer, { quotations })])] });
    const empty = usage(at(paragraphs('a', '')));
    expect(usage(at([]))).toBe(empty);
    const begun = usage(at(paragraphs('a', 'W')));
    expect(begun).not.toBe(empty);
    expect(usage(at(paragraphs('a', 'We')))).toBe(begun);
  });
});

describe('a text says something', () => {
  it.each<[string, RichText, boolean]>([
    ['not when it has no blocks', [], false],
    ['not when its paragraphs are empty', paragraphs('a', '', '  '), false],
    [
      'with a cross reference alone',
      [written('a', { type: 'cross-reference', target: { kind: 'point', id: 'p' } })],
      true,
    ],
    [
      'with a citation alone',
      [written('a', { type: 'citation', id: 'c', items: [{ reference: 'r' }] })],
      true,
    ],
    ['with a picture alone', [{ id: 'a', type: 'picture', asset: 'x', alternative: '', content: [] }], true],
    ['with words in a table', [{ id: 'a', type: 'table', rows: [[{ content: [{ text: '9' }] }]] }], true],
    ['not with a rule alone', [{ id: 'a', type: 'rule' }], false],
  ])('%s', (_, text, says) => expect(saysSomething(text)).toBe(says));
});
