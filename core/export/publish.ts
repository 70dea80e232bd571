/** From a project to its publication. What is private stays behind, unless a working copy is asked for. */
import type { RichText } from '../text/block.ts';
import { letterById } from '../document/find.ts';
import type { Letter } from '../document/letter.ts';
import type { Point, Project, Section, SectionPlace } from '../document/project.ts';
import { sectionDepths } from '../document/section-tree.ts';
import { crossReferenceText } from '../derived/cross-reference.ts';
import { withdrawnCodes } from '../derived/frozen.ts';
import { formattedCitations } from '../citations/formatted.ts';
import { formatDate, isoDateParts, lineOf } from '../derived/locale.ts';
import { numbering } from '../derived/numbering.ts';
import { crossReferences, targetKey } from '../derived/references.ts';
import { letterAbout } from '../derived/source-line.ts';
import { privateElsewhere, privateOfPoint } from './private-notes.ts';
import { placeAnchors } from './place-anchors.ts';
import { publishedBlocks } from './published-blocks.ts';
import { citedAnchor } from './published-citation.ts';
import { ownContent, quotedContent, type Setting } from './published-content.ts';
import { publishedLetter } from './published-letter.ts';
import { entryLabels, publishedLists, seeAlso, usedBy } from './published-lists.ts';
import { withoutGaps } from './published-project.ts';
import { publishedQuotations, withRunIn } from './published-quotation.ts';
import type {
  Publication,
  PublishedBlock,
  PublishedInline,
  PublishedLink,
  PublishedPart,
  PublishedPoint,
} from './publication.ts';
import { publicationWords } from './words.ts';

export interface PublishOptions {
  /** Makes a working copy: with private notes, tags, reasons and comments. Only when the writer asks for it. */
  readonly withNotes?: boolean;
}

/** The same project gives an equal tree. Never fails: what is missing is told in words or left out. */
export function publish(source: Project, { withNotes = false }: PublishOptions = {}): Publication {
  const project = withoutGaps(source);
  const { settings } = project;
  const setting: Setting = {
    project,
    words: publicationWords(settings.language),
    referred: new Set(crossReferences(project).map(({ target }) => targetKey(target))),
    places: placeAnchors(project),
    withNotes,
  };
  const entries = entryLabels(setting);
  const own = (text: RichText): readonly PublishedBlock[] =>
    publishedBlocks(text, {
      content: (content) => ownContent(content, setting),
      assets: project.assets,
      entries,
    });
  return {
    language: settings.language,
    direction: settings.direction,
    paper: settings.paper,
    words: setting.words,
    front: front(project),
    frontMatter: parts('front', own, setting),
    introduction: own(project.introduction),
    parts: parts(undefined, own, setting),
    conclusion: own(project.conclusion),
    backMatter: parts('back', own, setting),
    lists: publishedLists(setting),
    bibliography: formattedCitations(project, setting.words.missing).bibliography.map(
      ({ reference, margin, content }) => ({
        anchor: citedAnchor(reference, project),
        ...(margin ? { margin: quotedContent(margin) } : {}),
        content: quotedContent(content),
      }),
    ),
    letters: settings.lettersAppended
      ? project.letters.map((letter) => publishedLetter(letter, setting))
      : [],
    withdrawn: withdrawnCodes(source).points,
    colophon: project.front.colophon.trim(),
    ...(withNotes ? { privately: privateElsewhere(setting) } : {}),
  };
}

function front({ front, settings }: Project): Publication['front'] {
  const parts = isoDateParts(front.date.trim());
  return {
    title: front.title.trim(),
    subtitle: front.subtitle.trim(),
    byline: front.byline.trim(),
    date: parts ? formatDate(parts, settings.language) : front.date.trim(),
    ...(parts ? { isoDate: front.date.trim() } : {}),
    series: front.series.trim(),
    number: front.number.trim(),
    motto: front.motto.trim(),
    mottoSource: front.mottoSource.trim(),
  };
}

type Own = (text: RichText) => readonly PublishedBlock[];

function parts(place: SectionPlace | undefined, own: Own, setting: Setting): readonly PublishedPart[] {
  const sections = setting.project.sections.filter((section) => section.place === place);
  const depths = sectionDepths(sections);
  return sections.map((section) => part(section, depths.get(section.id) ?? 1, own, setting));
}

function part(section: Section, depth: PublishedPart['depth'], own: Own, setting: Setting): PublishedPart {
  const { project, words } = setting;
  const letter = section.letter === undefined ? undefined : letterById(project, section.letter);
  const letterTitle =
    letter && (letter.item.title?.trim() || words.letter.replace('{code}', () => letter.code));
  const title = section.title.trim() || letterTitle || '';
  return {
    anchor: section.id,
    number: numbering(project).sectionNumbers.get(section.id) ?? '',
    depth,
    title,
    ...(letter ? { respondsTo: respondsTo(letter, setting) } : {}),
    runningHead: letterTitle ?? title,
    lead: own(section.lead),
    points: section.points.map((point) => publishedPoint(point, own, setting)),
  };
}

function respondsTo(letter: Letter, { project, words }: Setting): string {
  const { language } = project.settings;
  return lineOf([letter.code, letter.item.title, letterAbout(letter, language, words)], language, ' · ');
}

function publishedPoint(point: Point, own: Own, setting: Setting): PublishedPoint {
  const { project } = setting;
  const { apart, runIn } = publishedQuotations(point, setting);
  return {
    anchor: point.id,
    number: numbering(project).pointCodes.get(point.id) ?? '',
    name: crossReferenceText(project, { kind: 'point', id: point.id }, setting.words).text,
    title: point.title.trim(),
    ...continuation(point, setting),
    arrangement: point.arrangement,
    quotations: apart,
    answer: withRunIn(own(point.answer), runIn),
    ...furtherOf(point, setting, own),
    see: seeAlso(point, setting),
    ...(point.master ? { master: usedBy(point.id, setting) } : {}),
  };
}

/** Its answer type, the changes told in it, and in a working copy what is private. */
function furtherOf(
  point: Point,
  setting: Setting,
  own: (text: RichText) => readonly PublishedBlock[],
): Partial<PublishedPoint> {
  const { project, words } = setting;
  const { language } = project.settings;
  const answerType = project.settings.answerTypes?.find(({ id }) => id === point.answerType)?.name.trim();
  const changes = point.changes?.map(({ wording, page, line }) => ({
    place: lineOf(
      [
        page.trim() && words.changedPage.replace('{number}', () => page.trim()),
        line.trim() && words.changedLine.replace('{number}', () => line.trim()),
      ],
      language,
    ),
    wording: own(wording),
  }));
  const privately = setting.withNotes ? privateOfPoint(point, setting) : [];
  return {
    ...(answerType ? { answerType } : {}),
    ...(changes ? { changes } : {}),
    ...(privately.length > 0 ? { privately } : {}),
  };
}

/** What it goes on with, and what goes on with it, across rounds. */
function continuation({ id, continues }: Point, { project, words }: Setting): Partial<PublishedPoint> {
  const codes = numbering(project).pointCodes;
  const code = (point: string) => codes.get(point) ?? project.frozen?.points[point];
  const link = (target: string, text: string): PublishedLink =>
    codes.has(target) ? { type: 'reference', text, target } : { type: 'reference', text };
  const before = continues === undefined ? undefined : code(continues);
  const later = project.sections.flatMap(({ points }) =>
    points.filter((point) => point.continues === id).map((point) => point.id),
  );
  const content: PublishedInline[] = [];
  if (continues !== undefined && before !== undefined) {
    const name = words.point.replace('{number}', () => before);
    content.push(...around(words.continues, '{point}', [link(continues, name)]));
  }
  if (later.length > 0) {
    if (content.length > 0) content.push({ text: '; ' });
    const links = later.flatMap((point, i): PublishedInline[] => [
      ...(i > 0 ? [{ text: ', ' }] : []),
      link(point, code(point) ?? ''),
    ]);
    content.push(...around(words.continuedIn, '{points}', links));
  }
  return content.length > 0 ? { continuation: content } : {};
}

/** The words with `content` in the place of `name`. */
function around(
  words: string,
  name: string,
  content: readonly PublishedInline[],
): readonly PublishedInline[] {
  const [before = '', after = ''] = words.split(name);
  const span = (text: string): readonly PublishedInline[] => (text === '' ? [] : [{ text }]);
  return [...span(before), ...content, ...span(after)];
}
