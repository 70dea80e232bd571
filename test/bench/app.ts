/** The app with the large project: opening, reading, highlighting, writing, correcting, saving. */
import type { Page } from '@playwright/test';
import { stat } from 'node:fs/promises';
import { en } from '../../core/messages/en.ts';
import { answerDialogs } from '../e2e/support/dialogs.ts';
import { launchApp, type RunningApp } from '../e2e/support/launch.ts';
import { longestBlock, memory } from './in-main.ts';
import { droppedFrames, firstView, longestFrame, type FirstView } from './in-window.ts';
import {
  measureKeys,
  processorTime,
  quantiles,
  settled,
  taskSeconds,
  timesWhile,
  watchKeys,
  type KeyCost,
} from './keys.ts';

const READING = '.letter-pane .letter-scroll';
const FRAMES = 240;
const HIGHLIGHTS = 8;
const NO_COST: KeyCost = { cpu: NaN, p50: NaN, p95: NaN };

export interface AppResult {
  readonly open: FirstView;
  readonly openBlocks: number;
  readonly drawn: number;
  readonly scroll: { readonly dropped: number; readonly longest: number };
  readonly highlight: KeyCost;
  readonly answer: KeyCost;
  /** A bare contenteditable with the same text in the same place of the same window. */
  readonly bareInPlace: KeyCost;
  /** Longest that the window was held up in the pause after the keys, in milliseconds. */
  readonly pause: { readonly answer: number; readonly correcting: number };
  readonly correctingView: FirstView;
  readonly correcting: KeyCost;
  readonly save: { readonly total: number; readonly mainBlocks: number; readonly windowFrame: number };
  readonly memory: ReadonlyMap<string, number>;
}

export async function measureApp(file: string, sections: number): Promise<AppResult> {
  const running = await launchApp();
  try {
    return await measure(running, file, sections);
  } finally {
    await running.close().catch((error: unknown) => console.error(String(error)));
  }
}

async function measure(running: RunningApp, file: string, sections: number): Promise<AppResult> {
  const { app, window } = running;
  await window.waitForSelector('.welcome, .window');
  await settled(window);
  await answerDialogs(app, { open: [file], button: en.files.dontSave });

  let open: FirstView = { total: NaN, own: NaN };
  const openBlocks = await longestBlock(app, async () => {
    open = await firstView(window, `${READING} [data-block]`, () => window.keyboard.press('Control+o'));
  });
  const begun = performance.now();
  await allDrawn(window, sections);
  const drawn = performance.now() - begun;
  await settled(window);

  const highlight = await measureHighlight(window);
  await window.keyboard.press('Escape');
  let answer: KeyCost | undefined;
  const answerPause = await longestFrame(window, async () => {
    answer = await measureAnswer(window);
  });
  const bareInPlace = await measureBareInPlace(window);
  const scroll = await droppedFrames(window, READING, FRAMES);

  const correctingView = await firstView(window, '.letter-editor [data-block]', () =>
    window.getByRole('button', { name: en.commands['letter-correct'] }).click(),
  );
  await allDrawn(window, sections);
  await settled(window);
  await clickIntoLetter(window);
  let correcting: KeyCost | undefined;
  const correctingPause = await longestFrame(window, async () => {
    correcting = await measureKeys(window);
    await settled(window);
  });
  await window.keyboard.press('Escape');
  await settled(window);

  const used = await memory(app);
  const save = await measureSave(running, file);
  return {
    open,
    openBlocks,
    drawn,
    scroll,
    highlight,
    answer: answer ?? NO_COST,
    bareInPlace,
    pause: { answer: answerPause, correcting: correctingPause },
    correctingView,
    correcting: correcting ?? NO_COST,
    save,
    memory: used,
  };
}

/** Until every section of the letter has its blocks. */
async function allDrawn(window: Page, sections: number): Promise<void> {
  await window
    .waitForFunction(
      ([selector, count]) => {
        const chunks = [...document.querySelectorAll(`${selector} .chunk`)];
        return chunks.length >= count && chunks.every((chunk) => chunk.childElementCount > 0);
      },
      [READING, sections] as const,
      { polling: 250, timeout: 120_000 },
    )
    .catch(() => console.error('The letter was not drawn to its end within two minutes.'));
}

/** Selects words with the mouse and gives them a category. */
async function measureHighlight(window: Page): Promise<KeyCost> {
  await watchKeys(window);
  const session = await processorTime(window);
  const times: number[] = [];
  let cpu = 0;
  for (let i = 0; i < HIGHLIGHTS; i++) {
    const block = window.locator(`${READING} [data-block="b${2 + i * 3}"]`);
    await block.scrollIntoViewIfNeeded();
    const box = await block.boundingBox();
    if (!box) continue;
    await window.mouse.move(box.x + 20, box.y + box.height - 14);
    await window.mouse.down();
    await window.mouse.move(box.x + 120, box.y + box.height - 14, { steps: 4 });
    await window.mouse.up();
    await settled(window);
    const before = await taskSeconds(session);
    times.push(...(await timesWhile(window, () => window.keyboard.press('2'))));
    cpu += (await taskSeconds(session)) - before;
    await window.keyboard.press('Escape');
  }
  await session.detach();
  return { cpu: (cpu * 1000) / HIGHLIGHTS, ...quantiles(times) };
}

async function measureAnswer(window: Page): Promise<KeyCost> {
  const text = window
    .locator('.answer-pane .own-text .text[contenteditable]')
    .filter({ hasText: /\w/ })
    .first();
  await text.scrollIntoViewIfNeeded();
  await text.click({ position: { x: 120, y: 14 } });
  await settled(window);
  return measureKeys(window);
}

/** What a key costs in an answer of this project. */
export async function measureAnswerIn(file: string): Promise<KeyCost> {
  const running = await launchApp();
  try {
    const { app, window } = running;
    await window.waitForSelector('.welcome, .window');
    await settled(window);
    await answerDialogs(app, { open: [file], button: en.files.dontSave });
    await window.keyboard.press('Control+o');
    await window.waitForSelector('.answer-pane .own-text .text[contenteditable]');
    await settled(window);
    return await measureAnswer(window);
  } finally {
    await running.close().catch((error: unknown) => console.error(String(error)));
  }
}

/** Puts a bare contenteditable with the answer's text at the head of the same page, and types into it. */
async function measureBareInPlace(window: Page): Promise<KeyCost> {
  await window.evaluate(() => {
    const text = document.activeElement;
    const page = text?.closest('.answer-page');
    if (!text || !page) throw new Error('no answer has the focus');
    const bare = document.createElement('div');
    bare.contentEditable = 'true';
    bare.className = 'text';
    bare.dataset['bare'] = '';
    for (const block of text.querySelectorAll('.block')) {
      const copy = document.createElement('p');
      copy.className = 'block paragraph';
      copy.textContent = block.textContent;
      bare.append(copy);
    }
    page.prepend(bare);
    bare.scrollIntoView();
    bare.focus();
    getSelection()?.collapse(bare.firstChild?.firstChild ?? bare, 1);
  });
  await settled(window);
  const cost = await measureKeys(window);
  const typed = await window.locator('[data-bare]').innerText();
  if (!typed.includes('nobody wrote it down')) throw new Error('the keys did not go into the bare text');
  await window.evaluate(() => document.querySelector('[data-bare]')?.remove());
  return cost;
}

async function clickIntoLetter(window: Page): Promise<void> {
  const block = window.locator(`${READING} [data-block="b10001"], ${READING} [data-block="b101"]`).last();
  await block.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  await settled(window);
  await block.click({ position: { x: 100, y: 12 } });
  await settled(window);
}

async function measureSave({ app, window }: RunningApp, file: string): Promise<AppResult['save']> {
  const { mtimeMs } = await stat(file);
  const begun = performance.now();
  let total = NaN;
  let windowFrame = NaN;
  const mainBlocks = await longestBlock(app, async () => {
    windowFrame = await longestFrame(window, async () => {
      await window.keyboard.press('Control+s');
      while ((await stat(file)).mtimeMs === mtimeMs && performance.now() - begun < 30_000) {
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      total = performance.now() - begun;
      await settled(window);
    });
  });
  return { total, mainBlocks, windowFrame };
}
