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
    return execFileSync(tool, [...before, path, ...after], {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      // Poppler's remarks on entries newer than it knows.
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The text of each page, in reading order. */
export function pageTexts(pdf: Uint8Array): readonly string[] {
  return run('pdftotext', pdf, [], ['-']).split('\f').slice(0, -1);
}

/** The text of each page, line by line as it stands there. */
export function pageLines(pdf: Uint8Array): readonly string[] {
  return run('pdftotext', pdf, ['-layout'], ['-']).split('\f').slice(0, -1);
}

/** Words that stand, in part, beyond the edges of their page. */
export function wordsOffThePage(pdf: Uint8Array): readonly string[] {
  const pages = run('pdftotext', pdf, ['-bbox'], ['-']).split('<page ').slice(1);
  return pages.flatMap((page) => {
    const [width = 0, height = 0] = [...page.matchAll(/(?:width|height)="([\d.]+)"/g)].map((m) =>
      Number(m[1]),
    );
    const words = page.matchAll(
      /xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">([^<]*)/g,
    );
    return [...words].flatMap(([, left, top, right, bottom, word]) =>
      Number(left) < 0 || Number(top) < 0 || Number(right) > width || Number(bottom) > height - 20
        ? [word ?? '']
        : [],
    );
  });
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
