import { useMemo } from 'react';
import { en } from '../../../core/messages/en.ts';
import { needsCare, quotationsOf, useQuotations } from '../../state/quotations.ts';
import { app, useApp } from '../../state/store.ts';

const NONE: readonly never[] = [];

/** How many quotations aren't as their letters have them, once all have been compared; a way to their list. Before, how far that is. */
export function QuotationsToLookAt() {
  const texts = useQuotations((state) => (state.whole ? state.texts : null));
  const progress = useQuotations((state) => state.progress);
  const accepted = useApp((state) => state.project?.accepted);
  const count = useMemo(
    () =>
      [...(texts?.values() ?? [])]
        .flatMap((checked) => quotationsOf(checked, accepted ?? NONE))
        .filter(needsCare).length,
    [texts, accepted],
  );
  if (progress) return <span>{en.quotations.comparing(progress.done, progress.total)}</span>;
  if (count === 0) return null;
  return (
    <button type="button" className="to-look-at" onClick={() => app.set({ dialog: { kind: 'quotations' } })}>
      {en.quotations.toLookAt(count)}
    </button>
  );
}
