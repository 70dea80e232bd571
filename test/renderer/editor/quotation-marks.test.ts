/** Marks on quotations: where they stand in Slate, and how they go with a text that is edited before it is compared. */
import { describe, expect, it } from 'vitest';
import type { Element } from 'slate';
import { verbatimIn } from '../../../core/derived/verbatim.ts';
import type { Inline, RichText } from '../../../core/text/block.ts';
import { toElement } from '../../../renderer/editor/convert.ts';
import { marksOf, quotationRanges } from '../../../renderer/editor/quotation-marks.ts';
import { letter, paragraphs, point, project, section, written } from '../../core/derived/quillhaven.ts';

const statement = letter(
  'statement',
  'A1',
  paragraphs('b', 'The old roof of the reading room has leaked since the autumn gales.'),
);

function marksIn(answer: RichText, accepted: readonly string[] = []) {
  const whole = project({
    letters: [statement],
    sections: [section('s', [point('p', [], answer)])],
    accepted: accepted.map((text, i) => ({ id: `x${i}`, text, reason: '' })),
  });
  return marksOf(answer, verbatimIn(whole, { of: 'answer', id: 'p' }), ({ quotation }) => quotation);
}

/** The marked words of a block as it is now, each with what it is marked as. */
function drawn(answer: RichText, now: RichText = answer) {
  const marks = marksIn(answer);
  return now.flatMap((block, i) => {
    const element = toElement(block);
    const text = (path: readonly number[]) => {
      const child = (element as Element & { children: { text?: string }[] }).children[path[1] ?? 0];
      return child?.text ?? '';
    };
    return quotationRanges(element, [i], marks).map(({ anchor, focus, verdict, changed }) => [
      anchor.path[1] === focus.path[1]
        ? text(anchor.path).slice(anchor.offset, focus.offset)
        : `${text(anchor.path).slice(anchor.offset)}|${text(focus.path).slice(0, focus.offset)}`,
      changed ? 'changed' : (verdict ?? 'none'),
    ]);
  });
}
const said = (words: string) => paragraphs('a', `You say “${words}”, then.`);

describe('marks on quotations', () => {
  it('are on the whole quotation and on the words that differ', () => {
    expect(drawn(said('The old roof of the dining room has leaked'))).toEqual([
      ['The old roof of the dining room has leaked', 'differs'],
      ['dining', 'changed'],
    ]);
  });

  it('are on the word before the place where words were left out', () => {
    expect(drawn(said('The old roof of the room has leaked since'))).toEqual([
      ['The old roof of the room has leaked since', 'differs'],
      ['the ', 'changed'],
    ]);
  });

  it('tell nothing of what is as in the letter or let stand, and know a note’s by the note', () => {
    expect(drawn(said('The old roof of the reading room'))).toEqual([
      ['The old roof of the reading room', 'none'],
    ]);
    const wrong = 'The old roof of the dining room has leaked';
    const { blocks } = marksIn(said(wrong), [wrong]);
    expect([...blocks.values()].flatMap(({ marks }) => marks.map(({ verdict }) => verdict))).toEqual([
      undefined,
    ]);
    const body: Inline[] = [{ text: `“${wrong}”` }];
    const noted = marksIn([written('a1', { text: 'So.' }, { type: 'note', id: 'n', body })]);
    expect([noted.blocks.get('a1'), noted.notes.get('n')]).toEqual([undefined, 'differs']);
    expect(noted.blocks.get('n')).toMatchObject({
      text: `“${wrong}”`,
      marks: [{ from: 1, verdict: 'differs' }],
    });
  });

  it('go over runs of different looks and atoms', () => {
    const answer = [
      written(
        'a1',
        { text: 'You say “The old roof of the ' },
        { text: 'dining', marks: ['strong'] },
        { text: ' room' },
        { type: 'cross-reference', target: { kind: 'point', id: 'p' } },
        { text: ' has leaked”.' },
      ),
    ];
    expect(drawn(answer)).toEqual([
      ['The old roof of the | has leaked', 'differs'],
      ['dining', 'changed'],
    ]);
  });

  it.each<[string, string, [string, string][]]>([
    [
      'before it',
      'Now you say “The old roof of the dining room has leaked”, then.',
      [
        ['The old roof of the dining room has leaked', 'differs'],
        ['dining', 'changed'],
      ],
    ],
    [
      'behind it',
      'You say “The old roof of the dining room has leaked”, then. And so on.',
      [
        ['The old roof of the dining room has leaked', 'differs'],
        ['dining', 'changed'],
      ],
    ],
    [
      'in it',
      'You say “The old roof of the dining room surely has leaked”, then.',
      [
        ['The old roof of the dining room surely has leaked', 'differs'],
        ['dining', 'changed'],
      ],
    ],
    [
      'at the word that differs',
      'You say “The old roof of the reading room has leaked”, then.',
      [
        ['The old roof of the reading room has leaked', 'differs'],
        ['reading', 'changed'],
      ],
    ],
    ['by taking it out', 'You say, then.', []],
  ])('go with a text that is edited %s', (_, now, expected) => {
    expect(drawn(said('The old roof of the dining room has leaked'), paragraphs('a', now))).toEqual(expected);
  });
});
