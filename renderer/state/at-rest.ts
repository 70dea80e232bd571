/** Work that waits until the writer rests. */

/** Milliseconds without an edit. */
const PAUSE = 500;

export interface Rest {
  /** There is something to do, once she rests. */
  schedule(): void;
  /** She has just edited. */
  edited(): void;
  /** Whether she edited less than the pause ago. */
  isBusy(): boolean;
}

/** @param work called in idle time, once for all that was scheduled before */
export function atRest(work: () => void): Rest {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last = 0;
  const wake = (): void => {
    timer = undefined;
    const left = last + PAUSE - performance.now();
    if (left > 0) timer = setTimeout(wake, left);
    else requestIdleCallback(work, { timeout: 2000 });
  };
  return {
    schedule: () => void (timer ??= setTimeout(wake, PAUSE)),
    edited: () => void (last = performance.now()),
    isBusy: () => performance.now() - last < PAUSE,
  };
}
