/** Where in a letter the reader is, kept when the reading pane and the correcting pane take each other's place. */
import type { Position } from '../../../core/text/canonical.ts';
import { blockElement, positionFromDom } from './dom-position.ts';

export interface ReadingPlace {
  /** The topmost block of which something is in view. */
  readonly block: string;
  /** CSS pixels of the block's top below the top of the view; negative where it begins above. */
  readonly top: number;
}

/** Of two letters beside each other the one that is in use. */
const view = () =>
  document.querySelector<HTMLElement>('[data-half][data-current] .letter-scroll') ??
  document.querySelector<HTMLElement>('[data-pane="letter"] .letter-scroll');

/** The place in the letter that is shown now, if one is. */
export function placeHere(): ReadingPlace | undefined {
  const scroll = view();
  return scroll ? placeIn(scroll) : undefined;
}

/** @param whole Only a block that begins in view. */
export function placeIn(scroll: HTMLElement, whole = false): ReadingPlace | undefined {
  const { top } = scroll.getBoundingClientRect();
  const groups = [...scroll.querySelectorAll('.chunk-group')];
  // Where there are groups, only chunks of those that aren't above: the others would have to be laid out.
  const first = groups.find((group) => group.getBoundingClientRect().bottom > top);
  for (const chunk of (first ?? scroll).querySelectorAll('.chunk')) {
    if (chunk.getBoundingClientRect().bottom <= top) continue;
    for (const block of chunk.querySelectorAll<HTMLElement>('[data-block]')) {
      const box = block.getBoundingClientRect();
      if ((whole ? box.top : box.bottom) > top)
        return { block: block.dataset.block ?? '', top: box.top - top };
    }
  }
  return undefined;
}

/** Where to begin correcting: where the selection in the letter ends, else at the first block that begins in view. */
export function caretHere(): Position | undefined {
  const { focusNode, focusOffset } = getSelection() ?? { focusNode: null, focusOffset: 0 };
  const scroll = view();
  if (!scroll) return undefined;
  if (focusNode && scroll.contains(focusNode) && isInView(scroll, focusNode)) {
    return positionFromDom(focusNode, focusOffset);
  }
  const place = placeIn(scroll, true) ?? placeIn(scroll);
  return place && { block: place.block, offset: 0 };
}

function isInView(scroll: HTMLElement, node: Node): boolean {
  const element = node instanceof Element ? node : node.parentElement;
  const [box, bounds] = [element?.getBoundingClientRect(), scroll.getBoundingClientRect()];
  return box !== undefined && box.bottom > bounds.top && box.top < bounds.bottom;
}

/** Scrolls so that the place is where it was. False while its block isn't drawn. */
export function showAt(scroll: HTMLElement, { block, top }: ReadingPlace): boolean {
  const element = blockElement(scroll, block);
  if (!element) return false;
  for (let i = 0; i < 3; i++) {
    // What comes into view may turn out higher or lower than was thought.
    const off = element.getBoundingClientRect().top - scroll.getBoundingClientRect().top - top;
    if (Math.abs(off) < 1) break;
    scroll.scrollTop += off;
  }
  return true;
}

/** Where each letter was left, by its id. */
const left = new Map<string, ReadingPlace>();

/** Remembers where the reader is in a letter whose pane goes. */
export function leave(letter: string, scroll: HTMLElement): void {
  const place = placeIn(scroll);
  if (place) left.set(letter, place);
}

/** Milliseconds after which a reading pane that doesn't draw the place is left alone. */
const PATIENCE = 3000;

/** Goes back to where a letter was left. `draw` has the blocks around one drawn. */
export function returnTo(letter: string, scroll: HTMLElement, draw: (block: string) => void): () => void {
  const place = left.get(letter);
  if (!place) return () => undefined;
  const until = performance.now() + PATIENCE;
  const stop = new AbortController();
  for (const kind of ['wheel', 'pointerdown', 'keydown']) {
    scroll.addEventListener(kind, () => stop.abort(), { passive: true, signal: stop.signal });
  }
  const settle = (): void => {
    if (stop.signal.aborted) return;
    if (showAt(scroll, place)) {
      // Once more when what came into view has its height.
      requestAnimationFrame(() => !stop.signal.aborted && showAt(scroll, place));
      // The keys go on where the text was corrected.
      if (document.activeElement === document.body) scroll.focus({ preventScroll: true });
    } else if (performance.now() < until) requestAnimationFrame(settle);
  };
  requestAnimationFrame(() => {
    if (stop.signal.aborted) return;
    draw(place.block);
    settle();
  });
  return () => stop.abort();
}
