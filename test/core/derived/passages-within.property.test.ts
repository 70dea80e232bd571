import fc from 'fast-check';
import { expect, it } from 'vitest';
import { highlightsByLetter, inReadingOrder, passagesWithin } from '../../../core/derived/passages.ts';
import { canonicalText, offsetToPosition, positionToOffset } from '../../../core/text/canonical.ts';
import { projects } from '../../support/arbitraries.ts';

it('the passages within a range are those that share a character with it, in reading order', () => {
  fc.assert(
    fc.property(projects, fc.nat(), fc.nat(), (project, a, b) => {
      for (const { id, blocks } of project.letters) {
        const own = highlightsByLetter(project.highlights).get(id) ?? [];
        const { length } = canonicalText(blocks);
        const [from, to] = [a % (length + 1), b % (length + 1)].sort((x, y) => x - y) as [number, number];
        const start = offsetToPosition(blocks, from);
        const end = offsetToPosition(blocks, to);
        if (!start || !end) continue;
        const begins = positionToOffset(blocks, start) ?? 0;
        const ends = positionToOffset(blocks, end) ?? 0;
        const chosen = new Set(Array.from({ length: ends - begins }, (_, i) => begins + i));
        const touched = own.filter(({ ranges }) =>
          ranges.some((range) => {
            const first = positionToOffset(blocks, range.start) ?? 0;
            const after = positionToOffset(blocks, range.end) ?? 0;
            return Array.from({ length: after - first }, (_, i) => first + i).some((unit) =>
              chosen.has(unit),
            );
          }),
        );
        expect(passagesWithin(blocks, own, { start, end })).toEqual(inReadingOrder(blocks, touched));
      }
    }),
    { numRuns: 100 },
  );
});
