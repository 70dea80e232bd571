/**
 * Text as it may go to the typesetter: strings are never parsed there, so only what would harm the page itself is
 * taken out.
 */
import { safeUrl } from '../../text/block.ts';

// C0 and C1 controls but tab and line feed, lone surrogates and noncharacters (PDF can't say them), and the
// embeddings, overrides and isolates that would turn the rest of a line around. Directional marks stay.
const HARMFUL =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ufeff\ufffe\uffff]|\p{Surrogate}/gu;

/** Text whose line breaks count: line feeds stay (other line ends become one), tabs become four spaces. */
export function cleanLines(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(HARMFUL, '')
    .replace(/\t/g, '    ');
}

const LONG_WORD =
  /[^\s\u2010-\u2015\-/\p{Ideographic}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]{50,}/gu;

/** With places where a word that is longer than a line, a key or an address, may be broken. */
export function breakable(text: string): string {
  return text.replace(LONG_WORD, (word) => word.replace(/.{24}/gu, '$&\u200b'));
}

/** Text of one line: line ends and tabs become spaces. */
export function cleanLine(text: string): string {
  return cleanLines(text.replace(/\t/g, ' ')).replace(/\n/g, ' ').trim();
}

/** The URL if it is safe and whole after cleaning, else undefined. */
export function cleanUrl(url: string | undefined): string | undefined {
  return url === undefined ? undefined : safeUrl(cleanLines(url));
}
