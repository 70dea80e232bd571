/** The form of blocks that are taken out of their letter. */
import { hasContent, isSpan, type Block, type Inline, type RichText } from '../text/block.ts';
import { orderedMarks } from '../text/inline.ts';

/**
 * The blocks as they stand in a quotation of their own: depths counted from the outermost quoted block; a list item
 * only where it is whole and in company, a heading never, so that it can't be taken for one of the pamphlet's.
 *
 * @param whole for each block whether it is there in full
 */
export function fitting(blocks: RichText, whole: readonly boolean[]): RichText {
  const alone = blocks.length === 1;
  const outer = Math.min(...blocks.map(({ quoted }) => quoted ?? 0));
  const left = Math.min(...blocks.map((block) => (block.type === 'item' ? block.level : Infinity)));
  return blocks.map((block, i) => fitted(block, whole[i] === true && !alone, outer, left));
}

/** @param kept whether an item stays one */
function fitted(block: Block, kept: boolean, outer: number, left: number): Block {
  const { id, quoted = 0, direction } = block;
  const common = {
    id,
    ...(quoted > outer ? { quoted: quoted - outer } : {}),
    ...(direction ? { direction } : {}),
  };
  switch (block.type) {
    case 'paragraph': {
      const indent = Math.max(0, (block.indent ?? 0) - (left === Infinity ? (block.indent ?? 0) : left - 1));
      return { ...common, type: 'paragraph', content: block.content, ...(indent > 0 ? { indent } : {}) };
    }
    case 'item':
      if (kept) return { ...block, ...common, quoted: common.quoted, level: block.level - left + 1 };
      return { ...common, type: 'paragraph', content: block.content };
    case 'heading':
      return { ...common, type: 'paragraph', content: kept ? strong(block.content) : block.content };
    case 'note':
      return { ...common, type: 'paragraph', content: block.content };
    default:
      return { ...block, quoted: common.quoted };
  }
}

const strong = (content: readonly Inline[]): readonly Inline[] =>
  content.map((inline) =>
    isSpan(inline) ? { ...inline, marks: orderedMarks([...(inline.marks ?? []), 'strong']) } : inline,
  );

/** Whether it is running text, which another part can go on from within the line. */
export function flows(block: Block): boolean {
  return hasContent(block) && block.type !== 'picture';
}
