/**
 * The first index from 0 up to `length` (exclusive) at which `holds` is true; `length` where it's true nowhere. It has
 * to stay true from there on. Halves what is left with each question.
 */
export function firstIndex(length: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The last index of an ascending list whose value isn't greater than `value`; -1 where all are. */
export function lastUpTo(list: ArrayLike<number>, value: number): number {
  return firstIndex(list.length, (index) => (list[index] as number) > value) - 1;
}
