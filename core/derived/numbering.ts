/**
 * The numbers and codes of everything that is counted: sections, points, passages, entries of lists and footnotes.
 * Never stored, except those that were published (`Project.frozen`).
 * Each piece is computed when first asked for and stays the same value (`===`) as long as what it counts is the
 * same, so that typing in an answer renumbers nothing.
 */
import { hasContent, isSpan, type Block, type BlockId, type Inline, type RichText } from '../text/block.ts';
import { ownTexts } from '../document/find.ts';
import type { Project } from '../document/project.ts';
import { citationStyle } from './citation-style.ts';
import { listEntries, type ListEntry } from './lists.ts';
import { passageCodes } from './passage-codes.ts';
import { pointCodes } from './point-codes.ts';
import { byIdentity, byParts } from './remember.ts';
import { sectionNumbers } from './section-numbers.ts';

export interface Numbering {
  /** Section id → "2", or "2.1" for one nested under the second. Front and back matter have none. */
  readonly sectionNumbers: ReadonlyMap<string, string>;
  /** Point id → "12", "2.4", "R1.3a", as the project's pattern has it; master responses "M1", "M2". In reading order. */
  readonly pointCodes: ReadonlyMap<string, string>;
  /** Highlight id → "A1-3", as the project's pattern has it. Highlights of no letter have none. */
  readonly passageCodes: ReadonlyMap<string, string>;
  /** Block id → its place among the entries of its list, in reading order of the author's texts. */
  readonly entries: ReadonlyMap<BlockId, ListEntry>;
  /**
   * Note id → 1, 2, 3 … through the whole pamphlet; a note within a note follows it. Where the style sets citations as
   * notes they are among them, by their ids.
   */
  readonly noteNumbers: ReadonlyMap<string, number>;
}

/** Numbers of a project; each field is computed when it is first read. */
export const numbering = byIdentity((project: Project): Numbering => {
  const once = <V>(compute: (project: Project) => V) => {
    const value = byIdentity(compute);
    return () => value(project);
  };
  const sections = once(sectionNumbers);
  const points = once(pointCodes);
  const passages = once(passageCodes);
  const notes = once(noteNumbers);
  return {
    get sectionNumbers() {
      return sections();
    },
    get pointCodes() {
      return points();
    },
    get passageCodes() {
      return passages();
    },
    get entries() {
      return listEntries(project);
    },
    get noteNumbers() {
      return notes();
    },
  };
});

const contentsOf = (block: Block): readonly (readonly Inline[])[] =>
  hasContent(block)
    ? [block.content]
    : block.type === 'table'
      ? block.rows.flatMap((row) => row.map(({ content }) => content))
      : [];
/** @param citing whether citations are notes, too; those within notes never are */
const notesIn = (content: readonly Inline[], citing: boolean): readonly string[] =>
  content.flatMap((inline) => {
    if (isSpan(inline)) return [];
    if (inline.type === 'note') return [inline.id, ...notesIn(inline.body, false)];
    return inline.type === 'citation' && citing ? [inline.id] : [];
  });
const notesAmong = (citing: boolean) => (text: RichText) =>
  text.flatMap((block) => contentsOf(block).flatMap((content) => notesIn(content, citing)));
const notesOf = byIdentity(notesAmong(false));
const notesAndCitationsOf = byIdentity(notesAmong(true));
const noteIds = (project: Project): readonly string[] => {
  const of = citationStyle(project).notes ? notesAndCitationsOf : notesOf;
  return ownTexts(project).flatMap(({ text }) => of(text));
};
const noteNumbers = byParts(
  noteIds,
  (project): ReadonlyMap<string, number> => new Map(noteIds(project).map((id, i) => [id, i + 1])),
);
