/** What of the letters is still unanswered: the view, its keys and filters, waiving, the table, and 100 % by one key. */
import { expect, test } from '@playwright/test';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as desk from '../support/desk.ts';
import { answerDialogs } from '../support/dialogs.ts';
import { launchApp, type RunningApp } from '../support/launch.ts';
import { comment, short } from '../support/letters.ts';
import { lookAt } from '../support/look.ts';
import { clickMenu, watchMenu } from '../support/menu.ts';

let running: RunningApp;
let folder: string;

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pamphleteer-coverage-'));
  running = await launchApp();
});
test.afterAll(async () => {
  await running?.close();
  await rm(folder, { recursive: true, force: true });
});
test.beforeEach(async () => {
  await desk.newProject(running);
  await desk.pasteLetter(running, short);
});

const side = () => desk.pane(running.window, 'outline');
const list = () => side().getByRole('listbox');
const rows = () => list().getByRole('option');
const letterRow = (code: string) => side().locator('.coverage-letter', { hasText: code });

test('the view lists what is left, and Enter, A and W deal with it', async () => {
  const { window } = running;
  await window.keyboard.press('Alt+F8');
  await expect(list()).toBeFocused();
  await expect(rows()).toHaveCount(3);
  await expect(letterRow('A1')).toContainText('0 %');
  await expect(letterRow('A1')).toContainText('3 untouched');

  // The sentence is selected in its letter, where the keys act on it at once.
  await window.keyboard.press('ArrowDown');
  await window.keyboard.press('Enter');
  await expect(desk.letterText(window)).toBeFocused();
  await expect(desk.passageBar(window)).toBeVisible();
  expect(await window.evaluate(() => getSelection()?.toString())).toBe(
    'The second paragraph says that the books are damp and that nobody reads them.',
  );
  await window.keyboard.press('a');
  await expect(await desk.answerOf(window, 1)).toBeFocused();
  await expect(rows()).toHaveCount(3);
  await expect(letterRow('A1')).toContainText('1 open');
  await window.keyboard.type('They were dry in May.');
  await expect(rows()).toHaveCount(2);
  await expect(letterRow('A1')).toContainText('33 %');

  await list().focus();
  await window.keyboard.press('w');
  const reason = window.getByRole('textbox', { name: 'Reason' });
  await expect(reason).toBeFocused();
  await window.keyboard.type('It was mended.');
  await window.keyboard.press('Enter');
  await expect(rows()).toHaveCount(1);
  await expect(letterRow('A1')).toContainText('66 %');
  await expect(list()).toBeFocused();
  await expect(side().getByRole('img', { name: '66 % dealt with' })).toHaveCount(1);
  await expect(window.locator('.status-bar')).toContainText('A1 66 % dealt with');

  await window.keyboard.press('Control+z');
  await expect(rows()).toHaveCount(2);
});

test('a half of a sentence that is left over is listed, and gone to by itself', async () => {
  const { window } = running;
  await desk.selectWords(window, 'The second paragraph says that the books are damp');
  await window.keyboard.press('w');
  await window.getByRole('textbox', { name: /unanswered/ }).fill('Known.');
  await window.getByRole('button', { name: 'Done' }).click();
  await window.keyboard.press('Escape');
  await window.keyboard.press('Alt+F8');
  await expect(rows().nth(1)).toContainText('partly untouched');
  await rows().nth(1).click();
  await expect
    .poll(() => window.evaluate(() => getSelection()?.toString()))
    .toBe('and that nobody reads them.');
});

test('several sentences are waived for one reason, as one step; filters and the empty state', async ({}, info) => {
  const { app, window } = running;
  await desk.pasteLetter(running, comment);
  await desk.mark(window, 2, 'nobody counted me on any of them');
  await window.keyboard.press('Alt+F8');
  const all = await rows().count();
  expect(all).toBeGreaterThan(6);
  await lookAt(running, 'coverage', info);

  // Only A1, by its own row; then the first two of them.
  await letterRow('A1').click();
  await expect(rows()).toHaveCount(3);
  await list().focus();
  await window.keyboard.press('Home');
  await window.keyboard.press('Shift+ArrowDown');
  await expect(side()).toContainText('2 selected');
  await side().getByRole('button', { name: 'Waive…' }).click();
  await window.keyboard.type('Not to the point.');
  await window.keyboard.press('Enter');
  await expect(rows()).toHaveCount(1);
  await window.keyboard.press('Control+z');
  await expect(rows()).toHaveCount(3);
  await window.keyboard.press('Control+Shift+z');
  await expect(rows()).toHaveCount(1);

  await letterRow('A1').click();
  await side()
    .getByRole('button', { name: /^Filters/ })
    .click();
  await window.getByRole('combobox', { name: 'Category' }).selectOption({ index: 2 });
  await expect(rows()).toHaveCount(1);
  await expect(rows().first()).toContainText('A2-1');
  await lookAt(running, 'coverage-filters', info);
  await window.getByRole('button', { name: 'Clear the filters' }).click();
  await window.keyboard.press('Escape');
  await expect(rows()).toHaveCount(all - 2);
  await side().getByRole('button', { name: 'waived', exact: true }).click();
  await expect(rows()).toHaveCount(all);
  await side().getByRole('button', { name: 'waived', exact: true }).click();

  const path = join(folder, 'table.csv');
  await answerDialogs(app, { save: path });
  await watchMenu(app);
  await clickMenu(app, 'export-coverage');
  await expect(desk.messages(window)).toContainText('table.csv');
  const table = await readFile(path, 'utf8');
  expect(table.startsWith('\ufeff"letter","author","sentence","place","state",')).toBe(true);
  expect(table.match(/\r\n/g)).toHaveLength(all + 1);
  expect(table).toContain('"waived","","Claim","Not to the point."');
  await desk.dismissMessages(window);

  await side().getByRole('button', { name: 'Waive all…' }).click();
  await window.keyboard.type('Nothing more to say.');
  await window.keyboard.press('Enter');
  await expect(side()).toContainText('Nothing is left.');
  await expect(letterRow('A2')).toContainText('100 %');
  await lookAt(running, 'coverage-nothing', info);
  await window.keyboard.press('F8');
  await expect(desk.messages(window)).toContainText('Nothing is left');

  const saved = join(folder, 'waived.pamphlet');
  await desk.saveAs(running, saved);
  const { highlights } = await desk.projectIn(saved);
  expect(new Set(highlights.map(({ waived }) => waived?.reason))).toEqual(
    new Set(['Not to the point.', 'Nothing more to say.']),
  );
  // In the order in which they came: sentences side by side are one passage, as long as they are whole and of one
  // letter; the rest of the sentence that was marked in part is one of its own.
  expect(highlights.map(({ quote }) => quote)).toEqual([
    'nobody counted me on any of them',
    'The first paragraph says that the roof is leaking and that slates are dear this year.\nThe second paragraph says that the books are damp and that nobody reads them.',
    'The third paragraph says that the reading room will be closed on the first of October.',
    'To the Gazette',
    'I climbed those seven steps for forty years, and',
    'If the door had been counted on a market day the number would be another one. The clerk counts on Mondays, when the place is shut until noon.\nNora Vane',
  ]);
});

test('two letters are brought to 100 % with the key for what is left alone', async () => {
  const { window } = running;
  await desk.pasteLetter(running, comment);
  await window.keyboard.press('Control+2');
  await window.keyboard.press('Control+2');
  let steps = 0;
  for (; steps < 40; steps++) {
    await window.keyboard.press('F8');
    const bar = desk.passageBar(window);
    await expect(bar.or(desk.messages(window).getByText('Nothing is left')).first()).toBeVisible();
    if (!(await bar.isVisible())) break;
    await expect(desk.letterText(window)).toBeFocused();
    if (steps % 3 === 2) {
      await window.keyboard.press('w');
      await window.getByRole('textbox', { name: /unanswered/ }).fill('Let it stand.');
      await window.keyboard.press('Control+Enter');
      await expect(window.getByRole('textbox', { name: /unanswered/ })).toBeHidden();
    } else {
      await window.keyboard.press('a');
      await expect(window.locator('[data-pane="answer"] [contenteditable]:focus')).toHaveCount(1);
      await window.keyboard.type('Not so.');
    }
  }
  expect(steps).toBeGreaterThan(7);
  await window.keyboard.press('Alt+F8');
  await expect(side()).toContainText('Nothing is left.');
  for (const code of ['A1', 'A2']) await expect(letterRow(code)).toContainText('100 %');
});
