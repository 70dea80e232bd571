import type { DifferencePart } from '../../core/anchoring/nearest.ts';

/** Words that differ, told by strike and underline as well as by colour: first the old, then the new. */
export function Difference({ parts }: { parts: readonly DifferencePart[] }) {
  return parts.map((part, i) =>
    part.kind === 'same' ? (
      <span key={i}>{part.text}</span>
    ) : part.kind === 'letter' ? (
      <del key={i}>{part.text}</del>
    ) : (
      <ins key={i}>{part.text}</ins>
    ),
  );
}
