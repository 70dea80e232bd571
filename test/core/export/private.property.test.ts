/** Rule E2: what is private is in no publication that it isn't asked for. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Project } from '../../../core/document/project.ts';
import { annotationsOf } from '../../../core/export/annotations.ts';
import { renderHtml } from '../../../core/export/html/page.ts';
import { renderMarkdown } from '../../../core/export/markdown.ts';
import { printData } from '../../../core/export/print-data.ts';
import { publish } from '../../../core/export/publish.ts';
import { projects } from '../../support/arbitraries.ts';

/** Stands in every private place; nothing else of a project has it. */
const CANARY = 'quincecanary';

function withCanaries(project: Project): Project {
  const said = { author: `${CANARY}author`, date: '2026-05-03T10:00:00.000Z', text: `${CANARY}text` };
  const first = project.introduction[0]?.id ?? 'gone';
  const point = project.sections.flatMap(({ points }) => points)[0]?.id ?? 'gone';
  return {
    ...project,
    highlights: project.highlights.map((highlight) => ({
      ...highlight,
      note: `${CANARY}note`,
      tags: [`${CANARY}tag`],
      waived: { reason: `${CANARY}reason` },
    })),
    sections: project.sections.map((section) => ({
      ...section,
      points: section.points.map((each) => ({ ...each, note: `${CANARY}note`, tags: [`${CANARY}tag`] })),
    })),
    accepted: [{ id: 'let-stand', text: `${CANARY}accepted`, reason: `${CANARY}why` }],
    comments: [
      { kind: 'point' as const, id: point },
      { kind: 'highlight' as const, id: project.highlights[0]?.id ?? 'gone' },
      { kind: 'text' as const, spots: [{ block: first, from: 0, to: 1, quote: `${CANARY}quote` }] },
    ].map((about, i) => ({
      ...said,
      id: `comment${i}`,
      about,
      replies: [{ ...said, id: `reply${i}`, text: `${CANARY}reply` }],
    })),
  };
}

function exported(project: Project, withNotes: boolean): readonly string[] {
  const publication = publish(project, { withNotes });
  return [
    renderHtml(publication, { fonts: [], pictures: new Map() }),
    renderMarkdown(publication),
    JSON.stringify(printData(publication)),
    JSON.stringify(annotationsOf(project, { withNotes })),
  ];
}

describe('what is private', () => {
  it('is in no export', () => {
    fc.assert(
      fc.property(projects, (project) => {
        for (const text of exported(withCanaries(project), false)) expect(text).not.toContain(CANARY);
      }),
      { numRuns: 25 },
    );
  });

  it('is in a working copy, which says that it is one', () => {
    fc.assert(
      fc.property(projects, (project) => {
        const whole = withCanaries(project);
        const publication = publish(whole, { withNotes: true });
        const [html, markdown, print] = exported(whole, true);
        for (const text of [html, markdown, print]) {
          for (const what of ['author', 'text', 'reply']) expect(text).toContain(`${CANARY}${what}`);
          // Why a quotation may stand is for the list of quotations alone.
          expect(text).not.toContain(`${CANARY}why`);
        }
        expect(html).toContain(publication.words.workingCopy);
        expect(print).toContain(publication.words.workingCopy);
      }),
      { numRuns: 15 },
    );
  });

  it('makes no difference to what is published', () => {
    fc.assert(
      fc.property(projects, (project) => {
        const { comments: _, ...bare } = project;
        const without: Project = {
          ...bare,
          highlights: project.highlights.map(({ tags: _tags, ...rest }) => ({ ...rest, note: '' })),
          sections: project.sections.map((section) => ({
            ...section,
            points: section.points.map(({ tags: _tags, target: _target, ...rest }) => ({
              ...rest,
              note: '',
            })),
          })),
        };
        expect(publish(project)).toEqual(publish(without));
      }),
      { numRuns: 15 },
    );
  });
});
