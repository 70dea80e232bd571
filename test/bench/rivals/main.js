/** A window with one page and nothing else: what the editors are compared in. */
import { app, BrowserWindow } from 'electron';

/** A file's URL. */
const page = process.env.RIVAL_PAGE;

void app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1500, height: 960, webPreferences: { spellcheck: false } });
  void window.loadURL(page);
});
