/** The whole way of a pamphlet: from two pasted letters to pages that could be handed to a stranger. */
import axe from 'axe-core';
import { expect, test, type Page } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { convertToHtml } from 'mammoth';
import { parse } from 'parse5';
import type { Project } from '../../../core/document/project.ts';
import { withClipboard } from '../support/clipboard.ts';
import * as desk from '../support/desk.ts';
import { answerDialogs } from '../support/dialogs.ts';
import { inMain } from '../support/in-main.ts';
import { launchApp, type RunningApp } from '../support/launch.ts';
import { comment, statement, type Copied } from '../support/letters.ts';
import { clickMenu, menuItem, watchMenu } from '../support/menu.ts';

/** More steps than the journey has. */
const MANY = 150;

async function pasteAndDescribe(
  { app, window }: RunningApp,
  copied: Copied,
  fields: Readonly<Record<string, string>>,
): Promise<void> {
  const form = desk.dialog(window);
  await withClipboard(app, copied, async () => {
    await window.keyboard.press('Control+v');
    await expect(form).toBeVisible();
  });
  for (const [label, value] of Object.entries(fields)) {
    const field = form.getByLabel(new RegExp(`^${label}`));
    if (label === 'Kind') await field.selectOption(value);
    else await field.fill(value);
  }
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form).toBeHidden();
}

/** A point's title is what its row in the outline is called. */
async function title(window: Page, point: number, words: string): Promise<void> {
  await desk
    .points(window)
    .nth(point - 1)
    .getByLabel(`Title of the point ${point}`)
    .fill(words);
}

const titles = ({ sections }: Project) =>
  sections.flatMap(({ points }) => points.map((point) => point.title));
const outlineRows = (window: Page) => desk.pane(window, 'outline').locator('.point-row .name');

test.describe.configure({ mode: 'serial' });

let running: RunningApp;
let written: Project;
let files: Record<'empty' | 'undone' | 'redone' | 'saved' | 'html' | 'pdf' | 'docx' | 'markdown', string>;
const quotations = [
  'fallen by half since 2019, and the roof will need mending before the winter.',
  'to sell the building to the highest bidder;',
  'nobody counted me on any of them.',
];

test.beforeAll(async ({}, info) => {
  running = await launchApp();
  await watchMenu(running.app);
  const file = (name: string) => info.outputPath(name);
  files = {
    empty: file('empty.pamphlet'),
    undone: file('undone.pamphlet'),
    redone: file('redone.pamphlet'),
    saved: file('the library.pamphlet'),
    html: file('pamphlet.html'),
    pdf: file('pamphlet.pdf'),
    docx: file('pamphlet.docx'),
    markdown: file('pamphlet.md'),
  };
});
test.afterAll(() => running?.close());

test('two letters are pasted, marked, answered and put in order', async () => {
  const { window } = running;
  const { keyboard } = window;
  await desk.newProject(running);
  await desk.saveAs(running, files.empty);

  await test.step('letters', async () => {
    await pasteAndDescribe(running, statement, {
      Title: 'Statement of the council',
      Authors: 'Town Clerk of Quillhaven',
      To: 'All households',
      Date: '2026-05-03',
      Kind: 'statement',
      Link: 'https://council.quillhaven.example/library',
    });
    await pasteAndDescribe(running, comment, {
      Title: 'On the seven steps',
      Authors: 'Nora Vane',
      Code: 'B1',
    });
    const outline = desk.pane(window, 'outline');
    await expect(outline.locator('.letter-row')).toHaveText([
      /A1.*Statement of the council/,
      /B1.*On the seven steps/,
    ]);
    await outline.getByRole('button', { name: /Statement of the council/ }).click();
    const page = desk.letterText(window).locator('article');
    await expect(page.getByRole('heading', { name: 'What we propose' })).toBeVisible();
    await expect(page.locator('.block.item')).toHaveCount(3);
    await expect(page.locator('table tr')).toHaveCount(3);
    await expect(page.locator('em')).toHaveText('fallen by half');
    await expect(page.locator('a')).toHaveAttribute('href', 'https://council.quillhaven.example/figures');
    await expect(page.locator('.note-mark')).toHaveCount(1);
    await expect(window.getByRole('button', { name: /2 things were left out or changed/ })).toBeVisible();
  });

  await test.step('passages', async () => {
    await desk.selectWords(window, 'fallen by half', 'before the winter.');
    await keyboard.press('Enter');
    await expect(desk.points(window)).toHaveCount(1);
    await keyboard.type('It fell in the year of the scaffolding.');
    await title(window, 1, 'The count');

    await desk.mark(window, 2, 'few of them say', 'What we propose'); // across two paragraphs
    await desk.mark(window, 3, 'who is to pay', 'What we propose'); // within it
    await desk.mark(window, 4, 'praise the building', 'few of them say'); // overlaps it
    await expect(desk.brackets(window)).toHaveCount(4);

    await desk.selectWords(window, 'to sell the building', 'bidder;');
    await keyboard.press('a');
    await expect(desk.points(window)).toHaveCount(2);
    await title(window, 2, 'The sale');

    await desk.selectWords(window, 'We have read', 'sent to us.');
    await keyboard.press('n');
    await window.getByRole('textbox', { name: /Private note on/ }).fill('Ask the clerk for the letters.');
    await window.getByRole('button', { name: 'Done' }).click();

    await desk.selectWords(window, 'The decision falls on the second of June.');
    await keyboard.press('w');
    await window.getByRole('textbox', { name: /Leave A1-\d unanswered/ }).fill('A date is no argument.');
    await window.getByRole('button', { name: 'Done' }).click();
    await keyboard.press('Escape');

    await desk
      .pane(window, 'outline')
      .getByRole('button', { name: /On the seven steps/ })
      .click();
    await (await desk.answerOf(window, 1)).click();
    await desk.selectWords(window, 'nobody counted me', 'on any of them.');
    await keyboard.press('q');
    await expect(desk.points(window).nth(0).locator('.quotation')).toHaveCount(2);
    await desk.selectWords(window, 'The clerk counts on Mondays');
    await keyboard.press('Enter');
    await expect(desk.points(window)).toHaveCount(3);
    await title(window, 3, 'Mondays');
  });

  await test.step('words', async () => {
    await keyboard.press('Control+Shift+r');
    const works = desk.dialog(window);
    await works.getByRole('button', { name: 'Add a work' }).click();
    await works.getByLabel('Title').fill('Slates and Gutters');
    await works.getByLabel('Authors').fill('Ivo Tarn');
    await works.getByLabel('Year').fill('1987');
    await works.getByRole('button', { name: 'Done' }).click();
    await expect(works).toBeHidden();

    const answer = await desk.answerOf(window, 2);
    await answer.click();
    await keyboard.type('A building is sold ');
    await keyboard.press('Control+b');
    await keyboard.type('once');
    await keyboard.press('Control+b');
    await keyboard.type(', and then');
    await keyboard.press('Control+Alt+f');
    await expect(window.getByRole('textbox', { name: /^Footnote/ })).toBeFocused();
    await keyboard.type('The mill was sold in 1974.');
    await keyboard.press('Escape');
    await expect(answer).toBeFocused();
    await keyboard.type(' it is gone ');
    await keyboard.type('@Slates');
    await keyboard.press('Enter');
    await expect(answer.locator('.atom.citation')).toHaveCount(1);
    await keyboard.type(' as was said in ');
    await keyboard.type('[[count');
    await keyboard.press('Enter');
    await expect(answer.locator('.atom.cross-reference')).toHaveCount(1);
    await keyboard.type('.');
    await keyboard.press('Enter');
    await keyboard.type('- the stove');
    await keyboard.press('Enter');
    await keyboard.type('the charts');
    await keyboard.press('Enter');
    await keyboard.press('Enter');
    await keyboard.type('> Mend the gutter and you save the house.');
    await expect(answer.locator('strong')).toHaveText('once');
    await expect(answer.locator('.item')).toHaveCount(2);
    await expect(answer).toContainText(/and then1\uFEFF? it is gone/);
    await expect(answer).toContainText('Mend the gutter and you save the house.');
  });

  await test.step('order', async () => {
    const rows = outlineRows(window);
    await expect(rows).toHaveText(['The count', 'The sale', 'Mondays']);
    await keyboard.press('Alt+ArrowUp');
    await expect(rows).toHaveText(['The sale', 'The count', 'Mondays']);
    const from = (await rows.nth(1).boundingBox())!;
    const to = (await rows.nth(0).boundingBox())!;
    await window.mouse.move(from.x + 20, from.y + 8);
    await window.mouse.down();
    await window.mouse.move(from.x + 20, from.y - 4, { steps: 4 });
    await window.mouse.move(to.x + 20, to.y + 4, { steps: 8 });
    await window.mouse.up();
    await expect(rows).toHaveText(['The count', 'The sale', 'Mondays']);
    await rows.nth(2).click();
    await keyboard.press('Alt+ArrowUp');
  });

  await test.step('title page', async () => {
    await keyboard.press('Control+Shift+t');
    const page = desk.dialog(window);
    await page.getByLabel('Title', { exact: true }).fill('The Seven Steps');
    await page.getByLabel('By', { exact: true }).fill('A reader of Quillhaven');
    await page.getByRole('button', { name: 'Done' }).click();
    await expect(page).toBeHidden();
  });
});

test('all of it is undone to the empty project and redone', async () => {
  const { app, window } = running;
  await desk.saveAs(running, files.saved);
  written = await desk.projectIn(files.saved);
  expect(titles(written)).toEqual(['The count', 'The sale', 'Mondays']);
  expect(written.highlights).toHaveLength(9);

  for (let i = 0; i < MANY; i++) await window.keyboard.press('Control+z');
  await expect.poll(async () => (await menuItem(app, 'undo'))?.enabled).toBe(false);
  await desk.saveAs(running, files.undone);
  expect(await desk.projectIn(files.undone)).toEqual(await desk.projectIn(files.empty));

  for (let i = 0; i < MANY; i++) await window.keyboard.press('Control+Shift+z');
  await expect.poll(async () => (await menuItem(app, 'redo'))?.enabled).toBe(false);
  await desk.saveAs(running, files.redone);
  expect(await desk.projectIn(files.redone)).toEqual(written);
});

test('the saved file opens in a new session as it was', async () => {
  await running.close();
  running = await launchApp({ files: [files.redone] });
  await watchMenu(running.app);
  const { window } = running;
  await expect(outlineRows(window)).toHaveText(['The count', 'The sale', 'Mondays']);
  await expect(window.locator('.save-status')).toContainText('saved');
  await desk.saveAs(running, files.saved);
  expect(await desk.projectIn(files.saved)).toEqual(written);
});

async function exportTo(path: string, act: () => Promise<void>): Promise<void> {
  await answerDialogs(running.app, { save: path });
  await act();
  await expect(desk.messages(running.window)).toContainText(`Exported to ${path.split('/').pop()}`, {
    timeout: 60_000,
  });
  await desk.messages(running.window).getByRole('button', { name: 'Dismiss' }).first().click();
}

test('the web page stands alone and can be read by all', async () => {
  const { app, window } = running;
  await exportTo(files.html, () => window.keyboard.press('Control+Shift+e'));
  const html = await readFile(files.html, 'utf8');
  const errors: string[] = [];
  parse(html, { onParseError: ({ code }) => errors.push(code) });
  expect(errors).toEqual([]);
  expect(html).toMatch(/http-equiv="content-security-policy"/i);
  for (const words of quotations) expect(html.replace(/<[^>]+>/g, '')).toContain(words);

  const opened = app.waitForEvent('window');
  await inMain(app)(({ BrowserWindow, session }, url) => {
    const kept = globalThis as { requests?: string[] };
    kept.requests = [];
    const reading = session.fromPartition('reading');
    reading.webRequest.onBeforeRequest((details, decide) => {
      kept.requests?.push(details.url);
      decide({});
    });
    void new BrowserWindow({ show: false, webPreferences: { session: reading, sandbox: true } }).loadURL(url);
  }, pathToFileURL(files.html).href);
  const page = await opened;
  await page.waitForLoadState('load');
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  const requests = await inMain(app)(() => (globalThis as { requests?: string[] }).requests ?? []);
  expect(requests.filter((url) => !url.startsWith('data:'))).toEqual([pathToFileURL(files.html).href]);
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => (globalThis as unknown as { axe: typeof axe }).axe.run());
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  await page.close();
});

const tool = (name: string, ...args: string[]) =>
  execFileSync(name, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });

test('the PDF is tagged, names its pages rightly and holds its fonts', async () => {
  await exportTo(files.pdf, () => running.window.keyboard.press('Control+p'));
  const facts = tool('pdfinfo', files.pdf);
  expect(facts).toMatch(/^Title:\s+The Seven Steps/m);
  expect(facts).toMatch(/^Tagged:\s+yes/m);
  expect(facts).toMatch(/^Page size:\s+419\.5\d* x 595\.2\d* pts/m);

  const fonts = tool('pdffonts', files.pdf).trim().split('\n').slice(2);
  expect(fonts.length).toBeGreaterThan(0);
  // Columns from the right: object number (two), uni, sub, emb.
  for (const font of fonts) expect(font.trim().split(/\s+/).at(-5), font).toBe('yes');

  const pages = tool('pdftotext', '-layout', files.pdf, '-').split('\f').slice(0, -1);
  const flat = (text: string) => text.replace(/[-\u00ad]\n\s*/g, '').replace(/\s+/g, ' ');
  const all = flat(tool('pdftotext', files.pdf, '-'));
  for (const words of quotations) expect(all).toContain(words);

  const lines = pages
    .slice(0, 2)
    .join('\n')
    .matchAll(/^ *(?:[A-Z]?\d+ +)?(\S.*?)(?: \.)* {2,}(\d+)$/gm);
  const entries = [...lines].map(([, name, page]) => ({ name: name!, page: Number(page) }));
  expect(entries.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['The count', 'The sale', 'Mondays']),
  );
  for (const { name, page } of entries) {
    const text = pages[page - 1] ?? '';
    expect(flat(text), `page ${page}`).toContain(name);
    const ends = text.trim().split('\n');
    expect(`${ends[0]} ${ends.at(-1)}`, `folio of page ${page}`).toMatch(new RegExp(`\\b${page}\\b`));
  }

  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const task = getDocument({ data: new Uint8Array(await readFile(files.pdf)), verbosity: 0 });
  const outline = JSON.stringify(
    (await (await task.promise).getOutline()).map(({ title, items }) => [title, items]),
  );
  await task.destroy();
  for (const name of ['The count', 'The sale', 'Mondays', 'Statement of the council'])
    expect(outline).toContain(name);
});

test('the Word document holds the quotations and the answers', async () => {
  await exportTo(files.docx, () => clickMenu(running.app, 'export-docx'));
  const { value } = await convertToHtml({ buffer: await readFile(files.docx) });
  for (const words of quotations) expect(value.replace(/<[^>]*>/g, '')).toContain(words);
  expect(value).toContain('The mill was sold in 1974.');
});

test('the Markdown holds the quotations and the answers', async () => {
  await exportTo(files.markdown, () => clickMenu(running.app, 'export-markdown'));
  const markdown = await readFile(files.markdown, 'utf8');
  for (const words of quotations) expect(markdown.replace(/[*\\]/g, '')).toContain(words);
  expect(markdown).toContain('**once**');
  expect(markdown).toContain('The mill was sold in 1974.');
});
