import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { copyPrintResources } from '../../../build/print-resources.ts';
import { FONTS } from '../../../electron/pdf/fonts.ts';
import { loadPrintResources } from '../../../electron/pdf/resources.ts';

const folder = mkdtempSync(join(tmpdir(), 'pamphleteer-print-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('what pages are set with', () => {
  it('is the same in a build as in a checkout', () => {
    copyPrintResources(folder);
    expect(loadPrintResources(folder)).toEqual(loadPrintResources());
  });
  it('brings the licence of every family', () => {
    const licences = readdirSync(join(folder, 'fonts')).filter((name) => name.endsWith('.txt'));
    expect(licences).toHaveLength(new Set(FONTS.map(({ family }) => family)).size);
  });
  it('is missed in words that name the file', () => {
    expect(() => loadPrintResources(join(folder, 'nowhere'))).toThrow(/nowhere/);
  });
});
