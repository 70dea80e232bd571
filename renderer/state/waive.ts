/** Leaving sentences without an answer, for a reason: those that nothing is highlighted of as well. */
import { passagesAt, untouchedRanges, type SentencePlace } from '../../core/derived/sentence-places.ts';
import { sentences } from '../../core/derived/sentences.ts';
import { highlightStates } from '../../core/derived/usage.ts';
import type { Highlight } from '../../core/document/letter.ts';
import { en } from '../../core/messages/en.ts';
import { insert, set } from '../../core/operations/edits.ts';
import type { Operation } from '../../core/operations/operation.ts';
import type { TextRange } from '../../core/text/canonical.ts';
import { quoteOf } from '../../core/text/quote-of.ts';
import { newId } from '../platform/ids.ts';
import { edit } from './edit.ts';
import { openProjectState } from './store.ts';

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
function runsOf(places: readonly SentencePlace[]): readonly Run[] {
  const project = openProjectState();
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

/** One step of the history. Open passages that touch the sentences are waived; the rest of them becomes passages. */
export function waiveSentences(places: readonly SentencePlace[], reason: string): void {
  const project = openProjectState();
  const states = highlightStates(project);
  const waived = { reason };
  const operations: Operation[] = [];
  const open = new Set<Highlight>();
  for (const place of places) {
    for (const { highlight } of passagesAt(project, place))
      if (states.get(highlight.id) === 'open') open.add(highlight);
  }
  for (const { id, waived: before } of open)
    operations.push(...set({ of: 'highlight', id }, 'waived', before, waived));
  const category = project.categories[0]?.id ?? '';
  runsOf(places).forEach(({ last: { letter }, ranges }, i) => {
    const quote = quoteOf(letter.blocks, ranges);
    const made: Highlight = { id: newId(), letter: letter.id, ranges, quote, category, note: '', waived };
    operations.push(insert<'highlights'>({ of: 'highlights' }, project.highlights.length + i, made));
  });
  edit(operations, { label: en.coverage.edit });
}
