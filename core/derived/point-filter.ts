/** Which points a board shows. */
import { highlightMap } from '../document/find.ts';
import type { Point, PointStatus, Project, Section } from '../document/project.ts';
import { subtreeEnd } from '../document/section-tree.ts';
import { byParts } from './remember.ts';

/** What is absent isn't asked for. */
export interface PointFilter {
  /** Id of a section; the sections nested in it belong to it. */
  readonly section?: string;
  /** Id of a letter of which a passage is quoted, or that the point's part responds to. */
  readonly letter?: string;
  readonly tag?: string;
  /** Id of a category of a passage that is quoted. */
  readonly category?: string;
  /** Id of an answer type; '' for points without one. */
  readonly answerType?: string;
  readonly status?: PointStatus;
}

export interface FilteredPoint {
  readonly point: Point;
  readonly section: Section;
}

/** Tags of a point and of the passages that it quotes. */
function tagsOf(project: Project, { tags = [], quotations }: Point): readonly string[] {
  const highlights = highlightMap(project);
  return [...tags, ...quotations.flatMap(({ highlight }) => highlights.get(highlight)?.tags ?? [])];
}

/** The points that all of the filter holds of, in reading order. */
export function filteredPoints(project: Project, filter: PointFilter): readonly FilteredPoint[] {
  const highlights = highlightMap(project);
  const quoted = ({ quotations }: Point) =>
    quotations.flatMap(({ highlight }) => highlights.get(highlight) ?? []);
  const holds = (point: Point, section: Section): boolean => {
    const { letter, tag, category, answerType, status } = filter;
    if (status !== undefined && point.status !== status) return false;
    if (answerType !== undefined && (point.answerType ?? '') !== answerType) return false;
    if (tag !== undefined && !tagsOf(project, point).includes(tag)) return false;
    if (category !== undefined && !quoted(point).some((each) => each.category === category)) return false;
    return (
      letter === undefined ||
      section.letter === letter ||
      quoted(point).some((highlight) => highlight.letter === letter)
    );
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
