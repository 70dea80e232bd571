/** Letters come in: pasted, dropped, several at once, several in one file; and what can't come in is refused in words. */
import { expect, test, type Locator, type Page } from '@playwright/test';
import { readFile, truncate, writeFile } from 'node:fs/promises';
import type { Letter } from '../../../core/document/letter.ts';
import { withClipboard } from '../support/clipboard.ts';
import * as desk from '../support/desk.ts';
import { answerDialogs } from '../support/dialogs.ts';
import {
  file,
  fromDocs,
  fromWord,
  fullMailbox,
  hard,
  mail,
  mailbox,
  refused,
  savedPage,
  signedLetter,
  wordFile,
} from '../support/incoming.ts';
import { launchApp, type RunningApp } from '../support/launch.ts';
import { lookAt } from '../support/look.ts';
import { clickMenu, menuItem, watchMenu } from '../support/menu.ts';

let running: RunningApp;

test.beforeAll(async () => {
  running = await launchApp();
  await watchMenu(running.app);
});
test.beforeEach(() => desk.newProject(running));
test.afterAll(() => running?.close());

const rows = () => desk.pane(running.window, 'outline').locator('.letter-row');
const field = (name: string) => desk.dialog(running.window).getByLabel(name, { exact: true });
const press = (name: string | RegExp) => desk.dialog(running.window).getByRole('button', { name }).click();

async function saveDetails(): Promise<void> {
  await press('Save');
  await expect(desk.dialog(running.window)).toBeHidden();
}

/** The letters as they lie in the project's file. */
async function lettersSaved(path: string): Promise<readonly Letter[]> {
  await desk.saveAs(running, path);
  return (await desk.projectIn(path)).letters;
}

test('a paste from Word and one from Docs keep headings, lists and emphasis', async () => {
  const { window } = running;
  await desk.pasteLetter(running, fromWord);
  const text = desk.letterText(window);
  await expect(text.getByRole('heading', { name: 'The lamp over the door' })).toBeVisible();
  await expect(text.locator('strong')).toHaveText('since November');
  await expect(text).toContainText('Buy a lamp.');
  await desk.pasteLetter(running, fromDocs);
  await expect(text.locator('strong')).toHaveText('Mondays');
  await expect(text.locator('em')).toHaveText('shut');
  await expect(text).not.toContainText('since November');
  await expect(rows()).toHaveCount(2);
});

test('a picture in a letter is shown in its place, where it is quoted, and when the project is opened again', async ({}, info) => {
  const { window } = running;
  await desk.drop(
    window,
    file(
      'door.html',
      `<h1>The door</h1><p>See for yourselves.</p><figure><img alt="A lamp over a door" src="${PIXEL}"><figcaption>The lamp</figcaption></figure><p>It is out.</p>`,
    ),
  );
  await saveDetails();
  const shown = (part: Locator) =>
    expect
      .poll(() =>
        part.getByAltText('A lamp over a door').evaluate((image: HTMLImageElement) => image.naturalWidth),
      )
      .toBe(1);
  await shown(desk.letterText(window));
  await desk.selectWords(window, 'See for yourselves', 'It is out');
  await window.keyboard.press('Enter');
  await shown(desk.points(window).first());
  const path = info.outputPath('door.pamphlet');
  await desk.saveAs(running, path);
  await desk.newProject(running);
  await answerDialogs(running.app, { open: [path] });
  await window.keyboard.press('Control+o');
  await shown(desk.letterText(window));
});

test('a dropped Word document comes in with what it states, and two undos take it out', async ({}, info) => {
  const { window } = running;
  await desk.drop(window, wordFile);
  await expect(field('Title')).toHaveValue('The roof');
  await press('Use “Ada Quill” for Authors');
  await press('Use “Report on the roof” for Title');
  await saveDetails();
  await expect(desk.letterText(window)).toContainText('Slates are dear this year.');
  const [letter] = await lettersSaved(info.outputPath('roof.pamphlet'));
  expect(letter?.item).toMatchObject({ title: 'Report on the roof', author: [{ literal: 'Ada Quill' }] });
  expect(letter?.original).toMatchObject({ name: wordFile.name, size: wordFile.bytes.length });
  await window.keyboard.press('Control+z');
  await window.keyboard.press('Control+z');
  await expect(rows()).toHaveCount(0);
});

test('what was found but not stated is proposed with its place, and used only when the writer says so', async ({}, info) => {
  const { window } = running;
  await desk.drop(window, signedLetter);
  const form = desk.dialog(window);
  await expect(form).toContainText('Found in the salutation: Mr Cottle');
  await expect(form).toContainText('Found in the file name');
  await expect(field('To')).toHaveValue('');
  await lookAt(running, 'proposals', info);
  await form.getByRole('button', { name: 'Use “Mr Cottle” for To' }).click();
  await expect(field('To')).toHaveValue('Mr Cottle');
  await expect(form.getByRole('button', { name: /^Use “Mr Cottle”/ })).toHaveCount(0);
  await press('Use all');
  await expect(form.getByRole('button', { name: 'Use all' })).toHaveCount(0);
  await saveDetails();
  const [letter] = await lettersSaved(info.outputPath('proposals.pamphlet'));
  expect(letter).toMatchObject({
    addressee: 'Mr Cottle',
    item: { author: [{ literal: 'Nora Vane' }], issued: { 'date-parts': [[2026, 5, 3]] } },
  });

  // Opened again, the form can look in the original once more.
  await desk.newProject(running);
  await desk.drop(window, {
    name: 'again.pamphlet',
    bytes: await readFile(info.outputPath('proposals.pamphlet')),
  });
  await expect(rows()).toHaveCount(1);
  await window.keyboard.press('Control+Shift+i');
  await press('Look in the original again');
  await expect(form).toContainText('Found in the salutation');
  await window.keyboard.press('Escape');
});

test('a mail is parted from what it quotes, and the parts are taken as the writer wants', async ({}, info) => {
  const { window } = running;
  await desk.drop(window, mail);
  const choice = desk.dialog(window);
  await expect(choice).toContainText('“the lamp.eml” holds 3 parts');
  await expect(choice.getByRole('checkbox', { checked: true })).toHaveCount(1);
  await expect(choice.getByRole('button', { name: 'Take 1 letter' })).toBeEnabled();
  await lookAt(running, 'choice', info);
  await press('Take all');
  await choice.getByRole('checkbox', { name: /Signature/ }).uncheck();
  await press('Take 2 letters');
  await expect(rows()).toHaveText([/A1.*The lamp, again/, /A2/]);
  await expect(desk.messages(window)).toContainText('2 letters were taken in: A1 to A2.');
  const letters = await lettersSaved(info.outputPath('mail.pamphlet'));
  expect(letters.map(({ original }) => original?.name)).toEqual(['the lamp.eml', 'the lamp.eml']);

  await desk.messages(window).getByRole('button', { name: 'Look Them Through' }).click();
  await expect(desk.dialog(window)).toContainText('Letters taken in');
  await lookAt(running, 'report', info);
  await press('Details A2');
  await expect(field('Code')).toHaveValue('A2');
  await window.keyboard.press('Escape');
  await expect(desk.dialog(window)).toContainText('Letters taken in');
  await press('Done');

  // What was left in the original is still to be had.
  await clickMenu(running.app, 'letter-parts');
  await expect(desk.dialog(window)).toContainText('In the project as A1');
  await desk
    .dialog(window)
    .getByRole('checkbox', { name: /Signature/ })
    .check();
  await press('Take 1 letter');
  await saveDetails();
  await expect(rows()).toHaveCount(3);
  for (const left of [2, 0]) {
    await window.keyboard.press('Control+z');
    await expect(rows()).toHaveCount(left);
  }
});

test('a mailbox and other files at once come in as one step, in their order; a bad one among them is named', async ({}, info) => {
  const { window } = running;
  await desk.drop(window, mailbox, file('nothing.txt', ''), file('note.txt', 'The lamp is out.'));
  await expect(desk.dialog(window).getByRole('alert')).toContainText('“nothing.txt” is empty.');
  await expect(desk.dialog(window)).toContainText('2 files with 3 parts');
  await lookAt(running, 'choice-of-files', info);
  await press('Take 3 letters');
  await expect(rows()).toHaveText([/A1.*The steps/, /A2.*The count/, /A3.*note/]);
  await window.keyboard.press('Control+z');
  await expect(rows()).toHaveCount(0);
});

test('a bad file among good ones with one letter each is named when they are in', async () => {
  const { window } = running;
  await desk.drop(window, file('nothing.txt', ''), file('note.txt', 'The lamp is out.'));
  await saveDetails();
  await expect(rows()).toHaveText([/A1.*note/]);
  const alert = desk.messages(window).getByRole('alert');
  await expect(alert).toContainText('1 of 2 files couldn’t be taken in:');
  await expect(alert).toContainText('“nothing.txt” is empty.');
});

test('a choice that is called off leaves the project as it was', async () => {
  const { window } = running;
  await desk.drop(window, mailbox);
  await expect(desk.dialog(window)).toContainText('holds 2 parts');
  await press('Take none');
  await expect(desk.dialog(window).getByRole('button', { name: /^Take 0/ })).toBeDisabled();
  await window.keyboard.press('Escape');
  await expect(desk.dialog(window)).toBeHidden();
  await expect(rows()).toHaveCount(0);
  await expect.poll(async () => (await menuItem(running.app, 'undo'))?.enabled).toBe(false);
});

test('a full mailbox is listed to its end, and all of it is taken', async () => {
  const { window } = running;
  await desk.drop(window, fullMailbox(250));
  const choice = desk.dialog(window);
  await expect(choice).toContainText('“all letters.mbox” holds 250 parts');
  await expect(choice.getByRole('button', { name: 'Take 250 letters' })).toBeEnabled();
  await expect(async () => {
    await choice.getByRole('checkbox').last().scrollIntoViewIfNeeded();
    await expect(choice.getByRole('checkbox', { name: /^Letter 250/ })).toBeVisible({ timeout: 500 });
  }).toPass();
  await choice.getByRole('checkbox', { name: /^Letter 250/ }).uncheck();
  await press('Take 249 letters');
  await expect(rows()).toHaveCount(249);
  await expect(rows().last()).toHaveText(/A249.*Letter 249/);
});

test('what comes in while a form is open waits for it', async () => {
  const { window } = running;
  await desk.drop(window, file('one.txt', 'The lamp is out.'));
  await field('Title').fill('Half a ti');
  await desk.drop(window, file('two.txt', 'The steps are dark.'));
  await expect(rows()).toHaveCount(2);
  await expect(field('Title')).toHaveValue('Half a ti');
  await field('Title').fill('Half a title');
  await press('Save');
  await expect(field('Title')).toHaveValue('two');
  await saveDetails();
  await expect(rows()).toHaveText([/A1.*Half a title/, /A2.*two/]);
});

test('of a saved page the main text is taken, and the whole page at a press; highlights stay', async ({}, info) => {
  const { window } = running;
  const text = desk.letterText(window);
  await desk.drop(window, savedPage);
  await expect(desk.dialog(window)).toContainText('The main text of the page was taken');
  await lookAt(running, 'main-text', info);
  await press('Take the whole page instead');
  await expect(text).toContainText('The regatta has been put off');
  await expect(desk.dialog(window).getByRole('button', { name: 'Take the whole page instead' })).toHaveCount(
    0,
  );
  await saveDetails();
  await window.keyboard.press('Control+z');
  await expect(text).not.toContainText('The regatta has been put off');

  await desk.mark(window, 1, 'nobody comes to the reading room');
  await expect.poll(async () => (await menuItem(running.app, 'letter-whole-page'))?.enabled).toBe(true);
  await clickMenu(running.app, 'letter-whole-page');
  await expect(text).toContainText('The regatta has been put off');
  await expect(text.locator('mark')).toHaveText('nobody comes to the reading room');
  await expect.poll(async () => (await menuItem(running.app, 'letter-whole-page'))?.enabled).toBe(false);
  await clickMenu(running.app, 'letter-report');
  await expect(desk.dialog(window)).toContainText('The import of A1');
  await window.keyboard.press('Escape');
});

test('what can’t be a letter is refused in a clear sentence, and nothing of it stays', async () => {
  const { window } = running;
  for (const [name, bytes, said] of refused) {
    await desk.drop(window, { name, bytes });
    const alert = desk.messages(window).getByRole('alert');
    await expect(alert).toContainText(`“${name}” couldn’t be taken in.`);
    await expect(alert).toContainText(said);
    await desk.dismissMessages(window);
    await expect(rows()).toHaveCount(0);
  }
  await expect.poll(async () => (await menuItem(running.app, 'undo'))?.enabled).toBe(false);
});

test('what is hard to read comes in with all its words, and the report tells what had to be changed', async () => {
  const { window } = running;
  for (const [each, words, told] of hard) {
    await desk.drop(window, each);
    await expect(desk.dialog(window)).toBeVisible();
    if (told) await expect(desk.dialog(window).locator('.import-report')).toContainText(told);
    await saveDetails();
    await expect(desk.letterText(window)).toContainText(words);
  }
  await expect(rows()).toHaveCount(hard.length);
});

test('a long reading shows how far it is and stops at a key; the project stays as it was', async ({}, info) => {
  const { window } = running;
  await desk.drop(window, file('note.txt', 'The lamp is out.'));
  await saveDetails();
  await dropLong(window, 40);
  const bar = window.getByRole('region', { name: 'Reading' });
  await expect(bar).toContainText(/Reading “long \d+\.html”\s*\d+ of 40/);
  await expect(bar.getByRole('button', { name: /Stop/ })).toBeVisible();
  await lookAt(running, 'reading', info);
  await window.keyboard.press('Escape');
  await expect(bar).toBeHidden();
  await expect(desk.messages(window)).toContainText('Reading was stopped. Nothing was taken in.');
  await expect(desk.dialog(window)).toBeHidden();
  await expect(rows()).toHaveCount(1);
});

test('letters are chosen from the disk, in their order; one larger than any letter is refused unread', async ({}, info) => {
  const { app, window } = running;
  const paths = [mailbox, file('note.txt', 'The lamp is out.')].map(({ name }) => info.outputPath(name));
  await writeFile(paths[0]!, mailbox.bytes);
  await writeFile(paths[1]!, 'The lamp is out.');
  const large = info.outputPath('large.txt');
  await writeFile(large, 'a');
  await truncate(large, 101 * 1024 * 1024);
  await answerDialogs(app, { open: [paths[1]!, large, paths[0]!] });
  await window.keyboard.press('Control+Shift+o');
  await expect(desk.dialog(window).getByRole('alert')).toContainText('“large.txt” is larger than 100 MB.');
  await press('Take 3 letters');
  await expect(rows()).toHaveText([/A1.*note/, /A2.*The steps/, /A3.*The count/]);
});

test('a new version is the letter of its file that it has most in common with, and brings its pictures', async ({}, info) => {
  const { app, window } = running;
  const old = file('page.html', '<h1>The lamp</h1><p>It has been out since November.</p>');
  await desk.drop(window, old);
  await saveDetails();
  await desk.mark(window, 1, 'since November');
  const path = info.outputPath('page.html');
  await writeFile(
    path,
    `<h1>The lamp</h1><p>It has been out since November.</p><img alt="The door" src="${PIXEL}">`,
  );
  await answerDialogs(app, { open: [path] });
  await clickMenu(app, 'version-file');
  await press('Replace the letter');
  await expect(desk.letterText(window).locator('mark')).toHaveText('since November');
  const saved = info.outputPath('version.pamphlet');
  await desk.saveAs(running, saved);
  const project = await desk.projectIn(saved);
  expect(project.letters[0]?.blocks.at(-1)).toMatchObject({ type: 'picture', asset: project.assets[0]?.id });

  await writeFile(info.outputPath('box.mbox'), mailbox.bytes);
  await desk.drop(window, file('one.txt', 'Nobody counted me on any of them.'));
  await saveDetails();
  await answerDialogs(app, { open: [info.outputPath('box.mbox')] });
  await clickMenu(app, 'version-file');
  await press('Replace the letter');
  await expect(desk.letterText(window)).toContainText('Nobody counted me');
});

test('a thread that was pasted as one letter can be split from its form', async () => {
  const { app, window } = running;
  const letter = (name: string) =>
    `Dear ${name},\n\nThe lamp is out.\n\nThe steps are dark.\n\nI fell on the third.\n\nYours, Nora Vane\n\n`;
  await withClipboard(app, { text: letter('Mr Cottle') + letter('Ms Ferris') }, async () => {
    await window.keyboard.press('Control+v');
    await expect(desk.dialog(window)).toContainText('Other letters seem to begin in it, in 1 place.');
  });
  await press('Split into Several Letters…');
  await press('Make 2 letters');
  await expect(rows()).toHaveCount(2);
});

/** A picture of one pixel. */
const PIXEL =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** Drops as many long pages, which are made in the window: they would take long to get there. */
async function dropLong(window: Page, count: number): Promise<void> {
  await window.evaluate((count) => {
    const dataTransfer = new DataTransfer();
    const page = '<p>The lamp over the <b>door</b> is out.</p>'.repeat(60_000);
    for (let i = 1; i <= count; i++) dataTransfer.items.add(new File([page], `long ${i}.html`));
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
  }, count);
}
