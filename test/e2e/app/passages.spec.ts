/** Passages that overlap and nest: each can be reached, resized, recoloured and removed; margin and strip tell of them. */
import { expect, test, type Locator } from '@playwright/test';
import * as desk from '../support/desk.ts';
import { launchApp, type RunningApp } from '../support/launch.ts';
import { short } from '../support/letters.ts';
import { clickMenu, menuItem, watchMenu } from '../support/menu.ts';

let running: RunningApp;

test.beforeAll(async () => {
  running = await launchApp();
});
test.afterAll(() => running?.close());
test.beforeEach(async () => {
  await desk.newProject(running);
  await desk.pasteLetter(running, short);
});

const bracket = (code: string): Locator =>
  desk
    .brackets(running.window)
    .and(running.window.getByRole('button', { name: new RegExp(`Passage ${code},`) }));

/** The words that are tinted for the passage of this code. */
async function wordsOf(code: string): Promise<string> {
  const id = await bracket(code).getAttribute('data-bracket');
  const parts = desk.letterText(running.window).locator(`[data-passages~="${id}"]`);
  return (await parts.allTextContents()).join('');
}

/** An outer passage, one in it, and one that overlaps both. */
async function markThree(): Promise<void> {
  await desk.mark(running.window, 1, 'paragraph says that the roof is leaking and that slates');
  await desk.mark(running.window, 2, 'the roof is leaking');
  await desk.mark(running.window, 3, 'is leaking and that slates are dear');
}

test('nested and overlapping passages are reached by clicking again, and from the bar', async () => {
  const { window } = running;
  await markThree();
  await desk.clickWords(window, 'leaking');
  const bar = desk.passageBar(window);
  const reached = new Set<string>();
  for (let i = 0; i < 3; i++) {
    reached.add((await bar.getAttribute('aria-label')) ?? '');
    await desk.clickWords(window, 'leaking');
  }
  expect([...reached].sort()).toEqual(['Passage A1-1', 'Passage A1-2', 'Passage A1-3']);

  await expect(bar).toContainText('Passages here');
  const others = bar.locator('.others').getByRole('button');
  await expect(others).toHaveCount(2);
  const code = (await others.first().textContent())!;
  await others.first().click();
  await expect(bar).toHaveAccessibleName(`Passage ${code}`);
});

test('the margin has a bracket with its code for each, side by side', async () => {
  const { window } = running;
  await markThree();
  await expect(desk.brackets(window)).toHaveCount(3);
  const codes = desk.brackets(window).locator('.code');
  await expect.poll(async () => (await codes.allInnerTexts()).sort()).toEqual(['A1-1', 'A1-2', 'A1-3']);
  const boxes = await Promise.all((await desk.brackets(window).all()).map((one) => one.boundingBox()));
  expect(new Set(boxes.map((box) => box?.x)).size).toBe(3);
  await bracket('A1-2').click();
  await expect(bracket('A1-2')).toHaveAttribute('aria-pressed', 'true');
  await expect(desk.passageBar(window)).toHaveAccessibleName('Passage A1-2');
});

test('a passage is resized by its handles and by keys, and undone as one step', async () => {
  const { window } = running;
  await desk.mark(window, 1, 'the roof is leaking');
  await bracket('A1-1').click();
  const handle = window.getByRole('button', { name: 'Where the passage ends' });
  const from = (await handle.boundingBox())!;
  const to = await desk.endOf(window, 'and that slates');
  await window.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await window.mouse.down();
  await window.mouse.move(to.x - 20, to.y, { steps: 4 });
  await window.mouse.move(to.x, to.y, { steps: 4 });
  await window.mouse.up();
  await expect.poll(() => wordsOf('A1-1')).toBe('the roof is leaking and that slates');

  const text = desk.letterText(window);
  await text.press('Shift+ArrowRight');
  await expect.poll(() => wordsOf('A1-1')).toBe('the roof is leaking and that slates are');
  await text.press('Shift+ArrowLeft');
  await text.press('Shift+ArrowLeft');
  await text.press('Alt+Shift+ArrowLeft');
  await expect.poll(() => wordsOf('A1-1')).toBe('that the roof is leaking and that');
  await text.press('Alt+Shift+ArrowRight');
  await text.press('Alt+Shift+ArrowRight');
  await expect.poll(() => wordsOf('A1-1')).toBe('roof is leaking and that');

  await window.keyboard.press('Control+z');
  await expect.poll(() => wordsOf('A1-1')).toBe('the roof is leaking');
});

test('the innermost passage is recoloured and removed, by key and by the bar; the others stay', async () => {
  const { window } = running;
  await markThree();
  await bracket('A1-2').click();
  await window.keyboard.press('4');
  await expect(bracket('A1-2')).toHaveClass(/style-4/);
  await desk
    .passageBar(window)
    .getByRole('button', { name: /^Aside/ })
    .click();
  await expect(bracket('A1-2')).toHaveClass(/style-6/);
  await window.keyboard.press('Delete');
  await expect(desk.brackets(window)).toHaveCount(2);
  await bracket('A1-2').click();
  await desk.passageBar(window).getByRole('button', { name: 'Remove highlight' }).click();
  await expect(desk.brackets(window)).toHaveCount(1);
  expect(await wordsOf('A1-1')).toBe('paragraph says that the roof is leaking and that slates');
});

test('a note and a reason are written beside the passage with the mouse', async () => {
  const { window } = running;
  await desk.mark(window, 1, 'the books are damp');
  await bracket('A1-1').click();
  await desk.passageBar(window).getByRole('button', { name: /^Note/ }).click();
  const note = window.getByRole('textbox', { name: /Private note on A1-1/ });
  await note.click();
  await note.pressSequentially('Ask a binder.');
  await window.getByRole('button', { name: 'Done' }).click();
  await expect(note).toBeHidden();
  await desk.passageBar(window).getByRole('button', { name: /^Note/ }).click();
  await expect(note).toHaveValue('Ask a binder.');
  await window.keyboard.press('Escape');
  await expect(note).toBeHidden();

  await bracket('A1-1').click();
  await desk
    .passageBar(window)
    .getByRole('button', { name: /^Waive/ })
    .click();
  await window.getByRole('textbox', { name: /Leave A1-1 unanswered/ }).fill('Nobody doubts it.');
  await window.getByRole('button', { name: 'Done' }).click();
  await expect(
    desk.pane(window, 'letter').getByRole('button', { name: /A1-1, left unanswered/ }),
  ).toBeVisible();
});

test('a reason is kept where the writer clicks elsewhere, and called off with Escape', async () => {
  const { window } = running;
  const reason = window.getByRole('textbox', { name: /Leave A1-1 unanswered/ });
  await desk.selectWords(window, 'the books are damp');
  await window.keyboard.press('w');
  await reason.fill('Not a doubt.');
  await window.keyboard.press('Escape');
  await expect(reason).toBeHidden();
  await expect(desk.pane(window, 'letter').getByRole('button', { name: /A1-1, open/ })).toBeVisible();

  await bracket('A1-1').click();
  await window.keyboard.press('w');
  await reason.fill('Nobody doubts it.');
  await desk.pane(window, 'answer').click({ position: { x: 20, y: 400 } });
  await expect(reason).toBeHidden();
  await expect(
    desk.pane(window, 'letter').getByRole('button', { name: /A1-1, left unanswered/ }),
  ).toBeVisible();
});

test('a passage that one point answers is quoted in another one as well', async () => {
  const { window } = running;
  await desk.selectWords(window, 'the books are damp');
  await window.keyboard.press('Enter');
  await expect(desk.points(window)).toHaveCount(1);
  await desk.selectWords(window, 'the roof is leaking');
  await window.keyboard.press('Enter');
  await expect(await desk.answerOf(window, 2)).toBeFocused();

  const quoted = (point: number) =>
    desk
      .points(window)
      .nth(point - 1)
      .locator('.quotation');
  await desk.clickWords(window, 'the books are damp');
  const quote = desk.passageBar(window).getByRole('button', { name: /^Quote/ });
  await expect(quote).toHaveText(/Quote in point 2/);
  await window.keyboard.press('q');
  await expect(quoted(2)).toHaveCount(2);
  await expect(quoted(2).last()).toContainText('the books are damp');
  await expect(quoted(1)).toHaveCount(1);

  await desk.clickWords(window, 'the books are damp');
  await window.keyboard.press('q');
  await expect(desk.messages(window)).toContainText(/Point \d quotes it already/);
  await expect(quoted(1)).toHaveCount(1);
  await expect(quoted(2)).toHaveCount(2);
});

test('the menu marks in a category by its name, and says what is missing', async () => {
  const { app, window } = running;
  await watchMenu(app);
  await clickMenu(app, 'passage-answer');
  await expect(desk.messages(window)).toContainText('Select words of the letter first');
  await window.keyboard.press('Control+k');
  await desk.dialog(window).getByRole('combobox').fill('categories');
  await window.keyboard.press('Enter');
  await desk.dialog(window).getByRole('textbox').nth(2).fill('Damp');
  await desk.dialog(window).getByRole('button', { name: 'Done' }).click();
  await expect(desk.dialog(window)).toBeHidden();
  await expect.poll(async () => (await menuItem(app, 'category-3'))?.label).toBe('Mark as Damp');
  await desk.selectWords(window, 'the books are damp');
  await clickMenu(app, 'category-3');
  await expect(bracket('A1-1')).toHaveClass(/style-3/);
});

test('the strip shows what is answered, open and waived, and a click on it jumps', async () => {
  const { window } = running;
  await desk.selectWords(window, 'the roof is leaking');
  await window.keyboard.press('Enter');
  await window.keyboard.type('It was mended in May.');
  await desk.mark(window, 1, 'the books are damp');
  await desk.selectWords(window, 'will be closed');
  await window.keyboard.press('w');
  await window.getByRole('textbox', { name: /unanswered/ }).fill('Known.');
  await window.getByRole('button', { name: 'Done' }).click();

  const strip = desk.pane(window, 'letter').locator('.coverage-strip');
  for (const state of ['answered', 'open', 'waived']) await expect(strip.locator(`.${state}`)).toHaveCount(1);

  const long = Array.from({ length: 120 }, (_, i) => `Paragraph ${i + 1} of a long letter about slates.`);
  await desk.pasteLetter(running, { text: long.join('\n\n') });
  const box = (await strip.boundingBox())!;
  await window.mouse.click(box.x + box.width / 2, box.y + box.height * 0.9);
  await expect(window.getByText('Paragraph 108 of')).toBeInViewport();
  await expect(window.getByText('Paragraph 1 of')).not.toBeInViewport();
});

test('Ctrl+F8 and Ctrl+Shift+F8 go round the open passages and say when there is none', async () => {
  const { window } = running;
  await desk.mark(window, 1, 'the roof is leaking');
  await desk.mark(window, 1, 'the books are damp');
  await desk.mark(window, 1, 'will be closed');
  const bar = desk.passageBar(window);
  for (const code of ['A1-1', 'A1-2', 'A1-3', 'A1-1']) {
    await window.keyboard.press('Control+F8');
    await expect(bar).toHaveAccessibleName(`Passage ${code}`);
  }
  await window.keyboard.press('Control+Shift+F8');
  await expect(bar).toHaveAccessibleName('Passage A1-3');
  for (let i = 0; i < 3; i++) await window.keyboard.press('Control+z');
  await window.keyboard.press('Control+F8');
  await expect(desk.messages(window)).toContainText('Every marked passage of this letter is answered');
});

test('Ctrl+’ goes from a passage to its answer and back', async () => {
  const { window } = running;
  await desk.selectWords(window, 'the books are damp');
  await window.keyboard.press('Enter');
  const answer = await desk.answerOf(window, 1);
  await expect(answer).toBeFocused();
  await window.keyboard.type('They were dry in May.');
  await window.keyboard.press("Control+'");
  await expect(desk.letterText(window)).toBeFocused();
  await expect(bracket('A1-1')).toHaveAttribute('aria-pressed', 'true');
  await window.keyboard.press("Control+'");
  await expect(answer).toBeFocused();
  await window.keyboard.type(' And in June.');
  await expect(answer).toHaveText('They were dry in May. And in June.');
});
