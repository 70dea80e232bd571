/** What is watched from within a window: first views, frames, work that holds it up. */
import type { Page } from '@playwright/test';
import { prepare, settled } from './keys.ts';

declare global {
  interface Window {
    bench?: { readonly frames: { start: number; duration: number }[]; view?: Promise<number> };
  }
}

/** Notes frames that took longer than 50 ms from now on. */
export async function watchFrames(page: Page): Promise<void> {
  await prepare(page);
  await page.evaluate(() => {
    const frames: { start: number; duration: number }[] = [];
    window.bench = { frames };
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries()) frames.push({ start: startTime, duration });
    }).observe({ type: 'long-animation-frame', buffered: false });
  });
}

export interface FirstView {
  /** Milliseconds from the call until what was waited for has been drawn. */
  readonly total: number;
  /** Of these, from the beginning of the window's own last frame: after the file has been read. */
  readonly own: number;
}

/** How long it takes after `act` until something of this selector is drawn. */
export async function firstView(page: Page, selector: string, act: () => Promise<void>): Promise<FirstView> {
  await watchFrames(page);
  const start = await page.evaluate((wanted) => {
    const seen = new Promise<number>((resolve) => {
      const look = () => {
        if (!document.querySelector(wanted)) return;
        observer.disconnect();
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => resolve(performance.now());
          port2.postMessage(0);
        });
      };
      const observer = new MutationObserver(look);
      observer.observe(document.body, { childList: true, subtree: true });
    });
    if (window.bench) window.bench.view = seen;
    return performance.now();
  }, selector);
  await act();
  const end = await page.evaluate(() => window.bench?.view ?? 0);
  await settled(page);
  const frames = await page.evaluate(() => window.bench?.frames ?? []);
  const frame = frames.find(({ start: from, duration }) => from < end && from + duration >= end - 20);
  return { total: end - start, own: frame ? end - frame.start : 50 };
}

/** Scrolls down for this many frames, a third of a view at each, and counts those that the screen missed. */
export async function droppedFrames(page: Page, selector: string, count: number) {
  return page.evaluate(
    async ([wanted, frames]) => {
      const view = document.querySelector(wanted);
      if (!view) return { dropped: NaN, longest: NaN };
      const times: number[] = [];
      const step = view.clientHeight / 3;
      await new Promise<void>((resolve) => {
        const next = (time: number) => {
          times.push(time);
          view.scrollTop += step;
          if (times.length < frames) requestAnimationFrame(next);
          else resolve();
        };
        requestAnimationFrame(next);
      });
      const gaps = times.slice(1).map((time, i) => time - (times[i] ?? 0));
      const usual = 1000 / 60;
      const dropped = gaps.reduce((sum, gap) => sum + Math.max(0, Math.round(gap / usual) - 1), 0);
      return { dropped, longest: Math.max(...gaps) };
    },
    [selector, count] as const,
  );
}

/** Longest time in milliseconds that the window was held up while `act` went on. */
export async function longestFrame(page: Page, act: () => Promise<void>): Promise<number> {
  await watchFrames(page);
  await act();
  await settled(page);
  const frames = await page.evaluate(() => window.bench?.frames ?? []);
  return Math.max(0, ...frames.map(({ duration }) => duration));
}
