/** The main states of the window, light and dark: axe finds nothing; a picture of each lies in the results. */
import { expect, test, type TestInfo } from '@playwright/test';
import * as desk from '../support/desk.ts';
import { expectInside, lookAt, resize as resizeWindow } from '../support/look.ts';
import { launchApp, type RunningApp } from '../support/launch.ts';
import { statement } from '../support/letters.ts';

let running: RunningApp;
test.beforeAll(async () => {
  running = await launchApp();
});
test.afterAll(() => running?.close());

const inspect = (name: string, info: TestInfo) => lookAt(running, name, info);
const resize = (width: number, height: number) => resizeWindow(running, width, height);

test('the first page', async ({}, info) => {
  await expect(running.window.getByText('Answer a letter, point by point.')).toBeVisible();
  await inspect('welcome', info);
});

test('an empty project', async ({}, info) => {
  await desk.newProject(running);
  await inspect('empty', info);
});

test('the sample, its dialogs and its pages', async ({}, info) => {
  const { window } = running;
  await desk.openSample(running);
  await inspect('sample', info);
  await desk.clickWords(window, 'No decision has been taken.');
  await expect(desk.passageBar(window)).toBeVisible();
  await inspect('passage', info);
  await window.keyboard.press('n');
  await expect(window.getByRole('textbox', { name: /Private note/ })).toBeFocused();
  await inspect('note', info);
  await window.keyboard.press('Escape');
  await window.keyboard.press('Escape');
  for (const [name, key] of [
    ['details', 'Control+Shift+i'],
    ['title-page', 'Control+Shift+t'],
    ['works', 'Control+Shift+r'],
    ['palette', 'Control+k'],
    ['keys', 'F1'],
  ] as const) {
    await window.keyboard.press(key);
    // The palette's own element: the dialog around it takes no room.
    const shown = name === 'palette' ? window.locator('.palette') : desk.dialog(window);
    await expect(shown).toBeVisible();
    if (name === 'palette') await window.keyboard.type('roof');
    await inspect(name, info);
    await window.keyboard.press('Escape');
    await expect(desk.dialog(window)).toHaveCount(0);
  }
  await (await desk.answerOf(window, 2)).click();
  await window.keyboard.press('Control+4');
  await expect(window.locator('.sheet canvas').first()).toBeVisible({ timeout: 60_000 });
  await expect(window.locator('.preview-title')).toHaveText(/^Page \d+ of \d+$/);
  await expect(await desk.answerOf(window, 2)).toBeFocused();
  await expect(await desk.answerOf(window, 2)).toBeInViewport();
  await inspect('preview', info);
  await window.keyboard.press('Control+4');
  await expect(await desk.answerOf(window, 2)).toBeFocused();
});

/** Refused with a message of several lines. */
const picture = {
  name: 'scan.txt',
  bytes: new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70, 73, 70, 0]),
};

test('what is read stays in view while the type and the window change', async () => {
  const { window } = running;
  await desk.openSample(running);
  const words = desk.letterText(window).locator('[data-block]', { hasText: 'benefit claims' });
  await words.evaluate((element) => element.scrollIntoView({ block: 'start' }));
  /** CSS pixels from the top of the view to the paragraph; its beginning is to stay near. */
  const top = () =>
    words.evaluate(
      (element) =>
        element.getBoundingClientRect().top -
        (element.closest('.letter-scroll')?.getBoundingClientRect().top ?? NaN),
    );
  const expectHere = () => expect.poll(async () => Math.abs(await top())).toBeLessThan(40);
  await expectHere();
  for (let i = 0; i < 6; i++) await window.keyboard.press('Control+=');
  await expect(words).toHaveCSS('font-size', '23px');
  await expectHere();
  await window.keyboard.press('Control+0');
  await resize(940, 700);
  await expectHere();
  await resize(1280, 860);
  await expectHere();
  // And where it was when its pane or another letter has been there in between.
  await window.keyboard.press('Control+2');
  await expect(desk.pane(window, 'letter')).toBeHidden();
  await window.keyboard.press('Control+2');
  await expectHere();
  const letters = desk.pane(window, 'outline').locator('.letter-row');
  await letters.nth(1).click();
  await expect(words).toHaveCount(0);
  await letters.nth(0).click();
  await expectHere();
  await desk.newProject(running);
});

test('a message that stays', async ({}, info) => {
  const { window } = running;
  await desk.drop(window, picture);
  await expect(desk.messages(window)).toContainText('couldn’t be taken in');
  await inspect('message', info);
  await desk.dismissMessages(window);
});

test('a small window', async ({}, info) => {
  const { window } = running;
  const before = await window.evaluate(() => [innerWidth, innerHeight] as const);
  await resize(900, 600);
  await desk.openSample(running);
  await expectInside(running.window);
  await inspect('small', info);
  await desk.clickWords(window, 'No decision has been taken.');
  await expect(desk.passageBar(window)).toBeVisible();
  await expectInside(running.window);
  await inspect('small-passage', info);
  await window.keyboard.press('Escape');
  await window.keyboard.press('Control+1');
  await expectInside(running.window);
  await inspect('small-two-panes', info);
  await window.keyboard.press('Control+1');
  // A message that is there when a form opens leaves its buttons free.
  await desk.drop(window, picture);
  await expect(desk.messages(window)).toContainText('couldn’t be taken in');
  await window.keyboard.press('Control+Shift+i');
  const message = (await desk.messages(window).locator('.message').boundingBox())!;
  const button = (await desk.dialog(window).getByRole('button', { name: 'Cancel' }).boundingBox())!;
  expect(message.x + message.width).toBeLessThanOrEqual(button.x);
  await window.keyboard.press('Escape');
  await expect(desk.dialog(window)).toBeHidden();
  await desk.dismissMessages(window);
  for (const key of ['Control+Shift+t', 'F1', 'Control+Shift+i']) {
    await window.keyboard.press(key);
    await expect(desk.dialog(window)).toBeVisible();
    await expectInside(running.window);
    await window.screenshot({ path: info.outputPath(`small-${key}.png`) });
    await window.keyboard.press('Escape');
    await expect(desk.dialog(window)).toBeHidden();
  }
  await resize(...before);
});

test('passages that overlap, and one that is left unanswered', async ({}, info) => {
  const { window } = running;
  await desk.newProject(running);
  await desk.pasteLetter(running, statement);
  await desk.mark(window, 1, 'We have read every letter', 'who is to pay for it.');
  await desk.mark(window, 2, 'Most of them praise the building');
  await desk.mark(window, 3, 'the building', 'few of them say');
  await desk.mark(window, 5, 'to sell the building to the highest bidder;');
  await desk.selectWords(window, 'The decision falls', 'of June.');
  await window.keyboard.press('w');
  await window.getByRole('button', { name: 'Done' }).click();
  await desk.clickWords(window, 'the building, and');
  await expect(desk.passageBar(window)).toContainText('Passages here');
  await inspect('overlapping', info);
});

test('a letter from right to left is read, marked, quoted and answered that way', async ({}, info) => {
  const { window } = running;
  await desk.newProject(running);
  const words = 'מספר המבקרים ירד בחצי';
  await desk.pasteLetter(running, {
    text: `הצהרת המועצה על הספרייה\n\n${words} מאז 2019, והגג דולף כבר שנתיים.\n\nאין בכוונתנו למכור את הבניין לפני הקיץ.\n`,
  });
  const text = desk.letterText(window);
  await expect(text).toHaveAttribute('dir', 'rtl');
  await desk.selectWords(window, words);
  await inspect('right-to-left-bar', info);
  await window.keyboard.press('Enter');
  const quotation = desk.points(window).first().locator('blockquote');
  await expect(quotation).toHaveText(words);
  await expect(quotation.locator('..')).toHaveAttribute('dir', 'rtl');
  // The brackets stand on the other side of the text.
  const bracket = (await desk.brackets(window).first().boundingBox())!;
  const mark = (await text.locator('mark').first().boundingBox())!;
  expect(bracket.x + bracket.width).toBeLessThanOrEqual(mark.x + 1);

  await window.keyboard.press('Control+Shift+t');
  await desk.dialog(window).getByLabel('Language of the answer').selectOption('he');
  await window.keyboard.press('Escape');
  const answer = await desk.answerOf(window, 1);
  await expect(answer).toBeFocused();
  await window.keyboard.type('הספירה נעשתה');
  await window.keyboard.type(' ב-2019.');
  await expect(answer).toHaveText('הספירה נעשתה ב-2019.');
  expect(await answer.evaluate((element) => getComputedStyle(element).direction)).toBe('rtl');
  await inspect('right-to-left', info);
});

test('a letter in Chinese is read, marked by its words, quoted and answered', async ({}, info) => {
  const { window } = running;
  await desk.newProject(running);
  await desk.pasteLetter(running, {
    text: '图书馆的屋顶漏水已经两年了，没有人来修理。\n\n我们建议十月关闭阅览室，并出售这座建筑。\n',
  });
  await desk.selectWords(window, '屋顶漏水已经两年了');
  await window.keyboard.press('Enter');
  await expect(desk.points(window).first().locator('blockquote')).toHaveText('屋顶漏水已经两年了');
  const answer = await desk.answerOf(window, 1);
  await expect(answer).toBeFocused();
  // As an input method writes.
  await window.keyboard.insertText('春天已经修好了。');
  await window.keyboard.insertText('请去看看。');
  await expect(answer).toHaveText('春天已经修好了。请去看看。');
  await window.keyboard.press('Backspace');
  await expect(answer).toHaveText('春天已经修好了。请去看看');
  await inspect('chinese', info);
});
