/** The room that the window has, and whether all is within it. */
import { expect, type Page } from '@playwright/test';
import { inMain } from './in-main.ts';
import type { RunningApp } from './launch.ts';

/** Gives the first window this room, in CSS pixels. */
export async function resize({ app, window }: RunningApp, width: number, height: number): Promise<void> {
  await inMain(app)(
    ({ BrowserWindow }, [width, height]) => BrowserWindow.getAllWindows()[0]?.setContentSize(width, height),
    [width, height] as const,
  );
  await expect.poll(() => window.evaluate(() => [innerWidth, innerHeight])).toEqual([width, height]);
}

/** Nothing runs off the window, and no words are cut off where nothing says so. */
export async function expectInside(window: Page): Promise<void> {
  const outside = await window.evaluate(() =>
    [...document.querySelectorAll('button, input, textarea, [role="toolbar"], [role="dialog"]')]
      .filter((element) => element.checkVisibility())
      .flatMap((element) => {
        const { left, right, width } = element.getBoundingClientRect();
        return width > 0 && (left < -1 || right > innerWidth + 1)
          ? [`${Math.round(left)}–${Math.round(right)} ${element.outerHTML.slice(0, 90)}`]
          : [];
      }),
  );
  expect(outside).toEqual([]);
}
