/** What Poppler's tools say about a PDF. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

function run(tool: string, pdf: Uint8Array, before: readonly string[], after: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'pamphleteer-pdf-'));
  try {
    const path = join(folder, 'pages.pdf');
    writeFileSync(path, pdf);
    return execFileSync(tool, [...before, path, ...after], { encoding: 'utf8', maxBuffer: 1 << 28 });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The text of each page, in reading order; or line by line as it stands on the page. */
export function pageTexts(pdf: Uint8Array, as: 'reading' | 'layout' = 'reading'): readonly string[] {
  // Poppler marks right-to-left runs by controls that aren't in the text.
  return run('pdftotext', pdf, as === 'layout' ? ['-layout'] : [], ['-'])
    .replace(/[\u202a-\u202e]/g, '')
    .split('\f')
    .slice(0, -1);
}

export function info(pdf: Uint8Array): ReadonlyMap<string, string> {
  const lines = run('pdfinfo', pdf, [], []).split('\n');
  return new Map(lines.map((line) => [line.split(':')[0] ?? '', line.replace(/^[^:]*:\s*/, '')]));
}

/** The tree of tags, indented. */
export function structure(pdf: Uint8Array): string {
  return run('pdfinfo', pdf, ['-struct'], []);
}

export interface EmbeddedFont {
  readonly name: string;
  readonly embedded: boolean;
  readonly hasText: boolean;
}
export function fonts(pdf: Uint8Array): readonly EmbeddedFont[] {
  return run('pdffonts', pdf, [], [])
    .split('\n')
    .slice(2)
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [embedded, , hasText] = line.trim().split(/\s+/).slice(-5);
      return { name: line.split(/\s+/)[0] ?? '', embedded: embedded === 'yes', hasText: hasText === 'yes' };
    });
}
