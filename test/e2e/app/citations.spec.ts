/** Works cited: the list that "@" opens, the citation's form, importing works, styles, and what an export makes of it. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Locator } from '@playwright/test';
import * as desk from '../support/desk.ts';
import { withClipboard } from '../support/clipboard.ts';
import { answerDialogs } from '../support/dialogs.ts';
import { lookAt } from '../support/look.ts';
import { launchApp, type RunningApp } from '../support/launch.ts';
import { short } from '../support/letters.ts';

let running: RunningApp;
let folder: string;
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pamphleteer-citations-'));
  running = await launchApp();
});
test.afterAll(async () => {
  await running?.close();
  await rm(folder, { recursive: true, force: true });
});

const list = (): Locator => running.window.getByRole('listbox');
const option = (name: string | RegExp): Locator => list().getByRole('option', { name });

interface Work {
  readonly title: string;
  readonly author: string;
  readonly year: string;
}
const WORKS: readonly Work[] = [
  { title: 'Slates and Gutters', author: 'Ivo Tarn', year: '1987' },
  { title: 'A Room to Read In', author: 'Miriam Ashgrove', year: '2019' },
];

/** An empty answer in a new project with one letter and two works. */
async function answerWithWorks(): Promise<Locator> {
  const { window } = running;
  await desk.newProject(running);
  await desk.pasteLetter(running, short);
  await window.keyboard.press('Control+Shift+r');
  const works = desk.dialog(window);
  for (const { title, author, year } of WORKS) {
    await works.getByRole('button', { name: 'Add a work' }).click();
    await works.getByLabel('Title').last().fill(title);
    await works.getByLabel('Authors').last().fill(author);
    await works.getByLabel('Year').last().fill(year);
  }
  await works.getByRole('button', { name: 'Done' }).click();
  await expect(works).toBeHidden();
  await window.keyboard.press('Control+Shift+n');
  const answer = await desk.answerOf(window, 1);
  await expect(answer).toBeFocused();
  return answer;
}

test('a sign opens a list, typing in the text narrows it, the arrows go through it, Enter takes one', async ({}, info) => {
  const { window } = running;
  const { keyboard } = window;
  const answer = await answerWithWorks();
  await keyboard.type('As was said @');
  await expect(list().getByRole('option')).toHaveCount(3);
  await lookAt(running, 'list', info);
  await keyboard.press('ArrowDown');
  await expect(list().getByRole('option', { selected: true })).toContainText('Ashgrove');
  await keyboard.press('ArrowDown');
  await keyboard.type('room');
  await expect(list().getByRole('option')).toHaveText([/A Room to Read In/]);
  await expect(answer).toBeFocused();
  await keyboard.press('Enter');
  await expect(list()).toBeHidden();
  await keyboard.type(', and so on.');
  await expect(answer.locator('.atom.citation')).toHaveText(/Ashgrove/);
  await expect(answer).toContainText(/^As was said .*Ashgrove.*, and so on\.$/);

  // Taking it is a step of its own; the one before it is the typing.
  for (let steps = 0; steps < 8 && (await answer.locator('.atom.citation').count()) > 0; steps++)
    await keyboard.press('Control+z');
  await expect(answer).toHaveText('As was said @room');
  await expect(list()).toBeHidden();
  await keyboard.press('Control+Shift+z');
  await expect(answer.locator('.atom.citation')).toHaveCount(1);
});

test('what isn’t meant for the list stays in the text', async () => {
  const { window } = running;
  const { keyboard } = window;
  const answer = await answerWithWorks();
  await keyboard.type('Write to clerk@quillhaven.example, ');
  await expect(list()).toBeHidden();
  await keyboard.type('@tarn');
  await expect(list().getByRole('option')).toHaveCount(1);
  await keyboard.press('Escape');
  await expect(list()).toBeHidden();
  await keyboard.type(' @ noon @someone we know');
  await expect(list()).toBeHidden();
  await keyboard.press('Enter');
  await keyboard.type('(@');
  await expect(list().getByRole('option')).toHaveCount(3);
  await keyboard.press('Backspace');
  await expect(list()).toBeHidden();
  await expect(answer.locator('.block')).toHaveText([
    'Write to clerk@quillhaven.example, @tarn @ noon @someone we know',
    '(',
  ]);
  await keyboard.type('@');
  await option(/Slates/).click();
  await expect(answer.locator('.atom.citation')).toHaveText(/Tarn/);
  await expect(answer).toBeFocused();
  await keyboard.type(' @');
  await expect(list()).toBeVisible();
  await keyboard.press('F6');
  await expect(list()).toBeHidden();
});

test('Shift+Enter in the list asks for the page, Ctrl+Enter adds a work that isn’t there; works are exported', async ({}, info) => {
  const { app, window } = running;
  const { keyboard } = window;
  const answer = await answerWithWorks();
  await keyboard.type('So @tarn');
  await expect(option(/Tarn 1987/)).toBeVisible();
  await lookAt(running, 'suggest-keys', info);
  await keyboard.press('Shift+Enter');
  const form = window.locator('.citation-form');
  await expect(form).toBeVisible();
  await form.getByLabel('Where in it').fill('41');
  await keyboard.press('Escape');
  await expect(answer).toBeFocused();
  await expect(answer).toContainText('(Ivo Tarn 1987, 41)');
  await keyboard.type(' and @Strood');
  await expect(window.getByText('No work of that name.')).toBeVisible();
  await keyboard.press('Control+Enter');
  const works = desk.dialog(window);
  await expect(works.getByLabel('Title')).toHaveValue('Strood');
  await works.getByLabel('Year').fill('1912');
  await works.getByRole('button', { name: 'Done' }).click();
  await expect(answer).toContainText('1912');
  await expect(answer).toBeFocused();
  // A reference in another of its forms.
  await keyboard.type(' see #A1');
  await expect(option(/A1/).first()).toBeVisible();
  await keyboard.press('Shift+Enter');
  await expect(window.locator('.reference-form')).toBeVisible();
  await window.locator('.reference-form').getByRole('radio').nth(1).check();
  await keyboard.press('Escape');
  await expect(answer).toBeFocused();

  // All works, and those that are cited.
  const path = join(folder, 'works.bib');
  await answerDialogs(app, { save: path });
  await keyboard.press('Control+k');
  await desk.dialog(window).getByRole('combobox').fill('export works');
  await keyboard.press('Enter');
  await expect(desk.dialog(window)).toContainText('All works (3)');
  await lookAt(running, 'export-works', info);
  await desk.dialog(window).getByLabel('What is cited').check();
  await desk.dialog(window).getByRole('button', { name: 'Export…' }).click();
  await expect(desk.messages(window)).toContainText('works.bib');
  const bib = await readFile(path, 'utf8');
  expect(bib).toContain('@book{ivotarn1987,');
  expect(bib).toContain('Strood');
  expect(bib).not.toContain('A Room to Read In');
});

test('a passage of an outside work has its citation for a source line, in the window and in the page', async () => {
  const { app, window } = running;
  await desk.newProject(running);
  await withClipboard(app, short, async () => {
    await window.keyboard.press('Control+v');
    await expect(desk.dialog(window)).toBeVisible();
  });
  const details = desk.dialog(window);
  await details.getByLabel('Kind').selectOption({ value: 'work' });
  await details.getByLabel('Title').fill('A Room to Read In');
  await details.getByLabel('Author', { exact: false }).first().fill('Miriam Ashgrove');
  await details.getByRole('button', { name: 'Save' }).click();
  await desk.selectWords(window, 'the books are damp');
  await window.keyboard.press('Enter');
  await expect(await desk.answerOf(window, 1)).toBeFocused();
  await expect(desk.points(window).first().locator('.source')).toContainText('Ashgrove');
  await expect(desk.points(window).first().locator('.source')).toContainText('para. 2');
  const path = join(folder, 'work.html');
  await answerDialogs(app, { save: path });
  await window.keyboard.press('Control+Shift+e');
  await expect(desk.messages(window)).toContainText('work.html');
  const words = (await readFile(path, 'utf8')).replace(/<[^>]+>/g, '');
  expect(words).toContain('para. 2');
  expect(words).toContain('Works cited');
});

const BIB = `@book{ashgrove2019, author={Ashgrove, Miriam}, title={A Room to Read In}, publisher={Harrow Lane Press}, address={Marchester}, year=2019, shelfmark={Lighthouse 3}}
@article{tarn, author={Tarn, Ivo}, title={Who reads?}, journal={Harbour Gazette}, volume=12, pages={41--49}, year=1987}`;

/** An empty answer in a new project with one letter; works come by pasting. */
async function answerWithPastedWorks(): Promise<Locator> {
  const { window } = running;
  await desk.newProject(running);
  await desk.pasteLetter(running, short);
  await window.keyboard.press('Control+Shift+r');
  const works = desk.dialog(window);
  await works.getByRole('button', { name: 'Paste or open…' }).click();
  await works.getByLabel(/^Works as BibTeX/).fill(BIB);
  await works.getByRole('button', { name: 'Add what is pasted' }).click();
  await expect(works.getByRole('status').filter({ hasText: 'works added' })).toContainText(
    '2 works added.Left out of “A Room to Read In”: shelfmark.',
  );
  await works.getByRole('button', { name: 'Done' }).click();
  await window.keyboard.press('Control+Shift+n');
  const answer = await desk.answerOf(window, 1);
  await expect(answer).toBeFocused();
  return answer;
}

async function cite(words: string): Promise<void> {
  await running.window.keyboard.type(`@${words}`);
  await expect(list().getByRole('option')).toHaveCount(1);
  await running.window.keyboard.press('Enter');
  await expect(list()).toBeHidden();
}

test('works are pasted, cited, given a place by keyboard, restyled, saved, opened again and published', async ({}, info) => {
  const { app, window } = running;
  const { keyboard } = window;
  const answer = await answerWithPastedWorks();
  const citation = answer.locator('.atom.citation');
  await cite('room');
  await expect(citation).toHaveText(/\(Ashgrove 2019\)/);
  // The form by keyboard: back onto the citation, Enter.
  await keyboard.press('ArrowLeft');
  await keyboard.press('Enter');
  const form = window.getByRole('dialog', { name: 'Citation' });
  await expect(form.getByLabel('Where in it')).toBeFocused();
  await keyboard.type('ch. 3');
  await expect(form.getByLabel('What is counted')).toHaveValue('chapter');
  await form.getByLabel('Before it').fill('see');
  await form.getByRole('button', { name: 'Another work as well' }).click();
  await keyboard.type('tarn');
  await keyboard.press('Enter');
  await expect(citation).toHaveText(/\(see Ashgrove 2019, chap\. 3; Tarn 1987\)/);
  await lookAt(running, 'form', info);
  await keyboard.press('Escape');
  await expect(answer).toBeFocused();
  await keyboard.type(' and the letter itself ');
  await cite('A1');
  await keyboard.type('.');
  await expect(citation).toHaveCount(2);

  // Notes instead: numbers in the text, words in the tooltip.
  await keyboard.press('Control+Shift+r');
  const works = desk.dialog(window);
  await works.getByLabel('Style of citations').selectOption('Chicago, notes and bibliography');
  await lookAt(running, 'works', info);
  await works.getByRole('button', { name: 'Done' }).click();
  await expect(citation.first()).toHaveText(/1/);
  await expect(citation.first()).toHaveAttribute('title', /see Miriam Ashgrove, A Room to Read In/);
  await expect(citation.nth(1)).toHaveText(/2/);

  const path = join(folder, 'cited.pamphlet');
  await desk.saveAs(running, path);
  const saved = await desk.projectIn(path);
  expect(saved.settings.citationStyle).toBe('chicago-notes');
  expect(saved.references).toHaveLength(2);
  const html = join(folder, 'cited.html');
  await answerDialogs(app, { save: html });
  await keyboard.press('Control+k');
  await desk.dialog(window).getByRole('combobox').fill('export web page');
  await keyboard.press('Enter');
  await expect.poll(() => readFile(html, 'utf8').catch(() => '')).toContain('Harbour Gazette');
  const page = await readFile(html, 'utf8');
  expect(page).toContain('Marchester: Harrow Lane Press, 2019');
  const entry = /<li id="([^"]+)"[^>]*>Ashgrove/.exec(page)?.[1];
  expect(page).toContain(`href="#${entry}"`);
  await desk.dismissMessages(window);
});

test('a style file is opened, or refused in a sentence; a work that is cited is removed with a warning', async () => {
  const { window } = running;
  const answer = await answerWithPastedWorks();
  await cite('room');
  await window.keyboard.press('Control+Shift+r');
  const works = desk.dialog(window);
  const style = join(folder, 'house.csl');
  await writeFile(
    style,
    '<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"><info><title>House style</title></info><citation><layout prefix="‹" suffix="›"><text variable="title" font-style="italic"/></layout></citation></style>',
  );
  await works.locator('.style-chooser input[type=file]').setInputFiles(style);
  await expect(works.getByLabel('Style of citations')).toContainText('From a file: House style');
  await works.getByRole('button', { name: 'Done' }).click();
  await expect(answer.locator('.atom.citation')).toHaveText(/‹A Room to Read In›/);
  await window.keyboard.press('Control+Shift+r');
  await writeFile(style, '<html/>');
  await works.locator('.style-chooser input[type=file]').setInputFiles(style);
  await expect(works.getByRole('status').first()).toContainText('isn’t a citation style');
  await works.getByRole('button', { name: 'Remove A Room to Read In' }).click();
  await expect(works.getByRole('alert')).toContainText('It is cited 1 time.');
  await works.getByRole('button', { name: 'Remove it all the same' }).click();
  await works.getByRole('button', { name: 'Done' }).click();
  await expect(answer.locator('.atom.citation.missing')).toHaveCount(1);
});

test('from right to left the list hangs from its sign', async ({}, info) => {
  const { window } = running;
  await answerWithPastedWorks();
  await window.keyboard.press('Control+Shift+t');
  const page = desk.dialog(window);
  await page.getByLabel('Language').selectOption('he');
  await page.getByRole('button', { name: 'Done' }).click();
  const answer = await desk.answerOf(window, 1);
  await answer.click();
  await window.keyboard.type('כפי שנאמר @');
  await expect(list().getByRole('option')).toHaveCount(3);
  const box = (await list().boundingBox())!;
  const text = (await answer.boundingBox())!;
  expect(box.x + box.width).toBeLessThanOrEqual(text.x + text.width + 20);
  await lookAt(running, 'list-rtl', info);
  await window.keyboard.press('Escape');
});
