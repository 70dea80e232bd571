/** What the writer does with the named lists of the project. */
import { en } from '../../core/messages/en.ts';
import { entryParagraphs, listName } from '../../core/derived/lists.ts';
import { listsOf } from '../../core/document/lists.ts';
import type { Project, ProjectList } from '../../core/document/project.ts';
import { publicationWords } from '../../core/export/words.ts';
import { addList, moveList, removeList, setList } from '../../core/operations/lists.ts';
import { newId } from '../platform/ids.ts';
import { edit } from './edit.ts';
import { openProjectState } from './store.ts';

/** What a list is called in the document's language. */
export const nameOfList = (list: ProjectList, project: Project): string =>
  listName(list, publicationWords(project.settings.language));

/** @returns the new list's id. */
export function beginList(name: string, label: string): string {
  const id = newId();
  edit(addList(openProjectState(), { id, name, label }), { label: en.edits.addList });
  return id;
}

export function changeList<F extends keyof Omit<ProjectList, 'id'>>(
  id: string,
  field: F,
  value: ProjectList[F] | undefined,
): void {
  edit(setList(openProjectState(), id, field, value), { label: en.edits.list, group: `list:${id}:${field}` });
}

export function shiftList(id: string, by: -1 | 1): void {
  edit(moveList(openProjectState(), id, by), { label: en.edits.moveList });
}

/** @param to the list that the entries go to; without it they become ordinary paragraphs */
export function deleteList(id: string, to: string | undefined): void {
  edit(removeList(openProjectState(), id, to), { label: en.edits.removeList });
}

export const countEntries = (project: Project, list: string): number =>
  entryParagraphs(project).filter(({ block }) => block.entry === list).length;

/** For the editors: the first is the one that the command without a choice means. */
export function listChoices(project: Project) {
  const words = publicationWords(project.settings.language);
  return listsOf(project).map((list) => ({
    id: list.id,
    name: listName(list, words),
    label: list.label.trim() || words.demand.replace('{number}', '').trim(),
  }));
}
