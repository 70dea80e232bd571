/** The text that is split: between any two paragraphs a new letter may begin. */
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import type { Letter } from '../../../core/document/letter.ts';
import { en } from '../../../core/messages/en.ts';
import { blockText } from '../../../core/text/canonical.ts';
import type { Part } from './split-parts.tsx';

interface Props {
  readonly letter: Letter;
  readonly parts: readonly Part[];
  /** Brought into view; a new object asks anew. */
  readonly goTo: { readonly index: number } | null;
  onToggle(index: number): void;
}

/** Paragraphs drawn at first and with each further request; places that are chosen are drawn always. */
const DRAWN = 500;
/** UTF-16 units of a paragraph that are drawn; three lines of it are seen. */
const SHOWN = 400;

export function SplitText({ letter, parts, goTo, onToggle }: Props) {
  const root = useRef<HTMLDivElement>(null);
  const [drawn, setDrawn] = useState(DRAWN);
  const codes = new Map(parts.map(({ from, code }) => [from, code]));
  const rows = useMemo(
    () =>
      letter.blocks
        .map((block, index) => ({ block, index, words: blockText(block).trim() }))
        .filter(({ block, words }) => words !== '' && block.type !== 'note'),
    [letter.blocks],
  );
  const shown = rows.filter(({ index }, i) => i < drawn || codes.has(index));
  const [current, setCurrent] = useState(parts[0]?.from ?? rows[1]?.index ?? 0);
  // One place is reached by Tab, the others by the arrow keys.
  const reachable = shown.some(({ index }) => index === current) ? current : (shown[1]?.index ?? 0);

  useEffect(() => {
    if (!goTo) return;
    root.current?.querySelector(`[data-index="${goTo.index}"]`)?.scrollIntoView({ block: 'center' });
  }, [goTo]);

  return (
    <div
      ref={root}
      className="split-text"
      lang={letter.language}
      dir={letter.direction}
      onKeyDown={stepBetween}
    >
      {shown.map(({ block, index, words }, i) => (
        <div key={block.id} data-index={index} className="split-row">
          {i > 0 && (
            <label className="split-place" data-chosen={codes.has(index) || undefined}>
              <input
                type="checkbox"
                className="visually-hidden"
                data-autofocus={index === reachable || undefined}
                tabIndex={index === reachable ? 0 : -1}
                aria-label={en.split.place(words.slice(0, 60))}
                checked={codes.has(index)}
                onChange={() => onToggle(index)}
                onFocus={() => setCurrent(index)}
              />
              <span aria-hidden>
                {codes.has(index) ? en.split.begins(codes.get(index) ?? '') : en.split.here}
              </span>
            </label>
          )}
          <p className={block.type === 'heading' ? 'heading' : undefined} dir="auto">
            {words.slice(0, SHOWN)}
          </p>
        </div>
      ))}
      {drawn < rows.length && (
        <button type="button" className="outlined split-more" onClick={() => setDrawn(drawn + DRAWN)}>
          {en.split.more(rows.length - drawn)}
        </button>
      )}
    </div>
  );
}

function stepBetween(event: KeyboardEvent<HTMLElement>): void {
  const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (by === 0 || !(event.target as Element).matches('input')) return;
  event.preventDefault();
  const places = [...event.currentTarget.querySelectorAll<HTMLElement>('input')];
  const next = places[places.indexOf(event.target as HTMLElement) + by];
  next?.focus({ preventScroll: true });
  next?.closest('.split-row')?.scrollIntoView({ block: 'nearest' });
}
