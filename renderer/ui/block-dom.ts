/**
 * Between the DOM of a block, in a letter, an editor or a text without one, and the block's text: atoms and what
 * editors put around them take no room, a table's cells are parted by one unit.
 */
interface TextNode {
  readonly node: Text;
  /** UTF-16 units of the block's text before it. */
  readonly from: number;
}

const NO_TEXT = '.atom, .joint, .placeholder, [data-slate-zero-width], [data-slate-spacer]';

function textNodes(block: Element): readonly TextNode[] {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
    node instanceof Element && node.matches(NO_TEXT) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  const nodes: TextNode[] = [];
  let at = 0;
  let cells = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node instanceof Text) {
      nodes.push({ node, from: at });
      at += node.length;
    } else if (node instanceof HTMLTableCellElement && cells++ > 0) at++;
  }
  return nodes;
}

/** The text as it is drawn; tabs for what parts the cells of a table. */
export function drawnText(block: Element): string {
  let text = '';
  for (const { node, from } of textNodes(block)) text = text.padEnd(from, '\t') + node.data;
  return text;
}

/** DOM ranges of extents of the block's text, in order; those that aren't drawn are left out. */
export function rangesIn(
  block: Element,
  extents: readonly { readonly from: number; readonly to: number }[],
): readonly Range[] {
  if (extents.length === 0) return [];
  const nodes = textNodes(block);
  const ranges: Range[] = [];
  let i = 0;
  for (const { from, to } of extents) {
    while (i > 0 && (nodes[i]?.from ?? 0) > from) i--;
    // The earliest node that holds the first unit.
    while (i < nodes.length - 1 && (nodes[i + 1]?.from ?? 0) <= from) i++;
    const first = nodes[i];
    let j = i;
    while (j < nodes.length - 1 && (nodes[j + 1]?.from ?? 0) < to) j++;
    const last = nodes[j];
    if (!first || !last || from - first.from > first.node.length) continue;
    const range = document.createRange();
    range.setStart(first.node, from - first.from);
    range.setEnd(last.node, Math.min(last.node.length, to - last.from));
    ranges.push(range);
  }
  return ranges;
}

/** The offset in the block's text of a DOM point within its element. */
export function offsetIn(block: Element, container: Node, offset: number): number {
  const point = document.createRange();
  point.setStart(container, offset);
  let at = 0;
  for (const { node, from } of textNodes(block)) {
    if (node === container) return from + offset;
    if (point.comparePoint(node, 0) > 0) break;
    at = from + node.length;
  }
  return at;
}

/** The blocks that a node stands in, the nearest first: a cell or caption with an editor is one within its block. */
export function blocksOf(node: Node | null): readonly HTMLElement[] {
  const found: HTMLElement[] = [];
  let element = node instanceof Element ? node : node?.parentElement;
  for (;;) {
    const block = element?.closest<HTMLElement>('[data-block]');
    if (!block) return found;
    found.push(block);
    element = block.parentElement;
  }
}
