/** Anchors for the blocks of letters that cross references lead to. */
import { crossReferences, targetKey } from '../derived/references.ts';
import { placeTarget } from '../derived/cross-reference.ts';
import type { Project } from '../document/project.ts';
import { hasContent } from '../text/block.ts';
import { blockText } from '../text/canonical.ts';
import { ownTexts } from '../document/find.ts';

/**
 * Key of the reference → the block's id, where nothing else goes by that name in the publication and the block has
 * words for it to stand at.
 */
export function placeAnchors(project: Project): ReadonlyMap<string, string> {
  const anchors = new Map<string, string>();
  const wanted = crossReferences(project).filter(({ target }) => target.kind === 'place');
  if (wanted.length === 0) return anchors;
  const taken = new Set([
    ...project.sections.flatMap(({ id, points }) => [id, ...points.map((point) => point.id)]),
    ...project.letters.map(({ id }) => id),
    ...project.highlights.map(({ id }) => id),
    ...project.references.map(({ id }) => id),
    ...(project.lists ?? []).map(({ id }) => id),
    ...ownTexts(project).flatMap(({ text }) => text.map(({ id }) => id)),
  ]);
  for (const { target } of wanted) {
    const found = target.kind === 'place' ? placeTarget(project, target) : undefined;
    const key = targetKey(target);
    if (!found || anchors.has(key) || taken.has(found.block.id)) continue;
    if (!hasContent(found.block) || !/\S/.test(blockText(found.block))) continue;
    anchors.set(key, found.block.id);
    taken.add(found.block.id);
  }
  return anchors;
}
