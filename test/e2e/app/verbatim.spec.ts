/** Typed quotations compared with their letters: the live mark, the choices about one, the list of all. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Locator } from '@playwright/test';
import * as desk from '../support/desk.ts';
import { answerDialogs } from '../support/dialogs.ts';
import { lookAt } from '../support/look.ts';
import { launchApp, type RunningApp } from '../support/launch.ts';
import { short } from '../support/letters.ts';

let running: RunningApp;
let folder: string;
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pamphleteer-verbatim-'));
  running = await launchApp();
});
test.afterAll(async () => {
  await running?.close();
  await rm(folder, { recursive: true, force: true });
});

const popover = (): Locator => running.window.getByRole('dialog', { name: 'Quotation', exact: true });
const button = (name: string): Locator => popover().getByRole('button', { name, exact: true });

/** A point whose answer is typed, in a new project with one letter. */
async function answered(words: string): Promise<Locator> {
  const { window } = running;
  await desk.newProject(running);
  await desk.pasteLetter(running, short);
  await window.keyboard.press('Control+Shift+n');
  const answer = await desk.answerOf(window, 1);
  await expect(answer).toBeFocused();
  await window.keyboard.type(words);
  await expect(answer).toHaveText(words);
  return answer;
}

/** Types a quotation that isn't as the letter has it, and opens its choices by a click. */
async function misquoted(quotation: string): Promise<Locator> {
  const answer = await answered(`You say “${quotation}”, then.`);
  await answer.locator('[data-verdict="differs"]').first().click();
  await expect(popover()).toBeVisible();
  return answer;
}

test('what differs and what is in no letter is marked, each in its way; what is as in the letter is not', async () => {
  const { window } = running;
  const answer = await answered(
    'You say “the roof was leaking and that slates are dear”. Who said “nine jars of quince jelly are ours”? It is “the books are damp”, and “The Books Are” too.',
  );
  const differs = answer.locator('[data-verdict="differs"]');
  await expect
    .poll(async () => (await differs.allTextContents()).join(''))
    .toBe('the roof was leaking and that slates are dear');
  await expect(differs.and(answer.locator('[data-changed]'))).toHaveText('was');
  await expect(answer.locator('[data-verdict="not-found"]')).toHaveText('nine jars of quince jelly are ours');
  await expect(answer.locator('[data-verdict]', { hasText: 'books' })).toHaveCount(0);
  const line = (verdict: string) =>
    answer
      .locator(`[data-verdict="${verdict}"]`)
      .first()
      .evaluate((element) => getComputedStyle(element).textDecorationStyle);
  expect([await line('differs'), await line('not-found')]).toEqual(['dotted', 'dashed']);

  // The mark goes with its words as they are typed around, and goes away when they are mended.
  await window.keyboard.press('Control+Home');
  await window.keyboard.type('Now, now. ');
  await expect(differs.and(answer.locator('[data-changed]'))).toHaveText('was');
  await differs.and(answer.locator('[data-changed]')).dblclick();
  await window.keyboard.type('is');
  await expect(differs).toHaveCount(0);
  await expect(answer.locator('[data-verdict="not-found"]')).toHaveCount(1);
});

test('a click shows the difference and leaves the caret in the text; typing puts the choices away', async ({}, info) => {
  const { window } = running;
  const answer = await misquoted('the roof was leaking and that slates are dear');
  await expect(popover().getByRole('heading')).toHaveText('Not quite as in A1');
  await expect(popover().locator('del')).toHaveText('i');
  await expect(popover().locator('ins')).toHaveText('wa');
  await expect(answer).toBeFocused();
  await lookAt(running, 'choices', info);
  await popover().getByRole('button', { name: 'A1, ¶ 1' }).click();
  await expect(desk.letterText(window).getByText('the roof is leaking')).toBeInViewport();
  await answer.click();
  await expect(popover()).toBeHidden();
  await answer.locator('[data-verdict="differs"]').first().click();
  await expect(popover()).toBeVisible();
  await window.keyboard.press('End');
  await window.keyboard.type('!');
  await expect(popover()).toBeHidden();
  await answer.locator('[data-verdict="differs"]').first().click();
  await expect(popover()).toBeVisible();
  await window.keyboard.press('Escape');
  await expect(popover()).toBeHidden();
  await expect(answer).toBeFocused();
});

for (const [what, quotation, choice, expected] of [
  [
    'the letter’s words',
    'the roof was leaking and that slates are dear',
    'Take the letter’s words',
    'the roof is leaking and that slates are dear',
  ],
  [
    'an omission',
    'the roof is leaking and slates are dear this year',
    '[…]',
    'the roof is leaking and […] slates are dear this year',
  ],
  [
    'an insertion',
    'the old roof is leaking and that slates are dear',
    '[ ]',
    'the [old] roof is leaking and that slates are dear',
  ],
  [
    'sic',
    'the roof is leaking and that slate are dear',
    '[sic]',
    'the roof is leaking and that slates [sic] are dear',
  ],
] as const) {
  test(`a choice puts in ${what}, is undone by itself, and is exported`, async () => {
    const { app, window } = running;
    const answer = await misquoted(quotation);
    await button(choice).click();
    await expect(answer).toHaveText(`You say “${expected}”, then.`);
    await expect(popover()).toBeHidden();
    await expect(answer).toBeFocused();
    await expect(answer.locator('[data-verdict]')).toHaveCount(0);
    // The writing goes on behind it.
    await window.keyboard.type('!');
    await expect(answer).toHaveText(`You say “${expected}”!, then.`);
    await window.keyboard.press('Control+z');
    await window.keyboard.press('Control+z');
    await expect(answer).toHaveText(`You say “${quotation}”, then.`);
    await expect(answer.locator('[data-verdict]').first()).toBeVisible();
    await window.keyboard.press('Control+Shift+z');
    await expect(answer).toHaveText(`You say “${expected}”, then.`);

    const path = join(folder, `${what}.md`);
    await answerDialogs(app, { save: path, button: 'Don’t Save' });
    await window.keyboard.press('Control+k');
    await desk.dialog(window).getByRole('combobox').fill('export as markdown');
    await window.keyboard.press('Enter');
    await expect(desk.messages(window)).toContainText('Exported to');
    expect((await readFile(path, 'utf8')).replaceAll('\\', '')).toContain(expected);
  });
}

test('two differences are dealt with one after the other, from the keyboard', async () => {
  const { window } = running;
  const answer = await answered('You say “the old roof was leaking and that slates are dear”.');
  await expect(answer.locator('[data-verdict]').first()).toBeVisible();
  await window.keyboard.press('F7');
  await expect(button('Take the letter’s words')).toBeFocused();
  await popover().getByRole('radio', { name: 'old' }).check();
  await button('[ ]').click();
  await expect(answer).toContainText('the [old] roof was leaking');
  // One difference is left, and the choices are about it.
  await expect(popover().getByRole('radio')).toHaveCount(0);
  await expect(popover().locator('ins')).toHaveText('wa');
  await button('Take the letter’s words').click();
  await expect(answer).toHaveText('You say “the [old] roof is leaking and that slates are dear”.');
  await expect(popover()).toBeHidden();
});

test('emphasis added is said at the end; [sic] goes after the word at the caret of an exact quotation', async () => {
  const { window } = running;
  const answer = await answered('You say “the books are damp and that nobody reads them”.');
  await window.keyboard.press('Control+Home');
  for (const _ of 'You say “the bo') await window.keyboard.press('ArrowRight');
  await window.keyboard.press('Control+.');
  await expect(popover().getByRole('heading')).toHaveText('As in A1');
  await button('[sic]').click();
  await expect(answer).toContainText('“the books [sic] are damp');
  await window.keyboard.press('Control+z');
  await expect(answer).toContainText('“the books are damp');
  await window.keyboard.press('Control+.');
  await button('Emphasis added').click();
  await expect(answer).toContainText('nobody reads them [emphasis added]”.');
  await expect(answer.locator('[data-verdict]')).toHaveCount(0);
});

test('a quotation is let stand with a reason, kept in the file, and looked at again', async () => {
  const { window } = running;
  const answer = await answered('Who said “nine jars of quince jelly are ours”?');
  await answer.locator('[data-verdict="not-found"]').click();
  await button('Let it stand').click();
  await popover().getByLabel('Why it may stand').fill('She said so at the door.');
  await window.keyboard.press('Enter');
  await expect(popover()).toBeHidden();
  await expect(answer.locator('[data-verdict]')).toHaveCount(0);
  const path = join(folder, 'stands.pamphlet');
  await desk.saveAs(running, path);
  expect((await desk.projectIn(path)).accepted).toMatchObject([{ reason: 'She said so at the door.' }]);

  await window.keyboard.press('Control+F7');
  await desk
    .dialog(window)
    .getByRole('button', { name: /^Let stand/ })
    .click();
  await desk
    .dialog(window)
    .getByRole('button', { name: /quince/ })
    .click();
  await expect(popover()).toContainText('You let it stand: She said so at the door.');
  await button('Look at it again').click();
  await expect(answer.locator('[data-verdict="not-found"]')).toBeVisible();
  await window.keyboard.press('Escape');
  await window.keyboard.press('Control+z');
  await expect(answer.locator('[data-verdict]')).toHaveCount(0);
});

test('the list has all quotations, by how they compare, and goes to each; F7 goes round those to look at', async ({}, info) => {
  const { window } = running;
  await answered('You say “the roof was leaking and that slates are dear”.');
  await desk.selectWords(window, 'the books are damp');
  await window.keyboard.press('Enter');
  const second = await desk.answerOf(window, 2);
  await expect(second).toBeFocused();
  await window.keyboard.type(
    'And “that nobody ever reads them”. But “will be closed on the first of October”.',
  );
  await expect(window.locator('.status-bar')).toContainText('2 quotations to look at');

  await window
    .locator('.status-bar')
    .getByRole('button', { name: /to look at/ })
    .click();
  const list = desk.dialog(window);
  const rows = list.locator('.quotation-row');
  await expect(rows).toHaveCount(2);
  await lookAt(running, 'list', info);
  for (const [filter, count] of [
    ['Exact', 2],
    ['Differ', 2],
    ['Typographic', 0],
    ['All', 4],
  ] as const) {
    await list.getByRole('button', { name: new RegExp(`^${filter}`) }).click();
    await expect(rows).toHaveCount(count);
  }
  await expect(rows.nth(1)).toContainText('passage A1-1');
  await window.keyboard.press('ArrowDown');
  await window.keyboard.press('ArrowDown');
  await window.keyboard.press('ArrowDown');
  await expect(rows.nth(2)).toBeFocused();
  await window.keyboard.press('Enter');
  await expect(list.locator('.quotation-row')).toHaveCount(0);
  await expect(popover()).toContainText('ever');
  await window.keyboard.press('F7');
  await expect(popover()).toContainText('slates');
  await window.keyboard.press('Shift+F7');
  await expect(popover()).toContainText('nobody');
  await window.keyboard.press('Escape');
  await expect(second).toBeFocused();
});

test('a quotation in a footnote is marked at the note, and mended there', async () => {
  const { window } = running;
  const answer = await answered('So it is.');
  await window.keyboard.press('Control+Alt+f');
  await window.keyboard.type('You say “the roof was leaking and that slates are dear”.');
  await window.keyboard.press('Escape');
  await expect(answer.locator('.atom.note')).toHaveAttribute('data-verdict', 'differs');
  const panel = window.locator('.editor-panel');
  await answer.locator('.atom.note').click();
  await expect(panel.locator('[data-changed]')).toHaveText('was');
  await window.keyboard.press('Escape');
  await window.keyboard.press('F7');
  await button('Take the letter’s words').click();
  await expect(answer.locator('.atom.note')).not.toHaveAttribute('data-verdict');
  await expect(popover()).toBeHidden();
  await answer.locator('.atom.note').click();
  await expect(panel).toContainText('the roof is leaking and that slates');
  await expect(panel.locator('[data-verdict]')).toHaveCount(0);
});

test('a correction of the letter is taken into account, and so is its undoing', async () => {
  const { window } = running;
  const answer = await answered('You say “the roof is leaking and that old slates are dear”.');
  const changed = answer.locator('[data-changed]');
  await expect(changed).toHaveText('old');
  await desk.pane(window, 'letter').getByRole('button', { name: 'Correct the Text' }).click();
  const letter = desk.pane(window, 'letter').locator('.letter-editor');
  await expect(letter).toBeFocused();
  await letter.evaluate((root) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.nodeValue?.indexOf('slates') ?? -1;
      if (at >= 0) return getSelection()?.collapse(node, at);
    }
    throw new Error('not in the letter');
  });
  await window.keyboard.type('old ');
  await expect(letter).toContainText('that old slates are dear');
  await expect(answer.locator('[data-verdict]')).toHaveCount(0);
  await window.keyboard.press('Control+z');
  await expect(letter).toContainText('that slates are dear');
  await expect(changed).toHaveText('old');
});
