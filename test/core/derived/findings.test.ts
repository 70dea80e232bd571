import { describe, expect, it } from 'vitest';
import { findingSentence } from '../../../core/derived/findings/finding-words.ts';
import { findings } from '../../../core/derived/findings/findings.ts';
import { emptyProject, type Project } from '../../../core/document/project.ts';
import { paragraph } from '../../../core/text/block.ts';

const highlight = (id: string, from: number, to: number, quote: string) => ({
  id,
  letter: 'l',
  ranges: [{ start: { block: 'b', offset: from }, end: { block: 'b', offset: to } }],
  quote,
  category: 'category-1',
  note: '',
});
const head = {
  kind: 'letter',
  addressee: '',
  language: 'en',
  direction: 'ltr',
  notices: [],
  corrected: false,
} as const;
const letter = {
  ...head,
  id: 'l',
  code: 'A1',
  item: {
    type: 'document',
    title: 'The lamp',
    author: [{ family: 'Cottle' }],
    issued: { 'date-parts': [[2026]] },
  },
  blocks: [paragraph('b', 'The lamp is out.')],
};
const point = {
  id: 'p',
  title: 'Lamp',
  quotations: [],
  arrangement: 'sequence',
  answer: [],
  status: 'draft',
  note: '',
} as const;
const empty = emptyProject('x', 'en', ['Claim']);
const base: Project = {
  ...empty,
  front: { ...empty.front, title: 'The Lamp', byline: 'Ida Marsh' },
  letters: [letter],
};
const section = { id: 's', level: 1, title: 'Reply', lead: [] } as const;
const say = (project: Project) =>
  findings(project).map((finding) => [finding.kind, findingSentence(project, finding)]);

describe('findings', () => {
  it('are none in an empty project', () => {
    expect(findings(base)).toEqual([]);
  });
  it('tell other words than those highlighted, and words that are gone', () => {
    const highlights = [highlight('h1', 4, 8, 'light'), highlight('h2', 9, 9, 'was')];
    expect(say({ ...base, highlights }).slice(0, 2)).toEqual([
      ['misquotation', 'Passage A1-1 is quoted as “light”, but the letter says “lamp”.'],
      ['words-gone', 'The words of passage A1-2, “was”, are no longer in the letter.'],
    ]);
  });
  it('tell references that lead nowhere, in notes too', () => {
    const target = { kind: 'point', id: 'gone' } as const;
    const note = {
      type: 'note',
      id: 'n',
      body: [{ type: 'citation', id: 'c', items: [{ reference: 'nobody' }] }],
    } as const;
    const introduction = [
      { ...paragraph('i'), content: [{ text: 'See ' }, { type: 'cross-reference', target } as const, note] },
    ];
    expect(say({ ...base, introduction })).toEqual([
      ['dangling-reference', 'A cross reference in the introduction leads to a point that isn’t there.'],
      [
        'unknown-work',
        'A citation in the introduction names a work that isn’t among the references: nobody.',
      ],
    ]);
  });
  it('tell what isn’t answered, but not what is waived', () => {
    const waived = { ...highlight('h2', 0, 3, 'The'), waived: { reason: 'an article' } };
    const project = {
      ...base,
      highlights: [highlight('h1', 4, 8, 'lamp'), waived],
      sections: [{ ...section, points: [point] }],
    };
    expect(say(project)).toEqual([
      ['point-unanswered', 'Point 1, “Lamp”, has no answer.'],
      ['highlight-open', 'Passage A1-2 isn’t answered: “lamp”.'],
    ]);
  });
});
