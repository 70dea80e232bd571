/** A quotation as a row of pieces: the letter's words, and the signs of what was changed. */
import { startOf, type Extent } from '../document/quotation-edits.ts';
import type { QuotationEdit, QuotationView } from '../document/quotation.ts';
import { cutsWord } from '../text/words.ts';
import type { QuotationSigns } from './quotation-signs.ts';

/** `from` and `to` are units of the highlight's quote: those shown, or those that the sign stands for. */
export type QuotedPiece =
  | { readonly kind: 'words'; readonly from: number; readonly to: number; readonly emphasised: boolean }
  | {
      readonly kind: 'omission' | 'insertion' | 'replacement' | 'sic';
      readonly from: number;
      readonly to: number;
      /** With the spaces that it needs around it. */
      readonly text: string;
      /** Absent where the passage itself has a gap. */
      readonly edit?: QuotationEdit;
    };

/**
 * The pieces of what is shown, in order. Together their extents are the part shown, each unit once.
 *
 * @param of the highlight's quote as it is now; `view.of` is the same
 * @param gaps where in it the passage's own omissions stand
 */
export function quotedPieces(
  of: string,
  view: QuotationView | undefined,
  gaps: readonly Extent[],
  signs: QuotationSigns,
): readonly QuotedPiece[] {
  const { from, to } = view?.part ?? { from: 0, to: of.length };
  const edits = view?.edits ?? [];
  const emphasis = edits.filter((edit) => edit.kind === 'emphasis');
  const pieces: QuotedPiece[] = [];
  let at = from;
  const words = (upTo: number) => {
    while (at < upTo) {
      const here = emphasis.find((extent) => extent.from <= at && at < extent.to);
      const next = here ? here.to : (emphasis.find((extent) => extent.from > at)?.from ?? upTo);
      const end = Math.min(next, upTo);
      pieces.push({ kind: 'words', from: at, to: end, emphasised: here !== undefined });
      at = end;
    }
  };
  for (const sign of signsOf(of, edits, gaps, signs)) {
    const clipped = { ...sign, from: Math.max(sign.from, from), to: Math.min(sign.to, to) };
    const empty = sign.from === sign.to;
    if (empty ? clipped.from !== clipped.to : clipped.from >= clipped.to) continue;
    words(clipped.from);
    pieces.push(clipped);
    at = Math.max(at, clipped.to);
  }
  words(to);
  return spaced(of, pieces, signs);
}

type Sign = Exclude<QuotedPiece, { kind: 'words' }>;

/** Signs by place; omissions that nothing but space parts from a gap of the passage are one with it. */
function signsOf(
  of: string,
  edits: readonly QuotationEdit[],
  gaps: readonly Extent[],
  signs: QuotationSigns,
): readonly Sign[] {
  const made: Sign[] = gaps.map(({ from, to }) => ({ kind: 'omission', from, to, text: signs.omission }));
  for (const edit of edits) {
    const bracketed = 'text' in edit ? `${signs.open}${edit.text}${signs.close}` : '';
    const extent = 'at' in edit ? { from: edit.at, to: edit.at } : { from: edit.from, to: edit.to };
    if (edit.kind === 'omit') made.push({ kind: 'omission', ...extent, text: signs.omission, edit });
    else if (edit.kind === 'insert') made.push({ kind: 'insertion', ...extent, text: bracketed, edit });
    else if (edit.kind === 'replace') made.push({ kind: 'replacement', ...extent, text: bracketed, edit });
    else if (edit.kind === 'sic') made.push({ kind: 'sic', ...extent, text: signs.sic, edit });
  }
  const order = edits.length === 0 ? made : made.sort((a, b) => a.from - b.from || a.to - b.to);
  const joined: Sign[] = [];
  for (const sign of order) {
    const last = joined.at(-1);
    const both = last?.kind === 'omission' && sign.kind === 'omission';
    if (both && of.slice(last.to, sign.from).trim() === '') {
      const edit = last.edit ?? sign.edit;
      joined[joined.length - 1] = { ...last, to: Math.max(last.to, sign.to), ...(edit ? { edit } : {}) };
    } else if (last && sign.from < last.to) {
      // A gap within what was replaced is part of it.
      joined[joined.length - 1] = { ...last, to: Math.max(last.to, sign.to) };
    } else joined.push(sign);
  }
  return joined;
}

const NONE_BEFORE = /[\s([{“„«‹‘「『〔¿¡\u2014–-]$/u;
const NONE_AFTER = /^[\s.,;:!?…)\]}”»›’」』〕،؛؟、。，]/u;

/** The signs with a space where a word would touch them. */
function spaced(of: string, pieces: readonly QuotedPiece[], signs: QuotationSigns): readonly QuotedPiece[] {
  const textOf = (piece: QuotedPiece | undefined): string =>
    piece === undefined ? '' : piece.kind === 'words' ? of.slice(piece.from, piece.to) : piece.text;
  const result: QuotedPiece[] = [];
  let before = '';
  pieces.forEach((piece, i) => {
    let text = textOf(piece);
    if (piece.kind === 'words') result.push(piece);
    else {
      const after = pieces[i + 1];
      const next = textOf(after);
      if (piece.kind === 'replacement') {
        // It stands as its words did, and never right before a letter that isn't its own: "[T]he".
        const own = cutsWord(of, piece.from) || cutsWord(of, piece.to);
        if (signs.spaced && !own && /[\p{L}\p{N}]$/u.test(before)) text = ` ${text}`;
        if (signs.spaced && !own && /^[\p{L}\p{N}]/u.test(next)) text = `${text} `;
      } else if (signs.spaced) {
        if (before !== '' && !NONE_BEFORE.test(before)) text = ` ${text}`;
        // Of two signs the second brings the space between them, unless it replaces words.
        const touches =
          after?.kind === 'words' ? next !== '' && !NONE_AFTER.test(next) : after?.kind === 'replacement';
        if (touches) text = `${text} `;
      }
      result.push({ ...piece, text });
    }
    before = text;
  });
  return result;
}

/** What is shown, as one text. */
export function quotedText(of: string, pieces: readonly QuotedPiece[]): string {
  return pieces
    .map((piece) => (piece.kind === 'words' ? of.slice(piece.from, piece.to) : piece.text))
    .join('');
}

/** The words of the extent that is shown, with everything put back that was changed. */
export function restoredText(of: string, pieces: readonly QuotedPiece[]): string {
  return pieces.map(({ from, to }) => of.slice(from, to)).join('');
}

/** The edits that lie in the extent or at its ends. */
export function editsAt(edits: readonly QuotationEdit[], { from, to }: Extent): readonly QuotationEdit[] {
  return edits.filter((edit) => {
    const start = startOf(edit);
    const end = 'to' in edit ? edit.to : start;
    return from === to ? start <= from && from <= end : start < to && end > from;
  });
}
