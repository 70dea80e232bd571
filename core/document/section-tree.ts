/** Sections as a tree: the flat list of levels read as parts within parts. */
import type { Section } from './project.ts';

/** Index after the last section that stands within the one at `index`. */
export function subtreeEnd(sections: readonly Pick<Section, 'level'>[], index: number): number {
  const level = sections[index]?.level ?? 0;
  let end = index + 1;
  while (end < sections.length && (sections[end]?.level ?? 0) > level) end++;
  return end;
}

/** Section id → how many parts it stands in, itself counted: 1 to 3. */
export function sectionDepths(
  sections: readonly Pick<Section, 'id' | 'level'>[],
): ReadonlyMap<string, 1 | 2 | 3> {
  const open: number[] = [];
  return new Map(
    sections.map(({ id, level }) => {
      while ((open.at(-1) ?? 0) >= level) open.pop();
      open.push(level);
      return [id, open.length as 1 | 2 | 3];
    }),
  );
}

/** Section id → what `of` says of it, or else of the nearest section around it of which it says something. */
export function inherited<V>(
  sections: readonly Section[],
  of: (section: Section) => V | undefined,
): ReadonlyMap<string, V> {
  const found = new Map<string, V>();
  const open: Section[] = [];
  for (const section of sections) {
    while ((open.at(-1)?.level ?? 0) >= section.level) open.pop();
    const value = of(section) ?? found.get(open.at(-1)?.id ?? '');
    if (value !== undefined) found.set(section.id, value);
    open.push(section);
  }
  return found;
}
