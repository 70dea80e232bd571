/**
 * Which sections of a letter are drawn: those around where the reader is at once, the others while the window is
 * idle, nearest first, so that a very long letter is there without delay. What isn't drawn keeps its room.
 */

export interface LetterDrawing {
  /** Whether a section that has just been made is drawn at once. */
  atOnce(index: number): boolean;
  /** A section that isn't drawn yet says so; `draw` is called when it is its turn. */
  wait(index: () => number, draw: () => void): () => void;
  /** Draws what is waiting: all, or only the section of that index. */
  drawNow(index?: number): void;
  stop(): void;
}

/** Sections drawn at each idle moment. */
const AT_A_TIME = 2;
/** Sections on each side of the first that are drawn with it. */
const AROUND = 1;
/** Sections made later that are drawn at once, before the next frame: an edit makes one, a large paste hundreds. */
const MADE = 3;

interface Waiting {
  readonly index: () => number;
  readonly draw: () => void;
}

/** @param first Index of the section where the reader is. */
export function letterDrawing(first: number): LetterDrawing {
  const waiting = new Set<Waiting>();
  let handle: number | undefined;
  let complete = false;
  let left = MADE;

  const draw = (one: Waiting): void => {
    waiting.delete(one);
    one.draw();
  };
  const next = (): void => {
    handle = undefined;
    const distance = (one: Waiting) => Math.abs(one.index() - first);
    for (const one of [...waiting].sort((a, b) => distance(a) - distance(b)).slice(0, AT_A_TIME)) draw(one);
    schedule();
  };
  const schedule = (): void => {
    if (waiting.size === 0) complete = true;
    else handle ??= requestIdleCallback(next, { timeout: 200 });
  };
  return {
    atOnce(index) {
      if (!complete) return Math.abs(index - first) <= AROUND;
      if (left === MADE) requestAnimationFrame(() => (left = MADE));
      return left-- > 0;
    },
    wait(index, drawIt) {
      const one = { index, draw: drawIt };
      waiting.add(one);
      schedule();
      return () => waiting.delete(one);
    },
    drawNow(index) {
      for (const one of [...waiting]) if (index === undefined || one.index() === index) draw(one);
      schedule();
    },
    stop() {
      if (handle !== undefined) cancelIdleCallback(handle);
      handle = undefined;
    },
  };
}
