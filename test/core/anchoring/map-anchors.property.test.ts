import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalRanges } from '../../../core/anchoring/map-anchors.ts';
import { quoteOf } from '../../../core/text/quote-of.ts';
import type { Step } from '../../../core/anchoring/step.ts';
import { emptyProject, type Project } from '../../../core/document/project.ts';
import { applyOperations } from '../../../core/operations/apply.ts';
import { correctLetter, type BlockChange } from '../../../core/operations/correct-letter.ts';
import { invertOperations, type Operation } from '../../../core/operations/operation.ts';
import { areSound } from '../../../core/storage/check-highlights.ts';
import { paragraph, type RichText } from '../../../core/text/block.ts';
import { blockText, positionToOffset, type TextRange } from '../../../core/text/canonical.ts';
import { cellsOf, MarkedText } from './marked-text.ts';

const LETTER = 'letter';

function projectOf(blocks: RichText, ranges: readonly (readonly TextRange[])[]): Project {
  const highlights = ranges.map((list, i) => ({
    id: `h${i}`,
    letter: LETTER,
    ranges: list,
    quote: quoteOf(blocks, list),
    category: 'category-1',
    note: '',
  }));
  const item = { type: 'document' };
  const head = {
    kind: 'letter',
    item,
    addressee: '',
    language: 'en',
    direction: 'ltr',
    notices: [],
  } as const;
  const letter = { ...head, id: LETTER, code: 'A1', blocks, corrected: false };
  return { ...emptyProject('p', 'en', ['Claim']), letters: [letter], highlights };
}

const blocksOf = (project: Project): RichText => project.letters[0]?.blocks ?? [];

/** Where the highlight is: "#" for each covered unit of the canonical text. */
function picture(project: Project, highlight: number): string {
  const blocks = blocksOf(project);
  const units = [...blocks.map(blockText).join('\n')].fill('.');
  for (const { start, end } of project.highlights[highlight]?.ranges ?? []) {
    const from = positionToOffset(blocks, start) ?? 0;
    const to = positionToOffset(blocks, end) ?? 0;
    for (let at = from; at < to; at++) units[at] = '#';
  }
  return units.join('');
}

function markedFrom(project: Project): MarkedText {
  const blocks = blocksOf(project);
  const none = project.highlights.map(() => false);
  const text = new MarkedText(
    blocks.map((block) => ({ id: block.id, cells: cellsOf(blockText(block), none) })),
    blocks.slice(1).map(() => ({ character: '\n', covered: [...none] })),
    none.length,
  );
  const cells = text.cells();
  project.highlights.forEach((_, h) => {
    [...picture(project, h)].forEach((mark, at) => {
      const cell = cells[at];
      if (cell) cell.covered[h] = mark === '#';
    });
  });
  return text;
}

interface Draw {
  readonly kind: Step['kind'];
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly words: string;
}
interface Edit {
  readonly step: Step;
  readonly change: BlockChange;
  readonly inserted: readonly { id: string; text: string }[];
}

/** An edit that fits the text, made of the numbers drawn; undefined where that kind doesn't fit. */
function editOf(blocks: RichText, { kind, a, b, c, words }: Draw, fresh: () => string): Edit | undefined {
  const at = blocks.length === 0 ? 0 : a % blocks.length;
  const block = blocks[at];
  const text = block ? blockText(block) : '';
  switch (kind) {
    case 'replace': {
      if (!block) return undefined;
      const from = b % (text.length + 1);
      const to = from + (c % (text.length - from + 1));
      return {
        step: { kind, block: block.id, from, to, insertedLength: words.length },
        change: {
          index: at,
          removed: 1,
          inserted: [paragraph(block.id, text.slice(0, from) + words + text.slice(to))],
        },
        inserted: [{ id: block.id, text: words }],
      };
    }
    case 'split': {
      if (!block) return undefined;
      const offset = b % (text.length + 1);
      const newBlock = fresh();
      const inserted = [paragraph(block.id, text.slice(0, offset)), paragraph(newBlock, text.slice(offset))];
      return {
        step: { kind, block: block.id, offset, newBlock },
        change: { index: at, removed: 1, inserted },
        inserted: [],
      };
    }
    case 'join': {
      const next = blocks[at + 1];
      if (!block || !next) return undefined;
      return {
        step: { kind, block: block.id, next: next.id, at: text.length },
        change: { index: at, removed: 2, inserted: [paragraph(block.id, text + blockText(next))] },
        inserted: [],
      };
    }
    case 'insert-blocks': {
      const index = a % (blocks.length + 1);
      const inserted = Array.from({ length: 1 + (b % 2) }, (_, i) => ({
        id: fresh(),
        text: i === 0 ? words : '',
      }));
      return {
        step: { kind, index, count: inserted.length },
        change: { index, removed: 0, inserted: inserted.map(({ id, text: own }) => paragraph(id, own)) },
        inserted,
      };
    }
    case 'remove-blocks': {
      if (!block) return undefined;
      const gone = blocks.slice(at, at + 1 + (b % 3));
      return {
        step: { kind, ids: gone.map(({ id }) => id), index: at },
        change: { index: at, removed: gone.length, inserted: [] },
        inserted: [],
      };
    }
    case 'move-block': {
      const to = b % Math.max(1, blocks.length);
      if (!block || to === at) return undefined;
      const [low, high] = [Math.min(at, to), Math.max(at, to)];
      const moved = blocks
        .toSpliced(at, 1)
        .toSpliced(to, 0, block)
        .slice(low, high + 1);
      return {
        step: { kind, id: block.id },
        change: { index: low, removed: high - low + 1, inserted: moved },
        inserted: [],
      };
    }
  }
}

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', ' '), maxLength: 6 });
const draw: fc.Arbitrary<Draw> = fc.record({
  kind: fc.constantFrom(
    'replace',
    'replace',
    'split',
    'join',
    'insert-blocks',
    'remove-blocks',
    'move-block',
  ),
  a: fc.nat(30),
  b: fc.nat(30),
  c: fc.nat(30),
  words: word,
});
const drawnRanges = fc.array(fc.array(fc.tuple(fc.nat(60), fc.nat(20)), { minLength: 1, maxLength: 3 }), {
  minLength: 1,
  maxLength: 3,
});

function rangesOf(blocks: RichText, drawn: readonly (readonly [number, number])[]): readonly TextRange[] {
  const positions = blocks.flatMap((block) =>
    Array.from({ length: blockText(block).length + 1 }, (_, offset) => ({ block: block.id, offset })),
  );
  const ranges = drawn.map(([from, length]) => {
    const start = from % positions.length;
    const end = Math.min(start + length, positions.length - 1);
    return { start: positions[start], end: positions[end] } as TextRange;
  });
  return normalRanges(blocks, ranges);
}

describe('any sequence of edits', () => {
  const texts = fc.array(word, { minLength: 1, maxLength: 5 });
  it('moves every highlight as the slow model does, and undo restores the project exactly', () => {
    fc.assert(
      fc.property(texts, drawnRanges, fc.array(draw, { maxLength: 12 }), (words, drawn, draws) => {
        const start = words.map((text, i) => paragraph(`b${i}`, text));
        const first = projectOf(
          start,
          drawn.map((ranges) => rangesOf(start, ranges)),
        );
        let project = first;
        let marked = markedFrom(project);
        let count = 0;
        const done: Operation[] = [];
        for (const drawnEdit of draws) {
          const edit = editOf(blocksOf(project), drawnEdit, () => `n${++count}`);
          if (!edit) continue;
          const before = project;
          const operations = correctLetter(project, LETTER, edit.change, edit.step);
          project = applyOperations(project, JSON.parse(JSON.stringify(operations)) as Operation[]);
          done.push(...operations);

          expect(project.highlights.map(({ id }) => id)).toEqual(first.highlights.map(({ id }) => id));
          if (edit.step.kind !== 'move-block') marked.apply(edit.step, edit.inserted);
          project.highlights.forEach(({ ranges, quote }, h) => {
            const now = picture(project, h);
            if (edit.step.kind === 'move-block') {
              expect(coveredLetters(project, h)).toEqual(coveredLetters(before, h));
            } else {
              expect(now).toBe(marked.picture(h));
            }
            expect(areSound(blocksOf(project), ranges)).toBe(true);
            expect(quote).toBe(
              now.includes('#') ? quoteOf(blocksOf(project), ranges) : before.highlights[h]?.quote,
            );
          });
          if (edit.step.kind === 'move-block') marked = markedFrom(project);
        }
        expect(applyOperations(project, invertOperations(done))).toEqual(first);
      }),
      { numRuns: 1500 },
    );
  });
});

/** For each block, which of its characters are covered: what a move of blocks must keep. */
function coveredLetters(project: Project, highlight: number): Record<string, string> {
  const all = picture(project, highlight);
  let at = 0;
  const letters: Record<string, string> = {};
  for (const block of blocksOf(project)) {
    letters[block.id] = all.slice(at, at + blockText(block).length);
    at += blockText(block).length + 1;
  }
  return letters;
}
