/** Draws what differs between a letter and the version beside it, over the words that are drawn near the view. */
import { useEffect, type RefObject } from 'react';
import type { ExtentsByBlock, SideMarks } from '../../../core/anchoring/version-marks.ts';
import { rangesIn } from '../../ui/block-dom.ts';
import { textMarks } from '../../ui/text-marks.ts';
import { watchNear } from '../../ui/watch-near.ts';

/** Which of the two a text is: the older one or the newer one. */
export type VersionSide = 'before' | 'after';

/** @param marks Undefined for a text that isn't compared. @param root the element that holds the chunks */
export function useVersionMarks(
  root: RefObject<HTMLElement | null>,
  marks: SideMarks | undefined,
  side: VersionSide,
): void {
  useEffect(() => {
    const element = root.current;
    if (!element || !marks) return undefined;
    return drawMarks(element, [
      [`version-${side}`, marks.differing],
      [`moved-${side}`, marks.moved],
    ]);
  }, [root, marks, side]);
}

/** @returns what takes them away */
function drawMarks(root: HTMLElement, kinds: readonly (readonly [string, ExtentsByBlock])[]): () => void {
  const layers = kinds.map(([name, extents]) => ({ marks: textMarks(name, 1), extents }));
  const watched = new Map<Element, () => void>();
  const near = new Set<Element>();
  const draw = (chunk: Element) => {
    for (const block of chunk.querySelectorAll<HTMLElement>('[data-block]'))
      for (const { marks, extents } of layers) {
        const own = near.has(chunk) ? extents.get(block.dataset.block ?? '') : undefined;
        marks.draw(block, own ? rangesIn(block, own) : []);
      }
  };
  const watch = () => {
    for (const [chunk, stop] of watched)
      if (!chunk.isConnected) {
        stop();
        watched.delete(chunk);
        near.delete(chunk);
      }
    for (const chunk of root.querySelectorAll('.chunk')) {
      if (watched.has(chunk)) continue;
      watched.set(
        chunk,
        watchNear(chunk, null, (is) => {
          if (is) near.add(chunk);
          else near.delete(chunk);
          draw(chunk);
        }),
      );
    }
  };
  // Blocks that are drawn again have other text nodes.
  const observer = new MutationObserver((records) => {
    const drawn = new Set<Element>();
    let others = false;
    for (const { target } of records) {
      const chunk = (target instanceof Element ? target : target.parentElement)?.closest('.chunk');
      if (chunk) drawn.add(chunk);
      else others = true;
    }
    if (others) watch();
    for (const chunk of drawn) if (near.has(chunk)) draw(chunk);
  });
  watch();
  observer.observe(root, { childList: true, subtree: true, characterData: true });
  return () => {
    observer.disconnect();
    for (const stop of watched.values()) stop();
    for (const { marks } of layers) marks.clear();
  };
}
