import { renderHtml } from '../../core/export/html/page.ts';
import { publish, type PublishOptions } from '../../core/export/publish.ts';
import type { Project } from '../../core/document/project.ts';
import { fontsFor } from './fonts.ts';

/**
 * The project as one self-contained page. The same project gives the same bytes.
 *
 * @param pictures bytes by asset; one that is missing is told by its alternative text
 * @param fontFolder of a packaged app; in a checkout the fonts are found among the installed packages
 * @param options whether it is a working copy
 * @throws when a font file can't be read
 */
export async function exportHtml(
  project: Project,
  pictures: ReadonlyMap<string, Uint8Array>,
  fontFolder?: string,
  options: PublishOptions = {},
): Promise<string> {
  const publication = publish(project, options);
  const mediaTypes = new Map(project.assets.map(({ id, mediaType }) => [id, mediaType]));
  return renderHtml(publication, {
    fonts: await fontsFor(publication, fontFolder),
    pictures: new Map(
      [...pictures].flatMap(([asset, bytes]) => {
        const mediaType = mediaTypes.get(asset);
        return mediaType ? [[asset, { mediaType, base64: Buffer.from(bytes).toString('base64') }]] : [];
      }),
    ),
  });
}
