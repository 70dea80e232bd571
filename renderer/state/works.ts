/** Works cited and categories. */
import { en } from '../../core/messages/en.ts';
import type { CslItem } from '../../core/document/letter.ts';
import type { Reference } from '../../core/document/project.ts';
import { insert, set } from '../../core/operations/edits.ts';
import type { Operation } from '../../core/operations/operation.ts';
import { newId } from '../platform/ids.ts';
import { edit } from './edit.ts';
import { openProjectState } from './store.ts';

export function addWork(title = ''): string {
  const project = openProjectState();
  const work: Reference = { id: newId(), item: { type: 'book', ...(title === '' ? {} : { title }) } };
  edit([insert<'references'>({ of: 'references' }, project.references.length, work)], {
    label: en.edits.references,
  });
  return work.id;
}

/** Puts works in, as one step. */
export function addWorks(items: readonly CslItem[]): void {
  const { references } = openProjectState();
  const operations = items.map((item, i) =>
    insert<'references'>({ of: 'references' }, references.length + i, { id: newId(), item }),
  );
  if (operations.length > 0) edit(operations, { label: en.edits.references });
}

/** Those that the project doesn't have yet: by DOI, else by title and year. */
export function newAmong(items: readonly CslItem[]): readonly CslItem[] {
  const known = new Set(openProjectState().references.map(({ item }) => nameOf(item)));
  return items.filter((item) => {
    const name = nameOf(item);
    if (known.has(name)) return false;
    known.add(name);
    return true;
  });
}

function nameOf({ DOI, title, issued, author }: CslItem): string {
  if (DOI) return `doi ${DOI.toLowerCase()}`;
  return JSON.stringify([title?.toLowerCase().trim(), issued?.['date-parts']?.[0]?.[0], author]);
}

/** @param id of a style that comes with the program, or of one of the project's own */
export function setCitationStyle(id: string): void {
  const { citationStyle } = openProjectState().settings;
  edit(set({ of: 'settings' }, 'citationStyle', citationStyle, id), { label: en.edits.citationStyle });
}

/** Takes a checked style into the project and uses it, as one step. A style of the same name is replaced. */
export function addCitationStyle(name: string, csl: string): void {
  const { settings, citationStyles = [] } = openProjectState();
  const id = citationStyles.find((style) => style.name === name)?.id ?? newId();
  const styles = [...citationStyles.filter((style) => style.id !== id), { id, name, csl }];
  edit(
    [
      ...set({ of: 'project' }, 'citationStyles', openProjectState().citationStyles, styles),
      ...set({ of: 'settings' }, 'citationStyle', settings.citationStyle, id),
    ],
    { label: en.edits.citationStyle },
  );
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
