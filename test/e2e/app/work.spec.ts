/** Work in progress: what is left, details of points, comments, the board, lengths, the working copy. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Locator } from '@playwright/test';
import { pointMap } from '../../../core/document/find.ts';
import * as desk from '../support/desk.ts';
import { answerDialogs } from '../support/dialogs.ts';
import { expectInside, lookAt, resize } from '../support/look.ts';
import { launchApp, type RunningApp } from '../support/launch.ts';
import { short } from '../support/letters.ts';
import { clickMenu, menuItem, watchMenu } from '../support/menu.ts';

let running: RunningApp;
let folder: string;
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pamphleteer-work-'));
  running = await launchApp();
  await watchMenu(running.app);
});
test.afterAll(async () => {
  await running?.close();
  await rm(folder, { recursive: true, force: true });
});

const press = (key: string) => running.window.keyboard.press(key);
const type = (words: string) => running.window.keyboard.type(words);
const side = (name: string): Locator => running.window.getByRole('tab', { name });
const remaining = (): Locator => running.window.getByRole('region', { name: 'What’s left' });
const thread = (): Locator => running.window.getByRole('dialog', { name: /^Comment on/ });
const details = (): Locator => running.window.getByRole('dialog', { name: /^Details of point/ });
const title = (): Locator => running.window.locator('.dialog h2');

/** A project with a letter, a passage of it that is open, and two points of which the first is answered. */
async function begun(): Promise<void> {
  const { window } = running;
  await desk.newProject(running);
  await desk.pasteLetter(running, short);
  await desk.mark(window, 1, 'the roof is leaking');
  for (const [i, words] of ['The roof was mended at Lammas.', ''].entries()) {
    await press('Control+Shift+n');
    await expect(await desk.answerOf(window, i + 1)).toBeFocused();
    if (words) await type(words);
  }
}

test('what is left is listed by groups and counted; each thing is one key away, and lands exactly', async ({}, info) => {
  const { window, app } = running;
  await begun();
  await clickMenu(app, 'show-remaining');
  await expect(remaining()).toBeVisible();
  await expect(remaining().getByRole('button', { expanded: true })).toHaveText([
    /^Open passages1$/,
    /^Points without an answer1$/,
    /^Missing details2$/,
  ]);
  await expect(side('What’s left')).toHaveAccessibleName(/^What’s left\s*4$/);
  await expect.poll(async () => (await menuItem(app, 'show-remaining'))?.checked).toBe(true);
  await lookAt(running, 'remaining', info);
  await expectInside(window);

  // By the mouse to the passage, with the focus in the letter.
  await remaining()
    .getByRole('button', { name: /the roof is leaking/ })
    .click();
  await expect(desk.passageBar(window)).toBeVisible();
  await press('Escape');

  // By keys within the list.
  await press('Control+Alt+l');
  await expect(remaining()).toBeHidden();
  await press('Control+Alt+l');
  await expect(remaining().getByRole('button', { name: /^Open passages/ })).toBeFocused();
  await press('ArrowDown');
  await press('ArrowDown');
  await press('ArrowDown');
  await expect(remaining().getByRole('button', { name: 'Point 2', exact: true })).toBeFocused();
  await press('Enter');
  await expect(await desk.answerOf(window, 2)).toBeFocused();

  // What is done isn't left; what is undone is again.
  await type('It was.');
  await expect(side('What’s left')).toHaveAccessibleName(/^What’s left\s*3$/);
  // Step by step, each seen before the next: the steps before are the point itself.
  const typed = (await desk.answerOf(window, 2)).locator('[data-slate-string]');
  for (let words = await typed.allInnerTexts(); words.length > 0; words = await typed.allInnerTexts()) {
    await press('Control+z');
    await expect.poll(() => typed.allInnerTexts()).not.toEqual(words);
  }
  await expect(side('What’s left')).toHaveAccessibleName(/^What’s left\s*4$/);

  // Next by a key, from wherever one is, and round again.
  await press('F4');
  await expect(title()).toHaveText('Title page');
  await press('Escape');
  await press('F4');
  await expect(title()).toHaveText('Letter A1');
  await press('Escape');
  await press('F4');
  await expect(desk.passageBar(window)).toBeVisible();
  await press('Shift+F4');
  await expect(title()).toHaveText('Letter A1');
  await press('Escape');
});

test('a doubtful quotation and a reference that leads nowhere are gone to', async () => {
  const { window } = running;
  await begun();
  await press('Control+Shift+n');
  const answer = await desk.answerOf(window, 3);
  await expect(answer).toBeFocused();
  await type('You say “the roof was leaking and that slates are dear”.');
  await side('What’s left').click();
  const row = remaining().getByRole('button', { name: /differs from A1/ });
  await expect(row).toContainText('the roof was leaking');
  await row.click();
  await expect(window.getByRole('dialog', { name: 'Quotation', exact: true })).toBeVisible();
  await press('Escape');
});

test('details of a point are set by keys, shown at the point, undone, and saved', async ({}, info) => {
  const { window, app } = running;
  await begun();
  await clickMenu(app, 'answer-types');
  await desk.dialog(window).getByRole('button', { name: 'Change made', exact: true }).click();
  await desk.dialog(window).getByRole('textbox', { name: 'Name of answer type 2' }).fill('No change needed');
  await lookAt(running, 'answer-types', info);
  await desk.dialog(window).getByRole('button', { name: 'Done' }).click();

  await (await desk.answerOf(window, 1)).click();
  await press('Control+Alt+i');
  await expect(details()).toBeVisible();
  await details().getByRole('radio', { name: 'Reviewed' }).check();
  await details().getByRole('radio', { name: 'Change made' }).check();
  await details().getByRole('combobox', { name: 'Add a tag' }).fill('slates');
  await press('Enter');
  await type('for Ida');
  await press('Enter');
  await details()
    .getByRole('textbox', { name: /^Length in words/ })
    .fill('4');
  await details()
    .getByRole('textbox', { name: /^Private note/ })
    .fill('Ask Ida for the bill.');
  await lookAt(running, 'details', info);
  await press('Control+Enter');
  await expect(details()).toBeHidden();
  await expect(await desk.answerOf(window, 1)).toBeFocused();

  const point = desk.points(window).first();
  await expect(point.locator('.point-line')).toContainText('Reviewed');
  await expect(point.locator('.fact-tag')).toHaveText(['slates', 'for Ida']);
  await expect(point.locator('.length')).toContainText('6 of 4 words · too long');
  await expect(point.locator('.answer-type')).toContainText('Change made');

  // It asks for what was changed: wording, page and line, by keys.
  await press('Control+Alt+h');
  const wording = point.getByRole('textbox', { name: 'New wording 1 of point 1' });
  await expect(wording).toBeFocused();
  await type('The roof was mended at Lammas, with new slates.');
  await point.getByRole('textbox', { name: 'Page' }).fill('12');
  await point.getByRole('textbox', { name: 'Line' }).fill('40–43');
  await lookAt(running, 'changes', info);

  await desk.saveAs(running, join(folder, 'details.pamphlet'));
  const saved = await desk.projectIn(join(folder, 'details.pamphlet'));
  const first = [...pointMap(saved).values()][0]?.point;
  expect(first).toMatchObject({
    status: 'reviewed',
    tags: ['slates', 'for Ida'],
    target: 4,
    note: 'Ask Ida for the bill.',
    answerType: saved.settings.answerTypes?.[0]?.id,
    changes: [{ page: '12', line: '40–43', wording: [{ type: 'paragraph' }] }],
  });

  // The change is undone as it was made.
  for (let i = 0; i < 40 && (await wording.count()) > 0; i++) await press('Control+z');
  await expect(wording).toHaveCount(0);
  for (let i = 0; i < 40 && (await point.locator('.fact-tag').count()) > 0; i++) await press('Control+z');
  await expect(point.locator('.fact-tag')).toHaveCount(0);
});

test('a comment on words stays with them, is answered, resolved, and gone to by key', async ({}, info) => {
  const { window } = running;
  await begun();
  const answer = await desk.answerOf(window, 1);
  await answer.click();
  await press('Control+End');
  await press('ArrowLeft');
  await press('Control+Shift+ArrowLeft');
  await press('Control+Alt+m');
  await expect(thread()).toHaveAccessibleName('Comment on Point 1');
  const field = thread().getByRole('textbox', { name: 'Comment', exact: true });
  await expect(field).toBeFocused();
  await type('Was it not at Michaelmas?');
  await thread().getByRole('textbox', { name: 'Your name' }).fill('Ida Marsh');
  await lookAt(running, 'comment-new', info);
  await thread().getByRole('button', { name: 'Comment', exact: true }).click();
  await expect(answer.locator('[data-comment]')).toHaveText('Lammas');
  await expect(answer).toBeFocused();

  // Words before it move it along.
  await press('Control+Home');
  await type('No: ');
  await expect(answer.locator('[data-comment]')).toHaveText('Lammas');

  // On a point, from its menu; on a passage, with the focus in the letter.
  await desk.points(window).nth(1).hover();
  await desk.points(window).nth(1).getByRole('button', { name: 'More about this point' }).click();
  await window.getByRole('menuitem', { name: 'Comment…' }).click();
  await expect(thread()).toHaveAccessibleName('Comment on Point 2');
  await expect(field).toBeFocused();
  await type('Do we need it?');
  await press('Control+Enter');
  await expect(desk.points(window).nth(1).getByRole('button', { name: '1 open comment' })).toBeVisible();
  await desk.clickWords(window, 'the roof is leaking');
  await press('Control+Alt+m');
  await expect(thread()).toHaveAccessibleName('Comment on A1-1');
  await expect(field).toBeFocused();
  await type('Whose roof?');
  await press('Control+Enter');
  await expect(thread()).toBeHidden();

  await side('Comments').click();
  await expect(window.locator('.comment-row')).toHaveCount(3);
  await lookAt(running, 'comments', info);
  await press('Control+Alt+.');
  await expect(thread()).toContainText('Was it not at Michaelmas?');
  await expect(thread()).toContainText('Ida Marsh');
  await expect(thread().getByRole('textbox', { name: 'Reply' })).toBeFocused();
  await type('It was Lammas.');
  await press('Control+Enter');
  await expect(thread().locator('.comment-replies')).toContainText('It was Lammas.');
  await lookAt(running, 'thread', info);
  await thread().getByRole('button', { name: 'Resolve' }).click();
  await expect(answer.locator('[data-comment]')).toHaveCount(0);
  await expect(window.locator('.comment-row')).toHaveCount(2);
  await press('Control+z');
  await expect(answer.locator('[data-comment]')).toHaveText('Lammas');

  await desk.saveAs(running, join(folder, 'comments.pamphlet'));
  const saved = await desk.projectIn(join(folder, 'comments.pamphlet'));
  expect(saved.comments).toMatchObject([
    {
      author: 'Ida Marsh',
      text: 'Was it not at Michaelmas?',
      about: { kind: 'text', spots: [{ quote: 'Lammas' }] },
      replies: [{ text: 'It was Lammas.' }],
    },
    { about: { kind: 'point' } },
    { about: { kind: 'highlight' } },
  ]);

  // Nothing of it is in an export, unless it is asked for.
  const page = join(folder, 'page.html');
  await answerDialogs(running.app, { save: page });
  await press('Control+Shift+e');
  await expect(desk.messages(window)).toContainText('Exported to page.html');
  expect(await readFile(page, 'utf8')).not.toMatch(/Michaelmas|Ida Marsh|Do we need it|Whose roof/);
  await clickMenu(running.app, 'export-working');
  await desk.dialog(window).getByRole('radio', { name: 'Web page' }).check();
  await answerDialogs(running.app, { save: join(folder, 'working.html') });
  await desk.dialog(window).getByRole('button', { name: 'Export…' }).click();
  await expect(desk.messages(window)).toContainText('Exported to working.html');
  const working = await readFile(join(folder, 'working.html'), 'utf8');
  for (const words of ['Was it not at Michaelmas?', 'It was Lammas.', 'Do we need it?', 'Whose roof?'])
    expect(working).toContain(words);
  await desk.dismissMessages(window);
});

test('the board shows points by status: dragged, set by keys, filtered, and gone to', async ({}, info) => {
  const { window, app } = running;
  await begun();
  await (await desk.answerOf(window, 2)).click();
  await press('Control+Alt+i');
  await details().getByRole('combobox', { name: 'Add a tag' }).fill('urgent');
  await press('Enter');
  await press('Escape');
  await clickMenu(app, 'board');
  const column = (name: string) => window.getByRole('list', { name: new RegExp(`^${name}`) });
  const card = (number: number) =>
    desk
      .dialog(window)
      .locator('.board-card', { has: window.locator('.number', { hasText: String(number) }) });
  await expect(column('Draft').getByRole('button')).toHaveCount(2);

  // With the mouse.
  const from = (await card(1).boundingBox())!;
  const to = (await column('Final').boundingBox())!;
  await window.mouse.move(from.x + 20, from.y + 10);
  await window.mouse.down();
  await window.mouse.move(from.x + 60, from.y + 20, { steps: 4 });
  await window.mouse.move(to.x + 40, to.y + 30, { steps: 8 });
  await window.mouse.up();
  await expect(column('Final').getByRole('button')).toHaveCount(1);

  // With the keyboard, the focus going along.
  await card(2).focus();
  await press('2');
  await expect(column('Reviewed').getByRole('button')).toHaveCount(1);
  await expect(card(2)).toBeFocused();
  await press('ArrowRight');
  await expect(card(1)).toBeFocused();
  await press('Alt+ArrowLeft');
  await expect(column('Reviewed').getByRole('button')).toHaveCount(2);
  await lookAt(running, 'board', info);
  await press('Control+z');
  await expect(column('Final').getByRole('button')).toHaveCount(1);

  await desk.dialog(window).getByRole('combobox', { name: 'Tag' }).selectOption('urgent');
  await expect(desk.dialog(window).getByText('1 of 2 points')).toBeVisible();
  await card(2).focus();
  await press('Enter');
  await expect(desk.dialog(window)).toBeHidden();
  await expect(await desk.answerOf(window, 2)).toBeFocused();
});

test('lengths are aimed at for the whole and each part, and told in the status bar and at the part', async ({}, info) => {
  const { window } = running;
  await begun();
  await window.locator('.status-words').click();
  await desk
    .dialog(window)
    .getByRole('textbox', { name: /^Pamphlet/ })
    .fill('100');
  await desk
    .dialog(window)
    .getByRole('textbox', { name: /untitled|without a title|Reply/i })
    .fill('6');
  await lookAt(running, 'lengths', info);
  await desk.dialog(window).getByRole('button', { name: 'Done' }).click();
  await expect(window.locator('.status-bar')).toContainText('6 of 100 words');
  await expect(window.locator('.part-length')).toContainText('6 of 6 words');
  await side('What’s left').click();
  await expect(remaining().getByRole('button', { name: /6 of 100 words/ })).toBeVisible();
});

test('in a narrow window and from right to left nothing runs out', async ({}, info) => {
  const { window } = running;
  await begun();
  await press('Control+Shift+t');
  await desk.dialog(window).getByRole('combobox', { name: 'Language' }).selectOption('ar');
  await press('Escape');
  await (await desk.answerOf(window, 1)).click();
  await press('Control+Alt+h');
  await type('أُصلح السقف.');
  await side('What’s left').click();
  await expect(remaining()).toBeVisible();
  await resize(running, 900, 640);
  await lookAt(running, 'rtl', info);
  await expectInside(window);
  await resize(running, 1280, 800);
});
