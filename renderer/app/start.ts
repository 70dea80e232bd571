import { bridge } from '../platform/bridge.ts';
import { readLayout } from '../platform/layout.ts';
import { sayWhatIsLoose } from '../state/cross-references.ts';
import { readTypingHabits } from '../platform/typing-habits.ts';
import { sayFailure, takeOpened } from '../state/files.ts';
import { en } from '../../core/messages/en.ts';
import { app } from '../state/store.ts';

/** Asks the main process what this window begins with. */
export async function startWindow(): Promise<void> {
  sayWhatIsLoose();
  const start = await bridge.start();
  const { panes, textSize, linked } = readLayout();
  app.set({
    recent: start.recent,
    recoverable: start.recoverable,
    version: start.version,
    runtime: start.runtime,
    platform: start.platform,
    panes,
    textSize,
    linked,
    typing: readTypingHabits(),
  });
  document.documentElement.style.setProperty('--text-size', `${textSize}px`);
  if (start.opened) takeOpened({ ok: true, value: start.opened });
  if (start.failure) sayFailure(en.files.openFailed, start.failure);
}
