/** Where the words are that the passage bar or a passage's form belongs to; measured when they have been drawn. */
import { useCallback, useLayoutEffect, useState, type RefObject } from 'react';
import type { Highlight } from '../../../core/document/letter.ts';
import type { RichText } from '../../../core/text/block.ts';
import type { TextRange } from '../../../core/text/canonical.ts';
import { passageElements, rangeToDom } from './dom-position.ts';

interface Words {
  readonly root: RefObject<HTMLElement | null>;
  readonly scroll: RefObject<HTMLElement | null>;
  readonly text: RichText;
  /** Words just selected; else those of the passage count. */
  readonly range: TextRange | null;
  readonly passage: Highlight | undefined;
}

/** Window coordinates in CSS pixels. */
interface Boxes {
  readonly words?: DOMRect | undefined;
  /** Of the view that the letter scrolls in. */
  readonly bounds?: DOMRect | undefined;
}

const NOWHERE: Boxes = {};

/** `measure` is for what moves the words without a change of the project: scrolling. */
export function useWordsBox({ root, scroll, text, range, passage }: Words): Boxes & { measure(): void } {
  const [boxes, setBoxes] = useState(NOWHERE);
  const measure = useCallback(() => {
    const words = root.current ? boxOf(root.current, text, range, passage) : undefined;
    const next = words ? { words, bounds: scroll.current?.getBoundingClientRect() } : NOWHERE;
    setBoxes((before) =>
      isSame(before.words, next.words) && isSame(before.bounds, next.bounds) ? before : next,
    );
  }, [root, scroll, text, range, passage]);
  // After each drawing: a passage that has just been made is measured by what stands for it on the page.
  useLayoutEffect(measure);
  return { ...boxes, measure };
}

function boxOf(
  root: HTMLElement,
  text: RichText,
  range: TextRange | null,
  passage: Highlight | undefined,
): DOMRect | undefined {
  if (range) return rangeToDom(root, range)?.getBoundingClientRect();
  if (passage === undefined) return undefined;
  const boxes = passageElements(root, text, passage)
    .flatMap((block) => [...block.querySelectorAll(`[data-passages~="${CSS.escape(passage.id)}"]`)])
    .map((element) => element.getBoundingClientRect());
  if (boxes.length === 0) return undefined;
  const left = Math.min(...boxes.map((box) => box.left));
  const top = Math.min(...boxes.map((box) => box.top));
  const right = Math.max(...boxes.map((box) => box.right));
  const bottom = Math.max(...boxes.map((box) => box.bottom));
  return new DOMRect(left, top, right - left, bottom - top);
}

function isSame(a: DOMRect | undefined, b: DOMRect | undefined): boolean {
  return a?.x === b?.x && a?.y === b?.y && a?.width === b?.width && a?.height === b?.height;
}
