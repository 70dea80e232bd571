import type { KeyboardEvent } from 'react';

/** The arrow keys, Home and End go from row to row (`[data-row]`) in a list that is one stop of the Tab key. */
export function stepRows(event: KeyboardEvent<HTMLElement>): void {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-row]')];
  const at = rows.findIndex((row) => row === document.activeElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key];
  if (to === undefined) return;
  const row = rows[Math.max(0, Math.min(to, rows.length - 1))];
  if (!row) return;
  event.preventDefault();
  row.focus();
}
