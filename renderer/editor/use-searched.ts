/** What is looked for by what is typed, beside the things that are known by name. */
import { useEffect, useMemo, useState } from 'react';

/** Gives what it finds, in order; `undefined` now and then, so that the rest may wait. */
export type Search<C> = (query: string) => Iterable<C | undefined>;

interface Searched<C> {
  readonly rows: readonly C[];
  /** There may be more. */
  readonly searching: boolean;
}

/** A search that can be put off and gone on with. */
class Searching<C> {
  rows: readonly C[] = [];
  over = false;
  readonly #found: Iterator<C | undefined>;
  readonly #most: number;

  constructor(found: Iterable<C | undefined>, most: number) {
    this.#found = found[Symbol.iterator]();
    this.#most = most;
  }

  /** Up to the next breath. */
  goOn(): void {
    const rows = [...this.rows];
    for (;;) {
      const { done, value } = this.#found.next();
      if (value !== undefined) rows.push(value);
      this.over = done === true || rows.length >= this.#most;
      if (this.over || value === undefined) break;
    }
    this.rows = rows;
  }
}

const NOTHING: Iterable<undefined> = [];

/**
 * What is quick to find is there at once, so that Enter means it; the rest comes while the window is idle.
 *
 * @param most how many are looked for
 */
export function useSearched<C>(search: Search<C> | undefined, query: string, most: number): Searched<C> {
  const searching = useMemo(() => {
    const made = new Searching<C>(search?.(query) ?? NOTHING, most);
    made.goOn();
    return made;
  }, [search, query, most]);
  const [later, setLater] = useState<{ readonly of: Searching<C>; readonly rows: readonly C[] }>();
  useEffect(() => {
    if (searching.over) return;
    let handle = 0;
    const goOn = (idle: IdleDeadline): void => {
      do searching.goOn();
      while (!searching.over && idle.timeRemaining() > 2);
      if (searching.over) setLater({ of: searching, rows: searching.rows });
      else handle = requestIdleCallback(goOn, { timeout: 200 });
    };
    handle = requestIdleCallback(goOn, { timeout: 200 });
    return () => cancelIdleCallback(handle);
  }, [searching]);
  return later?.of === searching
    ? { rows: later.rows, searching: false }
    : { rows: searching.rows, searching: !searching.over };
}
