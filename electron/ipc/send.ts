import type { BrowserWindow } from 'electron';
import type { WindowEvents } from '../../core/ipc/contract.ts';

/** Tells a window something; nothing when it is gone. */
export function send<E extends keyof WindowEvents>(
  window: BrowserWindow,
  event: E,
  ...values: Parameters<WindowEvents[E]>
): void {
  if (!window.isDestroyed()) window.webContents.send(`window:${event}`, ...values);
}
