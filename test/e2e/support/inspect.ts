/** Looks at the window as it is: axe finds nothing, and a picture lies in the results, light and dark. */
import axe from 'axe-core';
import { expect, type Page, type TestInfo } from '@playwright/test';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

export async function inspect(window: Page, name: string, info: TestInfo): Promise<void> {
  if (!(await window.evaluate(() => 'axe' in globalThis))) await window.evaluate(axe.source);
  for (const colorScheme of ['light', 'dark'] as const) {
    await window.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    // Colours on their way from one scheme to the other are nobody's.
    await window.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)));
    await window.screenshot({ path: info.outputPath(`${name}-${colorScheme}.png`) });
    const { violations } = await window.evaluate(
      (rules) => (globalThis as unknown as { axe: typeof axe }).axe.run(document, { runOnly: rules }),
      RULES,
    );
    const told = violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, any }) => `${id}: ${html.slice(0, 160)} ${any[0]?.message ?? ''}`),
    );
    expect.soft(told, `${name}, ${colorScheme}`).toEqual([]);
  }
  await window.emulateMedia({ colorScheme: 'light' });
}
