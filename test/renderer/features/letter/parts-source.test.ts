import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalRanges } from '../../../../core/anchoring/map-anchors.ts';
import { highlightStates } from '../../../../core/derived/usage.ts';
import { countingIds } from '../../../../core/document/id.ts';
import type { Project } from '../../../../core/document/project.ts';
import { applyOperations } from '../../../../core/operations/apply.ts';
import { invertOperations } from '../../../../core/operations/operation.ts';
import { partsSource } from '../../../../renderer/features/letter/parts-source.ts';
import { partsByBlock } from '../../../../renderer/features/letter/passage-parts.ts';
import { rangesAt } from '../../../support/arbitraries.ts';
import { letterText, withIds, words } from '../../../support/arbitrary-text.ts';
import { acts, perform } from '../../editor/letter-acts.ts';
import { Correcting, projectOf } from '../../editor/letter-headless.ts';

const text = letterText(['picture'], 'letter').map((blocks) => withIds(blocks, countingIds('b')));
const fraction = fc.double({ min: 0, max: 1, noNaN: true });
const styles = new Map([['category-1', 2]]);

describe('parts of passages while a letter is corrected', () => {
  it('are those that the whole letter gives, after every edit and every undo', () => {
    fc.assert(
      fc.property(
        text,
        fc.array(fc.array(fraction, { minLength: 2, maxLength: 6 }), { maxLength: 4 }),
        fc.array(acts(words, text, true), { maxLength: 8 }),
        (blocks, drawn, list) => {
          const ranges = drawn.map((fractions) => normalRanges(blocks, rangesAt(blocks, fractions)));
          const correcting = new Correcting(
            projectOf(
              blocks,
              ranges.filter(({ length }) => length > 0),
            ),
          );
          const partsOf = partsSource();
          const check = ({ letters, highlights, ...rest }: Project) => {
            const shown = letters[0]?.blocks ?? [];
            const states = highlightStates({ letters, highlights, ...rest });
            const parts = partsOf(shown, highlights, styles, states);
            expect(parts).toEqual(partsByBlock(shown, highlights, styles, states));
          };
          check(correcting.project);
          for (const act of list) {
            perform(correcting, act);
            correcting.settle();
            check(correcting.project);
          }
          check(applyOperations(correcting.project, invertOperations(correcting.operations)));
        },
      ),
      { numRuns: 300, seed: 1907 },
    );
  }, 60_000);
});
