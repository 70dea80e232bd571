/** What is private in a project, for a working copy: notes, tags, reasons, comments. In no other publication. */
import { commentedWords, placeOfComment } from '../derived/comments.ts';
import { lineOf, localeOf } from '../derived/locale.ts';
import { numbering } from '../derived/numbering.ts';
import { changeMap, highlightMap, pointMap } from '../document/find.ts';
import type { Comment, Reply } from '../document/comment.ts';
import type { Highlight } from '../document/letter.ts';
import type { Point, Project } from '../document/project.ts';
import type { PrivateGroup, PublishedPrivate } from './publication.ts';
import type { Setting } from './published-content.ts';

/** The key of a place that is no point's. */
const GONE = 'gone';

/** Where a comment is published: at a point, or under a place of its own. */
function keyOf(project: Project, { about }: Comment): string {
  const place = placeOfComment(project, about);
  switch (place.kind) {
    case 'point':
      return `point ${place.id}`;
    case 'highlight':
      return `highlight ${place.id}`;
    case 'gone':
      return GONE;
    case 'text': {
      const { ref } = place;
      if (ref.of === 'answer') return `point ${ref.id}`;
      if (ref.of === 'change') return `point ${changeMap(project).get(ref.id)?.point.id ?? ''}`;
      return 'id' in ref ? `${ref.of} ${ref.id}` : ref.of;
    }
  }
}

const dateFormats = new Map<string, Intl.DateTimeFormat>();

/** In the document's language and in UTC, so that the same project gives the same bytes everywhere. */
function dateWords(date: string, language: string): string {
  const time = Date.parse(date);
  if (Number.isNaN(time)) return date;
  let format = dateFormats.get(language);
  if (!format) {
    format = new Intl.DateTimeFormat(localeOf(language), {
      calendar: 'gregory',
      dateStyle: 'medium',
      timeZone: 'UTC',
    });
    dateFormats.set(language, format);
  }
  return format.format(time);
}

function by({ author, date }: Reply, language: string): string {
  return lineOf([author, dateWords(date, language)], language);
}

function ofComment(comment: Comment, { project, words }: Setting): PublishedPrivate {
  const { language } = project.settings;
  const quote = commentedWords(project, comment);
  return {
    label: comment.resolved ? `${words.comment} ✓` : words.comment,
    by: by(comment, language),
    ...(quote === '' ? {} : { quote }),
    text: comment.text,
    ...(comment.replies
      ? { replies: comment.replies.map((reply) => ({ by: by(reply, language), text: reply.text })) }
      : {}),
  };
}

function ofTags(tags: readonly string[] | undefined, { words }: Setting): readonly PublishedPrivate[] {
  return tags ? [{ label: words.tags, text: tags.join(', ') }] : [];
}

function ofPassage(highlight: Highlight, code: string, setting: Setting): readonly PublishedPrivate[] {
  const { words } = setting;
  const label = (name: string) => (code === '' ? name : `${name} · ${code}`);
  return [
    ...(highlight.note.trim() === ''
      ? []
      : [{ label: label(words.privateNote), text: highlight.note.trim() }]),
    ...(highlight.waived?.reason.trim()
      ? [{ label: label(words.waived), text: highlight.waived.reason.trim() }]
      : []),
    ...ofTags(highlight.tags, setting).map((tags) => ({ ...tags, label: label(tags.label) })),
  ];
}

/** What is private at a point: its own, that of the passages that it quotes, and comments on all of these. */
export function privateOfPoint(point: Point, setting: Setting): readonly PublishedPrivate[] {
  const { project, words } = setting;
  const codes = numbering(project).passageCodes;
  const passages = [...new Set(point.quotations.map(({ highlight }) => highlight))];
  const keys = new Set([`point ${point.id}`, ...passages.map((id) => `highlight ${id}`)]);
  return [
    ...ofTags(point.tags, setting),
    ...(point.note.trim() === '' ? [] : [{ label: words.privateNote, text: point.note.trim() }]),
    ...passages.flatMap((id) => {
      const highlight = highlightMap(project).get(id);
      return highlight ? ofPassage(highlight, codes.get(id) ?? '', setting) : [];
    }),
    ...(project.comments ?? [])
      .filter((comment) => keys.has(keyOf(project, comment)))
      .map((comment) => ofComment(comment, setting)),
  ];
}

/** What is private elsewhere: in front and back matter, at parts, of passages that no point quotes. */
export function privateElsewhere(setting: Setting): readonly PrivateGroup[] {
  const { project, words } = setting;
  const { passageCodes, sectionNumbers } = numbering(project);
  const quoted = new Set(
    [...pointMap(project).values()].flatMap(({ point }) =>
      point.quotations.map(({ highlight }) => highlight),
    ),
  );
  const keyed = (project.comments ?? []).map((comment) => ({ comment, key: keyOf(project, comment) }));
  const said = (wanted: string) =>
    keyed.filter(({ key }) => key === wanted).map(({ comment }) => ofComment(comment, setting));
  const partName = (id: string, title: string) => {
    const number = sectionNumbers.get(id);
    return title.trim() || (number === undefined ? '' : words.part.replace('{number}', () => number));
  };
  const groups: PrivateGroup[] = [
    { place: words.introduction, items: said('introduction') },
    ...project.sections.map(({ id, title }) => ({ place: partName(id, title), items: said(`lead ${id}`) })),
    { place: words.conclusion, items: said('conclusion') },
    ...project.highlights
      .filter(({ id }) => !quoted.has(id))
      .map((highlight) => ({
        place: words.passage.replace('{code}', () => passageCodes.get(highlight.id) ?? ''),
        items: [...ofPassage(highlight, '', setting), ...said(`highlight ${highlight.id}`)],
      })),
    { place: words.missing, items: said(GONE) },
  ];
  return groups.filter(({ items }) => items.length > 0);
}
