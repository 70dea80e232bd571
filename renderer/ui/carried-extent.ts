/**
 * Where units of a text are after it was edited in one place: moved with their words, stretched where the edit was
 * within them; undefined where none is left.
 */
export function carriedExtent<E extends { readonly from: number; readonly to: number }>(
  extent: E,
  before: string,
  after: string,
): E | undefined {
  if (before === after) return extent;
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < shorter - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  const move = (at: number) =>
    at <= head ? at : at >= before.length - tail ? at + after.length - before.length : head;
  const [from, to] = [move(extent.from), move(extent.to)];
  return from < to ? { ...extent, from, to } : undefined;
}
