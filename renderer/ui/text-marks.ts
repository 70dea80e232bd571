/**
 * Marks on words that are drawn without touching the text's elements, by the CSS Custom Highlight API: what is typed
 * in parts nothing, an input method isn't disturbed, and letters, editors and texts without one are marked alike.
 */
export interface TextMarks {
  /** In place of the ranges that this block had. */
  draw(block: Element, ranges: readonly Range[]): void;
  /** Blocks that are marked. */
  blocks(): Iterable<Element>;
  clear(): void;
}

/** @param name as style sheets have it, `::highlight(name)`; the higher priority lies above */
export function textMarks(name: string, priority = 0): TextMarks {
  const highlight = new Highlight();
  highlight.priority = priority;
  CSS.highlights.set(name, highlight);
  const drawn = new Map<Element, readonly Range[]>();
  return {
    draw(block, ranges) {
      for (const range of drawn.get(block) ?? []) highlight.delete(range);
      for (const range of ranges) highlight.add(range);
      if (ranges.length > 0) drawn.set(block, ranges);
      else drawn.delete(block);
    },
    blocks: () => drawn.keys(),
    clear() {
      highlight.clear();
      drawn.clear();
    },
  };
}
