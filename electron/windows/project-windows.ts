/** The application's windows, each with one project. */
import { join } from 'node:path';
import { app, BrowserWindow, Menu, nativeTheme, screen } from 'electron';
import type { MenuState } from '../../core/ipc/commands.ts';
import { en } from '../../core/messages/en.ts';
import { ChosenFiles } from '../files/chosen-files.ts';
import { listRecent } from '../files/recent.ts';
import { send } from '../ipc/send.ts';
import { outFolder, recentList } from './folders.ts';
import { buildMenu } from './menu.ts';
import { ProjectSession } from './project-session.ts';
import { PAGE } from './security.ts';

export interface WindowState {
  readonly session: ProjectSession;
  readonly chosen: ChosenFiles;
  /** The file to begin with; taken by the window's first call. */
  file: string | undefined;
  menu: MenuState | undefined;
  /** Path of the last export. */
  exported: string | undefined;
  /** The writer has been asked; the window may go. */
  closing: boolean;
  /** The page has begun, and neither hangs nor has crashed: it can ask the writer. */
  answers: boolean;
}

const states = new WeakMap<BrowserWindow, WindowState>();

export function sessionOf(window: BrowserWindow): WindowState {
  const state = states.get(window);
  if (!state) throw new Error('not one of our windows');
  return state;
}

export async function refreshMenu(window: BrowserWindow): Promise<void> {
  const recent = await listRecent(recentList());
  if (window.isDestroyed()) return;
  const menu = buildMenu(window, sessionOf(window).menu, recent);
  if (process.platform === 'darwin') {
    if (window.isFocused()) Menu.setApplicationMenu(menu);
  } else {
    window.setMenu(menu);
  }
}

/** Opens a window, with a project file or without. */
export function openWindow(file?: string): BrowserWindow {
  const { width, height } = screen.getPrimaryDisplay().workAreaSize;
  const window = new BrowserWindow({
    width: Math.min(1500, width),
    height: Math.min(960, height),
    minWidth: 900,
    minHeight: 560,
    title: en.app,
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#1c1b19' : '#fbfaf7',
    webPreferences: {
      preload: join(outFolder, 'preload', 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
    },
  });
  const state: WindowState = {
    session: new ProjectSession((failure) => send(window, 'notKept', failure)),
    chosen: new ChosenFiles(),
    file,
    menu: undefined,
    exported: undefined,
    closing: false,
    answers: false,
  };
  states.set(window, state);
  void refreshMenu(window);
  window.once('ready-to-show', () => window.show());
  window.on('focus', () => void refreshMenu(window));
  // Only the page knows whether there are edits, to the last key. Where it can't answer, the journal stays.
  window.on('close', (event) => {
    if (state.closing || !state.answers) return;
    event.preventDefault();
    send(window, 'closeRequested');
  });
  window.on('unresponsive', () => (state.answers = false));
  window.on('responsive', () => (state.answers = true));
  window.webContents.on('render-process-gone', () => (state.answers = false));
  window.on('closed', () => state.session.press.stop());
  const development = app.isPackaged ? undefined : process.env['ELECTRON_RENDERER_URL'];
  void window.loadURL(development ?? PAGE);
  return window;
}

/** A file that the system hands over: into a window without a project, else into a new one. */
export function openFile(file: string): void {
  openWindow(file).focus();
}
