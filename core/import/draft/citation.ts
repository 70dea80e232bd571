/** Pandoc's citations: "[@key]", "[see @key, pp. 12–14]", "[@one; @two, ch. 3]". */
import type { IdSource } from '../../document/id.ts';
import { isSpan, type CitationItem, type Inline } from '../../text/block.ts';
import { locatorFields } from '../../text/locator.ts';

const BRACKETS = /\[([^[\]]*)\]/g;
const ONE = /^([^@]*)@([\p{L}\p{N}_][\p{L}\p{N}_:.#$%&+?<>~/-]*?)(?:\s*,\s*(.+)|\s+(.+))?$/u;

/** The citations in a pair of brackets, or undefined where what they hold isn't citations. */
export function parseCitations(
  inner: string,
  referenceOf: (key: string) => string,
): CitationItem[] | undefined {
  const items: CitationItem[] = [];
  for (const part of inner.split(';')) {
    const match = ONE.exec(part.trim());
    if (!match?.[2]) return undefined;
    const prefix = match[1]?.replace(/-$/, '').trim();
    const authorOut = match[1]?.endsWith('-') === true;
    const where = (match[3] ?? match[4])?.trim();
    // "someone@example.org" is an address.
    if (match[1] && /\S$/.test(match[1]) && !match[1].endsWith('-')) return undefined;
    items.push({
      reference: referenceOf(match[2]),
      ...locatorFields(where),
      ...(prefix ? { prefix } : {}),
      ...(authorOut ? { authorOut } : {}),
    });
  }
  return items;
}

/** Content with its citations as atoms. @param referenceOf The id of the reference with a key. @param ids For the atoms. */
export function withCitations(
  content: readonly Inline[],
  referenceOf: (key: string) => string,
  ids: IdSource,
): readonly Inline[] {
  return content.flatMap((inline): readonly Inline[] => {
    if (!isSpan(inline) || !inline.text.includes('@')) return [inline];
    const pieces: Inline[] = [];
    let done = 0;
    for (const match of inline.text.matchAll(BRACKETS)) {
      const items = parseCitations(match[1] ?? '', referenceOf);
      if (!items) continue;
      if (match.index > done) pieces.push({ ...inline, text: inline.text.slice(done, match.index) });
      pieces.push({ type: 'citation', id: ids(), items });
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
