/**
 * The numbers and codes of everything that is counted: sections, points, passages, demands and footnotes. Never
 * stored, except those that were published (`Project.frozen`).
 * Each piece is computed when first asked for and stays the same value (`===`) as long as what it counts is the
 * same, so that typing in an answer renumbers nothing.
 */
import { hasContent, isSpan, type Block, type BlockId, type Inline, type RichText } from '../text/block.ts';
import { ownTexts } from '../document/find.ts';
import type { Project } from '../document/project.ts';
import { CodeCounter } from './count-codes.ts';
import { passageCodes } from './passage-codes.ts';
import { pointCodes } from './point-codes.ts';
import { byIdentity, byParts } from './remember.ts';
import { sectionNumbers } from './section-numbers.ts';

export interface Numbering {
  /** Section id → "2", or "2.1" for one nested under the second. Front and back matter have none. */
  readonly sectionNumbers: ReadonlyMap<string, string>;
  /** Point id → "12", "2.4", "R1.3a", as the project's pattern has it. In reading order. */
  readonly pointCodes: ReadonlyMap<string, string>;
  /** Highlight id → "A1-3", as the project's pattern has it. Highlights of no letter have none. */
  readonly passageCodes: ReadonlyMap<string, string>;
  /** Block id → "1", "2", "3" … in reading order of the author's texts. */
  readonly demandNumbers: ReadonlyMap<BlockId, string>;
  /** Note id → 1, 2, 3 … through the whole pamphlet; a note within a note follows it. */
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
  const demands = once(demandNumbers);
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
    get demandNumbers() {
      return demands();
    },
    get noteNumbers() {
      return notes();
    },
  };
});

const demandsOf = byIdentity((text: RichText) =>
  text.filter((block) => block.type === 'paragraph' && block.demand).map(({ id }) => id),
);
const demandIds = (project: Project): readonly BlockId[] =>
  ownTexts(project).flatMap(({ text }) => demandsOf(text));
const SERIES = { before: '', after: '' };
const demandNumbers = byParts(
  (project: Project) => [project.frozen?.demands, ...demandIds(project)],
  (project): ReadonlyMap<BlockId, string> =>
    new CodeCounter(project.frozen?.demands).count(demandIds(project).map((id) => ({ id, series: SERIES }))),
);

const contentsOf = (block: Block): readonly (readonly Inline[])[] =>
  hasContent(block)
    ? [block.content]
    : block.type === 'table'
      ? block.rows.flatMap((row) => row.map(({ content }) => content))
      : [];
const notesIn = (content: readonly Inline[]): readonly string[] =>
  content.flatMap((inline) =>
    !isSpan(inline) && inline.type === 'note' ? [inline.id, ...notesIn(inline.body)] : [],
  );
const notesOf = byIdentity((text: RichText) => text.flatMap((block) => contentsOf(block).flatMap(notesIn)));
const noteIds = (project: Project): readonly string[] =>
  ownTexts(project).flatMap(({ text }) => notesOf(text));
const noteNumbers = byParts(
  noteIds,
  (project): ReadonlyMap<string, number> => new Map(noteIds(project).map((id, i) => [id, i + 1])),
);
