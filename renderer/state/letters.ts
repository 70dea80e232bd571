/** What the writer does with letters. */
import { en } from '../../core/messages/en.ts';
import type { Letter } from '../../core/document/letter.ts';
import { letterById } from '../../core/document/find.ts';
import { removeLetter, set } from '../../core/operations/edits.ts';
import { edit } from './edit.ts';
import { app, openProjectState } from './store.ts';

export function deleteLetter(id: string): void {
  const project = openProjectState();
  const at = project.letters.findIndex((letter) => letter.id === id);
  const next = project.letters[at + 1] ?? project.letters[at - 1];
  edit(removeLetter(project, id), {
    label: en.edits.removeLetter,
    after: { letter: next?.id ?? null, highlight: null },
  });
}

/** Sets fields of a letter that differ from what they were, as one step. */
export function setLetterDetails(
  id: string,
  changes: Partial<Pick<Letter, 'code' | 'kind' | 'item' | 'addressee' | 'language' | 'direction'>>,
): void {
  const letter = letterById(openProjectState(), id);
  if (!letter) return;
  const operations = (Object.keys(changes) as (keyof typeof changes)[]).flatMap((field) =>
    JSON.stringify(letter[field]) === JSON.stringify(changes[field])
      ? []
      : set({ of: 'letter', id }, field, letter[field], changes[field]),
  );
  edit(operations, { label: en.edits.letterDetails });
}

export function startCorrecting(id: string | null): void {
  app.set({ correcting: id });
}
