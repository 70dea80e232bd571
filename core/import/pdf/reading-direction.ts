/**
 * Runs of a page as if all of it were read from left to right: pages that are read from right to left are mirrored,
 * and within a line what runs the other way is turned around in its own place. What comes after then needs to know
 * of one direction only.
 */
import { prevailing, type Direction } from '../direction.ts';
import type { Page, Run } from './page.ts';

export function inReadingOrder({ runs, width }: Pick<Page, 'runs' | 'width'>): readonly Run[] {
  let balance = 0;
  let mirrored = false;
  for (const { text } of runs) {
    const own = prevailing(text);
    if (own === 'rtl') mirrored = true;
    if (own) balance += own === 'rtl' ? text.length : -text.length;
  }
  if (!mirrored) return runs;
  const base: Direction = balance > 0 ? 'rtl' : 'ltr';
  const seen = base === 'rtl' ? runs.map((run) => reflected(run, 0, width)) : runs;
  return lines(seen).flatMap((line) => withTurned(line, base));
}

function reflected(run: Run, from: number, to: number): Run {
  return { ...run, left: from + to - run.right, right: from + to - run.left };
}

/** Runs on the same base line, from left to right. */
function lines(runs: readonly Run[]): Run[][] {
  const made: Run[][] = [];
  for (const run of [...runs].sort((a, b) => a.base - b.base)) {
    const open = made.at(-1);
    const last = open?.at(-1);
    if (open && last && run.base - last.base < last.size * 0.4) open.push(run);
    else made.push([run]);
  }
  return made.map((line) => line.sort((a, b) => a.left - b.left));
}

/** The line with each stretch that runs against `base` reflected within its own bounds. */
function withTurned(line: readonly Run[], base: Direction): readonly Run[] {
  const result = [...line];
  let first = -1;
  let last = -1;
  const turn = () => {
    if (first >= 0 && last > first) {
      const [from, to] = [result[first]?.left ?? 0, result[last]?.right ?? 0];
      for (let i = first; i <= last; i++) result[i] = reflected(result[i] as Run, from, to);
    }
    first = -1;
  };
  line.forEach((run, i) => {
    const own = directionOfRun(run);
    if (own === base) turn();
    else if (own !== undefined) {
      if (first < 0) first = i;
      last = i;
    }
  });
  turn();
  return result.sort((a, b) => a.left - b.left);
}

/** Numbers run from left to right everywhere; undefined for marks and white space. */
function directionOfRun({ text }: Run): Direction | undefined {
  return prevailing(text) ?? (/\d/.test(text) ? 'ltr' : undefined);
}
