/** The writer is told of a search that takes a while, and can stop it. */
import { en } from '../../core/messages/en.ts';
import { SearchStopped, stopSearching } from '../platform/search-worker-client.ts';
import { dismiss, say } from './messages.ts';
import { app } from './store.ts';

/** Milliseconds after which the writer is told that it goes on. */
const PATIENCE = 500;

/** Undefined where the writer stopped it. @param told What she is told. */
export async function whileSearching<R>(told: string, search: () => Promise<R>): Promise<R | undefined> {
  const timer = setTimeout(
    () => say(told, { stays: true, action: { label: en.cancel, run: stopSearching } }),
    PATIENCE,
  );
  try {
    return await search();
  } catch (error) {
    if (!(error instanceof SearchStopped)) throw error;
    return undefined;
  } finally {
    clearTimeout(timer);
    const message = app.get().messages.find(({ text }) => text === told);
    if (message) dismiss(message.id);
  }
}
