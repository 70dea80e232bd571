/** The list of sentences that the coverage view shows: what passes a filter, in reading order, drawn a few at a time. */
import type { Letter, LetterKind } from '../document/letter.ts';
import type { PointStatus, Project } from '../document/project.ts';
import { pointMap } from '../document/find.ts';
import { touchedIn } from './coverage.ts';
import { isAnswered, passagesAt, sentencesAt, type SentencePlace } from './sentence-places.ts';
import { sentences } from './sentences.ts';
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

/** In proportion to the number of blocks; the sentences of `letters` are to be known already where that matters. */
export function coverageRows(
  project: Project,
  letters: readonly Letter[],
  filter: CoverageFilter,
): CoverageRows {
  const wanted = new Set(filter.states);
  const byPassage = Boolean(filter.category) || Boolean(filter.status);
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
    letter.blocks.forEach((block, at) => {
      const intervals = touched.get(block.id);
      if (!intervals) {
        if (wanted.has('untouched') && !byPassage)
          add({ letter, at }, sentences(block, letter.language).length / 2);
        return;
      }
      const indexes = sentencesAt(letter, at, intervals)
        .filter((place) => wanted.has(place.state) && (!byPassage || passesPassage(project, place, filter)))
        .map(({ index }) => index);
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
  { category, status }: CoverageFilter,
): boolean {
  return passagesAt(project, place).some(
    ({ highlight }) =>
      (!category || highlight.category === category) &&
      (!status ||
        (usage(project).points.get(highlight.id) ?? []).some(
          (id) => pointMap(project).get(id)?.point.status === status,
        )),
  );
}
