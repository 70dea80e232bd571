import type { Block, RichText } from '../text/block.ts';
import { blockLength, textIndex, type TextRange } from '../text/canonical.ts';

/** A covered part of one block: UTF-16 units of its text, half-open. */
export interface CoveredPart {
  readonly block: Block;
  readonly from: number;
  readonly to: number;
}

/**
 * The parts, in the order of `text`, as ranges: parts that follow one another without a word between them are one.
 *
 * @param parts Of blocks of the text, not empty, none overlapping another.
 */
export function rangesOfParts(text: RichText, parts: readonly CoveredPart[]): readonly TextRange[] {
  const { order } = textIndex(text);
  const placed = parts
    .map((part) => ({ ...part, at: order.get(part.block.id) ?? -1 }))
    .sort((a, b) => a.at - b.at || a.from - b.from);
  const ranges: TextRange[] = [];
  let previous: (typeof placed)[number] | undefined;
  for (const part of placed) {
    const end = { block: part.block.id, offset: part.to };
    const open = ranges.at(-1);
    if (open && previous && follows(text, previous, part)) {
      ranges[ranges.length - 1] = { start: open.start, end };
    } else {
      ranges.push({ start: { block: part.block.id, offset: part.from }, end });
    }
    previous = part;
  }
  return ranges;
}

function follows(
  text: RichText,
  previous: CoveredPart & { readonly at: number },
  part: CoveredPart & { readonly at: number },
): boolean {
  if (previous.at === part.at) return previous.to === part.from;
  return (
    part.from === 0 &&
    previous.to === blockLength(previous.block) &&
    text.slice(previous.at + 1, part.at).every((block) => blockLength(block) === 0)
  );
}
