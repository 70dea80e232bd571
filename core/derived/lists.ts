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
  const frozen = project.frozen?.demands;
  const known = frozen && Object.entries(frozen).filter(([id]) => frozenList(project, id, list));
  return new CodeCounter(known && Object.fromEntries(known)).count(
    items.map(({ id }) => ({ id, series: SERIES })),
  );
}

/** Of an entry that is gone the list isn't known: no list gives its number again. */
const frozenList = (project: Project, id: BlockId, list: string): boolean => {
  const block = entryOf(project).get(id);
  return block === undefined || block.entry === list;
};

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
    ...project.sections.flatMap(({ id, level, place }) => [id, level, place]),
    ...entryParagraphs(project).flatMap(({ ref, block }) => [ref.of, 'id' in ref ? ref.id : '', block]),
  ],
  (project): readonly GatheredList[] => {
    const entries = listEntries(project);
    const all = entryParagraphs(project);
    return listsOf(project).map((list) => ({
      list,
      gathered: placeOf(list, project.sections),
      items: all.flatMap(({ ref, block }) => {
        const entry = entries.get(block.id);
        return entry?.list === list.id ? [{ ref, block, entry }] : [];
      }),
    }));
  },
);
