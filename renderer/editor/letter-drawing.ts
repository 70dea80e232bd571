/**
 * Which sections of a letter are drawn: those around where the reader is at once, the others while the window is
 * idle, nearest first, so that a very long letter is there without delay.
 */

export interface LetterDrawing {
  /** Whether a section with this index is drawn at once. */
  atOnce(index: number): boolean;
  /** A section that isn't drawn yet says so; `draw` is called when it is its turn. */
  wait(index: () => number, draw: (soon: boolean) => void): () => void;
  /** Draws what is waiting: all, or only the section of that index. */
  drawNow(index?: number): void;
  stop(): void;
}

/** Sections drawn at each idle moment. */
const AT_A_TIME = 2;
/** Sections on each side of the first that are drawn with it. */
const AROUND = 1;

interface Waiting {
  readonly index: () => number;
  readonly draw: (soon: boolean) => void;
}

/** @param first Index of the section where the reader is. */
export function letterDrawing(first: number): LetterDrawing {
  const waiting = new Set<Waiting>();
  let handle: number | undefined;
  let started = false;

  const next = (): void => {
    handle = undefined;
    const distance = (one: Waiting) => Math.abs(one.index() - first);
    const turn = [...waiting].sort((a, b) => distance(a) - distance(b)).slice(0, AT_A_TIME);
    for (const one of turn) {
      waiting.delete(one);
      one.draw(false);
    }
    schedule();
  };
  const schedule = (): void => {
    if (waiting.size > 0) handle ??= requestIdleCallback(next, { timeout: 200 });
    else started = true;
  };
  return {
    atOnce: (index) => started || Math.abs(index - first) <= AROUND,
    wait(index, draw) {
      const one = { index, draw };
      waiting.add(one);
      schedule();
      return () => waiting.delete(one);
    },
    drawNow(index) {
      for (const one of [...waiting]) {
        if (index !== undefined && one.index() !== index) continue;
        waiting.delete(one);
        one.draw(true);
      }
    },
    stop() {
      if (handle !== undefined) cancelIdleCallback(handle);
      waiting.clear();
    },
  };
}
