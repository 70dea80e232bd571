/** A project without what would leave a gap on the page, so that what remains is numbered without one. */
import type { RichText } from '../text/block.ts';
import { highlightMap, pointMap } from '../document/find.ts';
import type { Change, Point, Project, Section } from '../document/project.ts';
import { seen } from '../derived/masters.ts';
import { isAnswered } from '../derived/usage.ts';
import { isBlank } from './published-blocks.ts';

/** The very list when nothing in it goes or changes. */
function kept<T>(list: readonly T[], keep: (item: T) => T | undefined): readonly T[] {
  const result = list.map(keep).filter((item) => item !== undefined);
  return result.length === list.length && result.every((item, i) => item === list[i]) ? list : result;
}

const withoutBlanks = (text: RichText): RichText =>
  kept(text, (block) => (isBlank(block) ? undefined : block));

/**
 * Leaves out empty blocks of the author's texts, quotations of passages that are gone, changes that tell nothing,
 * points with neither title nor quotation nor answer, and sections with nothing at all. The project itself when there is none of these.
 */
export function withoutGaps(project: Project): Project {
  const highlights = highlightMap(project);
  const letters = new Set(project.letters.map(({ id }) => id));
  const points = pointMap(project);
  const quotable = (id: string) => letters.has(highlights.get(id)?.letter ?? '');

  const keptChange = (change: Change): Change | undefined => {
    const wording = withoutBlanks(change.wording);
    if (wording.length === 0 && change.page.trim() === '' && change.line.trim() === '') return undefined;
    return wording === change.wording ? change : { ...change, wording };
  };
  const keptPoint = (point: Point): Point | undefined => {
    const quotations = kept(point.quotations, (quotation) =>
      quotable(quotation.highlight) ? quotation : undefined,
    );
    const answer = withoutBlanks(point.answer);
    const changes = point.changes && kept(point.changes, keptChange);
    const keptAll = { ...point, quotations, answer, ...(changes ? { changes } : {}) };
    if (changes?.length === 0) delete keptAll.changes;
    const says = point.title.trim() !== '' || quotations.length > 0 || isAnswered(keptAll);
    if (!says && seen(point, points).length === 0) return undefined;
    return quotations === point.quotations && answer === point.answer && changes === point.changes
      ? point
      : keptAll;
  };
  const keptSection = (section: Section): Section | undefined => {
    const lead = withoutBlanks(section.lead);
    const points = kept(section.points, keptPoint);
    if (section.title.trim() === '' && points.length === 0 && lead.length === 0) return undefined;
    return lead === section.lead && points === section.points ? section : { ...section, lead, points };
  };

  const sections = kept(project.sections, keptSection);
  const introduction = withoutBlanks(project.introduction);
  const conclusion = withoutBlanks(project.conclusion);
  const same =
    sections === project.sections &&
    introduction === project.introduction &&
    conclusion === project.conclusion;
  return same ? project : { ...project, sections, introduction, conclusion };
}
