/**
 * `npm run corpora`: how well inputs come in that nobody of ours wrote. Runs where `../shared/corpora` is present;
 * its figures are printed, with each case that falls short. Fails where words are lost.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runClipboard } from './clipboard.ts';
import { fileFigures } from './files.ts';

const corpora = join(import.meta.dirname, '../../../shared/corpora');
const print = (line: string) => console.log(line);

if (existsSync(corpora)) {
  let sound = runClipboard(corpora, print);
  for (const { name, files, read, whole, notes } of await fileFigures(corpora)) {
    print(`${name}: ${files} files, ${read} with text, ${whole} of them whole`);
    for (const note of notes) print(`  ${note}`);
    if (/docx|eml$/.test(name) && whole < read) sound = false;
  }
  process.exitCode = sound ? 0 : 1;
} else print(`There is nothing at ${corpora}.`);
