/** The whole way by keyboard alone; the menu and the sheet of keys tell of every command. */
import { expect, test } from '@playwright/test';
import { COMMANDS, commandsOf, MENUS, type CommandId } from '../../../core/ipc/commands.ts';
import { en } from '../../../core/messages/en.ts';
import * as desk from '../support/desk.ts';
import { launchApp, type RunningApp } from '../support/launch.ts';
import { short } from '../support/letters.ts';
import { everyItem, clickMenu, menuItem, readMenu, watchMenu } from '../support/menu.ts';

let running: RunningApp;

test.beforeAll(async () => {
  running = await launchApp();
  await watchMenu(running.app);
});
test.afterAll(() => running?.close());
test.beforeEach(async () => {
  await desk.newProject(running);
  await desk.pasteLetter(running, short);
});

const press = (...keys: string[]) =>
  keys.reduce((before, key) => before.then(() => running.window.keyboard.press(key)), Promise.resolve());
const paneOfFocus = () =>
  running.window.evaluate(() => document.activeElement?.closest<HTMLElement>('[data-pane]')?.dataset['pane']);
const titles = () => desk.pane(running.window, 'outline').locator('.point-row .name');

/** Selects this many words in the letter from the beginning of its first paragraph. */
async function selectFirstWords(count: number): Promise<void> {
  await desk.letterText(running.window).focus();
  await press('Control+Home', ...Array<string>(count).fill('Control+Shift+ArrowRight'));
  await expect(desk.passageBar(running.window)).toBeVisible();
}

test('F6 goes round the panes, Shift+F6 back', async () => {
  await desk.letterText(running.window).focus();
  const seen: (string | undefined)[] = [];
  for (const key of ['F6', 'F6', 'F6', 'Shift+F6', 'Shift+F6']) {
    await press(key);
    seen.push(await paneOfFocus());
  }
  expect(seen).toEqual(['answer', 'outline', 'letter', 'outline', 'answer']);
});

test('words are selected, answered and the points put in order without a mouse', async () => {
  const { window } = running;
  await selectFirstWords(3);
  await press('Enter');
  const first = await desk.answerOf(window, 1);
  await expect(first).toBeFocused();
  await window.keyboard.type('So it says.');
  await expect(desk.points(window).nth(0).locator('blockquote')).toHaveText('The first paragraph');

  await press("Control+'");
  await expect(desk.letterText(window)).toBeFocused();
  await press('Escape', 'Control+ArrowDown', 'Control+Shift+ArrowRight', 'Control+Shift+ArrowRight');
  await expect(desk.passageBar(window)).toBeVisible();
  await press('Control+Enter');
  const second = await desk.answerOf(window, 2);
  await expect(second).toBeFocused();
  await window.keyboard.type('Second thoughts.');
  await press('Alt+ArrowUp');
  await expect(await desk.answerOf(window, 1)).toHaveText('Second thoughts.');
  await expect(await desk.answerOf(window, 1)).toBeFocused();
  await window.keyboard.type(' And more.');
  await expect(await desk.answerOf(window, 1)).toHaveText('Second thoughts. And more.');

  await press('Control+Alt+ArrowDown');
  await expect(await desk.answerOf(window, 2)).toBeFocused();
  await press('Control+Alt+ArrowUp', 'Alt+ArrowDown');
  await expect(await desk.answerOf(window, 2)).toHaveText('Second thoughts. And more.');
});

test('points and parts are moved in the outline, which keeps the focus', async () => {
  const { window } = running;
  for (const name of ['One', 'Two', 'Three']) {
    await press('Control+Shift+n');
    await expect(desk.points(window).last()).toBeVisible();
    await desk
      .points(window)
      .last()
      .getByLabel(/^Title of the point/)
      .fill(name);
  }
  const row = titles().filter({ hasText: 'Three' }).locator('..');
  await row.focus();
  await press('Alt+ArrowUp');
  await expect(titles()).toHaveText(['One', 'Three', 'Two']);
  await expect(row).toBeFocused();
  await press('Alt+ArrowUp');
  await expect(titles()).toHaveText(['Three', 'One', 'Two']);
  await press('Alt+ArrowDown');
  await expect(titles()).toHaveText(['One', 'Three', 'Two']);
  await expect(row).toBeFocused();
});

test('a part is told what it responds to, moved and removed with its points, and comes back', async () => {
  const { app, window } = running;
  await press('Control+Shift+n');
  await expect(desk.points(window)).toHaveCount(1);
  await press('Control+Alt+n');
  const parts = desk.pane(window, 'answer').getByRole('textbox', { name: /^Title of the part/ });
  await expect(parts).toHaveCount(2);
  await parts.nth(1).fill('The roof');
  await clickMenu(app, 'section-up');
  await expect(parts.nth(0)).toHaveValue('The roof');

  const more = desk.pane(window, 'answer').getByRole('button', { name: 'More about this part' });
  await more.first().focus();
  await press('Enter');
  await window.getByRole('menuitemradio', { name: /^A1/ }).click();
  await expect(desk.pane(window, 'answer').locator('.eyebrow').first()).toHaveText('Part 1 · A1');

  await more.nth(1).click();
  await window.getByRole('menuitem', { name: 'Remove Part' }).click();
  await expect(parts).toHaveCount(1);
  await expect(desk.points(window)).toHaveCount(0);
  await clickMenu(app, 'undo');
  await expect(parts).toHaveCount(2);
  await expect(desk.points(window)).toHaveCount(1);
});

test('one box finds a command, a letter, a point and words', async () => {
  const { window } = running;
  await press('Control+Shift+n');
  await desk
    .points(window)
    .first()
    .getByLabel(/^Title of the point/)
    .fill('Slates and gutters');
  const palette = window.getByRole('dialog', { name: en.commands.find });
  const find = async (words: string) => {
    await press('Control+k');
    await expect(palette.getByRole('combobox')).toBeFocused();
    await window.keyboard.type(words);
    await expect(palette.locator('[cmdk-item][data-selected="true"]')).toBeVisible();
  };

  await find('works cited');
  await press('Enter');
  await expect(window.getByRole('dialog', { name: 'Works cited' })).toBeVisible();
  await press('Escape');
  await expect(desk.dialog(window)).toBeHidden();

  await find('gutters');
  await press('Enter');
  await expect(await desk.answerOf(window, 1)).toBeFocused();

  await find('damp');
  await expect(palette.locator('mark')).toHaveText('damp');
  await press('Enter');
  await expect(palette).toBeHidden();
  await expect(desk.letterText(window).getByText('the books are damp')).toBeInViewport();

  await find('A1');
  await expect(palette.getByRole('option').first()).toContainText('A1');
  await press('Escape');

  await press('Control+k');
  await window.keyboard.type('whole page');
  const idle = palette.getByRole('option', { name: en.commands['letter-whole-page'] });
  await expect(idle).toHaveAttribute('aria-disabled', 'true');
  await press('Escape');
  await expect(palette).toBeHidden();
});

test('the sheet of keys opens with F1 and with ?, and names every key', async () => {
  const { window } = running;
  const sheet = window.getByRole('dialog', { name: 'Keys' });
  await press('F1');
  await expect(sheet).toBeVisible();
  for (const { items } of MENUS) {
    for (const item of commandsOf(items)) {
      if (COMMANDS[item] === '') continue;
      await expect(
        sheet.getByText(en.commands[item].replace('…', ''), { exact: true }).first(),
      ).toBeAttached();
    }
  }
  await press('Escape');
  await expect(sheet).toBeHidden();
  await desk.letterText(window).focus();
  await press('Shift+?');
  await expect(sheet).toBeVisible();
  await press('Escape');
  await press('Control+Shift+n');
  await expect(await desk.answerOf(window, 1)).toBeFocused();
  await window.keyboard.type('Who counted?');
  await expect(await desk.answerOf(window, 1)).toHaveText('Who counted?');
  await expect(sheet).toBeHidden();
});

test('every command is in the menu with its words and its key', async () => {
  const menu = await readMenu(running.app);
  expect(menu.map(({ label }) => label)).toEqual(MENUS.map(({ name }) => en.menus[name]));
  const items = everyItem(menu).filter(({ type }) => type !== 'separator');
  for (const [id, keys] of Object.entries(COMMANDS) as [CommandId, string][]) {
    const item = items.find((each) => each.id === id);
    expect(item, id).toBeDefined();
    if (!/^(undo|redo)$/.test(id)) expect(item?.label).toBe(en.commands[id]);
    if (keys !== '') expect(item?.accelerator?.length, `key of ${id}`).toBeGreaterThan(0);
  }
  const keys = items.flatMap(({ accelerator }) =>
    accelerator && accelerator !== 'null' ? [accelerator] : [],
  );
  expect(new Set(keys).size).toBe(keys.length);
});

test('the menu says what will be undone and redone, and does it', async () => {
  const { app, window } = running;
  await selectFirstWords(2);
  await press('3');
  await expect.poll(async () => (await menuItem(app, 'undo'))?.label).toBe('Undo Highlight');
  await clickMenu(app, 'undo');
  await expect(desk.brackets(window)).toHaveCount(0);
  await expect.poll(async () => (await menuItem(app, 'redo'))?.label).toBe('Redo Highlight');
  await expect.poll(async () => (await menuItem(app, 'undo'))?.label).toBe('Undo Adding a Letter');
  await clickMenu(app, 'redo');
  await expect(desk.brackets(window)).toHaveCount(1);
});

test('the focus returns to where it was when a dialog is closed', async () => {
  const { window } = running;
  await press('Control+Shift+n');
  const answer = await desk.answerOf(window, 1);
  await expect(answer).toBeFocused();
  await window.keyboard.type('Before');
  for (const key of ['Control+Shift+t', 'Control+Shift+r', 'F1', 'Control+k', 'Control+Shift+i']) {
    await press(key);
    await expect(desk.dialog(window)).toBeVisible();
    await press('Escape');
    await expect(desk.dialog(window)).toBeHidden();
    await expect(answer, key).toBeFocused();
  }
  await window.keyboard.type(' and after.');
  await expect(answer).toHaveText('Before and after.');
  await desk.letterText(window).focus();
  await press('Control+Shift+i', 'Escape');
  await expect(desk.letterText(window)).toBeFocused();
});
