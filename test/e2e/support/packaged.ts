/**
 * Starts the packaged app. Its fuses forbid Node's inspector, which Playwright's Electron driver wants, so the test
 * speaks to its Chromium alone, over the DevTools protocol.
 */
import { chromium, expect, type Browser, type Page } from '@playwright/test';
import { spawn, type ChildProcess } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { electronArguments } from '../../../build/runtime/launch.ts';
import { freshProfile } from './launch.ts';

const dist = join(import.meta.dirname, '../../../dist');

/** The executable that `npm run package` has left on this system. */
export function packagedExecutable(): string {
  if (process.platform === 'linux') return join(dist, 'linux-unpacked', 'pamphleteer');
  if (process.platform === 'win32') return join(dist, 'win-unpacked', 'Pamphleteer.exe');
  const folder = readdirSync(dist).find((name) => name.startsWith('mac')) ?? 'mac';
  return join(dist, folder, 'Pamphleteer.app', 'Contents', 'MacOS', 'Pamphleteer');
}

export interface PackagedApp {
  readonly window: Page;
  readonly process: ChildProcess;
  /** Closes the window and waits until the process has gone. */
  close(): Promise<void>;
}

export async function launchPackaged(files: readonly string[] = []): Promise<PackagedApp> {
  const profile = await freshProfile();
  const switches = [...electronArguments(), '--remote-debugging-port=0', `--user-data-dir=${profile}`];
  const child = spawn(packagedExecutable(), [...switches, ...files], {
    stdio: ['ignore', 'inherit', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  try {
    const address = await devToolsAddress(child);
    await pageListed(address);
    const browser = await connect(address);
    const window = await firstWindow(browser);
    const close = async () => {
      const kill = setTimeout(() => child.kill('SIGKILL'), 10_000);
      await window.evaluate(() => globalThis.close()).catch(() => undefined);
      await ended;
      clearTimeout(kill);
      await browser.close();
      await rm(profile, { recursive: true, force: true, maxRetries: 3 });
    };
    return { window, process: child, close };
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  }
}

/** The address that Chromium announces on standard error. */
function devToolsAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stderr?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const address = /^DevTools listening on (ws:\S+)/m.exec(said)?.[1];
      if (address) resolve(address);
    });
    child.once('error', reject);
    child.once('exit', (status) =>
      reject(new Error(`The packaged app ended with status ${status}:\n${said}`)),
    );
  });
}

/**
 * Waits until the window's page is there, asked over HTTP, which attaches to nothing: a driver that attaches while
 * Chromium makes the page can hold that page, and itself, for good.
 */
async function pageListed(address: string): Promise<void> {
  const list = new URL('/json/list', address.replace(/^ws:/, 'http:'));
  await expect
    .poll(
      async () => {
        const targets = (await (await fetch(list)).json()) as { type: string; title: string; url: string }[];
        return targets.some(({ type, title, url }) => type === 'page' && title !== '' && title !== url);
      },
      { timeout: 30_000 },
    )
    .toBe(true);
}

/** Connects; where the browser doesn't answer in time, once more with a new connection. */
async function connect(address: string): Promise<Browser> {
  try {
    return await chromium.connectOverCDP(address, { timeout: 10_000 });
  } catch {
    return await chromium.connectOverCDP(address, { timeout: 30_000 });
  }
}

async function firstWindow(browser: Browser): Promise<Page> {
  const context = browser.contexts()[0];
  if (!context) throw new Error('The packaged app offers no browsing context.');
  const window = context.pages()[0] ?? (await context.waitForEvent('page', { timeout: 30_000 }));
  await window.waitForLoadState('domcontentloaded');
  return window;
}
