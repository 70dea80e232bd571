/** Files: saved, changed by others, opened again, damaged, not ours, dropped. */
import { expect, test } from '@playwright/test';
import { appendFile, readFile, writeFile } from 'node:fs/promises';
import * as desk from '../support/desk.ts';
import { answerDialogs, questions } from '../support/dialogs.ts';
import { inMain } from '../support/in-main.ts';
import { launchApp, type RunningApp } from '../support/launch.ts';
import { short } from '../support/letters.ts';
import { readMenu, watchMenu } from '../support/menu.ts';
import { withClipboard } from '../support/clipboard.ts';

let running: RunningApp;

test.beforeEach(async () => {
  running ??= await launchApp();
  await desk.newProject(running);
});
test.afterAll(() => running?.close());

const status = () => running.window.locator('.save-status');
const letters = () => desk.pane(running.window, 'outline').locator('.letter-row');

/** A letter and a word of introduction, saved to this file. */
async function writeAndSave(path: string): Promise<void> {
  await desk.pasteLetter(running, short);
  await write('The lamp is lit.');
  await desk.saveAs(running, path);
}

async function write(words: string): Promise<void> {
  const introduction = running.window.getByRole('textbox', { name: 'Introduction' });
  await introduction.click();
  await running.window.keyboard.press('Control+End');
  await running.window.keyboard.type(words);
}

const introductionIn = async (path: string) => JSON.stringify((await desk.projectIn(path)).introduction);

/** Another program changes a file's bytes; gives what it has left there. */
async function changeOutside(path: string): Promise<Buffer> {
  await appendFile(path, 'a note of another program');
  return readFile(path);
}

const utf8 = (text: string) => new TextEncoder().encode(text);

test('saves under the same name without asking, and tells whether it is saved', async ({}, info) => {
  const { app, window } = running;
  const path = info.outputPath('lamp.pamphlet');
  await writeAndSave(path);
  await expect(status()).toHaveText(' · saved');
  await write(' It burns.');
  await expect(status()).toHaveText(' · edited');
  await answerDialogs(app, {});
  await window.keyboard.press('Control+s');
  await expect(status()).toHaveText(' · saved');
  expect(await introductionIn(path)).toContain('The lamp is lit. It burns.');
  await expect(window).toHaveTitle(/^lamp/);
});

test('a first save that is called off leaves the project as it was', async () => {
  const { app, window } = running;
  await desk.pasteLetter(running, short);
  await answerDialogs(app, {});
  await window.keyboard.press('Control+s');
  await expect(status()).toHaveText(' · not saved yet');
  await expect(letters()).toHaveCount(1);
});

test('a file that another program changed is not written over without asking', async ({}, info) => {
  const { app, window } = running;
  const path = info.outputPath('shared.pamphlet');
  const other = info.outputPath('mine.pamphlet');
  await writeAndSave(path);
  const before = await changeOutside(path);
  await write(' Mine.');

  await answerDialogs(app, { button: 'Cancel' });
  await window.keyboard.press('Control+s');
  await expect
    .poll(() => questions(app))
    .toEqual([expect.stringContaining('was changed by another program')]);
  await expect(status()).toHaveText(' · edited');
  expect(await readFile(path)).toEqual(before);

  await answerDialogs(app, { button: 'Save As…', save: other });
  await window.keyboard.press('Control+s');
  await expect(status()).toHaveText(' · saved');
  expect(await introductionIn(other)).toContain('Mine.');
  expect(await readFile(path)).toEqual(before);
});

test('autosave writes what is edited, but never over another program’s version', async ({}, info) => {
  const { window } = running;
  const path = info.outputPath('auto.pamphlet');
  await writeAndSave(path);
  await window.clock.install();
  await write(' By itself.');
  await expect(status()).toHaveText(' · edited');
  await window.clock.fastForward(31_000);
  await expect(status()).toHaveText(' · saved');
  expect(await introductionIn(path)).toContain('By itself.');

  const before = await changeOutside(path);
  await answerDialogs(running.app, {});
  await write(' Not this.');
  await window.clock.fastForward(31_000);
  await window.clock.resume();
  await expect(status()).toHaveText(' · edited');
  expect(await readFile(path)).toEqual(before);
  expect(await questions(running.app)).toEqual([]);
});

test('the files saved last are in the menu and on the first page, and open from there', async ({}, info) => {
  const path = info.outputPath('recent one.pamphlet');
  await writeAndSave(path);
  await watchMenu(running.app);
  await expect
    .poll(async () => {
      const file = (await readMenu(running.app)).find(({ label }) => label === 'File');
      return file?.items.find(({ label }) => label === 'Open Recent')?.items.map(({ label }) => label);
    })
    .toContainEqual(expect.stringContaining('recent one'));
  const { userData } = running;
  await running.close({ keepProfile: true });
  running = await launchApp({ userData });
  await running.window.getByRole('button', { name: /recent one/ }).click();
  await expect(running.window.getByRole('textbox', { name: 'Introduction' })).toHaveText('The lamp is lit.');
  await expect(status()).toHaveText(' · saved');
});

test('closing with unsaved changes asks; cancelling stays, saving saves, not saving drops', async ({}, info) => {
  const path = info.outputPath('closing.pamphlet');
  await writeAndSave(path);
  const closeWindow = () =>
    inMain(running.app)(
      ({ BrowserWindow }) => void setTimeout(() => BrowserWindow.getAllWindows()[0]?.close()),
    );
  const gone = () => expect.poll(() => running.process.exitCode).toBe(0);

  // Closed before anything has told the main process of the edit.
  await write(' One.');
  await answerDialogs(running.app, { button: 'Cancel' });
  await closeWindow();
  await expect
    .poll(() => questions(running.app))
    .toEqual([expect.stringMatching(/Save the changes to “closing”/)]);
  await expect(status()).toHaveText(' · edited');

  await answerDialogs(running.app, { button: 'Save' });
  await closeWindow();
  await gone();
  expect(await introductionIn(path)).toContain('One.');

  await running.close();
  running = await launchApp({ files: [path] });
  await write(' Two.');
  await expect(status()).toHaveText(' · edited');
  await answerDialogs(running.app, { button: 'Don’t Save' });
  await closeWindow();
  await gone();
  expect(await introductionIn(path)).not.toContain('Two.');
  const { userData } = running;
  await running.close({ keepProfile: true });

  running = await launchApp({ userData });
  await expect(running.window.getByText('Answer a letter, point by point.')).toBeVisible();
  await expect(running.window.getByText('Work from last time')).toBeHidden();
});

test('a damaged file and one that isn’t ours are refused in words, and nothing is lost', async ({}, info) => {
  const { app, window } = running;
  const path = info.outputPath('sound.pamphlet');
  await writeAndSave(path);
  const bytes = await readFile(path);
  const damaged = info.outputPath('damaged.pamphlet');
  await writeFile(damaged, bytes.fill(0, 120));
  const foreign = info.outputPath('foreign.pamphlet');
  await writeFile(foreign, 'A shopping list: slates, nails, tar.');

  for (const [file, words] of [
    [damaged, /damaged/],
    [foreign, /isn’t a Pamphleteer project/],
  ] as const) {
    await answerDialogs(app, { open: [file] });
    await window.keyboard.press('Control+o');
    const said = desk.messages(window).getByRole('alert');
    await expect(said).toContainText('The file couldn’t be opened.');
    await expect(said).toContainText(words);
    await said.getByRole('button', { name: 'Dismiss' }).click();
    await expect(letters()).toHaveCount(1);
    await expect(status()).toHaveText(' · saved');
  }
  await write(' And on.');
  await answerDialogs(app, {});
  await window.keyboard.press('Control+s');
  await expect(status()).toHaveText(' · saved');
  expect(await introductionIn(path)).toContain('And on.');
});

test('letters and projects are taken in where they are dropped', async ({}, info) => {
  const { window } = running;
  for (const [name, text] of [
    ['a reader.txt', 'I climbed the seven steps.\n\nNobody counted me.'],
    ['the column.md', '# On slates\n\nSlates are *dear* this year.'],
    ['statement.html', '<title>Statement</title><h1>Statement</h1><p>The door is <b>shut</b>.</p>'],
  ] as const) {
    await desk.drop(running.window, { name, bytes: utf8(text) });
    await desk.dialog(window).getByRole('button', { name: 'Save' }).click();
    await expect(desk.dialog(window)).toBeHidden();
  }
  await expect(letters()).toHaveText([/A1.*a reader/, /A2.*On slates/, /A3.*Statement/]);
  await expect(desk.letterText(window).locator('strong')).toHaveText('shut');

  const path = info.outputPath('dropped.pamphlet');
  await desk.saveAs(running, path);
  await desk.newProject(running);
  await desk.drop(running.window, { name: 'dropped.pamphlet', bytes: await readFile(path) });
  await expect(letters()).toHaveCount(3);
});

test('what is no letter is refused in words', async () => {
  const { window } = running;
  const picture = new Uint8Array([
    0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0,
  ]);
  await desk.drop(running.window, { name: 'letter.txt', bytes: picture });
  const said = desk.messages(window);
  await expect(said).toContainText('“letter.txt” couldn’t be taken in.');
  await desk.drop(running.window, { name: 'nothing.txt', bytes: new Uint8Array() });
  await expect(said).toContainText('“nothing.txt” couldn’t be taken in.');
  await expect(letters()).toHaveCount(0);
});

test('pasting from an empty clipboard says so', async () => {
  const { app, window } = running;
  await withClipboard(app, { text: '' }, async () => {
    await window.keyboard.press('Control+Shift+l');
    await expect(desk.messages(window)).toContainText('There is no text on the clipboard.');
  });
  await expect(letters()).toHaveCount(0);
});
