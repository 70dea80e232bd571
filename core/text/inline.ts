import { isSpan, MARKS, type Inline, type Mark, type Span } from './block.ts';

/** The characters of inline content; atoms count nothing. */
export function inlineText(content: readonly Inline[]): string {
  let text = '';
  for (const inline of content) if (isSpan(inline)) text += inline.text;
  return text;
}

/** Length of the characters in UTF-16 units. */
export function inlineLength(content: readonly Inline[]): number {
  let length = 0;
  for (const inline of content) if (isSpan(inline)) length += inline.text.length;
  return length;
}

export function sameMarks(a: Span, b: Span): boolean {
  if (a.link !== b.link) return false;
  const left = a.marks ?? [];
  const right = b.marks ?? [];
  return left.length === right.length && left.every((mark, i) => mark === right[i]);
}

/** Marks in their canonical order without doubles; undefined for none, as a span wants it. */
export function orderedMarks(marks: Iterable<Mark>): readonly Mark[] | undefined {
  const present = new Set(marks);
  const ordered = MARKS.filter((mark) => present.has(mark));
  return ordered.length > 0 ? ordered : undefined;
}

export function span(text: string, marks?: Iterable<Mark>, link?: string): Span {
  const ordered = marks ? orderedMarks(marks) : undefined;
  return { text, ...(ordered ? { marks: ordered } : {}), ...(link !== undefined ? { link } : {}) };
}

/** Canonical content: no empty spans, neighbours with the same marks joined. */
export function normalInline(content: readonly Inline[]): readonly Inline[] {
  const result: Inline[] = [];
  for (const inline of content) {
    if (!isSpan(inline)) {
      result.push(inline);
      continue;
    }
    if (inline.text === '') continue;
    const last = result.at(-1);
    if (last && isSpan(last) && sameMarks(last, inline)) {
      result[result.length - 1] = { ...last, text: last.text + inline.text };
    } else {
      result.push(inline);
    }
  }
  return result;
}

/**
 * The content between two offsets (UTF-16 units, half-open). An atom belongs to the slice when it stands after
 * `from` and not after `to`, or right at the start of the content when `from` is 0: so adjoining slices share
 * no atom and lose none, and a note's mark goes with the word that it follows.
 */
export function sliceInline(content: readonly Inline[], from: number, to: number): readonly Inline[] {
  const result: Inline[] = [];
  let offset = 0;
  for (const inline of content) {
    if (!isSpan(inline)) {
      if ((offset > from || (offset === 0 && from === 0)) && offset <= to) result.push(inline);
      continue;
    }
    const start = Math.max(from - offset, 0);
    const end = Math.min(to - offset, inline.text.length);
    if (start < end) result.push({ ...inline, text: inline.text.slice(start, end) });
    offset += inline.text.length;
  }
  return result;
}
