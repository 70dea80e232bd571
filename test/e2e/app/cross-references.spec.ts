/** Cross references, named lists and master responses: by mouse and keyboard, undone, saved, opened again, exported. */
import { expect, test, type Locator, type Page } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import * as desk from '../support/desk.ts';
import { answerDialogs } from '../support/dialogs.ts';
import { launchApp, type RunningApp } from '../support/launch.ts';
import { statement } from '../support/letters.ts';
import { lookAt } from '../support/look.ts';

test.describe.configure({ mode: 'serial' });

let running: RunningApp;
test.beforeAll(async () => {
  running = await launchApp();
});
test.afterAll(() => running?.close());

const references = (within: Locator): Locator => within.locator('.atom.cross-reference');
const point = (window: Page, number: number): Locator => desk.points(window).nth(number - 1);

async function command(window: Page, name: string): Promise<void> {
  await window.keyboard.press('Control+k');
  await desk.dialog(window).getByRole('combobox').fill(name);
  await expect(desk.dialog(window).getByRole('option', { name, exact: false }).first()).toBeVisible();
  await window.keyboard.press('Enter');
}

async function beginPoint(window: Page, words: string): Promise<void> {
  const before = await desk.points(window).count();
  await window.keyboard.press('Control+Shift+n');
  await expect(desk.points(window)).toHaveCount(before + 1);
  await window.keyboard.type(words);
}

/** The caret at the end of an answer. Its beginning is clicked: a reference in it would lead away. */
async function writeIn(window: Page, point: number): Promise<void> {
  const answer = await desk.answerOf(window, point);
  await answer.click({ position: { x: 4, y: 8 } });
  await expect(answer).toBeFocused();
  await window.keyboard.press('Control+End');
}

test('a reference is put in by a sign, leads there, follows what moves and says when it is gone', async ({}, info) => {
  const { window } = running;
  const { keyboard } = window;
  await desk.newProject(running);
  await desk.pasteLetter(running, statement);
  for (const words of ['The count.', 'The roof.', 'The sale.']) await beginPoint(window, words);

  const first = await desk.answerOf(window, 1);
  await first.click();
  await keyboard.press('Control+End');
  await keyboard.type(' See #point 3');
  await expect(window.getByRole('listbox')).toBeVisible();
  await lookAt(running, 'reference-list', info);
  await keyboard.press('Enter');
  const reference = references(point(window, 1));
  await expect(reference).toHaveText('point 3');

  await reference.click();
  await expect(point(window, 3)).toHaveAttribute('data-current', 'true');
  await keyboard.press('Alt+ArrowUp');
  await expect(references(desk.points(window).first())).toHaveText('point 2');
  await keyboard.press('Control+z');
  await expect(reference).toHaveText('point 3');

  await reference.click({ button: 'right' });
  await window.getByRole('radio', { name: /^Number/ }).check();
  await expect(reference).toHaveText('3');
  await lookAt(running, 'reference-form', info);
  await window.getByRole('radio', { name: /^Page on paper/ }).check();
  await keyboard.press('Escape');
  await expect(reference).toHaveText('point 3');

  await (await desk.answerOf(window, 3)).click();
  await command(window, 'Remove Point');
  await expect(desk.messages(window)).toContainText('1 reference leads to what was taken away');
  await expect(reference).toHaveText('missing reference');
  await expect(reference).toHaveClass(/missing/);
  await lookAt(running, 'reference-missing', info);
  await desk.messages(window).getByRole('button', { name: 'Undo' }).click();
  await expect(reference).toHaveText('point 3');
  await desk.dismissMessages(window);

  await first.click();
  await keyboard.press('Control+End');
  await keyboard.press('Backspace');
  await keyboard.press('Backspace');
  await expect(reference).toHaveCount(0);
  await keyboard.press('Control+z');
  await expect(reference).toHaveCount(1);

  // Between answers by the clipboard.
  await first.click();
  await keyboard.press('Control+a');
  await keyboard.press('Control+c');
  await writeIn(window, 2);
  await keyboard.press('Control+v');
  await expect(references(point(window, 2))).toHaveText('point 3');
});

test('a place in a letter is referred to from where it is read', async () => {
  const { window } = running;
  await writeIn(window, 2);
  await desk.selectWords(window, 'before the winter.');
  await window.keyboard.press('r');
  await expect(references(point(window, 2)).last()).toHaveText(/^Letter A1, ¶/);
  await desk.mark(window, 1, 'to sell the building to the highest bidder;');
});

test('a passage is referred to by its code', async () => {
  const { window } = running;
  await writeIn(window, 2);
  await window.keyboard.type(' and #A1-1');
  await window.keyboard.press('Enter');
  await expect(references(point(window, 2)).last()).toHaveText('A1-1');
});

test('a paragraph is referred to by its letter’s code and its number or words', async ({}, info) => {
  const { window } = running;
  await writeIn(window, 2);
  await window.keyboard.type(' or #A1 praise');
  await expect(window.getByRole('option')).toHaveText([/^Letter A1, ¶\s2.*Most of them praise/]);
  await lookAt(running, 'reference-paragraph', info);
  await window.keyboard.press('Enter');
  await expect(references(point(window, 2)).last()).toHaveText(/^Letter A1, ¶\s2\W*$/);
  await window.keyboard.type(' or #A1 ¶ 4');
  await window.keyboard.press('Enter');
  await expect(references(point(window, 2)).last()).toHaveText(/^Letter A1, ¶\s4\W*$/);
  await references(point(window, 2)).last().click();
  await expect(desk.letterText(window).getByText('to sell the building')).toBeInViewport();
  await window.keyboard.press('Control+z');
  await expect(references(point(window, 2)).last()).toHaveText(/^Letter A1, ¶\s2\W*$/);
});

test('paragraphs become entries of lists, which are named, moved and removed without losing a word', async ({}, info) => {
  const { window } = running;
  const { keyboard } = window;
  await writeIn(window, 3);
  await keyboard.press('Enter');
  await keyboard.type('That visits be counted.');
  await keyboard.press('Control+Alt+d');
  const entries = point(window, 3).locator('[data-entry]');
  await expect(entries).toHaveAttribute('data-entry', 'Demand 1');
  await expect(desk.pane(window, 'outline')).toContainText('Demands (1)');

  await keyboard.press('Control+Alt+Shift+l');
  await desk.dialog(window).getByRole('button', { name: 'New list' }).click();
  await window.getByRole('menuitem', { name: 'Changes made' }).click();
  await desk.dialog(window).getByLabel('Gathered').nth(1).selectOption({ label: 'Before the first part' });
  await lookAt(running, 'lists', info);
  await desk.dialog(window).getByRole('button', { name: 'Done' }).click();

  await writeIn(window, 3);
  await keyboard.press('Enter');
  await keyboard.type('The figures of 2021 were taken out.');
  await keyboard.press('Control+Alt+Shift+d');
  await keyboard.type('changes');
  await keyboard.press('Enter');
  await expect(entries.nth(1)).toHaveAttribute('data-entry', 'Change 1');
  await expect(desk.pane(window, 'outline')).toContainText('Changes made (1)');
  const gathered = desk.pane(window, 'answer').getByRole('region', { name: 'Changes made' });
  await expect(gathered).toContainText('The figures of 2021 were taken out. from point 3');
  await lookAt(running, 'lists-gathered', info);

  await keyboard.press('Control+Alt+Shift+l');
  await desk.dialog(window).getByRole('button', { name: 'Remove “Changes made”' }).click();
  await desk.dialog(window).getByRole('button', { name: 'Entries of “Demands”' }).click();
  await keyboard.press('Escape');
  await expect(entries.nth(1)).toHaveAttribute('data-entry', 'Demand 2');
  await keyboard.press('Control+z');
  await expect(entries.nth(1)).toHaveAttribute('data-entry', 'Change 1');
});

test('one answer serves a passage and a point', async ({}, info) => {
  const { window } = running;
  const { keyboard } = window;
  await desk.clickWords(window, 'highest bidder;');
  await keyboard.press('m');
  await expect(desk.dialog(window)).toContainText('New master response');
  await keyboard.press('Enter');
  await expect(desk.points(window)).toHaveCount(4);
  const master = desk.points(window).first();
  await expect(master.getByRole('textbox', { name: /^Answer/ })).toBeFocused();
  await keyboard.type('The deed forbids the sale.');
  await expect(master).toContainText('The deed forbids the sale.');
  await expect(master).toHaveClass(/master/);
  await expect(master.locator('.uses-line')).toContainText('A1-1');
  await expect(desk.letterText(window).locator('mark.answered').first()).toBeVisible();

  const second = desk.points(window).nth(1);
  await second.getByRole('textbox', { name: /^Answer/ }).click({ position: { x: 4, y: 8 } });
  await command(window, 'Answer the Point by a Master Response');
  await expect(desk.dialog(window)).toContainText('Master response M1');
  await keyboard.press('Enter');
  await expect(second.locator('.see-line')).toContainText('Master Response 1');
  await expect(master.locator('.uses-line')).toContainText('Point 1');
  await desk.dismissMessages(window);
  await lookAt(running, 'master-response', info);
  await keyboard.press('Control+z');
  await expect(second.locator('.see-line')).toHaveCount(0);
  await keyboard.press('Control+Shift+z');
  await expect(second.locator('.see-line')).toHaveCount(1);

  await master.getByRole('textbox', { name: /^Answer/ }).click();
  await expect(master.getByRole('textbox', { name: /^Answer/ })).toBeFocused();
  await expect(master).toHaveAttribute('data-current', 'true');
  await command(window, 'Passages That It Answers');
  const box = desk.dialog(window).getByRole('checkbox', { name: /A1-1/ });
  await expect(box).toBeChecked();
  await lookAt(running, 'master-places', info);
  await box.uncheck();
  await keyboard.press('Escape');
  await expect(master.locator('.uses-line')).not.toContainText('A1-1');
  await keyboard.press('Control+z');
  await expect(master.locator('.uses-line')).toContainText('A1-1');
});

test('several passages are answered at once: those that selected words touch, and sentences chosen from the list', async ({}, info) => {
  const { window } = running;
  const { keyboard } = window;
  // What was undone selected a passage again, whose bar goes with the letter's own key.
  await desk.letterText(window).focus();
  await keyboard.press('Escape');
  await desk.mark(window, 1, 'to close the reading room in October;');
  await desk.mark(window, 1, 'to put the large print in the leisure centre.');
  const first = desk.points(window).first();

  await desk.selectWords(window, 'to close the reading room', 'large print in the leisure centre.');
  await keyboard.press('m');
  await expect(desk.dialog(window)).toContainText('3 places at once.');
  await lookAt(running, 'master-several', info);
  await keyboard.press('Enter');
  await expect(first.locator('.uses-line .code')).toHaveText(['A1-1', 'A1-2', 'A1-3', 'Point 1']);
  await desk.dismissMessages(window);
  await keyboard.press('Control+z');
  await expect(first.locator('.uses-line .code')).toHaveCount(2);

  // Nothing is made of the sentences before an answer is chosen.
  await window.getByRole('tab', { name: 'Coverage' }).click();
  const sentences = window.getByRole('listbox', { name: 'Sentences' });
  await sentences.focus();
  await keyboard.press('Control+a');
  const brackets = await desk.brackets(window).count();
  await keyboard.press('m');
  await expect(desk.dialog(window)).toContainText(/\d+ places at once/);
  await keyboard.press('Escape');
  await expect(desk.brackets(window)).toHaveCount(brackets);
  await expect(sentences).toBeFocused();
  await keyboard.press('m');
  await keyboard.press('Enter');
  await expect.poll(() => first.locator('.uses-line .code').count()).toBeGreaterThan(4);
  await expect(sentences).toBeHidden();
  await desk.dismissMessages(window);
  await keyboard.press('Control+z');
  await expect(desk.brackets(window)).toHaveCount(brackets);
  await expect(first.locator('.uses-line .code')).toHaveCount(2);
  await window.getByRole('tab', { name: 'Outline' }).click();
});

test('all of it is saved, opened again and exported', async ({}, info) => {
  const { app, window } = running;
  const file = info.outputPath('references.pamphlet');
  await desk.saveAs(running, file);
  const project = await desk.projectIn(file);
  expect(project.lists?.map(({ name }) => name)).toEqual(['', 'Changes made']);
  expect(project.sections.flatMap(({ points }) => points).filter(({ master }) => master)).toHaveLength(1);

  const paths = { html: info.outputPath('r.html'), pdf: info.outputPath('r.pdf') };
  for (const [path, key] of [
    [paths.html, 'Control+Shift+e'],
    [paths.pdf, 'Control+p'],
  ] as const) {
    await answerDialogs(app, { save: path });
    await window.keyboard.press(key);
    await expect(desk.messages(window)).toContainText(`Exported to ${path.split('/').pop()}`, {
      timeout: 60_000,
    });
    await desk.dismissMessages(window);
  }
  const html = await readFile(paths.html, 'utf8');
  const [, third] = project.sections.flatMap(({ points }) => points).slice(-2);
  expect(html).toContain(`<a href="#${third?.id}">point 3</a>`);
  expect(html).toContain('This response answers <a');
  expect(html).toContain('See <a');
  const pdf = execFileSync('pdftotext', [paths.pdf, '-'], { encoding: 'utf8' }).replace(/\s+/g, ' ');
  expect(pdf).toMatch(/point 3 on page \d+/);
  expect(pdf).toMatch(/See Master Response 1/);

  await running.close();
  running = await launchApp({ files: [file] });
  await expect(references(desk.points(running.window).nth(1))).toHaveText('point 3');
  await expect(desk.pane(running.window, 'outline')).toContainText('Changes made (1)');
});
