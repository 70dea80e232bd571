/** Tags of points and passages: private words by which the writer finds things again. */

/** As they are kept: each once, spaces tidied, parted at commas; undefined for none. */
export function tidyTags(tags: readonly string[]): readonly string[] | undefined {
  const words = tags.flatMap((tag) => tag.split(',')).map((tag) => tag.trim().replace(/\s+/g, ' '));
  const tidy = [...new Set(words.filter((tag) => tag !== ''))];
  return tidy.length > 0 ? tidy : undefined;
}

/** All of them in a line, to be shown. */
export function tagLine(tags: readonly string[] = []): string {
  return tags.join(', ');
}
