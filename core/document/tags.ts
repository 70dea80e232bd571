/** Without doubles, spaces around and empty ones; undefined for none. */
export function tidyTags(tags: readonly string[]): readonly string[] | undefined {
  const tidy = [...new Set(tags.map((tag) => tag.trim().replace(/\s+/g, ' ')).filter((tag) => tag !== ''))];
  return tidy.length > 0 ? tidy : undefined;
}
