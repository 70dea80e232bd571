/** What a key costs in a window: the main thread's work, and the time until the screen shows it. */
import type { CDPSession, Page } from '@playwright/test';

export interface KeyCost {
  /** Milliseconds of the main thread's processor time for each key, what the idle window takes left out. */
  readonly cpu: number;
  /** Milliseconds from the key until after the next frame has been drawn. */
  readonly p50: number;
  readonly p95: number;
}

const WARM_UP = 'and so on as before ';
const TYPED = 'the tide was counted twice and nobody wrote it down that year ';
/** Milliseconds between keys: about the pace of a quick writer. */
const PACE = 80;

declare global {
  interface Window {
    /** Milliseconds of each key since it was asked for. */
    keyTimes?: number[];
  }
}

/** The compiler names functions by a function of its own, which what is evaluated in a window must find there. */
export async function prepare(page: Page): Promise<void> {
  await page.evaluate('globalThis.__name = (named) => named');
}

/** Frames in a row that come in time, after which a window is taken to be at rest. */
const CALM = 20;

/** Until the window is at rest: frames come in time, and nothing is left to do between them. */
export async function settled(page: Page): Promise<void> {
  await prepare(page);
  await page.evaluate(async (calm) => {
    const idle = () =>
      new Promise<boolean>((resolve) => {
        requestIdleCallback((deadline) => resolve(!deadline.didTimeout), { timeout: 5000 });
      });
    const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
    const [begun, patience, late] = [performance.now(), 30_000, 50];
    for (let inTime = 0, last = await frame(); inTime < calm && performance.now() - begun < patience;) {
      const next = await frame();
      inTime = next - last < late && (await idle()) ? inTime + 1 : 0;
      last = next;
    }
  }, CALM);
}

/** From now on the window notes for each key how long it takes to be seen. */
export async function watchKeys(page: Page): Promise<void> {
  await prepare(page);
  await page.evaluate(() => {
    if (window.keyTimes) return;
    const times: number[] = (window.keyTimes = []);
    addEventListener(
      'keydown',
      ({ timeStamp }) => {
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => times.push(performance.now() - timeStamp);
          port2.postMessage(0);
        });
      },
      true,
    );
  });
}

export async function taskSeconds(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0;
}

export async function processorTime(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return session;
}

async function press(session: CDPSession, text: string): Promise<void> {
  const key = {
    key: text,
    text,
    unmodifiedText: text,
    code: text === ' ' ? 'Space' : `Key${text.toUpperCase()}`,
  };
  const windowsVirtualKeyCode = text.toUpperCase().charCodeAt(0);
  await session.send('Input.dispatchKeyEvent', { type: 'keyDown', windowsVirtualKeyCode, ...key });
  await session.send('Input.dispatchKeyEvent', {
    type: 'keyUp',
    windowsVirtualKeyCode,
    key: key.key,
    code: key.code,
  });
}

/** Types where the caret is. */
export async function measureKeys(page: Page): Promise<KeyCost> {
  await watchKeys(page);
  const session = await processorTime(page);
  const type = async (text: string) => {
    for (const letter of text) {
      await press(session, letter);
      await page.waitForTimeout(PACE);
    }
  };
  await type(WARM_UP);
  const idle = await taskSeconds(session);
  await page.waitForTimeout(PACE * TYPED.length);
  const begin = await taskSeconds(session);
  const times = await timesWhile(page, () => type(TYPED));
  const end = await taskSeconds(session);
  await session.detach();
  return { cpu: ((end - begin - (begin - idle)) * 1000) / TYPED.length, ...quantiles(times) };
}

/** The times of the keys that are pressed meanwhile. */
export async function timesWhile(page: Page, act: () => Promise<void>): Promise<number[]> {
  const before = await page.evaluate(() => window.keyTimes?.length ?? 0);
  await act();
  await settled(page);
  return page.evaluate((from) => window.keyTimes?.slice(from) ?? [], before);
}

export function quantiles(times: readonly number[]): { readonly p50: number; readonly p95: number } {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (part: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? NaN;
  return { p50: at(0.5), p95: at(0.95) };
}
