/** The passages that chosen sentences stand in, and those to be made of what no highlight touches yet. */
import { passagesAt, untouchedRanges, type SentencePlace } from '../../core/derived/sentence-places.ts';
import { sentences } from '../../core/derived/sentences.ts';
import { highlightStates } from '../../core/derived/usage.ts';
import type { Highlight } from '../../core/document/letter.ts';
import type { Project } from '../../core/document/project.ts';
import type { TextRange } from '../../core/text/canonical.ts';
import { quoteOf } from '../../core/text/quote-of.ts';
import { newId } from '../platform/ids.ts';

interface Run {
  readonly last: SentencePlace;
  readonly ranges: readonly TextRange[];
}

/** Whether nothing but space and ornaments stands between two sentences. */
function follows(next: SentencePlace, { letter, at, index }: SentencePlace): boolean {
  if (next.letter.id !== letter.id) return false;
  const count = (block: number) => {
    const of = letter.blocks[block];
    return of ? sentences(of, letter.language).length / 2 : 0;
  };
  if (next.at === at) return next.index === index + 1;
  if (next.at < at || next.index !== 0 || index + 1 !== count(at)) return false;
  for (let block = at + 1; block < next.at; block++) if (count(block) > 0) return false;
  return true;
}

/** Sentences side by side become one passage. */
function runsOf(project: Project, places: readonly SentencePlace[]): readonly Run[] {
  const runs: Run[] = [];
  for (const place of places) {
    const ranges = untouchedRanges(project, place);
    const before = runs.at(-1);
    const [first] = ranges;
    if (!first) continue;
    const start = before?.ranges[0]?.start;
    const isWhole = !place.partly && !before?.last.partly;
    if (before && start && isWhole && follows(place, before.last))
      runs[runs.length - 1] = { last: place, ranges: [{ start, end: first.end }] };
    else runs.push({ last: place, ranges });
  }
  return runs;
}

export interface SentencePassages {
  /** Open passages that touch the sentences, each once. */
  readonly open: readonly Highlight[];
  /** Not in the project yet; of its first category. */
  readonly made: readonly Highlight[];
}

export function passagesOfSentences(project: Project, places: readonly SentencePlace[]): SentencePassages {
  const states = highlightStates(project);
  const open = new Set<Highlight>();
  for (const place of places) {
    for (const { highlight } of passagesAt(project, place))
      if (states.get(highlight.id) === 'open') open.add(highlight);
  }
  const category = project.categories[0]?.id ?? '';
  const made = runsOf(project, places).map(({ last: { letter }, ranges }): Highlight => {
    const quote = quoteOf(letter.blocks, ranges);
    return { id: newId(), letter: letter.id, ranges, quote, category, note: '' };
  });
  return { open: [...open], made };
}
