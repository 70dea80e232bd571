/** Answers windows' calls: only from the page of one of our own windows, only with arguments of the right shape. */
import { BrowserWindow, ipcMain, type IpcMainInvokeEvent } from 'electron';
import type { MainCalls } from '../../core/ipc/contract.ts';
import { PAGE } from '../windows/security.ts';
import { ARGUMENTS, checkArguments } from './check.ts';

export type Handlers = {
  [N in keyof MainCalls]: (
    window: BrowserWindow,
    ...values: Parameters<MainCalls[N]>
  ) => ReturnType<MainCalls[N]>;
};

/** The window of a call that comes from its own page's main frame; undefined for any other sender. */
function senderOf(event: IpcMainInvokeEvent): BrowserWindow | undefined {
  const frame = event.senderFrame;
  const window = BrowserWindow.fromWebContents(event.sender);
  if (!frame || !window || frame !== event.sender.mainFrame) return undefined;
  const development = process.env['ELECTRON_RENDERER_URL'];
  const url = URL.parse(frame.url);
  if (!url) return undefined;
  const expected = new URL(development ?? PAGE);
  return url.protocol === expected.protocol && url.host === expected.host ? window : undefined;
}

export function serve(handlers: Handlers): void {
  for (const name of Object.keys(ARGUMENTS) as (keyof MainCalls)[]) {
    ipcMain.handle(`main:${name}`, (event, ...values: unknown[]) => {
      const window = senderOf(event);
      if (!window) throw new Error(`refused: ${name} from ${event.senderFrame?.url ?? 'nowhere'}`);
      const checked = checkArguments(name, values);
      if (!checked) throw new Error(`refused: arguments of ${name}`);
      const handler = handlers[name] as (window: BrowserWindow, ...values: readonly unknown[]) => unknown;
      return handler(window, ...checked);
    });
  }
}
