/** Two letters beside each other: both are read and answered fully, by mouse and keys; jumps lead from one to the other. */
import { expect, test } from '@playwright/test';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as desk from '../support/desk.ts';
import { launchApp, type RunningApp } from '../support/launch.ts';
import { comment, short } from '../support/letters.ts';
import { clickMenu, watchMenu } from '../support/menu.ts';
import { withClipboard } from '../support/clipboard.ts';
import { lookAt, resize } from '../support/look.ts';

let running: RunningApp;

test.beforeAll(async () => {
  running = await launchApp();
  await watchMenu(running.app);
});
test.afterAll(() => running?.close());
test.beforeEach(async () => {
  await desk.newProject(running);
  await desk.pasteLetter(running, short);
  await desk.pasteLetter(running, comment);
});

/** A letter, or a version that is named in full. */
const half = (code: string) =>
  running.window.getByRole('region', { name: code.includes(' ') ? code : `Letter ${code}`, exact: true });
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

test('a letter comes beside another by keys; F6 goes round both, each is marked and answered', async ({}, info) => {
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
  // One word, which stands in one line.
  await desk.clickWordsIn(window, text('A1'), 'damp');
  await expect(bar).toHaveAccessibleName('Passage A1-1');
  await window.keyboard.press('q');
  await window.keyboard.press('Escape');
  await expect(bar).toHaveCount(0);
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

test('two letters are scrolled each by itself, and together where that is wanted', async () => {
  const { app, window } = running;
  const many = (what: string) => Array.from({ length: 60 }, (_, i) => `${what} ${i + 1}.`).join('\n\n');
  await desk.newProject(running);
  await desk.pasteLetter(running, { text: many('The first letter counts') });
  await desk.pasteLetter(running, { text: many('Another letter says') });
  await showBoth();
  const scrolled = (code: string) => text(code).evaluate((scroll) => scroll.scrollTop);
  await text('A2').hover();
  await window.mouse.wheel(0, 600);
  await expect.poll(() => scrolled('A2')).toBeGreaterThan(300);
  expect(await scrolled('A1')).toBe(0);
  await clickMenu(app, 'beside-linked');
  await expect.poll(() => scrolled('A1')).toBeGreaterThan(300);
  await window.mouse.wheel(0, -5000);
  await expect.poll(() => scrolled('A1')).toBe(0);
  await window.keyboard.press('Control+Alt+j');
});

test.describe('versions of a letter', () => {
  const lines = Array.from(
    { length: 60 },
    (_, i) => `Paragraph ${i + 1} says that shelf ${i + 1} of the library is full.`,
  );
  const longer = lines
    .with(29, 'Paragraph 30 says that shelf 30 of the old library is empty.')
    .toSpliced(10, 5);
  const marked = (kind: 'version' | 'moved', side: 'before' | 'after') =>
    running.window.evaluate(
      (name) =>
        [...(CSS.highlights.get(name) ?? [])]
          .map((range) => (range as Range).toString())
          .filter((words) => words !== ''),
      `${kind}-${side}`,
    );
  const version = (name: string) => running.window.getByRole('region', { name });
  /** The paragraph at the top of the view. */
  const topOf = (code: string) =>
    half(code)
      .locator('.letter-scroll')
      .evaluate((scroll) => {
        const { top } = scroll.getBoundingClientRect();
        const block = [...scroll.querySelectorAll('[data-block]')].find(
          (element) => element.getBoundingClientRect().bottom > top + 2,
        );
        return /\d+/.exec(block?.textContent ?? '')?.[0];
      });

  test.beforeEach(async () => {
    await desk.newProject(running);
    await desk.pasteLetter(running, { text: lines.join('\n\n') });
  });

  test('a letter stands beside what it came from, read only, with what was corrected marked in both', async ({}, info) => {
    const { app, window } = running;
    await clickMenu(app, 'letter-correct');
    // To the end of the second paragraph, however its lines are broken.
    await desk.clickWords(window, 'Paragraph 3');
    await window.keyboard.press('Home');
    await window.keyboard.press('ArrowLeft');
    await window.keyboard.type(' Really.');
    await window.keyboard.press('Escape');
    await window.keyboard.press('Control+Alt+o');
    const original = version('A1 as it came');
    await expect(original).toContainText('1 place differs');
    await expect.poll(() => marked('version', 'after')).toEqual([' Really.']);
    expect(await marked('version', 'before')).toEqual([]);
    // Nothing can be typed or marked in it.
    await desk.dragOver(window, original.locator('.letter-scroll'), 'shelf 3');
    await expect(desk.passageBar(window)).toBeHidden();
    await expect(original.locator('[contenteditable="true"]')).toHaveCount(0);
    await lookAt(running, 'original-beside', info);
    // One under the other, each in its own room.
    for (const each of await window.locator('.half').all()) {
      await expect(each.locator('header')).toBeInViewport({ ratio: 1 });
      expect(await each.evaluate(({ parentElement: room }) => room!.scrollHeight - room!.clientHeight)).toBe(
        0,
      );
    }
    // The space and the word.
    await window.keyboard.press('Control+z');
    await window.keyboard.press('Control+z');
    await expect(original).toContainText('not a word differs');
    await original.locator('.letter-scroll').focus();
    await window.keyboard.press('Escape');
    await expect(original).toHaveCount(0);
  });

  test('a new version stands beside its letter, both scroll together; after it has taken its place, the earlier one does', async ({}, info) => {
    const { app, window } = running;
    await withClipboard(app, { text: longer.join('\n\n') }, async () => {
      await clickMenu(app, 'version-clipboard');
      await expect(desk.dialog(window)).toBeVisible();
    });
    await desk.dialog(window).getByRole('button', { name: 'Show Beside the Letter' }).click();
    const next = version('A1, new version');
    await expect(next).toContainText('2 places differ');
    await window.keyboard.press('Alt+F9');
    await window.keyboard.press('Alt+F9');
    await expect.poll(() => marked('version', 'after')).toEqual(['old ', 'empty']);
    await expect.poll(() => marked('version', 'before')).toContain('full');
    await lookAt(running, 'version-beside', info);
    await resize(running, 1800, 900);
    await lookAt(running, 'version-beside-wide', info);
    await resize(running, 1280, 800);

    await half('A1').locator('.letter-scroll').hover();
    await window.mouse.wheel(0, -5000);
    await expect.poll(() => topOf('A1, new version')).toBe('1');
    await window.mouse.wheel(0, 1900);
    await expect.poll(() => topOf('A1')).not.toBe('1');
    await expect.poll(async () => (await topOf('A1, new version')) === (await topOf('A1'))).toBe(true);
    // Each by itself.
    await next.getByRole('button', { name: 'Scroll both together' }).click();
    const there = await topOf('A1, new version');
    await half('A1').locator('.letter-scroll').hover();
    await window.mouse.wheel(0, -5000);
    await expect.poll(() => topOf('A1')).toBe('1');
    expect(await topOf('A1, new version')).toBe(there);
    await window.keyboard.press('Control+Alt+j');
    await expect.poll(() => topOf('A1, new version')).toBe('1');

    await next.getByRole('button', { name: 'Replace…' }).click();
    await desk.dialog(window).getByRole('button', { name: 'Replace the letter' }).click();
    await expect(desk.letterText(window)).toHaveCount(1);
    await desk.messages(window).getByRole('button', { name: 'Show the Earlier One Beside' }).click();
    await expect(version('A1, earlier version')).toContainText('shelf 11');
    await expect(half('A1').first()).not.toContainText('shelf 11');

    // It is kept in the file.
    const folder = await mkdtemp(join(tmpdir(), 'pamphleteer-earlier-'));
    const path = join(folder, 'earlier.pamphlet');
    await desk.saveAs(running, path);
    expect((await desk.projectIn(path)).letters[0]?.earlier).toHaveLength(1);
    await window.keyboard.press('Escape');
    await window.keyboard.press('Control+Alt+b');
    await window.keyboard.type('earlier');
    await window.keyboard.press('Enter');
    await expect(version('A1, earlier version')).toContainText('2 places differ');
    await rm(folder, { recursive: true });
  });
});
