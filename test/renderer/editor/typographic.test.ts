import { Editor } from 'slate';
import { describe, expect, it } from 'vitest';
import { paragraph, type Block } from '../../../core/text/block.ts';
import { perform } from '../../../renderer/editor/perform.ts';
import { ALL_HABITS } from '../../../renderer/platform/typing-habits.ts';
import { headless, inlineLine, lines } from './headless.ts';

const empty = [paragraph('a')];
const on = (language = 'en') => ({ typing: { habits: ALL_HABITS, language } });

/** What each edit left in the first block, in order. */
const steps = (edits: readonly { inserted: readonly Block[] }[]) =>
  edits.map(({ inserted }) => inlineLine(inserted[0]));

describe('marks of the language', () => {
  it('takes their place in an edit of their own, after what was typed', () => {
    const { type, edits, caret, blocks } = headless(empty, on());
    caret('a', 0);
    type('"');
    expect(steps(edits)).toEqual(['"', '“']);
    expect(edits.map(({ kind }) => kind)).toEqual(['type', 'other']);
    expect(edits[1]?.before).toEqual(edits[0]?.after);
    type('no"');
    expect(inlineLine(blocks()[0])).toBe('“no”');
  });

  it('puts the caret behind what was put in, in every language', () => {
    for (const [language, gives] of [
      ['fr', '«\u202fa\u202f»\u202f! b'],
      ['de', '„a“ ! b'],
    ] as const) {
      const { type, caret, blocks } = headless(empty, on(language));
      caret('a', 0);
      type('"a" ! b');
      expect(inlineLine(blocks()[0])).toBe(gives);
    }
  });

  it('has the formatting of the typed sign', () => {
    const { type, caret, editor, blocks } = headless([paragraph('a', 'x ')], on());
    caret('a', 2);
    perform(editor, 'strong');
    type('"no"');
    expect(inlineLine(blocks()[0])).toBe('x [strong:“no”]');
  });

  it('is never set in code, in text kept as it is, or when it is not wanted', () => {
    const kept = headless([{ id: 'a', type: 'preformatted', content: [{ text: 'x' }] }], on());
    kept.caret('a', 1);
    kept.type(' "--" ...');
    expect(lines(kept.blocks())).toEqual(['preformatted x "--" ...']);

    const code = headless([{ id: 'a', type: 'paragraph', content: [{ text: 'x', marks: ['code'] }] }], on());
    code.caret('a', 1);
    code.type('"--"...');
    expect(inlineLine(code.blocks()[0])).toBe('[code:x"--"...]');

    const off = headless(empty, { typing: { habits: { ...ALL_HABITS, marks: false }, language: 'en' } });
    off.caret('a', 0);
    off.type('"--" ...');
    expect(inlineLine(off.blocks()[0])).toBe('"--" ...');
  });

  it('leaves source lines and rules to their shortcuts', () => {
    const { type, caret, blocks } = headless([{ ...paragraph('a'), quoted: 1 }], on());
    caret('a', 0);
    type('-- me');
    expect(lines(blocks())).toEqual(['> attribution me']);
    const ruled = headless(empty, on());
    ruled.caret('a', 0);
    ruled.type('---');
    expect(lines(ruled.blocks())).toEqual(['rule', 'p']);
  });
});

describe('addresses', () => {
  const typed = (text: string, habits = ALL_HABITS) => {
    const made = headless(empty, { typing: { habits, language: 'en' } });
    made.caret('a', 0);
    made.type(text);
    return made;
  };

  it.each([
    ['https://example.org/a ', '[link https://example.org/a:https://example.org/a] '],
    ['(www.example.org) ', '([link https://www.example.org/:www.example.org]) '],
    ['see a@example.org, ', 'see [link mailto:a@example.org:a@example.org], '],
    ['e.g. this.one ', 'e.g. this.one '],
    ['javascript://x ', 'javascript://x '],
  ])('%s', (text, gives) => {
    expect(inlineLine(typed(text).blocks()[0])).toBe(gives);
  });

  it('become links before Enter, and not while they are not wanted', () => {
    const made = typed('https://example.org');
    Editor.insertBreak(made.editor);
    expect(inlineLine(made.blocks()[0])).toBe('[link https://example.org/:https://example.org]');
    expect(made.blocks()).toHaveLength(2);
    made.type('x');
    expect(inlineLine(made.blocks()[1])).toBe('x');
    const off = typed('https://example.org ', { ...ALL_HABITS, links: false });
    expect(inlineLine(off.blocks()[0])).toBe('https://example.org ');
  });

  it('is one edit, after the space', () => {
    const { edits } = typed('a@example.org ');
    expect(edits.at(-1)?.kind).toBe('other');
    expect(inlineLine(edits.at(-1)?.removed[0])).toBe('a@example.org ');
  });
});

describe('signs', () => {
  it('makes text kept as it is of three backquotes', () => {
    const { type, caret, blocks, edits } = headless(empty);
    caret('a', 0);
    type('```x');
    expect(lines(blocks())).toEqual(['preformatted x']);
    expect(edits.some(({ inserted }) => inlineLine(inserted[0]) === '```')).toBe(true);
  });

  it('stays signs where that is wanted', () => {
    const made = headless(empty, { typing: { habits: { ...ALL_HABITS, signs: false }, language: 'en' } });
    made.caret('a', 0);
    made.type('# *a* `b`');
    expect(lines(made.blocks())).toEqual(['p # *a* `b`']);
  });
});
