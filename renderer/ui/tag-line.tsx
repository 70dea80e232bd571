/** Tags in a line, cut off where there is no room for them. */
import { Tag } from 'lucide-react';
import { tagLine } from '../../core/document/tags.ts';

export function TagLine({ tags }: { readonly tags: readonly string[] | undefined }) {
  if (!tags || tags.length === 0) return null;
  return (
    <span className="tag-line" title={tagLine(tags)}>
      <Tag aria-hidden />
      <span dir="auto">{tagLine(tags)}</span>
    </span>
  );
}
