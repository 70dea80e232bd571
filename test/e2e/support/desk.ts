/** What a writer does at the window, for the tests that need it done. */
import { expect, type Locator, type Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import type { Project } from '../../../core/document/project.ts';
import { openProject } from '../../../core/storage/open.ts';
import { withClipboard } from './clipboard.ts';
import { answerDialogs } from './dialogs.ts';
import type { RunningApp } from './launch.ts';
import type { Copied } from './letters.ts';

export const pane = (window: Page, name: 'outline' | 'letter' | 'answer' | 'preview'): Locator =>
  window.locator(`[data-pane="${name}"]`);
export const letterText = (window: Page): Locator => pane(window, 'letter').locator('.letter-scroll');
export const passageBar = (window: Page): Locator => window.getByRole('toolbar', { name: /^Passage/ });
export const brackets = (window: Page): Locator => pane(window, 'letter').locator('[data-bracket]');
export const points = (window: Page): Locator => pane(window, 'answer').locator('section.point');

/** The text of a point's answer, brought near enough to be written in. */
export async function answerOf(window: Page, point: number): Promise<Locator> {
  await points(window)
    .nth(point - 1)
    .scrollIntoViewIfNeeded();
  return points(window)
    .nth(point - 1)
    .getByRole('textbox', { name: `Answer of point ${point}` });
}

export const dialog = (window: Page): Locator => window.getByRole('dialog');
export const messages = (window: Page): Locator => window.locator('.messages');

export async function dismissMessages(window: Page): Promise<void> {
  const dismiss = messages(window).getByRole('button', { name: 'Dismiss' });
  while ((await dismiss.count()) > 0) await dismiss.first().click();
}

/** Drops files on the window as a file manager does. */
export async function drop(
  window: Page,
  ...files: readonly { readonly name: string; readonly bytes: Uint8Array }[]
): Promise<void> {
  await window.evaluate(
    (dropped) => {
      const dataTransfer = new DataTransfer();
      for (const { name, bytes } of dropped) dataTransfer.items.add(new File([new Uint8Array(bytes)], name));
      for (const type of ['dragenter', 'dragover', 'drop']) {
        document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
      }
    },
    files.map(({ name, bytes }) => ({ name, bytes: [...bytes] })),
  );
}

/** The sample, as it comes, whatever was open. */
export async function openSample(running: RunningApp): Promise<void> {
  const { app, window } = running;
  await answerDialogs(app, { button: 'Don’t Save' });
  await window.keyboard.press('Control+k');
  await dialog(window).getByRole('combobox').fill('open the sample');
  await window.keyboard.press('Enter');
  await expect(dialog(window)).toBeHidden();
  await expect(brackets(window).first()).toBeVisible();
  await expect(letterText(window)).toContainText('No decision has been taken.');
}

/** An empty project, whatever was open. */
export async function newProject({ app, window }: RunningApp): Promise<void> {
  await answerDialogs(app, { button: 'Don’t Save' });
  await dismissMessages(window);
  // Another project's panes are new ones.
  await window.evaluate(() => document.querySelector('main')?.setAttribute('data-before', ''));
  await window.keyboard.press('Control+n');
  await expect(window.locator('main[data-before]')).toHaveCount(0);
  await expect(pane(window, 'letter')).toContainText('No letter yet');
  await expect(points(window)).toHaveCount(0);
}

/** Pastes a letter with the real clipboard; its details are left as they were found. */
export async function pasteLetter({ app, window }: RunningApp, copied: Copied): Promise<void> {
  await withClipboard(app, copied, async () => {
    await window.keyboard.press('Control+v');
    await expect(dialog(window)).toBeVisible();
  });
  await dialog(window).getByRole('button', { name: 'Save' }).click();
  await expect(dialog(window)).toBeHidden();
}

/** Begins a point and pastes into its answer. */
export async function answerWithClipboard({ app, window }: RunningApp, copied: Copied): Promise<void> {
  const before = await points(window).count();
  await window.keyboard.press('Control+Shift+n');
  await expect(points(window)).toHaveCount(before + 1);
  const answer = await answerOf(window, before + 1);
  await expect(answer).toBeFocused();
  await withClipboard(app, copied, async () => {
    await window.keyboard.press('Control+v');
    await expect(answer).not.toHaveText('');
  });
}

interface Place {
  readonly x: number;
  readonly y: number;
}

/** Window coordinates of the first and the last of these words in the letter (or `text`), brought into view. */
async function placesOf(
  window: Page,
  from: string,
  to: string,
  text = letterText(window),
): Promise<readonly [Place, Place]> {
  const find = () =>
    text.evaluate(
      (root, [from, to]) => {
        const edge = (words: string, side: 'start' | 'end') => {
          const block = [...root.querySelectorAll('[data-block]')].find((element) =>
            element.textContent?.includes(words),
          );
          if (!block) throw new Error(`not in the letter: ${words}`);
          let left = (block.textContent ?? '').indexOf(words) + (side === 'start' ? 0 : words.length - 1);
          const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
          for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            const length = node.nodeValue?.length ?? 0;
            if (left < length) {
              const range = document.createRange();
              range.setStart(node, left);
              range.setEnd(node, left + 1);
              const box = range.getBoundingClientRect();
              const rtl = getComputedStyle(block).direction === 'rtl';
              const x = (side === 'start') === !rtl ? box.left + 0.5 : box.right - 0.5;
              return { block, x, y: (box.top + box.bottom) / 2 };
            }
            left -= length;
          }
          throw new Error(`no text node for ${words}`);
        };
        edge(from, 'start').block.scrollIntoView({ block: 'center' });
        const ends = [edge(from, 'start'), edge(to, 'end')] as const;
        return ends.map(({ x, y }) => ({ x, y })) as unknown as readonly [Place, Place];
      },
      [from, to] as const,
    );
  // A dialog that goes lets clicks through a moment later, and panes take their widths one drawing after they come.
  if ((await dialog(window).count()) === 0)
    await expect(window.locator('body')).toHaveCSS('pointer-events', 'auto');
  // A face that comes late breaks the lines anew.
  await window.evaluate(() => document.fonts.ready.then(() => undefined));
  let places = await find();
  for (let steady = false; !steady;) {
    await window.evaluate(() => new Promise((drawn) => requestAnimationFrame(drawn)));
    const next = await find();
    steady = JSON.stringify(next) === JSON.stringify(places);
    places = next;
  }
  return places;
}

/** Selects from the beginning of `from` to the end of `to` with the mouse, and waits for the bar. */
export async function selectWords(window: Page, from: string, to = from): Promise<void> {
  // The bar of the passage at hand may lie over the words.
  if (await passageBar(window).isVisible()) await window.keyboard.press('Escape');
  await expect(passageBar(window)).toBeHidden();
  await dragOver(window, letterText(window), from, to);
  await expect(passageBar(window)).toBeVisible();
}

/** Drags the mouse from the beginning of `from` to the end of `to` in a letter's text. */
export async function dragOver(window: Page, text: Locator, from: string, to = from): Promise<void> {
  const [start, end] = await placesOf(window, from, to, text);
  await window.mouse.move(start.x, start.y);
  await window.mouse.down();
  await window.mouse.move((start.x + end.x) / 2, (start.y + end.y) / 2);
  await window.mouse.move(end.x, end.y);
  // A window at work takes the pointer's way in with its next frame; let go before, it would end halfway.
  await window.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn))));
  await window.mouse.move(end.x, end.y);
  await window.mouse.up();
}

/** Window coordinates just before the end of words of the letter. */
export async function endOf(window: Page, words: string): Promise<Place> {
  return (await placesOf(window, words, words))[1];
}

/** Clicks into the middle of words of the letter. */
export async function clickWords(window: Page, words: string): Promise<void> {
  const [start, end] = await placesOf(window, words, words);
  await window.mouse.click((start.x + end.x) / 2, (start.y + end.y) / 2);
}

/** Clicks into the middle of words of one of the letters that are shown. */
export async function clickWordsIn(window: Page, text: Locator, words: string): Promise<void> {
  const [start, end] = await placesOf(window, words, words, text);
  await window.mouse.click((start.x + end.x) / 2, (start.y + end.y) / 2);
}

/** Marks words in the category of this number. */
export async function mark(window: Page, category: number, from: string, to = from): Promise<void> {
  const before = await brackets(window).count();
  await selectWords(window, from, to);
  await window.keyboard.press(String(category));
  await expect(brackets(window)).toHaveCount(before + 1);
  await window.keyboard.press('Escape');
  await expect(passageBar(window)).toBeHidden();
}

/** Saves under a new name. */
export async function saveAs({ app, window }: RunningApp, path: string): Promise<void> {
  await answerDialogs(app, { save: path });
  await window.keyboard.press('Control+Shift+s');
  await expect(window.locator('.save-status')).toContainText('saved');
  await expect
    .poll(() =>
      readFile(path).then(
        () => true,
        () => false,
      ),
    )
    .toBe(true);
}

/** The project in a file, which must be sound. */
export async function projectIn(path: string): Promise<Project> {
  const opened = openProject(await readFile(path));
  if (!opened.ok) throw new Error(`${path}: ${opened.failure.what}`);
  expect(opened.problems).toEqual([]);
  return opened.project;
}
