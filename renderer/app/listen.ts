/** Ties the window to the outside: main process, keyboard, drops, paste; and keeps menu and title up to date. */
import { en } from '../../core/messages/en.ts';
import { bridge } from '../platform/bridge.ts';
import { rememberLayout } from '../platform/layout.ts';
import { rememberTypingHabits } from '../platform/typing-habits.ts';
import { closeWindow, sayFailure, openRecent, save, takeOpened, mayLeave } from '../state/files.ts';
import { takeAnnotationFile } from '../state/annotations.ts';
import { isAsking } from '../state/arrivals.ts';
import { keepSentencesKnown } from '../state/coverage.ts';
import { flushJournal } from '../state/edit.ts';
import { keepFinding } from '../state/find.ts';
import { takeClipboard, takeDropped } from '../state/import-letters.ts';
import { keepQuotationsChecked } from '../state/quotations.ts';
import { keepRemaining } from '../state/remaining.ts';
import { keepSpellingChecked } from '../state/spelling.ts';
import { app, isEdited, useApp } from '../state/store.ts';
import { commandOfKey, menuState, runCommand } from './commands.ts';

/** An edited project with a file is saved by itself after this pause, in milliseconds. */
const AUTOSAVE_PAUSE = 30_000;

const inText = (target: EventTarget | null) =>
  target instanceof Element && target.closest('input, textarea, select, [contenteditable]') !== null;

const inOwnUndo = (target: EventTarget | null) =>
  target instanceof Element && target.closest('[data-own-undo]') !== null;

export function listen(): void {
  keepQuotationsChecked();
  keepRemaining();
  keepSpellingChecked();
  keepFinding();
  keepSentencesKnown();
  bridge.on('command', (id) => void runCommand(id));
  bridge.on('openRecent', (id) => void openRecent(id));
  bridge.on('opened', (outcome) => void mayLeave().then((yes) => yes && takeOpened(outcome)));
  bridge.on('notKept', (failure) => sayFailure(en.recovery.notKept, failure));
  bridge.on('closeRequested', () => void closeWindow());

  addEventListener('keydown', (event) => {
    if (event.defaultPrevented) return;
    const command = commandOfKey(event);
    if (!command) return;
    // Fields whose words aren't in the project yet undo by themselves.
    if ((command === 'undo' || command === 'redo') && inOwnUndo(event.target)) return;
    event.preventDefault();
    void runCommand(command);
  });

  addEventListener('paste', (event) => {
    if (inText(event.target) || event.defaultPrevented || isAsking()) return;
    event.preventDefault();
    const data = event.clipboardData;
    const files = [...(data?.files ?? [])];
    const html = data?.getData('text/html') ?? '';
    const text = data?.getData('text/plain') ?? '';
    if (html === '' && text === '' && files.length > 0) void takeHanded(files);
    else void takeClipboard({ html, text });
  });

  addEventListener('dragover', (event) => {
    if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
  });
  addEventListener('drop', (event) => {
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length === 0 || event.defaultPrevented) return;
    event.preventDefault();
    void takeHanded(files);
  });

  let shownMenu = '';
  let shownTitle = '';
  let autosave: ReturnType<typeof setTimeout> | undefined;
  const update = () => {
    const state = app.get();
    const menu = menuState(state);
    const menuText = JSON.stringify(menu);
    if (menuText !== shownMenu) {
      shownMenu = menuText;
      void bridge.setMenu(menu);
    }
    const title = state.project ? state.project.front.title || state.fileName || en.untitled : '';
    const edited = isEdited(state);
    if (shownTitle !== `${title} ${edited}`) {
      shownTitle = `${title} ${edited}`;
      void bridge.setDocumentState({ title, edited });
    }
    document.title = title ? `${title} · ${en.app}` : en.app;
  };
  let queued = false;
  useApp.subscribe((state, before) => {
    const { panes, textSize, linked } = state;
    if (panes !== before.panes || textSize !== before.textSize || linked !== before.linked) {
      rememberLayout({ panes, textSize, linked });
      document.documentElement.style.setProperty('--text-size', `${textSize}px`);
    }
    if (state.typing !== before.typing) rememberTypingHabits(state.typing);
    if (state.history !== before.history) {
      clearTimeout(autosave);
      if (state.fileName !== undefined && isEdited(state)) {
        autosave = setTimeout(() => void save('autosave'), AUTOSAVE_PAUSE);
      }
    }
    if (queued) return;
    queued = true;
    requestIdleCallback(
      () => {
        queued = false;
        update();
      },
      { timeout: 200 },
    );
  });
  addEventListener('beforeunload', () => void flushJournal());
}

/** Files that were dropped or pasted. Annotations (JSON) go to the letter that is shown; the rest are letters. */
async function takeHanded(files: readonly File[]): Promise<void> {
  const { letter } = app.get();
  const [file] = files;
  if (!file || files.length > 1 || letter === null || !/\.json(ld)?$/i.test(file.name))
    return takeDropped(files);
  await takeAnnotationFile(letter, { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
}
