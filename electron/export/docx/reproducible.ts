import { unzipSync, zipSync } from 'fflate';

/** A day for documents that say no date of their own: what has no clock can't say today's. */
const NO_DAY = '2000-01-01';
/** The first moment that a zip can tell, in local time as zips have it. */
const ZIP_MOMENT = new Date(1980, 0, 1);

/**
 * The library marks relations with random names, counts bookmarks and pictures through all documents that it has made, and writes
 * the moment of writing. All is put right, so that the same publication gives the same bytes.
 *
 * @param date ISO 8601 day of the publication
 */
export function reproducible(docx: Uint8Array, date = NO_DAY): Uint8Array {
  const names = new Map<string, string>();
  const counted = (prefix: string) => (found: string) => {
    const name = names.get(found) ?? `${prefix}${names.size + 1}`;
    names.set(found, name);
    return name;
  };
  const settled = (text: string) =>
    text
      .replace(/(?<=\b(?:Id|r:id|r:embed)=")rId[a-z0-9_-]{21}(?=")/g, counted('rIdLink'))
      .replace(/(?<=w:(?:name|anchor)="|PAGEREF )_Toc\d+/g, counted('_Toc'))
      .replace(/(?<=<(?:w:bookmark(?:Start|End) [^>]*w:id|wp:docPr id)=")\d+/g, counted(''))
      .replace(
        /(<dcterms:(created|modified)[^>]*>)[^<]*/g,
        (_, tag: string) => `${tag}${/^\d{4}-\d\d-\d\d/.exec(date)?.[0] ?? NO_DAY}T00:00:00Z`,
      );
  const parts = Object.entries(unzipSync(docx)).map(
    ([path, bytes]) =>
      [
        path,
        /\.(xml|rels)$/.test(path)
          ? new TextEncoder().encode(settled(new TextDecoder().decode(bytes)))
          : bytes,
      ] as const,
  );
  return zipSync(Object.fromEntries(parts), { mtime: ZIP_MOMENT, level: 6 });
}
