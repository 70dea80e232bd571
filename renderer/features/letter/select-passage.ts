/** Hovering and selecting passages: told to the drawn text by a style sheet, so that no block is drawn again. */
import { highlightMap } from '../../../core/document/find.ts';
import { usage } from '../../../core/derived/usage.ts';
import { closeEdit } from '../../state/edit.ts';
import { app, openProjectState } from '../../state/store.ts';

const sheet = new CSSStyleSheet();
document.adoptedStyleSheets.push(sheet);

/** Tints exactly the passages that are hovered or selected. */
export function tint(hovered: string | null, selected: string | null): void {
  const rules = [];
  const name = (id: string) => CSS.escape(id);
  if (selected)
    rules.push(`[data-passages~="${name(selected)}"] { --strength: 100%; outline-color: var(--line); }`);
  if (hovered) rules.push(`[data-passages~="${name(hovered)}"] { --strength: 100%; }`);
  if (hovered) rules.push(`[data-bracket="${name(hovered)}"] { --bracket-width: 3px; }`);
  sheet.replaceSync(rules.join('\n'));
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
