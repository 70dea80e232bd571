/** Two letters beside each other, and going between places of the same category or the same point. */
import { letterById, highlightMap, pointMap } from '../../core/document/find.ts';
import type { Letter, Highlight } from '../../core/document/letter.ts';
import type { Project } from '../../core/document/project.ts';
import { highlightsByLetter, inReadingOrder } from '../../core/derived/passages.ts';
import { byParts } from '../../core/derived/remember.ts';
import { versionMarks, type VersionMarks } from '../../core/anchoring/version-marks.ts';
import type { RichText } from '../../core/text/block.ts';
import { closeEdit } from './edit.ts';
import { showPane, showPassage } from './navigation.ts';
import { app, type AppState, type BesideVersion } from './store.ts';

/** Shows a letter after the one that is read. */
export function showBeside(id: string): void {
  const { letter, project } = app.get();
  if (!project || !letterById(project, id) || letter === id) return;
  closeEdit();
  showPane('letter');
  app.set({ beside: id, besideFirst: false, besideVersion: null });
}

/** Shows another text of a letter after the letter. */
export function showVersion(version: BesideVersion): void {
  closeEdit();
  showPane('letter');
  app.set({ letter: version.letter, beside: null, besideVersion: version, difference: null });
}

/** Leaves the letter that is read alone in the pane. */
export function closeBeside(state: AppState): void {
  if (versionHere(state)) {
    closeEdit();
    app.set({ besideVersion: null });
  } else if (state.beside !== null) closeHalf(state.beside);
}

/** The version that stands beside the letter that is read. */
export function versionHere({ besideVersion, letter }: AppState): BesideVersion | undefined {
  return besideVersion !== null && besideVersion.letter === letter ? besideVersion : undefined;
}

/** Whether what stands beside each other now is scrolled together; undefined where nothing does. */
export function isLinked(state: AppState): boolean | undefined {
  if (versionHere(state)) return state.linked.versions;
  return state.beside === null ? undefined : state.linked.letters;
}

export function toggleLinked(): void {
  const state = app.get();
  const which = versionHere(state) ? 'versions' : 'letters';
  app.set({ linked: { ...state.linked, [which]: !state.linked[which] } });
}

/** The older and the newer of the two, and whether one is a part of the other. */
export function marksBeside(version: BesideVersion, blocks: RichText): VersionMarks {
  return version.kind === 'new'
    ? marksOf(blocks, version.blocks, version.part)
    : marksOf(version.blocks, blocks, version.part);
}

const marksOf = byParts((...parts: [RichText, RichText, boolean]) => parts, versionMarks);

/** To the next place where the letter and the version beside it differ. */
export function stepDifference(by: 1 | -1): Gone {
  const state = app.get();
  const version = versionHere(state);
  const letter = state.project && version && letterById(state.project, version.letter);
  if (!letter) return 'from-nothing';
  const count = marksBeside(version, letter.blocks).places.length;
  if (count === 0) return 'nowhere';
  const from = state.difference?.index ?? (by > 0 ? -1 : count);
  app.set({ difference: { index: (((from + by) % count) + count) % count } });
  return 'gone';
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
