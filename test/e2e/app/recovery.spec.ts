/** What a crash can't take: everything that the journal has. */
import { expect, test, type Page } from '@playwright/test';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as desk from '../support/desk.ts';
import { answerDialogs, questions } from '../support/dialogs.ts';
import { freshProfile, launchApp } from '../support/launch.ts';
import { short } from '../support/letters.ts';

let userData: string;
test.beforeEach(async () => {
  userData = await freshProfile();
});
test.afterEach(() => rm(userData, { recursive: true, force: true, maxRetries: 3 }));

async function journalOf(profile: string): Promise<string> {
  const folder = join(profile, 'recovery');
  const sessions = await readdir(folder).catch(() => []);
  const texts = sessions.map(async (id) => {
    const names = await readdir(join(folder, id));
    const journals = names.filter((name) => name.startsWith('journal'));
    return Promise.all(journals.map((name) => readFile(join(folder, id, name), 'utf8')));
  });
  return (await Promise.all(texts)).flat().join('');
}

const introduction = (window: Page) => window.getByRole('textbox', { name: 'Introduction' });
const offer = (window: Page) => window.getByRole('region', { name: 'Work from last time' });

/** Types these words into what `open` opens; when the journal has them, the process is killed. */
async function crashAfter(words: string, open: (window: Page) => Promise<void>, files?: readonly string[]) {
  const running = await launchApp({ userData, ...(files ? { files } : {}) });
  const { window } = running;
  await open(window);
  await introduction(window).click();
  await window.keyboard.press('Control+End');
  await window.keyboard.type(words);
  await expect.poll(() => journalOf(userData)).toContain(words.trim().split(' ').at(-1));
  running.process.kill('SIGKILL');
  await running.close();
}

const openSample = (window: Page) => window.getByRole('button', { name: 'Open the sample' }).click();

test('words typed before a crash are offered and come back', async () => {
  await crashAfter(' The lamp was still lit at nine.', openSample);
  const { app, window, close } = await launchApp({ userData });
  await expect(offer(window)).toBeVisible();
  await window.getByRole('button', { name: 'Restore' }).click();
  await expect(desk.pane(window, 'answer')).toContainText('The lamp was still lit at nine.');
  await expect(window.locator('.save-status')).toContainText('not saved yet');
  await expect(desk.brackets(window).first()).toBeVisible();
  await answerDialogs(app, { button: 'Don’t Save' });
  await close();

  const third = await launchApp({ userData });
  await expect(third.window.getByText('Answer a letter, point by point.')).toBeVisible();
  await expect(offer(third.window)).toBeHidden();
  await third.close();
});

test('work on a saved file comes back with its file, which is as it was saved', async ({}, info) => {
  const path = info.outputPath('the lamp.pamphlet');
  const first = await launchApp({ userData });
  await desk.newProject(first);
  await desk.pasteLetter(first, short);
  await desk.saveAs(first, path);
  await first.close();
  const saved = await readFile(path);

  await crashAfter('Unsaved words.', (window) => expect(introduction(window)).toBeVisible(), [path]);
  expect(await readFile(path)).toEqual(saved);
  const second = await launchApp({ userData });
  await second.window.getByRole('button', { name: 'Restore' }).click();
  await expect(introduction(second.window)).toHaveText('Unsaved words.');
  await expect(second.window.locator('.save-status')).toHaveText(' · edited');
  await second.window.keyboard.press('Control+s');
  await expect(second.window.locator('.save-status')).toHaveText(' · saved');
  expect(JSON.stringify(await desk.projectIn(path))).toContain('Unsaved words.');
  expect(await questions(second.app)).toEqual([]);
  await second.close();
});

test('work that isn’t wanted is discarded after a question', async () => {
  await crashAfter(' Not wanted.', openSample);
  const { app, window, close } = await launchApp({ userData });
  await answerDialogs(app, {});
  await offer(window).getByRole('button', { name: 'Discard' }).click();
  await expect.poll(() => questions(app)).toEqual(['Discard this work for good?']);
  await expect(offer(window)).toBeVisible();
  await answerDialogs(app, { button: 'Discard' });
  await offer(window).getByRole('button', { name: 'Discard' }).click();
  await expect(offer(window)).toBeHidden();
  expect(await journalOf(userData)).toBe('');
  await close();

  const third = await launchApp({ userData });
  await expect(third.window.getByText('Answer a letter, point by point.')).toBeVisible();
  await expect(offer(third.window)).toBeHidden();
  await third.close();
});
