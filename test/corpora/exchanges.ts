/** Long letters as plain text: whole, in their paragraphs, and each paragraph quotable with the quotes of a typewriter. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { locate } from '../../core/anchoring/locate.ts';
import { countingIds } from '../../core/document/id.ts';
import { importText } from '../../core/import/text.ts';
import { blockText, canonicalText } from '../../core/text/canonical.ts';
import type { Row } from './figures.ts';

const bare = (text: string) => text.replace(/[\s\ufeff]+/g, '');

/** Without what plain text draws: the marks of quoting at the beginnings of lines, and lines of strokes. */
const undrawn = (source: string) =>
  source.replace(/^(?:> ?)+/gm, '').replace(/^\s*([-*_=~])(?:\s*\1){2,}\s*$/gm, '\n');

/** As one copies from a book by hand. */
const retyped = (text: string) =>
  text
    .replace(/[“”]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/ ?— ?/g, ' -- ')
    .replace(/\u00a0/g, ' ');

const FEWEST_LETTERS = 40;
const QUOTED = 160;

export function exchangeRows(corpora: string): Row[] {
  const folder = join(corpora, '08-exchanges');
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.txt') && name !== 'SOURCE.txt')
    .sort();
  const notes: string[] = [];
  let [whole, parted, quotable, quoted] = [0, 0, 0, 0];
  for (const name of files) {
    const source = readFileSync(join(folder, name), 'utf8');
    const plain = undrawn(source);
    const blocks = importText(source, countingIds('b')).blocks.filter(({ type }) => type !== 'rule');
    const text = canonicalText(blocks);
    if (bare(text) === bare(plain)) whole++;
    else notes.push(`DIFFERS  ${name}: words`);
    const paragraphs = plain.split(/\r?\n(?:[ \t]*\r?\n)+/).filter((each) => each.trim() !== '');
    const same =
      paragraphs.length === blocks.length &&
      blocks.every((block, i) => bare(blockText(block)) === bare(paragraphs[i] ?? ''));
    if (same) parted++;
    else notes.push(`DIFFERS  ${name}: ${blocks.length} blocks of ${paragraphs.length} paragraphs`);
    for (const block of blocks) {
      const words = blockText(block);
      if (words.length < FEWEST_LETTERS) continue;
      quotable++;
      const passage = words.slice(0, QUOTED).replace(/\s+\S*$/, '');
      const found = locate(text, [{ type: 'TextQuoteSelector', exact: retyped(passage) }]);
      if (found && bare(text.slice(found.start, found.end)) === bare(passage)) quoted++;
      else notes.push(`DIFFERS  ${name}: “${passage.slice(0, 50)}…” isn’t found as retyped`);
    }
  }
  return [
    { part: '08-exchanges', what: 'words whole', good: whole, of: files.length, notes, asked: 100 },
    { part: '08-exchanges', what: 'paragraphs as in the file', good: parted, of: files.length },
    { part: '08-exchanges', what: 'passages found as retyped', good: quoted, of: quotable },
  ];
}
