/** The edits that a quotation typed by hand shows in brackets: "[T]he", "[of the town]", "[sic]". */
import { normalView, insertedText } from '../document/quotation-edits.ts';
import type { QuotationEdit, QuotationView } from '../document/quotation.ts';
import { wordHunks, type Hunk } from './hunks.ts';

const BRACKETED = /^\[([^[\]]*)\]$/;
const CHANGED_LETTER = /^\[(\p{L})\](.*)$/su;

/**
 * The view of a passage that shows it as it was quoted; undefined where nothing was put in. What differs without
 * brackets, as marks and spaces may, isn't the quoter's to say.
 *
 * @param quote the passage's words, its omissions marked as in the quotation
 */
export function editsShownBy(quote: string, quotation: string): QuotationView | undefined {
  const edits: QuotationEdit[] = [];
  for (const { from, to, newFrom, newTo } of joinedHunks(quote, quotation)) {
    const old = quote.slice(from, to);
    const now = quotation.slice(newFrom, newTo).trim();
    const start = from + old.length - old.trimStart().length;
    const end = Math.max(start, from + old.trimEnd().length);
    const letter = CHANGED_LETTER.exec(now);
    const inner = BRACKETED.exec(now)?.[1];
    if (letter?.[1] !== undefined && letter[2] !== '' && old.trim().slice(letter[1].length) === letter[2])
      edits.push({ kind: 'replace', from: start, to: start + letter[1].length, text: letter[1] });
    else if (inner === undefined || insertedText(inner) === '' || /^[….\s]+$/.test(inner)) continue;
    else if (/^sic!?$/i.test(inner) && start === end) edits.push({ kind: 'sic', at: from });
    else if (start === end)
      edits.push({ kind: 'insert', at: quote.slice(0, from).trimEnd().length, text: inner });
    else edits.push({ kind: 'replace', from: start, to: end, text: inner });
  }
  return edits.length === 0 ? undefined : normalView({ of: quote, edits });
}

/** Words that differ with nothing but a space between them are one difference: what is in a pair of brackets. */
function joinedHunks(quote: string, quotation: string): readonly Hunk[] {
  const joined: Hunk[] = [];
  for (const hunk of wordHunks(quote, quotation)) {
    const last = joined.at(-1);
    if (last && quotation.slice(last.newTo, hunk.newFrom).trim() === '')
      joined[joined.length - 1] = { ...last, to: hunk.to, newTo: hunk.newTo };
    else joined.push(hunk);
  }
  return joined;
}
