import { describe, expect, it } from 'vitest';
import { findings } from '../../../core/derived/findings/findings.ts';
import { besideTarget, wordCounter, wordCounts } from '../../../core/derived/word-count.ts';
import { paragraphs, point, project, section } from './quillhaven.ts';

describe('words', () => {
  it.each([
    ['en', 'The reader’s lamp is out: two-thirds of it.', 9],
    ['ja', '図書館は木曜日に閉まります。', 7],
    ['he', 'ספריית העיר סגורה', 3],
    ['no language', 'three words here', 3],
    ['en', '', 0],
  ])('of %s: %s', (language, text, count) => {
    expect(wordCounter(language)(paragraphs('b', text))).toBe(count);
  });

  const changes = [{ id: 'c', wording: paragraphs('w', 'a new lamp'), page: '4', line: '' }];
  const whole = project({
    introduction: paragraphs('i', 'one two'),
    sections: [
      section('s1', [point('p1', [], paragraphs('a', 'one two three'), { changes })], {
        lead: paragraphs('l', 'one'),
      }),
      section('s2', [point('p2', [], paragraphs('b', 'one two'))], { level: 2 }),
      section('s3', [], { level: 1 }),
    ],
  });

  it('are counted for each point with its changes, each part with those nested in it, and all', () => {
    const counts = wordCounts(whole);
    expect([...counts.points]).toEqual([
      ['p1', 6],
      ['p2', 2],
    ]);
    expect([...counts.sections]).toEqual([
      ['s1', 9],
      ['s2', 2],
      ['s3', 0],
    ]);
    expect(counts.whole).toBe(11);
  });

  it('are the same value while no count changes (D5)', () => {
    const renamed = { ...whole, front: { ...whole.front, title: 'The Lamp' } };
    expect(wordCounts(renamed)).toBe(wordCounts(whole));
  });

  it('miss a target by more than a tenth of it', () => {
    expect([89, 90, 110, 111].map((words) => besideTarget(words, 100))).toEqual([
      'short',
      undefined,
      undefined,
      'long',
    ]);
  });

  it('that miss a target are found, but not of points that aren’t answered', () => {
    const [first, ...rest] = whole.sections;
    const aimed = {
      ...whole,
      settings: { ...whole.settings, target: 11 },
      sections: [
        {
          ...first!,
          target: 20,
          points: [{ ...first!.points[0]!, target: 3 }, point('p3', [], [], { target: 100 })],
        },
        ...rest,
      ],
    };
    expect(findings(aimed).filter(({ kind }) => kind === 'target-missed')).toEqual([
      { kind: 'target-missed', weight: 'minor', of: 'section', id: 's1', words: 9, target: 20 },
      { kind: 'target-missed', weight: 'minor', of: 'point', id: 'p1', words: 6, target: 3 },
    ]);
  });
});
