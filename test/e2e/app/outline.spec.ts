/** The outline: a project built and arranged by keyboard alone; parts and points arranged with the mouse; codes. */
import { expect, test } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { withClipboard } from '../support/clipboard.ts';
import * as desk from '../support/desk.ts';
import { answerDialogs } from '../support/dialogs.ts';
import { launchApp, type RunningApp } from '../support/launch.ts';
import { comment, short, statement, type Copied } from '../support/letters.ts';
import { lookAt } from '../support/look.ts';
import { clickMenu, watchMenu } from '../support/menu.ts';

let running: RunningApp;
test.beforeAll(async () => {
  running = await launchApp();
  await watchMenu(running.app);
});
test.afterAll(() => running?.close());

const press = async (...keys: string[]) => {
  for (const key of keys) await running.window.keyboard.press(key);
};
const type = (text: string) => running.window.keyboard.type(text);
// By attributes: what stands behind a dialog is hidden from roles.
const outline = () => desk.pane(running.window, 'outline').locator('[role="tree"]');
const rows = () => outline().locator('[role="treeitem"]');
const row = (title: string) => rows().filter({ hasText: title });
const names = () => outline().locator('.point-row .name');
const codes = () => outline().locator('.point-row .number');
const selected = () => outline().locator('.row[aria-selected="true"] .name');

/** Pastes a letter and takes what was found, without the mouse. */
async function pasteByKeys(copied: Copied): Promise<void> {
  const { app, window } = running;
  await withClipboard(app, copied, async () => {
    await press('Control+v');
    await expect(desk.dialog(window)).toBeVisible();
  });
  await press('Enter');
  await expect(desk.dialog(window)).toBeHidden();
}

async function focusOutline(): Promise<void> {
  const inOutline = () =>
    running.window.evaluate(
      () => document.activeElement?.closest('[data-pane]')?.getAttribute('data-pane') === 'outline',
    );
  for (let i = 0; i < 4 && !(await inOutline()); i++) await press('F6');
  expect(await inOutline()).toBe(true);
  const inTree = () =>
    running.window.evaluate(() => document.activeElement?.getAttribute('role') === 'treeitem');
  for (let i = 0; i < 20 && !(await inTree()); i++) await press('Tab');
  expect(await inTree()).toBe(true);
}

test('a project of 3 letters, 2 parts and 40 points is built by keyboard alone', async ({}, info) => {
  test.setTimeout(240_000);
  const { app, window } = running;
  await desk.newProject(running);
  for (const letter of [statement, comment, short]) await pasteByKeys(letter);

  // A passage of the letter that is shown is selected and answered: its part comes by itself.
  await desk.letterText(window).focus();
  await press('Control+Home', 'Control+ArrowDown', 'Control+Shift+ArrowRight', 'Control+Shift+ArrowRight');
  await expect(desk.passageBar(window)).toBeVisible();
  await press('Enter');
  await expect(await desk.answerOf(window, 1)).toBeFocused();
  await type('Answer 1.');
  for (let n = 2; n <= 20; n++) {
    await press('Control+Shift+n');
    await expect(desk.points(window)).toHaveCount(n);
    await type(`Answer ${n}.`);
  }
  await press('Control+Alt+n');
  await type('The second part');
  await press('Control+Shift+n');
  await expect(desk.points(window)).toHaveCount(21);
  await type('Answer 21.');
  for (let n = 22; n <= 40; n++) {
    await press('Control+Shift+n');
    await expect(desk.points(window)).toHaveCount(n);
    await type(`Answer ${n}.`);
  }
  await expect(rows()).toHaveCount(42);

  await focusOutline();
  await press('Home', 'ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowDown');
  await expect(outline().locator('.row[aria-selected="true"]')).toHaveCount(3);
  // Three points go down behind the next one, together; then they share a number with it.
  await press('Alt+ArrowDown', 'Alt+ArrowRight');
  await expect(codes()).toHaveText([
    '1a',
    '1b',
    '1c',
    '1d',
    ...Array.from({ length: 36 }, (_, i) => `${i + 2}`),
  ]);
  await press('Control+z', 'Control+z');
  await expect(codes()).toHaveText(Array.from({ length: 40 }, (_, i) => `${i + 1}`));

  const path = info.outputPath('forty.pamphlet');
  await answerDialogs(app, { save: path });
  await press('Control+Shift+s');
  await expect(window.locator('.save-status')).toContainText('saved');
  const project = await desk.projectIn(path);
  expect(project.letters).toHaveLength(3);
  expect(project.sections.map(({ points }) => points.length)).toEqual([20, 20]);
  expect(project.sections[1]?.title).toBe('The second part');
});

/** An empty project with points of these titles. */
async function withPoints(...titles: readonly string[]): Promise<void> {
  const { window } = running;
  await desk.newProject(running);
  await desk.pasteLetter(running, statement);
  for (const [i, title] of titles.entries()) {
    await press('Control+Shift+n');
    await expect(desk.points(window)).toHaveCount(i + 1);
    await type(`What is said of ${title}.`);
    await desk
      .points(window)
      .nth(i)
      .getByLabel(/^Title of the point/)
      .fill(title);
  }
  await expect(names()).toHaveText([...titles]);
}

test('rows are selected, moved, nested, folded and removed by the keys of a tree', async () => {
  await withPoints('Roof', 'Door', 'Steps', 'Clock');
  await row('Steps').click();
  await press('Shift+ArrowDown');
  await expect(selected()).toHaveText(['Steps', 'Clock']);
  await press('Alt+ArrowUp');
  await expect(names()).toHaveText(['Roof', 'Steps', 'Clock', 'Door']);
  await expect(selected()).toHaveText(['Steps', 'Clock']);
  await press('Escape', 'Home', 'ArrowLeft');
  await expect(names()).toHaveCount(0);
  await press('ArrowRight');
  await expect(names()).toHaveCount(4);
  await press('d');
  await expect(row('Door')).toBeFocused();
  await press('Alt+ArrowRight');
  await expect(codes()).toHaveText(['1', '2', '3a', '3b']);
  await press('Control+d');
  await expect(names()).toHaveText(['Roof', 'Steps', 'Clock', 'Door', 'Door']);
  await row('Door').nth(1).focus();
  await press('Delete');
  await expect(names()).toHaveText(['Roof', 'Steps', 'Clock', 'Door']);
  await press('Control+z', 'Control+z', 'Control+z', 'Control+z');
  await expect(names()).toHaveText(['Roof', 'Door', 'Steps', 'Clock']);
});

test('points are merged, split at the caret, put into another part and dragged, each in one step', async ({}, info) => {
  const { app, window } = running;
  await withPoints('Roof', 'Door', 'Steps');
  await row('Roof').click();
  await row('Door').click({ modifiers: ['Control'] });
  await expect(selected()).toHaveText(['Roof', 'Door']);
  await row('Door').click({ button: 'right' });
  await window.getByRole('menuitem', { name: 'Merge Selected Points' }).click();
  await expect(names()).toHaveText(['Roof', 'Steps']);
  const merged = await desk.answerOf(window, 1);
  await expect(merged).toContainText('What is said of Roof.');
  await expect(merged).toContainText('What is said of Door.');

  await merged.click();
  await press('Control+Home', 'End', ...Array<string>(6).fill('ArrowLeft'));
  await press('Control+Alt+Enter');
  await expect(desk.points(window)).toHaveCount(3);
  await expect(await desk.answerOf(window, 1)).toHaveText('What is said of');
  await expect(await desk.answerOf(window, 2)).toContainText('Roof.');
  await expect(await desk.answerOf(window, 2)).toBeFocused();
  await clickMenu(app, 'undo');
  await clickMenu(app, 'undo');
  await expect(names()).toHaveText(['Roof', 'Door', 'Steps']);

  await press('Control+Alt+n');
  await type('The building');
  await row('Roof').click();
  await clickMenu(app, 'outline-move-to');
  await lookAt(running, 'move-to', info);
  await type('building');
  await press('Enter');
  await expect(names()).toHaveText(['Door', 'Steps', 'Roof']);
  await row('Door').click();
  await row('Steps').click({ modifiers: ['Shift'] });
  await row('Door').dragTo(row('Roof'), { targetPosition: { x: 40, y: 22 } });
  await expect(names()).toHaveText(['Roof', 'Door', 'Steps']);
  await clickMenu(app, 'undo');
  await expect(names()).toHaveText(['Door', 'Steps', 'Roof']);
});

test('codes follow a pattern, are frozen, and a round goes on with old points', async ({}, info) => {
  const { app, window } = running;
  await withPoints('Roof', 'Door', 'Steps');
  await clickMenu(app, 'numbering');
  const dialog = desk.dialog(window);
  await dialog.getByLabel(/by part/).check();
  await expect(codes()).toHaveText(['1.1', '1.2', '1.3']);
  await dialog.getByLabel('Pattern for points').fill('P{part}');
  await expect(dialog).toContainText('needs {n}');
  await dialog.getByLabel('Pattern for points').fill('P{part}/{n}');
  await expect(codes()).toHaveText(['P1/1', 'P1/2', 'P1/3']);
  await dialog.getByRole('button', { name: 'Freeze the codes' }).click();
  await lookAt(running, 'numbering', info);
  await dialog.getByRole('button', { name: 'Done' }).click();
  await desk.dismissMessages(window);

  await row('Roof').click();
  await press('Control+Shift+n');
  await expect(codes()).toHaveText(['P1/1', 'P1/1a', 'P1/2', 'P1/3']);
  await clickMenu(app, 'codes-freeze');
  await row('Door').click();
  await clickMenu(app, 'outline-remove');
  await row('Roof').click();
  await clickMenu(app, 'point-continue');
  await expect(codes()).toHaveText(['P1/1', 'P1/1a', 'P1/3', 'P1/1·II']);
  await type('We say it again.');
  await expect(desk.pane(window, 'answer')).toContainText('continues point P1/1');
  await desk.dismissMessages(window);
  await row('Round 2').click();
  await press('Alt+ArrowRight');
  await lookAt(running, 'outline', info);

  const path = info.outputPath('rounds.pamphlet');
  await desk.saveAs(running, path);
  const saved = await desk.projectIn(path);
  expect(Object.values(saved.frozen?.points ?? {})).toEqual(
    expect.arrayContaining(['P1/1', 'P1/1a', 'P1/2', 'P1/3']),
  );
  const html = info.outputPath('rounds.html');
  await answerDialogs(app, { save: html });
  await clickMenu(app, 'export-html');
  await expect.poll(() => readFile(html, 'utf8').catch(() => '')).toContain('</html>');
  const page = await readFile(html, 'utf8');
  expect(page).toContain('P1/1·II');
  expect(page).toMatch(/continues <a[^>]*>point P1\/1</);
  expect(page).toContain('Withdrawn: P1/2');
});
