import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countingIds } from '../../../core/document/id.ts';
import type { Block } from '../../../core/text/block.ts';
import { textIndex } from '../../../core/text/canonical.ts';
import { spliceText } from '../../../core/text/splice-text.ts';
import { letterText, withIds } from '../../support/arbitrary-text.ts';

const text = letterText(['picture'], 'letter').map((blocks) => withIds(blocks, countingIds('b')));
const share = fc.double({ min: 0, max: 1, noNaN: true });

/** Another block's content under the same id, as typing gives. */
const rewritten = (block: Block, by: Block): Block => ({ ...by, id: block.id });

describe('a text of which some blocks are replaced', () => {
  it('knows where each block stands, whatever was known before', () => {
    fc.assert(
      fc.property(text, text, share, share, fc.boolean(), (before, others, from, part, sameIds) => {
        textIndex(before);
        const index = Math.floor(from * before.length);
        const removed = Math.floor(part * (before.length - index + 1));
        const inserted = sameIds
          ? before.slice(index, index + removed).map((block, i) => {
              const other = others[i];
              return other ? rewritten(block, other) : block;
            })
          : others.map((block, i) => ({ ...block, id: `new${i}` }));
        const after = spliceText(before, index, removed, inserted);
        expect(after).toEqual(before.toSpliced(index, removed, ...inserted));
        expect(textIndex(after)).toEqual(textIndex([...after]));
      }),
      { numRuns: 500 },
    );
  });
});
