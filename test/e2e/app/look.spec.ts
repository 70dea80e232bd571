/** The main states of the window, light and dark: axe finds nothing; a picture of each lies in the results. */
import { expect, test, type Page } from '@playwright/test';
import axe from 'axe-core';
import * as desk from '../support/desk.ts';
import { answerDialogs } from '../support/dialogs.ts';
import { launchApp, type RunningApp } from '../support/launch.ts';

let running: RunningApp;
test.beforeAll(async () => {
  running = await launchApp();
  await running.window.evaluate(axe.source);
});
test.afterAll(async () => {
  await answerDialogs(running.app, { button: 'Don’t Save' });
  await running.close();
});

async function inspect(window: Page, name: string, path: (name: string) => string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await window.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await window.screenshot({ path: path(`${name}-${colorScheme}.png`) });
    const { violations } = await window.evaluate(() =>
      (globalThis as unknown as { axe: typeof axe }).axe.run(document, {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'],
      }),
    );
    const told = violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
    );
    expect(told, `${name}, ${colorScheme}`).toEqual([]);
  }
}

test('can be used by all', async ({}, info) => {
  const { window } = running;
  const path = (name: string) => info.outputPath(name);
  await inspect(window, 'welcome', path);
  await window.getByRole('button', { name: 'Open the sample' }).click();
  await expect(desk.brackets(window).first()).toBeVisible();
  await inspect(window, 'sample', path);
  await desk.clickWords(window, 'No decision has been taken.');
  await expect(desk.passageBar(window)).toBeVisible();
  await inspect(window, 'passage', path);
  await window.keyboard.press('Escape');
  for (const [name, key] of [
    ['details', 'Control+Shift+i'],
    ['title-page', 'Control+Shift+t'],
    ['palette', 'Control+k'],
    ['keys', 'F1'],
  ] as const) {
    await window.keyboard.press(key);
    await expect(desk.dialog(window)).toHaveCount(1);
    await inspect(window, name, path);
    await window.keyboard.press('Escape');
    await expect(desk.dialog(window)).toHaveCount(0);
  }
  await window.keyboard.press('Control+4');
  await expect(window.locator('.sheet').first()).toBeVisible({ timeout: 60_000 });
  await inspect(window, 'preview', path);
});
