/** Going to what is left of the letters: words that no passage touches, and open passages. */
import { highlightMap, letterById } from '../../core/document/find.ts';
import { stepLeft, type LeftStop, type Standing } from '../../core/derived/sentence-places.ts';
import { showPassage, showWords } from './navigation.ts';
import { app, useApp, type AppState } from './store.ts';

/** Where the writer was last in a letter: after an answer has been written she goes on from there. */
let last: Standing | undefined;

/** Where the selected passage or the selected words are. */
function selectedPlace({ project, highlight, words }: AppState): Standing | undefined {
  const passage = (project && highlight !== null && highlightMap(project).get(highlight)) || undefined;
  const start = passage?.ranges[0]?.start;
  if (passage && start) return { letter: passage.letter, ...start, passage: passage.id };
  return words ? { letter: words.letter, ...words.range.start } : undefined;
}

useApp.subscribe((state, before) => {
  if (state.project?.id !== before.project?.id) last = undefined;
  if (state.highlight !== before.highlight || state.words !== before.words)
    last = selectedPlace(state) ?? last;
});

function standing(state: AppState): Standing | undefined {
  const selected = selectedPlace(state);
  if (selected) return selected;
  const { project, letter: id } = state;
  const letter = project && id !== null ? letterById(project, id) : undefined;
  if (!letter) return undefined;
  if (last?.letter === letter.id && letter.blocks.some(({ id: block }) => block === last?.block)) return last;
  return { letter: letter.id, block: letter.blocks[0]?.id ?? '', offset: -1 };
}

export function goToStop(stop: LeftStop): void {
  if (stop.kind === 'words') showWords(stop.letter, stop.range);
  else showPassage(stop.id, true);
}

/** To what is left next (or before), through all letters, beginning again at the end; false when nothing is. */
export function stepToLeft(by: 1 | -1): boolean {
  const state = app.get();
  const stop = state.project ? stepLeft(state.project, standing(state), by) : undefined;
  if (stop) goToStop(stop);
  return stop !== undefined;
}
