import { FIRST_LIST } from '../../document/lists.ts';
import type { FrontMatter, ProjectList, Settings } from '../../document/project.ts';
import { PAPERS } from '../../document/project.ts';
import { words } from '../front-matter.ts';
import type { Draft } from './read-draft.ts';

const KEYS: readonly (readonly [field: keyof FrontMatter, ...keys: string[]])[] = [
  ['title', 'title'],
  ['subtitle', 'subtitle'],
  ['byline', 'byline', 'author'],
  ['date', 'date'],
  ['series', 'series'],
  ['number', 'number'],
  ['motto', 'motto'],
  ['mottoSource', 'motto-source'],
  ['colophon', 'colophon'],
];

/** The front matter and settings that the draft tells; what it doesn't tell stays as it is. */
export function frontOf(
  draft: Draft,
  front: FrontMatter,
  settings: Settings,
): { front: FrontMatter; settings: Settings; lists?: readonly ProjectList[] } {
  const { fields, metadata } = draft;
  const demands = words(fields['demands-title']);
  const told: Partial<Record<keyof FrontMatter, string>> = {};
  for (const [field, ...keys] of KEYS) {
    const value = keys.map((key) => words(fields[key])).find((text) => text !== undefined);
    if (value !== undefined) told[field] = value;
  }
  const proposed = (field: string) =>
    metadata.find((entry) => entry.field === field && entry.foundIn !== 'first heading')?.value;
  const language = words(fields['language']) ?? words(fields['lang']) ?? proposed('language');
  const direction = words(fields['direction']) ?? proposed('direction');
  const paper = PAPERS.find((known) => known === words(fields['paper']));
  return {
    front: {
      ...front,
      title: proposed('title') ?? front.title,
      byline: proposed('author') ?? front.byline,
      date: proposed('date') ?? front.date,
      ...told,
    },
    settings: {
      ...settings,
      ...(language === undefined ? {} : { language }),
      direction: direction === 'rtl' ? 'rtl' : 'ltr',
      ...(paper === undefined ? {} : { paper }),
    },
    ...(demands === undefined ? {} : { lists: [{ ...FIRST_LIST, name: demands }] }),
  };
}
