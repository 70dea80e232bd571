/** What the main process does for a window, call by call. */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { app, type BrowserWindow, dialog, shell } from 'electron';
import type { ExportKind, SaveRequest } from '../../core/ipc/contract.ts';
import { IMPORT_EXTENSIONS } from '../../core/import/file.ts';
import { PIECE } from '../../core/ipc/pieces.ts';
import { en } from '../../core/messages/en.ts';
import { safeUrl } from '../../core/text/block.ts';
import { writeAtomically } from '../files/atomic-write.ts';
import { addRecent, listRecent } from '../files/recent.ts';
import { discardSession, unfinishedSessions } from '../files/recover.ts';
import { recentList, recoveryFolder, sampleFile } from '../windows/folders.ts';
import { failureOf, withExtension } from '../windows/project-session.ts';
import { refreshMenu, sessionOf, type WindowState } from '../windows/project-windows.ts';
import { readClipboard } from './clipboard.ts';
import type { Handlers } from './serve.ts';

const PROJECTS = [{ name: en.files.projects, extensions: ['pamphlet'] }];
const ALL_FILES = { name: en.files.allFiles, extensions: ['*'] };

async function openPath(window: BrowserWindow, path: string) {
  const opened = await sessionOf(window).session.open(path);
  if (opened.ok) {
    await addRecent(recentList(), path, Date.now());
    app.addRecentDocument(path);
    await refreshMenu(window);
  }
  return opened;
}

async function choose(window: BrowserWindow, state: WindowState, kind: 'pamphlet' | ExportKind) {
  const extension = {
    pamphlet: 'pamphlet',
    html: 'html',
    pdf: 'pdf',
    docx: 'docx',
    markdown: 'md',
    annotations: 'json',
    'coverage-csv': 'csv',
    'works-bib': 'bib',
    'works-ris': 'ris',
    'works-csl': 'json',
  }[kind];
  const name = {
    pamphlet: en.files.projects,
    html: en.files.webPage,
    pdf: en.files.pdf,
    docx: en.files.docx,
    markdown: en.files.markdown,
    annotations: en.files.annotations,
    'coverage-csv': en.files.coverageTable,
    'works-bib': en.works.forms['works-bib'],
    'works-ris': en.works.forms['works-ris'],
    'works-csl': en.works.forms['works-csl'],
  };
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: kind === 'pamphlet' ? en.files.saveTitle : en.files.exportTitle,
    defaultPath: withExtension(fileNameOf(state.session.title || en.untitled), extension),
    filters: [{ name: name[kind], extensions: [extension] }],
  });
  return canceled || !filePath ? undefined : withExtension(filePath, extension);
}

/** A title as a file name: without what file systems refuse. */
function fileNameOf(title: string): string {
  return (
    title
      .replace(/[\u0000-\u001f<>:"/\\|?*]+/g, ' ')
      .trim()
      .slice(0, 80) || en.untitled
  );
}

async function save(window: BrowserWindow, { entries, assets, title, as }: SaveRequest) {
  const state = sessionOf(window);
  const { session } = state;
  // Before any question is asked: what is done meanwhile isn't in these entries.
  const mark = session.mark();
  let path = as === 'new-name' ? undefined : session.path;
  if (path === undefined && as === 'autosave') return undefined;
  if (path !== undefined && (await session.changedOutside())) {
    if (as === 'autosave') return undefined;
    const { response } = await dialog.showMessageBox(window, {
      type: 'warning',
      message: en.files.changedOutside(basename(path)),
      detail: en.files.changedOutsideDetail,
      buttons: [en.files.saveAs, en.files.replace, en.files.cancel],
      defaultId: 0,
      cancelId: 2,
    });
    if (response === 2) return undefined;
    if (response === 0) path = undefined;
  }
  path ??= await choose(window, state, 'pamphlet');
  if (path === undefined) return undefined;
  const saved = await session.save(path, { entries, title, mark, ...(assets ? { assets } : {}) });
  if (saved.ok) {
    await addRecent(recentList(), path, Date.now());
    await refreshMenu(window);
  }
  return saved;
}

export const handlers: Handlers = {
  async start(window) {
    const state = sessionOf(window);
    const recent = await listRecent(recentList());
    const { file } = state;
    state.answers = true;
    state.file = undefined;
    const opened = file === undefined ? undefined : await openPath(window, file);
    return {
      ...(opened?.ok ? { opened: opened.value } : {}),
      ...(opened && !opened.ok ? { failure: opened.failure } : {}),
      recoverable: (await unfinishedSessions(recoveryFolder())).map(({ id, title, time }) => ({
        id,
        title,
        time,
      })),
      recent: recent.map(({ id, name, folder }) => ({ id, name, folder })),
      version: app.getVersion(),
      runtime: `Electron ${process.versions.electron}`,
      platform: process.platform === 'darwin' ? 'mac' : process.platform === 'win32' ? 'windows' : 'linux',
    };
  },
  async beginProject(window, project) {
    await sessionOf(window).session.begin(project);
  },
  async openProject(window) {
    const { canceled, filePaths } = await dialog.showOpenDialog(window, {
      title: en.files.openTitle,
      filters: [...PROJECTS, ALL_FILES],
      properties: ['openFile'],
    });
    const path = filePaths[0];
    return canceled || path === undefined ? undefined : openPath(window, path);
  },
  async openRecent(window, id) {
    const file = (await listRecent(recentList())).find((recent) => recent.id === id);
    return openPath(window, file?.path ?? '');
  },
  async openSample(window) {
    return sessionOf(window).session.openBytes(await readFile(sampleFile()));
  },
  openBytes(window, { bytes }) {
    return sessionOf(window).session.openBytes(bytes);
  },
  restore(window, id) {
    return sessionOf(window).session.restore(id);
  },
  async discard(_window, id) {
    await discardSession(recoveryFolder(), id);
  },
  save,
  async journal(window, piece, last) {
    await sessionOf(window).session.journal(piece, last);
  },
  async addBinary(window, path, bytes, piece) {
    await sessionOf(window).session.addBinary(path, bytes, piece);
  },
  async readBinary(window, path, at) {
    const bytes = sessionOf(window).session.binary(path);
    return bytes && new Uint8Array(bytes.slice(at, at + PIECE));
  },
  async saveBinary(window, path, name) {
    const bytes = sessionOf(window).session.binary(path);
    if (!bytes) return { ok: false, failure: { message: en.original.lost } };
    const { canceled, filePath } = await dialog.showSaveDialog(window, {
      title: en.original.saveTitle,
      defaultPath: fileNameOf(name),
    });
    if (canceled || !filePath) return undefined;
    const written = await writeAtomically(filePath, bytes);
    return written.ok
      ? { ok: true, value: basename(filePath) }
      : { ok: false, failure: failureOf(written.failure) };
  },
  async chooseLetters(window) {
    const { canceled, filePaths } = await dialog.showOpenDialog(window, {
      title: en.files.lettersTitle,
      filters: [{ name: en.files.letterFiles, extensions: [...IMPORT_EXTENSIONS, 'pamphlet'] }, ALL_FILES],
      properties: ['openFile', 'multiSelections'],
    });
    if (canceled) return [];
    return sessionOf(window).chosen.choose(filePaths);
  },
  readChosen(window, id, at) {
    return sessionOf(window).chosen.read(id, at);
  },
  async chooseAnnotations(window) {
    const { canceled, filePaths } = await dialog.showOpenDialog(window, {
      title: en.files.annotationsTitle,
      filters: [{ name: en.files.annotations, extensions: ['json', 'jsonld'] }, ALL_FILES],
      properties: ['openFile'],
    });
    return canceled ? [] : sessionOf(window).chosen.choose(filePaths);
  },
  async choosePictures(window) {
    const { canceled, filePaths } = await dialog.showOpenDialog(window, {
      title: en.files.picturesTitle,
      filters: [{ name: en.files.pictures, extensions: ['png', 'jpg', 'jpeg', 'gif', 'webp'] }, ALL_FILES],
      properties: ['openFile', 'multiSelections'],
    });
    return canceled ? [] : sessionOf(window).chosen.choose(filePaths);
  },
  async chooseFile(window, what) {
    const { canceled, filePaths } = await dialog.showOpenDialog(window, {
      title: en.files.chooseTitles[what],
      filters: [{ name: en.files.letterFiles, extensions: [...IMPORT_EXTENSIONS] }, ALL_FILES],
      properties: ['openFile'],
    });
    const path = filePaths[0];
    if (canceled || path === undefined) return undefined;
    try {
      return { ok: true, value: { name: basename(path), bytes: new Uint8Array(await readFile(path)) } };
    } catch {
      return { ok: false, failure: { message: en.files.unreadable(basename(path)) } };
    }
  },
  readClipboard: () => readClipboard(),
  async exportProject(window, kind, project, choices) {
    const state = sessionOf(window);
    const path = await choose(window, state, kind);
    if (path === undefined) return undefined;
    try {
      const { bytes, warnings } = await state.session.export(kind, project, choices);
      const written = await writeAtomically(path, bytes);
      if (!written.ok) return { ok: false, failure: failureOf(written.failure) };
      state.exported = path;
      return { ok: true, value: { name: basename(path), warnings: [...warnings] } };
    } catch (error) {
      return { ok: false, failure: { message: error instanceof Error ? error.message : String(error) } };
    }
  },
  async showExported(window) {
    const { exported } = sessionOf(window);
    if (exported !== undefined) shell.showItemInFolder(exported);
  },
  async openPreview(window, project) {
    sessionOf(window).session.openPreview(project);
  },
  async closePreview(window) {
    sessionOf(window).session.press.close();
  },
  preview(window) {
    return sessionOf(window).session.preview();
  },
  async openLink(window, url) {
    const safe = safeUrl(url);
    if (safe === undefined) return;
    const { response } = await dialog.showMessageBox(window, {
      type: 'question',
      message: en.files.linkAsk,
      detail: safe,
      buttons: [en.files.open, en.files.cancel],
      defaultId: 0,
      cancelId: 1,
    });
    if (response === 0) await shell.openExternal(safe);
  },
  async setMenu(window, menu) {
    sessionOf(window).menu = menu;
    await refreshMenu(window);
  },
  async setDocumentState(window, { title, edited }) {
    const { session } = sessionOf(window);
    session.title = title;
    window.setDocumentEdited(edited);
    window.setRepresentedFilename(session.path ?? '');
  },
  async closeNow(window) {
    const state = sessionOf(window);
    state.closing = true;
    await state.session.end();
    window.close();
  },
  async askToSave(window, name) {
    const { response } = await dialog.showMessageBox(window, {
      type: 'question',
      message: en.files.closeAsk(name),
      detail: en.files.closeDetail,
      buttons: [en.files.save, en.files.cancel, en.files.dontSave],
      defaultId: 0,
      cancelId: 1,
    });
    return (['save', 'cancel', 'discard'] as const)[response] ?? 'cancel';
  },
  async confirm(window, question) {
    const { response } = await dialog.showMessageBox(window, {
      type: 'question',
      message: question.message,
      detail: question.detail,
      buttons: [question.confirm, en.files.cancel],
      defaultId: 1,
      cancelId: 1,
    });
    return response === 0;
  },
  async perform(window, command) {
    switch (command) {
      case 'cut':
        return window.webContents.cut();
      case 'copy':
        return window.webContents.copy();
      case 'paste':
        return window.webContents.paste();
      case 'paste-plain':
        return window.webContents.pasteAndMatchStyle();
      case 'select-all':
        return window.webContents.selectAll();
      case 'full-screen':
        return window.setFullScreen(!window.isFullScreen());
      case 'quit':
        return app.quit();
      default:
        return;
    }
  },
};
