import { besideTarget } from '../../core/derived/word-count.ts';
import { en } from '../../core/messages/en.ts';

/** How far a text is from its target: told by a bar, by numbers and in words. */
export function LengthBar({ words, target }: { readonly words: number; readonly target: number }) {
  const beside = besideTarget(words, target);
  return (
    <span className="length" data-beside={beside}>
      <span className="length-bar" aria-hidden>
        <span style={{ inlineSize: `${Math.min(100, (100 * words) / target)}%` }} />
      </span>
      {en.review.details.words(words, target)}
      {beside === 'long' && ` · ${en.review.details.long}`}
    </span>
  );
}
