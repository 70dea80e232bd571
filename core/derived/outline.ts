/** Parts and points as an outline shows them: their order, titles and statuses, and nothing of their texts. */
import type { PointStatus, Section } from '../document/project.ts';
import { byParts } from './remember.ts';

export interface OutlinePart {
  readonly id: string;
  readonly title: string;
  readonly points: readonly { readonly id: string; readonly title: string; readonly status: PointStatus }[];
}

/** The same value (`===`) as long as nothing that it shows changes: typing an answer doesn't. */
export const outline = byParts(
  (sections: readonly Section[]) => {
    const parts: unknown[] = [];
    for (const { id, title, points } of sections) {
      parts.push(id, title, points.length);
      for (const point of points) parts.push(point.id, point.title, point.status);
    }
    return parts;
  },
  (sections): readonly OutlinePart[] =>
    sections.map(({ id, title, points }) => ({
      id,
      title,
      points: points.map((point) => ({ id: point.id, title: point.title, status: point.status })),
    })),
);
