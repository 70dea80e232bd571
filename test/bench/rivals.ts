/** Other editors with the same text, in a window of the same runtime: what the app's keys are compared with. */
import { _electron } from '@playwright/test';
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import type { Project } from '../../core/document/project.ts';
import type { RichText } from '../../core/text/block.ts';
import { blockText, rangeByBlock } from '../../core/text/canonical.ts';
import { electronArguments } from '../../build/runtime/launch.ts';
import { measureKeys, settled, type KeyCost } from './keys.ts';

export const RIVALS = ['contenteditable', 'codemirror'] as const;
export type Rival = (typeof RIVALS)[number];

const sources = join(import.meta.dirname, 'rivals');

/** Builds the pages into a folder, with the letter's text and its passages, and with an answer's text. */
export async function buildRivals(folder: string, project: Project): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const file of ['main.js', 'package.json']) await copyFile(join(sources, file), join(folder, file));
  await build({
    configFile: false,
    root: sources,
    base: './',
    logLevel: 'error',
    build: {
      outDir: join(folder, 'page'),
      target: 'chrome130',
      rolldownOptions: { input: join(sources, 'page.html') },
    },
  });
  const letter = project.letters[0]?.blocks ?? [];
  const answer = project.sections[0]?.points[0]?.answer ?? [];
  for (const [name, text, marks] of [
    ['letter', letter, marksOf(project, letter)],
    ['answer', answer, []],
  ] as const) {
    const data = { paragraphs: text.map(blockText), marks };
    await writeFile(join(folder, `page/${name}.js`), `globalThis.data = ${JSON.stringify(data)};\n`);
  }
}

/** Stretches that don't overlap, in order. */
function marksOf(project: Project, text: RichText): readonly (readonly [number, number, number])[] {
  const marks = project.highlights
    .flatMap(({ ranges }) => ranges.flatMap((range) => rangeByBlock(text, range)))
    .map(({ index, from, to }) => [index, from, to] as const)
    .sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  return marks.filter(([at, from], i) => {
    const last = marks[i - 1];
    return !last || last[0] !== at || last[2] <= from;
  });
}

/** Types into one of them; `text` is "letter" or "answer". */
export async function measureRival(
  executable: string,
  folder: string,
  rival: Rival,
  text: 'letter' | 'answer',
): Promise<KeyCost> {
  await copyFile(join(folder, `page/${text}.js`), join(folder, 'page/data.js'));
  const url = `${pathToFileURL(join(folder, 'page/page.html')).href}?editor=${rival}`;
  const switches = electronArguments();
  const app = await _electron.launch({
    executablePath: executable,
    args: [...switches, folder, `--user-data-dir=${join(folder, 'profile')}`],
    env: { ...(process.env as Record<string, string>), RIVAL_PAGE: url },
    chromiumSandbox: !switches.includes('--no-sandbox'),
  });
  try {
    const page = await app.firstWindow();
    await page.waitForSelector('body[data-ready]');
    await settled(page);
    return await measureKeys(page);
  } finally {
    await app.close();
  }
}
