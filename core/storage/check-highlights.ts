/** The invariants of highlights: where they stand, and that they stand at the words that were highlighted. */
import type { RichText } from '../text/block.ts';
import {
  blockLength,
  blockText,
  comparePositions,
  textIndex,
  type Position,
  type TextRange,
} from '../text/canonical.ts';
import { OMISSION, quoteOf } from '../text/quote-of.ts';
import type { Highlight } from '../document/letter.ts';
import type { Project } from '../document/project.ts';
import type { Problem } from './messages.ts';

/** Every end within its block, start not after end, ranges in order, and one at least if the text has blocks. */
export function areSound(text: RichText, ranges: readonly TextRange[]): boolean {
  const { order } = textIndex(text);
  const within = ({ block, offset }: Position) => {
    const found = text[order.get(block) ?? -1];
    return found !== undefined && offset <= blockLength(found);
  };
  if (ranges.length === 0) return text.length === 0;
  if (!ranges.every(({ start, end }) => within(start) && within(end))) return false;
  return ranges.every(
    ({ start, end }, i) =>
      comparePositions(text, start, end) <= 0 &&
      (i === 0 || comparePositions(text, ranges[i - 1]?.end ?? start, start) <= 0),
  );
}

/** The quote of these ranges as it should be; undefined when all words are cut away, and the old quote is kept. */
export function quoteAt(text: RichText, ranges: readonly TextRange[]): string | undefined {
  return quoteOf(text, ranges) || undefined;
}

/** The blocks that have characters, joined as a quote joins them, for finding quotes in. */
interface Haystack {
  readonly text: string;
  readonly blocks: readonly { readonly id: string; readonly start: number; readonly length: number }[];
}

function haystack(text: RichText): Haystack {
  const blocks = [];
  const texts = [];
  let start = 0;
  for (const block of text) {
    const words = blockText(block);
    if (words === '') continue;
    blocks.push({ id: block.id, start, length: words.length });
    texts.push(words);
    start += words.length + 1;
  }
  return { text: texts.join('\n'), blocks };
}

function rangeIn({ blocks }: Haystack, from: number, to: number): TextRange | undefined {
  const first = blocks.find(({ start, length }) => from < start + length);
  const last = blocks.findLast(({ start }) => start < to);
  if (!first || !last) return undefined;
  return {
    start: { block: first.id, offset: Math.max(0, from - first.start) },
    end: { block: last.id, offset: Math.min(last.length, to - last.start) },
  };
}

/** Where the quote's parts stand one after another in the letter, if it's the only such place or the first. */
function findQuote(text: RichText, hay: Haystack, quote: string): readonly TextRange[] | undefined {
  for (const parts of new Set([quote, ...(quote.includes(OMISSION) ? [quote.split(OMISSION)] : [])])) {
    const ranges: TextRange[] = [];
    let from = 0;
    for (const part of typeof parts === 'string' ? [parts] : parts) {
      const found = part === '' ? -1 : hay.text.indexOf(part, from);
      const range = found < 0 ? undefined : rangeIn(hay, found, found + part.length);
      if (!range) break;
      ranges.push(range);
      from = found + part.length;
    }
    if (ranges.length > 0 && areSound(text, ranges) && quoteAt(text, ranges) === quote) return ranges;
  }
  return undefined;
}

/** An empty range as near as can be to where the highlight was. */
function withoutPlace(text: RichText, ranges: readonly TextRange[]): readonly TextRange[] {
  const { order } = textIndex(text);
  const start = ranges[0]?.start;
  const block = text[order.get(start?.block ?? '') ?? 0];
  if (!block) return [];
  const offset = block.id === start?.block ? Math.min(start.offset, blockLength(block)) : 0;
  const position = { block: block.id, offset };
  return [{ start: position, end: position }];
}

/** The highlights, each at its words or, where they aren't to be found, with an empty range. */
export function checkHighlights(project: Project, problems: Problem[]): readonly Highlight[] {
  const texts = new Map(project.letters.map(({ id, blocks }) => [id, blocks]));
  const haystacks = new Map<string, Haystack>();
  const checked = project.highlights.map((highlight) => {
    const text = texts.get(highlight.letter) ?? [];
    const sound = areSound(text, highlight.ranges);
    const quote = sound ? quoteAt(text, highlight.ranges) : highlight.quote;
    if (sound && (quote === undefined || quote === highlight.quote)) return highlight;
    let hay = haystacks.get(highlight.letter);
    if (!hay) haystacks.set(highlight.letter, (hay = haystack(text)));
    const ranges = highlight.quote === '' ? undefined : findQuote(text, hay, highlight.quote);
    const where = `highlight ${highlight.id}`;
    const detail = highlight.quote.slice(0, 200);
    problems.push({ kind: ranges ? 'passage-moved' : 'passage-unplaced', lost: !ranges, where, detail });
    return { ...highlight, ranges: ranges ?? withoutPlace(text, highlight.ranges) };
  });
  return checked.every((highlight, index) => highlight === project.highlights[index])
    ? project.highlights
    : checked;
}
