/**
 * Sections as a tree: the flat list of levels read as parts within parts. None stands within one of another kind of
 * matter (front, numbered, back).
 */
import { SECTION_PLACES, type Section, type SectionPlace } from './project.ts';

type InTree = Pick<Section, 'level' | 'place'>;

/** The kinds of matter in the order of the pamphlet; numbered parts are `undefined`. */
const MATTER: readonly (SectionPlace | undefined)[] = [SECTION_PLACES[0], undefined, SECTION_PLACES[1]];

/** 0 for front matter, 1 for numbered parts, 2 for back matter: in this order they stand. */
export function matterRank({ place }: Pick<Section, 'place'>): number {
  return MATTER.indexOf(place);
}

const isWithin = (section: InTree, outer: InTree) =>
  section.level > outer.level && section.place === outer.place;

/** Index after the last section that stands within the one at `index`. */
export function subtreeEnd(sections: readonly InTree[], index: number): number {
  const outer = sections[index];
  let end = index + 1;
  for (let next = sections[end]; outer && next && isWithin(next, outer); next = sections[end]) end++;
  return end;
}

/** Each section with those that it stands in, the outermost first. */
export function* sectionsWithin<S extends InTree>(
  sections: readonly S[],
): Generator<{ readonly section: S; readonly around: readonly S[] }> {
  const open: S[] = [];
  for (const section of sections) {
    for (let last = open.at(-1); last && !isWithin(section, last); last = open.at(-1)) open.pop();
    yield { section, around: [...open] };
    open.push(section);
  }
}

/** Section id → how many parts it stands in, itself counted: 1 to 3. */
export function sectionDepths(
  sections: readonly Pick<Section, 'id' | 'level' | 'place'>[],
): ReadonlyMap<string, 1 | 2 | 3> {
  const depths = new Map<string, 1 | 2 | 3>();
  for (const { section, around } of sectionsWithin(sections))
    depths.set(section.id, (around.length + 1) as 1 | 2 | 3);
  return depths;
}

/** Section id → what `of` says of it, or else of the nearest section around it of which it says something. */
export function inherited<V>(
  sections: readonly Section[],
  of: (section: Section) => V | undefined,
): ReadonlyMap<string, V> {
  const found = new Map<string, V>();
  for (const { section, around } of sectionsWithin(sections)) {
    const value = of(section) ?? found.get(around.at(-1)?.id ?? '');
    if (value !== undefined) found.set(section.id, value);
  }
  return found;
}
