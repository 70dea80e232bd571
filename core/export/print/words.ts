/**
 * Cuts highlighted text into words, each of which can then be found on its page: the template marks every word
 * of a passage, and the marks tell it how far the bracket in the margin reaches on each page.
 */
const NO_SPACES =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

export interface Word {
  readonly text: string;
  /** False for white space: no mark is set before it, or the bracket would begin on the line above. */
  readonly visible: boolean;
}

/**
 * White space and words in turn; a word takes the spaces after it along, except the last. Scripts written
 * without spaces are cut where the segmenter finds words.
 */
export function cutWords(text: string, language: string): readonly Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(/\s+|\S+(\s+(?=\S))?/g)) {
    const piece = match[0];
    const visible = /\S/.test(piece);
    if (visible && NO_SPACES.test(piece)) {
      for (const part of segmented(piece, language)) words.push({ text: part, visible: /\S/.test(part) });
    } else {
      words.push({ text: piece, visible });
    }
  }
  return words;
}

function segmented(text: string, language: string): readonly string[] {
  const segmenter = new Intl.Segmenter(language === 'und' ? 'en' : language, { granularity: 'word' });
  return Array.from(segmenter.segment(text), (segment) => segment.segment);
}
