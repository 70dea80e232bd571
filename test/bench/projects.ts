/** The projects that are measured: always the same words, from a small generator of numbers. */
import { quoteOf } from '../../core/text/quote-of.ts';
import type { Highlight, Letter } from '../../core/document/letter.ts';
import { emptyProject, type Point, type Project, type Section } from '../../core/document/project.ts';
import { packProject } from '../../core/storage/zip.ts';
import { projectEntries } from '../../core/storage/serialise.ts';
import { paragraph, type RichText } from '../../core/text/block.ts';
import { blockLength } from '../../core/text/canonical.ts';

const WORDS =
  'the harbour library of Quillhaven keeps its almanacs and charts in a tower that nobody has counted since ' +
  'winter while readers borrow lamps ladders and letters about tides rents roofs bells and the price of candles';

export interface Size {
  readonly paragraphs: number;
  readonly wordsInEach: number;
  readonly highlights: number;
  readonly points: number;
}

/** A million words in one letter. */
export const LARGE: Size = { paragraphs: 20_000, wordsInEach: 50, highlights: 5000, points: 500 };
/** An ordinary one, to compare with. */
export const ORDINARY: Size = { paragraphs: 40, wordsInEach: 50, highlights: 20, points: 12 };
/** About two hundred pages in print, with the letter appended. */
export const PRINTED: Size = { paragraphs: 620, wordsInEach: 50, highlights: 300, points: 150 };

/** Numbers from 0 up to 1, the same at each run. */
function numbers(): () => number {
  let state = 1907;
  return () => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return state / 0x80000000;
  };
}

export function makeProject({ paragraphs, wordsInEach, highlights, points }: Size): Project {
  const next = numbers();
  const list = WORDS.split(' ');
  const words = (count: number): string =>
    Array.from({ length: count }, () => list[Math.floor(next() * list.length)] ?? '').join(' ') + '.';
  const blocks: RichText = Array.from({ length: paragraphs }, (_, i) =>
    paragraph(`b${i}`, words(wordsInEach)),
  );
  const letter: Letter = {
    id: 'letter',
    code: 'A1',
    kind: 'statement',
    item: { type: 'document', title: 'Statement of the harbour' },
    addressee: '',
    language: 'en',
    direction: 'ltr',
    blocks,
    notices: [],
    corrected: false,
  };
  const empty = emptyProject('bench', 'en', ['Claim', 'Fact', 'Concession', 'Attack', 'Demand', 'Aside']);
  const marked = Array.from({ length: highlights }, (_, i): Highlight => {
    const at = Math.floor((i * paragraphs) / highlights);
    const block = blocks[at] ?? paragraph('none');
    const length = blockLength(block);
    const from = Math.floor(next() * length * 0.6);
    const following = i % 20 === 0 ? blocks[at + 1] : undefined;
    const start = { block: block.id, offset: from };
    const end = following
      ? { block: following.id, offset: 40 }
      : { block: block.id, offset: Math.min(length, from + 30 + Math.floor(next() * 90)) };
    const ranges = [{ start, end }];
    const category = empty.categories[i % 6]?.id ?? '';
    return { id: `h${i}`, letter: letter.id, ranges, quote: quoteOf(blocks, ranges), category, note: '' };
  });
  const made = Array.from({ length: points }, (_, i): Point => ({
    id: `p${i}`,
    title: words(4),
    quotations: [{ id: `q${i}`, highlight: `h${Math.floor((i * highlights) / points)}` }],
    arrangement: 'sequence',
    answer: [paragraph(`a${i}`, words(80)), paragraph(`z${i}`, words(80))],
    status: 'draft',
    note: '',
  }));
  const perSection = Math.ceil(points / 10);
  const sections = Array.from({ length: 10 }, (_, i): Section => ({
    id: `s${i}`,
    level: 1,
    title: words(3),
    letter: letter.id,
    lead: [],
    points: made.slice(i * perSection, (i + 1) * perSection),
  }));
  const front = { ...empty.front, title: 'An answer to the harbour' };
  return { ...empty, front, letters: [letter], highlights: marked, sections };
}

/** The bytes of the project's file. */
export function projectFile(project: Project): Uint8Array {
  const packed = packProject(projectEntries(project), new Map());
  if (!packed.ok) throw new Error('the project for measuring is too large for a file');
  return packed.value;
}
