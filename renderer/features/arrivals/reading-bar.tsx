/** A quiet bar with what is being read, once that takes a while; Escape or its button stops it. */
import { useEffect } from 'react';
import { en } from '../../../core/messages/en.ts';
import { isAsking } from '../../state/arrivals.ts';
import { stopReading, useReading } from '../../state/reading.ts';

export function ReadingBar() {
  const now = useReading((state) => state.now);
  const shown = now !== null;
  useEffect(() => {
    if (!shown) return;
    const onKey = (event: KeyboardEvent) => {
      // Escape belongs first to what is open: a dialog, a list, a form.
      if (event.key !== 'Escape' || event.defaultPrevented || isAsking()) return;
      stopReading();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [shown]);
  if (!now) return null;
  return (
    <section className="reading-bar floating" aria-label={en.reading.title}>
      <p className="reading-words" role="status">
        <span className="reading-name">{en.reading.now(now.name)}</span>
        {now.count > 1 && <span className="reading-count">{en.reading.of(now.number, now.count)}</span>}
      </p>
      <progress aria-label={en.reading.now(now.name)} {...(now.share > 0 ? { value: now.share } : {})} />
      <button type="button" className="outlined" onClick={stopReading}>
        {en.reading.stop} <kbd>Esc</kbd>
      </button>
    </section>
  );
}
