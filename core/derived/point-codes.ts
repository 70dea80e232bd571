/**
 * Codes of points, as the project's pattern has them. A point belongs to the letter of its section, or of the
 * nearest section around it that has one, else to that of its first quotation. One that continues a point of an
 * earlier round has that point's code with its round: 4·II. Master responses are M1, M2 … whatever the pattern.
 */
import { ordinalText } from '../text/list-markers.ts';
import { highlightMap } from '../document/find.ts';
import type { Point, Project, Section } from '../document/project.ts';
import { inherited } from '../document/section-tree.ts';
import { pointPattern, seriesOf, usesName, type CodeValues } from './code-pattern.ts';
import { CodeCounter, type Counted } from './count-codes.ts';
import { letterValues } from './letter-values.ts';
import { byIdentity, byParts } from './remember.ts';
import { sectionNumbers } from './section-numbers.ts';

/** Section id → the letter of the section or of one around it. */
const sectionLetters = byIdentity((sections: readonly Section[]) =>
  inherited(sections, ({ letter }) => letter),
);

function letterOfPoint(project: Project, section: Section, point: Point): string | undefined {
  const own = sectionLetters(project.sections).get(section.id);
  if (own !== undefined) return own;
  const first = point.quotations[0];
  return first && highlightMap(project).get(first.highlight)?.letter;
}

/** Master responses are counted among themselves. */
const MASTERS = { before: 'M', after: '' };

const usesLetters = (pattern: string) => usesName(pattern, 'letter', 'kind', 'reviewer');

export const pointCodes = byParts(
  (project: Project) => {
    const { sections, settings, letters, frozen } = project;
    const pattern = pointPattern(settings.numbering);
    const parts: unknown[] = [pattern, frozen?.points];
    const byLetter = usesLetters(pattern);
    if (byLetter) for (const { id, code, kind } of letters) parts.push(id, code, kind);
    if (usesName(pattern, 'part')) parts.push(sectionNumbers(project));
    for (const section of sections) {
      parts.push(section.id, section.round);
      for (const point of section.points) {
        parts.push(point.id, point.sub, point.continues, point.master);
        if (byLetter) parts.push(letterOfPoint(project, section, point));
      }
    }
    return parts;
  },
  (project): ReadonlyMap<string, string> => {
    const { sections, settings, letters, frozen } = project;
    const pattern = pointPattern(settings.numbering);
    const byLetter = usesLetters(pattern);
    const ofLetters = letterValues(letters);
    const points = new Map(sections.flatMap((section) => section.points.map((point) => [point.id, point])));
    const rootOf = (point: Point): string | undefined => {
      let root = point;
      for (const seen = new Set([point.id]); root.continues !== undefined; seen.add(root.id)) {
        const next = points.get(root.continues);
        if (!next) return frozen?.points[root.continues] === undefined ? undefined : root.continues;
        if (seen.has(next.id)) return undefined;
        root = next;
      }
      return root.id;
    };
    const items: Counted[] = [];
    const continuing: { readonly id: string; readonly root: string; readonly round: number }[] = [];
    const order: string[] = [];
    const round = inherited(sections, (section) => section.round);
    for (const section of sections) {
      const part = sectionNumbers(project).get(section.id);
      let before = false;
      for (const point of section.points) {
        order.push(point.id);
        if (point.master) {
          items.push({ id: point.id, series: MASTERS });
          before = false;
          continue;
        }
        const root = point.continues === undefined ? undefined : rootOf(point);
        if (root !== undefined) {
          continuing.push({ id: point.id, root, round: round.get(section.id) ?? 2 });
          before = false;
          continue;
        }
        const letter = byLetter ? letterOfPoint(project, section, point) : undefined;
        const values: CodeValues = {
          ...(letter === undefined ? {} : ofLetters.get(letter)),
          ...(part === undefined ? {} : { part }),
        };
        items.push({ id: point.id, series: seriesOf(pattern, values), shares: before && point.sub });
        before = true;
      }
    }
    const counter = new CodeCounter(frozen?.points);
    const codes = counter.count(items);
    for (const { id, root, round } of continuing) {
      const first = codes.get(root) ?? counter.published(root) ?? '';
      codes.set(id, counter.published(id) ?? counter.claim(`${first}·${ordinalText('upper-roman', round)}`));
    }
    return new Map(order.map((id) => [id, codes.get(id) ?? '']));
  },
);
