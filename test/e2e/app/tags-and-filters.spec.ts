/** Tags of passages and points, comments from the passage's bar, and the outline filtered and arranged while it is. */
import { expect, test } from '@playwright/test';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as desk from '../support/desk.ts';
import { launchApp, type RunningApp } from '../support/launch.ts';
import { comment, short } from '../support/letters.ts';
import { lookAt } from '../support/look.ts';
import { clickMenu, watchMenu } from '../support/menu.ts';

let running: RunningApp;
let folder: string;
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pamphleteer-tags-'));
  running = await launchApp();
  await watchMenu(running.app);
});
test.afterAll(async () => {
  await running?.close();
  await rm(folder, { recursive: true, force: true });
});

const press = async (...keys: string[]) => {
  for (const key of keys) await running.window.keyboard.press(key);
};
const type = (text: string) => running.window.keyboard.type(text);
const side = () => desk.pane(running.window, 'outline');
const tree = () => side().locator('[role="tree"]');
const names = () => tree().locator('.point-row .name');
const parts = () => tree().locator('.section-row .name');
const row = (title: string) => tree().locator('[role="treeitem"]').filter({ hasText: title });
const bracket = (code: string) => desk.brackets(running.window).filter({ hasText: code });
const tagField = () => running.window.getByRole('combobox', { name: 'Add a tag' });
const filterWords = () => side().getByRole('searchbox', { name: 'Words' });

test('a passage is tagged by key and by the bar, shown with its tags, found by them, and commented on', async ({}, info) => {
  const { app, window } = running;
  await desk.newProject(running);
  await desk.pasteLetter(running, short);
  await desk.mark(window, 1, 'the roof is leaking');
  await desk.mark(window, 2, 'the books are damp');

  // By key, with the caret in the tag's field at once; each tag is a step of its own.
  await bracket('A1-1').click();
  await press('t');
  await expect(tagField()).toBeFocused();
  await type('slates');
  await press('Enter');
  await type('for Ida,');
  await lookAt(running, 'passage-form', info);
  await press('Enter');
  await expect(tagField()).toBeHidden();
  await expect(desk.passageBar(window)).toContainText('slates, for Ida');
  await expect(desk.letterText(window)).toBeFocused();
  await expect(bracket('A1-1')).toHaveAccessibleName('Passage A1-1, open, tagged slates, for Ida');
  await lookAt(running, 'passage-bar', info);
  await press('Control+z');
  await expect(bracket('A1-1')).toHaveAccessibleName('Passage A1-1, open, tagged slates');
  await press('Control+Shift+z');

  // With the mouse; what is known is offered.
  await press('Escape');
  await bracket('A1-2').click();
  await desk.passageBar(window).getByRole('button', { name: /^Tags/ }).click();
  await window.getByRole('option', { name: 'for Ida' }).click();
  await window.getByRole('button', { name: 'Done' }).click();
  await expect(bracket('A1-2')).toHaveAccessibleName(/tagged for Ida$/);
  await press('Escape');

  // From the menu, on words that are only selected.
  await desk.selectWords(window, 'closed on the first of October');
  await clickMenu(app, 'passage-tags');
  await expect(tagField()).toBeFocused();
  await type('dates');
  await press('Enter', 'Enter');
  await expect(bracket('A1-3')).toHaveAccessibleName(/tagged dates$/);

  // A comment from the bar: the focus comes back to the letter.
  await expect(desk.letterText(window)).toBeFocused();
  await press('c');
  const thread = window.getByRole('dialog', { name: 'Comment on A1-3' });
  await expect(thread).toBeVisible();
  await type('Which year?');
  await press('Control+Enter');
  await expect(thread).toBeHidden();
  await expect(desk.letterText(window)).toBeFocused();
  await press('Escape');

  // Found by "#", and with the notes.
  await press('Control+k');
  await type('#for');
  const found = desk.dialog(window).getByRole('group', { name: 'With the tag' }).getByRole('option');
  await expect(found).toHaveCount(2);
  await lookAt(running, 'found-by-tag', info);
  await found.filter({ hasText: 'the books are damp' }).click();
  await expect(desk.passageBar(window)).toContainText('A1-2');
  await press('Escape', 'Control+f');
  await type('dates');
  await expect(window.locator('.find-outcome')).toContainText('1');
  await press('Escape');

  // The coverage view lists the sentences of a tag only.
  await press('Alt+F8');
  const list = side().getByRole('listbox');
  await expect(list.getByRole('option')).toHaveCount(3);
  await expect(list.getByRole('option').first()).toContainText('slates, for Ida');
  await side()
    .getByRole('button', { name: /^Filters/ })
    .click();
  await window.getByRole('combobox', { name: 'Tag' }).selectOption('for Ida');
  await expect(list.getByRole('option')).toHaveCount(2);
  await lookAt(running, 'coverage-by-tag', info);
  await window.getByRole('button', { name: 'Clear the filters' }).click();
  await press('Escape');
  await expect(list.getByRole('option')).toHaveCount(3);

  const path = join(folder, 'tags.pamphlet');
  await desk.saveAs(running, path);
  const { highlights, comments } = await desk.projectIn(path);
  expect(highlights.map(({ tags }) => tags)).toEqual([['slates', 'for Ida'], ['for Ida'], ['dates']]);
  expect(comments).toMatchObject([
    { text: 'Which year?', about: { kind: 'highlight', id: highlights[2]?.id } },
  ]);
});

/** Two parts, of the points Roof, Door, Slates and Steps, Slate dust. */
async function withParts(): Promise<void> {
  const { window } = running;
  await desk.newProject(running);
  await desk.pasteLetter(running, short);
  await window.getByRole('tab', { name: 'Outline' }).click();
  await desk.pasteLetter(running, comment);
  const begin = async (title: string, n: number) => {
    await press('Control+Shift+n');
    await expect(desk.points(window)).toHaveCount(n);
    await type(`What is said of ${title}.`);
    await desk
      .points(window)
      .nth(n - 1)
      .getByLabel(/^Title of the point/)
      .fill(title);
  };
  for (const [i, title] of ['Roof', 'Door', 'Slates'].entries()) await begin(title, i + 1);
  await press('Control+Alt+n');
  await type('The building');
  for (const [i, title] of ['Steps', 'Slate dust'].entries()) await begin(title, i + 4);
  await expect(names()).toHaveText(['Roof', 'Door', 'Slates', 'Steps', 'Slate dust']);
}

test('the outline is filtered, arranged while it is, and shown whole again by a key', async ({}, info) => {
  const { app, window } = running;
  await withParts();
  await row('Roof').click();
  await clickMenu(app, 'status-final');
  await row('Slates').click();
  await clickMenu(app, 'status-final');
  await row('Roof').click();
  await row('Slates').click({ modifiers: ['Control'] });
  await lookAt(running, 'outline-several', info);
  await press('Escape');
  await row('Part without a title').first().locator('.fold').click();
  await lookAt(running, 'outline-folded', info);
  await row('Part without a title').first().locator('.fold').click();
  const [from, to] = [(await row('Steps').boundingBox())!, (await row('Door').boundingBox())!];
  await window.mouse.move(from.x + 60, from.y + 10);
  await window.mouse.down();
  await window.mouse.move(to.x + 60, to.y + 14, { steps: 6 });
  await window.mouse.move(to.x + 60, to.y + 22, { steps: 3 });
  await window.screenshot({ path: info.outputPath('outline-dragging.png') });
  await press('Escape');
  await window.mouse.up();
  await expect(names()).toHaveText(['Roof', 'Door', 'Slates', 'Steps', 'Slate dust']);

  await press('Control+Shift+f');
  await expect(filterWords()).toBeFocused();
  await expect(side().getByRole('status')).toHaveText('5 points');
  await type('slat');
  await expect(names()).toHaveText(['Slates', 'Slate dust']);
  await expect(parts()).toHaveCount(2);
  await expect(side().getByRole('status')).toHaveText('2 of 5 points shown');
  await lookAt(running, 'outline-filtered', info);
  await filterWords().fill('nothing of the kind');
  await expect(side()).toContainText('No point is like this.');
  await filterWords().fill('');

  // By status, with the mouse.
  await side()
    .getByRole('button', { name: /^Filters/ })
    .click();
  await window.getByRole('combobox', { name: 'Status' }).selectOption('final');
  await lookAt(running, 'outline-filters', info);
  await press('Escape');
  await expect(names()).toHaveText(['Roof', 'Slates']);

  // What is hidden between them stays behind the one that it stood behind.
  await row('Slates').click();
  await press('Alt+ArrowUp');
  await expect(names()).toHaveText(['Slates', 'Roof']);
  await press('Alt+ArrowRight', 'Escape');
  await expect(names()).toHaveText(['Slates', 'Roof', 'Door', 'Steps', 'Slate dust']);
  await expect(side().getByRole('searchbox')).toHaveCount(0);
  await press('Control+z');
  await expect(names()).toHaveText(['Roof', 'Door', 'Slates', 'Steps', 'Slate dust']);

  // A part that holds hidden points isn't removed with those that are seen.
  await press('Control+Shift+f');
  await type('Roof');
  await expect(names()).toHaveText(['Roof']);
  await press('ArrowDown', 'Home', 'Delete');
  await expect(desk.messages(window)).toContainText('2 points that the filter hides were kept');
  await expect(side()).toContainText('No point is like this.');
  await clickMenu(app, 'outline-show-all');
  await expect(names()).toHaveText(['Door', 'Slates', 'Steps', 'Slate dust']);
  await press('Control+z');
  await expect(names()).toHaveText(['Roof', 'Door', 'Slates', 'Steps', 'Slate dust']);
  await desk.dismissMessages(window);

  // Dragged below a point that isn't the last of its part.
  await press('Control+Shift+f');
  await type('slat');
  await expect(names()).toHaveText(['Slates', 'Slate dust']);
  await row('Slate dust').dragTo(row('Slates'), { targetPosition: { x: 40, y: 22 } });
  await expect(names()).toHaveText(['Slates', 'Slate dust']);
  await filterWords().press('Escape');
  await expect(names()).toHaveText(['Roof', 'Door', 'Slates', 'Slate dust', 'Steps']);
});

test('points are grouped into parts by their tags', async () => {
  const { app, window } = running;
  await withParts();
  for (const [title, tag] of [
    ['Door', 'wood'],
    ['Steps', 'stone'],
    ['Slates', 'stone'],
  ] as const) {
    await row(title).click();
    await clickMenu(app, 'point-details');
    await tagField().fill(tag);
    await press('Enter', 'Enter');
    await expect(tagField()).toBeHidden();
  }
  await row('Roof').click();
  await clickMenu(app, 'outline-group-tag');
  await expect(parts()).toHaveText([/.*/, 'The building', 'wood', 'stone']);
  await expect(names()).toHaveText(['Roof', 'Slate dust', 'Door', 'Slates', 'Steps']);
  await press('Control+Shift+f');
  await side()
    .getByRole('button', { name: /^Filters/ })
    .click();
  await window.getByRole('combobox', { name: 'Tag' }).selectOption('stone');
  await press('Escape');
  await expect(names()).toHaveText(['Slates', 'Steps']);
  await clickMenu(app, 'outline-show-all');
  await press('Control+z');
  await expect(names()).toHaveText(['Roof', 'Door', 'Slates', 'Steps', 'Slate dust']);
});

test('from right to left', async ({}, info) => {
  const { window } = running;
  const words = 'מספר המבקרים ירד בחצי';
  await desk.newProject(running);
  await desk.pasteLetter(running, {
    text: `הצהרת המועצה על הספרייה\n\n${words} מאז 2019, והגג דולף כבר שנתיים.\n\nאין בכוונתנו למכור את הבניין לפני הקיץ.\n`,
  });
  await press('Control+Shift+t');
  await desk.dialog(window).getByLabel('Language of the answer').selectOption('he');
  await press('Escape');
  await desk.mark(window, 1, words);
  await bracket('A1-1').click();
  await press('t');
  await type('גג,מספרים,');
  await press('Enter');
  await lookAt(running, 'rtl-bar', info);
  await press('Enter');
  await type('הספירה נעשתה.');
  for (const title of ['הגג', 'הדלת']) {
    await press('Control+Shift+n');
    await type(title);
  }
  await window.evaluate(() => document.documentElement.setAttribute('dir', 'rtl'));
  await press('Control+Shift+f');
  await type('הגג');
  await expect(names()).toHaveCount(1);
  await lookAt(running, 'rtl-filtered', info);
  await press('Escape');
  await press('Alt+F8');
  await lookAt(running, 'rtl-coverage', info);
  await window.evaluate(() => document.documentElement.removeAttribute('dir'));
});
