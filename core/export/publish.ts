/** From a project to its publication. What is private stays behind, unless a working copy is asked for. */
import type { RichText } from '../text/block.ts';
import { highlightMap, letterById, ownTexts } from '../document/find.ts';
import type { Letter } from '../document/letter.ts';
import type { Point, Project, Section } from '../document/project.ts';
import { bibliography } from '../derived/citation.ts';
import { formatDate, isoDateParts, lineOf } from '../derived/locale.ts';
import { numbering } from '../derived/numbering.ts';
import { letterAbout } from '../derived/source-line.ts';
import { privateElsewhere, privateOfPoint } from './private-notes.ts';
import { publishedBlocks } from './published-blocks.ts';
import { ownContent, quotedContent, type Setting } from './published-content.ts';
import { publishedLetter } from './published-letter.ts';
import { withoutGaps } from './published-project.ts';
import { publishedQuotation } from './published-quotation.ts';
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
    introduction: own(project.introduction, setting),
    parts: parts(setting),
    conclusion: own(project.conclusion, setting),
    demands: demands(setting),
    bibliography: bibliography(project).entries.map(({ reference, content }) => ({
      anchor: reference.id,
      content: quotedContent(content),
    })),
    letters: settings.lettersAppended
      ? project.letters.map((letter) => publishedLetter(letter, setting))
      : [],
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

function parts(setting: Setting): readonly PublishedPart[] {
  const open: number[] = [];
  return setting.project.sections.map((section) => {
    while ((open.at(-1) ?? 0) >= section.level) open.pop();
    open.push(section.level);
    return part(section, open.length as PublishedPart['depth'], setting);
  });
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
  const highlights = highlightMap(project);
  return {
    anchor: point.id,
    number: numbering(project).pointCodes.get(point.id) ?? '',
    title: point.title.trim(),
    arrangement: point.arrangement,
    quotations: point.quotations.flatMap((quotation) => {
      const highlight = highlights.get(quotation.highlight);
      const letter = highlight && letterById(project, highlight.letter);
      return letter ? [publishedQuotation(highlight, letter, setting)] : [];
    }),
    answer: own(point.answer, setting),
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
