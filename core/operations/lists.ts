/** What a writer does with the named lists of a project, as operations. */
import { ownTexts, type TextRef } from '../document/find.ts';
import { listsOf } from '../document/lists.ts';
import type { Project, ProjectList } from '../document/project.ts';
import type { Paragraph } from '../text/block.ts';
import { insert, set } from './edits.ts';
import type { Operation } from './operation.ts';

/** Writes down the list that every project begins with, before another comes or it is changed itself. */
function written(project: Project): Operation[] {
  return project.lists ? [] : listsOf(project).map((list, i) => insert<'lists'>({ of: 'lists' }, i, list));
}

export function addList(project: Project, list: ProjectList): Operation[] {
  return [...written(project), insert<'lists'>({ of: 'lists' }, listsOf(project).length, list)];
}

export function setList<F extends keyof Omit<ProjectList, 'id'>>(
  project: Project,
  id: string,
  field: F,
  value: ProjectList[F] | undefined,
): Operation[] {
  const list = listsOf(project).find((one) => one.id === id);
  if (!list) return [];
  const changed = set({ of: 'list', id }, field, list[field], value);
  return changed.length > 0 ? [...written(project), ...changed] : [];
}

/** One place up (-1) or down (1) among the lists. */
export function moveList(project: Project, id: string, by: -1 | 1): Operation[] {
  const lists = listsOf(project);
  const index = lists.findIndex((list) => list.id === id);
  const target = index + by;
  if (index < 0 || target < 0 || target >= lists.length) return [];
  const ref = { of: 'lists' } as const;
  return [...written(project), { type: 'move', from: ref, fromIndex: index, to: ref, toIndex: target }];
}

/**
 * Takes a list away. Its entries become those of the list `to`, or ordinary paragraphs when there is none; no word
 * goes with it.
 */
export function removeList(project: Project, id: string, to: string | undefined): Operation[] {
  const lists = listsOf(project);
  const index = lists.findIndex((list) => list.id === id);
  const list = lists[index];
  if (!list) return [];
  return [
    ...written(project),
    ...ownTexts(project).flatMap(({ ref, text }) =>
      text.flatMap((block, at) =>
        block.type === 'paragraph' && block.entry === id ? [withEntry(ref, at, block, to)] : [],
      ),
    ),
    { type: 'remove', list: { of: 'lists' }, index, item: list },
  ];
}

function withEntry(text: TextRef, index: number, block: Paragraph, to: string | undefined): Operation {
  const { entry: _, ...rest } = block;
  const inserted = to === undefined ? rest : { ...rest, entry: to };
  return { type: 'splice', text, index, removed: [block], inserted: [inserted] };
}
