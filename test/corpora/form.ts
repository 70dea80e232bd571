/**
 * The form in which an importer's result and what a corpus expects are compared: a line for each block that has
 * words, with its shape (kind, level, list, quotation, grid), its words, and the marks of each letter.
 *
 * Normalised away, on both sides: each run of white space of any kind is one space, none at the ends of a line;
 * soft hyphens, U+200B and U+FEFF are nothing; NFC; blocks without words (empty paragraphs, rules, pictures) are
 * left out. Line breaks within a block are kept, as ⏎. Marks of white space aren't compared.
 */
import type { Block, Inline, RichText } from '../../core/text/block.ts';

export interface Run {
  readonly text: string;
  /** "strong", "emphasis" … and "→url". */
  readonly marks: readonly string[];
}

export interface Line {
  readonly shape: string;
  readonly text: string;
  /** The marks of each unit of the text that isn't white space, joined by a comma, in order. */
  readonly marks: readonly string[];
}

/** Marks that most sources can tell; the others (code, small caps) are compared where the corpus knows them. */
export function line(shape: string, runs: readonly Run[]): Line | undefined {
  let text = '';
  const marks: string[] = [];
  for (const run of runs) {
    const own = run.marks.toSorted().join();
    const words = run.text.normalize('NFC').replace(/[\u00ad\u200b\ufeff]/g, '');
    for (const character of words) {
      text += character === '\n' ? '⏎' : character;
      if (/\S/.test(character)) marks.push(own);
    }
  }
  const clean = text
    .replace(/[^\S⏎]+/gu, ' ')
    .replace(/ ?⏎ ?/g, '⏎')
    .replace(/ ?\t ?/g, '\t')
    .replace(/^[ ⏎]+|[ ⏎]+$/g, '');
  return clean === '' ? undefined : { shape, text: clean, marks };
}

function runsOf(content: readonly Inline[]): Run[] {
  return content.flatMap((inline): Run[] => {
    if (!('text' in inline)) return [];
    const link = inline.link === undefined ? [] : [`→${inline.link}`];
    return [{ text: inline.text, marks: [...(inline.marks ?? []), ...link] }];
  });
}

function shapeOf(block: Block): string {
  const quoted = '>'.repeat(block.quoted ?? 0);
  switch (block.type) {
    case 'heading':
      return `${quoted}heading ${block.level}`;
    case 'item':
      return `${quoted}${block.list} ${block.level}`;
    case 'paragraph':
      return `${quoted}paragraph${block.indent === undefined ? '' : ` in ${block.indent}`}`;
    default:
      return quoted + block.type;
  }
}

/** A line for each cell; the first of a row says so. */
export function cellShape(row: number, column: number, columns: number, rows: number): string {
  return `cell ${row}:${column}${columns > 1 ? ` c${columns}` : ''}${rows > 1 ? ` r${rows}` : ''}`;
}

export function formOf(blocks: RichText): Line[] {
  return blocks
    .flatMap((block): (Line | undefined)[] => {
      if (block.type === 'rule' || block.type === 'picture') return [];
      if (block.type !== 'table') return [line(shapeOf(block), runsOf(block.content))];
      return block.rows.flatMap((row, r) =>
        row.map((cell, c) => line(cellShape(r, c, cell.columns ?? 1, cell.rows ?? 1), runsOf(cell.content))),
      );
    })
    .filter((made) => made !== undefined);
}

export function words(lines: readonly Line[]): string {
  return lines.map(({ text }) => text).join('\n');
}

export interface Comparison {
  readonly text: boolean;
  readonly structure: boolean;
  readonly marks: boolean;
  /** The first difference, for a reader. */
  readonly difference: string;
}

/** @param sameShape Whether the importer's shape is what the corpus means by its own. */
export function compare(
  own: readonly Line[],
  expected: readonly Line[],
  sameShape: (own: string, expected: string) => boolean = (a, b) => a === b,
): Comparison {
  const text = words(own) === words(expected);
  const shape = own.findIndex(({ shape }, i) => !expected[i] || !sameShape(shape, expected[i].shape));
  const structure = own.length === expected.length && shape < 0;
  const marked = own.findIndex(({ marks }, i) => marks.join('|') !== expected[i]?.marks.join('|'));
  const marks = own.length === expected.length && marked < 0;
  const at = text
    ? structure
      ? marked
      : shape
    : own.findIndex((mine, i) => mine.text !== expected[i]?.text);
  const show = (made: Line | undefined) =>
    made ? `${made.shape}: ${made.text} [${[...new Set(made.marks)].join(' ')}]` : 'nothing';
  const difference =
    text && structure && marks
      ? ''
      : at < 0
        ? `${own.length} lines for ${expected.length}`
        : `${show(own[at])}  ≠  ${show(expected[at])}`;
  return { text, structure, marks, difference };
}
