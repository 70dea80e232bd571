/** Two letters beside each other, and going between places of the same category or the same point. */
import { letterById, highlightMap, pointMap } from '../../core/document/find.ts';
import type { Letter, Highlight } from '../../core/document/letter.ts';
import type { Project } from '../../core/document/project.ts';
import { highlightsByLetter, inReadingOrder } from '../../core/derived/passages.ts';
import { closeEdit } from './edit.ts';
import { showPane, showPassage } from './navigation.ts';
import { app, type AppState } from './store.ts';

/** Shows a letter after the one that is read. */
export function showBeside(id: string): void {
  const { letter, project } = app.get();
  if (!project || !letterById(project, id) || letter === id) return;
  closeEdit();
  showPane('letter');
  app.set({ beside: id, besideFirst: false });
}

/** Leaves the other one of two letters alone in the pane. */
export function closeHalf(id: string): void {
  const { letter, beside } = app.get();
  if (beside === null) return;
  closeEdit();
  app.set(id === letter ? { letter: beside, beside: null } : { beside: null });
}

/** Those that are beside each other, as they stand; else all of the project. */
function lettersInSight({ letter, beside, besideFirst }: AppState, project: Project): readonly Letter[] {
  const current = letter === null ? undefined : letterById(project, letter);
  const other = beside === null ? undefined : letterById(project, beside);
  if (!current || !other) return project.letters;
  return besideFirst ? [other, current] : [current, other];
}

function stepAmong(passages: readonly Highlight[], from: string | null, by: 1 | -1): boolean {
  const at = passages.findIndex(({ id }) => id === from);
  const start = at >= 0 ? at : by > 0 ? -1 : passages.length;
  const next = passages[(start + by + passages.length) % Math.max(passages.length, 1)];
  if (!next || (passages.length === 1 && at === 0)) return false;
  showPassage(next.id, true);
  return true;
}

const inOrder = (project: Project, letters: readonly Letter[]) =>
  letters.flatMap(({ id, blocks }) =>
    inReadingOrder(blocks, highlightsByLetter(project.highlights).get(id) ?? []),
  );

/** What became of a wish to go on: gone, nothing to go from, or nowhere to go. */
export type Gone = 'gone' | 'from-nothing' | 'nowhere';

/** To the next passage of the selected one's category, in the letters beside each other or else in all. */
export function stepCategory(by: 1 | -1): Gone {
  const state = app.get();
  const { project, highlight } = state;
  const category = project && highlight !== null && highlightMap(project).get(highlight)?.category;
  if (!project || !category) return 'from-nothing';
  const passages = inOrder(project, lettersInSight(state, project)).filter(
    (passage) => passage.category === category,
  );
  return stepAmong(passages, highlight, by) ? 'gone' : 'nowhere';
}

/** To the next passage that the point quotes, in the order of the letters. */
export function stepPointPassage(by: 1 | -1): Gone {
  const { project, highlight, place } = app.get();
  const point = project && place?.kind === 'point' ? pointMap(project).get(place.id)?.point : undefined;
  if (!project || !point) return 'from-nothing';
  const quoted = new Set(point.quotations.map((quotation) => quotation.highlight));
  const passages = inOrder(project, project.letters).filter(({ id }) => quoted.has(id));
  return stepAmong(passages, highlight, by) ? 'gone' : 'nowhere';
}
