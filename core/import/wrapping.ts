/**
 * Telling hard-wrapped paragraphs from lines that are meant. A program that wraps at a width breaks a line only
 * where the next word wouldn't have fitted; verse, addresses and lists break elsewhere.
 */

const NARROWEST = 40;
const WIDEST = 110;
/** How much of its width a line may leave for no reason: some programs count tabs or wide characters otherwise. */
const SLACK = 4;
/** Share of a paragraph's lines that must be full. */
const FULL = 0.85;

/**
 * The width at which the text was wrapped, in characters, or 0 when it wasn't. It is near the longest of the lines
 * that are followed by another; a few longer ones (addresses of web pages) don't count.
 */
export function wrapWidth(stretches: readonly (readonly string[])[]): number {
  const lengths = stretches.flatMap((lines) => lines.slice(0, -1).map((line) => line.trimEnd().length));
  const wrapped = lengths.filter((length) => length <= WIDEST).sort((a, b) => a - b);
  if (wrapped.length < 2 || wrapped.length < lengths.length * 0.8) return 0;
  const width = wrapped[Math.floor((wrapped.length - 1) * 0.95)] ?? 0;
  return width >= NARROWEST ? width : 0;
}

/** Whether nearly every line of the paragraph but the last is full at that width. */
export function isHardWrapped(lines: readonly string[], width: number): boolean {
  if (width === 0 || lines.length < 2) return false;
  let full = 0;
  for (let i = 0; i + 1 < lines.length; i++) {
    const next = /\S+/.exec(lines[i + 1] ?? '')?.[0].length ?? 0;
    if ((lines[i] ?? '').trimEnd().length + 1 + next > width - SLACK) full++;
  }
  return full >= (lines.length - 1) * FULL;
}

/** One line; a hyphen at a line's end stays and takes no space after it. */
export function rejoin(lines: readonly string[]): string {
  let text = '';
  let before = '';
  for (const line of lines) {
    const words = line.trim();
    const glued = text === '' || (/\p{L}-$/u.test(before) && /^\p{L}/u.test(words));
    text += glued ? words : ` ${words}`;
    // The end of the last line alone: a long text isn't looked through again at each line.
    if (words !== '') before = words;
  }
  return text;
}
