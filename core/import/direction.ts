import { hasContent, type Block, type RichText } from '../text/block.ts';
import { blockText } from '../text/canonical.ts';

const STRONG = /[\p{L}\p{Nl}]/gu;
const RIGHT_TO_LEFT =
  /[\u0590-\u05ff\u0600-\u06ff\u0700-\u085f\u0860-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
/* The same in units, surrogates of the higher ranges included: text without any has only letters from left to right. */
const PERHAPS_RIGHT_TO_LEFT = /[\u0590-\u08ff\ud802\ud803\ud83a\ud83b\ufb1d-\ufdff\ufe70-\ufefc]/;
const LOOKED_AT = 400;

export type Direction = 'ltr' | 'rtl';

/** Direction of the first letter (a "strong" character, roughly) of the text; undefined without letters. */
export function firstStrong(text: string): Direction | undefined {
  const first = /[\p{L}\p{Nl}]/u.exec(text)?.[0];
  return first === undefined ? undefined : RIGHT_TO_LEFT.test(first) ? 'rtl' : 'ltr';
}

/** The direction of most letters among the first 400 of the text; undefined without letters. */
export function prevailing(text: string): Direction | undefined {
  if (!PERHAPS_RIGHT_TO_LEFT.test(text)) return /[\p{L}\p{Nl}]/u.test(text) ? 'ltr' : undefined;
  let right = 0;
  let all = 0;
  for (const [letter] of text.matchAll(STRONG)) {
    if (RIGHT_TO_LEFT.test(letter)) right++;
    if (++all === LOOKED_AT) break;
  }
  return all === 0 ? undefined : right * 2 > all ? 'rtl' : 'ltr';
}

/** What most of the first hundred blocks begin with; left to right when nothing tells. */
export function directionOf(blocks: RichText): Direction {
  let balance = 0;
  for (const block of blocks.slice(0, 100)) {
    const direction = firstStrong(blockText(block));
    if (direction) balance += direction === 'rtl' ? 1 : -1;
  }
  return balance > 0 ? 'rtl' : 'ltr';
}

/**
 * Blocks with `direction` set where it differs from the letter's: as declared (already on the block), else by
 * the block's own prevailing direction.
 */
export function withDirections(blocks: RichText, base: Direction): RichText {
  return blocks.map((block): Block => {
    const { direction, ...rest } = block;
    const own = direction ?? (hasContent(block) ? prevailing(blockText(block)) : undefined);
    if (own === undefined || own === base) return direction === undefined ? block : (rest as Block);
    return { ...block, direction: own };
  });
}
