import fc from 'fast-check';
import { Editor, Range, Transforms } from 'slate';
import { describe, expect, it } from 'vitest';
import { paragraph, type Block, type RichText } from '../../../core/text/block.ts';
import { checkText } from '../../../core/storage/check-text.ts';
import type { Problem } from '../../../core/storage/messages.ts';
import { toBlock, toElement } from '../../../renderer/editor/convert.ts';
import { draggedNow, moveTo, startDrag } from '../../../renderer/editor/dragging.ts';
import { EDITOR_COMMANDS } from '../../../renderer/editor/editor-command.ts';
import { perform } from '../../../renderer/editor/perform.ts';
import { ALL_HABITS } from '../../../renderer/platform/typing-habits.ts';
import { arbitraryText } from './arbitrary-text.ts';
import { headless, inlineLine, lines } from './headless.ts';

const three = (): RichText => [paragraph('a', 'one'), paragraph('b', 'two'), paragraph('c', 'three')];
const plain = (text: unknown): unknown => JSON.parse(JSON.stringify(text));

describe('an edit', () => {
  it('goes out once for each flush, with only the changed blocks', async () => {
    const text = three();
    const made = headless(text);
    made.caret('b', 3);
    made.type('!!');
    expect(made.edits).toHaveLength(0);
    await made.rest();
    expect(made.edits).toHaveLength(1);
    expect(made.edits[0]).toMatchObject({
      index: 1,
      kind: 'type',
      startsWord: false,
      before: { anchor: { block: 'b', offset: 3 }, focus: { block: 'b', offset: 3 } },
      after: { anchor: { block: 'b', offset: 5 }, focus: { block: 'b', offset: 5 } },
    });
    expect(made.edits[0]?.removed[0]).toBe(text[1]);
    expect(made.owned()[0]).toBe(text[0]);
    expect(lines(made.owned())).toEqual(['p one', 'p two!!', 'p three']);
  });

  it('does not go out when all is as before', async () => {
    const made = headless(three());
    made.caret('b', 3);
    made.type('x');
    Editor.deleteBackward(made.editor);
    await made.rest();
    expect(made.edits).toHaveLength(0);
  });

  it('of an empty text begins with what is typed', async () => {
    const made = headless([]);
    Transforms.select(made.editor, Editor.start(made.editor, []));
    await made.rest();
    expect(made.edits).toHaveLength(0);
    made.type('x');
    await made.rest();
    expect(made.edits[0]).toMatchObject({ index: 0, removed: [] });
    expect(lines(made.owned())).toEqual(['p x']);
  });

  it.each([
    ['typing', (made: ReturnType<typeof headless>) => made.type('x'), 'type', false],
    ['deleting', (made: ReturnType<typeof headless>) => Editor.deleteBackward(made.editor), 'delete', false],
    ['parting', (made: ReturnType<typeof headless>) => Editor.insertBreak(made.editor), 'other', false],
    ['a command', (made: ReturnType<typeof headless>) => perform(made.editor, 'demand'), 'other', false],
  ] as const)('tells its kind: %s', async (_, act, kind, startsWord) => {
    const made = headless(three());
    made.caret('b', 2);
    act(made);
    await made.rest();
    expect(made.edits[0]).toMatchObject({ kind, startsWord });
  });

  it('starts a word with a letter after a space, and with what is typed over a selection', async () => {
    const made = headless([paragraph('a', 'one ')]);
    made.caret('a', 4);
    made.type('t');
    await made.rest();
    made.select(['a', 0], ['a', 3]);
    Editor.deleteFragment(made.editor);
    made.type('x');
    await made.rest();
    expect(made.edits.map(({ startsWord }) => startsWord)).toEqual([true, true]);
    expect(made.edits.map(({ kind }) => kind)).toEqual(['type', 'type']);
  });
});

describe('a change from outside', () => {
  it('is applied without an edit, with the caret kept in its words', async () => {
    const text = three();
    const made = headless(text);
    made.caret('c', 5);
    const next = [paragraph('new', 'zero'), text[0]!, text[2]!];
    made.replace(next);
    await made.rest();
    expect(made.edits).toHaveLength(0);
    expect(lines(made.blocks())).toEqual(['p zero', 'p one', 'p three']);
    made.type('!');
    await made.rest();
    expect(made.edits[0]).toMatchObject({ index: 2, removed: [text[2]] });
  });

  it('makes the editor stand for any text, and for an empty one', () => {
    fc.assert(
      fc.property(arbitraryText, arbitraryText, (before, after) => {
        const made = headless(before);
        Transforms.select(made.editor, Editor.end(made.editor, []));
        made.replace(after);
        if (after.length > 0) expect(plain(made.blocks())).toEqual(plain(after));
        else expect(lines(made.blocks())).toEqual(['p']);
        expect(made.source.known).toBe(after);
        made.editor.settle();
        expect(made.edits).toHaveLength(0);
        const { selection } = made.editor;
        expect(selection === null || Editor.hasPath(made.editor, selection.anchor.path)).toBe(true);
      }),
    );
  });
});

/** What opening a file with this text would find wrong, but for what was wrong in the text before. */
function problemsIn(text: RichText, before: RichText): readonly string[] {
  const assets = new Set(
    [...text, ...before].flatMap((block) => (block.type === 'picture' ? [block.asset] : [])),
  );
  const found = (blocks: RichText) => {
    const problems: Problem[] = [];
    checkText(blocks, '', {
      blocks: new Set(),
      notes: new Set(),
      assets,
      lists: new Set(['demands', 'changes']),
      problems,
    });
    return problems.map(({ kind }) => kind);
  };
  const known = new Set(found(before));
  return found(text).filter((kind) => !known.has(kind));
}

const plainData = (text: string) =>
  ({ getData: (type: string) => (type === 'text/plain' ? text : '') }) as unknown as DataTransfer;

function dragTo(editor: Editor, to: number, copies: boolean): void {
  if (!startDrag(editor, null)) return;
  const points = [...Editor.positions(editor, { at: [] })];
  const at = points[to % points.length]!;
  moveTo(editor, { anchor: at, focus: at }, draggedNow()!, copies);
}

const language = fc.constantFrom('en', 'fr', 'de', 'he', 'cs');

describe('anything that a writer may do', () => {
  const step = fc.oneof(
    fc.record({ act: fc.constant('select' as const), a: fc.nat(), b: fc.nat() }),
    fc.record({
      act: fc.constant('type' as const),
      text: fc.constantFrom(
        'x',
        ' ',
        '*',
        '`',
        '#',
        '-',
        '>',
        '\n',
        '[',
        '^',
        'ש',
        '"',
        "'",
        '.',
        '1',
        ':',
        '@',
      ),
    }),
    fc.record({
      act: fc.constantFrom('break' as const, 'soft' as const, 'back' as const, 'forward' as const),
    }),
    fc.record({ act: fc.constant('command' as const), command: fc.constantFrom(...EDITOR_COMMANDS) }),
    fc.record({ act: fc.constant('outside' as const), text: arbitraryText }),
    fc.record({ act: fc.constant('rest' as const) }),
    fc.record({
      act: fc.constant('paste' as const),
      text: fc.constantFrom('a\n\nb', 'a\tb\nc\td', 'www.example.org', ' see a@example.org'),
    }),
    fc.record({ act: fc.constant('move' as const), to: fc.nat(), copies: fc.boolean() }),
  );

  it('keeps the text in the model, the owner in step, and the caret in the text', async () => {
    await fc.assert(
      fc.asyncProperty(
        arbitraryText,
        language,
        fc.array(step, { maxLength: 25 }),
        async (text, tongue, steps) => {
          const made = headless(text, { typing: { habits: ALL_HABITS, language: tongue } });
          const { editor } = made;
          let base: readonly Block[] = text;
          let since = 0;
          for (const now of steps) {
            if (now.act === 'select') {
              const points = [...Editor.positions(editor, { at: [] })];
              const anchor = points[now.a % points.length]!;
              const focus = now.b % 3 === 0 ? points[now.b % points.length]! : anchor;
              Transforms.select(editor, { anchor, focus });
            } else if (now.act === 'outside') {
              editor.settle();
              made.replace(now.text);
              base = now.text;
              since = made.edits.length;
            } else if (now.act === 'rest') await made.rest();
            else if (!editor.selection) continue;
            else if (now.act === 'command') perform(editor, now.command);
            else if (now.act === 'break') Editor.insertBreak(editor);
            else if (now.act === 'paste') editor.insertData(plainData(now.text));
            else if (now.act === 'move') dragTo(editor, now.to, now.copies);
            else if (now.act === 'soft') Editor.insertSoftBreak(editor);
            else if (now.act === 'type') Editor.insertText(editor, now.text);
            else if (Range.isExpanded(editor.selection)) Editor.deleteFragment(editor);
            else if (now.act === 'back') Editor.deleteBackward(editor);
            else Editor.deleteForward(editor);
          }
          await made.rest();
          // Replaying the edits gives the editor's text.
          let replayed: readonly Block[] = base;
          for (const { index, removed, inserted } of made.edits.slice(since)) {
            expect(replayed.slice(index, index + removed.length).map(({ id }) => id)).toEqual(
              removed.map(({ id }) => id),
            );
            replayed = replayed.toSpliced(index, removed.length, ...inserted);
          }
          expect(plain(replayed)).toEqual(plain(made.source.known));
          if (replayed.length > 0) expect(plain(made.blocks())).toEqual(plain(replayed));
          // Undone in reverse, they give the first text back, to the letter.
          let undone: readonly Block[] = replayed;
          for (const { index, removed, inserted } of made.edits.slice(since).toReversed()) {
            undone = undone.toSpliced(index, inserted.length, ...removed);
          }
          expect(undone.every((block, i) => block === base[i]) && undone.length === base.length).toBe(true);
          expect(problemsIn(made.blocks(), base)).toEqual([]);
          const again = made
            .blocks()
            .map((block) => toBlock(toElement(JSON.parse(JSON.stringify(block)) as Block)));
          expect(plain(again)).toEqual(plain(made.blocks()));
          const ids = made.blocks().map(({ id }) => id);
          expect(new Set(ids).size).toBe(ids.length);
          for (const point of editor.selection ? [editor.selection.anchor, editor.selection.focus] : []) {
            expect(Editor.hasPath(editor, point.path)).toBe(true);
          }
        },
      ),
      // A fixed seed, so that the gate gives the same answer each time; change it to search further.
      { numRuns: 200, seed: 20 },
    );
  }, 30_000);
});

describe('shortcuts', () => {
  it.each([
    ['# x', ['heading1 x']],
    ['### x', ['heading3 x']],
    ['> x', ['> p x']],
    ['> > x', ['> > p x']],
    ['- x', ['bullet1 x']],
    ['* x', ['bullet1 x']],
    ['1. x', ['decimal1 x']],
    ['4. x', ['decimal1=4 x']],
    ['a. x', ['lower-alpha1 x']],
    ['---x', ['rule', 'p x']],
    ['-- x', ['p -- x']],
    ['#x', ['p #x']],
    ['1987. x', ['p 1987. x']],
    ['> — x', ['> p — x']],
    ['— x', ['p — x']],
    ['say - x', ['p say - x']],
  ])('%s', (typed, gives) => {
    const made = headless([]);
    Transforms.select(made.editor, Editor.start(made.editor, []));
    made.type(typed);
    expect(lines(made.blocks())).toEqual(gives);
  });

  it.each([
    ['a **b** c', 'a [strong:b] c'],
    ['a *b* c', 'a [emphasis:b] c'],
    ['a _b c_ d', 'a [emphasis:b c] d'],
    ['a `b` c', 'a [code:b] c'],
    ['a ~~b~~ c', 'a [strike:b] c'],
    ['snake_case_name', 'snake_case_name'],
    ['2 * 3 * 4', '2 * 3 * 4'],
    ['a [b c](https://q.example/d) e', 'a [link https://q.example/d:b c] e'],
    ['a [b](javascript:c) d', 'a [b](javascript:c) d'],
    ['a [b] (c) d', 'a [b] (c) d'],
    ['**_b_**', '[strong+emphasis:b]'],
  ])('%s', (typed, gives) => {
    const made = headless([]);
    Transforms.select(made.editor, Editor.start(made.editor, []));
    made.type(typed);
    expect(inlineLine(made.blocks()[0])).toBe(gives);
  });

  it('number on in a list that is there', () => {
    const made = headless([
      { id: 'a', type: 'item', list: 'decimal', level: 1, content: [] },
      paragraph('b'),
    ]);
    made.caret('b', 0);
    made.type('2. x');
    expect(lines(made.blocks())).toEqual(['decimal1', 'decimal1 x']);
  });

  it.each([
    ['-- me', 0, '> attribution me'],
    ['— me', 1, '> attribution me'],
    ['— me', 0, 'p — me'],
  ])('make a source line under a quotation: %s at depth %d', (typed, quoted, gives) => {
    const made = headless([
      { ...paragraph('a', 'one'), quoted: 1 },
      { ...paragraph('b'), quoted },
    ]);
    made.caret('b', 0);
    made.type(typed);
    expect(lines(made.blocks())).toEqual(['> p one', gives]);
  });

  it('are edits of their own, after that of the typed characters', () => {
    const made = headless([]);
    Transforms.select(made.editor, Editor.start(made.editor, []));
    made.type('- ');
    expect(made.edits.map(({ kind }) => kind)).toEqual(['type', 'other']);
    expect(lines(made.edits[1]!.removed)).toEqual(['p -']);
    expect(made.edits[1]!.removed[0]).toMatchObject({ content: [{ text: '- ' }] });
    expect(lines(made.edits[1]!.inserted)).toEqual(['bullet1']);
  });
});
