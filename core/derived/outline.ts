/** Parts and points as an outline shows them: their order, titles and statuses, and nothing of their texts. */
import type { PointStatus, Section, SectionPlace } from '../document/project.ts';
import { sectionDepths } from '../document/section-tree.ts';
import { byParts } from './remember.ts';

export interface OutlinePart {
  readonly id: string;
  readonly title: string;
  readonly depth: 1 | 2 | 3;
  readonly place?: SectionPlace | undefined;
  readonly points: readonly OutlinePoint[];
}

export interface OutlinePoint {
  readonly id: string;
  readonly title: string;
  readonly status: PointStatus;
  readonly sub: boolean;
}

/** The same value (`===`) as long as nothing that it shows changes: typing an answer doesn't. */
export const outline = byParts(
  (sections: readonly Section[]) => {
    const parts: unknown[] = [];
    for (const { id, title, level, place, points } of sections) {
      parts.push(id, title, level, place, points.length);
      for (const point of points) parts.push(point.id, point.title, point.status, point.sub);
    }
    return parts;
  },
  (sections): readonly OutlinePart[] => {
    const depths = sectionDepths(sections);
    return sections.map(({ id, title, place, points }) => ({
      id,
      title,
      depth: depths.get(id) ?? 1,
      place,
      points: points.map((point, i) => ({
        id: point.id,
        title: point.title,
        status: point.status,
        sub: point.sub === true && i > 0,
      })),
    }));
  },
);

export interface OutlineRow {
  readonly kind: 'section' | 'point';
  readonly id: string;
  readonly title: string;
  /** From 1. */
  readonly level: number;
  /** The section's; a point's section's. */
  readonly place?: SectionPlace | undefined;
  readonly status?: PointStatus;
  readonly sub?: boolean;
  /** Of a section with something in it. */
  readonly expanded?: boolean | undefined;
}

/** Only these points, the parts that they stand in, and the parts around those. */
export function outlineOf(
  parts: readonly OutlinePart[],
  points: ReadonlySet<string>,
): readonly OutlinePart[] {
  // From the end on: the parts around one are the nearest before it that are less deep.
  let nested = 0;
  return parts
    .toReversed()
    .flatMap((part) => {
      const shown = part.points.filter(({ id }) => points.has(id));
      if (shown.length === 0 && part.depth >= nested) return [];
      nested = part.depth;
      return [{ ...part, points: shown }];
    })
    .toReversed();
}

/** The rows of an outline in which these sections are folded up. */
export function outlineRows(
  parts: readonly OutlinePart[],
  collapsed: ReadonlySet<string>,
): readonly OutlineRow[] {
  const rows: OutlineRow[] = [];
  let hidden = Infinity;
  parts.forEach(({ id, title, depth, place, points }, i) => {
    if (depth > hidden) return;
    const folded = collapsed.has(id);
    hidden = folded ? depth : Infinity;
    const holds = points.length > 0 || (parts[i + 1]?.depth ?? 0) > depth;
    rows.push({ kind: 'section', id, title, level: depth, place, expanded: holds ? !folded : undefined });
    if (folded) return;
    for (const point of points) rows.push({ kind: 'point', ...point, level: depth + 1, place });
  });
  return rows;
}
