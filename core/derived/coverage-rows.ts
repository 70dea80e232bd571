/** The list of sentences that the coverage view shows: what passes a filter, in reading order, drawn a few at a time. */
import type { Letter, LetterKind } from '../document/letter.ts';
import type { PointStatus, Project } from '../document/project.ts';
import { pointMap } from '../document/find.ts';
import { sentenceStarts, stateName, touchedIn } from './coverage.ts';
import { isAnswered, passagesAt, sentencesAt, type SentencePlace } from './sentence-places.ts';
import { sentenceStates, type SentenceStates } from './sentence-states.ts';
import { letterAuthors } from './source-line.ts';
import type { CoverageState } from './touched.ts';
import { usage } from './usage.ts';

export interface CoverageFilter {
  readonly states: readonly CoverageState[];
  /** Ids and names; absent or empty for all. A letter that is only drawn upon shows only when it's named. */
  readonly letter?: string;
  readonly author?: string;
  readonly kind?: LetterKind | '';
  /** Sentences that a passage of this category touches. */
  readonly category?: string;
  /** Sentences that a passage with this tag touches. */
  readonly tag?: string;
  /** Sentences of which a passage is quoted in a point of this status. */
  readonly status?: PointStatus | '';
}

/** A block's sentences that pass: all of them, or those of these indexes. */
interface BlockRows {
  readonly letter: Letter;
  readonly at: number;
  readonly indexes?: readonly number[];
}

export interface CoverageRows {
  readonly count: number;
  /** The sentence of a row, from 0. */
  at(row: number): SentencePlace | undefined;
}

/** Whose letters these are, as the filter names them; without doubles, in the order of the letters. */
export function authorsOf({ letters, settings }: Project): readonly string[] {
  return [...new Set(letters.map((letter) => letterAuthors(letter, settings.language)).filter(Boolean))];
}

export function passesLetter({ settings }: Project, letter: Letter, filter: CoverageFilter): boolean {
  if (filter.letter) return letter.id === filter.letter;
  if (filter.kind ? letter.kind !== filter.kind : !isAnswered(letter)) return false;
  return !filter.author || letterAuthors(letter, settings.language) === filter.author;
}

const known = new WeakMap<
  SentenceStates,
  { readonly wanted: readonly CoverageState[]; readonly indexes: readonly number[] }
>();

/** The sentences of a block in one of these states; the same value as long as nothing of it changes. */
function indexesIn(states: SentenceStates, wanted: readonly CoverageState[]): readonly number[] {
  const before = known.get(states);
  if (before?.wanted === wanted) return before.indexes;
  const indexes: number[] = [];
  states.forEach((state, index) => {
    if (wanted.includes(stateName(state))) indexes.push(index);
  });
  known.set(states, { wanted, indexes });
  return indexes;
}

/** In proportion to the number of blocks; the sentences of `letters` are to be known already where that matters. */
export function coverageRows(
  project: Project,
  letters: readonly Letter[],
  filter: CoverageFilter,
): CoverageRows {
  const byPassage = Boolean(filter.category) || Boolean(filter.tag) || Boolean(filter.status);
  const blocks: BlockRows[] = [];
  const starts: number[] = [];
  let count = 0;
  const add = (rows: BlockRows, more: number) => {
    if (more === 0) return;
    blocks.push(rows);
    starts.push(count);
    count += more;
  };
  for (const letter of letters) {
    if (!passesLetter(project, letter, filter)) continue;
    const touched = touchedIn(project, letter);
    const counts = sentenceStarts(letter.blocks, letter.language);
    letter.blocks.forEach((block, at) => {
      const intervals = touched.get(block.id);
      if (!intervals) {
        if (filter.states.includes('untouched') && !byPassage)
          add({ letter, at }, (counts[at + 1] as number) - (counts[at] as number));
        return;
      }
      const indexes = indexesIn(sentenceStates(block, letter.language, intervals), filter.states);
      if (byPassage && indexes.length > 0) {
        const places = sentencesAt(letter, at, intervals);
        const passing = indexes.filter((index) => {
          const place = places[index];
          return place && passesPassage(project, place, filter);
        });
        add({ letter, at, indexes: passing }, passing.length);
        return;
      }
      add({ letter, at, indexes }, indexes.length);
    });
  }
  const at = (row: number) => {
    if (row < 0 || row >= count) return undefined;
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] as number) <= row) low = middle;
      else high = middle - 1;
    }
    const found = blocks[low];
    if (!found) return undefined;
    const within = row - (starts[low] as number);
    const intervals = touchedIn(project, found.letter).get(found.letter.blocks[found.at]?.id ?? '');
    return sentencesAt(found.letter, found.at, intervals)[found.indexes?.[within] ?? within];
  };
  return { count, at };
}

function passesPassage(
  project: Project,
  place: SentencePlace,
  { category, tag, status }: CoverageFilter,
): boolean {
  return passagesAt(project, place).some(
    ({ highlight }) =>
      (!category || highlight.category === category) &&
      (!tag || (highlight.tags ?? []).includes(tag)) &&
      (!status ||
        (usage(project).points.get(highlight.id) ?? []).some(
          (id) => pointMap(project).get(id)?.point.status === status,
        )),
  );
}
