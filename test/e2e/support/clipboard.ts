/** The system's clipboard. All apps of a display share it, so a test holds it from copying to the paste's end. */
import type { ElectronApplication } from '@playwright/test';
import { open, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Copied } from './letters.ts';

const lock = join(tmpdir(), `pamphleteer-clipboard-${(process.env['DISPLAY'] ?? '').replace(/\W/g, '')}`);

/** Milliseconds after which a lock was left behind by a test that was stopped. */
const STALE = 60_000;

async function take(): Promise<void> {
  for (;;) {
    try {
      await (await open(lock, 'wx')).close();
      return;
    } catch {
      const since = (await stat(lock).catch(() => undefined))?.mtimeMs ?? Date.now();
      if (Date.now() - since > STALE) await rm(lock, { force: true });
      await pause(50);
    }
  }
}

/** Copies, then runs `paste`, which resolves when what was pasted has arrived. */
export async function withClipboard<T>(
  app: ElectronApplication,
  copied: Copied,
  paste: () => Promise<T>,
): Promise<T> {
  await take();
  try {
    await app.evaluate(({ clipboard }, { html, text }) => {
      clipboard.clear();
      if (html !== undefined) clipboard.write({ html, text });
      else if (text !== '') clipboard.writeText(text);
    }, copied);
    return await paste();
  } finally {
    await rm(lock, { force: true });
  }
}
