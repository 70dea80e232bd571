/**
 * `npm run corpora`: how well inputs come in that nobody of ours wrote. Runs where `../shared/corpora` is present, and
 * is no part of `npm test`. Prints each case that falls short, then one table; fails where less is reached than a
 * part asks.
 */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { printTable } from '../bench/table.ts';
import { anchoringRows } from './anchoring.ts';
import { clipboardRows } from './clipboard.ts';
import { exchangeRows } from './exchanges.ts';
import { percent, type Row } from './figures.ts';
import { fileRows } from './files.ts';
import { hostileRows } from './hostile.ts';
import { stringRows } from './strings.ts';

const corpora = resolve(process.argv[2] ?? resolve(import.meta.dirname, '../../../shared/corpora'));

function told(row: Row): string {
  if (row.asked === undefined) return '';
  return percent(row) < row.asked ? `FALLS SHORT of ${row.asked} %` : `asked ${row.asked} %`;
}

if (!existsSync(corpora)) {
  console.log(`There are no corpora at ${corpora}, so nothing was measured.`);
  console.log('They are no part of the repository; put them there, or name their folder.');
} else {
  const rows = [
    ...clipboardRows(corpora),
    ...(await fileRows(corpora)),
    ...(await hostileRows(corpora)),
    ...anchoringRows(corpora),
    ...stringRows(corpora),
    ...exchangeRows(corpora),
  ];
  for (const { part, what, notes = [] } of rows) {
    if (notes.length > 0) console.log(`\n${part}, ${what}:`);
    for (const note of notes) console.log(`  ${note}`);
  }
  printTable(
    ['', 'what', 'good', 'of', '%', ''],
    rows.map((row) => ({
      what: row.part,
      values: [row.what, String(row.good), String(row.of), percent(row).toFixed(1), told(row)],
    })),
  );
  if (rows.some((row) => row.asked !== undefined && percent(row) < row.asked)) process.exitCode = 1;
}
