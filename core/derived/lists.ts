/** The named lists of a project, what their entries are, and where they stand. */
import type { BlockId, ListStyle, Paragraph, RichText } from '../text/block.ts';
import { ordinalText } from '../text/list-markers.ts';
import { ownTexts, type TextRef } from '../document/find.ts';
import { listsOf } from '../document/lists.ts';
import type { Project, ProjectList, Section } from '../document/project.ts';
import { subtreeEnd } from '../document/section-tree.ts';
import { CodeCounter } from './count-codes.ts';
import { byIdentity, byParts } from './remember.ts';

/** An entry's place in its list. */
export interface ListEntry {
  /** Id of the list. */
  readonly list: string;
  /** Its number in figures: "3"; "3a" for one that came after the number next to it was published. */
  readonly number: string;
  /** That number as the list shows it: "3", "c", "iii". */
  readonly code: string;
}

/** A paragraph that is an entry. */
export type EntryParagraph = Paragraph & { readonly entry: string };

const entriesIn = byIdentity((text: RichText): readonly EntryParagraph[] =>
  text.filter((block): block is EntryParagraph => block.type === 'paragraph' && block.entry !== undefined),
);

/** The paragraphs that are entries of any list, in the order of the pamphlet. */
export const entryParagraphs = (
  project: Project,
): readonly { readonly ref: TextRef; readonly block: EntryParagraph }[] =>
  ownTexts(project).flatMap(({ ref, text }) => entriesIn(text).map((block) => ({ ref, block })));

const numbered = byParts(
  (project: Project) => [
    project.frozen?.demands,
    project.frozen?.entries,
    ...listsOf(project).flatMap(({ id, numbering }) => [id, numbering]),
    ...ownTexts(project).flatMap(({ text }) => entriesIn(text).flatMap(({ id, entry }) => [id, entry])),
  ],
  (project): ReadonlyMap<BlockId, ListEntry> => {
    const styles = new Map(listsOf(project).map(({ id, numbering }) => [id, numbering]));
    const all = entryParagraphs(project).map(({ block: { id, entry } }) => ({ id, list: entry }));
    const numbers = new Map<BlockId, string>();
    for (const list of new Set(all.map((one) => one.list))) {
      const own = all.filter((one) => one.list === list);
      for (const [id, number] of counted(project, list, own)) numbers.set(id, number);
    }
    return new Map(
      all.map(({ id, list }) => {
        const number = numbers.get(id) ?? '';
        return [id, { list, number, code: styled(number, styles.get(list) ?? 'decimal') }];
      }),
    );
  },
);

const SERIES = { before: '', after: '' };

/** Each list counts by itself, whatever another one has published. */
function counted(project: Project, list: string, items: readonly { readonly id: BlockId }[]) {
  return new CodeCounter(published(project, list)).count(items.map(({ id }) => ({ id, series: SERIES })));
}

/**
 * Block id → the number that it was published with in a list. Where it isn't written down in which (older files), it
 * is the list that the entry is in; of one that is gone it may be any, and no list gives its number again.
 */
function published(project: Project, list: string): Readonly<Record<BlockId, string>> {
  const { demands = {}, entries = {} } = project.frozen ?? {};
  const written = new Set(Object.values(entries).flatMap((numbers) => Object.keys(numbers)));
  const unwritten = Object.entries(demands).filter(([id]) => {
    if (written.has(id)) return false;
    const block = entryOf(project).get(id);
    return block === undefined || block.entry === list;
  });
  return { ...Object.fromEntries(unwritten), ...entries[list] };
}

const IN_ORDER = new Intl.Collator('en', { numeric: true });

/** Numbers that a list published and that none of its entries has any more, as it shows them, in their order. */
export function withdrawnEntries(project: Project, { id: list, numbering = 'decimal' }: ProjectList) {
  const present = listEntries(project);
  const known = project.frozen ? Object.entries(published(project, list)) : [];
  // Of what isn't written down only a list that is alone can tell.
  const own = project.frozen?.entries?.[list];
  const alone = listsOf(project).length === 1;
  return known
    .filter(([id]) => present.get(id)?.list !== list && (alone || own?.[id] !== undefined))
    .map(([, number]) => number)
    .sort(IN_ORDER.compare)
    .map((number) => styled(number, numbering));
}

const entryOf = byIdentity(
  (project: Project): ReadonlyMap<BlockId, EntryParagraph> =>
    new Map(entryParagraphs(project).map(({ block }) => [block.id, block])),
);

/** "3a" in Roman numerals is "iiia". */
const styled = (number: string, style: Exclude<ListStyle, 'bullet'>): string =>
  number.replace(/^\d+/, (digits) => ordinalText(style, Number(digits)));

/** Block id → the entry that it is. The same value (`===`) as long as no entry comes, goes or moves. */
export const listEntries = byIdentity((project: Project): ReadonlyMap<BlockId, ListEntry> =>
  numbered(project),
);

/** The words of a language that a list without words of its own goes by. */
export interface ListWords {
  /** "Demands" */
  readonly demands: string;
  /** "Demand {number}" */
  readonly demand: string;
}

const oneLine = (words: string): string => words.replace(/\s+/g, ' ').trim();

/** What a list is called: "Demands". */
export const listName = ({ name }: ProjectList, words: ListWords): string => oneLine(name) || words.demands;

/** What an entry is called where it stands: "Demand 3". */
export function entryName({ label }: ProjectList, code: string, words: ListWords): string {
  const own = oneLine(label);
  return own === '' ? words.demand.replace('{number}', () => code) : `${own} ${code}`;
}

/** Where a list is gathered: before the parts, at the end, or after a part and what is nested in it. */
export type Gathered =
  | { readonly at: 'front' | 'end' }
  /** `last` is the last section nested in `section`, or that itself. */
  | { readonly at: 'section'; readonly section: string; readonly last: string };

export interface GatheredList {
  readonly list: ProjectList;
  readonly gathered: Gathered;
  /** As {@link withdrawnEntries}. */
  readonly withdrawn: readonly string[];
  readonly items: readonly {
    readonly ref: TextRef;
    readonly block: EntryParagraph;
    readonly entry: ListEntry;
  }[];
}

/** A list that was to stand with a section that isn't there stands at the end. */
function placeOf({ gathered }: ProjectList, sections: readonly Section[]): Gathered {
  if (gathered?.at === 'front') return { at: 'front' };
  const index = gathered ? sections.findIndex(({ id }) => id === gathered.id) : -1;
  const section = sections[index];
  if (!section) return { at: 'end' };
  const last = sections[subtreeEnd(sections, index) - 1] ?? section;
  return { at: 'section', section: section.id, last: last.id };
}

/** Every list with its entries, in the order of the lists; one without entries is there too. */
export const gatheredLists = byParts(
  (project: Project) => [
    listsOf(project),
    project.frozen,
    ...project.sections.flatMap(({ id, level, place }) => [id, level, place]),
    ...entryParagraphs(project).flatMap(({ ref, block }) => [ref.of, 'id' in ref ? ref.id : '', block]),
  ],
  (project): readonly GatheredList[] => {
    const entries = listEntries(project);
    const all = entryParagraphs(project);
    return listsOf(project).map((list) => ({
      list,
      gathered: placeOf(list, project.sections),
      withdrawn: withdrawnEntries(project, list),
      items: all.flatMap(({ ref, block }) => {
        const entry = entries.get(block.id);
        return entry?.list === list.id ? [{ ref, block, entry }] : [];
      }),
    }));
  },
);
