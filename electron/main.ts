/** Starts the application: each step in its order, and nothing else. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { app, BrowserWindow } from 'electron';
import { clearFinishedSessions } from './files/recover.ts';
import { handlers } from './ipc/handlers.ts';
import { serve } from './ipc/serve.ts';
import { recoveryFolder } from './windows/folders.ts';
import { openFile, openWindow } from './windows/project-windows.ts';
import { closeNetwork, registerScheme, servePage } from './windows/security.ts';

/** Project files among the words of a command line: what isn't a flag, ends in .pamphlet and is there. */
function filesOf(words: readonly string[], folder: string): string[] {
  return words
    .slice(1)
    .filter((word) => !word.startsWith('-') && word.toLowerCase().endsWith('.pamphlet'))
    .map((word) => resolve(folder, word))
    .filter((path) => existsSync(path));
}

// As root, in a test, the system gives no sandbox; asking for one all the same ends every process.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
registerScheme();

if (!app.requestSingleInstanceLock()) {
  app.quit();
} else {
  const early: string[] = [];
  app.on('open-file', (event, path) => {
    event.preventDefault();
    if (app.isReady()) openFile(path);
    else early.push(path);
  });
  app.on('second-instance', (_event, words, folder) => {
    const files = filesOf(words, folder);
    if (files.length === 0) openWindow();
    for (const file of files) openFile(file);
  });
  // Quitting waits for the windows to ask; when the last has gone, it goes on.
  let quitting = false;
  app.on('before-quit', () => {
    quitting = true;
  });
  app.on('browser-window-created', () => {
    quitting = false;
  });
  app.on('window-all-closed', () => {
    if (quitting || process.platform !== 'darwin') app.quit();
  });
  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) openWindow();
  });

  void app.whenReady().then(() => {
    closeNetwork();
    servePage();
    serve(handlers);
    void clearFinishedSessions(recoveryFolder());
    const files = [...early, ...filesOf(process.argv, process.cwd())];
    if (files.length === 0) openWindow();
    for (const file of files) openWindow(file);
  });
}
