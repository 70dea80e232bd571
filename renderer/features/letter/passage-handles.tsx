/** The two handles of the selected passage: dragging them, or their arrow keys, changes where it begins and ends. */
import { useLayoutEffect, useState, type KeyboardEvent, type PointerEvent, type RefObject } from 'react';
import type { Highlight, Letter } from '../../../core/document/letter.ts';
import { en } from '../../../core/messages/en.ts';
import type { Block } from '../../../core/text/block.ts';
import { blockText, textIndex, type Position } from '../../../core/text/canonical.ts';
import { resizePassage } from '../../state/passages.ts';
import { positionFromDom, positionToDom } from './dom-position.ts';

type Side = 'start' | 'end';

interface Props {
  readonly letter: Letter;
  readonly highlight: Highlight;
  readonly root: RefObject<HTMLElement | null>;
}

/** Where a passage may begin (or end) in a block: at its words and at the block's own edge; UTF-16 units, ascending. */
function borders(block: Block, language: string, side: Side): readonly number[] {
  const text = blockText(block);
  const words = [...new Intl.Segmenter(language || 'en', { granularity: 'word' }).segment(text)].filter(
    ({ isWordLike }) => isWordLike,
  );
  if (words.length === 0) return [];
  const places =
    side === 'start'
      ? [text.length - text.trimStart().length, ...words.map(({ index }) => index)]
      : [...words.map(({ index, segment }) => index + segment.length), text.trimEnd().length];
  return [...new Set(places)];
}

/** The next place before or after a position where a passage may begin (or end), over block ends. */
export function wordBorder(letter: Letter, position: Position, side: Side, by: -1 | 1): Position | undefined {
  const at = textIndex(letter.blocks).order.get(position.block);
  if (at === undefined) return undefined;
  for (let index = at; ; index += by) {
    const block = letter.blocks[index];
    if (!block) return undefined;
    const places = borders(block, letter.language, side);
    const isFurther = (offset: number) => index !== at || (offset - position.offset) * by > 0;
    const offset = by > 0 ? places.find(isFurther) : places.findLast(isFurther);
    if (offset !== undefined) return { block: block.id, offset };
  }
}

export function stepPassage(letter: Letter, highlight: Highlight, side: Side, by: -1 | 1): void {
  const first = highlight.ranges[0];
  const last = highlight.ranges.at(-1);
  if (!first || !last) return;
  const to = wordBorder(letter, side === 'start' ? first.start : last.end, side, by);
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
    const handle = event.currentTarget;
    if (!handle.hasPointerCapture(event.pointerId)) return;
    // The handle itself is under the pointer; the words beneath are meant.
    handle.style.pointerEvents = 'none';
    const caret = document.caretPositionFromPoint(event.clientX, event.clientY);
    handle.style.pointerEvents = '';
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
