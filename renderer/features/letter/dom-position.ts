/**
 * Between the reading pane's DOM and the model. A block's element bears `data-block`; within a table each cell's
 * element bears `data-from`, the cell's first unit in the block's text. All DOM text in them is model text.
 */
import type { Highlight } from '../../../core/document/letter.ts';
import type { RichText } from '../../../core/text/block.ts';
import { blockText, rangeByBlock, type Position, type TextRange } from '../../../core/text/canonical.ts';

const elementOf = (node: Node): Element | null => (node instanceof Element ? node : node.parentElement);

/** The position of a DOM point, or undefined outside of blocks. */
export function positionFromDom(node: Node, offset: number): Position | undefined {
  const block = elementOf(node)?.closest<HTMLElement>('[data-block]');
  const id = block?.dataset.block;
  if (!block || id === undefined) return undefined;
  const cell = elementOf(node)?.closest<HTMLElement>('[data-from]');
  const container = cell && block.contains(cell) ? cell : block;
  const range = document.createRange();
  range.setStart(container, 0);
  range.setEnd(node, offset);
  return { block: id, offset: Number(cell?.dataset.from ?? 0) + range.toString().length };
}

/** Skips line feeds and spaces at both ends, so that a passage begins and ends with a word. */
export function rangeFromSelection(
  selection: Selection,
  text: RichText,
  root: Element,
): TextRange | undefined {
  if (selection.rangeCount === 0 || selection.isCollapsed) return undefined;
  const range = selection.getRangeAt(0);
  if (!root.contains(range.commonAncestorContainer)) return undefined;
  const start = edge(range.startContainer, range.startOffset, root, 'start');
  const end = edge(range.endContainer, range.endOffset, root, 'end');
  return start && end && trimmed(text, { start, end });
}

/** Without white space at its ends; undefined when there is nothing else in it. */
function trimmed(text: RichText, range: TextRange): TextRange | undefined {
  const parts = rangeByBlock(text, range).map(({ block, from, to }) => {
    const words = blockText(block).slice(from, to);
    return {
      block: block.id,
      from: from + words.length - words.trimStart().length,
      to: to - words.length + words.trimEnd().length,
    };
  });
  const first = parts.find(({ from, to }) => from < to);
  const last = parts.findLast(({ from, to }) => from < to);
  if (!first || !last) return undefined;
  return { start: { block: first.block, offset: first.from }, end: { block: last.block, offset: last.to } };
}

/** A selection that ends between blocks (a triple click does) is taken to the nearest block inside it. */
function edge(node: Node, offset: number, root: Element, side: 'start' | 'end'): Position | undefined {
  const direct = positionFromDom(node, offset);
  if (direct) return direct;
  const blocks = [...root.querySelectorAll<HTMLElement>('[data-block]')];
  const point = document.createRange();
  point.setStart(node, offset);
  if (side === 'start') {
    const block = blocks.find((candidate) => point.comparePoint(candidate, 0) >= 0);
    return block?.dataset.block === undefined ? undefined : { block: block.dataset.block, offset: 0 };
  }
  const block = blocks.findLast(
    (candidate) => point.comparePoint(candidate, candidate.childNodes.length) <= 0,
  );
  return block && positionFromDom(block, block.childNodes.length);
}

const found = new WeakMap<ParentNode, Map<string, WeakRef<HTMLElement>>>();

/** The element of a block, or null when it isn't drawn. What was found before is looked at first. */
export function blockElement(root: ParentNode, id: string): HTMLElement | null {
  const known = found.get(root) ?? new Map<string, WeakRef<HTMLElement>>();
  found.set(root, known);
  const before = known.get(id)?.deref();
  if (before && before.dataset.block === id && root.contains(before)) return before;
  const element = root.querySelector<HTMLElement>(`[data-block="${CSS.escape(id)}"]`);
  if (element) known.set(id, new WeakRef(element));
  return element;
}

/** The elements of a passage's blocks, as far as they are drawn, in reading order. */
export function passageElements(
  root: ParentNode,
  text: RichText,
  passage: Highlight,
): readonly HTMLElement[] {
  return passage.ranges
    .flatMap((range) => rangeByBlock(text, range))
    .flatMap(({ block }) => blockElement(root, block.id) ?? []);
}

/** The DOM point of a position, or undefined when its block isn't drawn. */
export function positionToDom(
  root: ParentNode,
  position: Position,
): { node: Node; offset: number } | undefined {
  const block = blockElement(root, position.block);
  if (!block) return undefined;
  const cells = [...block.querySelectorAll<HTMLElement>('[data-from]')];
  const cell = cells.findLast((candidate) => Number(candidate.dataset.from) <= position.offset);
  const container = cell ?? block;
  let left = position.offset - Number(cell?.dataset.from ?? 0);
  const walker = document.createTreeWalker(container, NodeFilter.SHOW_TEXT);
  let last: Node | undefined;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = node.nodeValue?.length ?? 0;
    if (left <= length) return { node, offset: left };
    left -= length;
    last = node;
  }
  return last ? { node: last, offset: last.nodeValue?.length ?? 0 } : { node: container, offset: 0 };
}

/** The DOM range of a text range as far as it is drawn. */
export function rangeToDom(root: ParentNode, range: TextRange): Range | undefined {
  const start = positionToDom(root, range.start);
  const end = positionToDom(root, range.end);
  if (!start || !end) return undefined;
  const result = document.createRange();
  result.setStart(start.node, start.offset);
  result.setEnd(end.node, end.offset);
  return result;
}
