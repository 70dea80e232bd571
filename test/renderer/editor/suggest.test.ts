import { Editor, Transforms, type PointRef } from 'slate';
import { describe, expect, it } from 'vitest';
import { paragraph, type RichText } from '../../../core/text/block.ts';
import { putAtom } from '../../../renderer/editor/atom-choices.ts';
import { rankChoices } from '../../../renderer/editor/rank-choices.ts';
import { askedFor, calledBy } from '../../../renderer/editor/suggest.ts';
import { headless, inlineLine } from './headless.ts';

/** An editor that remembers the list that was called last. */
function suggesting(text: RichText = []) {
  const made = headless(text);
  const opened: string[] = [];
  let open: { sign: string; start: PointRef } | undefined;
  made.editor.openPanel = (panel) => {
    if (panel.kind !== 'suggest') return;
    opened.push(`${panel.what} ${panel.sign}`);
    open = panel;
  };
  Transforms.select(made.editor, Editor.end(made.editor, []));
  return { ...made, opened, asked: () => open && askedFor(made.editor, open.sign, open.start) };
}

describe('a sign', () => {
  it.each([
    ['@', 'citation @'],
    ['see @', 'citation @'],
    ['(@', 'citation @'],
    ['“@', 'citation @'],
    ['—@', 'citation @'],
    ['ראו @', 'citation @'],
    ['see #', 'cross-reference #'],
    ['(#', 'cross-reference #'],
    ['[[', 'cross-reference [['],
    ['word[[', 'cross-reference [['],
    ['#t', 'cross-reference #'],
    ['見＠', undefined],
    ['見 ＠', 'citation ＠'],
    ['#', undefined],
    ['# ', undefined],
    ['me@', undefined],
    ['me.@', undefined],
    ['C#', undefined],
    ['@@', undefined],
    ['@ ', undefined],
  ])('typed as the last of “%s” calls for: %s', (before, called) => {
    const found = calledBy(before);
    expect(found && `${found.what} ${found.sign}`).toBe(called);
  });

  it('calls for nothing in code or in text that is kept as it is', () => {
    const made = suggesting([{ id: 'a', type: 'preformatted', content: [{ text: 'see ' }] }]);
    made.type('@');
    made.replace([{ id: 'b', type: 'paragraph', content: [{ text: 'see ', marks: ['code'] }] }]);
    Transforms.select(made.editor, Editor.end(made.editor, []));
    made.type('@');
    expect(made.opened).toEqual([]);
  });

  it('calls once, however much is typed after it', () => {
    const made = suggesting();
    made.type('see [[count, #, me@x @ash');
    expect(made.opened).toEqual(['cross-reference [[', 'cross-reference #', 'citation @']);
  });
});

describe('what is asked for', () => {
  it('is what stands between sign and caret, two words too', () => {
    const made = suggesting();
    made.type('see @ash');
    expect(made.asked()?.query).toBe('ash');
    made.type(' 2019');
    expect(made.asked()?.query).toBe('ash 2019');
    Editor.deleteBackward(made.editor, { unit: 'character' });
    expect(made.asked()?.query).toBe('ash 201');
  });

  it.each([
    ['a space after the sign', (made: ReturnType<typeof suggesting>) => made.type(' ')],
    ['a line', (made: ReturnType<typeof suggesting>) => Editor.insertBreak(made.editor)],
    ['two spaces', (made: ReturnType<typeof suggesting>) => made.type('ash  ')],
    [
      'the sign taken back',
      (made: ReturnType<typeof suggesting>) => Editor.deleteBackward(made.editor, { unit: 'character' }),
    ],
    ['the caret elsewhere', (made: ReturnType<typeof suggesting>) => made.caret('p', 1)],
  ])('is nothing after %s', (_, act) => {
    const made = suggesting([paragraph('p', 'see ')]);
    made.type('@');
    expect(made.asked()?.query).toBe('');
    act(made);
    expect(made.asked()).toBeUndefined();
  });

  it('moves with the text before it', () => {
    const made = suggesting([paragraph('p', 'see ')]);
    made.type('@as');
    Transforms.insertText(made.editor, 'But ', { at: { path: [0, 0], offset: 0 } });
    expect(made.asked()?.query).toBe('as');
  });

  it('is replaced by what is picked, in an edit of its own after the typing', () => {
    const made = suggesting([paragraph('p', 'see ')]);
    made.type('@ash');
    const asked = made.asked();
    putAtom(
      made.editor,
      { type: 'citation', id: 'c1', items: [{ reference: 'r1' }] },
      asked?.range ?? null,
      () => undefined,
    );
    made.type('.');
    expect(inlineLine(made.blocks()[0])).toBe('see {citation}.');
    const picked = made.edits.find(({ inserted }) => inlineLine(inserted[0]).includes('{citation}'));
    expect(picked?.kind).toBe('other');
    expect(inlineLine(picked?.removed[0])).toBe('see @ash');
  });
});

describe('choices', () => {
  const works = [
    { label: 'Åsgård 2019', detail: 'A Room to Read In' },
    { label: 'Tarn 1987', detail: 'Slates and Gutters' },
    { label: 'Underhill 2001', detail: 'The Reading of Rooms', words: 'A2' },
    { label: 'Reade 1999', detail: 'Ladders' },
  ];
  const found = (query: string) => rankChoices(works, query).map(({ label }) => label);

  it.each([
    ['', works.map(({ label }) => label)],
    ['asg', ['Åsgård 2019']],
    ['ÅSGÅRD', ['Åsgård 2019']],
    ['slates tarn', ['Tarn 1987']],
    ['tarn 19', ['Tarn 1987']],
    ['read', ['Reade 1999', 'Åsgård 2019', 'Underhill 2001']],
    ['a2', ['Underhill 2001']],
    ['adder', ['Reade 1999']],
    ['nothing', []],
    ['!', []],
  ])('for “%s” are %j', (query, expected) => {
    expect(found(query)).toEqual(expected);
  });
});
