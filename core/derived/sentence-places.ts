/** Sentences as things to list, to go to and to act on, in reading order of the letters. */
import type { Block, BlockId, RichText } from '../text/block.ts';
import { blockText, rangeByBlock, textIndex, type TextRange } from '../text/canonical.ts';
import type { Highlight, Letter } from '../document/letter.ts';
import type { Project } from '../document/project.ts';
import { stateName, touchedIn } from './coverage.ts';
import { highlightsByLetter } from './passages.ts';
import { byIdentity, byParts } from './remember.ts';
import { leftOver, PARTLY, sentenceStates } from './sentence-states.ts';
import { sentences } from './sentences.ts';
import type { BlockIntervals, CoverageState } from './touched.ts';
import { highlightStates } from './usage.ts';

/** A sentence where it stands. */
export interface SentencePlace {
  readonly letter: Letter;
  /** Index of its block in the letter, and its own among the sentences of the block. */
  readonly at: number;
  readonly index: number;
  readonly block: Block;
  /** UTF-16 units of the block's text, half-open. */
  readonly from: number;
  readonly to: number;
  readonly state: CoverageState;
  /** Untouched, though other words of it are highlighted. */
  readonly partly: boolean;
}

/** The sentences of one block; `intervals` are those of the block where highlights touch it. */
export function sentencesAt(
  letter: Letter,
  at: number,
  intervals: BlockIntervals | undefined,
): readonly SentencePlace[] {
  const block = letter.blocks[at];
  if (!block) return [];
  const bounds = sentences(block, letter.language);
  const states = intervals && sentenceStates(block, letter.language, intervals);
  return Array.from({ length: bounds.length / 2 }, (_, index) => ({
    letter,
    at,
    index,
    block,
    from: bounds[index * 2] as number,
    to: bounds[index * 2 + 1] as number,
    state: stateName(states?.[index] ?? 0),
    partly: states?.[index] === PARTLY,
  }));
}

/** A part of a block that a passage stands in. */
export interface PassagePlace {
  readonly highlight: Highlight;
  readonly from: number;
  readonly to: number;
}

const placesOf = byIdentity((text: RichText) =>
  byParts(
    (highlights: readonly Highlight[]) => highlights,
    (highlights): ReadonlyMap<BlockId, readonly PassagePlace[]> => {
      const found = new Map<BlockId, PassagePlace[]>();
      for (const highlight of highlights) {
        for (const range of highlight.ranges) {
          for (const { block, from, to } of rangeByBlock(text, range)) {
            const places = found.get(block.id);
            if (places) places.push({ highlight, from, to });
            else found.set(block.id, [{ highlight, from, to }]);
          }
        }
      }
      for (const places of found.values())
        places.sort((a, b) => a.from - b.from || b.to - a.to || (a.highlight.id < b.highlight.id ? -1 : 1));
      return found;
    },
  ),
);

const NONE: readonly PassagePlace[] = [];

/** The passages that touch letters or digits of a sentence, in reading order; a passage with gaps may come twice. */
export function passagesAt(
  project: Project,
  { letter, block, from, to }: SentencePlace,
): readonly PassagePlace[] {
  const highlights = highlightsByLetter(project.highlights).get(letter.id);
  const places = (highlights && placesOf(letter.blocks)(highlights).get(block.id)) ?? NONE;
  if (places.length === 0) return NONE;
  const text = blockText(block);
  return places.filter(
    (place) =>
      place.from < to &&
      place.to > from &&
      /[\p{L}\p{N}]/u.test(text.slice(Math.max(place.from, from), Math.min(place.to, to))),
  );
}

/** What of a sentence no highlight touches: all of it, the stretches left over of it, or nothing. */
export function untouchedRanges(project: Project, place: SentencePlace): readonly TextRange[] {
  if (place.state !== 'untouched') return [];
  const { letter, block } = place;
  const intervals = touchedIn(project, letter).get(block.id);
  const parts =
    place.partly && intervals
      ? leftOver(blockText(block), place, intervals)
      : [{ from: place.from, to: place.to }];
  return parts.map(({ from, to }) => ({
    start: { block: block.id, offset: from },
    end: { block: block.id, offset: to },
  }));
}

/** Somewhere that something is left to do: words that no highlight touches, or an open passage. */
export type LeftStop =
  | { readonly kind: 'words'; readonly letter: string; readonly range: TextRange }
  | { readonly kind: 'passage'; readonly letter: string; readonly id: string };

/** Where one is: in a letter, at a unit of a block; perhaps on a passage. */
export interface Standing {
  readonly letter: string;
  readonly block: BlockId;
  readonly offset: number;
  readonly passage?: string | undefined;
}

interface PlacedStop {
  readonly stop: LeftStop;
  readonly offset: number;
}

/** What is left in a block, in reading order. */
function stopsOf(project: Project, letter: Letter, at: number): readonly PlacedStop[] {
  const block = letter.blocks[at];
  if (!block) return [];
  const stops: PlacedStop[] = [];
  const seen = new Set<string>();
  const states = highlightStates(project);
  for (const place of sentencesAt(letter, at, touchedIn(project, letter).get(block.id))) {
    if (place.state !== 'untouched' && place.state !== 'open') continue;
    for (const range of untouchedRanges(project, place))
      stops.push({ stop: { kind: 'words', letter: letter.id, range }, offset: range.start.offset });
    for (const { highlight, from } of passagesAt(project, place)) {
      if (seen.has(highlight.id) || states.get(highlight.id) !== 'open') continue;
      seen.add(highlight.id);
      stops.push({
        stop: { kind: 'passage', letter: letter.id, id: highlight.id },
        offset: Math.max(from, place.from),
      });
    }
  }
  return stops.sort((a, b) => a.offset - b.offset);
}

/** Whether a letter is there to be answered; own letters and outside works are only drawn upon. */
export function isAnswered({ kind }: Letter): boolean {
  return kind !== 'own' && kind !== 'work';
}

/**
 * What is left after (or before) a place, through all letters that are to be answered, beginning again at the end;
 * undefined when nothing is left. Finds the sentences only of the blocks that it passes.
 *
 * @param from undefined: before the first letter, or after the last
 */
export function stepLeft(project: Project, from: Standing | undefined, by: 1 | -1): LeftStop | undefined {
  const letters = project.letters.filter((letter) => isAnswered(letter) || letter.id === from?.letter);
  if (letters.length === 0) return undefined;
  const first = from ? letters.findIndex(({ id }) => id === from.letter) : -1;
  const start = first < 0 ? (by > 0 ? 0 : letters.length - 1) : first;
  for (let step = 0; step <= letters.length; step++) {
    const letter = letters[
      (((start + by * step) % letters.length) + letters.length) % letters.length
    ] as Letter;
    if (!isAnswered(letter)) continue;
    const { blocks } = letter;
    const standing = step === 0 && first >= 0 && from ? textIndex(blocks).order.get(from.block) : undefined;
    const found = inLetter(project, letter, { at: standing, from }, by);
    if (found) return found;
  }
  // A passage goes through several blocks, and is a stop once: it may be the only one.
  const { letter, passage } = from ?? {};
  const isOpen = passage !== undefined && highlightStates(project).get(passage) === 'open';
  return isOpen && letter !== undefined ? { kind: 'passage', letter, id: passage } : undefined;
}

/** @param at the block where `from` stands; all of the letter is looked through when undefined */
function inLetter(
  project: Project,
  letter: Letter,
  { at: standing, from }: { readonly at: number | undefined; readonly from: Standing | undefined },
  by: 1 | -1,
): LeftStop | undefined {
  const touched = touchedIn(project, letter);
  const last = letter.blocks.length - 1;
  for (let at = standing ?? (by > 0 ? 0 : last); at >= 0 && at <= last; at += by) {
    const block = letter.blocks[at] as Block;
    if (!touched.has(block.id) && !blockText(block)) continue;
    const all = stopsOf(project, letter, at);
    const own = (stop: LeftStop) => stop.kind === 'passage' && stop.id === from?.passage;
    const stops = standing === at && from ? beyond(all, from, by) : all.filter(({ stop }) => !own(stop));
    const found = by > 0 ? stops[0] : stops.at(-1);
    if (found) return found.stop;
  }
  return undefined;
}

function beyond(
  stops: readonly PlacedStop[],
  { offset, passage }: Standing,
  by: 1 | -1,
): readonly PlacedStop[] {
  const own = stops.findIndex(({ stop }) => stop.kind === 'passage' && stop.id === passage);
  if (own >= 0) return by > 0 ? stops.slice(own + 1) : stops.slice(0, own);
  return stops.filter((stop) => (stop.offset - offset) * by > 0);
}
