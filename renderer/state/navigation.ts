/** Going about: which letter, passage and place is before the writer's eyes. Changes no project. */
import type { TextRef } from '../../core/document/find.ts';
import { highlightMap, letterById, pointMap } from '../../core/document/find.ts';
import { inReadingOrder, highlightsByLetter } from '../../core/derived/passages.ts';
import { highlightStates, usage } from '../../core/derived/usage.ts';
import type { TextRange } from '../../core/text/canonical.ts';
import { closeEdit } from './edit.ts';
import { app, type PaneId, type Place, type SideView, type TextSelection } from './store.ts';

let nonce = 0;

/** CSS pixels of the window from which on the letter and the preview have room beside each other. */
const WIDE = 1720;

/** Shows a pane, or hides it. In a window that isn't wide the preview and the letter take each other's place. */
export function showPane(pane: PaneId, shown = true): void {
  const { panes } = app.get();
  if (panes[pane] === shown) return;
  closeEdit();
  const next = { ...panes, [pane]: shown };
  if (innerWidth < WIDE) {
    if (pane === 'preview') next.letter = !shown;
    if (pane === 'letter') next.preview = shown ? false : panes.preview;
  }
  // One of those that hold text stays.
  if (next.letter || next.answer || next.preview) app.set({ panes: next });
}

/** Shows one of the views of the first pane, and the pane with it. */
export function showSide(side: SideView): void {
  showPane('outline');
  app.set({ side });
}

export function showLetter(id: string, range?: TextRange): void {
  showPane('letter');
  app.set({ letter: id, reveal: range ? { letter: { id, range, flash: true } } : null });
}

/** Selects a passage and brings it into view in its letter. */
export function showPassage(id: string, focus = false): void {
  const { project } = app.get();
  const highlight = project && highlightMap(project).get(id);
  const range = highlight?.ranges[0];
  if (!highlight || !range) return;
  showPane('letter');
  app.set({
    letter: highlight.letter,
    highlight: id,
    words: null,
    reveal: { letter: { id: highlight.letter, range, flash: true, focus } },
  });
}

/** Selects words of a letter and brings them into view, so that the keys of the passage bar act on them. */
export function showWords(letter: string, range: TextRange): void {
  showPane('letter');
  const { correcting } = app.get();
  app.set({
    letter,
    // Words are selected where the letter is read.
    correcting: correcting === letter ? null : correcting,
    highlight: null,
    words: { letter, range },
    reveal: { letter: { id: letter, range, flash: true, select: true, focus: true } },
  });
}

/** Selects a place of the pamphlet and brings it into view. */
export function showPlace(place: Place): void {
  closeEdit();
  showPane('answer');
  app.set({ place, turnedFrom: null, reveal: { place } });
}

/** Puts the caret into one of the author's texts: at `selection`, else at the end. */
export function putCaret(ref: TextRef, selection?: TextSelection): void {
  showPane('answer');
  app.set({ caret: { ref, selection, nonce: ++nonce } });
}

/**
 * From the selected passage to the first point that answers it, and from a point to its first passage.
 *
 * @returns the pane that it went to.
 */
export function goAcross(from: 'letter' | 'answer'): 'letter' | 'answer' | undefined {
  const { project, highlight, place } = app.get();
  if (!project) return undefined;
  if (from === 'letter' && highlight) {
    const point = usage(project).points.get(highlight)?.[0];
    if (!point) return undefined;
    showPlace({ kind: 'point', id: point });
    putCaret({ of: 'answer', id: point });
    return 'answer';
  }
  const first = place?.kind === 'point' ? pointMap(project).get(place.id)?.point.quotations[0] : undefined;
  if (!first) return undefined;
  showPassage(first.highlight);
  return 'letter';
}

/** The open passage after (or before) the selected one in the letter shown, beginning again at the end. */
export function stepToOpen(by: 1 | -1): boolean {
  const { project, letter: letterId, highlight } = app.get();
  const letter = project && letterId ? letterById(project, letterId) : undefined;
  if (!project || !letter) return false;
  const states = highlightStates(project);
  const ordered = inReadingOrder(letter.blocks, highlightsByLetter(project.highlights).get(letter.id) ?? []);
  const at = ordered.findIndex(({ id }) => id === highlight);
  const start = at < 0 ? (by > 0 ? -1 : ordered.length) : at;
  for (let step = 1; step <= ordered.length; step++) {
    const candidate = ordered[(((start + by * step) % ordered.length) + ordered.length) % ordered.length];
    if (candidate && states.get(candidate.id) === 'open') {
      showPassage(candidate.id);
      return true;
    }
  }
  return false;
}

export function stepToPoint(by: 1 | -1): void {
  const { project, place } = app.get();
  if (!project) return;
  const ids = [...pointMap(project).keys()];
  const at = place?.kind === 'point' ? ids.indexOf(place.id) : by > 0 ? -1 : ids.length;
  const id = ids[at + by];
  if (id !== undefined) {
    showPlace({ kind: 'point', id });
    putCaret({ of: 'answer', id });
  }
}
