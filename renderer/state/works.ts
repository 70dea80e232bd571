/** Works cited and categories. */
import { en } from '../../core/messages/en.ts';
import type { CslItem } from '../../core/document/letter.ts';
import type { Reference } from '../../core/document/project.ts';
import { insert, set } from '../../core/operations/edits.ts';
import type { Operation } from '../../core/operations/operation.ts';
import { newId } from '../platform/ids.ts';
import { edit } from './edit.ts';
import { openProjectState } from './store.ts';

export function addWork(): string {
  const project = openProjectState();
  const work: Reference = { id: newId(), item: { type: 'book' } };
  edit([insert<'references'>({ of: 'references' }, project.references.length, work)], {
    label: en.edits.references,
  });
  return work.id;
}

export function setWork(id: string, item: CslItem): void {
  const before = openProjectState().references.find((work) => work.id === id)?.item;
  edit(set({ of: 'reference', id }, 'item', before, item), {
    label: en.edits.references,
    group: `work:${id}`,
  });
}

export function removeWork(id: string): void {
  const { references } = openProjectState();
  const index = references.findIndex((work) => work.id === id);
  const item = references[index];
  if (!item) return;
  const operation: Operation = { type: 'remove', list: { of: 'references' }, index, item };
  edit([operation], { label: en.edits.references });
}

export function setCategoryName(id: string, name: string): void {
  const before = openProjectState().categories.find((category) => category.id === id)?.name;
  edit(set({ of: 'category', id }, 'name', before, name), {
    label: en.edits.categories,
    group: `category:${id}`,
  });
}
