/** From a project to its publication. What is private stays behind, unless a working copy is asked for. */
import type { RichText } from '../text/block.ts';
import { letterById, ownTexts } from '../document/find.ts';
import type { Letter } from '../document/letter.ts';
import type { Point, Project, Section, SectionPlace } from '../document/project.ts';
import { sectionDepths } from '../document/section-tree.ts';
import { bibliography } from '../derived/citation.ts';
import { withdrawnCodes } from '../derived/frozen.ts';
import { formatDate, isoDateParts, lineOf } from '../derived/locale.ts';
import { numbering } from '../derived/numbering.ts';
import { letterAbout } from '../derived/source-line.ts';
import { privateElsewhere, privateOfPoint } from './private-notes.ts';
import { publishedBlocks } from './published-blocks.ts';
import { ownContent, quotedContent, type Setting } from './published-content.ts';
import { publishedLetter } from './published-letter.ts';
import { withoutGaps } from './published-project.ts';
import { publishedQuotations, withRunIn } from './published-quotation.ts';
import type { Publication, PublishedBlock, PublishedPart, PublishedPoint } from './publication.ts';
import { publicationWords } from './words.ts';

export interface PublishOptions {
  /** Makes a working copy: with private notes, tags, reasons and comments. Only when the writer asks for it. */
  readonly withNotes?: boolean;
}

/** The same project gives an equal tree. Never fails: what is missing is told in words or left out. */
export function publish(source: Project, { withNotes = false }: PublishOptions = {}): Publication {
  const project = withoutGaps(source);
  const { settings } = project;
  const setting: Setting = { project, words: publicationWords(settings.language), withNotes };
  return {
    language: settings.language,
    direction: settings.direction,
    paper: settings.paper,
    words: setting.words,
    front: front(project),
    frontMatter: parts(setting, 'front'),
    introduction: own(project.introduction, setting),
    parts: parts(setting, undefined),
    conclusion: own(project.conclusion, setting),
    backMatter: parts(setting, 'back'),
    demands: demands(setting),
    bibliography: bibliography(project).entries.map(({ reference, content }) => ({
      anchor: reference.id,
      content: quotedContent(content),
    })),
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

function own(text: RichText, setting: Setting): readonly PublishedBlock[] {
  return publishedBlocks(text, {
    content: (content) => ownContent(content, setting),
    assets: setting.project.assets,
    demands: numbering(setting.project).demandNumbers,
  });
}

function parts(setting: Setting, place: SectionPlace | undefined): readonly PublishedPart[] {
  const sections = setting.project.sections.filter((section) => section.place === place);
  const depths = sectionDepths(sections);
  return sections.map((section) => part(section, depths.get(section.id) ?? 1, setting));
}

function part(section: Section, depth: PublishedPart['depth'], setting: Setting): PublishedPart {
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
    lead: own(section.lead, setting),
    points: section.points.map((point) => publishedPoint(point, setting)),
  };
}

function respondsTo(letter: Letter, { project, words }: Setting): string {
  const { language } = project.settings;
  return lineOf([letter.code, letter.item.title, letterAbout(letter, language, words)], language, ' · ');
}

function publishedPoint(point: Point, setting: Setting): PublishedPoint {
  const { project } = setting;
  const { apart, runIn } = publishedQuotations(point, setting);
  return {
    anchor: point.id,
    number: numbering(project).pointCodes.get(point.id) ?? '',
    title: point.title.trim(),
    ...continuation(point, setting),
    arrangement: point.arrangement,
    quotations: apart,
    answer: withRunIn(own(point.answer, setting), runIn),
    ...furtherOf(point, setting),
  };
}

/** Its answer type, the changes told in it, and in a working copy what is private. */
function furtherOf(point: Point, setting: Setting): Partial<PublishedPoint> {
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
    wording: own(wording, setting),
  }));
  const privately = setting.withNotes ? privateOfPoint(point, setting) : [];
  return {
    ...(answerType ? { answerType } : {}),
    ...(changes ? { changes } : {}),
    ...(privately.length > 0 ? { privately } : {}),
  };
}

/** What it goes on with, and what goes on with it. */
function continuation({ id, continues }: Point, { project }: Setting): Partial<PublishedPoint> {
  const codes = numbering(project).pointCodes;
  const link = (anchor: string) => ({
    anchor,
    number: codes.get(anchor) ?? project.frozen?.points[anchor] ?? '',
  });
  const later = project.sections
    .flatMap(({ points }) => points)
    .filter((point) => point.continues === id)
    .map((point) => link(point.id));
  const before = continues === undefined ? undefined : link(continues);
  return {
    ...(before && before.number !== '' ? { continues: before } : {}),
    ...(later.length > 0 ? { continuedIn: later } : {}),
  };
}

/** The demands in order; their notes stay at the place in the text. */
function demands(setting: Setting): Publication['demands'] {
  const { project, words } = setting;
  const numbers = numbering(project).demandNumbers;
  const items = ownTexts(project).flatMap(({ text }) =>
    text.flatMap((block) => {
      const number = block.type === 'paragraph' && block.demand ? numbers.get(block.id) : undefined;
      if (block.type !== 'paragraph' || number === undefined) return [];
      const content = ownContent(block.content, setting).filter(
        (inline) => !('type' in inline && inline.type === 'note'),
      );
      return [{ anchor: block.id, number, content }];
    }),
  );
  return { title: project.front.demandsTitle.trim() || words.demands, items };
}
