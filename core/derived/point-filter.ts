/** Which points a board or a filtered outline shows. */
import { highlightMap } from '../document/find.ts';
import type { Point, PointStatus, Project, Section } from '../document/project.ts';
import { subtreeEnd } from '../document/section-tree.ts';
import type { RichText } from '../text/block.ts';
import { canonicalText } from '../text/canonical.ts';
import { foldLetters } from '../text/fold-letters.ts';
import { numbering } from './numbering.ts';
import { byIdentity, byParts } from './remember.ts';
import { letterAuthors } from './source-line.ts';

/** What is absent isn't asked for. */
export interface PointFilter {
  /** Id of a section; the sections nested in it belong to it. */
  readonly section?: string;
  /** Id of a letter of which a passage is quoted, or that the point's part responds to. */
  readonly letter?: string;
  /** As `authorsOf` names those of a letter: one of whose letters a passage is quoted, or the part responds to. */
  readonly author?: string;
  readonly tag?: string;
  /** Id of a category of a passage that is quoted. */
  readonly category?: string;
  /** Id of an answer type; '' for points without one. */
  readonly answerType?: string;
  readonly status?: PointStatus;
  /** Each of these words, or parts of words, stands in the code, the title, the answer or the private note. */
  readonly words?: string;
}

/** Whether nothing is asked for. */
export function isEmptyFilter(filter: PointFilter): boolean {
  return Object.keys(filter).length === 0;
}

export interface FilteredPoint {
  readonly point: Point;
  readonly section: Section;
}

/** Tags of a point and of the passages that it quotes. */
export function tagsOfPoint(project: Project, { tags = [], quotations }: Point): readonly string[] {
  const highlights = highlightMap(project);
  return [...tags, ...quotations.flatMap(({ highlight }) => highlights.get(highlight)?.tags ?? [])];
}

const fold = (text: string) => foldLetters(text, { cases: true, accents: true }).text;
const foldedAnswer = byIdentity((answer: RichText) => fold(canonicalText(answer)));

/** Whether all of the words are in a point. Case and accents don't count. */
function wordsIn(project: Project, typed: string): (point: Point) => boolean {
  const wanted = fold(typed).split(/\s+/).filter(Boolean);
  const codes = wanted.length > 0 ? numbering(project).pointCodes : undefined;
  return ({ id, title, note, answer }) => {
    const head = fold(`${codes?.get(id) ?? ''} ${title} ${note}`);
    return wanted.every((word) => head.includes(word) || foldedAnswer(answer).includes(word));
  };
}

/** The points that all of the filter holds of, in reading order. */
export function filteredPoints(project: Project, filter: PointFilter): readonly FilteredPoint[] {
  const highlights = highlightMap(project);
  const quoted = ({ quotations }: Point) =>
    quotations.flatMap(({ highlight }) => highlights.get(highlight) ?? []);
  const { letter, author, tag, category, answerType, status, words } = filter;
  const hasWords = words === undefined ? undefined : wordsIn(project, words);
  const writtenBy = new Set(
    project.letters
      .filter((each) => letterAuthors(each, project.settings.language) === author)
      .map(({ id }) => id),
  );
  const holds = (point: Point, section: Section): boolean => {
    if (status !== undefined && point.status !== status) return false;
    if (answerType !== undefined && (point.answerType ?? '') !== answerType) return false;
    if (tag !== undefined && !tagsOfPoint(project, point).includes(tag)) return false;
    if (category !== undefined && !quoted(point).some((each) => each.category === category)) return false;
    const isAbout = (one: (letter: string) => boolean) =>
      (section.letter !== undefined && one(section.letter)) ||
      quoted(point).some((highlight) => one(highlight.letter));
    if (letter !== undefined && !isAbout((id) => id === letter)) return false;
    if (author !== undefined && !isAbout((id) => writtenBy.has(id))) return false;
    return hasWords?.(point) ?? true;
  };
  const found: FilteredPoint[] = [];
  const first = project.sections.findIndex(({ id }) => id === filter.section);
  const sections =
    filter.section === undefined
      ? project.sections
      : first < 0
        ? []
        : project.sections.slice(first, subtreeEnd(project.sections, first));
  for (const section of sections) {
    for (const point of section.points) if (holds(point, section)) found.push({ point, section });
  }
  return found;
}

/** All tags of points and passages, in the order of first use. The same value as long as they are. */
export const allTags = byParts(
  ({ sections, highlights }: Project) => [
    ...sections.flatMap(({ points }) => points.map(({ tags }) => tags)),
    ...highlights.map(({ tags }) => tags),
  ],
  ({ sections, highlights }): readonly string[] => [
    ...new Set([
      ...sections.flatMap(({ points }) => points.flatMap(({ tags = [] }) => tags)),
      ...highlights.flatMap(({ tags = [] }) => tags),
    ]),
  ],
);
