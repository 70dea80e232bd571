import { Editor, Transforms } from 'slate';
import { describe, expect, it } from 'vitest';
import { paragraph, type Block } from '../../../core/text/block.ts';
import { perform } from '../../../renderer/editor/perform.ts';
import { headless, inlineLine, lines } from './headless.ts';

const item = (id: string, text: string, level = 1): Block => ({
  id,
  type: 'item',
  list: 'bullet',
  level,
  content: text === '' ? [] : [{ text }],
});
const heading = (id: string, text: string): Block => ({ id, type: 'heading', level: 1, content: [{ text }] });
const quoted = (id: string, text: string, depth = 1): Block => ({ ...paragraph(id, text), quoted: depth });
const rule = (id: string): Block => ({ id, type: 'rule' });

interface Case {
  readonly name: string;
  readonly text: readonly Block[];
  readonly at: [block: string, offset: number];
  readonly to?: [block: string, offset: number];
  readonly keys: readonly ('enter' | 'soft' | 'backspace' | 'delete' | 'tab' | 'outdent')[];
  readonly gives: readonly string[];
}

const cases: readonly Case[] = [
  {
    name: 'Enter within a paragraph parts it',
    text: [paragraph('a', 'onetwo')],
    at: ['a', 3],
    keys: ['enter'],
    gives: ['p one', 'p two'],
  },
  {
    name: 'Enter at a heading’s end begins a paragraph',
    text: [heading('a', 'one')],
    at: ['a', 3],
    keys: ['enter'],
    gives: ['heading1 one', 'p'],
  },
  {
    name: 'Enter before a heading makes room above it',
    text: [heading('a', 'one')],
    at: ['a', 0],
    keys: ['enter'],
    gives: ['p', 'heading1 one'],
  },
  {
    name: 'Enter in an empty inner item goes out a level',
    text: [item('a', 'one'), item('b', '', 2)],
    at: ['b', 0],
    keys: ['enter'],
    gives: ['bullet1 one', 'bullet1'],
  },
  {
    name: 'Enter in an empty outer item ends the list',
    text: [item('a', 'one'), item('b', '', 2)],
    at: ['b', 0],
    keys: ['enter', 'enter'],
    gives: ['bullet1 one', 'p'],
  },
  {
    name: 'Enter twice leaves a quotation',
    text: [quoted('a', 'one')],
    at: ['a', 3],
    keys: ['enter', 'enter'],
    gives: ['> p one', 'p'],
  },
  {
    name: 'Enter after a source line leaves the quotation',
    text: [{ id: 'a', type: 'attribution', quoted: 1, content: [{ text: 'me' }] }],
    at: ['a', 2],
    keys: ['enter'],
    gives: ['> attribution me', 'p'],
  },
  {
    name: 'Enter in verse makes a line',
    text: [{ id: 'a', type: 'verse', content: [{ text: 'one' }] }],
    at: ['a', 3],
    keys: ['enter'],
    gives: ['verse one'],
  },
  {
    name: 'Enter twice ends verse',
    text: [{ id: 'a', type: 'verse', content: [{ text: 'one' }] }],
    at: ['a', 3],
    keys: ['enter', 'enter'],
    gives: ['verse one', 'p'],
  },
  {
    name: 'a demand is not carried on',
    text: [{ ...paragraph('a', 'one'), entry: 'demands' }],
    at: ['a', 3],
    keys: ['enter'],
    gives: ['p! one', 'p'],
  },
  {
    name: 'an item’s own number is not carried on',
    text: [{ ...item('a', 'one'), start: 4 } as Block],
    at: ['a', 3],
    keys: ['enter'],
    gives: ['bullet1=4 one', 'bullet1'],
  },
  {
    name: 'Shift+Enter breaks the line only',
    text: [paragraph('a', 'onetwo')],
    at: ['a', 3],
    keys: ['soft'],
    gives: ['p one\ntwo'],
  },
  {
    name: 'Backspace at an item’s start makes a paragraph',
    text: [item('a', 'one', 2)],
    at: ['a', 0],
    keys: ['backspace'],
    gives: ['p one'],
  },
  {
    name: 'Backspace at a heading’s start makes a paragraph',
    text: [paragraph('z', 'x'), heading('a', 'one')],
    at: ['a', 0],
    keys: ['backspace'],
    gives: ['p x', 'p one'],
  },
  {
    name: 'Backspace at a quotation’s start takes it out',
    text: [quoted('a', 'one', 2)],
    at: ['a', 0],
    keys: ['backspace', 'backspace'],
    gives: ['p one'],
  },
  {
    name: 'Backspace joins paragraphs',
    text: [paragraph('a', 'one'), paragraph('b', 'two')],
    at: ['b', 0],
    keys: ['backspace'],
    gives: ['p onetwo'],
  },
  {
    name: 'Delete joins paragraphs',
    text: [paragraph('a', 'one'), paragraph('b', 'two')],
    at: ['a', 3],
    keys: ['delete'],
    gives: ['p onetwo'],
  },
  {
    name: 'Backspace first selects a rule, then takes it',
    text: [paragraph('a', 'one'), rule('r'), paragraph('b', 'two')],
    at: ['b', 0],
    keys: ['backspace', 'backspace'],
    gives: ['p one', 'p two'],
  },
  {
    name: 'Delete first selects a rule, then takes it',
    text: [paragraph('a', 'one'), rule('r'), paragraph('b', 'two')],
    at: ['a', 3],
    keys: ['delete', 'delete'],
    gives: ['p one', 'p two'],
  },
  {
    name: 'an only rule taken away leaves a paragraph',
    text: [rule('r')],
    at: ['r', 0],
    keys: ['backspace'],
    gives: ['p'],
  },
  {
    name: 'Enter on a rule begins a paragraph',
    text: [rule('r')],
    at: ['r', 0],
    keys: ['enter'],
    gives: ['rule', 'p'],
  },
  {
    name: 'Backspace beside a rule in an empty paragraph takes the paragraph',
    text: [rule('r'), paragraph('a')],
    at: ['a', 0],
    keys: ['backspace'],
    gives: ['rule'],
  },
  {
    name: 'all selected and deleted is a plain paragraph',
    text: [heading('a', 'one'), item('b', 'two')],
    at: ['a', 0],
    to: ['b', 3],
    keys: ['backspace'],
    gives: ['p'],
  },
  {
    name: 'Tab nests an item under the one before',
    text: [item('a', 'one'), item('b', 'two')],
    at: ['b', 0],
    keys: ['tab'],
    gives: ['bullet1 one', 'bullet2 two'],
  },
  {
    name: 'Tab never nests deeper than one level',
    text: [item('a', 'one'), item('b', 'two')],
    at: ['b', 0],
    keys: ['tab', 'tab'],
    gives: ['bullet1 one', 'bullet2 two'],
  },
  {
    name: 'Tab does not nest the first item',
    text: [item('a', 'one')],
    at: ['a', 0],
    keys: ['tab'],
    gives: ['bullet1 one'],
  },
  {
    name: 'Shift+Tab takes an item out',
    text: [item('a', 'one'), item('b', 'two', 2)],
    at: ['b', 0],
    keys: ['outdent'],
    gives: ['bullet1 one', 'bullet1 two'],
  },
];

describe('keys', () => {
  it.each(cases)('$name', ({ text, at, to, keys, gives }) => {
    const made = headless(text);
    if (to) made.select(at, to);
    else made.caret(...at);
    for (const key of keys) {
      if (key === 'enter') Editor.insertBreak(made.editor);
      else if (key === 'soft') Editor.insertSoftBreak(made.editor);
      else if (key === 'tab') perform(made.editor, 'indent');
      else if (key === 'outdent') perform(made.editor, 'outdent');
      else if (to) Editor.deleteFragment(made.editor);
      else if (key === 'backspace') Editor.deleteBackward(made.editor);
      else Editor.deleteForward(made.editor);
    }
    expect(lines(made.blocks())).toEqual(gives);
    const ids = made.blocks().map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(made.editor.selection && Editor.hasPath(made.editor, made.editor.selection.anchor.path)).toBe(
      true,
    );
  });
});

describe('ids', () => {
  it('are the block’s own after a split, with the first half keeping its id', () => {
    const made = headless([paragraph('a', 'onetwo')]);
    made.caret('a', 3);
    Editor.insertBreak(made.editor);
    const [first, second] = made.blocks();
    expect(first?.id).toBe('a');
    expect(second?.id).not.toBe('a');
  });

  it('are renewed when a block is doubled', () => {
    const made = headless([paragraph('a', 'one')]);
    Transforms.insertNodes(
      made.editor,
      { type: 'paragraph', id: 'a', children: [{ text: 'two' }] },
      { at: [1] },
    );
    expect(made.blocks().map(({ id }) => id)[0]).toBe('a');
    expect(made.blocks().map(({ id }) => id)[1]).not.toBe('a');
  });
});

describe('the closed model', () => {
  it('takes away what no block or leaf may have', () => {
    const made = headless([paragraph('a', 'one')]);
    const hostile = {
      type: 'iframe',
      id: 'b',
      src: 'x',
      children: [{ text: 'two', onclick: 'x', strong: 'yes', link: 'javascript:alert(1)' }],
    };
    Transforms.insertNodes(made.editor, hostile as never, { at: [1] });
    expect(made.blocks()[1]).toEqual({ id: 'b', type: 'paragraph', content: [{ text: 'two' }] });
  });
});

describe('typing', () => {
  it('after a link is not part of it', () => {
    const made = headless([
      { id: 'a', type: 'paragraph', content: [{ text: 'one', link: 'https://example.org/' }] },
    ]);
    made.caret('a', 3);
    made.type(' two');
    expect(inlineLine(made.blocks()[0])).toBe('[link https://example.org/:one] two');
  });

  it('sets the direction of a block by its first letter', () => {
    const made = headless([paragraph('a')]);
    made.caret('a', 0);
    made.type('«ש');
    expect(made.blocks()[0]?.direction).toBe('rtl');
  });

  it('on a rule begins a paragraph after it', () => {
    const made = headless([rule('r')]);
    made.caret('r', 0);
    made.type('x');
    expect(lines(made.blocks())).toEqual(['rule', 'p x']);
  });
});

describe('commands', () => {
  it('toggle a demand', () => {
    const made = headless([paragraph('a', 'one')]);
    made.caret('a', 1);
    perform(made.editor, 'demand');
    expect(lines(made.blocks())).toEqual(['p! one']);
    perform(made.editor, 'demand');
    expect(lines(made.blocks())).toEqual(['p one']);
  });

  it('put a footnote at the caret, which stands behind it', () => {
    const made = headless([paragraph('a', 'onetwo')]);
    made.caret('a', 3);
    perform(made.editor, 'note');
    made.type('!');
    expect(inlineLine(made.blocks()[0])).toBe('one{note}!two');
  });

  it('clear the marks of the selection and no others', () => {
    const made = headless([{ id: 'a', type: 'paragraph', content: [{ text: 'onetwo', marks: ['strong'] }] }]);
    made.select(['a', 3], ['a', 6]);
    perform(made.editor, 'clear');
    expect(inlineLine(made.blocks()[0])).toBe('[strong:one]two');
  });

  it('know no notes within notes', () => {
    const made = headless([paragraph('a', 'one')], { scope: 'note' });
    expect(perform(made.editor, 'note')).toBe(false);
  });
});
