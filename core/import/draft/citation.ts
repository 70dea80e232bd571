/** Pandoc's citations: "[@key]", "[see @key, pp. 12–14]", "[@one; @two, ch. 3]". */
import { isSpan, type CitationAtom, type Inline } from '../../text/block.ts';

const BRACKETS = /\[([^[\]]*)\]/g;
const ONE = /^([^@]*)@([\p{L}\p{N}_][\p{L}\p{N}_:.#$%&+?<>~/-]*?)(?:\s*,\s*(.+)|\s+(.+))?$/u;

/** The citations in a pair of brackets, or undefined where what they hold isn't citations. */
export function parseCitations(
  inner: string,
  referenceOf: (key: string) => string,
): CitationAtom[] | undefined {
  const atoms: CitationAtom[] = [];
  for (const part of inner.split(';')) {
    const match = ONE.exec(part.trim());
    if (!match?.[2]) return undefined;
    const prefix = match[1]?.replace(/-$/, '').trim();
    const locator = (match[3] ?? match[4])?.trim();
    // "someone@example.org" is an address.
    if (match[1] && /\S$/.test(match[1]) && !match[1].endsWith('-')) return undefined;
    atoms.push({
      type: 'citation',
      reference: referenceOf(match[2]),
      ...(locator ? { locator } : {}),
      ...(prefix ? { prefix } : {}),
    });
  }
  return atoms;
}

/** Content with its citations as atoms. @param referenceOf The id of the reference with a key. */
export function withCitations(
  content: readonly Inline[],
  referenceOf: (key: string) => string,
): readonly Inline[] {
  return content.flatMap((inline): readonly Inline[] => {
    if (!isSpan(inline) || !inline.text.includes('@')) return [inline];
    const pieces: Inline[] = [];
    let done = 0;
    for (const match of inline.text.matchAll(BRACKETS)) {
      const atoms = parseCitations(match[1] ?? '', referenceOf);
      if (!atoms) continue;
      if (match.index > done) pieces.push({ ...inline, text: inline.text.slice(done, match.index) });
      pieces.push(...atoms);
      done = match.index + match[0].length;
    }
    if (done < inline.text.length) pieces.push({ ...inline, text: inline.text.slice(done) });
    return pieces;
  });
}

/** Whether the text is one pair of brackets with citations in it, and nothing else. */
export function isCitation(text: string): boolean {
  const match = /^\s*\[([^[\]]*)\]\s*$/.exec(text);
  return match !== null && parseCitations(match[1] ?? '', (key) => key) !== undefined;
}
