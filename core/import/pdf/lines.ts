/** Runs to lines, lines to reading order: first columns are found, then each is read from top to bottom. */
import type { Page, Run } from './page.ts';
import { inReadingOrder } from './reading-direction.ts';

export interface Line {
  readonly page: number;
  readonly runs: readonly Run[];
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly base: number;
  /** Of most of its characters. */
  readonly size: number;
  /** Bounds of the column that it stands in. */
  readonly column: { readonly left: number; readonly right: number };
  /** Where it has gaps as wide as between columns: what stands between them, from the beginning on. */
  readonly cells?: readonly Cell[];
}

type Fragment = Omit<Line, 'column'>;
export type Cell = Omit<Fragment, 'cells'>;

/** The lines of a page in the order in which they are read. */
export function linesOf(page: Page): Line[] {
  return ordered(fragmentsOf({ ...page, runs: inReadingOrder(page) }));
}

/** The same lines, their columns as wide as those of other pages that begin at the same place: a last page is often short. */
export function withSharedColumns(pages: readonly (readonly Line[])[]): Line[][] {
  const counts = new Map<Line['column'], number>();
  for (const { column } of pages.flat()) counts.set(column, (counts.get(column) ?? 0) + 1);
  const rights = new Map<number, number>();
  const key = (line: Line) => Math.round(line.column.left / 4);
  for (const line of pages.flat()) {
    // A title across the page is no column.
    if ((counts.get(line.column) ?? 0) >= 4)
      rights.set(key(line), Math.max(rights.get(key(line)) ?? 0, line.column.right));
  }
  return pages.map((lines) =>
    lines.map((line) => {
      // A column with enough lines has its own edge: margins differ from page to page.
      const shared = (counts.get(line.column) ?? 0) >= 10 ? 0 : (rights.get(key(line)) ?? 0);
      return { ...line, column: { ...line.column, right: Math.max(line.column.right, shared) } };
    }),
  );
}

/** Times the size of the type: from here on room between words parts columns. */
const GAP = 1.2;

/** Runs that stand in a row, without a gap as wide as between columns. */
function fragmentsOf({ index, runs }: Page): Fragment[] {
  const fragments: Run[][] = [];
  for (const run of runs) {
    // White space as wide as a gap is one.
    if (run.text.trim() === '' && run.right - run.left >= run.size * GAP) continue;
    const open = fragments.at(-1);
    const last = open?.at(-1);
    if (open && last && follows(open, last, run)) open.push(run);
    else fragments.push([run]);
  }
  return joinedOnLine(
    fragments.flatMap((each) => {
      const held = trimmedRuns(each);
      return held.length > 0 ? [fragmentOf(index, held)] : [];
    }),
  );
}

function follows(open: readonly Run[], last: Run, run: Run): boolean {
  const size = Math.max(...open.map((each) => each.size));
  const main = open.find((each) => each.size === size) ?? last;
  const gap = run.left - last.right;
  return Math.abs(run.base - main.base) < size * 0.55 && gap > -size * 0.8 && gap < size * GAP;
}

/** Fragments on one base line that stand near each other but not one after the other in the file. */
function joinedOnLine(fragments: readonly Fragment[]): Fragment[] {
  const sorted = [...fragments].sort((a, b) => a.base - b.base || a.left - b.left);
  const result: Fragment[] = [];
  for (const fragment of sorted) {
    const at = result.findLastIndex(
      (other) =>
        Math.abs(other.base - fragment.base) < other.size * 0.5 &&
        fragment.left - other.right < other.size * GAP &&
        fragment.left - other.right > -other.size * 0.3,
    );
    const other = result[at];
    if (other) result[at] = fragmentOf(fragment.page, [...other.runs, ...fragment.runs]);
    else result.push(fragment);
  }
  return result;
}

/** Without white space at the ends and with the width of white space between runs made a space. */
function trimmedRuns(runs: readonly Run[]): Run[] {
  let from = 0;
  let to = runs.length;
  while (from < to && runs[from]?.text.trim() === '') from++;
  while (to > from && runs[to - 1]?.text.trim() === '') to--;
  return runs.slice(from, to);
}

function fragmentOf(page: number, runs: readonly Run[]): Fragment {
  const sizes = new Map<number, number>();
  for (const { size, text } of runs) sizes.set(size, (sizes.get(size) ?? 0) + text.trim().length);
  const size = [...sizes].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 10;
  const main = runs.find((run) => run.size === size) ?? runs[0];
  return {
    page,
    runs: spaced(runs, size),
    text: spaced(runs, size)
      .map(({ text }) => text)
      .join('')
      .replace(/\s+/g, ' ')
      .trim(),
    left: Math.min(...runs.map((run) => run.left)),
    right: Math.max(...runs.map((run) => run.right)),
    base: main?.base ?? 0,
    size,
  };
}

function spaced(runs: readonly Run[], size: number): Run[] {
  return runs.map((run, i) => {
    const before = runs[i - 1];
    if (!before || run.left - before.right < size * 0.17) return run;
    return /\s$/.test(before.text) || /^\s/.test(run.text) ? run : { ...run, text: ` ${run.text}` };
  });
}

/** Reading order by the page's gutters; where there is none, from top to bottom. */
function ordered(fragments: readonly Fragment[]): Line[] {
  const gutter = gutterOf(fragments);
  if (gutter === undefined) {
    const left = edge(
      fragments.map((each) => each.left),
      'low',
    );
    const right = edge(
      fragments.map((each) => each.right),
      'high',
    );
    const column = { left, right };
    return rows(fragments).map((line) => ({ ...line, column }));
  }
  const spans = fragments
    .filter((each) => each.left < gutter && each.right > gutter)
    .sort((a, b) => a.base - b.base);
  const result: Line[] = [];
  let from = -Infinity;
  for (const border of [...spans, undefined]) {
    const to = border?.base ?? Infinity;
    const band = fragments.filter((each) => each.base > from && each.base < to && !spans.includes(each));
    result.push(...ordered(band.filter((each) => each.right <= gutter)));
    result.push(...ordered(band.filter((each) => each.left >= gutter)));
    if (border) result.push({ ...border, column: { left: border.left, right: border.right } });
    from = to;
  }
  return result;
}

/** Fragments of one base line, such as a table's cells, become one line. */
function rows(fragments: readonly Fragment[]): Fragment[] {
  const sorted = [...fragments].sort((a, b) => a.base - b.base || a.left - b.left);
  const result: Fragment[] = [];
  for (const fragment of sorted) {
    const last = result.at(-1);
    if (last && Math.abs(last.base - fragment.base) < last.size * 0.4) {
      const cells = [...(last.cells ?? [last]), fragment].sort((a, b) => a.left - b.left);
      const runs = cells.flatMap((cell) => cell.runs);
      result[result.length - 1] = { ...fragmentOf(fragment.page, runs), cells };
    } else result.push(fragment);
  }
  return result;
}

/**
 * Where the page is parted into columns, or undefined: a vertical line that few fragments cross, with lines of
 * running text, not a table's short cells, on both sides and side by side.
 */
function gutterOf(fragments: readonly Fragment[]): number | undefined {
  if (fragments.length < 8) return undefined;
  const left = Math.min(...fragments.map((each) => each.left));
  const right = Math.max(...fragments.map((each) => each.right));
  let best: { at: number; crossing: number } | undefined;
  const edges = [...new Set(fragments.map((each) => Math.round(each.left) - 2))].sort((a, b) => a - b);
  for (const at of edges) {
    if (at < left + (right - left) * 0.2 || at > right - (right - left) * 0.2) continue;
    const before = fragments.filter((each) => each.right <= at + 1);
    const after = fragments.filter((each) => each.left >= at - 1);
    const crossing = fragments.length - before.length - after.length;
    if (crossing > fragments.length * 0.25 || !isText(before) || !isText(after)) continue;
    if (sideBySide(before, after) < 4) continue;
    if (!best || crossing < best.crossing) best = { at, crossing };
  }
  return best?.at;
}

function isText(fragments: readonly Fragment[]): boolean {
  const long = fragments.filter(({ text }) => text.length >= 18);
  return long.length >= 4 && long.length >= fragments.length * 0.5;
}

function sideBySide(before: readonly Fragment[], after: readonly Fragment[]): number {
  const top = Math.max(
    Math.min(...before.map((each) => each.base)),
    Math.min(...after.map((each) => each.base)),
  );
  const bottom = Math.min(
    Math.max(...before.map((each) => each.base)),
    Math.max(...after.map((each) => each.base)),
  );
  return before.filter(({ base }) => base >= top - 1 && base <= bottom + 1).length;
}

/** The value near the low or the high end that a good part of all share, so that one stray line doesn't count. */
export function edge(values: readonly number[], end: 'low' | 'high'): number {
  const sorted = [...values].sort((a, b) => (end === 'low' ? a - b : b - a));
  return sorted[Math.floor(sorted.length * 0.05)] ?? 0;
}
