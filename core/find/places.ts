/** Everything in a project that has words and can be searched: letters, the author's texts and titles, her notes. */
import { ownTexts, pointMap, type TextRef } from '../document/find.ts';
import type { Project } from '../document/project.ts';
import type { RichText } from '../text/block.ts';
import { partKey, partsOf } from '../text/parts.ts';
import { byIdentity } from '../derived/remember.ts';
import { fieldKey, FRONT_FIELDS, tagsAsWords, WORK_FIELDS, type FieldRef } from './fields.ts';

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
  return fieldKey(place.field);
}

type Add = (kind: FindKind, place: FindPlace, source: RichText | string) => void;

/**
 * In the order of the pamphlet, with the names that are printed in it; then the letters, then what is private: notes,
 * tags, reasons and comments. What has no words is left out.
 */
export function searchables(project: Project): readonly Searchable[] {
  const list: Searchable[] = [];
  const add: Add = (kind, place, source) => {
    if (source.length > 0) list.push({ key: placeKey(place), kind, place, source });
  };
  addPrinted(project, add);
  for (const { id, blocks } of project.letters) add('letters', { text: { of: 'letter', id } }, blocks);
  addPrivate(project, add);
  return list;
}

function addPrinted(project: Project, add: Add): void {
  const { front, sections, references, lists = [], settings } = project;
  const addField = (field: FieldRef, words = '') => add('answers', { field }, words);
  for (const field of FRONT_FIELDS) addField({ of: 'front', field }, front[field]);
  const parts = new Map(sections.map((section) => [section.id, section]));
  const points = pointMap(project);
  for (const { ref, text } of ownTexts(project)) {
    if (ref.of === 'lead') {
      const { id, title, topic } = parts.get(ref.id) ?? { id: ref.id };
      addField({ of: 'section-title', id }, title);
      addField({ of: 'section-topic', id }, topic);
    } else if (ref.of === 'answer') {
      addField({ of: 'point-title', id: ref.id }, points.get(ref.id)?.point.title);
    }
    add('answers', { text: ref }, text);
  }
  for (const { id, name, label } of lists) {
    addField({ of: 'list-name', id }, name);
    addField({ of: 'list-label', id }, label);
  }
  for (const { id, name } of settings.answerTypes ?? []) addField({ of: 'answer-type', id }, name);
  for (const { id, item } of references)
    for (const field of WORK_FIELDS) addField({ of: 'work', id, field }, item[field]);
}

function addPrivate({ sections, highlights, comments = [] }: Project, add: Add): void {
  const addField = (field: FieldRef, words: string) => add('notes', { field }, words);
  for (const { points } of sections) {
    for (const { id, note, tags } of points) {
      addField({ of: 'point-note', id }, note);
      if (tags) addField({ of: 'point-tags', id }, tagsAsWords(tags));
    }
  }
  for (const { id, note, tags, waived } of highlights) {
    addField({ of: 'passage-note', id }, note);
    if (tags) addField({ of: 'passage-tags', id }, tagsAsWords(tags));
    if (waived) addField({ of: 'waived-reason', id }, waived.reason);
  }
  for (const { id, text, replies = [] } of comments) {
    addField({ of: 'comment', id }, text);
    for (const reply of replies) addField({ of: 'reply', comment: id, id: reply.id }, reply.text);
  }
}

const partsOfBlock = byIdentity(partsOf);

/** What is searched of it, in reading order. */
export function searchedParts(source: RichText | string): readonly SearchedPart[] {
  if (typeof source === 'string') return [{ id: '', text: source }];
  return source.flatMap((block) =>
    partsOfBlock(block).map((part) => ({ id: partKey(part), text: part.text })),
  );
}
