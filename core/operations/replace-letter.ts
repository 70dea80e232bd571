/** A letter replaced by a new version of it: the blocks, the passages found again in them, and where it came from. */
import { normalRanges } from '../anchoring/map-anchors.ts';
import { quoteOf } from '../text/quote-of.ts';
import type { Reanchored } from '../anchoring/reanchor.ts';
import { letterById } from '../document/find.ts';
import {
  originalsOf,
  originalsWithout,
  type Highlight,
  type ImportNotice,
  type Original,
} from '../document/letter.ts';
import type { Asset, Project } from '../document/project.ts';
import type { RichText } from '../text/block.ts';
import { offsetToPosition, textIndex, type TextRange } from '../text/canonical.ts';
import { insert, removeHighlights, set } from './edits.ts';
import type { AnchorChange, Operation } from './operation.ts';

export interface NewVersion {
  readonly blocks: RichText;
  /** Absent for a version without a file, such as one from the clipboard. */
  readonly original?: Original;
  readonly notices: readonly ImportNotice[];
  /** Pictures of its blocks; those that the project has already are passed over. */
  readonly assets: readonly Asset[];
}

/** What the writer says to one highlight in the review. */
export type ReanchorDecision =
  /** Where it was found; without a decision the same. */
  | { readonly kind: 'accept' }
  /** Where the writer put it: ranges in the new version. */
  | { readonly kind: 'place'; readonly ranges: readonly TextRange[] }
  /** Found wrongly: it is kept with its old words and no place of its own. */
  | { readonly kind: 'unplace' }
  /** It goes, and every quotation of it. */
  | { readonly kind: 'remove' };

/**
 * @param reanchored Of the letter's highlights; one that isn't in it is kept as if missing.
 * @param decisions By the highlight's id.
 * @returns operations that belong to one step of the history. Nothing is dropped but what a decision removes.
 * @throws {RangeError} When the project has no such letter.
 */
export function replaceLetter(
  project: Project,
  letterId: string,
  imported: NewVersion,
  reanchored: readonly Reanchored[],
  decisions: ReadonlyMap<string, ReanchorDecision> = new Map(),
): Operation[] {
  const letter = letterById(project, letterId);
  if (!letter) throw new RangeError(`no letter with the id ${letterId}`);
  const found = new Map(reanchored.map((each) => [each.highlight, each]));
  const passages = project.highlights.filter((highlight) => highlight.letter === letterId);
  const removed = passages.filter(({ id }) => decisions.get(id)?.kind === 'remove').map(({ id }) => id);
  const anchors = passages
    .filter(({ id }) => decisions.get(id)?.kind !== 'remove')
    .map((highlight): AnchorChange => {
      const { id, ranges, quote } = highlight;
      const after = anchorIn(imported.blocks, highlight, found.get(id), decisions.get(id));
      return { highlight: id, before: { ranges, quote }, after };
    });
  const target = { of: 'letter', id: letterId } as const;
  const earlier = originalsWithout(
    [...(letter.earlier ?? []), ...originalsOf(letter)],
    imported.original ? [imported.original] : [],
  );
  const known = new Set(project.assets.map(({ id }) => id));
  return [
    ...imported.assets
      .filter(({ id }) => !known.has(id))
      .map((asset, i) => insert<'assets'>({ of: 'assets' }, project.assets.length + i, asset)),
    ...removeHighlights(project, removed),
    {
      type: 'splice',
      text: target,
      index: 0,
      removed: letter.blocks,
      inserted: imported.blocks,
      anchors,
    },
    ...set(target, 'original', letter.original, imported.original),
    ...set(target, 'furtherOriginals', letter.furtherOriginals, undefined),
    ...set(target, 'earlier', letter.earlier, earlier),
    ...set(target, 'notices', letter.notices, imported.notices),
    ...set(target, 'corrected', letter.corrected, false),
  ];
}

function anchorIn(
  text: RichText,
  { quote }: Highlight,
  found: Reanchored | undefined,
  decision: ReanchorDecision = { kind: 'accept' },
): AnchorChange['after'] {
  const { order } = textIndex(text);
  const there = (ranges: readonly TextRange[]) =>
    ranges.filter(({ start, end }) => order.has(start.block) && order.has(end.block));
  const proposed = decision.kind === 'place' ? decision.ranges : (found?.ranges ?? []);
  const ranges = normalRanges(text, there(proposed));
  const words = decision.kind === 'unplace' ? '' : quoteOf(text, ranges);
  if (words !== '') return { ranges, quote: words };
  const place = ranges[0]?.start ?? offsetToPosition(text, 0);
  return { ranges: place ? [{ start: place, end: place }] : [], quote };
}
