/** W3C Web Annotation selectors of passages: the interchange with other programs. */
import { firstIndex } from '../text/first-index.ts';
import type { RichText } from '../text/block.ts';
import { canonicalText, positionToOffset, type TextRange } from '../text/canonical.ts';

export interface TextQuoteSelector {
  readonly type: 'TextQuoteSelector';
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}
/** Code points of the canonical text, half-open. */
export interface TextPositionSelector {
  readonly type: 'TextPositionSelector';
  readonly start: number;
  readonly end: number;
}

/** UTF-16 units of context on either side; one less where that would halve a character. */
export const CONTEXT = 32;

const texts = new WeakMap<RichText, { readonly text: string; readonly astral: readonly number[] }>();

function prepared(blocks: RichText) {
  let known = texts.get(blocks);
  if (!known) {
    const text = canonicalText(blocks);
    const astral = Array.from(text.matchAll(/[\ud800-\udbff](?=[\udc00-\udfff])/g), ({ index }) => index);
    texts.set(blocks, (known = { text, astral }));
  }
  return known;
}

/** Code points before a UTF-16 offset, given the offsets of all characters of two units. */
function codePoints(astral: readonly number[], offset: number): number {
  return offset - firstIndex(astral.length, (index) => (astral[index] ?? 0) >= offset);
}

function isHalf(text: string, at: number): boolean {
  const [before, after] = [text.charCodeAt(at - 1), text.charCodeAt(at)];
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff;
}

/** A pair for each range, in order; ranges whose blocks the text doesn't have are passed over. */
export function selectorsOf(
  blocks: RichText,
  ranges: readonly TextRange[],
): readonly { readonly quote: TextQuoteSelector; readonly position: TextPositionSelector }[] {
  const { text, astral } = prepared(blocks);
  return ranges.flatMap(({ start, end }) => {
    const from = positionToOffset(blocks, start);
    const to = positionToOffset(blocks, end);
    if (from === undefined || to === undefined) return [];
    const before = Math.max(0, from - CONTEXT);
    const after = Math.min(text.length, to + CONTEXT);
    return [
      {
        quote: {
          type: 'TextQuoteSelector' as const,
          exact: text.slice(from, to),
          prefix: text.slice(isHalf(text, before) ? before + 1 : before, from),
          suffix: text.slice(to, isHalf(text, after) ? after - 1 : after),
        },
        position: {
          type: 'TextPositionSelector' as const,
          start: codePoints(astral, from),
          end: codePoints(astral, to),
        },
      },
    ];
  });
}
