/** Hovering and selecting passages: told to the drawn text by an attribute, so that no block is drawn again. */
import { highlightMap } from '../../../core/document/find.ts';
import { usage } from '../../../core/derived/usage.ts';
import type { Highlight } from '../../../core/document/letter.ts';
import type { RichText } from '../../../core/text/block.ts';
import { closeEdit } from '../../state/edit.ts';
import { app, openProjectState } from '../../state/store.ts';
import { passageElements } from './dom-position.ts';

const KINDS = ['hovered', 'selected'] as const;

/** What is tinted in each letter that is drawn. */
interface Tinted {
  readonly hovered: string | null;
  readonly selected: string | null;
}

const tinted = new WeakMap<Element, Tinted>();
const NOTHING: Tinted = { hovered: null, selected: null };

/**
 * Tints exactly the passages that are hovered or selected.
 *
 * @param page the element that holds the letter's chunks
 * @param passageOf gives a passage of this letter: only its blocks and their margins are looked through
 */
export function tint(
  page: Element,
  text: RichText,
  next: Tinted,
  passageOf: (id: string) => Highlight | undefined,
): void {
  const before = tinted.get(page) ?? NOTHING;
  tinted.set(page, next);
  for (const kind of KINDS) {
    if (before[kind] === next[kind]) continue;
    for (const [id, on] of [
      [before[kind], false],
      [next[kind], true],
    ] as const) {
      const passage = id === null ? undefined : passageOf(id);
      const blocks = passage ? passageElements(page, text, passage) : [];
      const places = new Set(blocks.flatMap((block) => block.closest('.chunk') ?? []));
      for (const place of places) mark(place, kind, passage?.id ?? '', on);
    }
  }
}

/** Tints what has just been drawn there; elements that served another passage before lose their tint. */
export function retint(place: Element): void {
  for (const element of place.querySelectorAll('[data-hovered], [data-selected]')) {
    element.removeAttribute('data-hovered');
    element.removeAttribute('data-selected');
  }
  const page = place.closest('.letter-page');
  const now = (page && tinted.get(page)) ?? NOTHING;
  for (const kind of KINDS) {
    const id = now[kind];
    if (id !== null) mark(place, kind, id, true);
  }
}

function mark(place: Element, kind: keyof Tinted, id: string, on: boolean): void {
  const name = CSS.escape(id);
  for (const element of place.querySelectorAll(`[data-passages~="${name}"], [data-bracket="${name}"]`)) {
    element.toggleAttribute(`data-${kind}`, on);
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
  const { project, place, turnedFrom } = app.get();
  const point = id !== null && project ? usage(project).points.get(id)?.[0] : undefined;
  app.set(
    point === undefined
      ? { highlight: id }
      : {
          highlight: id,
          place: { kind: 'point', id: point },
          turnedFrom: turnedFrom ?? (place?.kind === 'point' && place.id !== point ? place.id : null),
          reveal: { place: { kind: 'point', id: point } },
        },
  );
}
