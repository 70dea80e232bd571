/** Spelling: what is underlined, what can be done about it, and that nothing is asked of a server. */
import { expect, test, type Page } from '@playwright/test';
import { join } from 'node:path';
import { answerOf, dialog, messages, newProject, points, projectIn, saveAs } from '../support/desk.ts';
import { launchApp, type RunningApp } from '../support/launch.ts';
import { lookAt } from '../support/look.ts';

let running: RunningApp;
let window: Page;

test.beforeAll(async () => {
  running = await launchApp();
  ({ window } = running);
});
test.beforeEach(async () => newProject(running));
test.afterAll(async () => running.close());

const SENTENCE = 'The libary of Quillhaven is opne to eveyrone.';

/** The words that are underlined. */
const underlined = () =>
  window.evaluate(() =>
    [...(CSS.highlights.get('misspelt') ?? [])]
      .map((range) => (range as Range).toString())
      .filter((words) => words !== '')
      .sort(),
  );
const menu = () => window.getByRole('menu', { name: /is misspelt/ });

async function pointWith(text: string): Promise<void> {
  const before = await points(window).count();
  await window.keyboard.press('Control+Shift+n');
  await expect(points(window)).toHaveCount(before + 1);
  await expect(await answerOf(window, before + 1)).toBeFocused();
  await window.keyboard.type(text);
}

/** The middle of a word of an answer, in window coordinates. */
async function middleOf(answer: number, word: string): Promise<{ x: number; y: number }> {
  return (await answerOf(window, answer)).evaluate((element, word) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.nodeValue?.indexOf(word) ?? -1;
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + word.length);
      const { left, right, top, bottom } = range.getBoundingClientRect();
      return { x: (left + right) / 2, y: (top + bottom) / 2 };
    }
    throw new Error(`no ${word}`);
  }, word);
}

async function chooseLanguage(name: string): Promise<void> {
  await window.locator('.status-bar .language').click();
  await dialog(window).getByRole('combobox').selectOption({ label: name });
}

test('underlines misspelt words, and only when they are done', async () => {
  await pointWith('The libary of Quillhaven is opne to');
  await expect.poll(underlined).toEqual(['Quillhaven', 'libary', 'opne']);
  // The word that is being written isn't judged yet: not even after more than the pause that a judgement waits for.
  await window.keyboard.type(' eveyrone');
  await window.waitForTimeout(1200);
  expect(await underlined()).toEqual(['Quillhaven', 'libary', 'opne']);
  await window.keyboard.type('.');
  await expect.poll(underlined).toEqual(['Quillhaven', 'eveyrone', 'libary', 'opne']);
  // Marks go with their words.
  await window.keyboard.press('Control+Home');
  await window.keyboard.type('Once more: ');
  await expect.poll(underlined).toEqual(['Quillhaven', 'eveyrone', 'libary', 'opne']);
});

test('a suggestion is chosen with the mouse, and undone in one step', async ({}, info) => {
  await pointWith(SENTENCE);
  await expect.poll(underlined).toEqual(['Quillhaven', 'eveyrone', 'libary', 'opne']);
  const { x, y } = await middleOf(1, 'libary');
  await window.mouse.click(x, y, { button: 'right' });
  await expect(menu()).toBeVisible();
  await expect(menu().getByRole('menuitem', { name: 'library', exact: true })).toBeVisible();
  await lookAt(running, 'suggestions', info);
  await menu().getByRole('menuitem', { name: 'library', exact: true }).click();
  const answer = await answerOf(window, 1);
  await expect(answer).toContainText('The library of Quillhaven');
  await expect(answer).toBeFocused();
  await expect.poll(underlined).toEqual(['Quillhaven', 'eveyrone', 'opne']);
  await window.keyboard.press('Control+z');
  await expect(answer).toContainText('The libary of Quillhaven');
  await window.keyboard.press('Control+Shift+z');
  await expect(answer).toContainText('The library of Quillhaven');
});

test('words in the cells of a table are underlined, and mended there', async () => {
  await pointWith('The count. ');
  await window.keyboard.press('Control+Alt+t');
  await window.keyboard.press('Enter');
  const answer = await answerOf(window, 1);
  const cell = (row: number, column: number) =>
    answer.getByRole('textbox', { name: `Row ${row}, column ${column}` });
  await expect(cell(1, 1)).toBeFocused();
  await window.keyboard.type('Loans');
  await window.keyboard.press('Tab');
  await expect(cell(1, 2)).toBeFocused();
  await window.keyboard.type('The libary is opne');
  await window.keyboard.press('Tab');
  await expect.poll(underlined).toEqual(['libary', 'opne']);
  const { x, y } = await middleOf(1, 'libary');
  await window.mouse.click(x, y, { button: 'right' });
  await menu().getByRole('menuitem', { name: 'library', exact: true }).click();
  await expect(answer.locator('table')).toContainText('The library is opne');
  await expect.poll(underlined).toEqual(['opne']);
  await window.keyboard.press('Control+z');
  await expect(answer.locator('table')).toContainText('The libary is opne');
});

test('the keyboard goes from one to the next, and chooses', async () => {
  await pointWith('The library of Quillhaven is opne to eveyrone.');
  const answer = await answerOf(window, 1);
  await answer.click();
  await window.keyboard.press('Control+Home');
  await window.keyboard.press('Alt+F7');
  await expect(menu()).toHaveAccessibleName('“Quillhaven” is misspelt');
  await window.keyboard.press('Escape');
  await expect(menu()).toBeHidden();
  await expect(answer).toBeFocused();
  await window.keyboard.press('Alt+F7');
  await expect(menu()).toHaveAccessibleName('“opne” is misspelt');
  await expect(menu().getByRole('menuitem', { name: 'open', exact: true })).toBeVisible();
  await expect(menu().getByRole('menuitem').first()).toBeFocused();
  while ((await window.locator(':focus').innerText()) !== 'open') await window.keyboard.press('ArrowDown');
  await window.keyboard.press('Enter');
  await expect(answer).toContainText('is open to');
  await expect(answer).toBeFocused();
  // At the caret.
  await window.keyboard.press('Alt+F7');
  await expect(menu()).toHaveAccessibleName('“eveyrone” is misspelt');
  await window.keyboard.press('Escape');
  await window.keyboard.press('Control+Shift+F7');
  await expect(menu()).toHaveAccessibleName('“eveyrone” is misspelt');
  await window.keyboard.press('Escape');
});

test('words are added to the project, to the computer, or left alone in one place', async ({}, info) => {
  await pointWith('Everyone says eveyrone in Quillhaven.');
  await pointWith('The eveyrone, and Pamflett, of Quillhaven.');
  await expect.poll(underlined).toEqual(['Pamflett', 'Quillhaven', 'Quillhaven', 'eveyrone', 'eveyrone']);
  const choose = async (answer: number, word: string, act: string) => {
    const { x, y } = await middleOf(answer, word);
    await window.mouse.click(x, y, { button: 'right' });
    await menu().getByRole('menuitem', { name: act }).click();
    await expect(menu()).toBeHidden();
  };
  await choose(2, 'Quillhaven', 'project’s words');
  await expect.poll(underlined).toEqual(['Pamflett', 'eveyrone', 'eveyrone']);
  await window.keyboard.press('Control+z');
  await expect.poll(underlined).toEqual(['Pamflett', 'Quillhaven', 'Quillhaven', 'eveyrone', 'eveyrone']);
  await window.keyboard.press('Control+Shift+z');
  await expect.poll(underlined).toEqual(['Pamflett', 'eveyrone', 'eveyrone']);
  await choose(2, 'Pamflett', 'computer’s words');
  await expect.poll(underlined).toEqual(['eveyrone', 'eveyrone']);
  await choose(2, 'eveyrone', 'Ignore here');
  await expect.poll(underlined).toEqual(['eveyrone']);

  await window.locator('.status-bar .language').click();
  await lookAt(running, 'words', info);
  await expect(dialog(window).getByRole('listitem')).toHaveText(['Quillhaven', 'Pamflett']);
  await window.keyboard.press('Escape');

  const file = join(info.outputDir, 'words.pamphlet');
  await saveAs(running, file);
  const { settings } = await projectIn(file);
  expect(settings.words).toEqual(['Quillhaven']);
  expect(settings.ignored?.map(({ word }) => word)).toEqual(['eveyrone']);

  // Another session on this computer: its words, the project's, and what was left alone.
  const { userData } = running;
  await running.close({ keepProfile: true });
  running = await launchApp({ files: [file], userData });
  ({ window } = running);
  await answerOf(window, 2);
  await expect.poll(underlined).toEqual(['eveyrone']);
});

test('quotations of a letter aren’t judged, nor languages without a dictionary; others by theirs', async ({}, info) => {
  await pointWith('Die Büchereischliessung und das Bibliotheksgebäude, the library.');
  await chooseLanguage('German');
  await expect(dialog(window)).toContainText('The German dictionary is used');
  await window.keyboard.press('Escape');
  await expect.poll(underlined).toContain('Büchereischliessung');
  expect(await underlined()).not.toContain('Bibliotheksgebäude');
  expect(await underlined()).toContain('library');
  await chooseLanguage('Hebrew');
  await expect(dialog(window)).toContainText('No dictionary for Hebrew');
  await window.keyboard.press('Escape');
  await expect.poll(underlined).toEqual([]);
  await expect(window.locator('.status-bar .language')).toHaveText('Hebrew · spelling not checked');
  await lookAt(running, 'without-dictionary', info);
  await (await answerOf(window, 1)).click();
  await window.keyboard.press('Alt+F7');
  await expect(messages(window)).toContainText('No dictionary for Hebrew');
  await chooseLanguage('English');
  await window.keyboard.press('Escape');
  await expect.poll(underlined).toContain('Bibliotheksgebäude');
});

test('is switched off, and on', async () => {
  await pointWith(SENTENCE);
  await expect.poll(underlined).toContain('libary');
  await window.locator('.status-bar .language').click();
  await dialog(window).getByRole('checkbox').uncheck();
  await window.keyboard.press('Escape');
  await expect.poll(underlined).toEqual([]);
  await window.locator('.status-bar .language').click();
  await dialog(window).getByRole('checkbox').check();
  await window.keyboard.press('Escape');
  await expect.poll(async () => (await underlined()).length).toBeGreaterThan(0);
});

test('nothing but the window’s own files is asked for', async () => {
  const asked = await running.app.evaluate(({ session }) => session.defaultSession.isSpellCheckerEnabled());
  expect(asked).toBe(false);
});
