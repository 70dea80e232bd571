/**
 * The passages of a letter as Slate's decorations. They are kept by block, outside of Slate's text, and a block
 * reads only its own list. Each passage is a property of its own, so that passages which overlap survive merging.
 */
import type { DecoratedRange, NodeEntry } from 'slate';
import type { BlockId } from '../../core/text/block.ts';
import { childLength, isTextBlock } from './letter-nodes.ts';
import type { BlockElement, TextElement } from './nodes.ts';

/** A passage's stretch of one block, UTF-16 units of its text, half-open. */
export interface LetterPart {
  readonly id: string;
  readonly from: number;
  readonly to: number;
  /** 1 to 6. */
  readonly style: number;
  readonly state: string;
}

/** By block, in order of their beginning. A list whose value stays the same (`===`) isn't drawn again. */
export type LetterParts = ReadonlyMap<BlockId, readonly LetterPart[]>;

const PROPERTY = 'passage:';
const NONE: DecoratedRange[] = [];

export interface LetterPassages {
  readonly parts: LetterParts;
  decorate(entry: NodeEntry): DecoratedRange[];
  /** Takes new parts; blocks drawn from now on go by them. */
  take(parts: LetterParts): void;
  /** The blocks that have been drawn with other parts than they have now. */
  stale(): readonly BlockId[];
}

export function letterPassages(first: LetterParts): LetterPassages {
  let parts = first;
  /** The parts that {@link LetterPassages.stale} has looked at. */
  let seen = first;
  const drawn = new Map<BlockId, readonly LetterPart[]>();
  return {
    get parts() {
      return parts;
    },
    decorate([node, path]) {
      // Slate puts ranges of its own into the editor's list.
      if (path.length !== 2) return path.length === 0 ? [] : NONE;
      const block = node as BlockElement;
      const list = parts.get(block.id);
      if (list) drawn.set(block.id, list);
      else drawn.delete(block.id);
      return list && isTextBlock(block) ? list.flatMap((part) => decoration(block, path, part)) : NONE;
    },
    take(next) {
      parts = next;
    },
    stale() {
      if (seen === parts) return [];
      const before = seen;
      seen = parts;
      const changed = [...parts.keys()].filter((id) => parts.get(id) !== before.get(id));
      for (const id of before.keys()) if (!parts.has(id)) changed.push(id);
      return changed.filter((id) => drawn.get(id) !== parts.get(id));
    },
  };
}

/** A range over the block's leaves, within the block's length. */
function decoration(block: TextElement, path: readonly number[], part: LetterPart): DecoratedRange[] {
  const point = (offset: number, atEnd: boolean) => {
    let rest = offset;
    for (let i = 0; i < block.children.length; i++) {
      const length = childLength(block.children[i]);
      if (rest < length || (atEnd && rest <= length && length > 0))
        return { path: [...path, i], offset: rest };
      rest -= length;
    }
    return undefined;
  };
  const length = block.children.reduce((sum, child) => sum + childLength(child), 0);
  const [from, to] = [Math.min(part.from, length), Math.min(part.to, length)];
  const [anchor, focus] = from < to ? [point(from, false), point(to, true)] : [];
  if (!anchor || !focus) return [];
  return [{ anchor, focus, [PROPERTY + part.id]: `${part.style} ${part.state}` } as DecoratedRange];
}

export interface LeafPassage {
  readonly id: string;
  readonly style: string;
  readonly state: string;
}

/** The passages that a decorated leaf lies in, in order of their beginning. */
export function passagesOfLeaf(leaf: object): readonly LeafPassage[] {
  const found: LeafPassage[] = [];
  for (const [key, value] of Object.entries(leaf)) {
    if (!key.startsWith(PROPERTY)) continue;
    const [style = '', state = ''] = String(value).split(' ');
    found.push({ id: key.slice(PROPERTY.length), style, state });
  }
  return found;
}
