/** A passage as it is quoted in a point. */
import { orderedMarks } from '../text/inline.ts';
import type { Block, Inline, Paragraph, RichText } from '../text/block.ts';
import { isSpan } from '../text/block.ts';
import { blockLength, rangeByBlock } from '../text/canonical.ts';
import { listOrdinals } from '../text/list-markers.ts';
import { sliceBlock } from '../text/slice.ts';
import type { Highlight, Letter } from '../document/letter.ts';
import { numbering } from '../derived/numbering.ts';
import { byIdentity } from '../derived/remember.ts';
import { shortSourceLine, sourceLine } from '../derived/source-line.ts';
import { publishedBlocks } from './published-blocks.ts';
import { quotedContent, type Setting } from './published-content.ts';
import type { PublishedQuotation } from './publication.ts';

/** Of a letter's lists: computed once, however many passages are quoted from it. */
const ordinalsOf = byIdentity(listOrdinals);

/** What stands for the words left out between two parts of a passage. */
const OMISSION = ' […] ';

export function publishedQuotation(
  highlight: Highlight,
  letter: Letter,
  setting: Setting,
): PublishedQuotation {
  const { project } = setting;
  const { language } = project.settings;
  return {
    passage: highlight.id,
    code: numbering(project).passageCodes.get(highlight.id) ?? letter.code,
    letter: letter.id,
    blocks: publishedBlocks(quotedBlocks(highlight, letter.blocks), {
      content: quotedContent,
      assets: project.assets,
      ordinals: ordinalsOf(letter.blocks),
    }),
    language: letter.language,
    direction: letter.direction,
    source: sourceLine(letter, highlight, language),
    shortSource: shortSourceLine(letter, highlight, language),
  };
}

/** A block of the passage, and whether it is there in full. */
interface Part {
  readonly block: Block;
  readonly whole: boolean;
}

/**
 * The blocks of a passage, its parts joined by an omission. Of a passage whose words are all gone, the words that
 * it had.
 */
export function quotedBlocks({ id, ranges, quote }: Highlight, text: RichText): RichText {
  const parts = ranges.map((range) =>
    rangeByBlock(text, range).map(({ block, from, to }): Part => ({
      block: sliceBlock(block, from, to),
      whole: from === 0 && to === blockLength(block),
    })),
  );
  const all = parts.flat();
  if (all.length === 0) {
    return quote
      .split('\n')
      .map((line, i): Paragraph => ({ id: `${id}-${i}`, type: 'paragraph', content: [{ text: line }] }));
  }
  const alone = all.length === 1;
  const outer = Math.min(...all.map(({ block }) => block.quoted ?? 0));
  const left = Math.min(...all.map(({ block }) => (block.type === 'item' ? block.level : Infinity)));
  const asQuoted = ({ block, whole }: Part): Block => fitting(block, whole && !alone, outer, left);
  return parts
    .filter((part) => part.length > 0)
    .map((part) => part.map(asQuoted))
    .reduce<RichText>((before, after) => (before.length === 0 ? after : joined(before, after)), []);
}

/**
 * The block as it stands in a quotation of its own: depths counted from the outermost quoted block; a list item
 * only where it is whole and in company, a heading never, so that it can't be taken for one of the pamphlet's.
 *
 * @param kept whether an item stays one
 */
function fitting(block: Block, kept: boolean, outer: number, left: number): Block {
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

type Flowing = Extract<Block, { type: 'paragraph' | 'item' | 'attribution' | 'verse' | 'preformatted' }>;
const flows = (block: Block | undefined): block is Flowing =>
  block !== undefined && !['table', 'picture', 'rule', 'heading', 'note'].includes(block.type);

/** Two parts of a passage with the omission between them: within the line where both sides are running text. */
function joined(before: RichText, after: RichText): RichText {
  const [last, first] = [before.at(-1), after[0]];
  if (flows(last) && flows(first)) {
    const content = [...trimmed(last.content, 'end'), { text: OMISSION }, ...trimmed(first.content, 'start')];
    return [...before.slice(0, -1), { ...last, content }, ...after.slice(1)];
  }
  const id = `${last?.id ?? ''}-omission`;
  return [...before, { id, type: 'paragraph', content: [{ text: OMISSION.trim() }] }, ...after];
}

/** Without the spaces at one end, which the omission brings along. */
function trimmed(content: readonly Inline[], end: 'start' | 'end'): readonly Inline[] {
  const at = end === 'start' ? 0 : content.length - 1;
  const outermost = content[at];
  if (!outermost || !isSpan(outermost)) return content;
  const text = end === 'start' ? outermost.text.trimStart() : outermost.text.trimEnd();
  return content.with(at, { ...outermost, text });
}
