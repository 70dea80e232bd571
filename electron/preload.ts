/** The only bridge between the window and the main process: named calls, named events, nothing general. */
import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron';
import type { Bridge, MainCalls, WindowEvents } from '../core/ipc/contract.ts';

const call =
  <N extends keyof MainCalls>(name: N) =>
  (...values: Parameters<MainCalls[N]>) =>
    ipcRenderer.invoke(`main:${name}`, ...values) as ReturnType<MainCalls[N]>;

const EVENTS: ReadonlySet<keyof WindowEvents> = new Set([
  'command',
  'openRecent',
  'opened',
  'closeRequested',
  'notKept',
]);

const bridge = {
  start: call('start'),
  beginProject: call('beginProject'),
  openProject: call('openProject'),
  openRecent: call('openRecent'),
  openSample: call('openSample'),
  openBytes: call('openBytes'),
  restore: call('restore'),
  discard: call('discard'),
  save: call('save'),
  journal: call('journal'),
  addBinary: call('addBinary'),
  readBinary: call('readBinary'),
  saveBinary: call('saveBinary'),
  chooseLetters: call('chooseLetters'),
  chooseAnnotations: call('chooseAnnotations'),
  choosePictures: call('choosePictures'),
  readChosen: call('readChosen'),
  chooseFile: call('chooseFile'),
  readClipboard: call('readClipboard'),
  exportProject: call('exportProject'),
  showExported: call('showExported'),
  openPreview: call('openPreview'),
  closePreview: call('closePreview'),
  preview: call('preview'),
  openLink: call('openLink'),
  setMenu: call('setMenu'),
  setDocumentState: call('setDocumentState'),
  closeNow: call('closeNow'),
  askToSave: call('askToSave'),
  confirm: call('confirm'),
  perform: call('perform'),
  on(event, listener) {
    if (!EVENTS.has(event)) return () => undefined;
    const hear = (_event: IpcRendererEvent, ...values: unknown[]) =>
      (listener as (...heard: unknown[]) => void)(...values);
    ipcRenderer.on(`window:${event}`, hear);
    return () => ipcRenderer.off(`window:${event}`, hear);
  },
} satisfies Bridge;

contextBridge.exposeInMainWorld('pamphleteer', bridge);
