/** Which pane has the focus, and going round them with F6. */
import type { PaneId } from '../state/store.ts';

function shownPanes(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('[data-pane]')];
}

/** The panes as they are gone round: of two letters beside each other each is one. */
function stops(): HTMLElement[] {
  return shownPanes().flatMap((pane) => {
    const halves = [...pane.querySelectorAll<HTMLElement>('[data-half]')];
    return halves.length > 0 ? halves : [pane];
  });
}

export function paneOfFocus(): PaneId | undefined {
  return document.activeElement?.closest<HTMLElement>('[data-pane]')?.dataset.pane as PaneId | undefined;
}

export function stepPane(by: 1 | -1): void {
  const panes = stops();
  if (panes.length === 0) return;
  const at = panes.findIndex((pane) => pane.contains(document.activeElement));
  const next = panes[(Math.max(at, by < 0 ? 0 : -1) + by + panes.length) % panes.length];
  focusIn(next);
}

/** Puts the focus where a pane is worked in, once the pane is drawn. */
export function focusPane(pane: PaneId): void {
  requestAnimationFrame(() =>
    focusIn(
      document.querySelector<HTMLElement>(`[data-pane="${pane}"] [data-half][data-current]`) ??
        shownPanes().find((shown) => shown.dataset.pane === pane),
    ),
  );
}

/** Puts the focus on the first row of what the first pane shows. */
export function focusSide(): void {
  requestAnimationFrame(() => {
    const view = document.querySelector<HTMLElement>('.side-view:not([hidden])');
    (view?.querySelector<HTMLElement>('[data-row], [aria-current], button') ?? view)?.focus();
  });
}

function focusIn(pane: HTMLElement | undefined): void {
  const target =
    pane?.querySelector<HTMLElement>('[contenteditable]') ??
    pane?.querySelector<HTMLElement>('[data-pane-focus]') ??
    pane?.querySelector<HTMLElement>('[aria-current], button, [tabindex]');
  target?.focus({ preventScroll: true });
}
