/** The citations of the author's texts in reading order, with the works that they name; those of quoted works too. */
import {
  hasContent,
  isSpan,
  type Block,
  type CitationAtom,
  type Inline,
  type RichText,
} from '../text/block.ts';
import { ownTexts } from '../document/find.ts';
import type { CslItem } from '../document/letter.ts';
import type { Project } from '../document/project.ts';
import { quotedWorks } from './quoted-works.ts';
import { byIdentity, byParts } from './remember.ts';

export interface PlacedCitation {
  readonly citation: CitationAtom;
  /** The id of the footnote that it stands in; absent in the text itself. */
  readonly note?: string;
}

const contentsOf = (block: Block): readonly (readonly Inline[])[] => {
  if (hasContent(block)) return [block.content];
  return block.type === 'table' ? block.rows.flatMap((row) => row.map(({ content }) => content)) : [];
};
const placedIn = (content: readonly Inline[], note?: string): readonly PlacedCitation[] =>
  content.flatMap((inline): readonly PlacedCitation[] => {
    if (isSpan(inline)) return [];
    if (inline.type === 'citation') return [{ citation: inline, ...(note === undefined ? {} : { note }) }];
    return inline.type === 'note' ? placedIn(inline.body, inline.id) : [];
  });
const placedOf = byIdentity((text: RichText) =>
  text.flatMap((block) => contentsOf(block).flatMap((content) => placedIn(content))),
);
const placed = (project: Project): readonly PlacedCitation[] =>
  ownTexts(project).flatMap(({ ref, text }) => {
    const quoted = ref.of === 'answer' ? quotedWorks(project, ref.id) : [];
    return quoted.length === 0
      ? placedOf(text)
      : [...quoted.map((citation) => ({ citation })), ...placedOf(text)];
  });
const inOrder = byParts(
  (project: Project) => placed(project).flatMap(({ citation, note }) => [citation, note]),
  placed,
);

/** The same value (`===`) as long as no citation changes and none comes, goes or moves. */
export const citationsInOrder = byIdentity((project: Project): readonly PlacedCitation[] => inOrder(project));

/** Ids of the works and letters that are cited, each once, in order of first citation. */
export const citedReferences = byIdentity(
  (project: Project): ReadonlySet<string> =>
    new Set(
      citationsInOrder(project).flatMap(({ citation }) => citation.items.map(({ reference }) => reference)),
    ),
);

/** A work as the processor of styles wants it. */
export interface CitedItem extends CslItem {
  readonly id: string;
}

/** The work or letter of an id, as an item to be cited; undefined where there is none. */
export function citedItem(project: Project, id: string): CitedItem | undefined {
  const work = project.references.find((reference) => reference.id === id);
  if (work) return { ...work.item, id };
  const letter = project.letters.find((each) => each.id === id);
  if (!letter) return undefined;
  const { item, addressee, code, language } = letter;
  const told = item.title?.trim() || item.author?.length ? item : { ...item, title: code };
  return {
    language,
    ...(addressee ? { recipient: [{ literal: addressee }] } : {}),
    ...told,
    id,
  } as CitedItem;
}
