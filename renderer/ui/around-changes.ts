import type { DifferencePart } from '../../core/anchoring/nearest.ts';

/** The changes with so many UTF-16 units of what is unchanged on each side; "…" stands for the rest. */
export function aroundChanges(parts: readonly DifferencePart[], context: number): readonly DifferencePart[] {
  return parts.map((part, i) => {
    if (part.kind !== 'same' || part.text.length <= 2 * context) return part;
    const head = i === 0 ? '' : part.text.slice(0, context);
    const tail = i === parts.length - 1 ? '' : part.text.slice(-context);
    return { ...part, text: `${head} … ${tail}` };
  });
}
