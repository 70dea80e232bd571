/** How the window looks: pictures of it in light and dark, what axe finds, and whether all is within it. */
import axe from 'axe-core';
import { expect, type Page, type TestInfo } from '@playwright/test';
import { inMain } from './in-main.ts';
import type { RunningApp } from './launch.ts';

/** Looks at the window as it is, in both colours. */
export async function lookAt({ window }: RunningApp, name: string, info: TestInfo): Promise<void> {
  if (!(await window.evaluate(() => 'axe' in globalThis))) await window.evaluate(axe.source);
  for (const colorScheme of ['light', 'dark'] as const) {
    await window.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    // Colours on their way from one scheme to the other are nobody's.
    await window.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)));
    await window.screenshot({ path: info.outputPath(`${name}-${colorScheme}.png`) });
    // Between the two only the colours differ.
    const { violations } = await window.evaluate(
      (runOnly) => (globalThis as unknown as { axe: typeof axe }).axe.run(document, { runOnly }),
      colorScheme === 'light'
        ? ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
        : ['color-contrast', 'link-in-text-block'],
    );
    const told = violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, any }) => `${id}: ${html.slice(0, 160)} ${any[0]?.message ?? ''}`),
    );
    expect.soft(told, `${name}, ${colorScheme}`).toEqual([]);
  }
  await window.emulateMedia({ colorScheme: 'light' });
}

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
  const outside = () =>
    window.evaluate(() =>
      [...document.querySelectorAll('button, input, textarea, [role="toolbar"], [role="dialog"]')]
        .filter((element) => element.checkVisibility())
        .flatMap((element) => {
          const { left, right, width } = element.getBoundingClientRect();
          return width > 0 && (left < -1 || right > innerWidth + 1)
            ? [`${Math.round(left)}–${Math.round(right)} ${element.outerHTML.slice(0, 90)}`]
            : [];
        }),
    );
  // A window that was just given its size may still be laying itself out.
  await expect.poll(outside).toEqual([]);
}
