import type { Publication } from './publication.ts';

/** Every id that a reference or a code may lead to. */
export function anchorsOf(publication: Publication): ReadonlySet<string> {
  const { frontMatter, parts, backMatter, letters, lists, bibliography: works } = publication;
  return new Set([
    ...[...frontMatter, ...parts, ...backMatter].flatMap(({ anchor, points }) => [
      anchor,
      ...points.map((point) => point.anchor),
    ]),
    ...letters.flatMap(({ anchor, passages }) => [anchor, ...passages.map(({ id }) => id)]),
    ...letters.flatMap(({ blocks }) => blocks.flatMap(({ anchor }) => anchor ?? [])),
    ...lists.flatMap(({ items }) => items.map(({ anchor }) => anchor)),
    ...works.map(({ anchor }) => anchor),
  ]);
}
