/** What this computer remembers of spelling: whether it is looked at, and the writer's own words. */
import { create } from 'zustand';
import { withWord } from '../../core/spelling/known-words.ts';

export interface OwnSpelling {
  readonly on: boolean;
  /** In the order of the alphabet. */
  readonly words: readonly string[];
}

const KEY = 'spelling';

function read(): OwnSpelling {
  try {
    const { on, words } = JSON.parse(localStorage.getItem(KEY) ?? '{}') as { on?: unknown; words?: unknown };
    const strings = Array.isArray(words) ? words.filter((word) => typeof word === 'string') : [];
    return { on: on !== false, words: strings };
  } catch {
    return { on: true, words: [] };
  }
}

export const useOwnSpelling = create<OwnSpelling>()(read);

// Another window of the application changed it.
addEventListener('storage', ({ key }) => key === KEY && useOwnSpelling.setState(read()));

function remember(change: Partial<OwnSpelling>): void {
  // As it is now: another window may have added a word.
  const next = { ...read(), ...change };
  localStorage.setItem(KEY, JSON.stringify(next));
  useOwnSpelling.setState(next);
}

export function switchSpelling(on: boolean): void {
  remember({ on });
}

export function addOwnWord(word: string): void {
  remember({ words: withWord(read().words, word) });
}

export function removeOwnWord(word: string): void {
  remember({ words: read().words.filter((other) => other !== word) });
}
