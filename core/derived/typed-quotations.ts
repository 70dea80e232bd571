/** Quotations that the author typed herself: what in her texts claims to be someone else's words. */
import { hasContent, isSpan, type Block, type BlockId, type Inline, type RichText } from '../text/block.ts';
import { blockText } from '../text/canonical.ts';
import { inlineText } from '../text/inline.ts';
import { byIdentity } from './remember.ts';

/** Words in quotation marks, in one block. */
export interface MarkedQuotation {
  /** `paragraph`: the paragraph is nothing else. */
  readonly kind: 'paragraph' | 'running';
  readonly note?: string;
  /** Whether a note stands right after it. */
  readonly noted: boolean;
  /** Units of the block's or the note's text, without the marks. */
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** Blocks quoted one after another, up to the attribution, if there is one. */
export interface QuotedRun {
  readonly blocks: RichText;
  /** Its attribution, or its last block, cites a work. */
  readonly ofWork: boolean;
}

/** Words within marks that are fewer are taken for a phrase. */
const LEAST_WORDS = 4;

const BETWEEN = [
  '“([^“”]*(?:“[^“”]*”[^“”]*)*)”',
  '„([^„“”]*)[“”]',
  '«([^«»]*)»',
  '»([^«»]*)«',
  '‹([^‹›]*)›',
  '「([^「」]*)」',
  '『([^『』]*)』',
  '(?<![\\p{L}\\p{N}])"([^"]*)"(?![\\p{L}\\p{N}])',
  '(?<![\\p{L}\\p{N}])‘([^‘’]*(?:’(?=\\p{L})[^‘’]*)*)’(?!\\p{L})',
];
const MARKED = new RegExp(BETWEEN.join('|'), 'gu');
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu;

/** Words, where they are parted by spaces; of other scripts, two characters count as one. */
export function countWords(text: string): number {
  const unspaced = text.match(UNSPACED)?.length ?? 0;
  const spaced = text.replace(UNSPACED, ' ').match(/[\p{L}\p{N}]+(?:['’\-‑][\p{L}\p{N}]+)*/gu)?.length ?? 0;
  return spaced + Math.floor(unspaced / 2);
}

/** Quotations in marks in the block's text and its notes; computed once for each value of the block. */
export const markedQuotations = byIdentity((block: Block): readonly MarkedQuotation[] => {
  if (!hasContent(block) || block.type === 'preformatted' || block.type === 'heading') return [];
  const own = block.quoted === undefined ? inContent(block.content, block.type === 'paragraph') : [];
  return [...own, ...inNotes(block.content)];
});

function inNotes(content: readonly Inline[]): readonly MarkedQuotation[] {
  return content.flatMap((inline) => {
    if (isSpan(inline) || inline.type !== 'note') return [];
    const { id, body } = inline;
    return [...inContent(body, false).map((found) => ({ ...found, note: id })), ...inNotes(body)];
  });
}

function inContent(content: readonly Inline[], isParagraph: boolean): readonly MarkedQuotation[] {
  const text = inlineText(content);
  const cited = offsetsOf(content, citesWork);
  const noted = offsetsOf(content, (inline) => !isSpan(inline) && inline.type === 'note');
  const found: MarkedQuotation[] = [];
  for (const match of text.matchAll(MARKED)) {
    const inner = match.slice(1).find((group) => group !== undefined) ?? '';
    const end = match.index + match[0].length;
    const alone =
      isParagraph && text.slice(0, match.index).trim() === '' && /^\s*[.,;]?\s*$/.test(text.slice(end));
    if (!alone && countWords(inner) < LEAST_WORDS) continue;
    // "…" (Ashgrove 2019): of a work, not of a letter.
    const follows = (at: number) => at >= end && /^[\s.,;:]*$/.test(text.slice(end, at));
    if (cited.some(follows)) continue;
    if (inner.trim() === '') continue;
    found.push({
      kind: alone ? 'paragraph' : 'running',
      from: match.index + 1,
      to: end - 1,
      text: inner,
      noted: noted.some(follows),
    });
  }
  return found;
}

/** Offsets among the units of the text of the atoms asked for. */
function offsetsOf(content: readonly Inline[], asked: (inline: Inline) => boolean): readonly number[] {
  const offsets: number[] = [];
  let at = 0;
  for (const inline of content) {
    if (isSpan(inline)) at += inline.text.length;
    else if (asked(inline)) offsets.push(at);
  }
  return offsets;
}

/** Runs of quoted blocks, each under its first block's id; computed once for each value of the text. */
export const quotedRuns = byIdentity((text: RichText): ReadonlyMap<BlockId, QuotedRun> => {
  const runs = new Map<BlockId, QuotedRun>();
  let open: Block[] = [];
  const close = (attribution?: Block) => {
    const [first] = open;
    const last = attribution ?? open.at(-1);
    if (first) runs.set(first.id, { blocks: open, ofWork: last !== undefined && cites(last) });
    open = [];
  };
  for (const block of text) {
    if (block.type === 'attribution') close(block);
    else if (block.quoted === undefined) close();
    else if (hasContent(block) && blockText(block).trim() !== '') open.push(block);
  }
  close();
  return runs;
});

function cites(block: Block): boolean {
  return hasContent(block) && block.content.some(citesWork);
}

function citesWork(inline: Inline): boolean {
  if (isSpan(inline)) return false;
  return inline.type === 'citation' || (inline.type === 'note' && inline.body.some(citesWork));
}
