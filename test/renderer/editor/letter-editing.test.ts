import { Editor, Range, Transforms } from 'slate';
import { describe, expect, it } from 'vitest';
import { countingIds } from '../../../core/document/id.ts';
import { applyOperations } from '../../../core/operations/apply.ts';
import { invertOperations } from '../../../core/operations/operation.ts';
import { paragraph, type Block, type RichText } from '../../../core/text/block.ts';
import { blockText } from '../../../core/text/canonical.ts';
import { insertInLetter } from '../../../renderer/editor/letter-clipboard.ts';
import { letterPassages } from '../../../renderer/editor/letter-passages.ts';
import { blocksOf, LONGEST_SECTION, sectionsOf } from '../../../renderer/editor/letter-nodes.ts';
import { toLetterPoint } from '../../../renderer/editor/letter-position.ts';
import { Correcting, projectOf } from './letter-headless.ts';

const lines = (...texts: string[]): RichText => texts.map((text, i) => paragraph(`b${i}`, text));
const many = (count: number, prefix: string): Block[] =>
  Array.from({ length: count }, (_, i) => paragraph(`${prefix}${i}`, `${prefix} ${i}`));

function at(letter: RichText, block: string, offset: number): Correcting {
  const correcting = new Correcting(projectOf(letter));
  put(correcting, block, offset);
  return correcting;
}

function put({ editor }: Correcting, block: string, offset: number): void {
  const point = toLetterPoint(editor, { block, offset });
  if (!point) throw new Error(`no block ${block}`);
  Transforms.select(editor, point);
}

const textsOf = ({ blocks }: Correcting) => blocks.map(blockText);
const stepsOf = ({ handedOut }: Correcting) =>
  handedOut.flatMap(({ edits }) => edits.map(({ step }) => step.kind));

describe('the editor of a letter', () => {
  it('joins over the border of two sections as it does within one', () => {
    const correcting = at(lines('one', 'two', 'three', 'four'), 'b2', 0);
    correcting.cutSections(2);
    put(correcting, 'b2', 0);
    correcting.editor.deleteBackward('character');
    correcting.settle();
    expect(textsOf(correcting)).toEqual(['one', 'twothree', 'four']);
    expect(stepsOf(correcting)).toEqual(['join']);
    correcting.check();
  });

  describe('of which the pages are known', () => {
    const paged: RichText = [
      { ...paragraph('b0', 'one two'), page: '4' },
      { id: 'b1', type: 'heading', level: 2, content: [{ text: 'three' }], page: '5' },
      { id: 'b2', type: 'item', list: 'bullet', level: 1, content: [{ text: 'four' }], page: '5' },
    ];
    const pagesOf = ({ blocks }: Correcting) => blocks.map(({ page }) => page);

    it('keeps them through typing, splitting and joining', () => {
      const correcting = at(paged, 'b0', 3);
      correcting.editor.insertText('!');
      correcting.editor.insertBreak();
      correcting.settle();
      expect(pagesOf(correcting)).toEqual(['4', '4', '5', '5']);
      correcting.editor.deleteBackward('character');
      correcting.settle();
      expect(pagesOf(correcting)).toEqual(['4', '5', '5']);
      correcting.check();
    });

    it('keeps them when a block becomes one of another kind, and when an empty one comes before', () => {
      const correcting = at(paged, 'b1', 0);
      correcting.editor.insertBreak();
      correcting.editor.deleteBackward('character');
      put(correcting, 'b2', 0);
      correcting.editor.deleteBackward('character');
      correcting.settle();
      expect(correcting.blocks.map(({ type }) => type)).toEqual([
        'paragraph',
        'paragraph',
        'paragraph',
        'paragraph',
      ]);
      expect(pagesOf(correcting)).toEqual(['4', '5', '5', '5']);
      correcting.check();
    });

    it('gives what is pasted the page of the place, unless it comes with its own', () => {
      const correcting = at(paged, 'b0', 3);
      insertInLetter(correcting.editor, correcting.source, [
        paragraph('x', 'A'),
        paragraph('y', 'B'),
        { ...paragraph('z', 'C'), page: '9' },
        paragraph('w', 'D'),
      ]);
      correcting.settle();
      expect(textsOf(correcting).slice(0, 4)).toEqual(['oneA', 'B', 'C', 'D two']);
      expect(pagesOf(correcting).slice(0, 4)).toEqual(['4', '4', '9', '4']);
      correcting.check();
    });

    it('takes no pages into a letter that has none', () => {
      const correcting = at(lines('one'), 'b0', 3);
      insertInLetter(correcting.editor, correcting.source, [
        { ...paragraph('x', 'A'), page: '3' },
        { ...paragraph('y', 'B'), page: '3' },
      ]);
      correcting.settle();
      expect(pagesOf(correcting)).toEqual([undefined, undefined]);
    });
  });

  it('hands out a large deletion as few edits', () => {
    const letter = many(500, 'b');
    const correcting = at(letter, 'b10', 1);
    const [anchor, focus] = [
      toLetterPoint(correcting.editor, { block: 'b10', offset: 1 }),
      toLetterPoint(correcting.editor, { block: 'b480', offset: 1 }),
    ];
    if (!anchor || !focus) throw new Error('no such blocks');
    Transforms.select(correcting.editor, { anchor, focus });
    correcting.editor.deleteFragment();
    correcting.settle();
    expect(correcting.blocks).toHaveLength(30);
    expect(stepsOf(correcting).length).toBeLessThanOrEqual(4);
    correcting.check();
  });

  it('puts a large paste into sections of its own, as one edit that is undone', () => {
    const letter = many(150, 'b');
    const correcting = at(letter, 'b70', 3);
    insertInLetter(correcting.editor, correcting.source, many(2000, 'new-'));
    correcting.settle();
    correcting.check();
    expect(correcting.blocks).toHaveLength(150 + 2000 - 1);
    expect(stepsOf(correcting)).toEqual(['split', 'insert-blocks', 'join', 'join']);
    const undone = applyOperations(correcting.project, invertOperations(correcting.operations));
    expect(undone).toEqual(projectOf(letter));
    correcting.project = undone;
    correcting.source.adopt(correcting.blocks);
    correcting.check();
  });

  it('cuts a section that grows far too large', () => {
    const correcting = at(lines('word'), 'b0', 4);
    for (let i = 0; i < LONGEST_SECTION + 5; i++) {
      correcting.editor.insertBreak();
      correcting.editor.insertText('x');
    }
    correcting.settle();
    correcting.check();
    expect(sectionsOf(correcting.editor).length).toBe(2);
  });

  it('takes the marks of a note out with the note', () => {
    const letter: RichText = [
      { id: 'b0', type: 'paragraph', content: [{ text: 'said' }, { type: 'note-mark', note: 'n1' }] },
      { id: 'n1', type: 'note', label: '1', content: [{ text: 'where' }] },
    ];
    const correcting = new Correcting(projectOf(letter));
    Transforms.removeNodes(correcting.editor, { at: [0, 1] });
    correcting.settle();
    expect(correcting.blocks).toEqual([paragraph('b0', 'said')]);
    correcting.check();
  });

  it('begins a letter without blocks with the first character typed', () => {
    const correcting = new Correcting(projectOf([]));
    Transforms.select(correcting.editor, Editor.start(correcting.editor, []));
    correcting.editor.insertText('a');
    correcting.settle();
    expect(textsOf(correcting)).toEqual(['a']);
    expect(stepsOf(correcting)).toEqual(['insert-blocks', 'replace']);
    const undone = applyOperations(correcting.project, invertOperations(correcting.operations));
    expect(undone).toEqual(projectOf([]));
    correcting.source.adopt([]);
    expect(blocksOf(sectionsOf(correcting.editor))).toHaveLength(1);
  });

  it('keeps the caret where it is when another block changes outside', () => {
    const correcting = at(lines('one', 'two', 'three'), 'b2', 2);
    correcting.source.adopt([paragraph('x', 'before'), ...lines('one', 'TWO', 'three')]);
    const { selection } = correcting.editor;
    expect(selection && Range.isCollapsed(selection) && selection.anchor).toEqual({
      path: [0, 3, 0],
      offset: 2,
    });
  });

  it('tells typing from deleting, and the beginning of a word', () => {
    const correcting = at(lines('one two'), 'b0', 3);
    for (const text of ['x', ' ', 'y']) {
      correcting.editor.insertText(text);
      correcting.settle();
    }
    correcting.editor.deleteBackward('character');
    correcting.settle();
    correcting.editor.insertBreak();
    correcting.settle();
    expect(correcting.handedOut.map(({ kind, startsWord }) => `${kind} ${startsWord}`)).toEqual([
      'type false',
      'type false',
      'type true',
      'delete false',
      'other false',
    ]);
  });
});

describe('passages of a letter in the editor', () => {
  const part = (id: string, from: number, to: number) => ({ id, from, to, style: 1, state: 'open' });

  it('are ranges of their own block, each with a property of its own', () => {
    const id = countingIds('b');
    const { editor } = new Correcting(
      projectOf([
        { id: id(), type: 'paragraph', content: [{ text: 'one ' }, { text: 'two', marks: ['strong'] }] },
      ]),
    );
    const passages = letterPassages(new Map([['b1', [part('h1', 0, 4), part('h2', 2, 6)]]]));
    const block = Editor.node(editor, [0, 0]);
    expect(passages.decorate(block)).toEqual([
      {
        anchor: { path: [0, 0, 0], offset: 0 },
        focus: { path: [0, 0, 0], offset: 4 },
        'passage:h1': '1 open',
      },
      {
        anchor: { path: [0, 0, 0], offset: 2 },
        focus: { path: [0, 0, 1], offset: 2 },
        'passage:h2': '1 open',
      },
    ]);
    expect(passages.decorate(Editor.node(editor, [0]))).toEqual([]);
  });

  it('have only the blocks drawn again that were drawn with others', () => {
    const { editor } = new Correcting(projectOf(lines('one', 'two', 'three')));
    const [one, two] = [[part('h1', 0, 2)], [part('h2', 0, 2)]];
    const passages = letterPassages(new Map([['b0', one]]));
    for (const b of [0, 1, 2]) passages.decorate(Editor.node(editor, [0, b]));
    passages.take(
      new Map([
        ['b0', one],
        ['b1', two],
      ]),
    );
    expect(passages.stale()).toEqual(['b1']);
    passages.decorate(Editor.node(editor, [0, 1]));
    expect(passages.stale()).toEqual([]);
    passages.take(new Map([['b1', two]]));
    expect(passages.stale()).toEqual(['b0']);
  });
});
