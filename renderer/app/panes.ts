/** Which pane has the focus, and going round them with F6. */
import type { PaneId } from '../state/store.ts';

function shownPanes(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('[data-pane]')];
}

export function paneOfFocus(): PaneId | undefined {
  return document.activeElement?.closest<HTMLElement>('[data-pane]')?.dataset.pane as PaneId | undefined;
}

export function stepPane(by: 1 | -1): void {
  const panes = shownPanes();
  if (panes.length === 0) return;
  const at = panes.findIndex((pane) => pane.contains(document.activeElement));
  const next = panes[(Math.max(at, by < 0 ? 0 : -1) + by + panes.length) % panes.length];
  const target =
    next?.querySelector<HTMLElement>('[contenteditable]') ??
    next?.querySelector<HTMLElement>('[data-pane-focus]') ??
    next?.querySelector<HTMLElement>('[aria-current], button, [tabindex]');
  target?.focus();
}
