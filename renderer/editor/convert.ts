/**
 * Rich text to Slate's elements and back. Going there and back gives an equal block for every block whose content
 * is normal (see `normalInline`); a block that wasn't touched comes back as the very same value.
 */
import {
  isSpan,
  MARKS,
  paragraph,
  type Block,
  type BlockId,
  type Inline,
  type RichText,
  type Span,
} from '../../core/text/block.ts';
import { normalInline, span } from '../../core/text/inline.ts';
import type { BlockElement, InlineNode, Leaf, TextElement } from './nodes.ts';

const blocks = new WeakMap<BlockElement, Block>();

/** Says that `element` stands for `block`, so that it is given back as that value while it is unchanged. */
export function rememberBlock(element: BlockElement, block: Block): void {
  blocks.set(element, block);
}

function toLeaf(inline: Span): Leaf {
  const leaf: Leaf = { text: inline.text };
  for (const mark of inline.marks ?? []) leaf[mark] = true;
  if (inline.link !== undefined) leaf.link = inline.link;
  return leaf;
}

/** Content as Slate wants it: atoms have a leaf on both sides, and there is always one leaf. */
export function toInlineNodes(content: readonly Inline[]): InlineNode[] {
  const nodes: InlineNode[] = [];
  for (const inline of content) {
    if (isSpan(inline)) {
      nodes.push(toLeaf(inline));
      continue;
    }
    const last = nodes.at(-1);
    if (!last || !('text' in last)) nodes.push({ text: '' });
    nodes.push({ type: 'atom', atom: inline, children: [{ text: '' }] });
  }
  const last = nodes.at(-1);
  if (!last || !('text' in last)) nodes.push({ text: '' });
  return nodes;
}

export function toContent(nodes: readonly InlineNode[]): readonly Inline[] {
  return normalInline(
    nodes.map((node) => {
      if (!('text' in node)) return node.atom;
      return span(
        node.text,
        MARKS.filter((mark) => node[mark]),
        node.link,
      );
    }),
  );
}

/** A new element at each call: Slate keys its own records by element. */
export function toElement(block: Block): BlockElement {
  let element: BlockElement;
  if (block.type === 'table' || block.type === 'picture' || block.type === 'rule') {
    element = { type: 'void', id: block.id, block, children: [{ text: '' }] };
  } else {
    const { content, ...attributes } = block;
    element = { ...attributes, children: toInlineNodes(content) } as TextElement;
  }
  blocks.set(element, block);
  return element;
}

export function toBlock(element: BlockElement): Block {
  let block = blocks.get(element);
  if (!block) {
    if (element.type === 'void') {
      block = element.block.id === element.id ? element.block : { ...element.block, id: element.id };
    } else {
      const { children, ...attributes } = element;
      block = { ...attributes, content: toContent(children) } as Block;
    }
    blocks.set(element, block);
  }
  return block;
}

/** Elements for a text; `phantom` is the id of the empty paragraph that an empty text shows. */
export function toChildren(text: RichText, phantom: BlockId): BlockElement[] {
  return text.length > 0 ? text.map(toElement) : [toElement(paragraph(phantom))];
}

/** The text that the elements stand for: nothing while there is only the untouched phantom. */
export function toRichText(children: readonly BlockElement[], phantom: BlockId): RichText {
  const only = children[0];
  if (children.length === 1 && only && isPhantom(only, phantom)) return [];
  return children.map(toBlock);
}

function isPhantom(element: BlockElement, phantom: BlockId): boolean {
  const first = element.children[0];
  return (
    element.type === 'paragraph' &&
    element.id === phantom &&
    // type, id and children: nothing else has been set.
    Object.keys(element).length === 3 &&
    element.children.length === 1 &&
    first !== undefined &&
    'text' in first &&
    first.text === ''
  );
}
