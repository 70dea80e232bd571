/**
 * The numbers of everything that is counted: sections, points, passages, demands and footnotes. Never stored.
 * Each piece is computed when first asked for and stays the same value (`===`) as long as what it counts is the
 * same, so that typing in an answer renumbers nothing.
 */
import { hasContent, isSpan, type Block, type BlockId, type Inline, type RichText } from '../text/block.ts';
import { ownTexts } from '../document/find.ts';
import type { Project, Section } from '../document/project.ts';
import { highlightsByLetter, inReadingOrder } from './passages.ts';
import { byIdentity, byParts } from './remember.ts';

export interface Numbering {
  /** Section id → "2", or "2.1" for one nested under the second. */
  readonly sectionNumbers: ReadonlyMap<string, string>;
  /** Point id → 1, 2, 3 … through the whole pamphlet. */
  readonly pointNumbers: ReadonlyMap<string, number>;
  /** Highlight id → "A1-3": the letter's code and the place in it. Highlights of no letter have none. */
  readonly passageCodes: ReadonlyMap<string, string>;
  /** Block id → 1, 2, 3 … in reading order of the author's texts. */
  readonly demandNumbers: ReadonlyMap<BlockId, number>;
  /** Note id → 1, 2, 3 … through the whole pamphlet; a note within a note follows it. */
  readonly noteNumbers: ReadonlyMap<string, number>;
}

/** Numbers of a project; each field is computed when it is first read. */
export const numbering = byIdentity((project: Project): Numbering => {
  const once = <V>(compute: (project: Project) => V) => {
    const value = byIdentity(compute);
    return () => value(project);
  };
  const sections = once(({ sections }) => sectionNumbers(sections));
  const points = once(({ sections }) => pointNumbers(sections));
  const passages = once(passageCodes);
  const demands = once(demandNumbers);
  const notes = once(noteNumbers);
  return {
    get sectionNumbers() {
      return sections();
    },
    get pointNumbers() {
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

const sectionNumbers = byParts(
  (sections: readonly Section[]) => sections.flatMap(({ id, level }) => [id, level]),
  (sections) => {
    const numbers = new Map<string, string>();
    const open = [{ level: 0, prefix: '', children: 0 }];
    for (const { id, level } of sections) {
      while ((open.at(-1)?.level ?? 0) >= level) open.pop();
      const parent = open.at(-1);
      if (!parent) continue;
      const number = `${parent.prefix}${++parent.children}`;
      numbers.set(id, number);
      open.push({ level, prefix: `${number}.`, children: 0 });
    }
    return numbers;
  },
);

const count = <Id>(ids: readonly Id[]): ReadonlyMap<Id, number> => new Map(ids.map((id, i) => [id, i + 1]));

const pointIds = byIdentity((sections: readonly Section[]) =>
  sections.flatMap(({ points }) => points.map(({ id }) => id)),
);
const pointNumbers = byParts(pointIds, (sections) => count(pointIds(sections)));

const passageCodes = byParts(
  ({ letters, highlights }: Project) => {
    const parts: unknown[] = [];
    for (const { id, code, blocks } of letters) parts.push(id, code, blocks);
    for (const { id, letter, ranges } of highlights) parts.push(id, letter, ranges);
    return parts;
  },
  ({ letters, highlights }) => {
    const groups = highlightsByLetter(highlights);
    const codes = new Map<string, string>();
    for (const { id, code, blocks } of letters) {
      inReadingOrder(blocks, groups.get(id) ?? []).forEach((highlight, i) =>
        codes.set(highlight.id, `${code}-${i + 1}`),
      );
    }
    return codes;
  },
);

const demandsOf = byIdentity((text: RichText) =>
  text.filter((block) => block.type === 'paragraph' && block.demand).map(({ id }) => id),
);
const demandIds = (project: Project): readonly BlockId[] =>
  ownTexts(project).flatMap(({ text }) => demandsOf(text));
const demandNumbers = byParts(demandIds, (project) => count(demandIds(project)));

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
const noteNumbers = byParts(noteIds, (project) => count(noteIds(project)));
