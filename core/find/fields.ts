/** The words of a project that aren't rich text: where they are, what they say, and writing them anew. */
import type { Comment, Reply } from '../document/comment.ts';
import { highlightMap, pointMap } from '../document/find.ts';
import type { CslItem } from '../document/letter.ts';
import type { FrontMatter, Project } from '../document/project.ts';
import { tidyTags } from '../document/tags.ts';
import { set } from '../operations/edits.ts';
import type { Operation } from '../operations/operation.ts';

export const FRONT_FIELDS = [
  'title',
  'subtitle',
  'byline',
  'date',
  'series',
  'number',
  'motto',
  'mottoSource',
  'colophon',
] as const satisfies readonly (keyof FrontMatter)[];

/** Of a work cited: the lines of words among its data. */
export const WORK_FIELDS = [
  'title',
  'container-title',
  'publisher',
  'publisher-place',
] as const satisfies readonly (keyof CslItem)[];

export type FieldRef =
  | { readonly of: 'front'; readonly field: (typeof FRONT_FIELDS)[number] }
  | { readonly of: 'work'; readonly field: (typeof WORK_FIELDS)[number]; readonly id: string }
  | { readonly of: 'section-title' | 'section-topic'; readonly id: string }
  | { readonly of: 'point-title' | 'point-note' | 'point-tags'; readonly id: string }
  | { readonly of: 'passage-note' | 'passage-tags' | 'waived-reason'; readonly id: string }
  | { readonly of: 'list-name' | 'list-label' | 'answer-type'; readonly id: string }
  | { readonly of: 'comment'; readonly id: string }
  /** An answer to a comment, whose id is `comment`. */
  | { readonly of: 'reply'; readonly comment: string; readonly id: string };

export function fieldKey(field: FieldRef): string {
  switch (field.of) {
    case 'front':
      return `front:${field.field}`;
    case 'work':
      return `work:${field.field}:${field.id}`;
    case 'reply':
      return `reply:${field.comment}:${field.id}`;
    default:
      return `${field.of}:${field.id}`;
  }
}

/** Tags are parted by what none of them holds. */
const BETWEEN_TAGS = '\n';
export const tagsAsWords = (tags: readonly string[] = []): string => tags.join(BETWEEN_TAGS);

/**
 * The operations that have a field say what `change` makes of its words; none where there is no such field.
 * Tags that come to be the same are one.
 */
export function changeField(
  project: Project,
  field: FieldRef,
  change: (words: string) => string,
): readonly Operation[] {
  switch (field.of) {
    case 'front': {
      const before = project.front[field.field];
      return set({ of: 'front' }, field.field, before, change(before));
    }
    case 'work': {
      const item = project.references.find(({ id }) => id === field.id)?.item;
      const words = item?.[field.field];
      if (!item || words === undefined) return [];
      const { [field.field]: _, ...rest } = item;
      const after = change(words);
      return after === words
        ? []
        : set(
            { of: 'reference', id: field.id },
            'item',
            item,
            after === '' ? rest : { ...item, [field.field]: after },
          );
    }
    case 'section-title':
    case 'section-topic':
      return ofSection(project, field, change);
    case 'point-title':
    case 'point-note':
    case 'point-tags':
      return ofPoint(project, field, change);
    case 'passage-note':
    case 'passage-tags':
    case 'waived-reason':
      return ofPassage(project, field, change);
    case 'list-name':
    case 'list-label': {
      const list = project.lists?.find(({ id }) => id === field.id);
      const name = field.of === 'list-name' ? 'name' : 'label';
      return list ? set({ of: 'list', id: field.id }, name, list[name], change(list[name])) : [];
    }
    case 'answer-type': {
      const before = project.settings.answerTypes;
      const after = before?.map((type) =>
        type.id === field.id ? { ...type, name: change(type.name) } : type,
      );
      return set({ of: 'settings' }, 'answerTypes', before, after);
    }
    case 'comment': {
      const text = commentOf(project, field.id)?.text;
      return text === undefined ? [] : set({ of: 'comment', id: field.id }, 'text', text, change(text));
    }
    case 'reply': {
      const before = commentOf(project, field.comment)?.replies;
      const after = before?.map((reply: Reply) =>
        reply.id === field.id ? { ...reply, text: change(reply.text) } : reply,
      );
      return set({ of: 'comment', id: field.comment }, 'replies', before, after);
    }
  }
}

const commentOf = (project: Project, id: string): Comment | undefined =>
  project.comments?.find((comment) => comment.id === id);

const changedTags = (tags: readonly string[] | undefined, change: (words: string) => string) =>
  tidyTags(change(tagsAsWords(tags)).split(BETWEEN_TAGS));

function ofSection(
  project: Project,
  { of, id }: FieldRef & { readonly of: 'section-title' | 'section-topic' },
  change: (words: string) => string,
): readonly Operation[] {
  const section = project.sections.find((each) => each.id === id);
  if (!section) return [];
  const target = { of: 'section', id } as const;
  if (of === 'section-title') return set(target, 'title', section.title, change(section.title));
  const { topic } = section;
  return topic === undefined ? [] : set(target, 'topic', topic, change(topic) || undefined);
}

function ofPoint(
  project: Project,
  { of, id }: FieldRef & { readonly of: 'point-title' | 'point-note' | 'point-tags' },
  change: (words: string) => string,
): readonly Operation[] {
  const point = pointMap(project).get(id)?.point;
  if (!point) return [];
  const target = { of: 'point', id } as const;
  if (of === 'point-tags') return set(target, 'tags', point.tags, changedTags(point.tags, change));
  const name = of === 'point-title' ? 'title' : 'note';
  return set(target, name, point[name], change(point[name]));
}

function ofPassage(
  project: Project,
  { of, id }: FieldRef & { readonly of: 'passage-note' | 'passage-tags' | 'waived-reason' },
  change: (words: string) => string,
): readonly Operation[] {
  const highlight = highlightMap(project).get(id);
  if (!highlight) return [];
  const target = { of: 'highlight', id } as const;
  const { note, tags, waived } = highlight;
  if (of === 'passage-note') return set(target, 'note', note, change(note));
  if (of === 'passage-tags') return set(target, 'tags', tags, changedTags(tags, change));
  return waived ? set(target, 'waived', waived, { ...waived, reason: change(waived.reason) }) : [];
}
