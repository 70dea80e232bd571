import { startTransition, useEffect, useState } from 'react';

/**
 * How many of a long list to draw: a first view's worth at once, the rest piece by piece while the window is idle.
 *
 * @param all how many there are
 * @param whole whether all are wanted now, because one far down is asked for
 */
export function useDrawnCount(all: number, whole: boolean, first: number, step: number): number {
  const [drawn, setDrawn] = useState(first);
  const wanted = whole ? all : Math.min(drawn, all);
  useEffect(() => {
    if (whole || drawn >= all) return undefined;
    const handle = requestIdleCallback(() => startTransition(() => setDrawn(drawn + step)), { timeout: 100 });
    return () => cancelIdleCallback(handle);
  }, [all, whole, drawn, step]);
  // What has been drawn stays.
  if (wanted > drawn) setDrawn(wanted);
  return wanted;
}

/** The first so many points with their parts; a part counts as one more. */
export function firstPoints<S extends { readonly points: readonly unknown[] }>(
  sections: readonly S[],
  count: number,
): readonly { readonly section: S; readonly points: S['points'] }[] {
  const drawn = [];
  let left = count;
  for (const section of sections) {
    if (left <= 0) break;
    const points = section.points.length < left ? section.points : section.points.slice(0, left - 1);
    drawn.push({ section, points });
    left -= points.length + 1;
  }
  return drawn;
}

/** How many parts and points there are. */
export function countPoints(sections: readonly { readonly points: readonly unknown[] }[]): number {
  return sections.reduce((sum, { points }) => sum + points.length + 1, 0);
}
