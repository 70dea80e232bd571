/** The DOM of a block, the same in the editor and in static text, so that one can take the other's place. */
import type { CSSProperties } from 'react';
import type { Block } from '../../core/text/block.ts';
import type { BlockAttributes } from './nodes.ts';

export interface BlockLook {
  readonly tag: 'p' | 'div' | 'pre' | 'h1' | 'h2' | 'h3' | 'h4' | 'h5' | 'h6';
  readonly props: {
    readonly className: string;
    readonly dir?: 'ltr' | 'rtl' | undefined;
    readonly style?: CSSProperties;
    readonly [data: `data-${string}`]: string | number | undefined;
  };
}

export interface BlockNumbers {
  /** The marker of a list item, "3." */
  readonly marker?: string | undefined;
  /** What it is called as an entry of a list, "Demand 3". */
  readonly entry?: string | undefined;
}

export function blockLook(block: BlockAttributes | Block, numbers: BlockNumbers): BlockLook {
  const level = block.type === 'item' ? block.level : block.type === 'paragraph' ? block.indent : undefined;
  const style: Record<string, number> = {};
  if (block.quoted) style['--quoted'] = block.quoted;
  if (level) style['--level'] = level;
  return {
    tag: tagOf(block),
    props: {
      className: `block ${block.type === 'heading' ? `heading heading-${block.level}` : block.type}`,
      dir: block.direction,
      style: style as CSSProperties,
      'data-block': block.id,
      'data-quoted': block.quoted,
      'data-level': level,
      'data-list': block.type === 'item' ? block.list : undefined,
      'data-marker': block.type === 'item' ? numbers.marker : block.type === 'note' ? block.label : undefined,
      'data-entry': block.type === 'paragraph' && block.entry ? (numbers.entry ?? '•') : undefined,
    },
  };
}

function tagOf(block: BlockAttributes | Block): BlockLook['tag'] {
  switch (block.type) {
    case 'heading':
      return `h${Math.min(6, Math.max(1, block.level)) as 1 | 2 | 3 | 4 | 5 | 6}`;
    case 'preformatted':
      return 'pre';
    case 'item':
    case 'table':
    case 'picture':
    case 'rule':
      return 'div';
    default:
      return 'p';
  }
}
