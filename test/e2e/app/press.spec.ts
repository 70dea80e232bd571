/** The process that sets pages: when it takes too long or too much, or ends, the app says so and goes on. */
import { expect, test } from '@playwright/test';
import { stat } from 'node:fs/promises';
import { en } from '../../../core/messages/en.ts';
import * as desk from '../support/desk.ts';
import { answerDialogs } from '../support/dialogs.ts';
import { inMain } from '../support/in-main.ts';
import { launchApp, type RunningApp } from '../support/launch.ts';

let running: RunningApp;

test.beforeAll(async () => {
  running = await launchApp();
  await desk.openSample(running);
});
test.afterAll(() => running?.close());
test.afterEach(() => mend());

/** Milliseconds of the press's own clocks. */
const LONGEST = 180_000;
const LOOK = 1000;

/** In the main process a clock of `from` milliseconds runs `to` of them. */
function quicken(clock: 'setTimeout' | 'setInterval', from: number, to: number): Promise<void> {
  return inMain(running.app)(
    (_, [name, long, short]) => {
      const own = globalThis as unknown as Record<string, (...given: unknown[]) => unknown>;
      const kept = (own[`kept-${name}`] ??= own[name] as (typeof own)[string]);
      own[name] = (then, ms, ...rest) => kept(then, ms === long ? short : ms, ...rest);
    },
    [clock, from, to] as const,
  );
}

/** The main process believes that the press holds a terabyte. */
function swell(): Promise<void> {
  return inMain(running.app)(({ app }) => {
    const own = globalThis as { keptMetrics?: typeof app.getAppMetrics };
    const kept = (own.keptMetrics ??= app.getAppMetrics.bind(app));
    app.getAppMetrics = () =>
      kept().map((metric) =>
        metric.type === 'Utility'
          ? { ...metric, memory: { ...metric.memory, workingSetSize: 2 ** 30 } }
          : metric,
      );
  });
}

function mend(): Promise<void> {
  return inMain(running.app)(({ app }) => {
    const own = globalThis as unknown as Record<string, unknown> & { keptMetrics?: typeof app.getAppMetrics };
    for (const name of ['setTimeout', 'setInterval']) own[name] = own[`kept-${name}`] ?? own[name];
    if (own.keptMetrics) app.getAppMetrics = own.keptMetrics;
  });
}

/** The id of the process; 0 when there is none. */
function pressPid(): Promise<number> {
  return inMain(running.app)(
    ({ app }) =>
      app.getAppMetrics().find(({ type, name }) => type === 'Utility' && name === 'press')?.pid ?? 0,
  );
}

async function exportPdf(path: string): Promise<void> {
  await desk.dismissMessages(running.window);
  await answerDialogs(running.app, { save: path });
  await running.window.keyboard.press('Control+p');
}

async function exportsAgain(path: string): Promise<void> {
  await mend();
  await exportPdf(path);
  await expect(desk.messages(running.window)).toContainText('again.pdf');
  expect((await stat(path)).size).toBeGreaterThan(10_000);
}

test('what takes too long is stopped, with words, and the next export is made', async ({}, info) => {
  await quicken('setTimeout', LONGEST, 1);
  await exportPdf(info.outputPath('slow.pdf'));
  await expect(desk.messages(running.window)).toContainText(en.preview.tooLong(LONGEST / 60_000));
  await expect.poll(pressPid).toBe(0);
  await exportsAgain(info.outputPath('again.pdf'));
});

test('what takes too much memory is stopped, with words, and the next export is made', async ({}, info) => {
  await swell();
  await quicken('setInterval', LOOK, 1);
  await exportPdf(info.outputPath('large.pdf'));
  await expect(desk.messages(running.window)).toContainText(en.preview.tooMuch);
  await expect.poll(pressPid).toBe(0);
  await exportsAgain(info.outputPath('again.pdf'));
});

test('a preview whose press has ended comes back with the next edit or when it is asked for', async () => {
  const { window } = running;
  const title = window.locator('.preview-title');
  await desk.dismissMessages(window);
  await window.keyboard.press('Control+4');
  await expect(title).toHaveText(/^Page \d+ of \d+$/);

  // While nobody waits for it.
  process.kill(await pressPid(), 'SIGKILL');
  await expect.poll(pressPid).toBe(0);
  const answer = await desk.answerOf(window, 1);
  await answer.click();
  await window.keyboard.type('Lit. ');
  await expect.poll(pressPid).toBeGreaterThan(0);
  await expect(title).toHaveText(/^Page \d+ of \d+$/);
  const failure = desk.pane(window, 'preview').getByRole('alert');
  await expect(failure).toHaveCount(0);

  // While it sets pages.
  await quicken('setTimeout', LONGEST, 1);
  await window.keyboard.type('Lit again. ');
  await expect(failure).toContainText(en.preview.tooLong(LONGEST / 60_000));
  await mend();
  await failure.getByRole('button', { name: en.preview.again }).click();
  await expect(failure).toHaveCount(0);
  await expect(title).toHaveText(/^Page \d+ of \d+$/);
});
