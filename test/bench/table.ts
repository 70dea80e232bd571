/** Prints what was measured. */

export interface Row {
  readonly what: string;
  readonly values: readonly string[];
}

const PLACES = 1;

export function ms(value: number): string {
  return Number.isFinite(value) ? `${value.toFixed(value < 100 ? PLACES : 0)} ms` : 'not measured';
}

export function ratio(value: number, to: number): string {
  return Number.isFinite(value / to) ? `× ${(value / to).toFixed(2)}` : '';
}

/** Columns as wide as what stands in them; the first to the left, the others to the right. */
export function printTable(head: readonly string[], rows: readonly Row[]): void {
  const cells = [[...head], ...rows.map(({ what, values }) => [what, ...values])];
  const widths = head.map((_, i) => Math.max(...cells.map((row) => row[i]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
      .join('   ')
      .trimEnd();
  const [first = [], ...rest] = cells;
  console.log(`\n${line(first)}\n${widths.map((width) => '-'.repeat(width)).join('   ')}`);
  for (const row of rest) console.log(line(row));
}
