/** The two handles of the selected passage: dragging them, or their arrow keys, changes where it begins and ends. */
import { useLayoutEffect, useState, type KeyboardEvent, type PointerEvent, type RefObject } from 'react';
import type { Highlight, Letter } from '../../../core/document/letter.ts';
import { en } from '../../../core/messages/en.ts';
import {
  blockText,
  offsetToPosition,
  positionToOffset,
  type Position,
} from '../../../core/text/canonical.ts';
import { textIndex } from '../../../core/text/canonical.ts';
import { resizePassage } from '../../state/passages.ts';
import { positionFromDom, positionToDom } from './dom-position.ts';

type Side = 'start' | 'end';

interface Props {
  readonly letter: Letter;
  readonly highlight: Highlight;
  readonly root: RefObject<HTMLElement | null>;
}

/** The next border of a word from a position, over block ends. */
export function wordBorder(letter: Letter, position: Position, by: -1 | 1): Position | undefined {
  const at = textIndex(letter.blocks).order.get(position.block);
  const block = at === undefined ? undefined : letter.blocks[at];
  if (at === undefined || !block) return undefined;
  const text = blockText(block);
  const words = [
    ...new Intl.Segmenter(letter.language || 'en', { granularity: 'word' }).segment(text),
  ].filter(({ isWordLike }) => isWordLike);
  if (by > 0) {
    const next = words.find(({ index, segment }) => index + segment.length > position.offset);
    if (next) return { block: block.id, offset: next.index + next.segment.length };
    if (position.offset < text.length) return { block: block.id, offset: text.length };
  } else {
    const previous = words.findLast(({ index }) => index < position.offset);
    if (previous) return { block: block.id, offset: previous.index };
    if (position.offset > 0) return { block: block.id, offset: 0 };
  }
  const offset = positionToOffset(letter.blocks, position);
  return offset === undefined ? undefined : offsetToPosition(letter.blocks, Math.max(0, offset + by));
}

export function stepPassage(letter: Letter, highlight: Highlight, side: Side, by: -1 | 1): void {
  const first = highlight.ranges[0];
  const last = highlight.ranges.at(-1);
  if (!first || !last) return;
  const to = wordBorder(letter, side === 'start' ? first.start : last.end, by);
  if (to) resizePassage(highlight.id, side, { start: to, end: to });
}

export function PassageHandles({ letter, highlight, root }: Props) {
  const [places, setPlaces] = useState<Partial<Record<Side, { top: number; left: number; height: number }>>>(
    {},
  );
  const first = highlight.ranges[0];
  const last = highlight.ranges.at(-1);

  useLayoutEffect(() => {
    const element = root.current;
    if (!element || !first || !last) return;
    const boxOf = (position: Position, side: Side) => {
      const point = positionToDom(element, position);
      if (!point) return undefined;
      const range = document.createRange();
      range.setStart(point.node, point.offset);
      range.collapse(true);
      const boxes = range.getClientRects();
      const box = (side === 'start' ? boxes[boxes.length - 1] : boxes[0]) ?? range.getBoundingClientRect();
      const origin = element.getBoundingClientRect();
      return { top: box.top - origin.top, left: box.left - origin.left, height: box.height || 20 };
    };
    const update = () => setPlaces({ start: boxOf(first.start, 'start'), end: boxOf(last.end, 'end') });
    update();
    const size = new ResizeObserver(update);
    size.observe(element);
    return () => size.disconnect();
  }, [root, first, last, letter.blocks]);

  const drag = (side: Side) => (event: PointerEvent<HTMLElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const caret = document.caretPositionFromPoint(event.clientX, event.clientY);
    const position = caret && positionFromDom(caret.offsetNode, caret.offset);
    if (position && root.current?.contains(caret.offsetNode)) {
      resizePassage(highlight.id, side, { start: position, end: position });
    }
  };
  const key = (side: Side) => (event: KeyboardEvent) => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    event.preventDefault();
    event.stopPropagation();
    stepPassage(letter, highlight, side, event.key === 'ArrowRight' ? 1 : -1);
  };
  return (['start', 'end'] as const).map((side) => {
    const place = places[side];
    return (
      place && (
        <button
          key={side}
          type="button"
          className={`passage-handle ${side}`}
          aria-label={side === 'start' ? en.passage.extendStart : en.passage.extendEnd}
          style={{ top: place.top, left: place.left, height: place.height }}
          onPointerDown={(event) => {
            event.preventDefault();
            event.currentTarget.setPointerCapture(event.pointerId);
          }}
          onPointerMove={drag(side)}
          onKeyDown={key(side)}
        />
      )
    );
  });
}
