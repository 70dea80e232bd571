/** Hovering and selecting passages: told to the drawn text by an attribute, so that no block is drawn again. */
import { highlightMap } from '../../../core/document/find.ts';
import { usage } from '../../../core/derived/usage.ts';
import { closeEdit } from '../../state/edit.ts';
import { app, openProjectState } from '../../state/store.ts';

type Tint = 'hovered' | 'selected';

const tinted: Record<Tint, string | null> = { hovered: null, selected: null };

/**
 * Tints exactly the passages that are hovered or selected.
 *
 * @param near where the passage's words and bracket are drawn; a very long letter isn't searched whole
 */
export function tint(which: Tint, id: string | null, near: (id: string) => readonly Element[]): void {
  const before = tinted[which];
  if (before === id) return;
  tinted[which] = id;
  if (before !== null) for (const place of near(before)) mark(place, which, before, false);
  if (id !== null) for (const place of near(id)) mark(place, which, id, true);
}

/** Tints what has just been drawn there; elements that served another passage before lose their tint. */
export function retint(place: Element): void {
  for (const element of place.querySelectorAll('[data-hovered], [data-selected]')) {
    element.removeAttribute('data-hovered');
    element.removeAttribute('data-selected');
  }
  for (const which of ['hovered', 'selected'] as const) {
    const id = tinted[which];
    if (id !== null) mark(place, which, id, true);
  }
}

function mark(place: Element, which: Tint, id: string, on: boolean): void {
  const name = CSS.escape(id);
  for (const element of place.querySelectorAll(`[data-passages~="${name}"], [data-bracket="${name}"]`)) {
    element.toggleAttribute(`data-${which}`, on);
  }
}

export function hover(id: string | null): void {
  if (app.get().hovered !== id) app.set({ hovered: id });
}

/** Selects the passage; and the point that answers it, when there is one. */
export function selectPassage(id: string | null): void {
  // In a text that is only looked at there may be passages that aren't the project's.
  if (id !== null && !(app.get().project && highlightMap(openProjectState()).has(id))) return;
  // Changes of the passage that was selected end with its selection.
  if (id !== app.get().highlight) closeEdit();
  const { project } = app.get();
  const point = id !== null && project ? usage(project).points.get(id)?.[0] : undefined;
  app.set(
    point === undefined
      ? { highlight: id }
      : {
          highlight: id,
          place: { kind: 'point', id: point },
          reveal: { place: { kind: 'point', id: point } },
        },
  );
}
