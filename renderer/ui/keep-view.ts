/** Keeps what is read at the top of a scrolled text where it is, while panes, window and type change their sizes. */
import { useCallback, useEffect, useLayoutEffect, useRef, type RefObject } from 'react';

interface Anchor {
  readonly block: string;
  /** How far down the block the view begins, in parts of its height; negative where the block begins in view. */
  readonly part: number;
}

/** CSS pixels below the top of the view where the text that is read is looked for. */
const DEPTHS = [16, 48, 96];

function anchorIn(scroll: HTMLElement): Anchor | null {
  const { top, left, width } = scroll.getBoundingClientRect();
  for (const depth of DEPTHS) {
    const block = document
      .elementFromPoint(left + width / 2, top + depth)
      ?.closest<HTMLElement>('[data-block]');
    if (!block || !scroll.contains(block)) continue;
    const box = block.getBoundingClientRect();
    return { block: block.dataset['block'] ?? '', part: box.height > 0 ? (top - box.top) / box.height : 0 };
  }
  return null;
}

/**
 * @param scroll the scrolling element; its blocks bear `data-block`
 * @param drawn whether the element is there yet
 * @param textSize CSS pixels of the type; like the element's width it sets the lines anew
 */
export function useKeptView(scroll: RefObject<HTMLElement | null>, drawn: boolean, textSize: number): void {
  const anchor = useRef<Anchor | null>(null);
  const restored = useRef(false);

  const restore = useCallback(() => {
    const element = scroll.current;
    const kept = anchor.current;
    if (!element || !kept || element.scrollTop === 0) return;
    const block = element.querySelector(`[data-block="${CSS.escape(kept.block)}"]`);
    if (!block) return;
    for (let i = 0; i < 3; i++) {
      // What comes into view may turn out higher or lower than was thought.
      const box = block.getBoundingClientRect();
      const off = box.top + kept.part * box.height - element.getBoundingClientRect().top;
      if (Math.abs(off) < 1) break;
      element.scrollTop += off;
      restored.current = true;
    }
  }, [scroll]);

  useEffect(() => {
    const element = scroll.current;
    if (!element) return;
    const remember = () => {
      // Where this hook has put it is the same place, but for a rounding.
      if (!restored.current) anchor.current = anchorIn(element);
      restored.current = false;
    };
    let { clientWidth } = element;
    const observer = new ResizeObserver(() => {
      if (element.clientWidth === clientWidth) return;
      ({ clientWidth } = element);
      restore();
    });
    observer.observe(element);
    element.addEventListener('scrollend', remember);
    return () => {
      observer.disconnect();
      element.removeEventListener('scrollend', remember);
    };
  }, [scroll, drawn, restore]);

  useLayoutEffect(restore, [textSize, restore]);
}
