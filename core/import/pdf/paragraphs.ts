/** Lines to paragraphs, by what printers do: indents, leading, short last lines, another size or weight. */
import type { Line } from './lines.ts';
import type { Run } from './page.ts';

export interface PdfParagraph {
  readonly lines: readonly Line[];
  /** After which lines (by index) a break is meant: addresses, signatures, verse. */
  readonly breaks: ReadonlySet<number>;
  readonly size: number;
  /** Every character is bold. */
  readonly bold: boolean;
}

export interface Measures {
  /** Size of most of the type, in points. */
  readonly bodySize: number;
  /** Usual distance of base lines, in points. */
  readonly leading: number;
}

const ITEM = /^(?:[•◦▪‣·●○■–—*-]|\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]|§\s?\d+)\s+\S/iu;
const CLOSED = /[.!?:;…]["'”’»)\]]*$/u;

export function isItemLine(text: string): boolean {
  return ITEM.test(text);
}

export function measuresOf(lines: readonly Line[]): Measures {
  const sizes = new Map<number, number>();
  for (const { size, text } of lines) {
    const rounded = Math.round(size * 4) / 4;
    sizes.set(rounded, (sizes.get(rounded) ?? 0) + text.length);
  }
  const bodySize = [...sizes].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 11;
  const gaps = lines
    .slice(1)
    .map((line, i) => ({ line, gap: line.base - (lines[i]?.base ?? 0), before: lines[i] }))
    .filter(({ line, gap, before }) => before?.page === line.page && gap > 0 && gap < bodySize * 3)
    .filter(({ line, before }) => sameSize(line.size, bodySize) && sameSize(before?.size ?? 0, bodySize))
    .map(({ gap }) => gap)
    .sort((a, b) => a - b);
  return { bodySize, leading: gaps[Math.floor(gaps.length * 0.4)] ?? bodySize * 1.25 };
}

/** @param lines In reading order, of all pages. */
export function paragraphsOf(lines: readonly Line[], { leading, bodySize }: Measures): PdfParagraph[] {
  const paragraphs: { lines: Line[]; breaks: Set<number> }[] = [];
  for (const line of lines) {
    const open = paragraphs.at(-1);
    const border = open ? borderBefore(open.lines, line, leading) : 'paragraph';
    if (!open || border === 'paragraph') {
      paragraphs.push({ lines: [line], breaks: new Set() });
      continue;
    }
    if (border === 'break') open.breaks.add(open.lines.length - 1);
    open.lines.push(line);
  }
  return paragraphs.map((paragraph) => ({
    ...paragraph,
    size: paragraph.lines[0]?.size ?? bodySize,
    bold: paragraph.lines.every(isBold),
  }));
}

export const isBold = ({ runs }: Pick<Line, 'runs'>) =>
  runs.every(({ bold, text }) => bold || text.trim() === '');
export const sameSize = (a: number, b: number) => Math.abs(a - b) < Math.max(a, b) * 0.06;

function borderBefore(open: readonly Line[], line: Line, leading: number): 'none' | 'break' | 'paragraph' {
  const last = open.at(-1) as Line;
  if (!sameSize(last.size, line.size)) return 'paragraph';
  if (
    isBold(last) !== isBold(line) &&
    (isBold({ runs: open.flatMap(({ runs }) => runs) }) || isBold(line)) &&
    !within(last, line)
  )
    return 'paragraph';
  if (isItemLine(line.text) && (isItemLine(open[0]?.text ?? '') || isShort(last, line))) return 'paragraph';
  const gap = line.base - last.base;
  const flows = last.page === line.page && gap > 0;
  const usual = leading * Math.max(1, line.size / 12);
  const lineLeading = sameSize(line.size, last.size)
    ? Math.min(usual, leading * (line.size / last.size) * 1.15)
    : usual;
  if (flows && gap > Math.max(lineLeading, line.size * 1.15) * 1.3) return 'paragraph';
  const em = line.size;
  const indent = line.left - line.column.left;
  const lastIndent = last.left - last.column.left;
  const hangs = isItemLine(open[0]?.text ?? '') && open.length === 1;
  if (indent > em * 0.7 && indent < em * 5 && lastIndent < em * 0.4 && !hangs) return 'paragraph';
  if (indent < em * 0.4 && lastIndent > em * 0.7 && open.length > 1 && !sameLeft(open)) return 'paragraph';
  if (!isShort(last, line)) return 'none';
  // A line that ends early, at the end of a page as well: a paragraph, unless its words say that they go on.
  if (CLOSED.test(last.text)) return 'paragraph';
  if (!flows) return /^\p{Ll}/u.test(line.text) ? 'none' : 'paragraph';
  return /\p{L}[-\u2010\u00ad]$/u.test(last.text) ? 'none' : 'break';
}

/** A bold phrase within a paragraph may fill a line. */
function within(last: Line, line: Line): boolean {
  return !isShort(last, line) && last.runs.length + line.runs.length > 2;
}

function sameLeft(lines: readonly Line[]): boolean {
  return lines.every(({ left }) => Math.abs(left - (lines[0]?.left ?? 0)) < 2);
}

/** Whether the next line's first word would have fitted into what was left of the line. */
function isShort(last: Line, next: Line): boolean {
  const word = /^\S+/.exec(next.text)?.[0] ?? '';
  const perCharacter = (next.right - next.left) / Math.max(1, next.text.length);
  return last.column.right - last.right > (word.length + 1) * perCharacter + last.size * 0.6;
}

/** Characters of a paragraph with the marks of its type; lines joined, hyphens at their ends resolved. */
export interface Joined {
  readonly pieces: readonly { readonly text: string; readonly run: Run }[];
  /** Hyphens that were dropped at the ends of lines. */
  readonly hyphens: number;
}

/** @param known Words of the whole text in lower case, to tell a hyphen of a line's end from one of the word. */
export function joinedLines({ lines, breaks }: PdfParagraph, known: ReadonlySet<string>): Joined {
  const pieces: { text: string; run: Run }[] = [];
  let hyphens = 0;
  lines.forEach((line, i) => {
    const before = pieces.at(-1);
    if (before) {
      const previous = lines[i - 1]?.text ?? '';
      const glue = breaks.has(i - 1) ? '\n' : glueBetween(previous, line.text, known);
      if (glue === 'drop') {
        hyphens++;
        before.text = before.text.replace(/[-\u2010\u00ad]\s*$/, '');
      } else before.text = before.text.trimEnd() + glue;
    }
    line.runs.forEach((run, at) => pieces.push({ text: at === 0 ? run.text.trimStart() : run.text, run }));
  });
  return { pieces, hyphens };
}

function glueBetween(before: string, after: string, known: ReadonlySet<string>): ' ' | '' | 'drop' {
  const left = /(\p{L}+)([-\u2010\u00ad])$/u.exec(before);
  if (!left)
    return /[\u3040-\u30ff\u4e00-\u9fff]$/.test(before) && /^[\u3040-\u30ff\u4e00-\u9fff]/.test(after)
      ? ''
      : ' ';
  if (left[2] === '\u00ad') return 'drop';
  const right = /^\p{L}+/u.exec(after)?.[0] ?? '';
  if (right === '') return ' ';
  const compound = `${left[1]}-${right}`.toLowerCase();
  if (known.has(compound) || /^\p{Lu}/u.test(right)) return '';
  return 'drop';
}

/** Words with a hyphen within, as they stand inside lines. */
export function hyphenatedWords(lines: readonly Line[]): Set<string> {
  return new Set(lines.flatMap(({ text }) => text.toLowerCase().match(/\p{L}+-\p{L}+/gu) ?? []));
}
