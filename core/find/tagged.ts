/** Points and passages by their tags, for the box that finds anything. */
import { numbering } from '../derived/numbering.ts';
import { highlightMap, pointMap } from '../document/find.ts';
import type { Project } from '../document/project.ts';
import { foldLetters } from '../text/fold-letters.ts';

export interface Tagged {
  readonly kind: 'point' | 'passage';
  readonly id: string;
  readonly tags: readonly string[];
}

const fold = (text: string) => foldLetters(text, { cases: true, accents: true }).text;

/**
 * Those with a tag that holds the query; after "#" the tags that begin with it, all of them where nothing follows.
 * Points first, in the order of the pamphlet, then passages in that of the letters.
 *
 * @returns the first `limit` of them, and how many more there are
 */
export function searchTags(
  project: Project,
  query: string,
  limit: number,
): { readonly hits: readonly Tagged[]; readonly more: number } {
  const typed = fold(query.trim());
  const isTag = typed.startsWith('#');
  const wanted = isTag ? typed.slice(1) : typed;
  if (wanted === '' && !isTag) return { hits: [], more: 0 };
  const holds = (tag: string) => (isTag ? fold(tag).startsWith(wanted) : fold(tag).includes(wanted));
  const found: Tagged[] = [];
  const look = (kind: Tagged['kind'], id: string, tags: readonly string[] | undefined) => {
    if (tags?.some(holds)) found.push({ kind, id, tags });
  };
  for (const [id, { point }] of pointMap(project)) look('point', id, point.tags);
  const highlights = highlightMap(project);
  for (const id of numbering(project).passageCodes.keys()) look('passage', id, highlights.get(id)?.tags);
  return { hits: found.slice(0, limit), more: Math.max(0, found.length - limit) };
}
