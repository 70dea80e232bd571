/** What is delivered starts, opens, takes text and quits; and its doors for code from outside are shut. */
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { expect, test } from '@playwright/test';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { launchPackaged, packagedExecutable } from '../support/packaged.ts';

/** In the executable a fuse is an ASCII digit, 1 for on. */
const on = '1'.charCodeAt(0);

test('opens the sample, takes text and quits', async ({}, info) => {
  const { window, process, close } = await launchPackaged();
  try {
    await expect(window).toHaveTitle(/Pamphleteer/);
    await window.getByRole('button', { name: 'Open the sample' }).click();
    const answer = window.locator('[contenteditable="true" i][role="textbox"]').first();
    await answer.click();
    await window.keyboard.type('Typed into the package.');
    await expect(answer).toContainText('Typed into the package.');
    await window.screenshot({ path: info.outputPath('packaged.png') });
    // An edited project would ask at closing, in a dialog of the system that no test can answer here.
    for (let i = 0; i < 8; i++) await window.keyboard.press('Control+z');
    await expect(window.locator('.save-status')).toHaveCount(0);
    await window.evaluate(() => new Promise((told) => setTimeout(told, 800)));
  } finally {
    await close();
  }
  expect(process.signalCode).toBeNull();
  expect(process.exitCode).toBe(0);
});

test('has the fuses of a release', async () => {
  const wire = await getCurrentFuseWire(packagedExecutable());
  const burnt = (fuse: FuseV1Options) => Number(wire[fuse]) === on;
  expect(burnt(FuseV1Options.RunAsNode)).toBe(false);
  expect(burnt(FuseV1Options.EnableNodeOptionsEnvironmentVariable)).toBe(false);
  expect(burnt(FuseV1Options.EnableNodeCliInspectArguments)).toBe(false);
  expect(burnt(FuseV1Options.LoadBrowserProcessSpecificV8Snapshot)).toBe(false);
  expect(burnt(FuseV1Options.EnableCookieEncryption)).toBe(true);
  expect(burnt(FuseV1Options.OnlyLoadAppFromAsar)).toBe(true);
});

test('holds the app and the notices, and no default app', () => {
  const resources =
    process.platform === 'darwin'
      ? join(dirname(packagedExecutable()), '..', 'Resources')
      : join(dirname(packagedExecutable()), 'resources');
  expect(existsSync(join(resources, 'app.asar'))).toBe(true);
  expect(existsSync(join(resources, 'THIRD-PARTY-NOTICES.txt'))).toBe(true);
  expect(existsSync(join(resources, 'app'))).toBe(false);
  expect(existsSync(join(resources, 'default_app.asar'))).toBe(false);
});
