import type { KeyboardEvent } from 'react';

/** In a list of things to look through, the arrow keys go from one to the next. */
export function stepRows(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  if (!(event.target as Element).matches('.review-go')) return;
  event.preventDefault();
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('.review-go')];
  rows[rows.indexOf(event.target as HTMLElement) + (event.key === 'ArrowDown' ? 1 : -1)]?.focus();
}
