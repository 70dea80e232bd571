import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Comment } from '../../../core/document/comment.ts';
import type { Project } from '../../../core/document/project.ts';
import { applyOperations } from '../../../core/operations/apply.ts';
import { removePoint } from '../../../core/operations/edits.ts';
import { followComments } from '../../../core/operations/follow-comments.ts';
import { compact } from '../../../core/operations/history.ts';
import { invertOperations, type Operation } from '../../../core/operations/operation.ts';
import { placeOfComment } from '../../../core/derived/comments.ts';
import type { RichText } from '../../../core/text/block.ts';
import { blockText } from '../../../core/text/canonical.ts';
import { paragraphs, point, project, section } from '../derived/quillhaven.ts';

const answer = paragraphs('b', 'The lamp in the hall is out.', 'Nobody has mended it.');

function commented(words: string, text: RichText = answer): Project {
  const block = text.find((each) => blockText(each).includes(words))!;
  const from = blockText(block).indexOf(words);
  const spots = [{ block: block.id, from, to: from + words.length, quote: words }];
  const comment: Comment = {
    id: 'c',
    author: 'Ida',
    date: '2026-05-03T10:00:00.000Z',
    text: 'Which one?',
    about: { kind: 'text', spots },
  };
  return project({
    sections: [section('s', [point('p', [], text), point('q', [], [])])],
    comments: [comment],
  });
}

const splice = (index: number, removed: RichText, inserted: RichText, id = 'p'): Operation => ({
  type: 'splice',
  text: { of: 'answer', id },
  index,
  removed,
  inserted,
});

/** After the operations and what they do to comments; both can be undone to the letter. */
function edited(before: Project, ...operations: Operation[]): Project {
  const after = applyOperations(before, operations);
  const all = [...operations, ...followComments(before, after, operations)];
  const whole = applyOperations(before, all);
  expect(applyOperations(whole, invertOperations(all))).toEqual(before);
  expect(applyOperations(before, JSON.parse(JSON.stringify(all)) as Operation[])).toEqual(whole);
  return whole;
}

const spotsOf = ({ comments }: Project) => {
  const about = comments?.[0]?.about;
  return about?.kind === 'text' ? about.spots : [];
};
const quotes = (whole: Project) => spotsOf(whole).map(({ block, quote }) => `${block}: ${quote}`);

describe('a comment on words', () => {
  it.each([
    ['moves with what is put in before it', 'The old lamp in the hall is out.', 'b1: hall'],
    ['doesn’t take in what is put right before it', 'The lamp in the town hall is out.', 'b1: hall'],
    ['doesn’t take in what is put right behind it', 'The lamp in the halls is out.', 'b1: hall'],
    ['takes in what is put in within it', 'The lamp in the ha-ha-ll is out.', 'b1: ha-ha-ll'],
    ['gets shorter with its words', 'The lamp in the ha is out.', 'b1: ha'],
  ])('%s', (_what, words, expected) => {
    const whole = edited(commented('hall'), splice(0, [answer[0]!], paragraphs('b', words)));
    expect(quotes(whole)).toEqual([expected]);
  });

  it('keeps what is typed over within it', () => {
    const whole = edited(
      commented('lamp in the hall'),
      splice(0, [answer[0]!], paragraphs('b', 'The lamp by the hall is out.')),
    );
    expect(quotes(whole)).toEqual(['b1: lamp by the hall']);
  });

  it('stays on both parts of a paragraph that is split in it, and is one again when they are joined', () => {
    const parts: RichText = [
      { id: 'b1', type: 'paragraph', content: [{ text: 'The lamp in ' }] },
      { id: 'n', type: 'paragraph', content: [{ text: 'the hall is out.' }] },
    ];
    const split = edited(commented('lamp in the hall'), splice(0, [answer[0]!], parts));
    expect(quotes(split)).toEqual(['b1: lamp in ', 'n: the hall']);
    const joined = edited(split, splice(0, parts, [answer[0]!]));
    expect(quotes(joined)).toEqual(['b1: lamp in the hall']);
  });

  it('keeps its place and its quote when all its words are cut, and is told as gone', () => {
    const whole = edited(
      commented('hall'),
      splice(0, [answer[0]!], paragraphs('b', 'The lamp in the  is out.')),
    );
    expect(spotsOf(whole)).toEqual([{ block: 'b1', from: 16, to: 16, quote: 'hall' }]);
    expect(placeOfComment(whole, whole.comments![0]!.about)).toEqual({ kind: 'gone' });
  });

  it('goes with its paragraph into another text', () => {
    const whole = edited(commented('mended'), splice(1, [answer[1]!], []), splice(0, [], [answer[1]!], 'q'));
    expect(quotes(whole)).toEqual(['b2: mended']);
    expect(placeOfComment(whole, whole.comments![0]!.about)).toMatchObject({
      kind: 'text',
      ref: { of: 'answer', id: 'q' },
    });
  });

  it('is kept, as gone, when its point is removed', () => {
    const before = commented('mended');
    const whole = edited(before, ...removePoint(before, 'p'));
    expect(quotes(whole)).toEqual(['b2: mended']);
    expect(placeOfComment(whole, whole.comments![0]!.about)).toEqual({ kind: 'gone' });
  });

  it('covers, after any edits, what stands in its blocks there, and nothing else', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, maxLength: 30 }),
        fc.nat(),
        fc.nat(),
        fc.array(fc.tuple(fc.nat(), fc.nat({ max: 6 }), fc.string({ maxLength: 5 })), { maxLength: 8 }),
        (text, a, b, edits) => {
          const from = a % text.length;
          const to = from + 1 + (b % (text.length - from));
          let whole = commented(text.slice(from, to), paragraphs('b', text));
          let words = text;
          for (const [at, cut, put] of edits) {
            const start = at % (words.length + 1);
            const next = words.slice(0, start) + put + words.slice(start + cut);
            whole = edited(whole, splice(0, paragraphs('b', words), paragraphs('b', next)));
            words = next;
          }
          for (const spot of spotsOf(whole)) {
            expect(spot.from).toBeGreaterThanOrEqual(0);
            expect(spot.to).toBeLessThanOrEqual(words.length);
            if (spot.from < spot.to) expect(spot.quote).toBe(words.slice(spot.from, spot.to));
          }
        },
      ),
    );
  });

  it('is told once for a run of typing', () => {
    let whole = commented('hall');
    const all: Operation[] = [];
    for (const words of ['TThe', 'ToThe', 'TooThe']) {
      const removed = whole.sections[0]!.points[0]!.answer.slice(0, 1);
      const typed = [splice(0, removed, paragraphs('b', `${words} lamp in the hall is out.`))];
      const after = applyOperations(whole, typed);
      const moved = followComments(whole, after, typed);
      all.push(...typed, ...moved);
      whole = applyOperations(after, moved);
    }
    const few = compact(all);
    expect(few.map(({ type }) => type)).toEqual(['splice', 'set']);
    expect(applyOperations(commented('hall'), few)).toEqual(whole);
    expect(applyOperations(whole, invertOperations(few))).toEqual(commented('hall'));
  });
});
