/**
 * The project as the parts of the window show it that only follow: numbers, codes, coverage, quotations, outline.
 * They needn't be drawn within the frame of a key. Most edits settle at once; what is typed into a text, which its
 * own editor already shows, settles when the keys have rested, and what one pane alone must show settles when that
 * pane has been painted.
 */
import { create } from 'zustand';
import type { Project } from '../../core/document/project.ts';
import { useApp } from './store.ts';

export type Pace = 'at-once' | 'after-paint' | 'at-rest';

/** A pause in typing, in milliseconds, after which what follows from the words is drawn. */
const REST = 250;

/** What waits for a painting waits no longer than this many milliseconds for a moment of rest after it. */
const LATEST = 300;

export const useSettled = create<{ readonly project: Project | null }>(() => ({ project: null }));

let pace: Pace = 'at-once';
let resting: ReturnType<typeof setTimeout> | undefined;
let painting = false;

/** Lets what follows from this change of the project follow at that pace. */
export function paced(how: Pace, change: () => void): void {
  pace = how;
  try {
    change();
  } finally {
    pace = 'at-once';
  }
}

/** Shows everything as the project is now. */
export function settle(): void {
  clearTimeout(resting);
  resting = undefined;
  painting = false;
  const { project } = useApp.getState();
  if (useSettled.getState().project !== project) useSettled.setState({ project });
}

useApp.subscribe(({ project }, { project: before }) => {
  if (project === before) return;
  if (pace === 'at-once') return settle();
  // Of another project nothing is shown, rather than of the one before.
  if (project?.id !== before?.id) useSettled.setState({ project: null });
  if (pace === 'at-rest') {
    clearTimeout(resting);
    resting = setTimeout(settle, REST);
  } else if (!painting) {
    painting = true;
    requestAnimationFrame(() => requestIdleCallback(() => painting && settle(), { timeout: LATEST }));
  }
});
