/** Which pictures a project shows: the others needn't be kept in its file. */
import { ownTexts } from '../document/find.ts';
import type { Project } from '../document/project.ts';

/**
 * The project without the assets that no picture of it shows; the project itself where there are none such. What was
 * removed can come back by undoing as long as the project is open, so this is for what is written only.
 */
export function withoutUnshownAssets(project: Project): Project {
  if (project.assets.length === 0) return project;
  const texts = [
    ...project.letters.map(({ blocks }) => blocks),
    ...ownTexts(project).map(({ text }) => text),
  ];
  const shown = new Set<string>();
  for (const text of texts) for (const block of text) if (block.type === 'picture') shown.add(block.asset);
  const assets = project.assets.filter(({ id }) => shown.has(id));
  return assets.length === project.assets.length ? project : { ...project, assets };
}
