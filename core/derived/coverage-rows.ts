/** The list of sentences that the coverage view shows: what passes a filter, in reading order, drawn a few at a time. */
import type { Letter, LetterKind } from '../document/letter.ts';
import type { PointStatus, Project } from '../document/project.ts';
import { lastUpTo } from '../text/first-index.ts';
import { pointMap } from '../document/find.ts';
import { sentenceStarts, stateName, touchedIn } from './coverage.ts';
import { isAnswered, passagesAt, sentencesAt, type SentencePlace } from './sentence-places.ts';
import { PARTLY, sentenceStates, type SentenceStates } from './sentence-states.ts';
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
  const isWanted = Array.from({ length: PARTLY + 1 }, (_, state) => wanted.has(stateName(state)));
  const byPassage = Boolean(filter.category) || Boolean(filter.tag) || Boolean(filter.status);
  const shown = letters.filter((letter) => passesLetter(project, letter, filter));

  /** The sentences of a block that pass, by their index in it. */
  const passing = (letter: Letter, at: number, states: SentenceStates): readonly number[] => {
    const found: number[] = [];
    states.forEach((state, index) => {
      if (isWanted[state]) found.push(index);
    });
    if (!byPassage || found.length === 0) return found;
    const intervals = touchedIn(project, letter).get(letter.blocks[at]?.id ?? '');
    const places = sentencesAt(letter, at, intervals);
    return found.filter((index) => {
      const place = places[index];
      return place && passesPassage(project, place, filter);
    });
  };

  // Rows before each block of all letters, and of the last one after it: numbers only, for a letter may be long.
  const firsts: number[] = [0];
  for (const letter of shown) firsts.push((firsts.at(-1) as number) + letter.blocks.length);
  const before = new Uint32Array((firsts.at(-1) as number) + 1);
  shown.forEach((letter, i) => {
    const touched = touchedIn(project, letter);
    const starts = sentenceStarts(letter.blocks, letter.language);
    let entry = firsts[i] as number;
    letter.blocks.forEach((block, at) => {
      const intervals = touched.get(block.id);
      let more = 0;
      if (!intervals) {
        if (isWanted[0] && !byPassage) more = (starts[at + 1] as number) - (starts[at] as number);
      } else {
        const states = sentenceStates(block, letter.language, intervals);
        if (byPassage) more = passing(letter, at, states).length;
        else for (const state of states) if (isWanted[state]) more++;
      }
      before[entry + 1] = (before[entry] as number) + more;
      entry++;
    });
  });

  const count = before.at(-1) as number;
  const at = (row: number) => {
    if (row < 0 || row >= count) return undefined;
    const entry = lastUpTo(before, row);
    const i = lastUpTo(firsts, entry);
    const letter = shown[i] as Letter;
    const place = entry - (firsts[i] as number);
    const within = row - (before[entry] as number);
    const block = letter.blocks[place];
    const intervals = block && touchedIn(project, letter).get(block.id);
    const index =
      block && intervals
        ? passing(letter, place, sentenceStates(block, letter.language, intervals))[within]
        : within;
    return index === undefined ? undefined : sentencesAt(letter, place, intervals)[index];
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
