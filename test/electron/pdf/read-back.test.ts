/** Pages that the typesetter made, read as a letter again: what stands on them comes back in the order of reading. */
import { describe, expect, it } from 'vitest';
import { countingIds } from '../../../core/document/id.ts';
import { emptyProject, type Project } from '../../../core/document/project.ts';
import { printData } from '../../../core/export/print-data.ts';
import { publish } from '../../../core/export/publish.ts';
import { importFile } from '../../../core/import/file.ts';
import type { Block, RichText } from '../../../core/text/block.ts';
import { blockText } from '../../../core/text/canonical.ts';
import { NativeTypesetter } from '../../../electron/pdf/native.ts';

async function readBack(language: string, direction: 'ltr' | 'rtl', introduction: RichText) {
  const empty = emptyProject('p', language, []);
  const project: Project = {
    ...empty,
    settings: { ...empty.settings, language, direction },
    front: { ...empty.front, title: 'Q' },
    introduction,
  };
  const set = await new NativeTypesetter().compile({
    data: printData(publish(project)),
    assets: new Map(),
    pdfStandard: 'plain',
  });
  if (!set.ok) throw new Error(set.problems.map(({ raw }) => raw).join());
  const result = await importFile({ name: 'a.pdf', bytes: new Uint8Array(set.pdf) }, countingIds('b'));
  return result.ok ? result.imported.blocks.map(blockText) : [result.failure.code];
}

const paragraph = (id: string, text: string): Block => ({ id, type: 'paragraph', content: [{ text }] });

const HEBREW =
  'הספרייה שייכת לכולנו, ולא למועצה לבדה. המנורה שמעל הדלת כבויה מאז שנסגר הבנק בשנת 1921, ואיש לא הדליק אותה שוב, אף שהוועדה החליטה באביב שתדלק בכל ערב.';
const MIXED = 'המנורה שמעל הדלת, in English the lamp over the door, כבויה.';
const ENGLISH =
  'The lamp over the door, which the old board called המנורה שמעל הדלת in its minutes of 1921, has been out since the bank closed.';

describe('lines that are read from right to left', () => {
  it('come back in order, with numbers and other tongues within them', async () => {
    const blocks = await readBack('he', 'rtl', [paragraph('a', HEBREW), paragraph('b', MIXED)]);
    expect(blocks).toEqual(expect.arrayContaining([HEBREW, MIXED]));
  });
  it('come back in order within lines that are read from left to right', async () => {
    const blocks = await readBack('en', 'ltr', [paragraph('a', ENGLISH)]);
    expect(blocks).toEqual(expect.arrayContaining([ENGLISH]));
  });
});
