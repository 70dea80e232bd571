/** Where words begin and end, for what may not cut one in two. */

/** Scripts without spaces between words: any place between two of their characters may be a border. */
export const UNSPACED_SCRIPTS =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}';

const WORD = /[\p{L}\p{N}]/u;
const UNSPACED = new RegExp(`[${UNSPACED_SCRIPTS}]`, 'u');

export function characterAt(text: string, at: number): string {
  return at < text.length ? String.fromCodePoint(text.codePointAt(at) ?? 0) : '';
}

export function characterBefore(text: string, at: number): string {
  if (at <= 0) return '';
  return characterAt(text, at > 1 && splitsPair(text, at - 1) ? at - 2 : at - 1);
}

/** Whether the offset lies between the two units of one character. */
export function splitsPair(text: string, at: number): boolean {
  return (text.charCodeAt(at - 1) & 0xfc00) === 0xd800 && (text.charCodeAt(at) & 0xfc00) === 0xdc00;
}

/** Whether a border at this offset cuts a word in two. */
export function cutsWord(text: string, at: number): boolean {
  const [before, after] = [characterBefore(text, at), characterAt(text, at)];
  if (!WORD.test(before) || !WORD.test(after)) return false;
  return !UNSPACED.test(before) && !UNSPACED.test(after);
}

/** As {@link cutsWord}; an apostrophe within a word, a combining mark and half of a character are parts of it too. */
function isInside(text: string, at: number): boolean {
  if (at <= 0 || at >= text.length) return false;
  if (splitsPair(text, at) || cutsWord(text, at)) return true;
  const [before, after] = [characterBefore(text, at), characterAt(text, at)];
  if (/\p{M}|\u200d/u.test(after)) return true;
  const beyond = characterAt(text, at + after.length);
  if (/['’]/.test(after)) return WORD.test(before) && WORD.test(beyond);
  return /['’]/.test(before) && WORD.test(after) && WORD.test(characterBefore(text, at - 1));
}

/** The offset itself at a border, else the beginning of the word that it lies in. */
export function wordStart(text: string, at: number): number {
  let start = at;
  while (isInside(text, start)) start--;
  return start;
}

/** The offset itself at a border, else the end of the word that it lies in. */
export function wordEnd(text: string, at: number): number {
  let end = at;
  while (isInside(text, end)) end++;
  return end;
}
