/** One letter, written for this test and saved by LibreOffice 7.4 in each of its forms. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { countingIds } from '../../../core/document/id.ts';
import { importFile } from '../../../core/import/file.ts';
import type { Block } from '../../../core/text/block.ts';
import { sketch } from './sketch.ts';

const folder = join(import.meta.dirname, '../../fixtures/letters');

async function read(name: string): Promise<readonly Block[]> {
  const result = await importFile({ name, bytes: readFileSync(join(folder, name)) }, countingIds('b'));
  if (!result.ok) throw new Error(result.failure.message);
  return result.imported.blocks;
}

/** Without the ids, which differ. */
const form = (blocks: readonly Block[]) => sketch(blocks).map((line) => line.replace(/\bb\d+\b/g, 'b'));

describe('the same letter', async () => {
  const flat = form(await read('report.fodt'));
  it('has all its parts', () => {
    expect(flat.map((line) => line.slice(0, 30))).toEqual([
      'h1: Report on the Library',
      'p: Quillhaven, 3 May 2026',
      'p: Dear Mrs Ferris,',
      'h2: The lamp',
      'p: The lamp over the door has ',
      'p: We have asked the harbour m',
      'h2: The stove',
      'p: The stove smokes when the w',
      'p: A new pipe would cost four ',
      'p: It was said in the hall tha',
      'h2: What we ask',
      'decimal 1: That the lamp be li',
      'decimal 1: That the stove be m',
      'p: A library is a promise made',
      'p: Yours faithfully,',
      'p: Ada Quill',
      'note b 1: Minutes of the counc',
    ]);
  });
  it.each(['report.odt', 'report.docx'])('is the same from %s', async (name) => {
    expect(form(await read(name))).toEqual(flat);
  });
  it('is the same from report.pdf, but for lines whose parting a page doesn’t tell', async () => {
    const blocks = await read('report.pdf');
    const joined = (lines: readonly string[]) => lines.join('\n').replaceAll('⏎', '\np: ');
    expect(joined(form(blocks))).toEqual(joined(flat));
    expect(new Set(blocks.map(({ page }) => page))).toEqual(new Set(['1', '2']));
  });
});
