/** Works cited: the list that "@" opens, the citation's form, importing works, styles, and what an export makes of it. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Locator } from '@playwright/test';
import * as desk from '../support/desk.ts';
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
  await expect(list().getByRole('option')).toHaveCount(2);
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
  await expect(list().getByRole('option')).toHaveCount(2);
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
