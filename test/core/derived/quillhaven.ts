/** A small project about the town library of Quillhaven, and short ways to write the parts of others. */
import type { Inline, Paragraph, RichText } from '../../../core/text/block.ts';
import { blockText, type TextRange } from '../../../core/text/canonical.ts';
import type { Highlight, Letter } from '../../../core/document/letter.ts';
import { emptyProject, type Point, type Project, type Section } from '../../../core/document/project.ts';

/** Paragraphs with the ids `<prefix>1`, `<prefix>2` … */
export const paragraphs = (prefix: string, ...texts: readonly string[]): RichText =>
  texts.map((text, i) => ({ id: `${prefix}${i + 1}`, type: 'paragraph', content: text ? [{ text }] : [] }));

export const written = (id: string, ...content: readonly Inline[]): Paragraph => ({
  id,
  type: 'paragraph',
  content,
});

export const letter = (id: string, code: string, blocks: RichText, more: Partial<Letter> = {}): Letter => ({
  id,
  code,
  kind: 'letter',
  item: { type: 'personal_communication' },
  addressee: '',
  language: 'en',
  direction: 'ltr',
  blocks,
  notices: [],
  corrected: false,
  ...more,
});

/** The range of the first place where `words` stand in a block of the text. */
export function rangeOf(text: RichText, words: string): TextRange {
  for (const block of text) {
    const offset = blockText(block).indexOf(words);
    if (offset >= 0) {
      return { start: { block: block.id, offset }, end: { block: block.id, offset: offset + words.length } };
    }
  }
  throw new Error(`no such words: ${words}`);
}

export const highlight = (
  id: string,
  of: Letter,
  ranges: readonly TextRange[],
  more: Partial<Highlight> = {},
): Highlight => ({ id, letter: of.id, ranges, quote: '', category: 'category-1', note: '', ...more });

export const point = (
  id: string,
  quoted: readonly string[],
  answer: RichText,
  more: Partial<Point> = {},
): Point => ({
  id,
  title: '',
  quotations: quoted.map((highlight, i) => ({ id: `${id}-q${i + 1}`, highlight })),
  arrangement: 'sequence',
  answer,
  status: 'draft',
  note: '',
  ...more,
});

export const section = (id: string, points: readonly Point[], more: Partial<Section> = {}): Section => ({
  id,
  level: 1,
  title: '',
  lead: [],
  points,
  ...more,
});

export const project = (more: Partial<Project> = {}): Project => ({
  ...emptyProject('p', 'en', ['Claim', 'Figure', 'Promise', 'Question', 'Tone', 'Other']),
  ...more,
});
