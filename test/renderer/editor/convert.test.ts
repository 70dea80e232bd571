import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paragraph, type RichText } from '../../../core/text/block.ts';
import { blockLength } from '../../../core/text/canonical.ts';
import { toChildren, toRichText } from '../../../renderer/editor/convert.ts';
import { toPoint, toPosition } from '../../../renderer/editor/position.ts';
import { spliceBetween } from '../../../renderer/editor/splice.ts';
import { arbitraryText } from './arbitrary-text.ts';
import { headless } from './headless.ts';

const copy = (text: RichText): RichText => JSON.parse(JSON.stringify(text)) as RichText;

describe('conversion', () => {
  it('gives back equal blocks for every normal text', () => {
    fc.assert(
      fc.property(arbitraryText, (text) => {
        // Copies, so that nothing comes out of the cache.
        const children = toChildren(text, 'phantom').map((element) => ({ ...element }));
        expect(copy(toRichText(children, 'phantom'))).toEqual(copy(text));
      }),
    );
  });

  it('gives back the very same block for an element that was not touched', () => {
    const text = [paragraph('a', 'one'), paragraph('b', 'two')];
    const back = toRichText(toChildren(text, 'phantom'), 'phantom');
    expect(back[0]).toBe(text[0]);
    expect(back[1]).toBe(text[1]);
  });

  it('shows an empty text as one empty paragraph, which is not part of it', () => {
    const children = toChildren([], 'phantom');
    expect(children).toHaveLength(1);
    expect(toRichText(children, 'phantom')).toEqual([]);
  });

  it('leaves a normal text as it is when the editor normalises it', () => {
    fc.assert(
      fc.property(arbitraryText, (text) => {
        const { editor, blocks, source } = headless(text);
        editor.normalize({ force: true });
        editor.settle();
        expect(source.known).toBe(text);
        if (text.length > 0) expect(copy(blocks())).toEqual(copy(text));
      }),
    );
  });
});

describe('positions', () => {
  it('come back from their points, between atoms too', () => {
    fc.assert(
      fc.property(
        arbitraryText,
        fc.nat(),
        fc.nat(),
        fc.integer({ min: 0, max: 2 }),
        (text, at, offset, atoms) => {
          const block = text[at % Math.max(1, text.length)];
          if (!block || !('content' in block) || block.type === 'picture') return;
          const { editor } = headless(text);
          const position = { block: block.id, offset: offset % (blockLength(block) + 1) };
          const point = toPoint(editor, { ...position, atoms })!;
          const back = toPosition(editor, point)!;
          expect({ block: back.block, offset: back.offset }).toEqual(position);
          expect(back.atoms ?? 0).toBeLessThanOrEqual(atoms);
          expect(toPosition(editor, toPoint(editor, back)!)).toEqual(back);
        },
      ),
    );
  });
});

describe('the splice between two texts', () => {
  it('makes the one of the other and touches nothing equal at the ends', () => {
    fc.assert(
      fc.property(arbitraryText, arbitraryText, (before, after) => {
        const splice = spliceBetween(before, after);
        if (!splice) {
          expect(copy(before)).toEqual(copy(after));
          return;
        }
        const { index, removed, inserted } = splice;
        expect(copy(before.toSpliced(index, removed.length, ...inserted))).toEqual(copy(after));
      }),
    );
  });
});
