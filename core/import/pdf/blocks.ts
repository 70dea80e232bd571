/** Paragraphs of a PDF as blocks: headings by size and weight, lists by their markers, footnotes by their marks. */
import type { IdSource } from '../../document/id.ts';
import type { Block, Inline, ListStyle, Mark, TableCell } from '../../text/block.ts';
import { inlineText, normalInline, sameMarks, span } from '../../text/inline.ts';
import { cleanText } from '../clean.ts';
import type { NoticeCounter } from '../notices.ts';
import { withStarts } from '../ordinals.ts';
import type { Line } from './lines.ts';
import type { Run } from './page.ts';
import {
  hyphenatedWords,
  isBold,
  joinedLines,
  measuresOf,
  paragraphsOf,
  sameSize,
  type Measures,
  type PdfParagraph,
} from './paragraphs.ts';
import { withTables, type PdfTable } from './tables.ts';

const LONGEST_HEADING = 200;
const NOTE_MARK = /^(\d{1,3}|[*†‡§]{1,3})$/;

export function blocksOf(
  pages: readonly (readonly Line[])[],
  folios: readonly string[],
  ids: IdSource,
  notices: NoticeCounter,
): readonly Block[] {
  const measures = measuresOf(pages.flat());
  const { body, notes } = partedNotes(pages, measures);
  const known = hyphenatedWords(pages.flat());
  const parts = withTables(body).flatMap((part): (PdfParagraph | PdfTable)[] =>
    'rows' in part ? [part] : paragraphsOf(part, measures),
  );
  const paragraphs = parts.filter((part) => 'lines' in part);
  const levelOf = headingLevels(paragraphs, measures);
  const noteIds = new Map<string, string>();
  const noteParagraphs = notes.map((lines) => {
    const label = labelOf(lines) ?? '';
    const id = ids();
    noteIds.set(`${lines[0]?.page} ${label}`, id);
    return {
      id,
      label,
      paragraph: { lines, breaks: new Set<number>(), size: lines[0]?.size ?? 0, bold: false },
    };
  });
  let hyphens = 0;
  const contentOf = (paragraph: PdfParagraph, plain: boolean): readonly Inline[] => {
    const joined = joinedLines(paragraph, known);
    hyphens += joined.hyphens;
    const inlines = joined.pieces.flatMap(({ text, run }): Inline[] => {
      const line = paragraph.lines.find(({ runs }) => runs.includes(run)) ?? paragraph.lines[0];
      const note = line && isRaised(run, line) ? noteIds.get(`${line.page} ${run.text.trim()}`) : undefined;
      if (note !== undefined) return [{ type: 'note-mark', note }, { text: /\s$/.test(text) ? ' ' : '' }];
      return [span(cleanText(text, notices), plain ? [] : marksOf(run, line), run.link)];
    });
    return collapsed(inlines);
  };
  const ordinals = new Map<string, number>();
  const tableOf = ({ rows, line }: PdfTable): Block => {
    const page = folios[line.page];
    const bold = rows.map((cells) => cells.every(isBold));
    const headed = bold[0] === true && !bold.every(Boolean);
    notices.add('decided', 'columns-as-table', 1, line.text);
    return {
      id: ids(),
      ...(page ? { page } : {}),
      type: 'table',
      rows: rows.map((cells, row) =>
        cells.map((cell): TableCell => {
          const header = headed && row === 0;
          const lines = [{ ...cell, column: line.column }];
          const content = contentOf(
            { lines, breaks: new Set(), size: cell.size, bold: isBold(cell) },
            header,
          );
          return header ? { content, header } : { content };
        }),
      ),
    };
  };
  const blocks = parts.map((paragraph): Block => {
    if ('rows' in paragraph) return tableOf(paragraph);
    const page = folios[paragraph.lines[0]?.page ?? 0];
    const own = { id: ids(), ...(page ? { page } : {}) };
    const level = levelOf(paragraph);
    if (level !== undefined) return { ...own, type: 'heading', level, content: contentOf(paragraph, true) };
    const content = contentOf(paragraph, false);
    const item = itemOf(content);
    if (!item) return { ...own, type: 'paragraph', content };
    if (item.ordinal > 0) ordinals.set(own.id, item.ordinal);
    return { ...own, type: 'item', list: item.list, level: 1, content: item.content };
  });
  const noteBlocks = noteParagraphs.map(({ id, label, paragraph }): Block => {
    const page = folios[paragraph.lines[0]?.page ?? 0];
    return {
      id,
      ...(page ? { page } : {}),
      type: 'note',
      label,
      content: withoutLabel(contentOf(paragraph, false), label),
    };
  });
  notices.add('changed', 'hyphens', hyphens);
  const marked = new Set(
    blocks
      .flatMap((block) => ('content' in block ? block.content : []))
      .flatMap((inline) => ('type' in inline && inline.type === 'note-mark' ? [inline.note] : [])),
  );
  return [
    ...withStarts(blocks, ordinals),
    ...noteBlocks.map((block) => (marked.has(block.id) ? block : asParagraph(block))),
  ];
}

/** A note whose mark wasn't found stays a paragraph, so that its label isn't lost. */
function asParagraph(block: Block): Block {
  if (block.type !== 'note') return block;
  const { label, type: _, ...rest } = block;
  return { ...rest, type: 'paragraph', content: normalInline([{ text: `${label} ` }, ...block.content]) };
}

/** Footnotes: small type at the foot of a page that begins with a mark. Each note's lines follow one another. */
function partedNotes(
  pages: readonly (readonly Line[])[],
  { bodySize }: Measures,
): { body: Line[]; notes: Line[][] } {
  const body: Line[] = [];
  const notes: Line[][] = [];
  for (const lines of pages.flatMap(columnsOf)) {
    const isSmall = (line: Line) => line.size < bodySize * 0.93;
    let from = lines.length;
    while (from > 0 && isSmall(lines[from - 1] as Line)) from--;
    while (from < lines.length && labelOf([lines[from] as Line]) === undefined) from++;
    // Small type all over a column isn't a row of notes.
    if (from === 0 && lines.length > 12) from = lines.length;
    body.push(...lines.slice(0, from));
    for (const line of lines.slice(from)) {
      if (labelOf([line]) !== undefined) notes.push([line]);
      else notes.at(-1)?.push(line);
    }
  }
  return { body, notes };
}

/** Lines of one page by their columns, in reading order. */
function columnsOf(lines: readonly Line[]): Line[][] {
  const columns: Line[][] = [];
  for (const line of lines) {
    const last = columns.at(-1)?.at(-1);
    const goesOn = last && Math.abs(last.column.left - line.column.left) < 2 && line.base > last.base;
    if (goesOn) columns.at(-1)?.push(line);
    else columns.push([line]);
  }
  return columns;
}

function labelOf(lines: readonly Line[]): string | undefined {
  return /^(\d{1,3}|[*†‡§]{1,3})[.)]?(?=\s|\p{L}|["“‘(])/u.exec(lines[0]?.text ?? '')?.[1];
}

function withoutLabel(content: readonly Inline[], label: string): readonly Inline[] {
  const [first, ...rest] = content;
  if (!first || !('text' in first)) return content;
  const after = first.text
    .trimStart()
    .slice(label.length)
    .replace(/^[.)]?\s*/, '');
  const [next, ...others] = rest;
  const trimmedNext =
    after === '' && next && 'text' in next ? [{ ...next, text: next.text.trimStart() }, ...others] : rest;
  return normalInline([{ ...first, text: after }, ...trimmedNext]);
}

function isRaised(run: Run, line: Line): boolean {
  return (
    run.size < line.size * 0.85 && run.base < line.base - line.size * 0.12 && NOTE_MARK.test(run.text.trim())
  );
}

function marksOf(run: Run, line: Line | undefined): Mark[] {
  const marks: Mark[] = [];
  if (run.bold) marks.push('strong');
  if (run.italic) marks.push('emphasis');
  if (line && run.size < line.size * 0.85 && run.text.trim() !== '') {
    if (run.base < line.base - line.size * 0.12) marks.push('superscript');
    else if (run.base > line.base + line.size * 0.05) marks.push('subscript');
  }
  return marks;
}

/** Runs of spaces to one, none at the ends; white space at the borders of marks stands without them. */
function collapsed(content: readonly Inline[]): readonly Inline[] {
  let last = '\n';
  const result = content.flatMap(bareSpaces).flatMap((inline): Inline[] => {
    if (!('text' in inline)) return [inline];
    let text = inline.text.replace(/[ \t\u00a0]+/g, ' ').replace(/ ?\n ?/g, '\n');
    if (/\s$/.test(last)) text = text.replace(/^ /, '');
    if (text === '') return [];
    last = text;
    return [{ ...inline, text }];
  });
  const at = result.findLastIndex((inline) => 'text' in inline);
  const end = result[at];
  if (end && 'text' in end) result[at] = { ...end, text: end.text.trimEnd() };
  return normalInline(result.map((inline, i) => spaceWithin(inline, result[i - 1], result[i + 1])));
}

/** A space between words of the same marks bears them too. */
function spaceWithin(inline: Inline, before: Inline | undefined, after: Inline | undefined): Inline {
  if (!('text' in inline) || inline.text.trim() !== '' || !before || !after) return inline;
  return 'text' in before && 'text' in after && sameMarks(before, after)
    ? { ...before, text: inline.text }
    : inline;
}

function bareSpaces(inline: Inline): Inline[] {
  if (!('text' in inline) || !inline.marks) return [inline];
  const [, before = '', words = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(inline.text) ?? [];
  return [{ text: before }, { ...inline, text: words }, { text: after }];
}

/** Level by size, the largest first; bold lines of the body's size come below all of them. */
function headingLevels(
  paragraphs: readonly PdfParagraph[],
  { bodySize }: Measures,
): (paragraph: PdfParagraph) => number | undefined {
  const words = (paragraph: PdfParagraph) => paragraph.lines.map(({ text }) => text).join(' ');
  const isShort = (paragraph: PdfParagraph) =>
    paragraph.lines.length <= 4 &&
    words(paragraph).length <= LONGEST_HEADING &&
    /\p{L}/u.test(words(paragraph));
  const isLarge = (paragraph: PdfParagraph) => paragraph.size > bodySize * 1.12 && isShort(paragraph);
  const sizes: number[] = [];
  for (const { size } of paragraphs.filter(isLarge).sort((a, b) => b.size - a.size))
    if (!sizes.some((known) => sameSize(known, size))) sizes.push(size);
  return (paragraph) => {
    if (isLarge(paragraph)) return Math.min(sizes.findIndex((size) => sameSize(size, paragraph.size)) + 1, 6);
    const isTitle =
      paragraph.bold &&
      isShort(paragraph) &&
      paragraph.lines.length <= 2 &&
      sameSize(paragraph.size, bodySize);
    return isTitle && !/[.,;:]$/.test(words(paragraph)) ? Math.min(sizes.length + 1, 6) : undefined;
  };
}

const BULLET = /^[•◦▪‣·●○■]\s+/u;
const NUMBER = /^\(?(\d{1,3}|[a-z]|[ivx]{1,5})[.)]\s+/iu;

interface Item {
  readonly list: ListStyle;
  readonly ordinal: number;
  readonly content: readonly Inline[];
}

function itemOf(content: readonly Inline[]): Item | undefined {
  const text = inlineText(content);
  if (BULLET.test(text))
    return { list: 'bullet', ordinal: 0, content: cut(content, BULLET.exec(text)?.[0].length ?? 0) };
  const number = NUMBER.exec(text);
  const value = Number(number?.[1]);
  if (!number || !(value > 0)) return undefined;
  return { list: 'decimal', ordinal: value, content: cut(content, number[0].length) };
}

function cut(content: readonly Inline[], length: number): readonly Inline[] {
  let rest = length;
  return normalInline(
    content.map((inline) => {
      if (!('text' in inline)) return inline;
      const taken = Math.min(rest, inline.text.length);
      rest -= taken;
      return { ...inline, text: inline.text.slice(taken) };
    }),
  );
}
