/** Find and replace: over letters, answers and notes; by keyboard and mouse; in one step that can be undone. */
import { expect, test, type Page } from '@playwright/test';
import { answerOf, letterText, messages, newProject, openSample, pane, points } from '../support/desk.ts';
import { launchApp, type RunningApp } from '../support/launch.ts';
import { expectInside, lookAt, resize } from '../support/look.ts';

let running: RunningApp;
let window: Page;

test.beforeAll(async () => {
  running = await launchApp();
  ({ window } = running);
});
test.beforeEach(async () => {
  await newProject(running);
  // As it is at first.
  if (!(await bar().isVisible())) await window.keyboard.press('Control+f');
  const pressed = bar().getByRole('button', { pressed: true });
  while ((await pressed.count()) > 0) await pressed.first().click();
  await bar().getByRole('combobox', { name: 'Where' }).selectOption('all');
  await query().fill('');
  await window.keyboard.press('Escape');
  await expect(bar()).toBeHidden();
});
test.afterAll(async () => running.close());

const bar = () => window.getByRole('search', { name: 'Find and replace' });
const query = () => bar().getByRole('searchbox', { name: 'Find' });
const told = () => bar().getByRole('status');
const tinted = (name: 'found' | 'found-now') =>
  window.evaluate(
    (name) => [...(CSS.highlights.get(name) ?? [])].map((range) => (range as Range).toString()),
    name,
  );

async function pointWith(text: string): Promise<void> {
  const before = await points(window).count();
  await window.keyboard.press('Control+Shift+n');
  await expect(points(window)).toHaveCount(before + 1);
  await expect(await answerOf(window, before + 1)).toBeFocused();
  await window.keyboard.type(text);
}

async function lookFor(words: string): Promise<void> {
  await window.keyboard.press('Control+f');
  await expect(query()).toBeFocused();
  await query().fill(words);
}

test('finds words in letters and answers, goes from one to the next, and leaves the caret there', async ({}, info) => {
  await openSample(running);
  await lookFor('library');
  await expect(told()).toContainText(/\d+ places/);
  await expect(told()).toContainText(/answer \d+ · letters \d+/);
  await expect.poll(async () => (await tinted('found')).length).toBeGreaterThan(2);
  await window.keyboard.press('Enter');
  // The first is in the title page, which no pane shows.
  await expect(told()).toContainText(/^1 of \d+/);
  await window.keyboard.press('Enter');
  await expect(told()).toContainText(/^2 of \d+/);
  await expect.poll(() => tinted('found-now')).toHaveLength(1);
  await bar().getByRole('button', { name: 'List of places' }).click();
  await expect(bar().locator('[role=option]').first()).toContainText(/library/i);
  await lookAt(running, 'found', info);
  await query().focus();
  await window.keyboard.press('Shift+Enter');
  await window.keyboard.press('Shift+Enter');
  await expect(told()).toContainText(/^(\d+) of \1/);

  // A letter's words: they are selected in it, so that they can be answered.
  await bar().getByRole('combobox', { name: 'Where' }).selectOption('letters');
  await expect(told()).not.toContainText('answer');
  await query().focus();
  await window.keyboard.press('Enter');
  await expect.poll(async () => (await tinted('found-now')).length).toBe(1);
  await window.keyboard.press('Escape');
  await expect(bar()).toBeHidden();
  await expect(letterText(window)).toBeFocused();
  await expect.poll(() => window.evaluate(() => getSelection()?.toString().toLowerCase())).toBe('library');
  await expect.poll(() => tinted('found')).toEqual([]);
});

test('goes on with the key after the bar is closed, from the caret', async () => {
  await pointWith('One mill, two mills, three mills.');
  await window.keyboard.press('Control+Home');
  await lookFor('mill');
  await expect(told()).toContainText('3 places');
  await window.keyboard.press('Enter');
  await window.keyboard.press('Escape');
  const answer = await answerOf(window, 1);
  await expect(answer).toBeFocused();
  await expect.poll(() => window.evaluate(() => getSelection()?.toString())).toBe('mill');
  const before = await window.evaluate(() => getSelection()?.getRangeAt(0).startOffset);
  await window.keyboard.press('F3');
  await expect
    .poll(() => window.evaluate(() => getSelection()?.getRangeAt(0).startOffset))
    .toBeGreaterThan(before ?? 0);
  await window.keyboard.type('MILL');
  await expect(answer).toHaveText('One mill, two MILLs, three mills.');
  await window.keyboard.press('F3');
  await expect.poll(() => window.evaluate(() => getSelection()?.toString())).toBe('mill');
  await window.keyboard.press('Shift+F3');
  await expect.poll(() => window.evaluate(() => getSelection()?.toString())).toBe('MILL');
  // What is selected is looked for.
  await window.keyboard.press('Control+f');
  await expect(query()).toHaveValue('MILL');
});

test('takes whole words, case, accents and patterns as asked', async () => {
  await pointWith('Café, cafe and cafés; Cafe 1907.');
  await lookFor('cafe');
  await expect(told()).toContainText('4 places');
  const press = (name: string) => bar().getByRole('button', { name }).click();
  await press('Whole words');
  await expect(told()).toContainText('3 places');
  await press('Match accents');
  await expect(told()).toContainText('2 places');
  await press('Match case');
  await expect(told()).toContainText('1 place');
  await press('Match accents');
  await press('Match case');
  await press('Whole words');
  await press('Regular expression');
  await query().fill('cafe(');
  await expect(told()).toContainText('Not a regular expression yet: unterminated group');
  await query().fill('(\\w+) (\\d+)');
  await expect(told()).toContainText('1 place');
});

test('replaces one, all, with groups; undone in one step', async ({}, info) => {
  await pointWith('The mill of 1907, the Mill of 1912.');
  await pointWith('A mill: again.');
  await window.keyboard.press('Control+h');
  await query().fill('mill');
  await expect(told()).toContainText('3 places');
  const replacement = bar().getByRole('textbox', { name: 'Replace with' });
  await replacement.fill('house');
  await bar().getByRole('checkbox', { name: 'Keep capitals' }).check();
  await lookAt(running, 'replace', info);
  await bar().getByRole('button', { name: 'Replace All' }).click();
  await expect(messages(window)).toContainText('Replaced 3 places.');
  await expect(await answerOf(window, 1)).toHaveText('The house of 1907, the House of 1912.');
  await expect(await answerOf(window, 2)).toHaveText('A house: again.');
  await expect(told()).toContainText('Nothing found');
  await (await answerOf(window, 1)).click();
  await window.keyboard.press('Control+z');
  await expect(await answerOf(window, 1)).toHaveText('The mill of 1907, the Mill of 1912.');
  await expect(await answerOf(window, 2)).toHaveText('A mill: again.');

  // One after another, by the keyboard, with groups of a pattern.
  await bar().getByRole('button', { name: 'Regular expression' }).click();
  await query().fill('of (\\d+)');
  await replacement.fill('($1)');
  await expect(told()).toContainText('2 places');
  await replacement.press('Enter');
  await expect(points(window).first()).toContainText('(1907)');
  await expect(told()).toContainText('1 of 1');
  await replacement.press('Enter');
  await expect(points(window).first()).toContainText('The mill (1907), the Mill (1912).');
});

test('letters keep their words, and titles and notes are found', async () => {
  await openSample(running);
  const before = await letterText(window).innerText();
  await window.keyboard.press('Control+h');
  await query().fill('the');
  await bar().getByRole('combobox', { name: 'Where' }).selectOption('letters');
  await expect(told()).toContainText(/\d+ places/);
  await expect(bar().getByRole('button', { name: 'Replace All' })).toBeDisabled();
  await expect(bar()).toContainText('Letters’ words are never replaced');
  await bar().getByRole('combobox', { name: 'Where' }).selectOption('all');
  await bar().getByRole('textbox', { name: 'Replace with' }).fill('dhe');
  await bar().getByRole('button', { name: 'Replace All' }).click();
  await expect(messages(window)).toContainText(/Replaced [\d,]+ places\. [\d,]+ places are in letters/);
  expect(await letterText(window).innerText()).toBe(before);
});

test('a pattern that takes for ever is given up, and the window goes on', async () => {
  await pointWith(`${'a'.repeat(40)}!`);
  await lookFor('a');
  await expect(told()).toContainText('40 places');
  await bar().getByRole('button', { name: 'Regular expression' }).click();
  await query().fill('(a+)+$');
  await expect(told()).toContainText('takes too long', { timeout: 15_000 });
  await query().fill('a+');
  await expect(told()).toContainText('1 place');
});

test('stays within a small window, and reads from the right', async ({}, info) => {
  await window.locator('.status-bar .language').click();
  await window.getByRole('dialog').getByRole('combobox').selectOption({ label: 'Hebrew' });
  await window.keyboard.press('Escape');
  await pointWith('הספרייה של העיר, ועוד ספרייה אחת.');
  await window.keyboard.press('Control+h');
  await query().fill('ספרייה');
  await expect(told()).toContainText('2 places');
  await expect.poll(async () => [...(await tinted('found')), ...(await tinted('found-now'))].length).toBe(2);
  await bar().getByRole('button', { name: 'List of places' }).click();
  await lookAt(running, 'from-the-right', info);
  await resize(running, 900, 700);
  await expectInside(window);
  await expect(pane(window, 'answer')).toBeVisible();
});
