/**
 * Several letters made one, such as a letter that was pasted in parts. The rules, which the tests cite:
 *
 * J1. The first letter named takes the blocks of the others, in the order given, after its own; it keeps its code and
 *     metadata, and is corrected if any of them was. The originals of all are kept, each once, in the order given.
 * J2. Blocks whose id is taken get a new one; notes, highlights and quotations follow.
 * J3. No highlight is lost or changes its words; those of the others belong to the first letter then.
 * J4. Parts of the pamphlet that answered one of the others answer the first; cross references lead to it.
 */
import { letterById, ownTexts } from '../document/find.ts';
import type { IdSource } from '../document/id.ts';
import {
  originalsOf,
  originalsWithout,
  type Highlight,
  type Letter,
  type Original,
} from '../document/letter.ts';
import type { Project } from '../document/project.ts';
import { isSpan, type Block, type BlockId, type Inline } from '../text/block.ts';
import type { Position, TextRange } from '../text/canonical.ts';
import { withContent } from '../text/note-marks.ts';
import { set } from './edits.ts';
import { swapHighlights } from './letter-swap.ts';
import type { AnchorChange, Operation } from './operation.ts';

/**
 * @param letterIds The first stays; two at least, none twice.
 * @param ids For blocks whose id the joined letter has already.
 * @returns operations that belong to one step of the history; none for fewer than two letters.
 * @throws {RangeError} When the project hasn't one of the letters.
 */
export function joinLetters(project: Project, letterIds: readonly string[], ids: IdSource): Operation[] {
  const letters = [...new Set(letterIds)].map((id) => {
    const letter = letterById(project, id);
    if (!letter) throw new RangeError(`no letter with the id ${id}`);
    return letter;
  });
  const [first, ...others] = letters;
  if (!first || others.length === 0) return [];
  const taken = new Set(letters.flatMap(({ blocks }) => blocks.map(({ id }) => id)));
  const used = new Set(first.blocks.map(({ id }) => id));
  const parts = others.map((letter) => {
    const renamed = new Map<BlockId, BlockId>();
    for (const { id } of letter.blocks) {
      if (used.has(id)) renamed.set(id, freshId(ids, taken));
      used.add(renamed.get(id) ?? id);
    }
    return { letter, renamed, blocks: letter.blocks.map((block) => renamedBlock(block, renamed)) };
  });
  const inserted = parts.flatMap(({ blocks }) => blocks);
  const [block] = [...first.blocks, ...inserted];
  const start = block && { block: block.id, offset: 0 };
  // A highlight of a letter without blocks has no range; where there are blocks it wants one.
  const placed = (ranges: readonly TextRange[]) =>
    ranges.length > 0 || !start ? ranges : [{ start, end: start }];
  const instead = new Map<string, readonly Highlight[]>();
  for (const { letter, renamed } of parts) {
    for (const highlight of project.highlights) {
      if (highlight.letter !== letter.id) continue;
      const ranges = placed(renamedRanges(highlight.ranges, renamed));
      instead.set(highlight.id, [{ ...highlight, letter: first.id, ranges }]);
    }
  }
  const anchors = project.highlights
    .filter(({ letter, ranges }) => letter === first.id && placed(ranges) !== ranges)
    .map(({ id, ranges, quote }): AnchorChange => ({
      highlight: id,
      before: { ranges, quote },
      after: { ranges: placed(ranges), quote },
    }));
  const gone = new Set(others.map(({ id }) => id));
  const target = { of: 'letter', id: first.id } as const;
  const notices = letters.flatMap((letter) => letter.notices);
  return [
    ...keptOriginals(first, others),
    { type: 'splice', text: target, index: first.blocks.length, removed: [], inserted, anchors },
    ...swapHighlights(project, instead),
    ...set(target, 'notices', first.notices, notices.length > first.notices.length ? notices : first.notices),
    ...set(
      target,
      'corrected',
      first.corrected,
      letters.some(({ corrected }) => corrected),
    ),
    ...project.sections.flatMap(({ id, letter }) =>
      letter !== undefined && gone.has(letter) ? set({ of: 'section', id }, 'letter', letter, first.id) : [],
    ),
    ...redirected(project, gone, first.id),
    ...project.letters
      .map((item, index): Operation => ({ type: 'remove', list: { of: 'letters' }, index, item }))
      .filter((_, index) => gone.has(project.letters[index]?.id ?? ''))
      .reverse(),
  ];
}

/** The originals of the others, put to those of the first. */
function keptOriginals(first: Letter, others: readonly Letter[]): Operation[] {
  const kept = new Map<string, Original>();
  for (const original of [first, ...others].flatMap(originalsOf)) {
    if (!kept.has(original.sha256)) kept.set(original.sha256, original);
  }
  const further = [...kept.values()].filter(({ sha256 }) => sha256 !== first.original?.sha256);
  const target = { of: 'letter', id: first.id } as const;
  const earlier = originalsWithout(
    [first, ...others].flatMap((letter) => letter.earlier ?? []),
    [...kept.values()],
  );
  return [
    ...(further.length === (first.furtherOriginals?.length ?? 0)
      ? []
      : set(target, 'furtherOriginals', first.furtherOriginals, further)),
    ...(earlier?.length === first.earlier?.length ? [] : set(target, 'earlier', first.earlier, earlier)),
  ];
}

function freshId(ids: IdSource, taken: Set<string>): string {
  let id = ids();
  while (taken.has(id)) id = ids();
  taken.add(id);
  return id;
}

function renamedBlock(block: Block, renamed: ReadonlyMap<BlockId, BlockId>): Block {
  if (renamed.size === 0) return block;
  const changed = withContent(block, (content) =>
    mapped(content, (inline) => {
      const note = !isSpan(inline) && inline.type === 'note-mark' ? renamed.get(inline.note) : undefined;
      return note === undefined ? inline : { type: 'note-mark', note };
    }),
  );
  const id = renamed.get(block.id);
  return id === undefined ? changed : { ...changed, id };
}

function renamedRanges(
  ranges: readonly TextRange[],
  renamed: ReadonlyMap<BlockId, BlockId>,
): readonly TextRange[] {
  const at = ({ block, offset }: Position) => ({ block: renamed.get(block) ?? block, offset });
  return ranges.map(({ start, end }) => ({ start: at(start), end: at(end) }));
}

/** Rule J4 for cross references in the author's texts, those in notes too. */
function redirected(project: Project, gone: ReadonlySet<string>, to: string): Operation[] {
  const redirect = (content: readonly Inline[]): readonly Inline[] =>
    mapped(content, (inline) => {
      if (isSpan(inline)) return inline;
      if (inline.type === 'note') {
        const body = redirect(inline.body);
        return body === inline.body ? inline : { ...inline, body };
      }
      return inline.type === 'cross-reference' &&
        inline.target.kind === 'letter' &&
        gone.has(inline.target.id)
        ? { ...inline, target: { kind: 'letter', id: to } }
        : inline;
    });
  return ownTexts(project).flatMap(({ ref, text }) =>
    text.flatMap((block, index): Operation[] => {
      const changed = withContent(block, redirect);
      return changed === block
        ? []
        : [{ type: 'splice', text: ref, index, removed: [block], inserted: [changed] }];
    }),
  );
}

function mapped(content: readonly Inline[], change: (inline: Inline) => Inline): readonly Inline[] {
  const changed = content.map(change);
  return changed.every((inline, i) => inline === content[i]) ? content : changed;
}
