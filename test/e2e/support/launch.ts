/** Starts the built app as a person would, on a profile of its own, so that tests neither share nor leave traces. */
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import type { ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { en } from '../../../core/messages/en.ts';
import { electronArguments } from '../../../build/runtime/launch.ts';
import { answerDialogs } from './dialogs.ts';

const heldApp = join(import.meta.dirname, 'held-app');

/** Milliseconds that the app may take to quit, before it is ended. */
const quitting = 10_000;

export interface RunningApp {
  readonly app: ElectronApplication;
  /** The main process; it can be asked how it ended. */
  readonly process: ChildProcess;
  /** The first window, loaded. */
  readonly window: Page;
  /** The profile folder. Pass it to another launch to come back after a crash. */
  readonly userData: string;
  /** What was thrown in the window and caught by nobody. */
  readonly errors: readonly string[];
  /** Quits; ends the process where it doesn't; removes the profile if this launch made it. */
  close(options?: { readonly keepProfile?: boolean }): Promise<void>;
}

interface LaunchOptions {
  /** Files to open, as on the command line. */
  readonly files?: readonly string[];
  /** An existing profile folder; else a fresh one. */
  readonly userData?: string;
  readonly env?: Readonly<Record<string, string>>;
}

export async function launchApp({ files = [], userData, env }: LaunchOptions = {}): Promise<RunningApp> {
  const executable = process.env['PAMPHLETEER_ELECTRON'];
  if (!executable)
    throw new Error('Run the end-to-end tests with "npm run test:e2e": it provides the runtime.');

  const profile = userData ?? (await freshProfile());
  const switches = electronArguments();
  const app = await _electron.launch({
    executablePath: executable,
    args: [...switches, heldApp, `--user-data-dir=${profile}`, ...files],
    chromiumSandbox: !switches.includes('--no-sandbox'),
    env: { ...definedEnvironment(), ...env },
  });
  const child = app.process();
  const window = await app.firstWindow();
  const errors: string[] = [];
  window.on('pageerror', (error) => errors.push(error.stack ?? error.message));
  await window.waitForLoadState('domcontentloaded');
  // No dialog of the system may wait for a click that no test can give.
  await answerDialogs(app, { button: en.files.dontSave });
  const close: RunningApp['close'] = async ({ keepProfile = false } = {}) => {
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    const kill = setTimeout(() => child.kill('SIGKILL'), quitting);
    if (child.exitCode === null && child.signalCode === null) {
      // The driver may wait for an answer that a killed process doesn't give.
      void app.close().catch(() => undefined);
      await ended;
    }
    clearTimeout(kill);
    if (userData === undefined && !keepProfile)
      await rm(profile, { recursive: true, force: true, maxRetries: 3 });
    if (errors.length > 0) throw new Error(`Thrown in the window:\n${errors.join('\n')}`);
  };
  return { app, process: child, window, userData: profile, errors, close };
}

/** A new, empty profile folder. */
export function freshProfile(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'pamphleteer-profile-'));
}

function definedEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
