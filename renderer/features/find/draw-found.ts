/**
 * Tints what was found in the letter and in the answer, as far as it is in view: a letter may hold a hundred
 * thousand places, and a window shows a few dozen.
 */
import type { FoundPlace } from '../../platform/find-orders.ts';
import { useFind } from '../../state/find.ts';
import { useSettled } from '../../state/settled.ts';
import { app, useApp } from '../../state/store.ts';
import { rangesIn } from '../../ui/block-dom.ts';
import { textMarks } from '../../ui/text-marks.ts';

/** What scrolls, the larger pieces in it, and those within them: only of those in view more is asked. */
const VIEWS = [
  { view: '.letter-scroll', pieces: ['.chunk-group', '.chunk'] },
  { view: '.answer-scroll', pieces: ['[data-place]'] },
] as const;

export function drawFound(): () => void {
  const marks = textMarks('found', 1);
  const current = textMarks('found-now', 2);
  /** Places of each block, by the part's id. */
  let byPart = new Map<string, FoundPlace[]>();
  let of: readonly FoundPlace[] | undefined;
  let frame = 0;

  const gather = (found: readonly FoundPlace[]) => {
    if (found === of) return;
    of = found;
    byPart = new Map();
    for (const place of found) {
      const list = byPart.get(place.part);
      if (list) list.push(place);
      else byPart.set(place.part, [place]);
    }
  };

  const draw = (): void => {
    frame = 0;
    marks.clear();
    current.clear();
    const { open, found, at } = useFind.getState();
    if (!open || found.length === 0) return;
    gather(found);
    const now = found[at];
    const letter = `letter:${app.get().letter}`;
    for (const { view, pieces } of VIEWS) {
      const inLetter = view === '.letter-scroll';
      for (const block of blocksInView(view, pieces)) {
        const id = block.dataset.block ?? '';
        // Ids of blocks are a letter's own, and may be another letter's, too.
        const places = (byPart.get(id) ?? []).filter(({ key }) =>
          inLetter ? key === letter : !key.startsWith('letter:'),
        );
        if (places.length === 0) continue;
        marks.draw(
          block,
          rangesIn(
            block,
            places.filter((place) => place !== now),
          ),
        );
        if (now && places.includes(now)) current.draw(block, rangesIn(block, [now]));
      }
    }
  };
  const soon = (): void => {
    frame ||= requestAnimationFrame(draw);
  };

  const stop = new AbortController();
  document.addEventListener('scroll', soon, { capture: true, passive: true, signal: stop.signal });
  addEventListener('resize', soon, { signal: stop.signal });
  const observer = new MutationObserver(soon);
  const ends = [
    useFind.subscribe(({ found, at, open }, before) => {
      if (found !== before.found || at !== before.at || open !== before.open) soon();
    }),
    useSettled.subscribe(soon),
    useApp.subscribe(({ letter, panes, reveal }, before) => {
      if (letter !== before.letter || panes !== before.panes || reveal !== before.reveal) soon();
    }),
  ];
  // Texts that are drawn gradually, or change into editors.
  const desk = document.querySelector('.desk');
  if (desk) observer.observe(desk, { subtree: true, childList: true });
  soon();
  return () => {
    cancelAnimationFrame(frame);
    stop.abort();
    observer.disconnect();
    for (const end of ends) end();
    marks.clear();
    current.clear();
  };
}

function* blocksInView(view: string, pieces: readonly string[]): Iterable<HTMLElement> {
  for (const scroll of document.querySelectorAll<HTMLElement>(view)) {
    const bounds = scroll.getBoundingClientRect();
    const isInView = (element: Element) => {
      const { top, bottom, height } = element.getBoundingClientRect();
      return height > 0 && bottom > bounds.top - 100 && top < bounds.bottom + 100;
    };
    let roots: readonly Element[] = [scroll];
    for (const piece of pieces) {
      const within = roots.flatMap((root) => [...root.querySelectorAll(piece)]);
      if (within.length > 0) roots = within.filter(isInView);
    }
    for (const root of roots)
      for (const block of root.querySelectorAll<HTMLElement>('[data-block]'))
        if (isInView(block)) yield block;
  }
}
