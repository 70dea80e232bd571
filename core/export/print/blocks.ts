/** Rich text for print: the flat list of blocks becomes the tree of lists and quotations that is set. */
import type { ListStyle } from '../../text/block.ts';
import { cleanLine } from './clean.ts';
import { contentLines, printContent, type ContentContext, type PrintContent } from './content.ts';
import { languageOfDirection } from './language.ts';
import { printTable, type PrintTable } from './table.ts';
import type { PublishedBlock, PublishedContent } from '../publication.ts';

type PrintBlockBody =
  | { readonly type: 'paragraph'; readonly content: PrintContent }
  | {
      readonly type: 'entry';
      /** "Demand 3" */
      readonly name: string;
      readonly label: string | null;
      readonly content: PrintContent;
    }
  /** Levels begin with 1 and never skip one on the way down. */
  | { readonly type: 'heading'; readonly level: number; readonly content: PrintContent }
  | { readonly type: 'list'; readonly list: ListStyle; readonly items: readonly PrintItem[] }
  | {
      readonly type: 'quote';
      readonly blocks: readonly PrintBlock[];
      readonly attribution: PrintContent | null;
    }
  | { readonly type: 'attribution'; readonly content: PrintContent }
  | { readonly type: 'verse' | 'preformatted'; readonly lines: readonly PrintContent[] }
  | {
      readonly type: 'notes';
      readonly items: readonly { readonly label: string; readonly content: PrintContent }[];
    }
  | PrintTable
  | {
      readonly type: 'picture';
      readonly asset: string;
      readonly alternative: string;
      readonly content: PrintContent;
    }
  | { readonly type: 'rule' };
export type PrintBlock = PrintBlockBody & {
  readonly direction?: 'ltr' | 'rtl';
  /** With `direction`: the language to set the block in. */
  readonly lang?: string;
};
export interface PrintItem {
  readonly ordinal: number;
  readonly blocks: readonly PrintBlock[];
}

export function printBlocks(
  blocks: readonly PublishedBlock[],
  context: ContentContext,
): readonly PrintBlock[] {
  return new Grouping(context).blocks(blocks, 0, 0);
}

class Grouping {
  readonly #context: ContentContext;
  readonly #headings: number[] = [];

  constructor(context: ContentContext) {
    this.#context = context;
  }

  /** Blocks at a depth of quotation and of lists: what lies deeper is grouped. */
  blocks(blocks: readonly PublishedBlock[], quoted: number, listed: number): readonly PrintBlock[] {
    const result: PrintBlock[] = [];
    let i = 0;
    while (i < blocks.length) {
      const from = i;
      const block = blocks[i++];
      if (!block) break;
      if (quotedDepth(block) > quoted) {
        while (i < blocks.length && quotedDepth(blocks[i]) > quoted) i++;
        result.push(this.#quotation(blocks.slice(from, i), quoted + 1));
      } else if (listDepth(block) > listed && block.type === 'item') {
        while (i < blocks.length && listDepth(blocks[i]) > listed) i++;
        result.push(...this.#lists(blocks.slice(from, i), quoted, listed + 1));
      } else if (block.type === 'note') {
        while (i < blocks.length && blocks[i]?.type === 'note') i++;
        result.push(this.#notes(blocks.slice(from, i)));
      } else {
        const last = result.at(-1);
        const printed = this.#single(block);
        const ownsQuote = quoted === 0 && last?.type === 'quote' && last.attribution === null;
        if (printed.type === 'attribution' && ownsQuote) {
          result[result.length - 1] = { ...last, attribution: printed.content };
        } else {
          result.push(printed);
        }
      }
    }
    return result;
  }

  #quotation(blocks: readonly PublishedBlock[], depth: number): PrintBlock {
    const inner = this.blocks(blocks, depth, 0);
    const last = inner.at(-1);
    return last?.type === 'attribution' && inner.length > 1
      ? { type: 'quote', blocks: inner.slice(0, -1), attribution: last.content }
      : { type: 'quote', blocks: inner, attribution: null };
  }

  /** One list after another: a new one begins where the style changes or the numbers don't run on. */
  #lists(blocks: readonly PublishedBlock[], quoted: number, level: number): readonly PrintBlock[] {
    const lists: { type: 'list'; list: ListStyle; items: PrintItem[] }[] = [];
    let i = 0;
    while (i < blocks.length) {
      const first = blocks[i];
      const from = i++;
      while (i < blocks.length && !isItemAt(blocks[i], level)) i++;
      const own = first?.type === 'item' && listDepth(first) === level ? first : undefined;
      const style = first?.type === 'item' ? first.list : 'bullet';
      const ordinal = own?.ordinal ?? 0;
      const items = own
        ? [
            { ...this.#directed(own), type: 'paragraph', content: this.#words(own) } as const,
            ...this.blocks(blocks.slice(from + 1, i), quoted, level),
          ]
        : this.blocks(blocks.slice(from, i), quoted, level);
      const last = lists.at(-1);
      const previous = last?.items.at(-1)?.ordinal ?? 0;
      const runsOn = last?.list === style && (style === 'bullet' || ordinal === previous + 1);
      if (last && runsOn) last.items.push({ ordinal, blocks: items });
      else lists.push({ type: 'list', list: style, items: [{ ordinal, blocks: items }] });
    }
    return lists;
  }

  #notes(blocks: readonly PublishedBlock[]): PrintBlock {
    const items = blocks.flatMap((block) =>
      block.type === 'note' ? [{ label: cleanLine(block.label), content: this.#words(block) }] : [],
    );
    return { type: 'notes', items };
  }

  #single(block: PublishedBlock): PrintBlock {
    return { ...this.#directed(block), ...this.#body(block) };
  }

  /** The words of a block, with the label of what a reference leads to before them. */
  #words(block: Extract<PublishedBlock, { content: PublishedContent }>): PrintContent {
    const content = this.#content(block.content);
    const label = block.anchor === undefined ? null : this.#context.place(block.anchor);
    return label === null ? content : [{ text: '', labels: [label] }, ...content];
  }

  #body(block: PublishedBlock): PrintBlockBody {
    switch (block.type) {
      case 'paragraph': {
        const content = this.#words(block);
        if (!block.entry) return { type: 'paragraph', content };
        const label = this.#context.place(block.entry.anchor);
        return { type: 'entry', name: cleanLine(block.entry.label), label, content };
      }
      case 'heading':
        return { type: 'heading', level: this.#level(block.level), content: this.#words(block) };
      case 'attribution':
        return { type: 'attribution', content: this.#words(block) };
      case 'verse':
      case 'preformatted':
        return { type: block.type, lines: contentLines(this.#words(block)) };
      case 'table':
        return printTable(block.rows, (content) => this.#content(content));
      case 'picture':
        return {
          type: 'picture',
          asset: block.asset,
          alternative: cleanLine(block.alternative),
          content: this.#words(block),
        };
      case 'rule':
        return { type: 'rule' };
      case 'item':
      case 'note':
        return { type: 'paragraph', content: this.#words(block) };
    }
  }

  #content(content: PublishedContent): PrintContent {
    return printContent(content, this.#context);
  }

  /** PDF/UA allows no gap in the levels of headings: they are ranked by those still open above them. */
  #level(level: number): number {
    while (this.#headings.length > 0 && (this.#headings.at(-1) ?? 0) >= level) this.#headings.pop();
    this.#headings.push(level);
    return this.#headings.length;
  }

  #directed(block: PublishedBlock): { direction?: 'ltr' | 'rtl'; lang?: string } {
    if (!block.direction) return {};
    const text = 'content' in block ? publishedText(block.content) : '';
    const lang = languageOfDirection(text, block.direction);
    return { direction: block.direction, ...(lang ? { lang } : {}) };
  }
}

function publishedText(content: PublishedContent): string {
  return content.map((inline) => ('text' in inline ? inline.text : '')).join('');
}

/** What lies deeper is set at this depth: a page of this size has no room for more, nor has the typesetter. */
const DEEPEST = 5;

function quotedDepth(block: PublishedBlock | undefined): number {
  return Math.min(Math.trunc(block?.quoted ?? 0), DEEPEST);
}
function listDepth(block: PublishedBlock | undefined): number {
  if (block?.type === 'item') return Math.min(Math.max(1, Math.trunc(block.level)), DEEPEST);
  return block?.type === 'paragraph' && !block.entry ? Math.min(Math.trunc(block.indent ?? 0), DEEPEST) : 0;
}
function isItemAt(block: PublishedBlock | undefined, level: number): boolean {
  return block?.type === 'item' && listDepth(block) <= level;
}
