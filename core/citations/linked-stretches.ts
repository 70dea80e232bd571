/** Tells the works of a citation apart in its words, so that each can lead to its entry in the bibliography. */
import { isSpan, type Span } from '../text/block.ts';
import { normalInline } from '../text/inline.ts';
import type { Stretch } from '../derived/citation-order.ts';

/**
 * @param references the works in the order in which they are told
 * @param delimiter what the style puts between them; where it doesn't part the words into as many pieces, because the
 * style draws works together, nothing leads anywhere
 */
export function linkedStretches(
  found: readonly Stretch[],
  references: readonly string[],
  delimiter: string,
): readonly Stretch[] {
  const [only] = references;
  if (references.length === 1 && only !== undefined)
    return found.map((stretch) => ({ ...stretch, reference: only }));
  if (delimiter === '') return found;
  const pieces: Span[][] = [[]];
  for (const { content } of found) {
    for (const span of content) {
      span.text.split(delimiter).forEach((text, i) => {
        if (i > 0) pieces.push([]);
        if (text !== '') pieces.at(-1)!.push({ ...span, text });
      });
    }
  }
  if (pieces.length !== references.length) return found;
  return pieces.flatMap((spans, i): readonly Stretch[] => [
    ...(i > 0 ? [{ content: [{ text: delimiter }] }] : []),
    { content: normalInline(spans).filter(isSpan), reference: references[i]! },
  ]);
}
