/** Where, in a text that holds several letters or comments one after another, another is likely to begin. */
import type { Block, RichText } from '../text/block.ts';
import { blockText } from '../text/canonical.ts';

const PATTERNS: readonly RegExp[] = [
  // A mail's head, or the line that introduces a quoted one.
  /^(from|von|de|da|van)\s*:\s*\S/i,
  /^(on|am|le|el|il|op)\b.{6,120}\b(wrote|schrieb|écrit|escribió|scritto|schreef)\b.{0,4}:$/i,
  // "Comment 12", "Submission 3:", "Letter A", "Reviewer 2".
  /^(comment|submission|letter|reviewer|referee|response|kommentar|stellungnahme|brief|commentaire|lettre)\s+(no\.?\s*|#)?([a-z]?\d{1,4}|[a-z])\b[.:)]?(\s|$)/i,
  // A salutation.
  /^(dear|sehr geehrte|liebe|lieber|chère?|estimad[oa]|gentile|geachte|beste)\b.{1,80}[,!:]?$/i,
];
/** "12." or "(12)" at the head of a paragraph counts when such paragraphs follow each other in order. */
const NUMBERED = /^\(?(\d{1,4})[.)]\s+\S/;

function looksLikeBeginning(block: Block): boolean {
  if (block.type === 'note' || block.type === 'item' || block.quoted !== undefined) return false;
  const line = (blockText(block).split('\n')[0] ?? '').trim();
  return PATTERNS.some((pattern) => pattern.test(line));
}

function beginnings(text: RichText): readonly number[] {
  const found: number[] = [];
  text.forEach((block, index) => {
    if (looksLikeBeginning(block) && index - (found.at(-1) ?? -9) > 3) found.push(index);
  });
  return found;
}

/** A salutation among the first blocks is the first letter's own. */
const OWN_HEAD = 4;

/** In how many places another letter seems to begin. Numbered paragraphs don't count: single letters have them too. */
export function furtherLetters(text: RichText): number {
  return beginnings(text).filter((index) => index > OWN_HEAD).length;
}

/**
 * Indexes of blocks, rising, never 0. A salutation right after a head line (with fewer than four blocks between)
 * belongs to that head.
 */
export function likelyBeginnings(text: RichText): readonly number[] {
  const found = beginnings(text).filter((index) => index > 0);
  return found.length > 0 ? found : numbered(text);
}

function numbered(text: RichText): readonly number[] {
  const found: number[] = [];
  let last = 0;
  text.forEach((block, index) => {
    if (block.type !== 'paragraph' && block.type !== 'heading') return;
    const number = Number(NUMBERED.exec(blockText(block))?.[1] ?? 0);
    if (number !== last + 1) return;
    last = number;
    found.push(index);
  });
  return last >= 3 ? found.filter((index) => index > 0) : [];
}
