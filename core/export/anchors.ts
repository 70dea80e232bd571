import type { Publication } from './publication.ts';

/** Every id that a reference or a code may lead to. */
export function anchorsOf({
  parts,
  letters,
  demands: { items },
  bibliography: works,
}: Publication): ReadonlySet<string> {
  return new Set([
    ...parts.flatMap(({ anchor, points }) => [anchor, ...points.map((point) => point.anchor)]),
    ...letters.flatMap(({ anchor, passages }) => [anchor, ...passages.map(({ id }) => id)]),
    ...items.map(({ anchor }) => anchor),
    ...works.map(({ anchor }) => anchor),
  ]);
}
