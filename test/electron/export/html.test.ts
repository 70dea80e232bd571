import { copyFile, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publish } from '../../../core/export/publish.ts';
import { fontFiles, fontsFor } from '../../../electron/export/fonts.ts';
import { exportHtml } from '../../../electron/export/html.ts';
import { paragraphs, project } from '../../core/derived/quillhaven.ts';
import { hostile } from '../../core/export/hostile.ts';
import { pamphlet } from '../../core/export/library.ts';

const familiesOf = async (...texts: string[]) => {
  const fonts = await fontsFor(publish(project({ introduction: paragraphs('i', ...texts) })));
  return [...new Set(fonts.map(({ family }) => family))];
};

/** Milliseconds: cutting a font takes a tenth of a second, but of a machine that does little else. */
const PATIENCE = 60_000;

describe('the fonts of a page', { timeout: PATIENCE }, () => {
  it.each([
    ['Latin, Greek and Cyrillic', 'Ναί, да, yes.', ['Source Serif 4', 'Inter']],
    ['Hebrew', 'הספרייה', ['Source Serif 4', 'Inter', 'Noto Serif Hebrew']],
    ['Arabic', 'المكتبة', ['Source Serif 4', 'Inter', 'Amiri']],
  ])('for %s are those that it needs', async (_, text, families) => {
    expect(await familiesOf(text)).toEqual(families);
  });

  it('are small WOFF2 files with the characters of the text alone', async () => {
    const fonts = await fontsFor(publish(project({ introduction: paragraphs('i', 'The library.') })));
    for (const { base64, mediaType } of fonts) {
      const bytes = Buffer.from(base64, 'base64');
      expect(mediaType).toBe('font/woff2');
      expect(bytes.subarray(0, 4).toString('latin1')).toBe('wOF2');
      expect(bytes.length).toBeLessThan(40_000);
    }
  });
});

describe('an exported page', { timeout: PATIENCE }, () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'fonts-'));
    for (const { name, path } of fontFiles()) await copyFile(path, join(folder, name));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('is the same bytes each time, wherever the fonts lie', async () => {
    const pictures = new Map([['door', Uint8Array.of(137, 80, 78, 71)]]);
    const page = await exportHtml(pamphlet, pictures);
    expect(await exportHtml(structuredClone(pamphlet), pictures, folder)).toBe(page);
    expect(page).toContain('src="data:image/png;base64,iVBORw=="');
    expect(page.startsWith('<!doctype html>')).toBe(true);
  });

  it('is made of hostile texts and of a language that isn’t one', async () => {
    expect(await exportHtml(hostile(pamphlet), new Map())).toContain('</html>');
  });

  it('says which font file is missing', async () => {
    const [first] = await readdir(folder);
    expect(first).toMatch(/\.ttf$/);
    await expect(exportHtml(pamphlet, new Map(), join(folder, 'nowhere'))).rejects.toThrow(/\.ttf/);
  });
});
