/** Two letters beside each other: both are read and answered fully, by mouse and keys; jumps lead from one to the other. */
import { expect, test } from '@playwright/test';
import * as desk from '../support/desk.ts';
import { launchApp, type RunningApp } from '../support/launch.ts';
import { comment, short } from '../support/letters.ts';
import { lookAt, resize } from '../support/look.ts';

let running: RunningApp;

test.beforeAll(async () => {
  running = await launchApp();
});
test.afterAll(() => running?.close());
test.beforeEach(async () => {
  await desk.newProject(running);
  await desk.pasteLetter(running, short);
  await desk.pasteLetter(running, comment);
});

const half = (code: string) => running.window.getByRole('region', { name: `Letter ${code}` });
const text = (code: string) => half(code).locator('.letter-scroll');

/** A2 is shown; A1 comes beside it. */
async function showBoth(): Promise<void> {
  const { window } = running;
  await window.keyboard.press('Control+Alt+b');
  await expect(window.locator('.palette')).toBeVisible();
  await window.keyboard.type('A1');
  await window.keyboard.press('Enter');
  await expect(half('A1')).toBeVisible();
  await expect(half('A2')).toBeVisible();
}

test.fixme('(not passing yet: undoing in a half) a letter comes beside another by keys; F6 goes round both, each is marked and answered', async ({}, info) => {
  const { window } = running;
  await showBoth();
  await text('A2').focus();
  await window.keyboard.press('F6');
  await expect(text('A1')).toBeFocused();
  await expect(half('A1')).toHaveAttribute('data-current');

  await desk.dragOver(window, text('A1'), 'the books are damp');
  await expect(desk.passageBar(window)).toHaveCount(1);
  await window.keyboard.press('2');
  await expect(half('A1').locator('[data-bracket]')).toHaveCount(1);
  await window.keyboard.press('Escape');
  await desk.dragOver(window, text('A2'), 'nobody counted me');
  await window.keyboard.press('Enter');
  await expect(await desk.answerOf(window, 1)).toBeFocused();
  await window.keyboard.type('Somebody did.');
  await expect(half('A2').locator('[data-bracket]')).toHaveCount(1);
  await lookAt(running, 'split', info);
  await resize(running, 1800, 900);
  await lookAt(running, 'split-wide', info);
  await resize(running, 1280, 800);

  // Two words, and the passage with its point.
  for (let steps = 0; steps < 3; steps++) await window.keyboard.press('Control+z');
  await expect(half('A2').locator('[data-bracket]')).toHaveCount(0);

  // Escape lets go of what is selected first, then of the half that has the focus.
  await text('A1').focus();
  await window.keyboard.press('Escape');
  await window.keyboard.press('Escape');
  await expect(half('A1')).toHaveCount(0);
  await expect(desk.letterText(window)).toHaveCount(1);
  await expect(desk.letterText(window)).toContainText('seven steps');
});

test('keys go between passages of a category, and of a point, across both letters', async () => {
  const { window } = running;
  await showBoth();
  await desk.dragOver(window, text('A1'), 'the books are damp');
  await window.keyboard.press('3');
  await window.keyboard.press('Escape');
  await desk.dragOver(window, text('A2'), 'nobody counted me');
  await window.keyboard.press('3');
  const bar = desk.passageBar(window);
  await expect(bar).toHaveAccessibleName('Passage A2-1');
  await window.keyboard.press('F9');
  await expect(bar).toHaveAccessibleName('Passage A1-1');
  await expect(text('A1')).toBeFocused();
  await window.keyboard.press('Shift+F9');
  await expect(bar).toHaveAccessibleName('Passage A2-1');

  await window.keyboard.press('a');
  await window.keyboard.type('Both.');
  await desk.clickWordsIn(window, text('A1'), 'the books are damp');
  await window.keyboard.press('q');
  await window.keyboard.press('Escape');
  await window.keyboard.press('Control+F9');
  await expect(bar).toHaveAccessibleName('Passage A1-1');
  await window.keyboard.press('Control+F9');
  await expect(bar).toHaveAccessibleName('Passage A2-1');
});

test('the half is closed by its button, the divider is moved by keys, and removing a letter leaves the other', async () => {
  const { window } = running;
  await showBoth();
  const divider = half('A1').page().getByRole('separator', { name: 'Share of each letter' });
  const before = (await half('A2').boundingBox())!;
  await divider.focus();
  const upright = (await divider.getAttribute('aria-orientation')) === 'vertical';
  for (let i = 0; i < 3; i++) await window.keyboard.press(upright ? 'ArrowRight' : 'ArrowDown');
  await expect
    .poll(async () => {
      const box = (await half('A2').boundingBox())!;
      return upright ? box.width - before.width : box.height - before.height;
    })
    .toBeGreaterThan(10);
  await half('A2').getByRole('button', { name: 'Close A2' }).click();
  await expect(half('A1')).toHaveCount(0);
  await expect(desk.letterText(window)).toContainText('roof is leaking');
});
