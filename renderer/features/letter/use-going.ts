/** Going to places of the letter that is read: asked by the strip, or by the rest of the window. */
import { useCallback, useEffect, useLayoutEffect, type RefObject } from 'react';
import type { Letter } from '../../../core/document/letter.ts';
import type { BlockId } from '../../../core/text/block.ts';
import type { Position, TextRange } from '../../../core/text/canonical.ts';
import { app, useApp, type Reveal } from '../../state/store.ts';
import { blockElement, rangeToDom } from './dom-position.ts';
import { leave, returnTo } from './reading-place.ts';

interface View {
  readonly letter: Letter;
  readonly scroll: RefObject<HTMLElement | null>;
  readonly root: RefObject<HTMLElement | null>;
  readonly drawAt: RefObject<((block: BlockId) => void) | null>;
}

/** What has been brought into view once isn't when the pane comes again. */
const shown = new WeakSet<Reveal>();

/** Frames that words which are to be selected are waited for, until their block is drawn. */
const PATIENCE = 30;

/** Keeps the reader's place in the letter, and brings into view what is asked for. */
export function useGoing({ letter, scroll, root, drawAt }: View) {
  const reveal = useApp((state) => state.reveal);

  const go = useCallback(
    (position: Position, smooth = false) => {
      const element = root.current;
      if (!element) return;
      if (!blockElement(element, position.block)) drawAt.current?.(position.block);
      requestAnimationFrame(() => {
        blockElement(element, position.block)?.scrollIntoView({
          block: 'center',
          behavior: smooth && !matchMedia('(prefers-reduced-motion: reduce)').matches ? 'smooth' : 'instant',
        });
      });
    },
    [root, drawAt],
  );

  useLayoutEffect(() => {
    const element = scroll.current;
    if (!element) return;
    const asked = app.get().reveal;
    const goesOn = asked?.letter?.id === letter.id && !shown.has(asked);
    const stop = goesOn ? undefined : returnTo(letter.id, element, (block) => drawAt.current?.(block));
    return () => {
      stop?.();
      leave(letter.id, element);
    };
  }, [letter.id, scroll, drawAt]);

  useEffect(() => {
    if (reveal?.letter?.id !== letter.id || shown.has(reveal)) return;
    shown.add(reveal);
    const { range, select, focus } = reveal.letter;
    const element = root.current;
    const box = element && rangeToDom(element, range)?.getBoundingClientRect();
    const view = scroll.current?.getBoundingClientRect();
    const visible = box && view && box.top >= view.top && box.bottom <= view.bottom && box.height > 0;
    if (!visible) go(range.start);
    if (focus) scroll.current?.focus({ preventScroll: true });
    if (select && element) return selectWhenDrawn(element, range);
  }, [reveal, letter.id, go, root, scroll]);

  return go;
}

/** @returns what calls it off */
function selectWhenDrawn(root: HTMLElement, range: TextRange): () => void {
  let frame = 0;
  let left = PATIENCE;
  const select = () => {
    const words = blockElement(root, range.start.block) && rangeToDom(root, range);
    if (words)
      getSelection()?.setBaseAndExtent(
        words.startContainer,
        words.startOffset,
        words.endContainer,
        words.endOffset,
      );
    else if (left-- > 0) frame = requestAnimationFrame(select);
  };
  select();
  return () => cancelAnimationFrame(frame);
}
