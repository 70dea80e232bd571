/** Leaving sentences without an answer, for a reason: those that nothing is highlighted of as well. */
import type { SentencePlace } from '../../core/derived/sentence-places.ts';
import { en } from '../../core/messages/en.ts';
import { addHighlights, set } from '../../core/operations/edits.ts';
import { edit } from './edit.ts';
import { passagesOfSentences } from './sentence-passages.ts';
import { openProjectState } from './store.ts';

/** One step of the history. Open passages that touch the sentences are waived; the rest of them becomes passages. */
export function waiveSentences(places: readonly SentencePlace[], reason: string): void {
  const project = openProjectState();
  const { open, made } = passagesOfSentences(project, places);
  const waived = { reason };
  const operations = [
    ...open.flatMap(({ id, waived: before }) => set({ of: 'highlight', id }, 'waived', before, waived)),
    ...addHighlights(
      project,
      made.map((highlight) => ({ ...highlight, waived })),
    ),
  ];
  edit(operations, { label: en.coverage.edit });
}
