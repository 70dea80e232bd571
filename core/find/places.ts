/** Everything in a project that has words and can be searched: letters, the author's texts and titles, her notes. */
import { ownTexts, type TextRef } from '../document/find.ts';
import { tagLine } from '../document/tags.ts';
import type { FrontMatter, Project } from '../document/project.ts';
import type { RichText } from '../text/block.ts';
import { partKey, partsOf } from '../text/parts.ts';
import { byIdentity } from '../derived/remember.ts';

/** A line of words that isn't a rich text. */
export type FieldRef =
  | { readonly of: 'front'; readonly field: keyof FrontMatter }
  | { readonly of: 'section-title' | 'point-title' | 'point-note' | 'point-tags'; readonly id: string }
  | { readonly of: 'passage-note' | 'waived-reason' | 'passage-tags'; readonly id: string };

export type FindPlace = { readonly text: TextRef } | { readonly field: FieldRef };

export const FIND_KINDS = ['answers', 'letters', 'notes'] as const;
export type FindKind = (typeof FIND_KINDS)[number];

export interface Searchable {
  /** Names it among those of the project. */
  readonly key: string;
  readonly kind: FindKind;
  readonly place: FindPlace;
  /** The same value as long as its words are. */
  readonly source: RichText | string;
}

/** Words that are searched by themselves: a block's, a note's, or those of a field, whose `id` is empty. */
export interface SearchedPart {
  /** As `partKey` names it. */
  readonly id: string;
  readonly text: string;
}

export function placeKey(place: FindPlace): string {
  if ('text' in place) return 'id' in place.text ? `${place.text.of}:${place.text.id}` : place.text.of;
  const { field } = place;
  return `${field.of}:${'id' in field ? field.id : field.field}`;
}

const FRONT: readonly (keyof FrontMatter)[] = [
  'title',
  'subtitle',
  'byline',
  'date',
  'series',
  'number',
  'motto',
  'mottoSource',
  'colophon',
];

/** In the order of the pamphlet, then the letters, then the private notes and tags; what has no words is left out. */
export function searchables(project: Project): readonly Searchable[] {
  const list: Searchable[] = [];
  const add = (kind: FindKind, place: FindPlace, source: RichText | string) => {
    if (source.length > 0) list.push({ key: placeKey(place), kind, place, source });
  };
  for (const field of FRONT) add('answers', { field: { of: 'front', field } }, project.front[field]);
  const titles = new Map<string, { readonly of: 'section-title' | 'point-title'; readonly title: string }>();
  for (const section of project.sections) {
    titles.set(`lead:${section.id}`, { of: 'section-title', title: section.title });
    for (const point of section.points)
      titles.set(`answer:${point.id}`, { of: 'point-title', title: point.title });
  }
  for (const { ref, text } of ownTexts(project)) {
    const head = titles.get(placeKey({ text: ref }));
    if (head && 'id' in ref) add('answers', { field: { of: head.of, id: ref.id } }, head.title);
    add('answers', { text: ref }, text);
  }
  for (const { id, blocks } of project.letters) add('letters', { text: { of: 'letter', id } }, blocks);
  for (const section of project.sections)
    for (const { id, note, tags } of section.points) {
      add('notes', { field: { of: 'point-note', id } }, note);
      add('notes', { field: { of: 'point-tags', id } }, tagLine(tags));
    }
  for (const { id, note, waived, tags } of project.highlights) {
    add('notes', { field: { of: 'passage-note', id } }, note);
    add('notes', { field: { of: 'passage-tags', id } }, tagLine(tags));
    if (waived) add('notes', { field: { of: 'waived-reason', id } }, waived.reason);
  }
  return list;
}

const partsOfBlock = byIdentity(partsOf);

/** What is searched of it, in reading order. */
export function searchedParts(source: RichText | string): readonly SearchedPart[] {
  if (typeof source === 'string') return [{ id: '', text: source }];
  return source.flatMap((block) =>
    partsOfBlock(block).map((part) => ({ id: partKey(part), text: part.text })),
  );
}
