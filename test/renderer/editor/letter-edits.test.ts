import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalRanges } from '../../../core/anchoring/map-anchors.ts';
import { applyOperations } from '../../../core/operations/apply.ts';
import { invertOperations } from '../../../core/operations/operation.ts';
import { countingIds } from '../../../core/document/id.ts';
import { areSound } from '../../../core/storage/check-highlights.ts';
import { paragraph, type RichText } from '../../../core/text/block.ts';
import { blockText, positionToOffset } from '../../../core/text/canonical.ts';
import type { Project } from '../../../core/document/project.ts';
import { rangesAt } from '../../support/arbitraries.ts';
import { letterText, withIds, words } from '../../support/arbitrary-text.ts';
import { cellsOf, MarkedText } from '../../core/anchoring/marked-text.ts';
import { acts, perform } from './letter-acts.ts';
import { Correcting, projectOf } from './letter-headless.ts';

/** A fixed seed: what is found by another one becomes a case of its own. */
const RUNS = { numRuns: 300, seed: 1907 };

const fraction = fc.double({ min: 0, max: 1, noNaN: true });
const drawnRanges = fc.array(fc.array(fraction, { minLength: 2, maxLength: 6 }), { maxLength: 3 });
const anyText = letterText(['picture'], 'letter').map((blocks) => withIds(blocks, countingIds('b')));
const plainText = fc
  .array(fc.constantFrom('', 'one', 'two words', 'a longer line of words', 'x'), { maxLength: 9 })
  .map((texts): RichText => texts.map((text, i) => paragraph(`b${i}`, text)));
const plainWords = fc.constantFrom('', 'n', 'new', 'new words ', ' ');

const rangesOf = (text: RichText, drawn: readonly (readonly number[])[]) =>
  drawn
    .map((fractions) => normalRanges(text, rangesAt(text, fractions)))
    .filter((ranges) => ranges.length > 0);

/** Where the highlight is: "#" for each covered unit of the canonical text. */
function picture(project: Project, highlight: number): string {
  const blocks = project.letters[0]?.blocks ?? [];
  const units = [...blocks.map(blockText).join('\n')].fill('.');
  for (const { start, end } of project.highlights[highlight]?.ranges ?? []) {
    const from = positionToOffset(blocks, start) ?? 0;
    units.fill('#', from, positionToOffset(blocks, end) ?? 0);
  }
  return units.join('');
}

function markedFrom(project: Project): MarkedText {
  const blocks = project.letters[0]?.blocks ?? [];
  const none = project.highlights.map(() => false);
  const text = new MarkedText(
    blocks.map((block) => ({ id: block.id, cells: cellsOf(blockText(block), none) })),
    blocks.slice(1).map(() => ({ character: '\n', covered: [...none] })),
    none.length,
  );
  const cells = text.cells();
  project.highlights.forEach((_, h) => {
    [...picture(project, h)].forEach((mark, at) => {
      if (cells[at]) cells[at].covered[h] = mark === '#';
    });
  });
  return text;
}

describe('edits of a letter', () => {
  it('are exactly what the editor shows, and are undone exactly', () => {
    fc.assert(
      fc.property(
        anyText,
        drawnRanges,
        fc.array(acts(words, anyText, true), { maxLength: 10 }),
        fc.integer({ min: 1, max: 4 }),
        (text, drawn, list, sectionLength) => {
          const first = projectOf(text, rangesOf(text, drawn));
          const correcting = new Correcting(first);
          correcting.cutSections(sectionLength);
          const states: { project: Project; done: number }[] = [];
          for (const act of list) {
            states.push({ project: correcting.project, done: correcting.operations.length });
            perform(correcting, act);
            correcting.settle();
            correcting.check();
            for (const { ranges } of correcting.project.highlights) {
              expect(areSound(correcting.blocks, ranges)).toBe(true);
            }
          }
          // Undone one act at a time, as the application does it, and shown again by the editor.
          for (const { project, done } of states.reverse()) {
            const undone = invertOperations(correcting.operations.splice(done));
            correcting.project = applyOperations(correcting.project, undone);
            expect(correcting.project).toEqual(project);
            correcting.source.adopt(correcting.blocks);
            correcting.settle();
            correcting.check();
          }
          expect(correcting.project).toEqual(first);
        },
      ),
      RUNS,
    );
  }, 60_000);

  it('take the passages along as the slow model does', () => {
    fc.assert(
      fc.property(
        plainText,
        drawnRanges,
        fc.array(acts(plainWords, plainText, false), { maxLength: 10 }),
        (text, drawn, list) => {
          let marked: MarkedText | undefined;
          const correcting = new Correcting(
            projectOf(text, rangesOf(text, drawn)),
            ({ step, inserted }, project) => {
              marked ??= markedFrom(project);
              expect(project.highlights.map((_, h) => marked?.picture(h))).toEqual(
                project.highlights.map((_, h) => picture(project, h)),
              );
              if (step.kind === 'move-block') {
                marked = undefined;
                return;
              }
              const put =
                step.kind === 'replace'
                  ? inserted.map((block) => ({
                      id: block.id,
                      text: blockText(block).slice(step.from, step.from + step.insertedLength),
                    }))
                  : inserted.map((block) => ({ id: block.id, text: blockText(block) }));
              marked.apply(step, put);
            },
          );
          correcting.cutSections(2);
          for (const act of list) {
            perform(correcting, act);
            correcting.settle();
            const { project } = correcting;
            project.highlights.forEach((_, h) => {
              if (marked) expect(picture(project, h)).toBe(marked.picture(h));
            });
          }
        },
      ),
      RUNS,
    );
  }, 60_000);
});
