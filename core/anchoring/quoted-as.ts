/**
 * A quotation that was found in a letter as a passage and a view of it: what it leaves out, puts in, replaces and marks
 * [sic] are edits of the passage's words, not gaps in the passage.
 */
import { LONGEST_INSERTION, insertedText, normalView } from '../document/quotation-edits.ts';
import type { QuotationEdit, QuotationView } from '../document/quotation.ts';
import type { RichText } from '../text/block.ts';
import { canonicalText, offsetToPosition, type TextRange } from '../text/canonical.ts';
import { OMISSION, quoteOf } from '../text/quote-of.ts';
import type { FoundPart, FoundQuote } from './quote-search.ts';
import { editsShownBy } from './read-edits.ts';

export interface QuotedAs {
  /** One; several where more is left out between them than a quotation of one passage would. */
  readonly ranges: readonly TextRange[];
  /** Absent where the quotation has the passage as it stands. */
  readonly view?: QuotationView;
}

/** Units of a letter that are left out within one passage; what leaves out more quotes several places. */
const LONGEST_OMITTED = 800;

const SIGNS = /\[([^[\]]*)\]|〔([^〔〕]*)〕|…|\.(?:\s?\.){2,3}|[(<⟨]\s*(?:…|\.\s?\.\s?\.)\s*[)>⟩]/gu;
const CLOSE = /^[\p{P}\p{S}]+$/u;
const IS_OMISSION = /^[\s.…]*$/u;

/** @param quotation as it was found, with its signs */
export function quotedAs(blocks: RichText, quotation: string, found: FoundQuote): QuotedAs {
  const groups = groupsOf(withClose(blocks, quotation, found.parts));
  const ranges = groups.flatMap((group): TextRange[] => {
    const start = offsetToPosition(blocks, group[0]?.from ?? 0);
    const end = offsetToPosition(blocks, group.at(-1)?.to ?? 0);
    return start && end ? [{ start, end }] : [];
  });
  const of = quoteOf(blocks, ranges);
  const placed = partsInQuote(blocks, groups, of);
  const edits: QuotationEdit[] = [];
  let read = 0;
  placed.forEach(({ part, from, to, first }, i) => {
    const at = Math.max(read, quotation.indexOf(part.written, read));
    const before = placed[i - 1];
    edits.push(
      ...editsBetween(of, signsIn(quotation.slice(read, at)), { from: before?.to ?? from, to: from }, first),
    );
    for (const edit of editsShownBy(of.slice(from, to), part.written)?.edits ?? [])
      edits.push(shifted(edit, from));
    read = at + part.written.length;
  });
  const end = placed.at(-1)?.to ?? of.length;
  edits.push(...editsBetween(of, signsIn(quotation.slice(read)), { from: end, to: end }, true));
  const view = normalView({ of, edits });
  return { ranges, ...(view ? { view } : {}) };
}

/**
 * Behind a sign the close of a sentence is too short to be found as a part of its own; it belongs to the passage where
 * the letter goes on with the same.
 */
function withClose(blocks: RichText, quotation: string, parts: readonly FoundPart[]): readonly FoundPart[] {
  const last = parts.at(-1);
  if (!last) return parts;
  const rest = quotation.slice(quotation.lastIndexOf(last.written) + last.written.length);
  const sign = [...rest.matchAll(SIGNS)].at(-1);
  const written = sign ? rest.slice(sign.index + sign[0].length).trim() : '';
  if (!CLOSE.test(written) || !canonicalText(blocks).startsWith(written, last.to)) return parts;
  return [...parts, { ...last, from: last.to, to: last.to + written.length, written }];
}

/** Parts with no more between them than one passage may leave out. */
function groupsOf(parts: readonly FoundPart[]): readonly (readonly FoundPart[])[] {
  const groups: FoundPart[][] = [];
  for (const part of parts) {
    const last = groups.at(-1)?.at(-1);
    if (last && part.from - last.to <= LONGEST_OMITTED) groups.at(-1)?.push(part);
    else groups.push([part]);
  }
  return groups;
}

interface PlacedPart {
  readonly part: FoundPart;
  /** Units of the quote, half-open. */
  readonly from: number;
  readonly to: number;
  /** Whether its range begins with it. */
  readonly first: boolean;
}

/** Where the parts stand in the quote of the ranges, in which empty blocks take no room. */
function partsInQuote(
  blocks: RichText,
  groups: readonly (readonly FoundPart[])[],
  of: string,
): readonly PlacedPart[] {
  const text = canonicalText(blocks);
  const placed: PlacedPart[] = [];
  let base = 0;
  for (const group of groups) {
    const begin = group[0]?.from ?? 0;
    /** As `rangeText` joins blocks: of line feeds side by side there is one. */
    const lengthTo = (to: number) => text.slice(begin, to).replace(/\n+/g, '\n').length;
    group.forEach((part, i) =>
      placed.push({ part, from: base + lengthTo(part.from), to: base + lengthTo(part.to), first: i === 0 }),
    );
    base += lengthTo(group.at(-1)?.to ?? begin) + OMISSION.length;
  }
  return placed.filter(({ to }) => to <= of.length);
}

interface Signs {
  /** What stands in brackets before a sign of omission, and after it or where there is none. */
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly omits: boolean;
}

function signsIn(text: string): Signs {
  const before: string[] = [];
  const after: string[] = [];
  let omits = false;
  for (const [, square, japanese] of text.matchAll(SIGNS)) {
    const inner = square ?? japanese ?? '';
    if (IS_OMISSION.test(inner)) omits = true;
    else (omits ? after : before).push(inner);
  }
  return omits ? { before, after, omits } : { before: [], after: before, omits };
}

const isSic = (words: string) => /^sic!?$/i.test(words.trim());

/** What the quotation has between two parts, as edits of the letter's words between them. */
function editsBetween(
  of: string,
  { before, after, omits }: Signs,
  { from, to }: { readonly from: number; readonly to: number },
  ends: boolean,
): readonly QuotationEdit[] {
  const edits: QuotationEdit[] = [];
  const insert = (words: readonly string[], at: number) => {
    if (words.some(isSic)) edits.push({ kind: 'sic', at });
    const text = insertedText(words.filter((each) => !isSic(each)).join(' '));
    if (text !== '') edits.push({ kind: 'insert', at, text });
  };
  const gap = ends ? '' : of.slice(from, to).trim();
  if (gap === '') {
    insert([...before, ...after], ends ? to : from);
    return edits;
  }
  const replacing = insertedText(after.filter((each) => !isSic(each)).join(' '));
  if (!omits && replacing !== '' && gap.length <= LONGEST_INSERTION && !after.some(isSic))
    return [{ kind: 'replace', from, to: from + of.slice(from, to).trimEnd().length, text: replacing }];
  insert(before, from);
  edits.push({ kind: 'omit', from, to });
  insert(after, omits ? to : from);
  return edits;
}

function shifted(edit: QuotationEdit, by: number): QuotationEdit {
  return 'at' in edit ? { ...edit, at: edit.at + by } : { ...edit, from: edit.from + by, to: edit.to + by };
}
