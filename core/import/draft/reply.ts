/**
 * A project from a finished draft, most usually in Markdown:
 *
 * - Front matter: title, subtitle, byline, date, series, number, motto, motto-source, colophon, demands-title;
 *   language and paper.
 * - `# Introduction`, `# Conclusion`; every other heading of level 1 is a part, `{letter=A1 #id}` names the letter
 *   that it responds to, else the title or the author in "In response to …" does.
 * - `## Title {#id}` is a point. In a part without any, each run of quotations begins a point.
 * - Block quotations, and paragraphs wholly in quotation marks, are quotations of the letters. `<!-- against -->`
 *   between two sets them against each other.
 * - A block quotation whose last line is `[@key, p. 41]` is of another work, and stays in the answer.
 * - `[@key, p. 41]` cites, `[^x]` is a footnote, `[word](#id)` refers to a point, part, demand or letter, and
 *   `{.demand #id}` at a paragraph's end makes it a demand.
 *
 * Nothing of the draft is lost: a quotation that isn't in the letters stays in the answer as a quoted block, and is
 * listed with the passage that comes nearest.
 */
import { isId, type IdSource } from '../../document/id.ts';
import type { Letter } from '../../document/letter.ts';
import {
  emptyProject,
  type Asset,
  type Project,
  type Reference,
  type Section,
} from '../../document/project.ts';
import type { CrossReferenceTarget, NoteBlock } from '../../text/block.ts';
import { blockText } from '../../text/canonical.ts';
import { assetsOf } from '../imported.ts';
import { frontOf } from './front.ts';
import { letterOfPart } from './match-letter.ts';
import { outlineOf, titleHeading, type Part } from './outline.ts';
import { claimId, demandNames, type OwnTextSetting } from './own-text.ts';
import {
  PartReader,
  type FoundQuotation,
  type MissingDecision,
  type MissingQuotation,
} from './part-reader.ts';
import { PassageFinder, type KnownNearest } from './passages.ts';
import type { Draft } from './read-draft.ts';

export interface ReplyInput {
  readonly letters: readonly Letter[];
  readonly draft: Draft;
  readonly references: readonly Reference[];
  /** Pictures of the letters. */
  readonly assets?: readonly Asset[];
  readonly projectId: string;
  /** BCP 47, where the draft tells none. */
  readonly language: string;
  /** At most six, in the order of their styles; passages get the first. */
  readonly categories: readonly string[];
  readonly ids: IdSource;
  /** Ids of parts, points and texts that there are already: names in the draft don't become those. */
  readonly taken?: ReadonlySet<string>;
  /** On the quotations that aren't found, by their place in {@link Reply.missing}. */
  readonly decisions?: ReadonlyMap<number, MissingDecision>;
  /** From an earlier reading of the draft in the same letters; what is looked for now is added. */
  readonly nearestKnown?: KnownNearest;
}

/** What else doesn't fit: `detail` is the name in the draft. */
export interface DraftProblem {
  readonly kind: 'unknown-letter' | 'unknown-reference' | 'unknown-target';
  readonly detail: string;
}
export interface Reply {
  readonly project: Project;
  readonly found: readonly FoundQuotation[];
  /** In the draft's order, whatever was decided on them. */
  readonly missing: readonly MissingQuotation[];
  readonly problems: readonly DraftProblem[];
}

export function replyFromDraft(input: ReplyInput): Reply {
  const { letters, draft, ids } = input;
  const base = emptyProject(input.projectId, input.language, input.categories);
  const { front, settings, lists } = frontOf(draft, base.front, base.settings);
  const blocks = draft.blocks.filter((block) => block.type !== 'note');
  const untitled = front.title === '';
  const parts = outlineOf(draft, blocks, untitled);
  const heading = untitled ? titleHeading(blocks) : undefined;

  const problems = new Map<string, DraftProblem>();
  const report = (kind: DraftProblem['kind'], detail: string) =>
    problems.set(`${kind} ${detail}`, { kind, detail });
  const names = nameTargets(parts, draft, letters, ids, input.taken ?? new Set());
  const setting: OwnTextSetting = {
    ids,
    notes: new Map(
      draft.blocks
        .filter((block): block is NoteBlock => block.type === 'note')
        .map((note) => [note.id, note]),
    ),
    targets: names.targets,
    demandIds: names.demandIds,
    unknownTarget: (name) => report('unknown-target', name),
    referenceOf: (key) => {
      const known = input.references.find(
        ({ id, item }) => id === key || item['id' as keyof typeof item] === key,
      );
      if (!known) report('unknown-reference', key);
      return known?.id ?? (isId(key) ? key : ids());
    },
  };
  const finder = new PassageFinder(
    letters,
    base.categories[0]?.id ?? '',
    ids,
    input.nearestKnown ?? new Map(),
  );
  const reader = new PartReader(setting, finder, input.decisions ?? new Map());
  const own = (kind: Part['kind']) =>
    parts
      .filter((part) => part.kind === kind)
      .flatMap((part) => part.pieces.flatMap((piece) => reader.plain(piece)));
  const introduction = own('introduction');
  const sections = parts
    .filter(({ kind }) => kind === 'part')
    .map((part): Section => {
      const code = part.attributes.values['letter'];
      const only = part.block === undefined && letters.length === 1 ? letters[0] : undefined;
      const letter = letterOfPart(part.title, part.attributes, letters) ?? only;
      if (code !== undefined && !letter) report('unknown-letter', code);
      return reader.section(part, names.idOf(part.block), letter?.id, names.idOf);
    });
  const conclusion = own('conclusion');
  const title = heading ? blockText(heading) : front.title;
  return {
    project: {
      ...base,
      front: { ...front, title },
      settings,
      ...(lists ? { lists } : {}),
      introduction,
      sections,
      conclusion,
      letters,
      highlights: finder.highlights,
      references: input.references,
      assets: [...(input.assets ?? []), ...assetsOf(draft.pictures)],
    },
    found: reader.found,
    missing: reader.missing,
    problems: [...problems.values()],
  };
}

/** Gives ids to sections, points and demands, and tells what each name in the draft leads to. */
function nameTargets(
  parts: readonly Part[],
  draft: Draft,
  letters: readonly Letter[],
  ids: IdSource,
  reserved: ReadonlySet<string>,
) {
  const targets = new Map<string, CrossReferenceTarget>();
  for (const { code, id } of letters) targets.set(code, { kind: 'letter', id });
  const taken = new Set(reserved);
  const blockIds = new Set([...reserved, ...draft.blocks.map(({ id }) => id)]);
  const byBlock = new Map<string, string>();
  const anchorNames = new Map([...draft.anchors].map(([name, block]) => [block, name]));
  const name = (kind: 'section' | 'point', block: string, attribute: string | undefined) => {
    const told = attribute ?? anchorNames.get(block);
    const id = claimId(told, taken, ids);
    byBlock.set(block, id);
    if (told !== undefined) targets.set(told, { kind, id });
  };
  for (const part of parts) {
    if (part.kind !== 'part') continue;
    if (part.block !== undefined) name('section', part.block, part.attributes.id);
    for (const piece of part.pieces)
      if (piece.kind === 'point') name('point', piece.block, piece.attributes.id);
  }
  const demandIds = new Map<string, string>();
  for (const demand of demandNames(draft.blocks)) {
    const id =
      demand.name !== undefined && isId(demand.name) && !blockIds.has(demand.name)
        ? demand.name
        : demand.block;
    blockIds.add(id);
    demandIds.set(demand.block, id);
    if (demand.name !== undefined) targets.set(demand.name, { kind: 'demand', id });
  }
  const idOf = (block: string | undefined) => (block === undefined ? undefined : byBlock.get(block)) ?? ids();
  return { targets, demandIds, idOf };
}
