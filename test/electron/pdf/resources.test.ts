import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { copyPrintResources } from '../../../build/print-resources.ts';
import { FONTS } from '../../../electron/pdf/fonts.ts';
import { loadPrintResources } from '../../../electron/pdf/resources.ts';

// A busy machine may take its time.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const folder = mkdtempSync(join(tmpdir(), 'pamphleteer-print-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('what pages are set with', () => {
  it('is the same in a build as in a checkout', () => {
    copyPrintResources(folder);
    const [built, source] = [loadPrintResources(folder), loadPrintResources()];
    expect([...built.templates.keys()].sort()).toEqual([...source.templates.keys()].sort());
    for (const [name, content] of source.templates)
      expect(built.templates.get(name)?.equals(content)).toBe(true);
    expect(built.fonts.map(({ font }) => font)).toEqual(source.fonts.map(({ font }) => font));
    source.fonts.forEach(({ data }, i) => expect(built.fonts[i]?.data.equals(data)).toBe(true));
  });
  it('brings the licence of every family', () => {
    const licences = readdirSync(join(folder, 'fonts')).filter((name) => name.endsWith('.txt'));
    expect(licences).toHaveLength(new Set(FONTS.map(({ family }) => family)).size);
  });
  it('is missed in words that name the file', () => {
    expect(() => loadPrintResources(join(folder, 'nowhere'))).toThrow(/nowhere/);
  });
});
